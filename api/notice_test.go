package api_test

import (
	"context"
	"fmt"
	"net/http"
	"testing"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/internal/apptest"
)

// told runs the teller and gives what a person is told, newest first.
func told(p *apptest.Product, who *apptest.Person) []apptest.Doc {
	p.T.Helper()
	if err := p.Services.Dispatcher.Run(context.Background()); err != nil {
		p.T.Fatal(err)
	}
	return who.Get("/notices").Want(http.StatusOK).JSON().Items("items")
}

// kinds counts notices by kind.
func kinds(all []apptest.Doc) map[string]int {
	out := map[string]int{}
	for _, n := range all {
		out[n.Text("kind")]++
	}
	return out
}

func unread(who *apptest.Person) int {
	return who.Get("/notices/unread").Want(http.StatusOK).JSON().Int("count")
}

func readAll(p *apptest.Product, who *apptest.Person) {
	p.T.Helper()
	told(p, who)
	who.Post("/notices/read-all", nil).Want(http.StatusNoContent)
}

func newProject(who *apptest.Person, name string, more apptest.Doc) domain.ID {
	body := apptest.Doc{"name": name}
	for k, v := range more {
		body[k] = v
	}
	return who.Post("/projects", body).Want(http.StatusCreated).JSON().ID("id")
}

func note(who *apptest.Person, project domain.ID, text string, mentions ...domain.ID) *apptest.Answer {
	return who.Post("/timeline", apptest.Doc{"subject_kind": "project", "subject_id": project, "kind": "progress", "text": text,
		"mentions": mentions})
}

func TestWhoFollowsARecordIsToldOnceAndNeverOfOnesOwnDoing(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		clerk, head, other := p.Appoint(org.UnitClerk, "县水务局"), p.Appoint(org.UnitHead, "县水务局"), p.Appoint(org.UnitClerk, "县文旅局")
		leader := p.Appoint(org.CountyLeader, "赤城县")
		id := newProject(clerk, "灌区节水", apptest.Doc{"leader_ids": []domain.ID{leader.ID}})
		at := "/watches/project/" + string(id)
		if w := clerk.Get(at).Want(http.StatusOK).JSON(); w["watching"] != true || w["own"] != true {
			t.Errorf("the maker's watch: %v", w)
		}
		if w := head.Get(at).Want(http.StatusOK).JSON(); w["watching"] != false || w["own"] != false {
			t.Errorf("the head's watch: %v", w)
		}
		other.Get(at).Want(http.StatusNotFound)
		other.Request(http.MethodPut, "/api/v1"+at, nil).Want(http.StatusNotFound)
		clerk.Get("/watches/rocket/" + string(id)).Want(http.StatusUnprocessableEntity)
		if k := kinds(told(p, leader)); k["assigned"] != 1 || len(k) != 1 {
			t.Errorf("the leader is told %v", k)
		}
		if k := kinds(told(p, head)); k["assigned"] != 1 {
			t.Errorf("the head of the unit is told %v", k)
		}
		head.Request(http.MethodPut, "/api/v1"+at, nil).Want(http.StatusNoContent)
		head.Request(http.MethodPut, "/api/v1"+at, nil).Want(http.StatusNoContent)
		note(clerk, id, "进场").Want(http.StatusNoContent)
		attach(t, clerk, id, "other")
		for _, who := range []*apptest.Person{head, leader} {
			if k := kinds(told(p, who)); k["commented"] != 1 || k["filed"] != 1 {
				t.Errorf("a follower is told %v", k)
			}
		}
		if all := told(p, clerk); len(all) != 0 {
			t.Errorf("the doer is told of %v", all)
		}
		first := told(p, head)[0]
		if first.Text("kind") != "filed" || first.Text("title") != "灌区节水" || first.In("details").
			Text("name") != "other.pdf" || first.Text("actor_name") != clerk.Actor.Name || first["read"] != false {
			t.Errorf("the notice says %v", first)
		}
		leader.Request(http.MethodDelete, "/api/v1"+at, nil).Want(http.StatusNoContent)
		note(clerk, id, "又进场").Want(http.StatusNoContent)
		if k := kinds(told(p, leader)); k["commented"] != 1 {
			t.Errorf("who stopped following is told %v", k)
		}
		if k := kinds(told(p, head)); k["commented"] != 2 {
			t.Errorf("who asked to follow is told %v", k)
		}
		if n := len(head.Get("/projects?watched=true").Want(http.StatusOK).JSON().Items("items")); n != 1 {
			t.Errorf("%d followed projects of the head, want 1", n)
		}
		if n := len(leader.Get("/projects?watched=true").Want(http.StatusOK).JSON().Items("items")); n != 0 {
			t.Errorf("%d followed projects of the leader who stopped, want 0", n)
		}
	})
}

func TestNoticesAreReadOnceAndOnlyByTheirPerson(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		clerk, head := p.Appoint(org.UnitClerk, "县水务局"), p.Appoint(org.UnitHead, "县水务局")
		for i := range 3 {
			newProject(clerk, fmt.Sprintf("项目%d", i), nil)
		}
		all := told(p, head)
		if len(all) != 3 || unread(head) != 3 {
			t.Fatalf("%d notices, %d unread", len(all), unread(head))
		}
		page := head.Get("/notices?limit=2").Want(http.StatusOK).JSON()
		rest := head.Get("/notices?limit=2&cursor=" + page.Text("next")).Want(http.StatusOK).JSON()
		if len(page.Items("items")) != 2 || len(rest.Items("items")) != 1 || rest.Text("next") != "" {
			t.Errorf("pages: %v, %v", page, rest)
		}
		at := "/api/v1/notices/" + all[0].Text("id") + "/read"
		head.Request(http.MethodPut, at, nil).Want(http.StatusNoContent)
		head.Request(http.MethodPut, at, nil).Want(http.StatusNoContent)
		clerk.Request(http.MethodPut, at, nil).Want(http.StatusNotFound)
		if unread(head) != 2 || len(head.Get("/notices?unread=true").JSON().Items("items")) != 2 ||
			len(head.Get("/notices").JSON().Items("items")) != 3 {
			t.Error("reading one twice does not leave two unread of three")
		}
		head.Post("/notices/read-all", nil).Want(http.StatusNoContent)
		if unread(head) != 0 {
			t.Errorf("%d unread after all were read", unread(head))
		}
		p.Nobody().Get("/notices").Want(http.StatusUnauthorized)
	})
}

func TestWhoNoLongerSeesARecordDoesNotSeeWhatWasToldOfIt(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		clerk, head, office := p.Appoint(org.UnitClerk, "县水务局"), p.Appoint(org.UnitHead, "县水务局"), p.Appoint(org.OfficeAdmin, "县商务局")
		id := newProject(clerk, "移交的项目", nil)
		head.Request(http.MethodPut, "/api/v1/watches/project/"+string(id), nil).Want(http.StatusNoContent)
		note(clerk, id, "一", head.ID).Want(http.StatusNoContent)
		if k := kinds(told(p, head)); k["mentioned"] != 1 || k["assigned"] != 1 {
			t.Fatalf("before: %v", k)
		}
		p1 := office.Get("/projects/" + string(id)).Want(http.StatusOK).JSON()
		office.Put("/projects/"+string(id), p1.Int("version"),
			apptest.Doc{"name": "移交的项目", "responsible_unit_id": p.Units["县文旅局"].ID, "attracting_unit_id": p.Units["县文旅局"].ID}).Want(http.StatusOK)
		// Out of scope at reading: what was told before is gone, and the count with it.
		if all := told(p, head); len(all) != 0 || unread(head) != 0 {
			t.Errorf("told of what is out of scope: %v, %d unread", all, unread(head))
		}
		// Out of scope at making: a follower is not told, and a mention is refused.
		note(office, id, "二").Want(http.StatusNoContent)
		if n := len(told(p, head)); n != 0 {
			t.Errorf("%d notices made out of scope", n)
		}
		if f := note(office, id, "三", head.ID).Want(http.StatusUnprocessableEntity).Fields(); f["mentions[0]"] != "mention.out_of_scope" {
			t.Errorf("a mention out of scope: %v", f)
		}
		if f := note(office, id, "四", domain.UUIDs{}.New()).Want(http.StatusUnprocessableEntity).
			Fields(); f["mentions[0]"] != "mention.out_of_scope" {
			t.Errorf("a mention of nobody: %v", f)
		}
		note(head, id, "五").Want(http.StatusNotFound)
	})
}

func TestAMentionTellsThePersonAndIsKeptInTheTimeline(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		ctx := context.Background()
		clerk, other := p.Appoint(org.UnitClerk, "县水务局"), p.Appoint(org.UnitClerk, "县文旅局")
		head := p.Appoint(org.UnitHead, "县水务局")
		who, err := p.Services.People.Get(ctx, head.ID)
		if err != nil {
			t.Fatal(err)
		}
		system := domain.RunAs("system.test", org.PersonManage)
		if _, err := p.Services.People.Revise(ctx, system, head.ID, who.Version, org.PersonFacts{Name: "许强", Login: who.Login}); err != nil {
			t.Fatal(err)
		}
		id := newProject(clerk, "提到人的项目", nil)
		offer := func(q string) []apptest.Doc {
			return clerk.Get("/mentionable?subject_kind=project&subject_id=" + string(id) + "&q=" + q).Want(http.StatusOK).JSON().Items("items")
		}
		for _, q := range []string{"许", "xq", "xuq"} {
			if people := offer(q); len(people) != 1 || people[0].ID("id") != head.ID {
				t.Errorf("%s offers %v", q, people)
			}
		}
		other.Get("/mentionable?subject_kind=project&subject_id=" + string(id) + "&q=xq").Want(http.StatusNotFound)
		if people := offer("测试"); len(people) != 0 {
			t.Errorf("people out of scope, and oneself, are offered: %v", people)
		}
		note(clerk, id, "@许强 请看一下", head.ID).Want(http.StatusNoContent)
		all := told(p, head)
		if all[0].Text("kind") != "mentioned" || all[0].In("details").Text("text") != "@许强 请看一下" {
			t.Errorf("the mentioned person is told %v", all)
		}
		line := clerk.Get("/timeline?subject_kind=project&subject_id=" + string(id)).Want(http.StatusOK).JSON().Items("items")[0]
		if m := line.In("details").Items("mentions"); len(m) != 1 || m[0].ID("id") != head.ID || m[0].Text("name") != "许强" {
			t.Errorf("the timeline keeps %v", line)
		}
		visit := clerk.Post("/visits", apptest.Doc{"way": "out", "on": apptest.Day, "company": "某公司"}).Want(http.StatusCreated).JSON()
		done := apptest.Doc{"outcome": "intent", "summary": "@许强 谈成", "mentions": []domain.ID{other.ID}}
		refused := clerk.Post("/visits/"+visit.Text("id")+"/complete", done, "If-Match", version(1)).Want(http.StatusUnprocessableEntity)
		if refused.Fields()["mentions[0]"] != "mention.out_of_scope" {
			t.Errorf("a mention out of scope in a visit: %s", refused.Body)
		}
		done["mentions"] = []domain.ID{head.ID}
		clerk.Post("/visits/"+visit.Text("id")+"/complete", done, "If-Match", version(1)).Want(http.StatusOK)
		if k := kinds(told(p, head)); k["mentioned"] != 2 {
			t.Errorf("after the visit: %v", k)
		}
		// A visit that serves a project is read on the project's page by those who
		// see that alone; the purpose of one that is planned names people too.
		shared := newProject(clerk, "两家一起做的项目", apptest.Doc{"responsible_unit_id": p.Units["县水务局"].ID, "attracting_unit_id": p.Units["县文旅局"].ID})
		planned := apptest.Doc{"way": "out", "on": apptest.Day, "company": "某公司", "project_ids": []domain.ID{shared}, "purpose": "@许强 一起去",
			"mentions": []domain.ID{head.ID, other.ID}}
		readAll(p, other)
		readAll(p, head)
		clerk.Post("/visits", planned).Want(http.StatusCreated)
		if n := told(p, other)[0]; n.Text("kind") != "mentioned" || n.Text("subject_kind") != "project" || n.ID("subject_id") != shared ||
			n.Text("title") != "两家一起做的项目" {
			t.Errorf("who sees the project alone is told %v", n)
		}
		if n := told(p, head)[0]; n.Text("kind") != "mentioned" || n.Text("subject_kind") != "visit" {
			t.Errorf("who sees the visit is told %v", n)
		}
		planned["mentions"] = []domain.ID{p.Appoint(org.UnitClerk, "县财政局").ID}
		if f := clerk.Post("/visits", planned).Want(http.StatusUnprocessableEntity).Fields(); f["mentions[0]"] != "mention.out_of_scope" {
			t.Errorf("a planned visit names %v", f)
		}
	})
}

func TestWhatWaitsForAVerdictIsToldAndSoIsTheVerdict(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		clerk, office := p.Appoint(org.UnitClerk, "县水务局"), p.Appoint(org.OfficeAdmin, "县商务局")
		verifier, own := p.Appoint(org.Verifier, "县发改局"), p.Appoint(org.Verifier, "县水务局")
		id := signedOn(t, p, office, "待核实", apptest.Day, 90_000_000)
		clerk.Post("/leads", apptest.Doc{"company": "待研判公司", "subject": "板材", "channel": "self"}).Want(http.StatusCreated)
		if k := kinds(told(p, office)); k["to_assess"] != 1 || k["stage_moved"] != 0 {
			t.Errorf("the office is told %v", k)
		}
		if k := kinds(told(p, verifier)); k["to_verify"] != 1 {
			t.Errorf("the verifier is told %v", k)
		}
		if k := kinds(told(p, own)); k["to_verify"] != 0 {
			t.Errorf("a verifier of the own unit is told %v", k)
		}
		event := office.Get("/projects/" + id + "/stage-events").Want(http.StatusOK).JSON().Items("events")[0]
		verifier.Post("/stage-events/"+event.Text("id")+"/verdicts", apptest.Doc{"agrees": false, "note": "合同没有盖章"}).Want(http.StatusOK)
		all := told(p, office)
		if all[0].Text("kind") != "verdict" || all[0].In("details")["agrees"] != false || all[0].In("details").Text("note") != "合同没有盖章" {
			t.Errorf("who reported is told %v", all)
		}
		office.Post("/projects/"+id+"/funds", apptest.Doc{"category": "building", "amount": 1_000_000, "paid_on": apptest.Day,
			"voucher": "V-1"}).Want(http.StatusCreated)
		if k := kinds(told(p, verifier)); k["to_verify"] != 2 {
			t.Errorf("money is told as %v", k)
		}
	})
}
