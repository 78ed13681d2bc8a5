package api_test

import (
	"context"
	"net/http"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

// A unit's score is official: who sees no row behind it reads the same points, and
// is told how many rows are his to open; a unit is told its own score only.
func TestAUnitsScoreIsTheSameWhoeverLooks(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		p.Clock.Set("2024-06-30")
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		openGates(office)
		water, tourism := p.Units["县水务局"].ID, p.Units["县文旅局"].ID
		setOver(office, "/targets/2024", apptest.Doc{"items": []apptest.Doc{{"unit_id": water, "indicator": "started", "value": 2},
			{"unit_id": tourism, "indicator": "started", "value": 2}}}).Want(http.StatusOK)
		reached(office, apptest.Doc{"name": "水务一", "responsible_unit_id": water, "contract_amount": yi}, "SIGNED 2024-02-01",
			"STARTED 2024-04-01")
		project := reached(office, apptest.Doc{"name": "水务二", "responsible_unit_id": water, "contract_amount": yi}, "SIGNED 2024-02-01")
		told := func(who *apptest.Person) map[string]apptest.Doc {
			out := map[string]apptest.Doc{}
			for _, u := range who.Get("/reports/scores").Want(http.StatusOK).JSON().Items("units") {
				out[u.Text("name")] = u
			}
			return out
		}
		all := told(office)
		if n := all["县水务局"].Int("seen"); n != 2 {
			t.Errorf("the office may open %d of the unit's projects, want 2", n)
		}
		leader := told(p.Appoint(org.CountyLeader, "县商务局"))
		if leader["县水务局"]["points"] != all["县水务局"]["points"] || leader["县水务局"]["points"].(float64) <= 10 {
			t.Errorf("a leader of own projects reads %v, the office %v", leader["县水务局"], all["县水务局"])
		}
		if u := leader["县水务局"]; u.Int("projects") != 2 || u.Int("seen") != 0 {
			t.Errorf("rows behind: %v, want 0 of 2", u)
		}
		own := told(p.Appoint(org.UnitHead, "县水务局"))
		if len(own) != 1 || own["县水务局"]["points"] != all["县水务局"]["points"] {
			t.Errorf("a unit is told %v, want its own score, as the office reads it", own)
		}
		if u := all["县水务局"]; u["vetoed"] != false {
			t.Errorf("vetoed without a fault: %v", u)
		}
		upheld(t, p, project)
		if u := told(office)["县水务局"]; u["vetoed"] != true || u.Int("points") != 0 {
			t.Errorf("a false figure that was upheld leaves %v, want a veto and no points", u)
		}
	})
}

// upheld makes a suspicion of a project that a verifier upheld.
func upheld(t *testing.T, p *apptest.Product, project string) {
	t.Helper()
	err := p.DB.Do(context.Background(), func(ctx context.Context) error {
		return p.DB.Write(ctx).Table("suspicions").Create(map[string]any{"id": anyID, "project_id": project, "kind": "photo_elsewhere",
			"key": "k", "evidence": "{}", "found_on": "2024-05-01", "state": "closed", "verdict": "upheld", "version": 1}).Error
	})
	if err != nil {
		t.Fatal(err)
	}
}
