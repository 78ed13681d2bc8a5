package api_test

import (
	"context"
	"math/rand/v2"
	"net/http"
	"slices"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

// The light in the list is the one that /reports/lights judges, kept or not, on
// the same day and on another.
func TestTheListsLightIsTheReportsLight(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		ctx := context.Background()
		r := rand.New(rand.NewPCG(20261125, 4))
		p.Clock.Set("2026-01-05")
		office, verifier := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.Verifier, "县发改局")
		var ids []string
		for step := range 40 {
			ids = happen(t, p, r, office, verifier, ids, step)
		}
		office.Post("/projects", apptest.Doc{"name": "从未定过开工", "responsible_unit_id": p.Units["县水务局"].ID}).Want(http.StatusCreated)
		same := func(when string) {
			t.Helper()
			want := map[string]string{}
			for _, l := range office.Get("/reports/lights").Want(http.StatusOK).JSON().Items("items") {
				want[l.Text("id")] = l.Text("colour")
			}
			rows := office.Get("/projects?limit=200").Want(http.StatusOK).JSON().Items("items")
			by := map[string][]string{}
			for _, x := range rows {
				if x.Text("light") != want[x.Text("id")] {
					t.Errorf("%s: %s shows %q in the list and %q in the report", when, x.Text("name"), x.Text("light"), want[x.Text("id")])
				}
				by[x.Text("light")] = append(by[x.Text("light")], x.Text("id"))
			}
			for _, colour := range []string{"red", "yellow", "green", "none"} {
				var got []string
				for _, x := range office.Get("/projects?limit=200&light=" + colour).Want(http.StatusOK).JSON().Items("items") {
					got = append(got, x.Text("id"))
				}
				slices.Sort(got)
				slices.Sort(by[colour])
				if !slices.Equal(got, by[colour]) {
					t.Errorf("%s: filter %s gives %v, want %v", when, colour, got, by[colour])
				}
			}
		}
		same("never kept")
		if err := p.Services.Totals.Update(ctx); err != nil {
			t.Fatal(err)
		}
		same("kept")
		for step := range 6 {
			ids = happen(t, p, r, office, verifier, ids, 40+step)
		}
		same("kept, then changed")
		p.Clock.Set("2026-04-20")
		office.SignInAgain()
		same("another day, not yet judged")
		if err := p.Services.Totals.Update(ctx); err != nil {
			t.Fatal(err)
		}
		same("another day, kept")
		if n := len(office.Get("/projects?limit=200&light=red").Want(http.StatusOK).JSON().Items("items")); n == 0 {
			t.Error("a hundred days later nothing is red: the check shows nothing")
		}
		if f := office.Get("/projects?light=purple").Want(http.StatusUnprocessableEntity).Fields(); len(f) != 1 {
			t.Errorf("a colour that is none named %v", f)
		}
	})
}
