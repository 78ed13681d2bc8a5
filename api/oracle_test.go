package api_test

import (
	"fmt"
	"math"
	"net/http"
	"strings"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

const yi = 100_000_000

// openGates lets stages be entered without papers: these tests are of figures.
func openGates(office *apptest.Person) {
	office.Put("/gates", 1, apptest.Doc{"items": []apptest.Doc{}}).Want(http.StatusOK)
}

// reached puts a project of a unit into the library and through stages.
func reached(office *apptest.Person, facts apptest.Doc, moves ...string) string {
	made := office.Post("/projects", facts).Want(http.StatusCreated).JSON()
	at := "/projects/" + made.Text("id") + "/stage-events"
	v := made.Int("version")
	for _, m := range moves {
		code, on, _ := strings.Cut(m, " ")
		v = office.Post(at, apptest.Doc{"code": code, "occurred_on": on}, "If-Match", version(v)).Want(http.StatusCreated).JSON().Int("version")
	}
	return made.Text("id")
}

func near(t *testing.T, what string, got any, want, within float64) {
	t.Helper()
	if f, ok := got.(float64); !ok || math.Abs(f-want) > within {
		t.Errorf("%s = %v, want %v", what, got, want)
	}
}

// 许昌, January to October 2017 (domain.md §5.2): 247 signed for 1,077 亿元, 244
// fulfilling, 222 started, 370 亿元 verified in place.
func TestTheRatesOfXuchangComeOutThroughTheAPI(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		p.Clock.Set("2017-10-31")
		office, verifier := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.Verifier, "县发改局")
		openGates(office)
		for i := range 247 {
			contract, funds := 4*yi, 12*yi/10
			if i == 0 {
				contract, funds = (1077-4*246)*yi, 370*yi-245*12*yi/10
			}
			moves := []string{"SIGNED 2017-03-01"}
			switch {
			case i < 222:
				moves = append(moves, "STARTED 2017-08-01")
			case i < 244:
				moves = append(moves, "REGISTERED 2017-06-01")
			}
			id := reached(office, apptest.Doc{"name": fmt.Sprintf("许昌%d", i), "responsible_unit_id": p.Units["县水务局"].ID,
				"contract_amount": contract, "total_investment": 200 * yi}, moves...)
			entry := office.Post("/projects/"+id+"/funds", apptest.Doc{"category": "building", "amount": funds, "paid_on": "2017-09-30",
				"voucher": fmt.Sprint("凭", i)}).Want(http.StatusCreated).JSON().Items("items")[0]
			if i != 1 {
				verifier.Post("/funds/"+entry.Text("id")+"/verdicts",
					apptest.Doc{"amount": funds, "supports": shown(t, office, id, funds)}).Want(http.StatusOK)
			}
		}
		total := office.Get("/reports/conversion?by=all").Want(http.StatusOK).JSON().In("total")
		rates := map[string]apptest.Doc{}
		for _, r := range total.Items("rates") {
			rates[r.Text("key")] = r
		}
		near(t, "履约率", rates["fulfilment"].In("count")["value"], 244.0/247, 1e-12)
		near(t, "履约率 %", rates["fulfilment"].In("count")["value"].(float64)*100, 98.785, 5e-4)
		near(t, "开工率 %", rates["start"].In("count")["value"].(float64)*100, 89.879, 5e-4)
		near(t, "资金到位率 %", rates["funds"].In("amount")["value"].(float64)*100, 34.355, 5e-4)
		near(t, "as reported, one entry of which nobody has verified", rates["funds"].In("claimed")["value"], 371.2/1077, 1e-12)
	})
}

// 攀枝花, October 2006 (§5.3): 1,005,136 万元 of 80 亿元 is 125.64 %, 42.31 points
// ahead; 70.41 % is 12.92 points behind.
func TestThePaceOfPanzhihuaComesOutThroughTheAPI(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		p.Clock.Set("2006-10-31")
		office, verifier := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.Verifier, "县发改局")
		openGates(office)
		water, tourism := p.Units["县水务局"].ID, p.Units["县文旅局"].ID
		setOver(office, "/targets/2006", apptest.Doc{"items": []apptest.Doc{{"unit_id": water, "indicator": "funds", "value": 80 * yi},
			{"unit_id": tourism, "indicator": "funds", "value": 80 * yi}}}).Want(http.StatusOK)
		for unit, amount := range map[any]int{water: 1_005_136 * 10_000, tourism: 563_280 * 10_000} {
			id := reached(office, apptest.Doc{"name": fmt.Sprint("项目", unit), "responsible_unit_id": unit, "contract_amount": 200 * yi},
				"SIGNED 2006-02-01")
			entry := office.Post("/projects/"+id+"/funds", apptest.Doc{"category": "building", "amount": amount, "paid_on": "2006-09-30",
				"voucher": fmt.Sprint("凭", unit)}).Want(http.StatusCreated).JSON().Items("items")[0]
			verifier.Post("/funds/"+entry.Text("id")+"/verdicts",
				apptest.Doc{"amount": amount, "supports": shown(t, office, id, amount)}).Want(http.StatusOK)
		}
		units := map[string]apptest.Doc{}
		for _, u := range office.Get("/reports/cockpit").Want(http.StatusOK).JSON().Items("units") {
			units[u.Text("name")] = u
		}
		near(t, "完成 %", units["县水务局"].In("done")["value"].(float64)*100, 125.642, 1e-9)
		near(t, "超进度", units["县水务局"]["gap"], 42.31, 0.005)
		near(t, "完成 %", units["县文旅局"].In("done")["value"].(float64)*100, 70.41, 1e-9)
		near(t, "欠进度", units["县文旅局"]["gap"], -12.92, 0.005)
	})
}

// The score examples of §5.4 and its other primitives: half number and half
// amount with its cap, a proportion, deductions, steps, pace, 功效系数 and veto.
func TestTheScoreExamplesComeOutThroughTheAPI(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		p.Clock.Set("2024-06-30")
		office, verifier := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.Verifier, "县发改局")
		openGates(office)
		water, tourism := p.Units["县水务局"].ID, p.Units["县文旅局"].ID
		target := func(unit any, indicator string, value int) apptest.Doc {
			return apptest.Doc{"unit_id": unit, "indicator": indicator, "value": value}
		}
		setOver(office, "/targets/2024", apptest.Doc{"items": []apptest.Doc{target(water, "signed", 27), target(water, "signed_amount", 54*yi),
			target(water, "funds", 10*yi), target(water, "started", 3)}}).Want(http.StatusOK)
		for i := range 28 {
			contract := 6 * yi
			if i == 0 {
				contract = 157 * yi / 10 // 27 × 6 + 15.7 = 177.7
			}
			facts := apptest.Doc{"name": fmt.Sprintf("项目%d", i), "responsible_unit_id": water, "contract_amount": contract}
			if i == 27 {
				facts["planned_start"] = "2024-05-01"
			}
			moves := []string{"SIGNED 2024-02-01"}
			if i == 1 {
				moves = append(moves, "STARTED 2024-04-01")
			}
			id := reached(office, facts, moves...)
			if i == 0 {
				entry := office.Post("/projects/"+id+"/funds", apptest.Doc{"category": "building", "amount": 96 * yi / 10, "paid_on": "2024-05-30",
					"voucher": "凭1"}).Want(http.StatusCreated).JSON().Items("items")[0]
				verifier.Post("/funds/"+entry.Text("id")+"/verdicts", apptest.Doc{"amount": 96 * yi / 10,
					"supports": shown(t, office, id, 96*yi/10)}).Want(http.StatusOK)
			}
		}
		reached(office, apptest.Doc{"name": "文旅", "responsible_unit_id": tourism, "contract_amount": yi}, "SIGNED 2024-03-01")
		item := func(name, method string, points float64, more apptest.Doc) apptest.Doc {
			d := apptest.Doc{"name": name, "method": method, "points": points, "indicator": "", "second": "", "cap": 0, "per_unit": 0,
				"faults": []apptest.Doc{}}
			for k, v := range more {
				d[k] = v
			}
			return d
		}
		scheme := apptest.Doc{"name": "2024 考核", "veto": "upheld_suspicions", "items": []apptest.Doc{
			item("数量与金额", "weighted", 0.5, apptest.Doc{"indicator": "signed", "second": "signed_amount"}),
			item("到位率", "proportional", 0.5, apptest.Doc{"indicator": "funds"}),
			item("扣分", "deduction", 0.5, apptest.Doc{"faults": []apptest.Doc{{"indicator": "overdue_starts", "per_unit": 0.1},
				{"indicator": "upheld_suspicions", "per_unit": 0.2}}}),
			item("每少一个", "step", 0.5, apptest.Doc{"indicator": "started", "per_unit": 0.1}),
			item("时序", "pace", 0.5, apptest.Doc{"indicator": "started"}),
			item("功效系数", "efficacy", 100, apptest.Doc{"indicator": "signed"}),
			item("开工率", "rate", 10, apptest.Doc{"indicator": "start_rate"}),
		}}
		setOver(office, "/score-scheme", scheme).Want(http.StatusOK)
		units := map[string]apptest.Doc{}
		for _, u := range office.Get("/reports/scores").Want(http.StatusOK).JSON().Items("units") {
			units[u.Text("name")] = u
		}
		for i, want := range []float64{0.5, 0.48, 0.4, 0.3, 0.5 * (1.0 / 3) / 0.5, 100, 10.0 / 28} {
			near(t, scheme["items"].([]apptest.Doc)[i].Text("name"), units["县水务局"].Items("items")[i]["points"], want, 1e-9)
		}
		tour := units["县文旅局"].Items("items")
		if tour[0]["points"] != nil || tour[1]["points"] != nil {
			t.Errorf("scored without a target: %v", tour)
		}
		near(t, "功效系数 of the least", tour[5]["points"], 60, 1e-9)

		if refused := setOver(office, "/score-scheme", apptest.Doc{"name": "x", "veto": "",
			"items": []apptest.Doc{item("a", "weighted", 1, apptest.Doc{"indicator": "signed"}), item("b", "deduction", 1, nil)}}).
			Want(http.StatusUnprocessableEntity).Fields(); refused["items[0].second"] == "" || refused["items[1].faults"] == "" {
			t.Errorf("a scheme over what is not measured: %v", refused)
		}
		verifier.Put("/score-scheme", 1, scheme).Want(http.StatusForbidden)
	})
}

// Wilson's interval (§8) stands beside each batch: the five published ones, 0, 1, 5
// and 10 of 10 and 32 of 50.
func TestABatchCarriesWilsonsInterval(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		p.Clock.Set("2026-06-30")
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		openGates(office)
		published := []struct {
			month        string
			n, x         int
			lower, upper float64
		}{{month: "2025-01", n: 10, x: 0, lower: 0, upper: 0.2775328}, {month: "2025-04", n: 10, x: 1, lower: 0.0178762, upper: 0.4041500},
			{month: "2025-07", n: 10, x: 5, lower: 0.2365931, upper: 0.7634069}, {month: "2025-10", n: 10, x: 10, lower: 0.7224672, upper: 1},
			{month: "2026-01", n: 50, x: 32, lower: 0.5014102, upper: 0.7586125}}
		for _, w := range published {
			for i := range w.n {
				moves := []string{"SIGNED " + w.month + "-15"}
				if i < w.x {
					moves = append(moves, "STARTED "+w.month+"-28")
				}
				reached(office, apptest.Doc{"name": fmt.Sprint("项目", w.month, i), "responsible_unit_id": p.Units["县水务局"].ID, "contract_amount": yi},
					moves...)
			}
		}
		batches := office.Get("/reports/analysis?cohorts=quarter").Want(http.StatusOK).JSON().Items("cohorts")
		for i, w := range published {
			cell := batches[i].Items("started_by")[0]
			if cell.Int("started") != w.x || batches[i].In("signed").Int("count") != w.n {
				t.Errorf("batch %v, want %d of %d", batches[i], w.x, w.n)
			}
			near(t, "lower", cell["lower"], w.lower, 5e-8)
			near(t, "upper", cell["upper"], w.upper, 5e-8)
		}
	})
}

// Signed in January and written down in July: the two that started before are
// not among those watched, and the others are at risk only from then on.
func TestLateEntryWatchesFromTheDayOfRecording(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		p.Clock.Set("2025-07-01")
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		openGates(office)
		var ids []string
		for i := range 12 {
			moves := []string{"SIGNED 2025-01-01"}
			if i < 2 {
				moves = append(moves, "STARTED 2025-03-01")
			}
			ids = append(ids, reached(office, apptest.Doc{"name": fmt.Sprintf("补录%d", i), "responsible_unit_id": p.Units["县水务局"].ID,
				"contract_amount": yi}, moves...))
		}
		p.Clock.Set("2026-01-31")
		office.SignInAgain()
		for _, id := range ids[2:7] {
			move(office, id, apptest.Doc{"code": "STARTED", "occurred_on": "2025-10-01"}).Want(http.StatusCreated)
		}
		last := func(query string) apptest.Doc {
			t.Helper()
			points := office.Get("/reports/conversion" + query).Want(http.StatusOK).JSON().In("curve").Items("points")
			return points[len(points)-1]
		}
		near(t, "started, all watched from the signing", last("")["started"], 7.0/12, 1e-12)
		late := last("?late_entry=true")
		near(t, "started, watched from the recording", late["started"], 0.5, 1e-12)
		if n := late.Int("at_risk"); n != 10 {
			t.Errorf("%d at risk, want 10", n)
		}
	})
}
