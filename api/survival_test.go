package api_test

import (
	"fmt"
	"math"
	"net/http"
	"net/url"
	"testing"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/domain/survival"
	"sangu/internal/apptest"
)

// study puts a published study into the library, a project a subject of one chain:
// signed, and started after so many days; below 0 it has waited so many and waits.
func study(office *apptest.Person, unit domain.ID, chain string, days ...int) {
	cut := domain.MustDate("2026-09-26")
	for i, d := range days {
		signed := cut.AddDays(-250)
		moves := []string{"SIGNED " + signed.String(), "STARTED " + signed.AddDays(d).String()}
		if d < 0 {
			moves = []string{"SIGNED " + cut.AddDays(d).String()}
		}
		reached(office, apptest.Doc{"name": fmt.Sprintf("%s%d", chain, i), "chain": chain, "responsible_unit_id": unit, "contract_amount": yi},
			moves...)
	}
}

type tableRow struct {
	t, n  int
	s, se float64
}

// The published tables of domain.md §8.3, and one that is not in it, as the page of
// conversion gets them: started is 1 − S, with the band that its error makes.
func TestPublishedSurvivalTablesComeOutThroughTheAPI(t *testing.T) {
	t.Parallel()
	nan := math.NaN()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		openGates(office)
		water, tourism := p.Units["县水务局"].ID, p.Units["县文旅局"].ID
		study(office, tourism, "maintained", 9, 13, -13, 18, 23, -28, 31, 34, -45, 48, -161)
		study(office, tourism, "not maintained", 5, 5, 8, 8, 12, -16, 23, 27, 30, 33, 43, 45)
		study(office, water, "6-MP", 6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35)
		study(office, water, "placebo", 1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23)
		study(office, p.Units["县财政局"].ID, "devices", 10, -13, -18, 19, -23, 30, 36, -38, -54, -56, 59, 75, 93, 97, -104, 107, -107, -107)
		for chain, x := range map[string]struct {
			within float64
			rows   []tableRow
		}{
			"maintained": {1e-9, []tableRow{{t: 9, n: 11, s: 0.90909090909, se: 0.08667841720},
				{t: 13, n: 10, s: 0.81818181818, se: 0.11629129983}, {t: 18, n: 8, s: 0.71590909091, se: 0.13966497056},
				{t: 23, n: 7, s: 0.61363636364, se: 0.15263233103}, {t: 31, n: 5, s: 0.49090909091, se: 0.16419326722},
				{t: 34, n: 4, s: 0.36818181818, se: 0.16266888583}, {t: 48, n: 2, s: 0.18409090909, se: 0.15349274579}}},
			"not maintained": {1e-9, []tableRow{{t: 5, n: 12, s: 0.83333333333, se: 0.10758287073},
				{t: 8, n: 10, s: 0.66666666667, se: 0.13608276349}, {t: 12, n: 8, s: 0.58333333333, se: 0.14231876064},
				{t: 23, n: 6, s: 0.48611111111, se: 0.14813006255},
				{t: 27, n: 5, s: 0.38888888889, se: 0.14698618395}, {t: 30, n: 4, s: 0.29166666667, se: 0.13871516913},
				{t: 33, n: 3, s: 0.19444444444, se: 0.12187450538}, {t: 43, n: 2, s: 0.09722222222, se: 0.09186636497}, {t: 45, n: 1, s: 0, se: nan}}},
			"6-MP": {1e-9, []tableRow{{t: 6, n: 21, s: 0.85714285714, se: 0.07636035483}, {t: 7, n: 17, s: 0.80672268908, se: 0.08693528518},
				{t: 10, n: 15, s: 0.75294117647, se: 0.09634965299}, {t: 13, n: 12, s: 0.69019607843, se: 0.10681470778},
				{t: 16, n: 11, s: 0.62745098039, se: 0.11405386526}, {t: 22, n: 7, s: 0.53781512605, se: 0.12823375169},
				{t: 23, n: 6, s: 0.44817927171, se: 0.13459145676}}},
			// Collett prints four digits.
			"devices": {6e-5, []tableRow{{t: 10, n: 18, s: 0.9444, se: 0.0540}, {t: 19, n: 15, s: 0.8815, se: 0.0790},
				{t: 30, n: 13, s: 0.8137, se: 0.0978}, {t: 36, n: 12, s: 0.7459, se: 0.1107}, {t: 59, n: 8, s: 0.6526, se: 0.1303},
				{t: 75, n: 7, s: 0.5594, se: 0.1412}, {t: 93, n: 6, s: 0.4662, se: 0.1452}, {t: 97, n: 5, s: 0.3729, se: 0.1430},
				{t: 107, n: 3, s: 0.2486, se: 0.1392}}},
		} {
			points := office.Get("/reports/conversion?chain=" + url.QueryEscape(chain)).Want(http.StatusOK).JSON().In("curve").Items("points")
			if len(points) != len(x.rows) {
				t.Fatalf("%s: %d points, want %d", chain, len(points), len(x.rows))
			}
			for i, w := range x.rows {
				at := points[i]
				if days := math.Round(at["months"].(float64) * 30.4375); int(days) != w.t || at.Int("at_risk") != w.n {
					t.Errorf("%s: %v days with %d at risk, want %d with %d", chain, days, at.Int("at_risk"), w.t, w.n)
				}
				near(t, chain+" waiting", at["waiting"], w.s, x.within)
				near(t, chain+" started", at["started"], 1-w.s, x.within)
				if math.IsNaN(w.se) {
					if at["lower"] != nil {
						t.Errorf("%s: a band where all have started: %v", chain, at)
					}
					continue
				}
				f := 1 - w.s
				e := math.Abs(survival.Z95 * w.se / (f * math.Log(f)))
				near(t, chain+" lower", at["lower"], math.Pow(f, math.Exp(e)), 20*x.within)
				near(t, chain+" upper", at["upper"], math.Pow(f, math.Exp(-e)), 20*x.within)
			}
		}
		// The log-rank of each pair, as the comparison of chains has it, and the share of
		// each within a month, of 30 days.
		for unit, x := range map[domain.ID]struct {
			chi, p, ofChi, ofP float64
			within             map[string]float64
		}{
			water: {chi: 16.79294099, p: math.Erfc(math.Sqrt(16.79294099 / 2)), ofChi: 1e-8, ofP: 1e-9,
				within: map[string]float64{"6-MP": 1 - 0.44817927171}},
			tourism: {chi: 3.4, p: 0.07, ofChi: 0.05, ofP: 0.005,
				within: map[string]float64{"maintained": 1 - 0.61363636364, "not maintained": 1 - 0.29166666667}},
		} {
			c := office.Get("/reports/analysis?compare=chain&months=1&unit_id=" + string(unit)).Want(http.StatusOK).JSON().In("compare")
			if c["tested"] != true || c.Int("degrees") != 1 {
				t.Errorf("%v", c)
			}
			near(t, "χ²", c["chi_squared"], x.chi, x.ofChi)
			near(t, "p", c["p"], x.p, x.ofP)
			for _, g := range c.Items("groups") {
				if want, asked := x.within[g.Text("key")]; asked {
					near(t, g.Text("key")+" within a month", g["share"], want, 1e-9)
				} else if g["share"] != nil || g.Text("why") != "short" {
					t.Errorf("nobody of the group was watched a month: %v", g)
				}
			}
		}
	})
}
