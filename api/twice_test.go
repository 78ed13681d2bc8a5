package api_test

import (
	"net/http"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

// An organisation is one client and one enterprise: a second of its name is a
// conflict that says so, which the document lists.
func TestASecondRecordOfOneOrganisationIsAConflictThatTheDocumentLists(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		unit := p.Units["县水务局"].ID
		for _, c := range []struct {
			path, code string
			body       apptest.Doc
		}{
			{"/clients", "client.exists", apptest.Doc{"name": "华北储能装备有限公司"}},
			{"/enterprises", "enterprise.exists", apptest.Doc{"name": "华北储能装备有限公司", "host_unit_id": unit, "unit_id": unit}},
		} {
			office.Post(c.path, c.body).Want(http.StatusCreated)
			if got := office.Post(c.path, c.body).Want(http.StatusConflict).JSON().Text("code"); got != c.code {
				t.Errorf("%s: %q, want %q", c.path, got, c.code)
			}
		}
	})
}
