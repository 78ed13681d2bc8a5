package api_test

import (
	"net/http"
	"strings"
	"testing"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/internal/apptest"
)

func TestViewsAreOnesOwnUntilTheOfficeOrALeaderSharesThem(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		clerk, leader, office := p.Appoint(org.UnitClerk, "县水务局"), p.Appoint(org.CountyLeader, "赤城县"), p.Appoint(org.OfficeAdmin, "县商务局")
		system := p.Appoint(org.SystemAdmin, "赤城县")
		id := string(domain.UUIDs{}.New())
		body := apptest.Doc{"id": id, "list": "projects", "name": "大项目", "terms": apptest.Doc{"kind": "industry", "sort": "-total_investment"},
			"columns": apptest.Doc{"order": []string{"name", "total"}, "hidden": []string{"host"}, "frozen": 2}}
		made := clerk.Post("/views", body).Want(http.StatusCreated).JSON()
		if again := clerk.Post("/views", body).Want(http.StatusCreated).JSON(); again.Text("id") != id || made.Text("id") != id {
			t.Errorf("made %v, again %v", made, again)
		}
		got := clerk.Get("/views?list=projects").Want(http.StatusOK).JSON()
		if v := got.Items("items"); len(v) != 1 || v[0].In("terms").Text("sort") != "-total_investment" || v[0].In("columns").
			Int("frozen") != 2 || got["may_share"] != false {
			t.Errorf("views %v", got)
		}
		// Bad input, by field.
		for field, bad := range map[string]apptest.Doc{
			"name":   {"list": "projects", "name": ""},
			"list":   {"list": "rockets", "name": "甲"},
			"shared": {"list": "projects", "name": "甲", "shared": true},
			"terms":  {"list": "projects", "name": "甲", "terms": []string{"q"}},
		} {
			if clerk.Post("/views", bad).Want(http.StatusUnprocessableEntity).Fields()[field] == "" {
				t.Errorf("%s is not named for %v", field, bad)
			}
		}
		taken := clerk.Post("/views", apptest.Doc{"list": "projects", "name": "大项目"}).Want(http.StatusUnprocessableEntity)
		if taken.Fields()["name"] != "view.name_taken" {
			t.Errorf("taken: %s", taken.Body)
		}
		// Another's own view does not exist for others.
		if n := len(leader.Get("/views?list=projects").JSON().Items("items")); n != 0 {
			t.Errorf("the leader sees %d views of others", n)
		}
		renamed := apptest.Doc{"name": "我的大项目", "terms": apptest.Doc{"kind": "industry"}}
		office.Put("/views/"+id, 1, renamed).Want(http.StatusNotFound)
		if out := clerk.Put("/views/"+id, 1, renamed).Want(http.StatusOK).JSON(); out.Text("name") != "我的大项目" || out.In("columns") != nil ||
			out.Int("version") != 2 {
			t.Errorf("renamed %v", out)
		}
		stale := clerk.Put("/views/"+id, 1, renamed).Want(http.StatusPreconditionFailed).JSON()
		if stale.In("current").Text("name") != "我的大项目" {
			t.Errorf("stale %v", stale)
		}
		// A leader shares one: all see it, the owner and the office change it.
		shared := leader.Post("/views", apptest.Doc{"list": "projects", "name": "包联", "shared": true}).Want(http.StatusCreated).JSON()
		at := "/views/" + shared.Text("id")
		if v := clerk.Get("/views?list=projects").JSON().Items("items"); len(v) != 2 || v[1].Text("name") != "包联" || v[1]["may_change"] != false {
			t.Errorf("views %v", v)
		}
		clerk.Put(at, 1, apptest.Doc{"name": "夺取"}).Want(http.StatusForbidden)
		office.Put(at, 1, apptest.Doc{"name": "包联项目", "shared": true}).Want(http.StatusOK)
		system.Get("/views?list=projects").Want(http.StatusForbidden)
		clerk.Request(http.MethodDelete, "/api/v1"+at, nil, "If-Match", version(2)).Want(http.StatusForbidden)
		leader.Request(http.MethodDelete, "/api/v1"+at, nil, "If-Match", version(1)).Want(http.StatusPreconditionFailed)
		leader.Request(http.MethodDelete, "/api/v1"+at, nil, "If-Match", version(2)).Want(http.StatusNoContent)
		leader.Request(http.MethodDelete, "/api/v1"+at, nil, "If-Match", version(2)).Want(http.StatusNotFound)
		audit := p.Appoint(org.AuditAdmin, "赤城县")
		if n := audit.Get("/audit?action=view.").Want(http.StatusOK).JSON().Int("count"); n != 5 {
			t.Errorf("%d audit rows of views, want 5", n)
		}
	})
}

func TestPreferencesAreRememberedPerPersonAndBounded(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		one, two := p.Appoint(org.Officer, "县水务局"), p.Appoint(org.Officer, "县水务局")
		put := func(key, value string) *apptest.Answer {
			return one.Request(http.MethodPut, "/api/v1/account/preferences/"+key, apptest.Doc{"value": value})
		}
		put("list.projects", `{"density":"compact"}`).Want(http.StatusOK)
		put("list.projects", `{"density":"comfortable"}`).Want(http.StatusOK)
		one.SignInAgain()
		if v := one.Get("/account/preferences/list.projects").Want(http.StatusOK).JSON().Text("value"); v != `{"density":"comfortable"}` {
			t.Errorf("remembered %q", v)
		}
		if v := two.Get("/account/preferences/list.projects").Want(http.StatusOK).JSON().Text("value"); v != "" {
			t.Errorf("another person has %q", v)
		}
		if put("LIST", "x").Want(http.StatusUnprocessableEntity).Fields()["key"] != "preference.key" {
			t.Error("a bad key is not named")
		}
		if put("list.leads", strings.Repeat("x", 8193)).Want(http.StatusUnprocessableEntity).Fields()["value"] == "" {
			t.Error("a value too long is not named")
		}
		p.Nobody().Get("/account/preferences/list.projects").Want(http.StatusUnauthorized)
	})
}
