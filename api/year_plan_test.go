package api_test

import (
	"math"
	"net/http"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

func TestAProjectsPlansByYearAreKeptBesideTheEvenPaceAndAYearHasOne(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		p.Clock.Set("2026-10-19")
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		body := func(plans ...apptest.Doc) apptest.Doc {
			return apptest.Doc{"name": "甲项目", "responsible_unit_id": p.Units["县水务局"].ID, "year_plans": plans}
		}
		last, now := apptest.Doc{"year": 2025, "amount": 50_000_000}, apptest.Doc{"year": 2026, "amount": 80_000_000}
		made := office.Post("/projects", body(last, now)).Want(http.StatusCreated).JSON()
		path := "/projects/" + made.Text("id")
		if plans := office.Get(path).JSON().Items("year_plans"); len(plans) != 2 || plans[1].Int("year") != 2026 ||
			plans[1].Int("amount") != 80_000_000 {
			t.Errorf("kept %v", plans)
		}
		if pace, _ := office.Get(path + "/funds").JSON()["pace"].(float64); math.Abs(pace-10.0/12) > 1e-12 {
			t.Errorf("pace %v, want ten months of twelve", pace)
		}
		for field, wrong := range map[string]apptest.Doc{
			"year_plans[1].year":   body(now, apptest.Doc{"year": 2026, "amount": 1}),
			"year_plans[0].amount": body(apptest.Doc{"year": 2026, "amount": -1}),
			"year_plans[0].year":   body(apptest.Doc{"year": 26, "amount": 1}),
		} {
			if said := office.Put(path, made.Int("version"), wrong).Want(http.StatusUnprocessableEntity).Fields(); said[field] == "" {
				t.Errorf("%s is not named: %v", field, said)
			}
		}
		if plans := office.Put(path, made.Int("version"), body(last)).Want(http.StatusOK).JSON().
			Items("year_plans"); len(plans) != 1 || plans[0].Int("year") != 2025 {
			t.Errorf("after this year's was taken out: %v", plans)
		}
	})
}
