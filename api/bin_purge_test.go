package api_test

import (
	"context"
	"net/http"
	"regexp"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

func TestOnlyTheOfficePurgesAfterThirtyDaysAndNeverAProject(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		head, office := p.Appoint(org.UnitHead, "县水务局"), p.Appoint(org.OfficeAdmin, "县商务局")
		made := map[string]string{}
		for list, body := range map[string]apptest.Doc{"projects": {"name": "项目"}, "clients": {"name": "客商"}, "enterprises": {"name": "企业"},
			"leads": {"company": "线索", "subject": "板材", "channel": "self"}, "visits": {"way": "out", "on": apptest.Day, "company": "拜访"}} {
			made[list] = head.Post("/"+list, body).Want(http.StatusCreated).JSON().Text("id")
		}
		head.Post("/contacts", apptest.Doc{"client_id": made["clients"], "name": "张总"}).Want(http.StatusCreated)
		for list, id := range made {
			withdraw(head, "/"+list+"/"+id, "重复").Want(http.StatusNoContent)
		}
		purge := func(who *apptest.Person, list string) *apptest.Answer {
			return who.Request(http.MethodDelete, "/api/v1/recycle-bin/"+made[list], nil)
		}
		purge(head, "leads").Want(http.StatusForbidden)
		if a := purge(office, "leads").Want(http.StatusConflict); a.JSON().Text("code") != "bin.too_early" {
			t.Errorf("too early: %s", a.Body)
		}
		p.Clock.Set("2026-10-27")
		office.SignInAgain()
		for list := range made {
			if list == "projects" {
				if a := purge(office, list).Want(http.StatusConflict); a.JSON().Text("code") != "bin.never_purged" {
					t.Errorf("a project: %s", a.Body)
				}
				continue
			}
			purge(office, list).Want(http.StatusNoContent)
			purge(office, list).Want(http.StatusNotFound)
		}
		if items := bin(office); len(items) != 1 || items[0].Text("kind") != "project" {
			t.Errorf("left are %v", items)
		}
	})
}

// A project in the bin is in no figure, and its figures come back with it.
func TestWhatIsInTheBinIsCountedNowhere(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		ctx := context.Background()
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		instant := regexp.MustCompile(`"as_of":"[^"]*"`)
		figures := func() map[string]string {
			t.Helper()
			out := map[string]string{}
			for _, path := range []string{"/reports/cockpit", "/reports/conversion", "/reports/conversion?as_of=2026-09-26", "/reports/funnel",
				"/reports/portfolio", "/reports/work-lists",
				"/reports/lights", "/reports/analysis", "/projects/totals", "/projects/board", "/reports/rows?figure=signed"} {
				a := office.Get(path)
				out[path] = instant.ReplaceAllString(string(a.Want(http.StatusOK).Body), "")
			}
			return out
		}
		signedOn(t, p, office, "留下的", "2026-03-01", 90_000_000)
		before := figures()
		id := signedOn(t, p, office, "要删的", "2026-04-01", 40_000_000)
		with := figures()
		for path := range before {
			if with[path] == before[path] && path != "/reports/work-lists" {
				t.Errorf("%s does not see a signing", path)
			}
		}
		withdraw(office, "/projects/"+id, "重复").Want(http.StatusNoContent)
		same := func(when string, want map[string]string) {
			t.Helper()
			for path, now := range figures() {
				if now != want[path] {
					t.Errorf("%s: %s\n%s\n%s", when, path, want[path], now)
				}
			}
		}
		same("taken away", before)
		if err := p.Services.Totals.Update(ctx); err != nil {
			t.Fatal(err)
		}
		same("taken away and kept", before)
		if _, err := p.Services.Suspicions.RunChecks(ctx, office.Actor); err != nil {
			t.Fatal(err)
		}
		restore(office, id).Want(http.StatusOK)
		for path, now := range figures() {
			if now == before[path] && path != "/reports/work-lists" {
				t.Errorf("%s does not see it again", path)
			}
		}
	})
}

func TestWhatWasDoneIsTakenBackByANewEvent(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		clerk, other := p.Appoint(org.UnitClerk, "县水务局"), p.Appoint(org.UnitClerk, "县文旅局")
		visit := clerk.Post("/visits", apptest.Doc{"way": "out", "on": apptest.Day, "company": "某公司"}).Want(http.StatusCreated).JSON()
		at := "/visits/" + visit.Text("id")
		act := func(who *apptest.Person, path string, n int, body any) *apptest.Answer {
			return who.Post(path, body, "If-Match", version(n))
		}
		act(clerk, at+"/reopen", 1, nil).Want(http.StatusConflict)
		act(clerk, at+"/cancel", 1, apptest.Doc{"reason": "改期"}).Want(http.StatusOK)
		act(clerk, at+"/reopen", 1, nil).Want(http.StatusPreconditionFailed)
		act(other, at+"/reopen", 2, nil).Want(http.StatusNotFound)
		if v := act(clerk, at+"/reopen", 2, nil).Want(http.StatusOK).JSON(); v.Text("state") != "planned" || v.Text("reason") != "" {
			t.Errorf("called off and back: %v", v)
		}
		act(clerk, at+"/complete", 3, apptest.Doc{"outcome": "intent", "summary": "谈成",
			"steps": []apptest.Doc{{"title": "送合同", "due_on": apptest.Day}}}).Want(http.StatusOK)
		if v := act(clerk, at+"/reopen", 4, nil).Want(http.StatusOK).JSON(); v.Text("state") != "planned" || v.Text("summary") != "" ||
			len(v.Items("steps")) != 0 {
			t.Errorf("made and back: %v", v)
		}
		lines := clerk.Get("/timeline?subject_kind=visit&subject_id=" + visit.Text("id")).JSON().Items("items")
		if lines[0].Text("action") != "visit.reopen" || lines[1].Text("action") != "visit.complete" || lines[1].In("details").
			Text("summary") != "谈成" {
			t.Errorf("the history: %v", lines)
		}
		lead := clerk.Post("/leads", apptest.Doc{"company": "某公司", "subject": "板材", "channel": "self"}).Want(http.StatusCreated).JSON()
		path := "/leads/" + lead.Text("id")
		act(clerk, path+"/reopen", 1, nil).Want(http.StatusConflict)
		act(clerk, path+"/assess", 1, apptest.Doc{"valid": false, "verdict": "规模小"}).Want(http.StatusOK)
		if l := act(clerk, path+"/reopen", 2, nil).Want(http.StatusOK).JSON(); l.Text("state") != "open" || l.Text("verdict") != "" {
			t.Errorf("assessed and back: %v", l)
		}
		security := p.Appoint(org.SecurityAdmin, "赤城县")
		post := security.Post("/people/"+string(other.ID)+"/posts", apptest.Doc{"unit_id": p.Units["县文旅局"].ID, "role": "officer"}).
			Want(http.StatusCreated).JSON()
		ended := security.Put("/posts/"+post.Text("id")+"/end", 1, apptest.Doc{"to_on": apptest.Day}).Want(http.StatusOK).JSON()
		act(clerk, "/posts/"+post.Text("id")+"/reinstate", 2, apptest.Doc{}).Want(http.StatusForbidden)
		act(security, "/posts/"+post.Text("id")+"/reinstate", 1, apptest.Doc{}).Want(http.StatusPreconditionFailed)
		if b := act(security, "/posts/"+post.Text("id")+"/reinstate", 2, apptest.Doc{}).Want(http.StatusOK).
			JSON(); b.Text("to_on") != "" || ended.Text("to_on") != apptest.Day {
			t.Errorf("ended %v and back %v", ended, b)
		}
	})
}
