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
		probabilities := office.Get("/reports/start-probabilities").Want(http.StatusOK).JSON()
		sum, unlike := 0.0, 0
		for _, h := range probabilities.Items("items") {
			if h["p"] == nil {
				unlike++
			} else {
				sum += h["p"].(float64)
			}
		}
		within(t, "the chances add up to", outlook["expected"], sum+float64(outlook.Int("started_so_far")), 1e-9)
		if unlike != 3 || len(probabilities.Items("items")) != 11 {
			t.Errorf("%d of %d without like, want 3 of 11", unlike, len(probabilities.Items("items")))
		}
		few := office.Get("/reports/analysis?signed_from=2026-06-01").Want(http.StatusOK).JSON().Items("rates")[1]
		if few.Text("why") != "few" || few["share"] != nil {
			t.Errorf("six projects are estimated: %v", few)
		}
		office.Get("/reports/start-probabilities?by=2026-01-01").Want(http.StatusUnprocessableEntity)
	})
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
		for _, report := range []string{"conversion", "analysis", "funnel", "portfolio", "funds", "start-probabilities", "rows?figure=signed",
			"lights", "cockpit"} {
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
