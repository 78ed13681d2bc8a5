package api_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

// The front page read from maintained totals is the front page counted from the
// projects, whatever happened in between, kept or only marked, on any day.
func TestMaintainedTotalsAreWhatCountingGives(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		ctx := context.Background()
		r := rand.New(rand.NewPCG(20261124, 11))
		p.Clock.Set("2026-01-05")
		office, verifier := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.Verifier, "县发改局")
		setOver(office, "/targets/2026", apptest.Doc{"items": []apptest.Doc{{"unit_id": p.Units["县水务局"].ID, "indicator": "funds",
			"value": 90_000_000}, {"unit_id": p.Units["赤城县"].ID, "indicator": "started", "value": 9}}}).Want(http.StatusOK)
		keeper := p.Services.Cockpit.Projection
		front := func() string {
			t.Helper()
			c := office.Get("/reports/cockpit").Want(http.StatusOK).JSON()
			delete(c, "as_of") // the moment of asking
			return fmt.Sprint(c)
		}
		same := func(when string) {
			t.Helper()
			quick := front()
			p.Services.Cockpit.Projection = nil
			slow := front()
			p.Services.Cockpit.Projection = keeper
			if quick != slow {
				t.Fatalf("%s\nmaintained %s\ncounted    %s", when, quick, slow)
			}
		}
		var ids []string
		for step := range 80 {
			switch {
			case step%13 == 12:
				p.Clock.Set(fmt.Sprintf("2026-%02d-%02d", 1+step/13, 10+r.IntN(18)))
				office.SignInAgain()
				verifier.SignInAgain()
				same("on a new day, lights not judged")
			case step%7 == 6:
				if err := keeper.Update(ctx); err != nil {
					t.Fatal(err)
				}
				same("after keeping")
			default:
				ids = happen(t, p, r, office, verifier, ids, step)
				same(fmt.Sprintf("step %d", step))
			}
		}
		if err := keeper.Update(ctx); err != nil {
			t.Fatal(err)
		}
		// A project whose import is undone is seen by nobody, and adds nothing.
		for i := range 2 {
			if err := p.DB.Exec(ctx, "UPDATE projects SET withdrawn_at = created_at WHERE id = '"+ids[i]+"'"); err != nil {
				t.Fatal(err)
			}
			same("withdrawn, marked")
			if err := keeper.Update(ctx); err != nil {
				t.Fatal(err)
			}
			same("withdrawn, kept")
		}
		before := office.Get("/reports/cockpit").Want(http.StatusOK).JSON().Items("path")[5].In("reached").Int("count")
		if err := p.DB.Exec(ctx, "UPDATE totals_cells SET n = n + 1000 WHERE measure = 'stage.SIGNED' AND bucket = 0"); err != nil {
			t.Fatal(err)
		}
		office.Post("/projects", apptest.Doc{"name": "又一个", "responsible_unit_id": p.Units["县水务局"].ID}).Want(http.StatusCreated)
		if err := keeper.Update(ctx); err != nil {
			t.Fatal(err)
		}
		if after := office.Get("/reports/cockpit").Want(http.StatusOK).JSON().Items("path")[5].In("reached").Int("count"); after != before+1000 {
			t.Errorf("the front page is not read from the totals: %d, then %d", before, after)
		}
	})
}
