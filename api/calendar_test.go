package api_test

import (
	"net/http"
	"slices"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

// entries gives the calendar's lines by kind.
func entries(who *apptest.Person, query string) map[string]apptest.Doc {
	out := map[string]apptest.Doc{}
	for _, e := range who.Get("/calendar" + query).Want(http.StatusOK).JSON().Items("items") {
		out[e.Text("kind")] = e
	}
	return out
}

func patch(who *apptest.Person, path, etag string, body apptest.Doc) *apptest.Answer {
	return who.Request(http.MethodPatch, "/api/v1"+path, body, "If-Match", etag)
}

// agenda makes one record of each kind that names a day in October 2026.
func agenda(p *apptest.Product, office *apptest.Person) {
	unit := p.Units["县水务局"].ID
	visit := office.Post("/visits", apptest.Doc{"way": "out", "on": apptest.Day, "company": "办结公司"}).Want(http.StatusCreated).JSON()
	office.Post("/visits/"+visit.Text("id")+"/complete", apptest.Doc{"outcome": "none", "summary": "谈过",
		"steps": []apptest.Doc{{"title": "寄资料", "due_on": "2026-10-12"}}}, "If-Match", `"1"`).Want(http.StatusOK)
	office.Post("/visits", apptest.Doc{"way": "out", "on": "2026-10-09", "starts_at": "09:30", "company": "甲公司", "place": "北京"}).
		Want(http.StatusCreated)
	office.Post("/leads", apptest.Doc{"company": "乙公司", "subject": "建厂", "channel": "self", "next_on": "2026-10-13", "next_action": "回电"}).
		Want(http.StatusCreated)
	project := office.Post("/projects", apptest.Doc{"name": "丙项目", "responsible_unit_id": unit, "planned_start": "2026-10-14",
		"planned_completion": "2026-10-15", "planned_production": "2026-10-16"}).Want(http.StatusCreated).JSON()
	path := "/projects/" + project.Text("id") + "/stage-events"
	office.Post(path, apptest.Doc{"code": "LEAD", "occurred_on": apptest.Day}, "If-Match", `"1"`).Want(http.StatusCreated)
	office.Post(path, apptest.Doc{"code": "SUSPENDED", "occurred_on": apptest.Day, "reason": "等指标", "review_on": "2026-10-19"}, "If-Match",
		`"2"`).Want(http.StatusCreated)
}

const october = "?from=2026-09-20&to=2026-10-31"

func TestTheCalendarHasEveryDayThatRecordsNameWithHolidaysAndMakeupDays(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		agenda(p, office)
		c := office.Get("/calendar" + october).Want(http.StatusOK).JSON()
		if c.Text("today") != apptest.Day || len(c.Items("days")) != 42 || len(c.Items("items")) != 8 {
			t.Errorf("today %s, %d days, %d items, want 42 and 8", c.Text("today"), len(c.Items("days")), len(c.Items("items")))
		}
		kinds := map[string]string{}
		for _, d := range c.Items("days") {
			kinds[d.Text("on")] = d.Text("kind") + d.Text("holiday")
		}
		for on, want := range map[string]string{"2026-09-20": "makeup", "2026-09-26": "holidaymid_autumn", "2026-10-01": "holidaynational",
			"2026-10-10": "makeup", "2026-10-11": "weekend", "2026-10-12": "workday"} {
			if kinds[on] != want {
				t.Errorf("%s is %s, want %s", on, kinds[on], want)
			}
		}
		seen := entries(office, october)
		for kind, on := range map[string]string{"visit": "2026-10-09", "follow_up": "2026-10-12", "lead": "2026-10-13",
			"planned_start": "2026-10-14", "planned_completion": "2026-10-15", "planned_production": "2026-10-16", "review": "2026-10-19"} {
			if seen[kind].Text("on") != on || seen[kind]["movable"] != (kind != "review") || seen[kind].Text("state") != "open" {
				t.Errorf("%s: %v, want it on %s", kind, seen[kind], on)
			}
		}
		if few := entries(office, october+"&kinds=lead,review"); len(few) != 2 || few["lead"].Text("title") != "回电" {
			t.Errorf("leads and reviews alone: %v", few)
		}
		p.Clock.Set("2026-10-14")
		office.SignInAgain()
		seen = entries(office, october)
		if seen["lead"].Text("state") != "overdue" || seen["planned_start"].Text("state") != "open" {
			t.Errorf("on the 14th the lead is %v and the start %v", seen["lead"].Text("state"), seen["planned_start"].Text("state"))
		}
	})
}

func TestAYearWhoseHolidaysWereNotAnnouncedIsNamed(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		c := office.Get("/calendar?from=2026-12-28&to=2027-01-31").Want(http.StatusOK).JSON()
		if years, _ := c["unknown_years"].([]any); !slices.Equal(years, []any{2027.0}) {
			t.Errorf("unknown years %v", years)
		}
		last := c.Items("days")[34]
		if last["known"] != false || last.Text("kind") != "weekend" {
			t.Errorf("2027-01-31 is %v", last)
		}
		for query, field := range map[string]string{"?from=2026-01-01&to=2026-12-31": "to", "?from=2026-02-01&to=2026-01-01": "to",
			"?from=2026-02-01": "to", october + "&kinds=party": "kinds"} {
			if office.Get("/calendar" + query).Want(http.StatusUnprocessableEntity).Fields()[field] == "" {
				t.Errorf("%s: %s is not named", query, field)
			}
		}
	})
}

func TestACalendarHoldsNothingOutOfScopeAndMineIsOnesOwn(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, other, stranger := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.Officer, "县文旅局")
		agenda(p, office)
		if seen := entries(stranger, october); len(seen) != 0 {
			t.Errorf("an officer of another unit sees %v", seen)
		}
		if seen := entries(other, october); len(seen) != 6 || seen["follow_up"] != nil {
			t.Errorf("a colleague sees %v, want all but the follow-up", seen)
		}
		if seen := entries(other, october+"&mine=true"); len(seen) != 0 {
			t.Errorf("a colleague's own are %v", seen)
		}
		if seen := entries(office, october+"&mine=true"); len(seen) != 7 {
			t.Errorf("one's own are %v", seen)
		}
		reader := p.Appoint(org.Inspector, "县商务局")
		for kind, e := range entries(reader, october) {
			if e["movable"] != false {
				t.Errorf("somebody who only reads may move a %s", kind)
			}
		}
		p.Nobody().Get("/calendar" + october).Want(http.StatusUnauthorized)
	})
}

func TestADayIsMovedOverTheVersionReadByThoseWhoMay(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, stranger, reader := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.Officer, "县文旅局"), p.Appoint(org.Inspector, "县商务局")
		agenda(p, office)
		seen := entries(office, october)
		pages := map[string]string{"visit": "/visits/", "follow_up": "/follow-ups/", "lead": "/leads/"}
		fields := map[string]string{"visit": "on", "follow_up": "due_on", "lead": "next_on"}
		for kind, page := range pages {
			e := seen[kind]
			path, etag := page+e.Text("id"), `"`+string(rune('0'+e.Int("version")))+`"`
			patch(stranger, path, etag, apptest.Doc{fields[kind]: "2026-10-20"}).Want(http.StatusNotFound)
			if a := patch(reader, path, etag, apptest.Doc{fields[kind]: "2026-10-20"}); a.Status != http.StatusForbidden &&
				a.Status != http.StatusNotFound {
				t.Errorf("%s: a reader got %d", kind, a.Status)
			}
			if patch(office, path, etag, apptest.Doc{}).Want(http.StatusUnprocessableEntity).Fields()[fields[kind]] == "" {
				t.Errorf("%s: a missing day is not named", kind)
			}
			moved := patch(office, path, etag, apptest.Doc{fields[kind]: "2026-10-20"}).Want(http.StatusOK).JSON()
			if moved.Text(fields[kind]) != "2026-10-20" || moved.Int("version") != e.Int("version")+1 {
				t.Errorf("%s: moved to %v", kind, moved)
			}
			stale := patch(office, path, etag, apptest.Doc{fields[kind]: "2026-10-21"}).Want(http.StatusPreconditionFailed).JSON()
			if stale.In("current").Text(fields[kind]) != "2026-10-20" {
				t.Errorf("%s: a stale move was told %v", kind, stale)
			}
		}
		if v := entries(office, october)["visit"]; v.Text("on") != "2026-10-20" || v.Text("at") != "09:30" {
			t.Errorf("the visit is now %v", v)
		}
		start := seen["planned_start"]
		path, etag := "/projects/"+start.Text("id"), `"`+string(rune('0'+start.Int("version")))+`"`
		if f := patch(office, path, etag, apptest.Doc{"planned_completion": "2026-10-01"}).Want(http.StatusUnprocessableEntity).
			Fields(); f["planned_completion"] != "input.date_order" {
			t.Errorf("a completion before the start: %v", f)
		}
		p2 := patch(office, path, etag, apptest.Doc{"planned_start": "2026-10-08"}).Want(http.StatusOK).JSON()
		if p2.Text("planned_start") != "2026-10-08" || p2.Text("planned_completion") != "2026-10-15" || p2.Text("name") != "丙项目" {
			t.Errorf("replanned to %v", p2)
		}
		patch(office, path, etag, apptest.Doc{"planned_start": "2026-10-09"}).Want(http.StatusPreconditionFailed)
		patch(stranger, path, etag, apptest.Doc{"planned_start": "2026-10-09"}).Want(http.StatusNotFound)
		patch(reader, path, etag, apptest.Doc{"planned_start": "2026-10-09"}).Want(http.StatusForbidden)
	})
}
