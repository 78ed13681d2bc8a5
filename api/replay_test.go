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

// Random histories: moves, corrections, voids, other amounts, units and names,
// money and verdicts; a bulletin is frozen on the way, on days drawn at random.
// Whatever comes after, each prints the same bytes, and counting again from what
// was known gives them too.
func TestBulletinsFrozenOnAnyDayPrintTheSameBytesAfterRandomHistories(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		r := rand.New(rand.NewPCG(20260926, 7))
		p.Clock.Set("2026-01-05")
		office, verifier := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.Verifier, "县发改局")
		var ids []string
		frozen := map[string]string{}
		day := 5
		for step := range 90 {
			if step%15 == 14 {
				month := 1 + step/15
				day = 3 + r.IntN(20)
				p.Clock.Set(fmt.Sprintf("2026-%02d-%02d", month+1, day))
				office.SignInAgain()
				verifier.SignInAgain()
				b := office.Post("/bulletins", apptest.Doc{"month": fmt.Sprintf("2026-%02d", month)}).Want(http.StatusCreated).JSON()
				frozen[b.Text("id")] = office.Get("/bulletins/" + b.Text("id")).Want(http.StatusOK).JSON().Text("figures")
				continue
			}
			ids = happen(t, p, r, office, verifier, ids, step)
		}
		if len(frozen) < 5 {
			t.Fatalf("only %d bulletins were frozen", len(frozen))
		}
		corrected := 0
		for id, bytes := range frozen {
			later := office.Get("/bulletins/" + id).Want(http.StatusOK).JSON()
			if later.Text("figures") != bytes {
				t.Errorf("%s changed", later.Text("month"))
			}
			if !later["same"].(bool) {
				t.Errorf("%s: counted again from what was known then it comes out otherwise", later.Text("month"))
			}
			corrected += len(later.Items("corrections"))
		}
		if corrected == 0 {
			t.Error("the histories corrected nothing: the test no longer tests")
		}
		quick := office.Get("/reports/conversion?by=unit").Want(http.StatusOK).JSON()
		slow := office.Get("/reports/conversion?by=unit&as_of=" + office.Get("/me").JSON().Text("today")).Want(http.StatusOK).JSON()
		if fmt.Sprint(quick["total"], quick["groups"]) != fmt.Sprint(slow["total"], slow["groups"]) {
			t.Errorf("stored   %v\nreplayed %v", quick["groups"], slow["groups"])
		}
	})
}

// Projects of a version that kept no facts are counted as known, once they are
// kept: from the day they were stored.
func TestProjectsOfOlderVersionsAreCountedAsKnown(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		ctx := context.Background()
		p.Clock.Set("2026-03-01")
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		signedOn(t, p, office, "旧项目", "2026-02-10", 100_000_000)
		for _, s := range []string{map[string]string{"sqlite": "DROP TRIGGER project_facts_no_delete", "postgres": "DROP TRIGGER project_facts_append_only ON project_facts"}[p.Database], "DELETE FROM project_facts"} {
			if err := p.DB.Exec(ctx, s); err != nil {
				t.Fatal(err)
			}
		}
		known := func() int {
			return office.Get("/reports/conversion?as_of=2026-03-02").Want(http.StatusOK).JSON().In("total").In("signed").Int("count")
		}
		p.Clock.Set("2026-03-03")
		office.SignInAgain()
		if n := known(); n != 0 {
			t.Fatalf("%d counted without facts: the test no longer tests", n)
		}
		if err := p.Services.Projects.KeepMissingFacts(ctx); err != nil {
			t.Fatal(err)
		}
		if n := known(); n != 1 {
			t.Errorf("%d counted as known on a day after it was stored, want 1", n)
		}
	})
}

// happen lets something drawn at random be reported: a new project, a move, a
// correction, other facts, money, or what verifiers found. Some of it breaks a
// rule and is refused: what is refused writes nothing.
func happen(t *testing.T, p *apptest.Product, r *rand.Rand, office, verifier *apptest.Person, ids []string, step int) []string {
	t.Helper()
	units := []string{"县水务局", "县文旅局", "县商务局", "龙关镇"}
	today := office.Get("/me").Want(http.StatusOK).JSON().Text("today")
	if len(ids) < 4 || r.IntN(8) == 0 {
		ids = append(ids, signedOn(t, p, office, fmt.Sprintf("项目%d", step), today, 100_000_000*(1+r.IntN(5))))
		return ids
	}
	id := ids[r.IntN(len(ids))]
	now := office.Get("/projects/" + id).Want(http.StatusOK).JSON()
	events := office.Get("/projects/" + id + "/stage-events").Want(http.StatusOK).JSON().Items("events")
	last := events[r.IntN(len(events))]
	switch r.IntN(6) {
	case 0:
		move(office, id, apptest.Doc{"code": "STARTED", "occurred_on": today})
	case 1:
		move(office, id, apptest.Doc{"void": true, "corrects": last.Text("id"), "note": "报错了"})
	case 2:
		move(office, id, apptest.Doc{"code": last.Text("code"), "occurred_on": "2026-01-04", "corrects": last.Text("id"), "note": "日期写错"})
	case 3:
		office.Put("/projects/"+id, now.Int("version"), apptest.Doc{"name": now.Text("name") + "改", "responsible_unit_id": p.Units[units[r.IntN(len(units))]].ID,
			"client_id": now.Text("client_id"), "contract_amount": 100_000_000 * (1 + r.IntN(9)), "total_investment": 50_000_000 * r.IntN(9),
			"planned_start": fmt.Sprintf("2026-%02d-01", 1+r.IntN(12)), "key_levels": []apptest.Doc{{"year": 2026, "level": "city"}}[:r.IntN(2)]})
	case 4:
		office.Post("/projects/"+id+"/funds", apptest.Doc{"category": "building", "amount": 1_000_000 * (1 + r.IntN(9)), "paid_on": today, "voucher": fmt.Sprintf("凭%d", r.IntN(60))})
	case 5:
		verifier.Post("/stage-events/"+last.Text("id")+"/verdicts", apptest.Doc{"agrees": r.IntN(4) > 0, "note": "现场看过"})
		for _, f := range office.Get("/projects/" + id + "/funds").JSON().Items("items") {
			verifier.Post("/funds/"+f.Text("id")+"/verdicts", apptest.Doc{"amount": f.Int("amount") / 2, "note": "票据不全"})
		}
	}
	return ids
}
