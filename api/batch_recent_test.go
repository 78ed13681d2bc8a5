package api_test

import (
	"net/http"
	"testing"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/internal/apptest"
)

func TestAPersonFindsTheOwnLatestBatchesWithWhatEachDidAndUntilWhenItCanBeUndone(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		officer, heir, other := p.Appoint(org.Officer, "县水务局"), p.Appoint(org.Officer, "县水务局"), p.Appoint(org.OfficeAdmin, "县商务局")
		made := func(name string) apptest.Doc {
			return officer.Post("/leads", apptest.Doc{"company": name, "subject": "建厂", "channel": "self"}).Want(http.StatusCreated).JSON()
		}
		one, two, three := made("甲公司"), made("乙公司"), made("丙公司")
		mine := func(who *apptest.Person) []apptest.Doc {
			return who.Get("/batches").Want(http.StatusOK).JSON().Items("items")
		}
		if n := len(mine(officer)); n != 0 {
			t.Errorf("%d batches before any was made", n)
		}
		stale := pick(one, two, three)
		stale[2]["version"] = 9
		done := officer.Post("/leads/batch", apptest.Doc{"rows": stale, "set": apptest.Doc{"owner_id": heir.ID}}).Want(http.StatusOK).JSON()
		got := mine(officer)
		if len(got) != 1 || got[0].Text("id") != done.Text("id") || got[0].Text("kind") != "lead" || got[0].Int("changed") != 2 ||
			got[0].Int("passed") != 1 || got[0]["undoable"] != true {
			t.Errorf("after one: %v", got)
		}
		if set := got[0].Items("set"); len(set) != 1 || set[0].Text("field") != "owner_id" || set[0].Text("value") == "" ||
			set[0].Text("value") == string(heir.ID) {
			t.Errorf("what it set: %v", set)
		}
		if n := len(mine(other)) + len(mine(heir)); n != 0 {
			t.Errorf("others find %d batches that are not theirs", n)
		}
		other.Post("/batches/"+done.Text("id")+"/undo", nil).Want(http.StatusNotFound)

		// One of the two is changed since: the undoing puts back the other.
		heir.Put("/leads/"+two.Text("id"), 2, apptest.Doc{"company": "乙公司", "subject": "扩建", "channel": "self", "owner_id": heir.ID}).
			Want(http.StatusOK)
		undone := officer.Post("/batches/"+done.Text("id")+"/undo", nil).Want(http.StatusOK).JSON()
		if undone.Int("changed") != 1 || why(undone)[two.Text("id")] == "" {
			t.Errorf("undone %v", undone)
		}
		if got = mine(officer); got[0]["undoable"] != false || got[0].Text("undone_at") == "" || got[0].Int("put_back") != 1 {
			t.Errorf("after the undoing: %v", got)
		}

		// The newest comes first; a day later nothing can be undone.
		officer.Post("/leads/batch", apptest.Doc{"all": true, "set": apptest.Doc{"channel": "event"}}).Want(http.StatusOK)
		if got = mine(officer); len(got) != 2 || got[0].Items("set")[0].Text("value") != "event" {
			t.Errorf("after two: %v", got)
		}
		p.Clock.Set("2026-09-28")
		officer.SignInAgain()
		if got = mine(officer); got[0]["undoable"] != false {
			t.Errorf("two days later: %v", got[0])
		}
	})
}

func TestABatchTellsEachNewOwnerOnceHoweverManyRecordsItIs(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		officer, heir, head := p.Appoint(org.Officer, "县水务局"), p.Appoint(org.Officer, "县水务局"), p.Appoint(org.UnitHead, "县水务局")
		made := func(name string) apptest.Doc {
			return officer.Post("/leads", apptest.Doc{"company": name, "subject": "建厂", "channel": "self"}).Want(http.StatusCreated).JSON()
		}
		one, two, three := made("甲公司"), made("乙公司"), made("丙公司")
		readAll(p, head)
		done := head.Post("/leads/batch", apptest.Doc{"rows": pick(one, two), "set": apptest.Doc{"owner_id": heir.ID}}).Want(http.StatusOK).JSON()
		all := told(p, heir)
		if len(all) != 1 || all[0].Text("kind") != "assigned" || all[0].Text("subject_kind") != "batch" || all[0].In("details").
			Int("count") != 2 ||
			all[0].In("details").Text("list") != "lead" || all[0].In("details").Text("names") != "甲公司：建厂、乙公司：建厂" {
			t.Errorf("the heir is told %v", all)
		}
		head.Post("/leads/batch", apptest.Doc{"rows": pick(three), "set": apptest.Doc{"owner_id": heir.ID}}).Want(http.StatusOK)
		if all = told(p, heir); len(all) != 2 || all[0].Text("subject_kind") != "lead" || all[0].ID("subject_id") != three.ID("id") {
			t.Errorf("of one record the heir is told %v", all)
		}
		head.Post("/batches/"+done.Text("id")+"/undo", nil).Want(http.StatusOK)
		if all = told(p, officer); len(all) != 1 || all[0].In("details").Int("count") != 2 {
			t.Errorf("given back, the officer is told %v", all)
		}
		if k := kinds(told(p, head)); k["assigned"] != 0 {
			t.Errorf("the doer is told %v", k)
		}
		// A unit that is given projects is told once too.
		clerk := p.Appoint(org.UnitClerk, "县文旅局")
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		newProject(office, "一号", apptest.Doc{"responsible_unit_id": p.Units["县水务局"].ID})
		newProject(office, "二号", apptest.Doc{"responsible_unit_id": p.Units["县水务局"].ID})
		office.Post("/projects/batch", apptest.Doc{"all": true, "set": apptest.Doc{"responsible_unit_id": p.Units["县文旅局"].ID}}).
			Want(http.StatusOK)
		if all = told(p, clerk); len(all) != 1 || all[0].In("details").Int("count") != 2 {
			t.Errorf("the unit's clerk is told %v", all)
		}
	})
}

func TestVisitsAreChangedInBatchesButForThoseThatAreOverOrCalledOff(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		officer, heir, stranger := p.Appoint(org.Officer, "县水务局"), p.Appoint(org.Officer, "县水务局"), p.Appoint(org.Officer, "县文旅局")
		leader, inspector := p.Appoint(org.CountyLeader, "赤城县"), p.Appoint(org.Inspector, "赤城县")
		made := func(who *apptest.Person, name string) apptest.Doc {
			return who.Post("/visits", apptest.Doc{"way": "out", "on": apptest.Day, "company": name}).Want(http.StatusCreated).JSON()
		}
		one, two, over, off, others := made(officer, "甲公司"), made(officer, "乙公司"), made(officer, "丙公司"), made(officer, "丁公司"),
			made(stranger, "戊公司")
		over = officer.Post("/visits/"+over.Text("id")+"/complete", apptest.Doc{"outcome": "none", "summary": "谈过"}, "If-Match", version(1)).
			Want(http.StatusOK).JSON()
		off = officer.Post("/visits/"+off.Text("id")+"/cancel", apptest.Doc{"reason": "改期"}, "If-Match", version(1)).Want(http.StatusOK).JSON()
		stale := pick(two)[0]
		stale["version"] = 9
		ask := apptest.Doc{"rows": append(pick(one, over, off, others), stale),
			"set": apptest.Doc{"on": "2026-10-20", "owner_id": heir.ID, "leader_id": leader.ID, "place": "深圳"}}
		preview := officer.Post("/visits/batch/preview", ask).Want(http.StatusOK).JSON()
		reasons := why(preview)
		if preview.Int("changed") != 1 || reasons[over.Text("id")] != "invalid" || reasons[off.Text("id")] != "invalid" ||
			reasons[others.Text("id")] != "out_of_scope" || reasons[two.Text("id")] != "stale" {
			t.Errorf("preview %v", preview)
		}
		if v := officer.Get("/visits/" + one.Text("id")).Want(http.StatusOK).JSON().Int("version"); v != 1 {
			t.Errorf("a preview wrote version %d", v)
		}
		done := officer.Post("/visits/batch", ask).Want(http.StatusOK).JSON()
		now := officer.Get("/visits/" + one.Text("id")).Want(http.StatusOK).JSON()
		if done.Int("changed") != 1 || now.Text("on") != "2026-10-20" || now.ID("owner_id") != heir.ID || now.ID("leader_id") != leader.ID ||
			now.Text("place") != "深圳" {
			t.Errorf("done %v: %v", done, now)
		}
		// Who saw to a visit that is over may still be put right.
		if n := officer.Post("/visits/batch", apptest.Doc{"rows": pick(over), "set": apptest.Doc{"owner_id": heir.ID}}).Want(http.StatusOK).
			JSON().Int("changed"); n != 1 {
			t.Errorf("the owner of a visit that is over: %d changed", n)
		}
		back := officer.Post("/batches/"+done.Text("id")+"/undo", nil).Want(http.StatusOK).JSON()
		was := officer.Get("/visits/" + one.Text("id")).Want(http.StatusOK).JSON()
		if back.Int("changed") != 1 || was.Text("on") != apptest.Day || was.ID("owner_id") != officer.ID || was.Text("leader_id") != "" ||
			was.Text("place") != "" {
			t.Errorf("undone %v: %v", back, was)
		}
		for _, c := range []struct {
			body        apptest.Doc
			field, code string
		}{
			{apptest.Doc{"all": true, "set": apptest.Doc{"way": "sideways"}}, "set.way", "input.enum"},
			{apptest.Doc{"all": true, "set": apptest.Doc{"owner_id": string(domain.UUIDs{}.New())}}, "set.owner_id", "record.reference_missing"},
			{apptest.Doc{"all": true, "set": apptest.Doc{"on": "2026-02-30"}}, "set.on", "input.date"},
			{apptest.Doc{"all": true, "set": apptest.Doc{"state": "done"}}, "set.state", "input.unknown"},
			{apptest.Doc{"all": true, "clear": []string{"owner_id"}}, "clear[0]", "input.enum"},
		} {
			if got := officer.Post("/visits/batch", c.body).Want(http.StatusUnprocessableEntity).Fields()[c.field]; got != c.code {
				t.Errorf("%v: %s is %q, want %q", c.body, c.field, got, c.code)
			}
		}
		inspector.Post("/visits/batch/preview", ask).Want(http.StatusForbidden)
	})
}
