package api_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

func TestGroupsAddUpToTheFilterAndOpenTheirRows(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, stranger := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.Officer, "县文旅局")
		leader := p.Appoint(org.CountyLeader, "赤城县")
		other := p.Appoint(org.CountyLeader, "赤城县")
		for i := range 9 {
			body := apptest.Doc{"name": fmt.Sprintf("分组%d", i), "responsible_unit_id": p.Units[[]string{"县水务局", "县商务局", "县水务局"}[i%3]].ID,
				"kind": []string{"industry", "tourism"}[i%2], "total_investment": 1_000_000 * (i + 1)}
			if i%2 == 0 {
				body["host_unit_id"] = p.Units["龙关镇"].ID
			}
			if i < 4 {
				body["leader_ids"] = []any{leader.ID}
			}
			if i == 0 {
				body["leader_ids"] = []any{leader.ID, other.ID}
			}
			made := office.Post("/projects", body).Want(http.StatusCreated).JSON()
			if i > 5 {
				office.Post("/projects/"+made.Text("id")+"/stage-events", apptest.Doc{"code": "LEAD", "occurred_on": apptest.Day}, "If-Match", `"1"`).
					Want(http.StatusCreated)
			}
		}
		for _, filter := range []string{"", "&kind=industry", "&min_investment=5000000", "&without=leader", "&light=green",
			"&leader_id=" + string(other.ID)} {
			total := office.Get("/projects/totals?" + strings.TrimPrefix(filter, "&")).Want(http.StatusOK).JSON()
			for _, by := range []string{"stage", "unit", "host", "kind", "leader"} {
				count, sum := 0, 0
				for _, g := range office.Get("/projects/groups?by=" + by + filter + "&with_lights=true").Want(http.StatusOK).JSON().Items("items") {
					count, sum = count+g.Int("count"), sum+g.Int("total")
					query := filter
					for k, v := range g.In("query") {
						query = "&" + k + "=" + v.(string) + query
						if k == "without" || k == "leader_id" {
							query = "&" + k + "=" + v.(string) + strings.NewReplacer("&without=leader", "", "&leader_id="+string(other.ID), "").Replace(filter)
						}
					}
					if n := office.Get("/projects?" + strings.TrimPrefix(query, "&")).Want(http.StatusOK).JSON().Int("count"); n != g.Int("count") {
						t.Errorf("by %s with %q: %q says %d rows and %q opens %d", by, filter, g.Text("key"), g.Int("count"), query, n)
					}
				}
				if by != "leader" && (count != total.Int("count") || sum != total.Int("total_investment")) {
					t.Errorf("by %s with %q: groups add up to %d and %d, want %d and %d", by, filter, count, sum, total.Int("count"),
						total.Int("total_investment"))
				}
			}
		}
		lit := office.Get("/projects/groups?by=host&with_lights=true").Want(http.StatusOK).JSON().Items("items")
		for _, g := range lit {
			n := 0
			for colour := range g.In("lights") {
				n += g.In("lights").Int(colour)
			}
			if n != g.Int("count") {
				t.Errorf("%q has %d projects going on and %d lights", g.Text("name"), g.Int("count"), n)
			}
		}
		if items := stranger.Get("/projects/groups?by=unit").Want(http.StatusOK).JSON().Items("items"); len(items) != 0 {
			t.Errorf("an officer of another unit sees groups %v", items)
		}
		if f := office.Get("/projects/groups?by=colour").Want(http.StatusUnprocessableEntity).Fields(); f["by"] == "" {
			t.Errorf("bad input named %v", f)
		}
		p.Nobody().Get("/projects/groups?by=unit").Want(http.StatusUnauthorized)

		office.Post("/leads", apptest.Doc{"company": "甲公司", "subject": "建厂", "channel": "self", "amount": 3_000_000, "owner_id": leader.ID}).
			Want(http.StatusCreated)
		office.Post("/leads", apptest.Doc{"company": "乙公司", "subject": "建厂", "channel": "self", "amount": 4_000_000}).Want(http.StatusCreated)
		for _, by := range []string{"state", "unit", "owner"} {
			count, sum := 0, 0
			for _, g := range office.Get("/leads/groups?by=" + by).Want(http.StatusOK).JSON().Items("items") {
				count, sum = count+g.Int("count"), sum+g.Int("total")
				for k := range g.In("query") {
					if n := office.Get("/leads?" + k + "=" + g.In("query").Text(k)).Want(http.StatusOK).JSON().Int("count"); n != g.Int("count") {
						t.Errorf("leads by %s: %v opens %d", by, g, n)
					}
				}
			}
			if count != 2 || sum != 7_000_000 {
				t.Errorf("leads by %s add up to %d and %d", by, count, sum)
			}
		}
		if items := stranger.Get("/leads/groups?by=state").Want(http.StatusOK).JSON().Items("items"); len(items) != 0 {
			t.Errorf("an officer of another unit sees groups of leads %v", items)
		}
	})
}

func TestReadyViewsCountWhatTheirFilterOpens(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, leader := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.CountyLeader, "赤城县")
		unit := p.Units["县水务局"].ID
		add := func(body apptest.Doc) {
			body["responsible_unit_id"] = unit
			office.Post("/projects", body).Want(http.StatusCreated)
		}
		add(apptest.Doc{"name": "大", "total_investment": 100_000_000, "planned_start": "2026-05-01"})
		add(apptest.Doc{"name": "省重点", "total_investment": 99_999_999, "key_levels": []apptest.Doc{{"year": 2026, "level": "province"}}})
		add(apptest.Doc{"name": "县重点", "leader_ids": []any{leader.ID}, "key_levels": []apptest.Doc{{"year": 2026, "level": "county"}}})
		count := func(who *apptest.Person) map[string]int {
			out := map[string]int{}
			for _, v := range who.Get("/projects/ready-views").Want(http.StatusOK).JSON().Items("items") {
				out[v.Text("key")] = v.Int("count")
				query := []string{}
				for k := range v.In("query") {
					query = append(query, k+"="+v.In("query").Text(k))
				}
				if n := who.Get("/projects?" + strings.Join(query, "&")).Want(http.StatusOK).JSON().Int("count"); n != v.Int("count") {
					t.Errorf("%s says %d and opens %d", v.Text("key"), v.Int("count"), n)
				}
			}
			return out
		}
		if got := count(office); got["all"] != 3 || got["large"] != 1 || got["key"] != 1 || got["should_start"] != 1 || got["mine"] != 3 ||
			got["stale"] != 0 || got["watched"] != 3 {
			t.Errorf("the office's views hold %v", got)
		}
		if got := count(leader); got["mine"] != 1 || got["watched"] != 1 {
			t.Errorf("the leader answers for %v", got)
		}
		p.Clock.Set("2026-11-20")
		office.SignInAgain()
		if got := count(office); got["stale"] != 3 {
			t.Errorf("two months later %v", got)
		}
		p.Appoint(org.AuditAdmin, "赤城县").Get("/projects/ready-views").Want(http.StatusForbidden)
	})
}

func TestPlannedDaysAreThoseOfTheFilter(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, stranger := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.Officer, "县文旅局")
		add := func(kind string) {
			office.Post("/projects", apptest.Doc{"name": kind, "kind": kind, "responsible_unit_id": p.Units["县水务局"].ID,
				"planned_start": "2026-10-08", "planned_completion": "2026-10-30"}).Want(http.StatusCreated)
		}
		add("industry")
		add("tourism")
		days := office.Get("/projects/planned-days?from=2026-10-01&to=2026-10-31&kind=tourism").Want(http.StatusOK).JSON().Items("items")
		if len(days) != 2 || days[0].Text("on") != "2026-10-08" || days[0].Text("kind") != "start" || days[1].Text("kind") != "completion" ||
			days[0].Text("name") != "tourism" {
			t.Errorf("days are %v", days)
		}
		if n := len(stranger.Get("/projects/planned-days?from=2026-10-01&to=2026-10-31").Want(http.StatusOK).JSON().Items("items")); n != 0 {
			t.Errorf("an officer of another unit sees %d days", n)
		}
		if f := office.Get("/projects/planned-days?from=2026-10-01&to=2027-10-31").Want(http.StatusUnprocessableEntity).Fields(); f["to"] == "" {
			t.Errorf("a year at once named %v", f)
		}
		if f := office.Get("/projects/planned-days").Want(http.StatusUnprocessableEntity).Fields(); f["from"] == "" || f["to"] == "" {
			t.Errorf("no days named %v", f)
		}
	})
}
