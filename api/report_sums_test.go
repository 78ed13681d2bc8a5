package api_test

import (
	"cmp"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/internal/apptest"
)

// behind asks for the rows of a figure and says what they add up to.
func behind(who *apptest.Person, filter, query string) (count, amount int) {
	rows := who.Get("/reports/rows?" + filter + "&" + query).Want(http.StatusOK).JSON()
	for _, r := range rows.Items("items") {
		count += r.In("counted").Int("count")
		amount += r.In("counted").Int("amount")
	}
	if rows.Int("count") != count || rows.Int("amount") != amount {
		return -1, -1
	}
	return count, amount
}

// No figure on any report differs from the sum of the rows it opens: for the
// office, for the unit and for a unit that has little, as known now and on a day,
// by the standard rule and by one that leaves out, confirms and splits.
func TestNoFigureOfAnyReportDiffersFromTheSumOfItsRows(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, water, tourism, verifier := mixed(t, p)
		filters := []string{"rule=0", "rule=0&as_of=2026-09-26", "rule=1", "rule=0&effective=2026-07-31", "rule=0&late_entry=true",
			"rule=0&channel=referral"}
		for _, who := range []*apptest.Person{office, water, tourism, verifier} {
			for _, filter := range filters {
				sumsOfConversion(t, who, filter)
				sumsOfAnalysis(t, who, filter)
				sumsOfFunds(t, who, filter)
			}
		}
		if n := office.Get("/reports/conversion?rule=1").JSON().In("total").In("signed").
			Int("count"); n == 0 || n == office.Get("/reports/conversion?rule=0").JSON().In("total").In("signed").Int("count") {
			t.Errorf("the second rule counts %d: the test no longer tests", n)
		}
	})
}

// mixed is a county with everything that figures have to tell apart.
func mixed(t *testing.T, p *apptest.Product) (office, water, tourism, verifier *apptest.Person) {
	t.Helper()
	p.Clock.Set("2026-02-01")
	office, water, tourism, verifier = p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.UnitHead, "县水务局"), p.Appoint(org.UnitClerk, "县文旅局"),
		p.Appoint(org.Verifier, "县发改局")
	second := p.Appoint(org.Verifier, "县财政局")
	leader := p.Appoint(org.CountyLeader, "县商务局")
	openGates(office)
	for i := range 14 {
		unit := []string{"县水务局", "县文旅局"}[i%2]
		facts := apptest.Doc{"name": fmt.Sprintf("项目%02d", i), "responsible_unit_id": p.Units[unit].ID,
			"attracting_unit_id": p.Units["县商务局"].ID, "contract_amount": 100_000_001 * (i + 1),
			"total_investment": 130_000_000 * (i + 1), "channel": []string{"", "referral", "event"}[i%3], "chain": []string{"装备", "食品"}[i%2]}
		if i%4 == 0 {
			facts["leader_ids"] = []domain.ID{leader.ID}
		}
		moves := []string{"NEGOTIATING 2025-01-05", "SIGNED " + signedWhen(i)}
		if i == 13 {
			moves = moves[:1]
		}
		id := reached(office, facts, moves...)
		if i == 13 {
			continue
		}
		if i == 3 {
			made := office.Get("/projects/" + id + "/signings").Want(http.StatusOK).JSON().Items("items")[0]
			office.Post("/projects/"+id+"/signings", apptest.Doc{"kind": "FIRST", "signed_on": made.Text("signed_on"),
				"amount": made.Int("amount"), "exclusions": []string{"real_estate"}, "corrects": made.Text("id"), "note": "补勾房地产"}).
				Want(http.StatusCreated)
		}
		if i%3 == 0 {
			move(office, id, apptest.Doc{"code": "REGISTERED", "occurred_on": "2026-01-05"}).Want(http.StatusCreated)
		}
		if i%2 == 0 {
			office.Post("/projects/"+id+"/credit", apptest.Doc{"from_on": "2025-01-01", "basis": "共同招引",
				"shares": []apptest.Doc{{"unit_id": p.Units["县水务局"].ID, "share": 3333}, {"unit_id": p.Units["县文旅局"].ID, "share": 6667}}}).
				Want(http.StatusCreated)
		}
		fund := apptest.Doc{"category": "equipment", "amount": 10_000_003, "paid_on": "2026-01-20", "voucher": fmt.Sprintf("银付 %d", i),
			"outside": "province", "outside_share": 3333}
		entry := office.Post("/projects/"+id+"/funds", fund).Want(http.StatusCreated).JSON().Items("items")[0]
		if i%2 == 0 {
			verifier.Post("/funds/"+entry.Text("id")+"/verdicts", apptest.Doc{"amount": 9_000_001, "note": "票据不全",
				"supports": shown(t, office, id, 9_000_001)}).Want(http.StatusOK)
		}
		event := office.Get("/projects/" + id + "/stage-events").JSON().Items("events")
		for _, e := range event {
			if e.Text("code") == "SIGNED" && i < 11 {
				for _, v := range []*apptest.Person{verifier, second} {
					v.Post("/stage-events/"+e.Text("id")+"/verdicts", apptest.Doc{"agrees": true}).Want(http.StatusOK)
				}
			}
		}
	}
	p.Clock.Set("2026-09-26")
	for _, who := range []*apptest.Person{office, water, tourism, verifier} {
		who.SignInAgain()
	}
	for i, c := range office.Get("/reports/rows?figure=signed").JSON().Items("items") {
		switch {
		case i%3 == 1:
			on := map[int]string{4: "2026", 7: "≤ 2026-09-20", 10: "2026-Q2"}[i]
			move(office, c.Text("id"), apptest.Doc{"code": "STARTED", "occurred_on": cmp.Or(on, fmt.Sprintf("2026-0%d-11", 1+i%8))}).
				Want(http.StatusCreated)
		case i == 5:
			move(office, c.Text("id"), apptest.Doc{"code": "TERMINATED", "occurred_on": "2026-05-20", "reason": "退出"}).Want(http.StatusCreated)
		}
	}
	office.Post("/counting-rules", apptest.Doc{"name": "2026-2", "threshold": 200_000_000, "window_months": 24,
		"excluded": []string{"real_estate"}, "confirmed_only": true, "credit": "split",
		"rates": []apptest.Doc{{"key": "start", "numerator_stage": "STARTED", "denominator_stage": "SIGNED"},
			{"key": "start_fulfil", "numerator_stage": "STARTED", "denominator_stage": "REGISTERED"},
			{"key": "funds", "numerator_stage": "", "denominator_stage": "SIGNED"}}}).Want(http.StatusCreated)
	return office, water, tourism, verifier
}

// signedWhen is the day on which the i-th project was signed, of some known by the
// month, the quarter or the year only.
func signedWhen(i int) string {
	return cmp.Or(map[int]string{4: "2025-05", 6: "2025", 8: "2025-Q3"}[i], fmt.Sprintf("2025-%02d-10", 1+i%12))
}

// sumsOfConversion opens every figure of the conversion, whole and by every
// grouping, the rates' both sides and the numbers under the curve.
func sumsOfConversion(t *testing.T, who *apptest.Person, filter string) {
	t.Helper()
	figures := []string{"signed", "signed_confirmed", "fulfilling", "started", "started_confirmed", "in_production", "produced_confirmed",
		"terminated"}
	for _, by := range []string{"all", "unit", "leader", "chain", "channel", "month", "quarter", "led", "referral", "size"} {
		c := who.Get("/reports/conversion?" + filter + "&by=" + by).Want(http.StatusOK).JSON()
		groups := c.Items("groups")
		if by == "all" {
			groups = []apptest.Doc{c.In("total")}
		}
		for _, g := range groups {
			for _, f := range figures {
				if n, sum := behind(who, filter, "by="+by+"&key="+url.QueryEscape(g.Text("key"))+"&figure="+f); n != g.In(f).
					Int("count") || sum != g.In(f).Int("amount") {
					t.Errorf("%s by %s, %s of %q: %v, rows %d of %d 元", filter, by, f, g.Text("key"), g.In(f), n, sum)
				}
			}
		}
		if by != "all" {
			continue
		}
		for _, r := range c.In("total").Items("rates") {
			if r.Text("numerator_stage") == "" || c.In("total").In("signed").Int("count") == 0 {
				continue
			}
			for stage, side := range map[string]string{r.Text("numerator_stage"): "numerator", r.Text("denominator_stage"): "denominator"} {
				query := "figure=reached&of_stage=" + stage
				if stage == "SIGNED" {
					query = "figure=signed"
				}
				if n, sum := behind(who, filter, query); n != r.In("count").Int(side) || sum != r.In("amount").Int(side) {
					t.Errorf("%s: %s of %s %v and %v, rows %d of %d 元", filter, side, r.Text("key"), r.In("count"), r.In("amount"), n, sum)
				}
			}
		}
		curve := c.In("curve")
		for figure, n := range map[string]int{"waiting": curve.Int("waiting"), "waiting_new": curve.Int("waiting_new")} {
			if rows, _ := behind(who, filter, "figure="+figure); rows != n {
				t.Errorf("%s: %s %d, rows %d", filter, figure, n, rows)
			}
		}
		for _, m := range curve.Items("at_months") {
			for figure, field := range map[string]string{"at_risk": "at_risk", "started_by": "started_count", "ended_by": "ended_count"} {
				if rows, _ := behind(who, filter, fmt.Sprintf("figure=%s&months=%v", figure, m["months"])); rows != m.Int(field) {
					t.Errorf("%s: %s by %v months %d, rows %d", filter, figure, m["months"], m.Int(field), rows)
				}
			}
		}
	}
}

// sumsOfAnalysis opens the batches, the groups, the path, the funnel and the
// outlook.
func sumsOfAnalysis(t *testing.T, who *apptest.Person, filter string) {
	t.Helper()
	for _, by := range []string{"month", "quarter"} {
		a := who.Get("/reports/analysis?" + filter + "&compare=unit&cohorts=" + by).Want(http.StatusOK).JSON()
		if strings.Contains(filter, "late_entry") {
			continue
		}
		for _, b := range a.Items("cohorts") {
			key := "by=" + by + "&key=" + b.Text("key")
			if n, sum := behind(who, filter, key+"&figure=signed"); n != b.In("signed").Int("count") || sum != b.In("signed").Int("amount") {
				t.Errorf("%s: batch %s %v, rows %d of %d 元", filter, b.Text("key"), b.In("signed"), n, sum)
			}
			for _, cell := range b.Items("started_by") {
				if n, _ := behind(who, filter, fmt.Sprintf("%s&figure=started_by&months=%v", key, cell["months"])); cell["started"] != nil &&
					n != cell.Int("started") {
					t.Errorf("%s: batch %s by %v months %v, rows %d", filter, b.Text("key"), cell["months"], cell["started"], n)
				}
			}
			for figure, n := range map[string]int{"waiting": b.Int("waiting"), "started": b.Int("started")} {
				if rows, _ := behind(who, filter, key+"&figure="+figure); rows != n {
					t.Errorf("%s: batch %s %s %d, rows %d", filter, b.Text("key"), figure, n, rows)
				}
			}
		}
		for _, s := range a.Items("path") {
			for figure, field := range map[string]string{"path": "reached", "standing": "now"} {
				if n, sum := behind(who, filter, "figure="+figure+"&of_stage="+s.Text("stage")); n != s.In(field).Int("count") || sum != s.In(field).
					Int("amount") {
					t.Errorf("%s: %s at %s %v, rows %d of %d 元", filter, field, s.Text("stage"), s.In(field), n, sum)
				}
			}
		}
		if n, _ := behind(who, filter, "figure=started&started_from=2026-01-01"); n != a.In("outlook").Int("started_so_far") {
			t.Errorf("%s: started so far %d, rows %d", filter, a.In("outlook").Int("started_so_far"), n)
		}
	}
	for _, s := range who.Get("/reports/funnel?" + filter).Want(http.StatusOK).JSON().Items("stages") {
		if n, sum := behind(who, filter, "figure=path&of_stage="+s.Text("stage")); n != s.In("reached").Int("count") || sum != s.In("reached").
			Int("amount") {
			t.Errorf("%s: funnel at %s %v, rows %d of %d 元", filter, s.Text("stage"), s.In("reached"), n, sum)
		}
	}
}

// sumsOfFunds adds up the entries behind money in place, the outside part too.
func sumsOfFunds(t *testing.T, who *apptest.Person, filter string) {
	t.Helper()
	f := who.Get("/reports/funds?" + filter).Want(http.StatusOK).JSON()
	reported, verified, outside := 0, 0, 0
	for _, r := range f.Items("items") {
		reported, outside = reported+r.Int("amount"), outside+r.Int("outside_amount")
		if r["verified"] != nil {
			verified += r.Int("verified")
		}
	}
	for _, sum := range []string{"sum", "year", "cumulative"} {
		if s := f.In(sum); s.Int("reported") != reported || s.Int("verified") != verified || s.Int("outside") != outside {
			t.Errorf("%s: %s %v, entries %d, %d, outside %d", filter, sum, s, reported, verified, outside)
		}
	}
}
