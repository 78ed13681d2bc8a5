package api_test

import (
	"fmt"
	"math"
	"net/http"
	"slices"
	"strings"
	"testing"

	"sangu/internal/apptest"
)

func front(who *apptest.Person) apptest.Doc {
	return who.Get("/reports/cockpit").Want(http.StatusOK).JSON()
}

// behindTheCockpit opens what is behind each of the cockpit's figures for somebody,
// over a filter, "&unit_id=…" or "": the tiles, lights, unit lines, the shortfall,
// what wants the leader, the way, and the page of conversion.
func behindTheCockpit(t *testing.T, who *apptest.Person, filter string) {
	t.Helper()
	c := who.Get("/reports/cockpit?" + filter).Want(http.StatusOK).JSON()
	b := behindIt{T: t, who: who, filter: filter, c: c}
	b.tiles()
	b.lights()
	b.funds()
	b.concerns()
	b.path()
	b.conversion()
}

type behindIt struct {
	*testing.T
	who    *apptest.Person
	filter string
	c      apptest.Doc
}

func (b behindIt) same(what string, shown, rows int) {
	b.Helper()
	if shown != rows {
		b.Errorf("%s: %d on the cockpit, %d behind it %q", what, shown, rows, b.filter)
	}
}

// get asks for what is behind, over the same filter.
func (b behindIt) get(path, query string) apptest.Doc {
	b.Helper()
	return b.who.Get(path + "?" + query + b.filter).Want(http.StatusOK).JSON()
}

func (b behindIt) rows(path, query string) int {
	b.Helper()
	return len(b.get(path, query).Items("items"))
}

func (b behindIt) tiles() {
	b.Helper()
	year, since := b.c.Text("on")[:4]+"-01-01", b.c.Text("since")
	for key, x := range map[string]struct{ stage, rows, amount string }{
		"started":       {"STARTED", "&started_from=" + year, "signed_amount"},
		"signed":        {"SIGNED", "&signed_from=" + since, "signed_amount"},
		"negotiating":   {"NEGOTIATING", "&not_reached=SIGNED&going=true", "total_investment"},
		"in_production": {"IN_PRODUCTION", "&produced_from=" + since, "signed_amount"},
	} {
		i := slices.IndexFunc(b.c.Items("figures"), func(f apptest.Doc) bool { return f.Text("key") == key })
		f := b.c.Items("figures")[i]
		list := map[string]string{"negotiating": "reached=NEGOTIATING"}[key] + x.rows
		b.same(key, f.Int("claimed"), b.get("/projects", list).Int("count"))
		if key != "negotiating" {
			b.same(key+" confirmed", f.Int("confirmed"), b.get("/projects", list+"&confirmed="+x.stage).Int("count"))
		}
		sum := 0
		for _, r := range b.get("/reports/rows", "figure=path&of_stage="+x.stage+x.rows).Items("items") {
			if n, ok := r[x.amount].(float64); ok {
				sum += int(n)
			}
		}
		b.same(key+" in 元", f.Int("amount"), sum)
	}
}

func (b behindIt) lights() {
	b.Helper()
	projects := b.c.In("projects")
	narrowed := map[string]string{"key": "&on_key_lists=true"}[projects.Text("which")]
	for _, colour := range []string{"red", "yellow", "green", "none"} {
		b.same(colour, projects.In("counts").Int(colour), b.rows("/reports/lights", "colour="+colour+narrowed))
	}
}

func (b behindIt) funds() {
	b.Helper()
	short := 0
	for _, u := range b.c.Items("units") {
		if own := b.get("/reports/funds", "").In("sum"); strings.Contains(b.filter, "unit_id") {
			b.same("the unit's", u.Int("reported"), own.Int("reported"))
			short += own.Int("reported") - own.Int("verified")
			continue
		}
		sum := b.get("/reports/funds", "unit_id="+u.Text("unit_id")).In("sum")
		b.same(u.Text("name")+" reported", u.Int("reported"), sum.Int("reported"))
		b.same(u.Text("name")+" verified", u.Int("actual"), sum.Int("verified"))
		short += sum.Int("reported") - sum.Int("verified")
	}
	b.same("below reported", b.c.In("shortfall").Int("amount"), short)
	all, f := b.get("/reports/funds", "").In("year"), b.c.Items("figures")[0]
	b.same("money reported this year", f.Int("claimed"), all.Int("reported"))
	b.same("money verified this year", f.Int("confirmed"), all.Int("verified"))
	b.same("money verified so far", b.c.In("funds_outlook").In("verified").Int("so_far"), all.Int("verified"))
	targets := b.who.Get("/targets/" + b.c.Text("on")[:4]).Want(http.StatusOK).JSON()
	if shown := b.c.Items("allotments"); len(shown) > 0 && fmt.Sprint(shown) != fmt.Sprint(targets.Items("allotments")) {
		b.Errorf("handed down: %v on the cockpit, %v on the page of targets", shown, targets.Items("allotments"))
	}
}

func (b behindIt) concerns() {
	b.Helper()
	concerns := b.c.In("concerns")
	b.same("red", concerns.Int("red"), b.rows("/reports/lights", "colour=red"))
	b.same("suspicions", concerns.Int("suspicions"), len(b.who.Get("/suspicions?state=open").Want(http.StatusOK).JSON().Items("items")))
	b.same("should have begun", concerns.Int("should_start"), b.get("/projects", "should_have_begun="+b.c.Text("on")).Int("count"))
	unseen := b.get("/reports/funds", "unseen_by="+concerns.Text("unseen_by"))
	b.same("money that no verifier looked at", concerns.Int("unseen"), unseen.In("sum").Int("entries"))
	b.same("and its rows", concerns.Int("unseen"), len(unseen.Items("items")))
	known := b.get("/reports/funds", "as_of="+b.c.Text("on")+"&unseen_by="+concerns.Text("unseen_by"))
	b.same("and as known today", concerns.Int("unseen"), known.In("sum").Int("entries"))
	b.same("all that wants the leader", concerns.Int("total"), concerns.Int("red")+concerns.Int("suspicions")+concerns.Int("should_start")+
		concerns.Int("unseen"))
}

func (b behindIt) path() {
	b.Helper()
	for _, step := range b.c.Items("path") {
		stage := step.Text("stage")
		b.same(stage, step.In("reached").Int("count"), b.get("/projects", "reached="+stage).Int("count"))
		b.same(stage+" in 元", step.In("reached").Int("amount"), b.get("/reports/rows", "figure=path&of_stage="+stage).Int("amount"))
		if n, ok := step["confirmed"].(float64); ok {
			b.same(stage+" confirmed", int(n), b.get("/projects", "reached="+stage+"&confirmed="+stage).Int("count"))
		}
	}
}

// conversion opens the page that the cockpit's links of the waiting curve and of
// what is expected lead to: that of the signings since, that of all of them.
func (b behindIt) conversion() {
	b.Helper()
	since := "signed_from=" + b.c.Text("since")
	page := b.get("/reports/conversion", since)
	b.same("signed since", b.c.In("plain").Int("denominator"), page.In("total").In("signed").Int("count"))
	b.same("of them started", b.c.In("plain").Int("numerator"), page.In("total").In("started").Int("count"))
	b.same("signed since, as rows", b.c.In("plain").Int("denominator"), b.get("/reports/rows", "figure=signed&"+since).Int("count"))
	if fmt.Sprint(b.c["curve"]) != fmt.Sprint(page["curve"]) {
		b.Errorf("the waiting curve: %v on the cockpit, %v on the page %q", b.c["curve"], page["curve"], b.filter)
	}
	look, full := b.c.In("outlook"), b.get("/reports/analysis", "")
	for _, k := range []string{"started_so_far", "known", "expected", "low", "high", "waiting", "without_like", "target", "chance_of_target"} {
		if fmt.Sprint(look[k]) != fmt.Sprint(full.In("outlook")[k]) {
			b.Errorf("%s by the year's end: %v on the cockpit, %v on the page %q", k, look[k], full.In("outlook")[k], b.filter)
		}
	}
	if fmt.Sprint(b.c["funds_outlook"]) != fmt.Sprint(full["funds_outlook"]) || fmt.Sprint(b.c["scope"]) != fmt.Sprint(full["scope"]) {
		b.Errorf("%v, %v on the cockpit, %v, %v on the page", b.c["funds_outlook"], b.c["scope"], full["funds_outlook"], full["scope"])
	}
	if starts := look.Items("starts"); len(starts) > 0 {
		b.same("the last step of the year's starts", starts[len(starts)-1].Int("sum"), b.c.Items("figures")[1].Int("claimed"))
	}
	probabilities := b.get("/reports/start-probabilities", "")
	if expected := probabilities["expected"].(float64) + float64(look.Int("started_so_far")); look["known"] == true &&
		math.Abs(expected-look["expected"].(float64)) > 1e-9 {
		b.Errorf("expected %v, its chances add up to %v", look["expected"], expected)
	}
}

// led puts a signed project under a leader's wing, planned to begin on a day.
func led(t *testing.T, p *apptest.Product, office *apptest.Person, name string, change apptest.Doc) string {
	t.Helper()
	id := signedOn(t, p, office, name, "2026-02-10", 300_000_000)
	now := office.Get("/projects/" + id).JSON()
	facts := apptest.Doc{"name": name, "company_name": "项目公司", "company_code": "91130732MA0CEXQ31L",
		"responsible_unit_id": p.Units["县水务局"].ID, "client_id": now.Text("client_id"), "contract_amount": 300_000_000,
		"total_investment": 400_000_000}
	for k, v := range change {
		facts[k] = v
	}
	office.Put("/projects/"+id, now.Int("version"), facts).Want(http.StatusOK)
	return id
}
