package api_test

import (
	"fmt"
	"net/http"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

func TestTheCockpitNamesTheGapToTheTargetAndWhoMakesIt(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, verifier := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.Verifier, "县发改局")
		leader, principal, clerk := p.Appoint(org.CountyLeader, "赤城县"), p.Appoint(org.PrincipalLeader, "赤城县"), p.Appoint(org.UnitClerk, "县水务局")
		if c := front(principal); c.In("funds").In("done")["value"] != nil || c.In("outlook")["target"] != nil ||
			c.In("outlook")["known"] != false || len(c.In("outlook").Items("ahead")) != 0 {
			t.Errorf("without targets or signings: %v %v", c["funds"], c["outlook"])
		}
		ours := led(t, p, office, "供水项目", apptest.Doc{"leader_ids": []any{leader.ID}})
		theirs := led(t, p, office, "文旅项目", apptest.Doc{"responsible_unit_id": p.Units["县文旅局"].ID})
		pay := func(id string, reported, verified int, voucher string) {
			entry := office.Post("/projects/"+id+"/funds", apptest.Doc{"category": "equipment", "amount": reported, "paid_on": "2026-05-06",
				"voucher": voucher}).Want(http.StatusCreated).JSON().Items("items")[0]
			verifier.Post("/funds/"+entry.Text("id")+"/verdicts", apptest.Doc{"amount": verified, "note": "按票据核减",
				"supports": shown(t, office, id, verified)}).Want(http.StatusOK)
		}
		pay(ours, 50_000_000, 40_000_000, "甲")
		pay(theirs, 90_000_000, 60_000_000, "乙")
		move(office, ours, apptest.Doc{"code": "STARTED", "occurred_on": "2026-06-10"}).Want(http.StatusCreated)
		for _, e := range office.Get("/projects/" + ours + "/stage-events").Want(http.StatusOK).JSON().Items("events") {
			verifier.Post("/stage-events/"+e.Text("id")+"/verdicts", apptest.Doc{"agrees": true}).Want(http.StatusOK)
		}
		target := func(unit string, indicator string, value int) apptest.Doc {
			return apptest.Doc{"unit_id": p.Units[unit].ID, "indicator": indicator, "value": value}
		}
		setOver(office, "/targets/2026", apptest.Doc{"items": []apptest.Doc{target("赤城县", "funds", 200_000_000),
			target("县水务局", "funds", 50_000_000), target("赤城县", "started", 9)}}).Want(http.StatusOK)
		c := front(principal)
		if f := c.In("funds"); f.Int("target") != 200_000_000 || f.In("done")["value"] != 0.5 || f["pace"] != 0.75 || f["gap"] != -25.0 {
			t.Errorf("funds %v, want half of the target and 25 points behind", f)
		}
		if s := c.In("shortfall"); s.Int("amount") != 40_000_000 || len(s.Items("units")) != 2 || s.Items("units")[0].Text("name") != "县文旅局" ||
			s.Items("units")[0].Int("amount") != 30_000_000 {
			t.Errorf("shortfall %v", s)
		}
		lines := c.Items("units")
		if len(lines) != 2 || lines[0].Text("name") != "县水务局" || lines[0].In("done")["value"] != 0.8 || lines[1].In("done")["value"] != nil {
			t.Errorf("ranking %v: the county is no unit, and who has no target comes last", lines)
		}
		if c.In("outlook").Int("target") != 9 {
			t.Errorf("target %v", c.In("outlook"))
		}
		// Who sees a part is not held against the whole.
		part := front(leader)
		if part.In("scope").Text("kind") != "own" || c.In("scope").Text("kind") != "county" || part.In("funds").
			In("done")["value"] != nil || part.In("outlook")["target"] != nil || len(part.Items("units")) != 1 ||
			part.Items("units")[0].In("done")["value"] != nil {
			t.Errorf("a leader of one project: %v", part)
		}
		if part.In("projects").Text("which") != "own" || len(part.In("projects").Items("items")) != 1 {
			t.Errorf("a leader's own: %v", part["projects"])
		}
		if own := front(clerk); own.In("scope").Text("kind") != "unit" || own.In("scope").Text("unit") != "县水务局" || own.In("funds").
			In("done")["value"] != nil || own.Items("units")[0].In("done")["value"] != 0.8 {
			t.Errorf("a unit's own target: %v", own)
		}
		for _, who := range []*apptest.Person{office, leader, principal, clerk, verifier} {
			behindTheCockpit(t, who, "")
			behindTheCockpit(t, who, "&unit_id="+string(p.Units["县水务局"].ID))
		}
		// One unit, all of it counted, is held against its own target.
		unit := office.Get("/reports/cockpit?unit_id=" + string(p.Units["县水务局"].ID)).Want(http.StatusOK).JSON()
		if unit.In("scope").Text("unit") != "县水务局" || unit.In("funds").In("done")["value"] != 0.8 || unit.In("outlook")["target"] != nil ||
			len(unit.Items("allotments")) != 0 {
			t.Errorf("a unit's page: %v %v", unit["scope"], unit["funds"])
		}
		if part := leader.Get("/reports/cockpit?unit_id=" + string(p.Units["县水务局"].ID)).JSON(); part.In("scope").
			Text("kind") != "part" || part.In("funds").In("done")["value"] != nil {
			t.Errorf("a unit of which one sees a part: %v %v", part["scope"], part["funds"])
		}
		p.Nobody().Get("/reports/cockpit").Want(http.StatusUnauthorized)
		p.Appoint(org.SystemAdmin, "赤城县").Get("/reports/cockpit").Want(http.StatusForbidden)
		office.Get("/reports/cockpit?effective=2027-01-01").Want(http.StatusUnprocessableEntity)
		office.Get("/reports/lights?colour=pink").Want(http.StatusUnprocessableEntity)
	})
}

func TestAKeyProjectTellsWhatItsLightWasAndWhatComesNext(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		p.Clock.Set("2026-06-01")
		office, verifier := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.Verifier, "县发改局")
		key := []apptest.Doc{{"year": 2026, "level": "county"}}
		late := led(t, p, office, "逾期项目", apptest.Doc{"key_levels": key, "planned_start": "2026-06-15"})
		begun := led(t, p, office, "在建项目", apptest.Doc{"key_levels": key, "planned_completion": "2027-06-01"})
		led(t, p, office, "不在清单", apptest.Doc{"planned_start": "2026-05-01"})
		move(office, begun, apptest.Doc{"code": "STARTED", "occurred_on": "2026-06-01"}).Want(http.StatusCreated)
		entry := office.Post("/projects/"+begun+"/funds", apptest.Doc{"category": "building", "amount": 200_000_000, "paid_on": "2026-06-01",
			"voucher": "丙"}).Want(http.StatusCreated).JSON().Items("items")[0]
		p.Clock.Set("2026-08-20")
		for _, who := range []*apptest.Person{office, verifier} {
			who.SignInAgain()
		}
		for _, id := range []string{late, begun} {
			now := office.Get("/projects/" + id).JSON()
			facts := apptest.Doc{"content": "补充建设内容"}
			for _, field := range []string{"name", "responsible_unit_id", "client_id", "contract_amount", "total_investment", "planned_start",
				"planned_completion", "key_levels"} {
				if v, ok := now[field]; ok {
					facts[field] = v
				}
			}
			office.Put("/projects/"+id, now.Int("version"), facts).Want(http.StatusOK)
		}
		p.Clock.Set("2026-09-26")
		for _, who := range []*apptest.Person{office, verifier} {
			who.SignInAgain()
		}
		c := front(office)
		list := c.In("projects")
		items := map[string]apptest.Doc{}
		for _, x := range list.Items("items") {
			items[x.Text("name")] = x
		}
		if list.Text("which") != "key" || len(items) != 2 {
			t.Fatalf("%v, want the two of the list", list)
		}
		// Both were changed in August. Planned for 15 June: 2.5 months over on 31 August is yellow, 3.4 on 26 September red.
		if x := items["逾期项目"]; x.Text("colour") != "red" || x.Text("was") != "yellow" || x.Text("next") != "start" ||
			x.Text("due") != "2026-06-15" || x.Int("workdays") != -73 || x["plan"] != nil {
			t.Errorf("%v", x)
		}
		if x := items["在建项目"]; x["done"] != 50.0 || x["plan"] == nil || x.Text("next") != "completion" || x.Int("workdays") < 160 {
			t.Errorf("%v", x)
		}
		concerns := c.In("concerns")
		first := concerns.Items("items")[0]
		if first.Text("kind") != "red" || first.Text("project") != "逾期项目" || first.Text("was") != "yellow" || first.Int("workdays") != 73 ||
			first.Int("amount") != 400_000_000 {
			t.Errorf("turned red this month comes first: %v", concerns)
		}
		if concerns.Int("should_start") != 2 || concerns.Int("unseen") != 1 {
			t.Errorf("%v", concerns)
		}
		behindTheCockpit(t, office, "")
		verifier.Post("/funds/"+entry.Text("id")+"/verdicts", apptest.Doc{"amount": 0, "note": "没有票据"}).Want(http.StatusOK)
		if n := front(office).In("concerns").Int("unseen"); n != 0 {
			t.Errorf("%d wait for a verifier who has looked", n)
		}
	})
}

// The front page of the 24 projects says what domain.md §8.1 and the looks say.
func TestTheDemonstrationOf24ProjectsStandsOnTheCockpit(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		cockpitOf24(t, demonstration(t, p), func(what string, got any, want float64) {
			t.Helper()
			within(t, what, got, want, 1e-9)
		})
	})
}

// cockpitOf24 holds the front page against domain.md §8.1 and the looks.
func cockpitOf24(t *testing.T, office *apptest.Person, near func(what string, got any, want float64)) {
	t.Helper()
	c := front(office)
	if plain := c.In("plain"); plain.Int("numerator") != 10 || plain.Int("denominator") != 24 {
		t.Errorf("plain %v, want 10 of 24: 41.7 %%", plain)
	}
	near("plain", c.In("plain")["value"], 10.0/24)
	at := c.In("curve").Items("at_months")[4]
	near("months", at["months"], 15)
	near("started by 15 months, waiting and ended allowed for", at["started"], 0.5686274510)
	look := c.In("outlook")
	ahead := look.Items("ahead")
	if len(ahead) != 3 || ahead[0].Text("on") != "2026-10-31" || ahead[2].Text("on") != "2026-12-31" {
		t.Fatalf("ahead %v, want the ends of three months", ahead)
	}
	near("the last of them is the year's", ahead[2]["expected"], look["expected"].(float64))
	if fmt.Sprint(ahead[2]["low"], ahead[2]["high"]) != fmt.Sprint(look["low"], look["high"]) ||
		ahead[0]["expected"].(float64) > ahead[1]["expected"].(float64) {
		t.Errorf("ahead %v, outlook %v", ahead, look)
	}
	if ahead[2]["indicative"] != true {
		t.Error("after fifteen months fewer than five were watched, and it is not said")
	}
	steps := look.Items("starts")
	if len(steps) == 0 || steps[len(steps)-1].Int("sum") != look.Int("started_so_far") {
		t.Errorf("starts %v, %d so far", steps, look.Int("started_so_far"))
	}
	behindTheCockpit(t, office, "")
}

// What was signed before the last year is not in the curve of the front page, nor on
// the page that it opens; what starts this year is expected of all of it, on both.
func TestTheCockpitAndThePageThatItOpensCountOneWindow(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := demonstration(t, p)
		setOver(office, "/targets/2026", apptest.Doc{"items": []apptest.Doc{{"unit_id": p.Units["赤城县"].ID, "indicator": "started",
			"value": 12}}}).Want(http.StatusOK)
		signedOn(t, p, office, "等了三年", "2023-10-20", 100_000_000)
		begun := signedOn(t, p, office, "前年签约今年开工", "2024-11-20", 100_000_000)
		move(office, begun, apptest.Doc{"code": "STARTED", "occurred_on": "2026-04-20"}).Want(http.StatusCreated)
		c := front(office)
		if c.In("plain").Int("denominator") != 24 || c.Text("since") != "2025-01-01" {
			t.Errorf("plain %v since %s, want the 24 since 2025", c["plain"], c.Text("since"))
		}
		all := office.Get("/reports/conversion").Want(http.StatusOK).JSON()
		if n := all.In("total").In("signed").Int("count"); n != 26 {
			t.Errorf("%d signed in all, want 26: the window no longer shows", n)
		}
		if since := office.Get("/reports/conversion?signed_from=2025-01-01").JSON(); since.In("scope").Text("kind") != "county" {
			t.Errorf("a window of the county is of the %v", since["scope"])
		}
		if part := office.Get("/reports/analysis?signed_from=2025-01-01").JSON(); part.In("outlook")["target"] != nil {
			t.Errorf("the starts of a window are held against the county's target: %v", part["outlook"])
		}
		behindTheCockpit(t, office, "")
		behindTheCockpit(t, p.Appoint(org.UnitHead, "县水务局"), "")
	})
}
