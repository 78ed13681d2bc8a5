package api_test

import (
	"fmt"
	"net/http"
	"net/url"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

func TestGroupsOfEveryListAddUpToTheFilterAndOpenTheirRows(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, officer, clerk := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.Officer, "县水务局"), p.Appoint(org.UnitClerk, "县文旅局")
		leader := p.Appoint(org.CountyLeader, "赤城县")
		post := func(who *apptest.Person, path string, body apptest.Doc) {
			who.Post(path, body).Want(http.StatusCreated)
		}
		post(office, "/clients", apptest.Doc{"name": "甲客商", "investor_class": "private"})
		post(officer, "/clients", apptest.Doc{"name": "乙客商"})
		post(clerk, "/clients", apptest.Doc{"name": "丙客商", "investor_class": "private"})
		post(office, "/enterprises", apptest.Doc{"name": "甲企业", "state": "normal", "industry": "C39", "host_unit_id": p.Units["龙关镇"].ID,
			"unit_id": p.Units["县水务局"].ID})
		post(office, "/enterprises", apptest.Doc{"name": "乙企业", "state": "halted"})
		post(officer, "/visits", apptest.Doc{"way": "out", "on": apptest.Day, "company": "甲公司", "leader_id": leader.ID})
		post(clerk, "/visits", apptest.Doc{"way": "in", "on": apptest.Day, "company": "乙公司"})
		post(officer, "/leads", apptest.Doc{"company": "甲公司", "subject": "建厂", "channel": "self", "amount": 100})
		for list, ways := range map[string][]string{"clients": {"unit", "owner", "class"}, "enterprises": {"state", "industry", "host", "unit"},
			"visits": {"state", "unit", "owner", "leader"}, "leads": {"state", "unit", "owner"}} {
			whole := office.Get("/" + list).Want(http.StatusOK).JSON().Int("count")
			for _, by := range ways {
				n := 0
				for _, g := range office.Get("/" + list + "/groups?by=" + by).Want(http.StatusOK).JSON().Items("items") {
					n += g.Int("count")
					query := url.Values{}
					for k, v := range g.In("query") {
						query.Set(k, fmt.Sprint(v))
					}
					if rows := office.Get("/" + list + "?" + query.Encode()).Want(http.StatusOK).JSON().Int("count"); rows != g.Int("count") {
						t.Errorf("%s by %s: %v opens %d rows", list, by, g, rows)
					}
					if by == "industry" && g.Text("key") == "C39" && g.Text("name") == "" {
						t.Errorf("a division without its name: %v", g)
					}
				}
				if n != whole || whole == 0 {
					t.Errorf("%s by %s come to %d of %d", list, by, n, whole)
				}
			}
			office.Get("/" + list + "/groups?by=rockets").Want(http.StatusUnprocessableEntity)
			p.Appoint(org.AuditAdmin, "赤城县").Get("/" + list + "/groups?by=unit").Want(http.StatusForbidden)
		}
		// Counts obey the scope: the officer's visits alone.
		if groups := officer.Get("/visits/groups?by=unit").Want(http.StatusOK).JSON().
			Items("items"); len(groups) != 1 || groups[0].Int("count") != 1 {
			t.Errorf("the officer's groups: %v", groups)
		}
	})
}

func TestEveryListIsNarrowedToWhatOneFollows(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, officer := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.Officer, "县水务局")
		for list, body := range map[string]apptest.Doc{
			"leads":       {"company": "甲公司", "subject": "建厂", "channel": "self"},
			"clients":     {"name": "甲客商"},
			"enterprises": {"name": "甲企业", "state": "normal"},
			"visits":      {"way": "out", "on": apptest.Day, "company": "甲公司"},
		} {
			maker := officer
			if list == "enterprises" {
				maker = office // officers keep no enterprises
			}
			id := maker.Post("/"+list, body).Want(http.StatusCreated).JSON().Text("id")
			at := "/" + list + "?watched=true"
			watch := "/watches/" + list[:len(list)-1] + "/" + id
			follows := func(who *apptest.Person) int { return who.Get(at).Want(http.StatusOK).JSON().Int("count") }
			if n := follows(maker); n != 1 {
				t.Errorf("%s: the maker follows %d", list, n)
			}
			maker.Request(http.MethodDelete, "/api/v1"+watch, nil).Want(http.StatusNoContent)
			if n := follows(maker); n != 0 {
				t.Errorf("%s: who stopped follows %d", list, n)
			}
			if maker == office {
				continue
			}
			if n := follows(office); n != 0 {
				t.Errorf("%s: another follows %d", list, n)
			}
			office.Request(http.MethodPut, "/api/v1"+watch, nil)
			if n := follows(office); n != 1 {
				t.Errorf("%s: who asked to follows %d", list, n)
			}
		}
	})
}

func TestLeadsAreListedByTheDayTheyWereReportedPageByPage(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		officer := p.Appoint(org.Officer, "县水务局")
		days := []string{"2026-10-03", "2026-10-01", "2026-10-02", "2026-10-02", "2026-10-01"}
		for i, day := range days {
			p.Clock.Set(day)
			officer.SignInAgain()
			officer.Post("/leads", apptest.Doc{"company": fmt.Sprintf("%d公司", i), "subject": "建厂", "channel": "self"}).Want(http.StatusCreated)
			officer.Post("/visits", apptest.Doc{"way": "out", "on": day, "company": fmt.Sprintf("%d公司", i)}).Want(http.StatusCreated)
		}
		for at, field := range map[string]string{"/leads?sort=reported_on": "reported_on", "/leads?sort=-reported_on": "reported_on",
			"/leads?": "reported_on", "/visits?sort=on": "on"} {
			var got []string
			cursor := ""
			for range days {
				page := officer.Get(at + "&limit=2&cursor=" + cursor).Want(http.StatusOK).JSON()
				for _, l := range page.Items("items") {
					got = append(got, l.Text(field))
				}
				if cursor = page.Text("next"); cursor == "" {
					break
				}
			}
			want := []string{"2026-10-01", "2026-10-01", "2026-10-02", "2026-10-02", "2026-10-03"}
			if at == "/leads?sort=-reported_on" || at == "/leads?" {
				want = []string{"2026-10-03", "2026-10-02", "2026-10-02", "2026-10-01", "2026-10-01"}
			}
			if fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("%s gives %v", at, got)
			}
		}
	})
}

func TestAnExportOfVisitsHasEveryColumnThatTheListShows(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		officer := p.Appoint(org.Officer, "县水务局")
		officer.Post("/visits", apptest.Doc{"way": "out", "on": apptest.Day, "company": "甲公司"}).Want(http.StatusCreated)
		officer.Get("/exports/visits?columns=on,company,place,way,leader,owner,visit_state,outcome,unit").Want(http.StatusOK)
	})
}
