package api_test

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

// decidedByService are operations whose line asks for no right because more than
// one right opens them. Their services decide, and the whole table holds them.
func decidedByService() []string {
	return []string{"GET /sample/changed", "POST /sample", "POST /suspicions/scan"}
}

// A right is asked for before anything of a request is read: who lacks it is
// told so, not what is wrong with the request. So a right that is taken off a
// line of routes.go shows, although the service behind it asks for it again.
func TestTheRightOfALineIsAskedForBeforeTheRequestIsRead(t *testing.T) {
	t.Parallel()
	want := readTable(t, rightsFile)
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		people := oneOfEachRole(p)
		for _, e := range endpoints(t, p) {
			if slices.Contains(decidedByService(), e.name) {
				continue
			}
			var refused []string
			for _, role := range org.Roles() {
				if unreadable(p, people[role], e) == http.StatusForbidden {
					refused = append(refused, string(role))
				}
			}
			got := strings.Join(refused, " ")
			if all := strings.TrimPrefix(strings.TrimPrefix(want[e.name], "nobody"), " "); got != all {
				t.Errorf("the line of %s refuses [%s], want [%s]", e.name, got, all)
			}
		}
	})
}

// unreadable sends a request that no operation can read, since it has a parameter
// that none knows, and returns the status of the answer.
func unreadable(p *apptest.Product, who *apptest.Person, e endpoint) int {
	r := httptest.NewRequest(e.method, e.url+"?no_such_parameter=1", nil)
	who.Sign(r)
	w := httptest.NewRecorder()
	p.Handler.ServeHTTP(w, r)
	return w.Code
}
