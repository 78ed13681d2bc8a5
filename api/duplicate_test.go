package api_test

import (
	"net/http"
	"strings"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

// While a record is typed its twin is found by another spelling, by code and by
// phone; who does not see it learns whose it is, and not what it is called.
func TestATwinIsFoundWhileTypingAndMaskedOutOfScope(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, water, tourism := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.Officer, "县水务局"), p.Appoint(org.Officer, "县文旅局")
		water.Post("/clients", apptest.Doc{"name": "百龙（北京）股份有限公司", "credit_code": "91350100M000100Y43", "unit_id": p.Units["县水务局"].ID}).
			Want(http.StatusCreated)
		bailong := water.Get("/clients").JSON().Items("items")[0].ID("id")
		water.Post("/contacts", apptest.Doc{"client_id": bailong, "name": "王强", "work_phone": "139-1234-5678"}).Want(http.StatusCreated)
		water.Post("/leads", apptest.Doc{"company": "绿森板业", "subject": "建厂", "channel": "self", "contact_phone": "13812345678"}).
			Want(http.StatusCreated)
		office.Post("/projects", apptest.Doc{"name": "风电 一期", "responsible_unit_id": p.Units["县水务局"].ID}).Want(http.StatusCreated)
		find := func(who *apptest.Person, query string) []apptest.Doc {
			t.Helper()
			return who.Get("/duplicates?" + query).Want(http.StatusOK).JSON().Items("items")
		}
		for query, by := range map[string]string{"kind=client&name=百龙公司": "name", "kind=client&credit_code=91350100m000100y43": "credit_code",
			"kind=lead&phone=13812345678": "phone", "kind=lead&phone=%2B86+138-1234+5678": "phone", "kind=lead&name=绿森板业有限公司": "name",
			"kind=client&phone=139+1234+5678": "phone", "kind=project&name=风电一期": "name"} {
			own, other := find(water, query), find(tourism, query)
			if len(own) != 1 || own[0].Text("by") != by || own[0].Text("id") == "" || own[0].Text("unit") != "县水务局" {
				t.Errorf("%s for its owner: %v", query, own)
			}
			// Clients are seen by every officer of the county.
			if sees := strings.HasPrefix(query, "kind=client"); len(other) != 1 || (other[0].Text("id") != "") != sees || !sees &&
				len([]rune(other[0].Text("title"))) != 4 {
				t.Errorf("%s for a stranger: %v", query, other)
			}
		}
		if none := find(office, "kind=client&name="); len(none) != 0 {
			t.Errorf("nothing was typed: %v", none)
		}
		if none := find(office, "kind=lead&name=绿森"); len(none) != 0 {
			t.Errorf("a firm whose name only begins alike: %v", none)
		}
		if none := find(office, "kind=client&name=完全不同"); len(none) != 0 {
			t.Errorf("no twin: %v", none)
		}
		office.Get("/duplicates?kind=person&name=x").Want(http.StatusUnprocessableEntity)
		p.Appoint(org.AuditAdmin, "赤城县").Get("/duplicates?kind=client&name=百龙").Want(http.StatusForbidden)
	})
}
