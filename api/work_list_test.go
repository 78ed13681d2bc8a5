package api_test

import (
	"net/http"
	"net/url"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

// Each work list counts what its filter opens, for every reader's scope; a
// start takes a project off the first two.
func TestEveryWorkListCountsTheRowsThatItOpens(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		p.Clock.Set("2026-03-01")
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		water, county := p.Appoint(org.UnitHead, "县水务局"), p.Appoint(org.UnitHead, "县文旅局")
		office.Post("/projects", apptest.Doc{"name": "一张纸项目", "responsible_unit_id": p.Units["县文旅局"].ID, "total_investment": 50_000_000}).
			Want(http.StatusCreated)
		late := signedOn(t, p, office, "迟开项目", "2026-01-10", 300_000_000)
		facts := apptest.Doc{"company_name": "项目公司", "company_code": "91130732MA0CEXQ31L", "name": "迟开项目",
			"responsible_unit_id": p.Units["县水务局"].ID, "contract_amount": 300_000_000, "total_investment": 300_000_000,
			"planned_start": "2026-02-15"}
		office.Put("/projects/"+late, office.Get("/projects/"+late).JSON().Int("version"), facts).Want(http.StatusOK)
		p.Clock.Set("2026-06-30")
		for _, who := range []*apptest.Person{office, water, county} {
			who.SignInAgain()
		}

		counts := func(who *apptest.Person) map[string]int {
			t.Helper()
			out := map[string]int{}
			for _, l := range who.Get("/reports/work-lists").Want(http.StatusOK).JSON().Items("items") {
				q := url.Values{}
				for k, v := range l.In("query") {
					q.Set(k, v.(string))
				}
				rows := who.Get("/projects?" + q.Encode()).Want(http.StatusOK).JSON()
				sum := 0
				for _, r := range rows.Items("items") {
					sum += r.Int("total_investment")
				}
				if rows.Int("count") != l.Int("count") || sum != l.Int("amount") {
					t.Errorf("%s says %d of %d 元, its rows are %d of %d 元", l.Text("key"), l.Int("count"), l.Int("amount"), rows.Int("count"), sum)
				}
				out[l.Text("key")] = l.Int("count")
			}
			return out
		}
		same := func(who string, got map[string]int, want map[string]int) {
			t.Helper()
			for k, n := range want {
				if got[k] != n {
					t.Errorf("%s: %s = %d, want %d", who, k, got[k], n)
				}
			}
		}
		same("office", counts(office), map[string]int{"should_start": 1, "ready": 1, "one_sheet": 1, "stalled": 2})
		same("water", counts(water), map[string]int{"should_start": 1, "ready": 1, "one_sheet": 0, "stalled": 1})
		same("tourism", counts(county), map[string]int{"should_start": 0, "ready": 0, "one_sheet": 1, "stalled": 1})
		move(office, late, apptest.Doc{"code": "STARTED", "occurred_on": "2026-06-29"}).Want(http.StatusCreated)
		same("after the start", counts(office), map[string]int{"should_start": 0, "ready": 0, "one_sheet": 1, "stalled": 1})
	})
}

// The four ratios and the structure count what the project list opens.
func TestTheRatiosCountTheRowsThatTheyOpen(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		p.Clock.Set("2026-03-01")
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		signedOn(t, p, office, "签约项目", "2026-01-10", 300_000_000)
		for _, body := range []apptest.Doc{
			{"name": "工业小项目", "kind": "industry", "total_investment": 20_000_000, "horizon": "near"},
			{"name": "高新大项目", "industry": "C39", "high_tech": true, "high_tech_basis": "证书", "total_investment": 1_500_000_000, "horizon": "far"},
			{"name": "文旅项目", "kind": "tourism", "total_investment": 90_000_000, "horizon": "near"},
		} {
			body["responsible_unit_id"] = p.Units["县水务局"].ID
			made := office.Post("/projects", body).Want(http.StatusCreated).JSON()
			move(office, made.Text("id"), apptest.Doc{"code": "LEAD", "occurred_on": "2026-02-01"}).Want(http.StatusCreated)
		}
		portfolio := office.Get("/reports/portfolio").Want(http.StatusOK).JSON()
		now := portfolio.In("now")
		for name, queries := range map[string][2]string{
			"intent": {"not_reached=SIGNED", "reached=SIGNED"}, "small": {"below_investment=100000000", "min_investment=100000000"},
			"general": {"industrial=false", "industrial=true"}, "extensive": {"high_tech=false", "high_tech=true"},
		} {
			for i, side := range []string{"many", "few"} {
				query := "/projects?going=true&" + queries[i]
				if name != "intent" {
					query += "&reached=LEAD"
				}
				if rows, n := office.Get(query).Want(http.StatusOK).JSON().Int("count"), now.In(name).In(side).Int("count"); rows != n {
					t.Errorf("%s %s: %d, its rows are %d", name, side, n, rows)
				}
			}
		}
		if n := now.In("intent").In("many").Int("count"); n != 3 {
			t.Errorf("%d intents, want 3", n)
		}
		if cells := portfolio.In("structure").Items("matrix"); len(cells) != 3 {
			t.Errorf("matrix %v", cells)
		}
	})
}
