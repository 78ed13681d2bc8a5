package api_test

import (
	"net/http"
	"testing"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/internal/apptest"
)

func TestTheDeskCountsWhatIsOverdueInWorkingDaysAndShowsWhatWasDoneToday(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		officer, other := p.Appoint(org.Officer, "县商务局"), p.Appoint(org.Officer, "县商务局")
		visit := officer.Post("/visits", apptest.Doc{"way": "out", "on": apptest.Day, "company": "绿森板业"}).Want(http.StatusCreated).JSON()
		steps := []apptest.Doc{{"title": "送合同文本", "due_on": apptest.Day}, {"title": "约现场", "due_on": "2026-10-10"},
			{"title": "回访", "due_on": "2026-10-14"}}
		officer.Post("/visits/"+visit.Text("id")+"/complete", apptest.Doc{"outcome": "intent", "summary": "有意向", "steps": steps}, "If-Match",
			version(1)).Want(http.StatusOK)
		officer.Post("/leads", apptest.Doc{"company": "恒瑞", "subject": "制药", "channel": "self", "next_on": "2026-10-09",
			"next_action": "电话跟进张总"}).Want(http.StatusCreated)

		// Between lie the Mid-Autumn weekend, National Day, and a Saturday worked in exchange.
		p.Clock.Set("2026-10-10")
		officer.SignInAgain()
		desk := officer.Get("/desk").Want(http.StatusOK).JSON()
		late := desk.Items("overdue")
		if len(late) != 2 || late[0].Text("title") != "送合同文本" || late[0].Int("late") != 6 || late[0].Text("about") != "绿森板业" {
			t.Fatalf("overdue: %v", late)
		}
		if l := late[1]; l.Text("kind") != "lead" || l.Text("title") != "电话跟进张总" || l.Int("late") != 1 || l.Text("about") != "恒瑞" {
			t.Errorf("the lead whose day has passed: %v", l)
		}
		if due := desk.Items("due"); len(due) != 1 || due[0].Text("title") != "约现场" || due[0].Int("late") != 0 || desk.Int("week") != 1 {
			t.Errorf("due today %v, further this week %d", due, desk.Int("week"))
		}

		path := "/follow-ups/" + late[0].Text("id")
		other.SignInAgain()
		other.Request(http.MethodPut, "/api/v1"+path, apptest.Doc{"done": true}).Want(http.StatusNotFound)
		if d := other.Get("/desk").Want(http.StatusOK).JSON(); len(d.Items("overdue"))+len(d.Items("due")) != 0 {
			t.Errorf("somebody else's steps are on the desk: %v", d)
		}
		officer.Request(http.MethodPut, "/api/v1"+path, apptest.Doc{"done": true}).Want(http.StatusOK)
		desk = officer.Get("/desk").Want(http.StatusOK).JSON()
		if done := desk.Items("done"); len(done) != 1 || done[0].Text("done_at") == "" || len(desk.Items("overdue")) != 1 {
			t.Errorf("after the tick: %v", desk)
		}
		officer.Request(http.MethodPut, "/api/v1"+path, apptest.Doc{"done": false}).Want(http.StatusOK)
		if d := officer.Get("/desk").Want(http.StatusOK).JSON(); len(d.Items("done")) != 0 || len(d.Items("overdue")) != 2 {
			t.Errorf("after taking it back: %v", d)
		}
	})
}

func TestTheDeskNamesWhomToCallOnTodaysVisits(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		officer, leader := p.Appoint(org.Officer, "县商务局"), p.Appoint(org.CountyLeader, "赤城县")
		client := officer.Post("/clients", apptest.Doc{"name": "百龙体育"}).Want(http.StatusCreated).JSON()
		officer.Post("/contacts", apptest.Doc{"client_id": client.Text("id"), "name": "张总", "work_phone": "010-65550101"}).
			Want(http.StatusCreated)
		officer.Post("/visits", apptest.Doc{"way": "in", "on": apptest.Day, "company": "没有时间的来访"}).Want(http.StatusCreated)
		officer.Post("/visits", apptest.Doc{"way": "out", "on": apptest.Day, "starts_at": "15:00", "company": "百龙体育",
			"client_ids": []string{client.Text("id")}, "leader_id": leader.ID}).Want(http.StatusCreated)
		lead := officer.Post("/leads", apptest.Doc{"company": "绿森", "subject": "板材", "channel": "self", "contact_name": "李经理",
			"contact_phone": "13800000000"}).Want(http.StatusCreated).JSON()
		officer.Post("/visits", apptest.Doc{"way": "out", "on": apptest.Day, "starts_at": "09:30", "company": "绿森",
			"lead_ids": []string{lead.Text("id")}, "leader_id": leader.ID}).Want(http.StatusCreated)

		trips := officer.Get("/desk").Want(http.StatusOK).JSON().Items("visits")
		if len(trips) != 3 || trips[0].Text("contact_phone") != "13800000000" || trips[1].Text("contact_name") != "张总" ||
			trips[2].Text("contact_phone") != "" {
			t.Errorf("trips in order of the hour: %v", trips)
		}
		// Both visits are calls of a leader; only one is at the door of a client.
		if trips[0].Int("call") != 0 || trips[1].Int("call") != 1 || trips[2].Int("call") != 0 {
			t.Errorf("which call each visit is: %v", trips)
		}
		officer.Post("/visits/"+trips[1].Text("id")+"/complete", apptest.Doc{"outcome": "intent", "summary": "谈成"}, "If-Match", version(1)).
			Want(http.StatusOK)
		officer.Post("/visits", apptest.Doc{"way": "out", "on": apptest.Day, "starts_at": "17:00", "company": "百龙体育",
			"client_ids": []string{client.Text("id")}, "leader_id": leader.ID}).Want(http.StatusCreated)
		if again := officer.Get("/desk").Want(http.StatusOK).JSON().Items("visits"); again[1].Int("call") != 1 || again[2].Int("call") != 2 {
			t.Errorf("the second call of the day: %v", again)
		}
		// The leader sees the client, which is shared, but not the officer's lead.
		led := leader.Get("/desk").Want(http.StatusOK).JSON().Items("visits")
		if len(led) != 3 || led[0].Text("contact_phone") != "" || led[1].Text("contact_phone") != "010-65550101" {
			t.Errorf("the leader's trips: %v", led)
		}
	})
}

func TestALeadOnWhichNothingHappensIsRemindedOfAfterFifteenDays(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		officer, clerk, stranger := p.Appoint(org.Officer, "县商务局"), p.Appoint(org.UnitClerk, "县商务局"), p.Appoint(org.Officer, "县商务局")
		quiet := officer.Post("/leads", apptest.Doc{"company": "安静公司", "subject": "沸石环保", "channel": "self"}).Want(http.StatusCreated).JSON()
		busy := officer.Post("/leads", apptest.Doc{"company": "热闹公司", "subject": "茶饮", "channel": "self"}).Want(http.StatusCreated).JSON()
		p.Clock.Set("2026-10-11")
		officer.SignInAgain()
		if idle := officer.Get("/desk/leads").Want(http.StatusOK).JSON().Items("idle"); len(idle) != 0 {
			t.Errorf("on the fifteenth day: %v", idle)
		}
		officer.Post("/timeline", apptest.Doc{"subject_kind": "lead", "subject_id": busy.Text("id"), "kind": "phone", "text": "打了电话"}).
			Want(http.StatusNoContent)
		p.Clock.Set("2026-10-12")
		for _, who := range []*apptest.Person{officer, clerk, stranger} {
			who.SignInAgain()
		}
		desk := officer.Get("/desk/leads").Want(http.StatusOK).JSON()
		idle := desk.Items("idle")
		if len(idle) != 1 || idle[0].Text("id") != quiet.Text("id") || idle[0].Int("days") != 16 ||
			idle[0].Text("release_on") != "2026-10-26" || desk.Int("release_days") != 30 {
			t.Errorf("idle: %v", desk)
		}
		if n := len(stranger.Get("/desk/leads").Want(http.StatusOK).JSON().Items("idle")); n != 0 {
			t.Errorf("%d leads of somebody else are reminded of", n)
		}
		p.Appoint(org.AuditAdmin, "赤城县").Get("/desk/leads").Want(http.StatusForbidden)

		officer.Post("/leads/"+busy.Text("id")+"/assess", apptest.Doc{"valid": true, "verdict": "符合"}, "If-Match",
			version(busy.Int("version"))).Want(http.StatusOK)
		way := officer.Get("/desk/leads").Want(http.StatusOK).JSON().In("way")
		if way.Int("leads") != 2 || way.Int("valid") != 1 || way.Int("signed") != 0 || way["unit"] != false {
			t.Errorf("the officer's way: %v", way)
		}
		if way := clerk.Get("/desk/leads").Want(http.StatusOK).JSON().In("way"); way.Int("leads") != 2 || way["unit"] != true {
			t.Errorf("the unit's way: %v", way)
		}
		if way := p.Appoint(org.CountyLeader, "赤城县").Get("/desk/leads").Want(http.StatusOK).JSON()["way"]; way != nil {
			t.Errorf("a leader, who works on no leads, is shown %v", way)
		}
	})
}

func TestTheDeskShowsOwnProjectsWithTheirLightAndWhatTheNextStageAsksFor(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		clerk, stranger, leader := p.Appoint(org.UnitClerk, "县水务局"), p.Appoint(org.UnitClerk, "县文旅局"), p.Appoint(org.CountyLeader, "赤城县")
		water := p.Units["县水务局"].ID
		late := office.Post("/projects", apptest.Doc{"name": "迟了的项目", "responsible_unit_id": water, "planned_start": "2026-03-01",
			"leader_ids": []domain.ID{leader.ID}}).Want(http.StatusCreated).JSON()
		office.Post("/projects", apptest.Doc{"name": "新项目", "responsible_unit_id": water}).Want(http.StatusCreated)

		move(office, late.Text("id"), apptest.Doc{"code": "LEAD", "occurred_on": apptest.Day}).Want(http.StatusCreated)

		desk := clerk.Get("/desk/projects").Want(http.StatusOK).JSON()
		items := desk.Items("items")
		if desk.Int("projects") != 2 || len(items) != 2 || desk["led"] != false {
			t.Fatalf("the unit's projects: %v", desk)
		}
		first := items[0]
		if first.Text("name") != "迟了的项目" || first.Text("colour") != "red" || first.Text("reason") == "" || first.Text("next") != "QUALIFIED" ||
			len(first.Items("missing")) == 0 {
			t.Errorf("the worst comes first, with its reason and what is missing: %v", first)
		}
		if led := leader.Get("/desk/projects").Want(http.StatusOK).
			JSON(); led.Int("projects") != 1 || led["led"] != true || led.Items("items")[0].Text("id") != late.Text("id") {
			t.Errorf("the leader's projects: %v", led)
		}
		if d := stranger.Get("/desk/projects").Want(http.StatusOK).JSON(); d.Int("projects") != 0 || len(d.Items("items")) != 0 {
			t.Errorf("another unit is shown %v", d)
		}
		// An office that sees everything answers for its own unit's.
		if d := office.Get("/desk/projects").Want(http.StatusOK).JSON(); d.Int("projects") != 0 {
			t.Errorf("the office is asked to bring on %v", d)
		}
		missing := len(first.Items("missing"))
		attach(t, clerk, late.ID("id"), first.Items("missing")[0].Text("key")[len("evidence."):])
		if now := clerk.Get("/desk/projects").JSON().Items("items")[0]; len(now.Items("missing")) != missing-1 {
			t.Errorf("after the paper was attached: %v", now)
		}
		p.Appoint(org.AuditAdmin, "赤城县").Get("/desk/projects").Want(http.StatusForbidden)
	})
}

// waiting gives the ids of what waits for somebody, of one kind.
func waiting(who *apptest.Person, kind string) []string {
	var ids []string
	for _, g := range who.Get("/desk/decisions").Want(http.StatusOK).JSON().Items("groups") {
		if g.Text("kind") == kind {
			for _, d := range g.Items("items") {
				ids = append(ids, d.Text("id"))
			}
		}
	}
	return ids
}

func TestClaimsAndMoneyWaitForVerifiersOfOtherUnitsUntilTheyAreDecided(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		one, two, own := p.Appoint(org.Verifier, "县发改局"), p.Appoint(org.Verifier, "县发改局"), p.Appoint(org.Verifier, "县水务局")
		project := signedOn(t, p, office, "甲项目", "2026-01-10", 300_000_000)
		office.Post("/projects/"+project+"/funds", apptest.Doc{"category": "equipment", "amount": 5_000_000, "paid_on": "2026-03-01",
			"voucher": "记-12"}).Want(http.StatusCreated)

		claims, funds := waiting(one, "stage"), waiting(one, "fund")
		if len(claims) != 1 || len(funds) != 1 {
			t.Fatalf("waiting for a verifier: %v %v", claims, funds)
		}
		if n := len(waiting(own, "stage")) + len(waiting(own, "fund")); n != 0 {
			t.Errorf("%d things of the own unit wait for its verifier", n)
		}
		if n := len(waiting(office, "stage")) + len(waiting(office, "fund")); n != 0 {
			t.Errorf("%d things wait for the office, which verifies nothing", n)
		}
		// A signing wants two people: after the first it waits for the second alone.
		one.Post("/stage-events/"+claims[0]+"/verdicts", apptest.Doc{"agrees": true}).Want(http.StatusOK)
		if len(waiting(one, "stage")) != 0 || len(waiting(two, "stage")) != 1 {
			t.Errorf("after one verdict: %v and %v", waiting(one, "stage"), waiting(two, "stage"))
		}
		two.Post("/stage-events/"+claims[0]+"/verdicts", apptest.Doc{"agrees": true}).Want(http.StatusOK)
		one.Post("/funds/"+funds[0]+"/verdicts", apptest.Doc{"amount": 5_000_000,
			"supports": shown(t, office, project, 5_000_000)}).Want(http.StatusOK)
		for _, who := range []*apptest.Person{one, two} {
			if n := len(waiting(who, "stage")) + len(waiting(who, "fund")); n != 0 {
				t.Errorf("%d decided things wait still", n)
			}
		}
		// What a verifier refused waits for the unit, not for other verifiers.
		second := signedOn(t, p, office, "乙项目", "2026-02-10", 100_000_000)
		claim := waiting(one, "stage")[0]
		one.Post("/stage-events/"+claim+"/verdicts", apptest.Doc{"agrees": false}).Want(http.StatusUnprocessableEntity)
		one.Post("/stage-events/"+claim+"/verdicts", apptest.Doc{"agrees": false, "note": "合同未盖章"}).Want(http.StatusOK)
		if n := len(waiting(two, "stage")); n != 0 {
			t.Errorf("%d refused claims of %s wait", n, second)
		}
	})
}

func TestLeadsAndSuspicionsWaitForWhoeverMayDecideThem(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, verifier := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.Verifier, "县发改局")
		clerk, stranger := p.Appoint(org.UnitClerk, "县水务局"), p.Appoint(org.UnitClerk, "县文旅局")
		lead := clerk.Post("/leads", apptest.Doc{"company": "绿森", "subject": "板材", "channel": "self"}).Want(http.StatusCreated).JSON()
		for who, want := range map[*apptest.Person]int{office: 1, clerk: 1, stranger: 0, verifier: 0} {
			if n := len(waiting(who, "lead")); n != want {
				t.Errorf("%d leads wait for %s, want %d", n, who.Actor.Name, want)
			}
		}
		office.Post("/leads/"+lead.Text("id")+"/assess", apptest.Doc{"valid": true, "verdict": "符合"}, "If-Match", version(1)).Want(http.StatusOK)
		if n := len(waiting(clerk, "lead")); n != 0 {
			t.Errorf("%d judged leads wait", n)
		}

		id := signedOn(t, p, office, "甲项目", "2026-01-10", 300_000_000)
		client := office.Get("/clients/" + office.Get("/projects/"+id).JSON().Text("client_id")).JSON()
		office.Put("/clients/"+client.Text("id"), client.Int("version"),
			apptest.Doc{"name": client.Text("name"), "registered_capital": 1_000_000}).Want(http.StatusOK)
		verifier.Post("/suspicions/scan", apptest.Doc{}).Want(http.StatusOK)
		found := waiting(clerk, "suspicion_answer")
		if len(found) == 0 || len(waiting(stranger, "suspicion_answer")) != 0 || len(waiting(office, "suspicion_answer")) != 0 ||
			len(waiting(verifier, "suspicion_close")) != 0 {
			t.Fatalf("suspicions to answer: %v", found)
		}
		clerk.Post("/suspicions/"+found[0]+"/answer", apptest.Doc{"answer": "母公司担保"}, "If-Match", version(1)).Want(http.StatusOK)
		if closing := waiting(verifier, "suspicion_close"); len(closing) != 1 || closing[0] != found[0] ||
			len(waiting(clerk, "suspicion_answer")) != len(found)-1 {
			t.Errorf("after the answer: %v", closing)
		}
		if n := len(p.Appoint(org.AuditAdmin, "赤城县").Get("/desk/decisions").Want(http.StatusOK).JSON().Items("groups")); n != 0 {
			t.Errorf("%d kinds of business wait for an administrator", n)
		}
	})
}
