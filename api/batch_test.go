package api_test

import (
	"fmt"
	"net/http"
	"testing"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/internal/apptest"
)

// pick names records with the versions that were read.
func pick(docs ...apptest.Doc) []apptest.Doc {
	out := make([]apptest.Doc, len(docs))
	for i, d := range docs {
		out[i] = apptest.Doc{"id": d.Text("id"), "version": d.Int("version")}
	}
	return out
}

// why gives the reasons for which a batch passed rows over, by their IDs.
func why(answer apptest.Doc) map[string]string {
	out := map[string]string{}
	for _, s := range answer.Items("skipped") {
		out[s.Text("id")] = s.Text("reason")
	}
	return out
}

func TestABatchOfProjectsSaysWhatItChangesPassesOverTheRestAndIsUndone(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, clerk, leader := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.UnitClerk, "县水务局"), p.Appoint(org.CountyLeader, "赤城县")
		water, culture := p.Units["县水务局"].ID, p.Units["县文旅局"].ID
		made := func(name string, unit domain.ID) apptest.Doc {
			return office.Post("/projects", apptest.Doc{"name": name, "responsible_unit_id": unit, "attracting_unit_id": unit,
				"kind": "industry"}).Want(http.StatusCreated).JSON()
		}
		one, two, three, foreign := made("一号", water), made("二号", water), made("三号", water), made("外单位", culture)
		stale := pick(three)[0]
		body := apptest.Doc{"name": "三号改", "responsible_unit_id": water, "attracting_unit_id": water, "kind": "industry"}
		office.Put("/projects/"+three.Text("id"), 1, body).Want(http.StatusOK)
		set := apptest.Doc{"responsible_unit_id": culture, "leader_ids": []domain.ID{leader.ID}, "channel": "event"}
		ask := apptest.Doc{"rows": append(pick(one, two, foreign), stale), "set": set}

		preview := clerk.Post("/projects/batch/preview", ask).Want(http.StatusOK).JSON()
		if preview.Int("changed") != 2 || preview.Int("passed") != 2 || preview.Text("id") != "" {
			t.Errorf("preview %v", preview)
		}
		said := map[string][2]string{}
		for _, f := range preview.Items("changes")[0].Items("fields") {
			said[f.Text("field")] = [2]string{f.Text("before"), f.Text("after")}
		}
		if said["responsible_unit_id"] != [2]string{"县水务局", "县文旅局"} || said["channel"] != [2]string{"", "event"} || said["leader_ids"][1] == "" {
			t.Errorf("fields %v", said)
		}
		reasons := why(preview)
		if reasons[foreign.Text("id")] != "out_of_scope" || reasons[three.Text("id")] != "stale" {
			t.Errorf("reasons %v", reasons)
		}
		for _, s := range preview.Items("skipped") {
			if s.Text("reason") == "out_of_scope" && s.Text("title") != "" {
				t.Errorf("what is out of scope is named: %v", s)
			}
		}
		if v := office.Get("/projects/" + one.Text("id")).JSON().Int("version"); v != 1 {
			t.Errorf("a preview wrote version %d", v)
		}

		id := string(domain.UUIDs{}.New())
		ask["id"] = id
		done := clerk.Post("/projects/batch", ask).Want(http.StatusOK).JSON()
		again := clerk.Post("/projects/batch", ask).Want(http.StatusOK).JSON()
		if done.Text("id") != id || done.Int("changed") != 2 || again.Int("changed") != 2 {
			t.Errorf("done %v again %v", done, again)
		}
		after := office.Get("/projects/" + one.Text("id")).JSON()
		if after.Text("responsible_unit") != "县文旅局" || after.Text("channel") != "event" || len(after.Items("leaders")) != 1 ||
			after.Int("version") != 2 {
			t.Errorf("after %v", after)
		}
		line := office.Get("/timeline?subject_kind=project&subject_id=" + one.Text("id")).JSON().Items("items")[0]
		if line.Text("action") != "project.update" {
			t.Errorf("timeline %v", line)
		}

		// Somebody changes one of the two; the undo leaves it and says so.
		body["name"], body["channel"] = "二号改", "self"
		office.Put("/projects/"+two.Text("id"), 2, body).Want(http.StatusOK)
		office.Post("/batches/"+id+"/undo", nil).Want(http.StatusNotFound)
		undone := clerk.Post("/batches/"+id+"/undo", nil).Want(http.StatusOK).JSON()
		if undone.Int("changed") != 1 || why(undone)[two.Text("id")] != "stale" {
			t.Errorf("undone %v", undone)
		}
		back := office.Get("/projects/" + one.Text("id")).JSON()
		present := 0
		for _, a := range back.Items("leaders") {
			if a.Text("to_on") == "" {
				present++
			}
		}
		if back.Text("responsible_unit") != "县水务局" || back.Text("channel") != "" || present != 0 {
			t.Errorf("back %v", back)
		}
		if kept := office.Get("/projects/" + two.Text("id")).JSON(); kept.Text("channel") != "self" {
			t.Errorf("the undo wrote over a newer change: %v", kept)
		}
		clerk.Post("/batches/"+id+"/undo", nil).Want(http.StatusConflict)
	})
}

func TestABatchOfAFilterTakesEveryPageAndWhatTheFilterSaysNow(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		water := p.Units["县水务局"].ID
		const many = 230 // more than a page and than a chunk
		for i := range many {
			kind := map[bool]string{true: "service", false: "industry"}[i == 0]
			office.Post("/projects", apptest.Doc{"name": fmt.Sprintf("%d号", i), "responsible_unit_id": water, "kind": kind,
				"total_investment": 1000 + i}).Want(http.StatusCreated)
		}
		totals := office.Get("/projects/totals?kind=industry").Want(http.StatusOK).JSON()
		if totals.Int("count") != many-1 || totals.Int("total_investment") != (many-1)*1000+many*(many-1)/2 {
			t.Errorf("totals %v", totals)
		}
		ask := apptest.Doc{"all": true, "set": apptest.Doc{"chain": "竹木"}}
		preview := office.Post("/projects/batch/preview?kind=industry", ask).Want(http.StatusOK).JSON()
		if preview.Int("changed") != many-1 || len(preview.Items("changes")) != 200 {
			t.Errorf("preview: %d changed, %d shown", preview.Int("changed"), len(preview.Items("changes")))
		}
		// One is changed after the preview: it is passed over.
		late := office.Get("/projects?q=229号").JSON().Items("items")[0]
		office.Put("/projects/"+late.Text("id"), 1, apptest.Doc{"name": "229号", "responsible_unit_id": water, "kind": "industry",
			"chain": "氟材料"}).Want(http.StatusOK)
		ask["as_of"] = preview["as_of"]
		done := office.Post("/projects/batch?kind=industry", ask).Want(http.StatusOK).JSON()
		if done.Int("changed") != many-2 || why(done)[late.Text("id")] != "stale" {
			t.Errorf("done %d, %v", done.Int("changed"), why(done))
		}
		if n := office.Get("/projects?chain=竹木").JSON().Int("count"); n != many-2 {
			t.Errorf("%d rows have the chain, want %d", n, many-2)
		}
		undone := office.Post("/batches/"+done.Text("id")+"/undo", nil).Want(http.StatusOK).JSON()
		if n := office.Get("/projects?chain=竹木").JSON().Int("count"); n != 0 || undone.Int("changed") != many-2 {
			t.Errorf("%d rows keep the chain after undoing %d", n, undone.Int("changed"))
		}
	})
}

func TestABatchNamesEachBadFieldAndNeedsTheRight(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, inspector := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.Inspector, "赤城县")
		nobody := string(domain.UUIDs{}.New())
		for _, c := range []struct {
			path  string
			body  apptest.Doc
			field string
			code  string
		}{
			{path: "/projects/batch", body: apptest.Doc{"rows": []apptest.Doc{{"id": nobody, "version": 1}}, "set": apptest.Doc{}}, field: "set",
				code: "input.required"},
			{path: "/projects/batch", body: apptest.Doc{"set": apptest.Doc{"kind": "service"}}, field: "rows", code: "input.required"},
			{path: "/projects/batch/preview", body: apptest.Doc{"all": true, "set": apptest.Doc{"kind": "rockets"}}, field: "set.kind",
				code: "input.enum"},
			{path: "/projects/batch/preview", body: apptest.Doc{"all": true, "set": apptest.Doc{"host_unit_id": nobody}},
				field: "set.host_unit_id", code: "record.reference_missing"},
			{path: "/projects/batch", body: apptest.Doc{"all": true, "set": apptest.Doc{"stage": "SIGNED"}}, field: "set.stage",
				code: "input.unknown"},
			{path: "/projects/batch", body: apptest.Doc{"all": true, "clear": []string{"responsible_unit_id"}}, field: "clear[0]",
				code: "input.enum"},
			{path: "/leads/batch", body: apptest.Doc{"all": true, "set": apptest.Doc{"owner_id": nobody}}, field: "set.owner_id",
				code: "record.reference_missing"},
			{path: "/leads/batch/preview", body: apptest.Doc{"all": true, "set": apptest.Doc{"next_on": "2026-02-30"}}, field: "set.next_on",
				code: "input.date"},
			{path: "/leads/batch/preview", body: apptest.Doc{"all": true, "set": apptest.Doc{"industry": "ZZ"}}, field: "set.industry",
				code: "project.industry_unknown"},
		} {
			if got := office.Post(c.path, c.body).Want(http.StatusUnprocessableEntity).Fields()[c.field]; got != c.code {
				t.Errorf("%s %v: %s is %q, want %q", c.path, c.body, c.field, got, c.code)
			}
		}
		office.Post("/projects/batch?nonsense=1", apptest.Doc{"all": true, "set": apptest.Doc{"kind": "service"}}).
			Want(http.StatusUnprocessableEntity)
		inspector.Post("/projects/batch", apptest.Doc{"all": true, "set": apptest.Doc{"kind": "service"}}).Want(http.StatusForbidden)
		inspector.Post("/leads/batch/preview", apptest.Doc{"all": true, "set": apptest.Doc{"channel": "self"}}).Want(http.StatusForbidden)
		office.Post("/batches/"+nobody+"/undo", nil).Want(http.StatusNotFound)
	})
}

func TestLeadsPassToAnotherOwnerInOneBatchAndBack(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		officer, heir, stranger := p.Appoint(org.Officer, "县水务局"), p.Appoint(org.Officer, "县水务局"), p.Appoint(org.Officer, "县文旅局")
		head := p.Appoint(org.UnitHead, "县水务局")
		made := func(who *apptest.Person, name string) apptest.Doc {
			return who.Post("/leads", apptest.Doc{"company": name, "subject": "建厂", "channel": "self"}).Want(http.StatusCreated).JSON()
		}
		one, two, over, others := made(officer, "甲公司"), made(officer, "乙公司"), made(officer, "丙公司"), made(stranger, "丁公司")
		over = head.Post("/leads/"+over.Text("id")+"/convert", apptest.Doc{"kind": "industry"}, "If-Match", version(1)).Want(http.StatusOK).JSON()
		ask := apptest.Doc{"rows": pick(one, two, over, others), "set": apptest.Doc{"owner_id": heir.ID, "next_on": "2026-10-08"}}
		done := officer.Post("/leads/batch", ask).Want(http.StatusOK).JSON()
		reasons := why(done)
		if done.Int("changed") != 2 || reasons[over.Text("id")] != "invalid" || reasons[others.Text("id")] != "out_of_scope" {
			t.Errorf("done %v", done)
		}
		if n := heir.Get("/leads?owner_id=" + string(heir.ID)).Want(http.StatusOK).JSON().Int("count"); n != 2 {
			t.Errorf("the heir has %d leads, want 2", n)
		}
		undone := officer.Post("/batches/"+done.Text("id")+"/undo", nil).Want(http.StatusOK).JSON()
		if undone.Int("changed") != 2 {
			t.Errorf("undone %v", undone)
		}
		back := officer.Get("/leads/" + one.Text("id")).Want(http.StatusOK).JSON()
		if back.Text("owner_id") != string(officer.ID) || back.Text("next_on") != "" || back.Int("version") != 3 {
			t.Errorf("back %v", back)
		}
	})
}

func TestBatchesOfClientsAndEnterprisesAreSeenBeforehandDoneAndUndone(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, stranger := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.UnitClerk, "县文旅局")
		leader, owner := p.Appoint(org.CountyLeader, "赤城县"), p.Appoint(org.Officer, "县水务局")
		const nowhere = "01a210be-064c-79d0-829e-e1be44539a00"
		water, town := p.Units["县水务局"].ID, p.Units["龙关镇"].ID
		for _, c := range []struct {
			path             string
			more             apptest.Doc
			set              apptest.Doc
			bad              apptest.Doc
			field, code, why string
			is               func(apptest.Doc) bool
		}{
			{path: "/clients", more: apptest.Doc{}, set: apptest.Doc{"owner_id": owner.ID, "unit_id": water,
				"tiers": []string{"listed", "china_500"}, "investor_class": "private"},
				bad: apptest.Doc{"investor_class": "friend"}, field: "set.investor_class", code: "input.enum", why: "out_of_reach",
				is: func(d apptest.Doc) bool {
					return d.Text("owner_id") == string(owner.ID) && d.Text("unit_id") == string(water)
				}},
			{path: "/enterprises", more: apptest.Doc{"state": "normal"},
				set: apptest.Doc{"leader_ids": []domain.ID{leader.ID}, "host_unit_id": town, "state": "halted"},
				bad: apptest.Doc{"industry": "ZZ"}, field: "set.industry", code: "project.industry_unknown", why: "out_of_reach",
				is: func(d apptest.Doc) bool { return d.Text("state") == "halted" && d.Text("host_unit_id") == string(town) }},
		} {
			made := func(name string) apptest.Doc {
				body := apptest.Doc{"name": name}
				for k, v := range c.more {
					body[k] = v
				}
				return office.Post(c.path, body).Want(http.StatusCreated).JSON()
			}
			one, two := made("甲公司"), made("乙公司")
			ask := apptest.Doc{"all": true, "set": c.set}
			if n := office.Post(c.path+"/batch/preview?q=公司", ask).Want(http.StatusOK).JSON().Int("changed"); n != 2 {
				t.Errorf("%s: the preview changes %d", c.path, n)
			}
			if c.is(office.Get(c.path + "/" + one.Text("id")).JSON()) {
				t.Errorf("%s: the preview wrote", c.path)
			}
			stale := pick(one, two)
			stale[1]["version"] = 7
			done := office.Post(c.path+"/batch", apptest.Doc{"rows": stale, "set": c.set}).Want(http.StatusOK).JSON()
			if done.Int("changed") != 1 || why(done)[two.Text("id")] != "stale" || !c.is(office.Get(c.path+"/"+one.Text("id")).JSON()) {
				t.Errorf("%s: %v", c.path, done)
			}
			if got := stranger.Post(c.path+"/batch/preview", apptest.Doc{"rows": append(pick(two), apptest.Doc{"id": nowhere, "version": 1}),
				"set": c.set}).Want(http.StatusOK).JSON(); got.Int("changed") != 0 || why(got)[two.Text("id")] != c.why ||
				why(got)[nowhere] != "out_of_scope" {
				t.Errorf("%s: a stranger gets %v", c.path, got)
			}
			if f := office.Post(c.path+"/batch", apptest.Doc{"rows": pick(two), "set": c.bad}).Want(http.StatusUnprocessableEntity).
				Fields(); f[c.field] != c.code {
				t.Errorf("%s: bad input named %v", c.path, f)
			}
			back := office.Post("/batches/"+done.Text("id")+"/undo", nil).Want(http.StatusOK).JSON()
			if back.Int("changed") != 1 || c.is(office.Get(c.path+"/"+one.Text("id")).JSON()) {
				t.Errorf("%s: undone %v", c.path, back)
			}
		}
	})
}
