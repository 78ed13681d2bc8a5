package api_test

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"testing"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/internal/apptest"
)

// claimOf returns the last event of a stage in a project's history.
func claimOf(t *testing.T, who *apptest.Person, id, code string) apptest.Doc {
	t.Helper()
	events := who.Get("/projects/" + id + "/stage-events").Want(http.StatusOK).JSON().Items("events")
	slices.Reverse(events)
	i := slices.IndexFunc(events, func(e apptest.Doc) bool { return e.Text("code") == code && e["holds"].(bool) })
	if i < 0 {
		t.Fatalf("nobody claimed %s", code)
	}
	return events[i]
}

// judge lets a verifier say yes or no to the last claim of a stage.
func judge(t *testing.T, who *apptest.Person, id, code string, agrees bool) *apptest.Answer {
	t.Helper()
	return who.Post("/stage-events/"+claimOf(t, who, id, code).Text("id")+"/verdicts", apptest.Doc{"agrees": agrees, "note": "现场只有围挡"})
}

// startsTold is what every floor that tells of claims says of starts: the project, the
// list, the board, its filters, funnel, conversion and cockpit.
func startsTold(t *testing.T, who *apptest.Person, id, query string) map[string]int {
	t.Helper()
	get := func(path string) apptest.Doc { return who.Get(path).Want(http.StatusOK).JSON() }
	out := map[string]int{}
	for _, s := range get("/reports/funnel?" + query).Items("stages") {
		if s.Text("stage") == "STARTED" {
			out["funnel reached"], out["funnel now"] = s.In("reached").Int("count"), s.In("now").Int("count")
			out["funnel denied"] = s.In("denied").Int("count")
		}
	}
	total := get("/reports/conversion?" + query).In("total")
	out["conversion"] = total.In("started").Int("count")
	for _, figure := range []string{"started", "reached", "path", "standing", "denied"} {
		out["rows of "+figure] = len(get("/reports/rows?by=all&of_stage=STARTED&figure=" + figure + "&" + query).Items("items"))
	}
	if query != "" {
		return out
	}
	for _, f := range []string{"reached=STARTED", "stage=STARTED", "started_from=2026-01-01", "denied=true", "not_reached=STARTED"} {
		out["list by "+f] = get("/projects/totals?" + f).Int("count")
	}
	for _, l := range get("/projects/board").Items("lanes") {
		if l.Text("stage") == "STARTED" {
			out["board"] = l.Int("count")
		}
	}
	item := get("/projects?id=" + id).Items("items")[0]
	project := get("/projects/" + id)
	if item.Text("stage") != project.Text("stage") || item.Text("denied") != project.Text("denied") {
		t.Errorf("the list says %s, %q is denied; the page %s, %q", item.Text("stage"), item.Text("denied"), project.Text("stage"),
			project.Text("denied"))
	}
	for _, f := range get("/reports/cockpit").Items("figures") {
		if f.Text("key") == "started" {
			out["cockpit"] = f.Int("claimed")
		}
	}
	return out
}

func TestADeniedClaimIsNeitherReportedNorReachedUntilClaimedAnew(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		p.Clock.Set("2026-08-20")
		office, verifier := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.Verifier, "县发改局")
		id := signedOn(t, p, office, "甲项目", "2026-01-10", 300_000_000)
		move(office, id, apptest.Doc{"code": "STARTED", "occurred_on": "2026-06-10"}).Want(http.StatusCreated)
		before := startsTold(t, office, id, "")
		stood := startsTold(t, office, id, "as_of=2026-08-20")
		p.Clock.Set("2026-09-03")
		office.SignInAgain()
		verifier.SignInAgain()
		frozen := office.Post("/bulletins", apptest.Doc{"month": "2026-08"}).Want(http.StatusCreated).JSON()
		bytes := office.Get("/bulletins/" + frozen.Text("id")).Want(http.StatusOK).JSON().Text("figures")
		p.Clock.Set("2026-09-10")
		office.SignInAgain()
		verifier.SignInAgain()
		judge(t, verifier, id, "STARTED", false).Want(http.StatusOK)

		for what, n := range startsTold(t, office, id, "") {
			want := map[string]int{"funnel denied": 1, "rows of denied": 1, "list by denied=true": 1, "list by not_reached=STARTED": 1}[what]
			if n != want {
				t.Errorf("after the denial %s is %d, want %d (it was %d)", what, n, want, before[what])
			}
		}
		if e := claimOf(t, office, id, "STARTED"); e.Text("state") != "not_recognised" || e["confirmed"].(bool) {
			t.Errorf("the claim is %q", e.Text("state"))
		}
		if now := startsTold(t, office, id, "as_of=2026-08-20"); fmt.Sprint(now) != fmt.Sprint(stood) || now["conversion"] != 1 {
			t.Errorf("as known before the denial: %v, and it was %v", now, stood)
		}
		later := office.Get("/bulletins/" + frozen.Text("id")).Want(http.StatusOK).JSON()
		if later.Text("figures") != bytes || !later["same"].(bool) {
			t.Errorf("the bulletin changed:\n%s\n%s", bytes, later.Text("figures"))
		}
		if !slices.ContainsFunc(later.Items("corrections"), func(c apptest.Doc) bool {
			return c.Text("figure") == "started" && c.Int("published") == 1 && c.Int("now") == 0
		}) {
			t.Errorf("the denial is no correction: %v", later.Items("corrections"))
		}

		move(office, id, apptest.Doc{"code": "STARTED", "occurred_on": "2026-09-05"}).Want(http.StatusCreated)
		for what, n := range startsTold(t, office, id, "") {
			if n != before[what] {
				t.Errorf("claimed anew, %s is %d, want %d", what, n, before[what])
			}
		}
		if e := claimOf(t, office, id, "STARTED"); e.Text("state") != "reported" || len(e.Items("verdicts")) != 0 {
			t.Errorf("the new claim is %q: it is to be judged again", e.Text("state"))
		}
	})
}

func TestWhatRestsOnADeniedStageIsNotToldAsConfirmed(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		one, two := p.Appoint(org.Verifier, "县发改局"), p.Appoint(org.Verifier, "县文旅局")
		id := signedOn(t, p, office, "甲项目", "2026-01-10", 300_000_000)
		for _, kind := range []string{"acceptance", "tax_record", "output_record"} {
			attach(t, office, domain.ID(id), kind)
		}
		move(office, id, apptest.Doc{"code": "STARTED", "occurred_on": "2026-03-10"}).Want(http.StatusCreated)
		move(office, id, apptest.Doc{"code": "IN_PRODUCTION", "occurred_on": "2026-07-10"}).Want(http.StatusCreated)
		judge(t, one, id, "IN_PRODUCTION", true).Want(http.StatusOK)
		judge(t, one, id, "STARTED", false).Want(http.StatusOK)
		now := office.Get("/projects/" + id).Want(http.StatusOK).JSON()
		if now.Text("stage") != "SIGNED" || now.Text("denied") != "STARTED" {
			t.Errorf("the project stands at %s, %q is denied", now.Text("stage"), now.Text("denied"))
		}
		produced := claimOf(t, office, id, "IN_PRODUCTION")
		if produced.Text("state") != "rests_on_denied" || produced["confirmed"].(bool) {
			t.Errorf("production is %q above a denied start", produced.Text("state"))
		}
		total := office.Get("/reports/conversion").Want(http.StatusOK).JSON().In("total")
		if n := total.In("produced_confirmed").Int("count") + total.In("in_production").Int("count"); n != 0 {
			t.Errorf("production is counted above a denied start: %v", total)
		}
		refused := judge(t, two, id, "IN_PRODUCTION", true).Want(http.StatusUnprocessableEntity)
		if refused.Fields()["agrees"] == "" {
			t.Errorf("it may be confirmed: %s", refused.Body)
		}
		for _, d := range two.Get("/desk/decisions").Want(http.StatusOK).JSON().Items("items") {
			if d.Text("what") == "IN_PRODUCTION" {
				t.Errorf("a verifier is asked to decide it: %v", d)
			}
		}
		refused = move(office, id, apptest.Doc{"code": "FULL_CAPACITY", "occurred_on": "2026-08-10"}).Want(http.StatusUnprocessableEntity)
		if refused.Fields()["code"] == "" {
			t.Errorf("a stage above it may be claimed: %s", refused.Body)
		}
	})
}

// A denial of an older version left the stage as it was: the state is recomputed when
// the product starts. A project in the bin holds up no other, and has its turn when it
// is put back.
func TestDenialsOfOlderVersionsCountOnceTheProductStarts(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		ctx := context.Background()
		office, verifier := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.Verifier, "县发改局")
		restated := func() {
			t.Helper()
			for range 2 {
				if err := p.Services.Pipeline.Restate(ctx); err != nil {
					t.Fatal(err)
				}
			}
		}
		older := func(name string) string {
			t.Helper()
			id := signedOn(t, p, office, name, "2026-01-10", 300_000_000)
			move(office, id, apptest.Doc{"code": "STARTED", "occurred_on": "2026-03-10"}).Want(http.StatusCreated)
			judge(t, verifier, id, "STARTED", false).Want(http.StatusOK)
			return id
		}
		binned, id := older("收起来的项目"), older("甲项目")
		withdraw(office, "/projects/"+binned, "重复").Want(http.StatusNoContent)
		denied := startsTold(t, office, id, "")
		for _, x := range []string{binned, id} {
			for _, s := range []string{
				"UPDATE projects SET stage = 'STARTED', stage_rank = 8, started_on = '2026-03-10', denied_stage = '' WHERE id = '" + x + "'",
				"INSERT INTO projects_to_restate (project_id) VALUES ('" + x + "')"} {
				if err := p.DB.Exec(ctx, s); err != nil {
					t.Fatal(err)
				}
			}
		}
		if n := office.Get("/projects/totals?reached=STARTED").Want(http.StatusOK).JSON().Int("count"); n != 1 {
			t.Fatalf("%d have started: the test no longer tests", n)
		}
		restated()
		if now := startsTold(t, office, id, ""); fmt.Sprint(now) != fmt.Sprint(denied) {
			t.Errorf("recomputed: %v\nwant %v", now, denied)
		}
		restore(office, binned).Want(http.StatusOK)
		restated()
		if back := office.Get("/projects/" + binned).Want(http.StatusOK).JSON(); back.Text("denied") != "STARTED" {
			t.Errorf("put back, it stands at %s, denied %q", back.Text("stage"), back.Text("denied"))
		}
	})
}
