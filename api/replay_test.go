package api_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"testing"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/internal/apptest"
)

// Random histories: moves, corrections, voids, other amounts, units and names,
// money, its corrections and verdicts, signings replaced and increased, credit
// shared, projects withdrawn, other rules, and units that get new names; a
// bulletin is frozen on the way, on days drawn at random.
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
		for step := range 120 {
			if step%15 == 14 {
				month := 1 + step/15
				day := 3 + r.IntN(20)
				p.Clock.Set(fmt.Sprintf("2026-%02d-%02d", month+1, day))
				office.SignInAgain()
				verifier.SignInAgain()
				otherRule(office, r, step)
				b := office.Post("/bulletins", apptest.Doc{"month": fmt.Sprintf("2026-%02d", month)}).Want(http.StatusCreated).JSON()
				frozen[b.Text("id")] = office.Get("/bulletins/" + b.Text("id")).Want(http.StatusOK).JSON().Text("figures")
				continue
			}
			ids = happen(t, p, r, office, verifier, ids, step)
			if step%20 == 7 {
				renamed(t, p, step)
			}
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
		happened(t, office, ids)
		quick := office.Get("/reports/conversion?rule=0&by=unit").Want(http.StatusOK).JSON()
		slow := office.Get("/reports/conversion?rule=0&by=unit&as_of=" + office.Get("/me").JSON().Text("today")).Want(http.StatusOK).JSON()
		if fmt.Sprint(quick["total"], quick["groups"], quick["curve"]) != fmt.Sprint(slow["total"], slow["groups"], slow["curve"]) {
			t.Errorf("stored   %v %v\nreplayed %v %v", quick["groups"], quick["curve"], slow["groups"], slow["curve"])
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
		for _, s := range []string{map[string]string{"sqlite": "DROP TRIGGER project_facts_no_delete",
			"postgres": "DROP TRIGGER project_facts_append_only ON project_facts"}[p.Database], "DELETE FROM project_facts"} {
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
		if err := p.Services.Projects.RecordMissingFacts(ctx); err != nil {
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
	switch what := r.IntN(9); what {
	case 0:
		move(office, id, apptest.Doc{"code": "STARTED", "occurred_on": knownBy(r, today)})
	case 1:
		move(office, id, apptest.Doc{"void": true, "corrects": last.Text("id"), "note": "报错了"})
	case 2:
		move(office, id, apptest.Doc{"code": last.Text("code"), "occurred_on": knownBy(r, "2026-01-04"), "corrects": last.Text("id"),
			"note": "日期写错"})
	case 3:
		office.Put("/projects/"+id, now.Int("version"), apptest.Doc{"name": now.Text("name") + "改",
			"responsible_unit_id": p.Units[units[r.IntN(len(units))]].ID,
			"client_id":           now.Text("client_id"), "contract_amount": 100_000_000 * (1 + r.IntN(9)),
			"total_investment": 50_000_000 * r.IntN(9),
			"planned_start":    fmt.Sprintf("2026-%02d-01", 1+r.IntN(12)), "key_levels": []apptest.Doc{{"year": 2026, "level": "city"}}[:r.IntN(2)]})
	case 4:
		office.Post("/projects/"+id+"/funds", apptest.Doc{"category": "building", "amount": 1_000_000 * (1 + r.IntN(9)), "paid_on": today,
			"voucher": fmt.Sprintf("凭%d", r.IntN(60))})
	case 5:
		verifier.Post("/stage-events/"+last.Text("id")+"/verdicts", apptest.Doc{"agrees": r.IntN(4) > 0, "note": "现场看过"})
		for _, f := range office.Get("/projects/" + id + "/funds").JSON().Items("items") {
			verifier.Post("/funds/"+f.Text("id")+"/verdicts", apptest.Doc{"amount": f.Int("amount") / 2, "note": "票据不全",
				"supports": shown(t, office, id, max(1, f.Int("amount")/2))})
		}
	default:
		further(t, p, r, office, id, today, what)
	}
	return ids
}

// knownBy returns a day as well as some report knows it: to the day, by the month, the
// quarter or the year, or by that day.
func knownBy(r *rand.Rand, day string) string {
	quarter := (domain.MustDate(day).Month() + 2) / 3
	return []string{day, day, day[:7], fmt.Sprintf("%s-Q%d", day[:4], quarter), day[:4], "≤ " + day}[r.IntN(6)]
}

// further lets rarer things be reported: other money, signings and shares.
func further(t *testing.T, p *apptest.Product, r *rand.Rand, office *apptest.Person, id, today string, what int) {
	t.Helper()
	switch what {
	case 6:
		for _, f := range office.Get("/projects/" + id + "/funds").JSON().Items("items") {
			if f["holds"].(bool) {
				office.Post("/projects/"+id+"/funds", apptest.Doc{"category": "land", "amount": 1 + f.Int("amount")/2, "paid_on": f.Text("paid_on"),
					"voucher": f.Text("voucher"), "corrects": f.Text("id"), "void": r.IntN(3) == 0, "note": "金额报错"})
				return
			}
		}
	case 7:
		signings := office.Get("/projects/" + id + "/signings").JSON().Items("items")
		body := apptest.Doc{"kind": []string{"INCREMENT", "REPLACED", "UPGRADE", "REPLACED"}[r.IntN(4)], "signed_on": today,
			"amount": 10_000_000 * (1 + r.IntN(9)), "exclusions": []string{}}
		if len(signings) > 0 && r.IntN(3) == 0 {
			body = apptest.Doc{"kind": "FIRST", "signed_on": signings[0].Text("signed_on"), "amount": 120_000_000,
				"exclusions": []string{"real_estate"}, "corrects": signings[0].Text("id"), "note": "更正"}
		}
		office.Post("/projects/"+id+"/signings", body)
	case 8:
		office.Post("/projects/"+id+"/credit", apptest.Doc{"from_on": today, "basis": "共同招引",
			"shares": []apptest.Doc{{"unit_id": p.Units["县水务局"].ID, "share": 3333}, {"unit_id": p.Units["龙关镇"].ID, "share": 6667}}})
		if r.IntN(2) == 0 {
			move(office, id, apptest.Doc{"code": "TERMINATED", "occurred_on": knownBy(r, today), "reason": "投资方退出"})
		}
	}
}

// otherRule publishes another counting rule now and then.
func otherRule(office *apptest.Person, r *rand.Rand, step int) {
	office.Post("/counting-rules", apptest.Doc{"name": fmt.Sprint("口径", step), "threshold": 50_000_000 * r.IntN(3), "window_months": 0,
		"excluded": [][]string{{}, {"real_estate"}}[r.IntN(2)], "confirmed_only": r.IntN(4) == 0,
		"credit": []string{"responsible", "attracting", "split"}[r.IntN(3)],
		"rates":  []apptest.Doc{{"key": "start", "numerator_stage": "STARTED", "denominator_stage": "SIGNED"}}})
}

// renamed gives a unit another name: bulletins keep the one of their day.
func renamed(t *testing.T, p *apptest.Product, step int) {
	t.Helper()
	ctx := context.Background()
	u, err := p.Services.Units.Get(ctx, p.Units["县水务局"].ID)
	if err == nil {
		facts := org.UnitFacts{ParentID: u.ParentID, Name: fmt.Sprintf("县水务局%d", step), Kind: u.Kind, DivisionCode: u.DivisionCode,
			Position: u.Position}
		_, err = p.Services.Units.Revise(ctx, domain.RunAs("system.test", org.UnitManage), u.ID, u.Version, facts)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// happened fails where the drawing left out something that the histories are to
// hold.
func happened(t *testing.T, office *apptest.Person, ids []string) {
	t.Helper()
	seen := map[string]int{}
	for _, id := range ids {
		for _, s := range office.Get("/projects/" + id + "/signings").JSON().Items("items") {
			seen[s.Text("kind")]++
		}
		for _, f := range office.Get("/projects/" + id + "/funds").JSON().Items("items") {
			if !f["holds"].(bool) {
				seen["fund corrected"]++
			}
			seen["fund verdict"] += len(f.Items("verdicts"))
		}
		seen[office.Get("/projects/"+id).JSON().Text("status")]++
		seen["split"] += len(office.Get("/projects/" + id + "/credit").JSON().Items("items"))
	}
	for _, what := range []string{"FIRST", "INCREMENT", "REPLACED", "fund corrected", "fund verdict", "terminated", "split"} {
		if seen[what] == 0 {
			t.Errorf("no %s among %v: the test no longer tests", what, seen)
		}
	}
}
