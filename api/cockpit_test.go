package api_test

import (
	"fmt"
	"net/http"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

func front(who *apptest.Person) apptest.Doc {
	return who.Get("/reports/cockpit").Want(http.StatusOK).JSON()
}

// behindTheCockpit opens what is behind each of the cockpit's figures for somebody:
// lights, unit lines, the shortfall, and what wants the leader.
func behindTheCockpit(t *testing.T, who *apptest.Person, c apptest.Doc) {
	t.Helper()
	same := func(what string, shown, rows int) {
		t.Helper()
		if shown != rows {
			t.Errorf("%s: %d on the cockpit, %d behind it", what, shown, rows)
		}
	}
	rows := func(path string) int { return len(who.Get(path).Want(http.StatusOK).JSON().Items("items")) }
	projects := c.In("projects")
	narrowed := map[string]string{"key": "&on_key_lists=true"}[projects.Text("which")]
	for _, colour := range []string{"red", "yellow", "green", "none"} {
		same(colour, projects.In("counts").Int(colour), rows("/reports/lights?colour="+colour+narrowed))
	}
	short := 0
	for _, u := range c.Items("units") {
		sum := who.Get("/reports/funds?unit_id=" + u.Text("unit_id")).Want(http.StatusOK).JSON().In("sum")
		same(u.Text("name")+" reported", u.Int("reported"), sum.Int("reported"))
		same(u.Text("name")+" verified", u.Int("actual"), sum.Int("verified"))
		short += sum.Int("reported") - sum.Int("verified")
	}
	same("below reported", c.In("shortfall").Int("amount"), short)
	concerns := c.In("concerns")
	same("red", concerns.Int("red"), rows("/reports/lights?colour=red"))
	same("suspicions", concerns.Int("suspicions"), rows("/suspicions?state=open"))
	same("should have begun", concerns.Int("should_start"), who.Get("/projects?should_have_begun="+c.Text("on")).Want(http.StatusOK).JSON().Int("count"))
	unseen := who.Get("/reports/funds?unseen_by=" + concerns.Text("unseen_by")).Want(http.StatusOK).JSON()
	same("money that no verifier looked at", concerns.Int("unseen"), unseen.In("sum").Int("entries"))
	same("and its rows", concerns.Int("unseen"), len(unseen.Items("items")))
	known := who.Get("/reports/funds?as_of=" + c.Text("on") + "&unseen_by=" + concerns.Text("unseen_by")).Want(http.StatusOK).JSON()
	same("and as known today", concerns.Int("unseen"), known.In("sum").Int("entries"))
	same("all that wants the leader", concerns.Int("total"), concerns.Int("red")+concerns.Int("suspicions")+concerns.Int("should_start")+concerns.Int("unseen"))
	if starts := c.In("outlook").Items("starts"); len(starts) > 0 {
		same("the last step of the year's starts", starts[len(starts)-1].Int("sum"), c.Items("figures")[1].Int("claimed"))
	}
	year := c.Text("on")[:4] + "-01-01"
	for i, q := range []string{"started_from=" + year + "&confirmed=STARTED", "signed_from=" + c.Text("since") + "&confirmed=SIGNED", "", "produced_from=" + c.Text("since") + "&confirmed=IN_PRODUCTION"} {
		if f := c.Items("figures")[i+1]; q != "" {
			same(f.Text("key")+" confirmed", f.Int("confirmed"), who.Get("/projects?"+q).Want(http.StatusOK).JSON().Int("count"))
		}
	}
	for _, step := range c.Items("path") {
		if n, ok := step["confirmed"].(float64); ok && int(n) > step.In("reached").Int("count") {
			t.Errorf("%s: %v confirmed of %v", step.Text("stage"), n, step.In("reached"))
		} else if ok {
			same(step.Text("stage")+" confirmed", int(n), who.Get("/projects?reached="+step.Text("stage")+"&confirmed="+step.Text("stage")).Want(http.StatusOK).JSON().Int("count"))
		}
	}
}

// led puts a signed project under a leader's wing, planned to begin on a day.
func led(t *testing.T, p *apptest.Product, office *apptest.Person, name string, change apptest.Doc) string {
	t.Helper()
	id := signedOn(t, p, office, name, "2026-02-10", 300_000_000)
	now := office.Get("/projects/" + id).JSON()
	facts := apptest.Doc{"name": name, "company_name": "项目公司", "company_code": "91130732MA0CEXQ31L", "responsible_unit_id": p.Units["县水务局"].ID, "client_id": now.Text("client_id"), "contract_amount": 300_000_000, "total_investment": 400_000_000}
	for k, v := range change {
		facts[k] = v
	}
	office.Put("/projects/"+id, now.Int("version"), facts).Want(http.StatusOK)
	return id
}

func TestTheCockpitNamesTheGapToTheTargetAndWhoMakesIt(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, verifier := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.Verifier, "县发改局")
		leader, principal, clerk := p.Appoint(org.CountyLeader, "赤城县"), p.Appoint(org.PrincipalLeader, "赤城县"), p.Appoint(org.UnitClerk, "县水务局")
		if c := front(principal); c.In("funds").In("done")["value"] != nil || c.In("outlook")["target"] != nil || c.In("outlook")["known"] != false || len(c.In("outlook").Items("ahead")) != 0 {
			t.Errorf("without targets or signings: %v %v", c["funds"], c["outlook"])
		}
		ours := led(t, p, office, "供水项目", apptest.Doc{"leader_ids": []any{leader.ID}})
		theirs := led(t, p, office, "文旅项目", apptest.Doc{"responsible_unit_id": p.Units["县文旅局"].ID})
		pay := func(id string, reported, verified int, voucher string) {
			entry := office.Post("/projects/"+id+"/funds", apptest.Doc{"category": "equipment", "amount": reported, "paid_on": "2026-05-06", "voucher": voucher}).Want(http.StatusCreated).JSON().Items("items")[0]
			verifier.Post("/funds/"+entry.Text("id")+"/verdicts", apptest.Doc{"amount": verified, "note": "按票据核减"}).Want(http.StatusOK)
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
		office.Put("/targets/2026", 0, apptest.Doc{"items": []apptest.Doc{target("赤城县", "funds", 200_000_000), target("县水务局", "funds", 50_000_000), target("赤城县", "started", 9)}}).Want(http.StatusOK)
		c := front(principal)
		if f := c.In("funds"); f.Int("target") != 200_000_000 || f.In("done")["value"] != 0.5 || f["pace"] != 0.75 || f["gap"] != -25.0 {
			t.Errorf("funds %v, want half of the target and 25 points behind", f)
		}
		if s := c.In("shortfall"); s.Int("amount") != 40_000_000 || len(s.Items("units")) != 2 || s.Items("units")[0].Text("name") != "县文旅局" || s.Items("units")[0].Int("amount") != 30_000_000 {
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
		if part["whole"] != false || c["whole"] != true || part.In("funds").In("done")["value"] != nil || part.In("outlook")["target"] != nil || len(part.Items("units")) != 1 || part.Items("units")[0].In("done")["value"] != nil {
			t.Errorf("a leader of one project: %v", part)
		}
		if part.In("projects").Text("which") != "own" || len(part.In("projects").Items("items")) != 1 {
			t.Errorf("a leader's own: %v", part["projects"])
		}
		if own := front(clerk); own.In("funds").In("done")["value"] != nil || own.Items("units")[0].In("done")["value"] != 0.8 {
			t.Errorf("a unit's own target: %v", own)
		}
		for _, who := range []*apptest.Person{office, leader, principal, clerk} {
			behindTheCockpit(t, who, front(who))
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
		entry := office.Post("/projects/"+begun+"/funds", apptest.Doc{"category": "building", "amount": 200_000_000, "paid_on": "2026-06-01", "voucher": "丙"}).Want(http.StatusCreated).JSON().Items("items")[0]
		p.Clock.Set("2026-08-20")
		for _, who := range []*apptest.Person{office, verifier} {
			who.SignInAgain()
		}
		for _, id := range []string{late, begun} {
			now := office.Get("/projects/" + id).JSON()
			facts := apptest.Doc{"content": "补充建设内容"}
			for _, field := range []string{"name", "responsible_unit_id", "client_id", "contract_amount", "total_investment", "planned_start", "planned_completion", "key_levels"} {
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
		if x := items["逾期项目"]; x.Text("colour") != "red" || x.Text("was") != "yellow" || x.Text("next") != "start" || x.Text("due") != "2026-06-15" || x.Int("workdays") != -73 || x["plan"] != nil {
			t.Errorf("%v", x)
		}
		if x := items["在建项目"]; x["done"] != 50.0 || x["plan"] == nil || x.Text("next") != "completion" || x.Int("workdays") < 160 {
			t.Errorf("%v", x)
		}
		concerns := c.In("concerns")
		first := concerns.Items("items")[0]
		if first.Text("kind") != "red" || first.Text("project") != "逾期项目" || first.Text("was") != "yellow" || first.Int("workdays") != 73 || first.Int("amount") != 400_000_000 {
			t.Errorf("turned red this month comes first: %v", concerns)
		}
		if concerns.Int("should_start") != 2 || concerns.Int("unseen") != 1 {
			t.Errorf("%v", concerns)
		}
		behindTheCockpit(t, office, c)
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
	if fmt.Sprint(ahead[2]["low"], ahead[2]["high"]) != fmt.Sprint(look["low"], look["high"]) || ahead[0]["expected"].(float64) > ahead[1]["expected"].(float64) {
		t.Errorf("ahead %v, outlook %v", ahead, look)
	}
	if ahead[2]["indicative"] != true {
		t.Error("after fifteen months fewer than five were watched, and it is not said")
	}
	steps := look.Items("starts")
	if len(steps) == 0 || steps[len(steps)-1].Int("sum") != look.Int("started_so_far") {
		t.Errorf("starts %v, %d so far", steps, look.Int("started_so_far"))
	}
	behindTheCockpit(t, office, c)
}
