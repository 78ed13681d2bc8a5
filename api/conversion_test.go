package api_test

import (
	"fmt"
	"math"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/internal/apptest"
)

// demonstration puts the 24 signed projects of domain.md §8.1 into the library,
// in four batches watched 20, 15, 9 and 3 months up to 30 September 2026, with
// the contracts and the leaders of the drawn screen.
func demonstration(t *testing.T, p *apptest.Product) *apptest.Person {
	t.Helper()
	p.Clock.Set("2026-09-30")
	office, leader := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.CountyLeader, "县商务局")
	cut := domain.MustDate("2026-09-30")
	days := func(months int) int { return int(math.Round(float64(months) * 30.4375)) }
	times := [][]int{{4, 6, 9, 11, 14, 20}, {3, 5, 8, 12, 15, 15}, {4, 6, 7, 9, 9, 9}, {2, 3, 3, 3, 3, 3}}
	ends := [][]int{{1, 1, 1, 2, 1, 0}, {1, 1, 2, 1, 0, 0}, {1, 1, 2, 0, 0, 0}, {1, 0, 0, 0, 0, 0}}
	led := map[int]bool{0: true, 1: true, 2: true, 9: true, 10: true, 11: true, 13: true, 14: true, 15: true, 18: true, 19: true, 20: true}
	amounts := []int{24_6000_0000, 22_6400_0000, 18_3800_0000, 30_8000_0000}
	for g, watched := range []int{20, 15, 9, 3} {
		on := cut.AddDays(-days(watched))
		for i, month := range times[g] {
			id := signedOn(t, p, office, fmt.Sprintf("示范%d-%d", g, i), on.String(), amounts[g]/6)
			if led[g*6+i] {
				now := office.Get("/projects/" + id).JSON()
				office.Put("/projects/"+id, now.Int("version"), apptest.Doc{"name": now.Text("name"), "company_name": "项目公司",
					"company_code": "91130732MA0CEXQ31L", "responsible_unit_id": now.Text("responsible_unit_id"), "client_id": now.Text("client_id"),
					"contract_amount": amounts[g] / 6, "leader_ids": []domain.ID{leader.ID}}).Want(http.StatusOK)
			}
			end := on.AddDays(days(month)).String()
			switch ends[g][i] {
			case 1:
				move(office, id, apptest.Doc{"code": "STARTED", "occurred_on": end}).Want(http.StatusCreated)
			case 2:
				move(office, id, apptest.Doc{"code": "TERMINATED", "occurred_on": end, "reason": "投资方退出"}).Want(http.StatusCreated)
			}
		}
	}
	return office
}

func within(t *testing.T, what string, got any, want, tolerance float64) {
	t.Helper()
	if f, ok := got.(float64); !ok || math.Abs(f-want) > tolerance {
		t.Errorf("%s = %v, want %.10f", what, got, want)
	}
}

// Every line of the table of domain.md §8.1, and what the drawn screen shows of
// it: the reading, the numbers at risk, the chance of one that waits.
func TestTheDemonstrationOf24ProjectsComesOutThroughTheAPI(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := demonstration(t, p)
		conv := office.Get("/reports/conversion").Want(http.StatusOK).JSON()
		if total := conv.In("total"); total.In("signed").Int("count") != 24 || total.In("started").Int("count") != 10 || total.In("terminated").
			Int("count") != 3 {
			t.Errorf("total %v", total)
		}
		points := conv.In("curve").Items("points")
		table := [][4]float64{{0.9583333333, 0.0416666667, 0, 24}, {0.9166666667, 0.0833333333, 0, 23}, {0.8088235294, 0.1911764706, 0, 17},
			{0.7549019608, 0.2450980392, 0, 15},
			{0.6470588235, 0.3529411765, 0, 14}, {0.5931372549, 0.3529411765, 0.0539215686, 12}, {0.5392156863, 0.3529411765, 0.1078431373, 11},
			{0.4852941176, 0.4068627451, 0.1078431373, 10},
			{0.4044117647, 0.4068627451, 0.1887254902, 6}, {0.3235294118, 0.4877450980, 0.1887254902, 5},
			{0.2426470588, 0.5686274510, 0.1887254902, 4}}
		if len(points) != len(table) {
			t.Fatalf("%d event times, want %d", len(points), len(table))
		}
		for i, want := range table {
			within(t, "S", points[i]["waiting"], want[0], 1e-9)
			within(t, "F started", points[i]["started"], want[1], 1e-9)
			within(t, "F terminated", points[i]["terminated"], want[2], 1e-9)
			if points[i].Int("at_risk") != int(want[3]) || points[i]["indicative"].(bool) != (want[3] < 5) {
				t.Errorf("at risk %v, want %v", points[i], want[3])
			}
		}
		reading := conv.In("curve").In("reading")
		within(t, "months of the reading", reading["months"], 15, 0)
		within(t, "started within 15 months", reading["started"], 0.5686274510, 1e-9)
		within(t, "lower", reading["lower"], 0.295, 5e-4)
		within(t, "upper", reading["upper"], 0.770, 5e-4)
		if c := conv.In("curve"); c.Int("waiting") != 11 || c.Int("waiting_new") != 5 || math.Round(c["longest"].(float64)) != 20 {
			t.Errorf("curve %v", c)
		}
		for i, want := range [][3]int{{23, 2, 0}, {14, 7, 0}, {10, 8, 2}, {5, 9, 3}, {3, 10, 3}, {1, 10, 3}} {
			m := conv.In("curve").Items("at_months")[i]
			if m.Int("at_risk") != want[0] || m.Int("started_count") != want[1] || m.Int("ended_count") != want[2] {
				t.Errorf("at %v months %v, want %v", m["months"], m, want)
			}
		}
		waiting := office.Get("/reports/rows?figure=waiting_new").JSON().Items("items")[0]
		by := domain.MustDate("2026-09-30").AddDays(92).String() // half a year after signing
		if c := office.Get("/reports/chance?project_id=" + waiting.Text("id") + "&by=" + by).Want(http.StatusOK).JSON(); c["p"] == nil {
			t.Errorf("chance %v", c)
		} else {
			within(t, "chance by 6 months of one that waited 3", c["p"], (0.3529411765-0.0833333333)/0.9166666667, 1e-9)
		}
	})
}

// §8.2: of one that waited 6 months, the chance to start within 6 more is
// 0.2083333. The 24 as they stood, seen three months later.
func TestTheChanceOfOneThatWaitedSixMonthsComesOutThroughTheAPI(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := demonstration(t, p)
		on := domain.MustDate("2026-09-30").AddDays(-int(math.Round(6 * 30.4375)))
		late := signedOn(t, p, office, "等了半年", on.String(), 100_000_000)
		// Itself among those that wait, at risk until 6 months.
		n := map[int]float64{2: 25, 3: 24, 4: 18, 5: 16, 6: 15, 7: 12, 8: 11, 9: 10, 11: 6, 12: 5}
		s, f, at6, s6, at12 := 1.0, 0.0, 0.0, 0.0, 0.0
		for _, m := range []int{2, 3, 4, 5, 6, 7, 8, 9, 11, 12} {
			started := map[int]float64{2: 1, 3: 1, 4: 2, 5: 1, 6: 2, 9: 1, 12: 1}[m]
			over := map[int]float64{7: 1, 8: 1, 11: 1}[m]
			f += s * started / n[m]
			s *= 1 - (started+over)/n[m]
			if m == 6 {
				at6, s6 = f, s
			}
			at12 = f
		}
		by := on.AddDays(int(math.Round(12 * 30.4375))).String()
		within(t, "chance", office.Get("/reports/chance?project_id=" + late + "&by=" + by).Want(http.StatusOK).JSON()["p"], (at12-at6)/s6, 1e-9)
		// Without itself the curve is the document's: the same ratio, whoever waits.
		if want := (0.4877450980 - 0.3529411765) / 0.6470588235; math.Abs(want-0.2083333333) > 1e-9 || math.Abs((at12-at6)/s6-want) > 1e-9 {
			t.Errorf("chance %.10f, want 0.2083333333", (at12-at6)/s6)
		}
	})
}

// The batches, the two groups and the rates of the drawn screen.
func TestTheBatchesAndGroupsOfTheDemonstrationComeOutThroughTheAPI(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := demonstration(t, p)
		analysis := office.Get("/reports/analysis?cohorts=month&compare=led").Want(http.StatusOK).JSON()
		want := [][]any{{0, 2, 3, 3, 4, 4, 1, 1}, {1, 2, 2, 3, 3, 3, 1, 2}, {0, 2, 2, nil, nil, 2, 1, 3}, {1, nil, nil, nil, nil, 1, 0, 5}}
		for i, b := range analysis.Items("cohorts") {
			got := []any{}
			for _, cell := range b.Items("started_by") {
				if cell["started"] == nil {
					got = append(got, nil)
				} else {
					got = append(got, cell.Int("started"))
				}
			}
			if got = append(got, b.Int("started"), b.Int("terminated"), b.Int("waiting")); fmt.Sprint(got) != fmt.Sprint(want[i]) {
				t.Errorf("batch %s: %v, want %v", b.Text("key"), got, want[i])
			}
		}
		compare := analysis.In("compare")
		within(t, "log-rank p", compare["p"], 0.66, 0.005)
		for i, want := range [][3]float64{{0.491, 0.177, 0.746}, {0.312, 0.071, 0.600}} {
			g := compare.Items("groups")[map[string]int{"yes": 0, "no": 1}[compare.Items("groups")[i].Text("key")]]
			if g.Text("key") == []string{"yes", "no"}[i] {
				within(t, "share", g["share"], want[0], 6e-4)
				within(t, "lower", g["lower"], want[1], 6e-4)
				within(t, "upper", g["upper"], want[2], 6e-4)
			}
		}
		rates := map[string]apptest.Doc{}
		for _, r := range analysis.Items("rates") {
			rates[r.Text("key")] = r
		}
		within(t, "开工率 allowing for waiting", rates["start"]["share"], 0.5686274510, 1e-9)
		if rates["production"].Text("why") != "short" || rates["production"]["share"] != nil || rates["funds"].Text("why") != "money" {
			t.Errorf("rates %v", rates)
		}
		outlook := analysis.In("outlook")
		if math.Abs(outlook["expected"].(float64)-float64(outlook.Int("started_so_far"))-1.9706) > 0.02 || outlook.Int("without_like") != 3 {
			t.Errorf("outlook %v", outlook)
		}
		hopes := office.Get("/reports/hopes").Want(http.StatusOK).JSON()
		sum, unlike := 0.0, 0
		for _, h := range hopes.Items("items") {
			if h["p"] == nil {
				unlike++
			} else {
				sum += h["p"].(float64)
			}
		}
		within(t, "the chances add up to", outlook["expected"], sum+float64(outlook.Int("started_so_far")), 1e-9)
		if unlike != 3 || len(hopes.Items("items")) != 11 {
			t.Errorf("%d of %d without like, want 3 of 11", unlike, len(hopes.Items("items")))
		}
		few := office.Get("/reports/analysis?signed_from=2026-06-01").Want(http.StatusOK).JSON().Items("rates")[1]
		if few.Text("why") != "few" || few["share"] != nil {
			t.Errorf("six projects are estimated: %v", few)
		}
		office.Get("/reports/hopes?by=2026-01-01").Want(http.StatusUnprocessableEntity)
	})
}

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
		moves := []string{"NEGOTIATING 2025-01-05", fmt.Sprintf("SIGNED 2025-%02d-10", 1+i%12)}
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
			verifier.Post("/funds/"+entry.Text("id")+"/verdicts", apptest.Doc{"amount": 9_000_001, "note": "票据不全"}).Want(http.StatusOK)
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
			move(office, c.Text("id"), apptest.Doc{"code": "STARTED", "occurred_on": fmt.Sprintf("2026-0%d-11", 1+i%8)}).Want(http.StatusCreated)
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

// What narrows a report narrows it alike whether it counts what stands or what
// was known: every filter, for figures and for the rows behind them.
func TestEveryFilterNarrowsWhatWasKnownAsItNarrowsWhatStands(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, _, _, _ := mixed(t, p)
		signed := office.Get("/reports/rows?figure=signed").JSON().Items("items")
		for _, filter := range []string{"q=" + url.QueryEscape("项目03"), "stage=STARTED", "status=terminated", "going=true",
			"reached=REGISTERED", "not_reached=STARTED", "below_investment=500000000",
			"min_investment=500000000", "high_tech=true", "industrial=true", "started_from=2026-03-01",
			"signed_from=2025-06-01&signed_to=2025-09-30", "id=" + signed[0].Text("id"), "chain=" + url.QueryEscape("食品"),
			"channel=referral", "should_have_begun=2026-01-01", "one_sheet=true", "evidence=contract", "unit_id=" + string(p.Units["县水务局"].ID)} {
			for _, report := range []string{"/reports/conversion?rule=0&by=unit&", "/reports/portfolio?", "/reports/funnel?",
				"/reports/analysis?rule=0&compare=led&"} {
				now, known := office.Get(report+filter).Want(http.StatusOK).JSON(), office.Get(report+filter+"&as_of=2026-09-26").Want(http.StatusOK).
					JSON()
				for _, doc := range []apptest.Doc{now, known} {
					delete(doc, "as_of")
					delete(doc, "trend") // goes by stages, which only the record knows by day
				}
				if fmt.Sprint(now) != fmt.Sprint(known) {
					t.Errorf("%s%s\nstanding %v\nas known %v", report, filter, now, known)
				}
			}
		}
	})
}

// Every report says by which rule it was counted, up to which day and by what
// was known when.
func TestEveryReportPrintsItsRuleAndItsCutOff(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		office.Post("/counting-rules", apptest.Doc{"name": "亿元以上", "threshold": yi, "window_months": 0, "excluded": []string{},
			"confirmed_only": false, "credit": "responsible",
			"rates": []apptest.Doc{{"key": "start", "numerator_stage": "STARTED", "denominator_stage": "SIGNED"}}}).Want(http.StatusCreated)
		for _, report := range []string{"conversion", "analysis", "funnel", "portfolio", "funds", "hopes", "rows?figure=signed", "lights",
			"cockpit"} {
			if !strings.Contains(report, "?") {
				report += "?"
			}
			d := office.Get("/reports/" + report + "&effective=2026-08-31&as_of=2026-09-01").Want(http.StatusOK).JSON()
			if d.Text("until") != "2026-08-31" || !strings.HasPrefix(d.Text("as_of"), "2026-09-01") || d.In("rule").Int("version") != 1 {
				t.Errorf("%s prints until %q, as of %q, rule %v", report, d.Text("until"), d.Text("as_of"), d["rule"])
			}
			office.Get("/reports/" + report + "&effective=2026-12-31").Want(http.StatusUnprocessableEntity)
		}
		// What wants doing is of today.
		if d := office.Get("/reports/work-lists").Want(http.StatusOK).
			JSON(); d.Text("until") != "2026-09-26" || !strings.HasPrefix(d.Text("as_of"), "2026-09-26") || d.In("rule").Int("version") != 1 {
			t.Errorf("work lists print until %q, as of %q, rule %v", d.Text("until"), d.Text("as_of"), d["rule"])
		}
	})
}
