package api_test

import (
	"net/http"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

// R50: what the county set is set beside what its units were given of it, a unit
// under another counted once, and who has nothing is named.
func TestTheCountysTargetIsSetBesideTheSumOfItsUnits(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, head := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.UnitHead, "县水务局")
		under := p.Appoint(org.SystemAdmin, "赤城县").Post("/units", apptest.Doc{"name": "招商一股", "kind": "team", "parent_id": p.Units["县水务局"].ID}).
			Want(http.StatusCreated).JSON()
		target := func(unit any, indicator string, value int) apptest.Doc {
			return apptest.Doc{"unit_id": unit, "indicator": indicator, "value": value}
		}
		set := func(items ...apptest.Doc) map[string]apptest.Doc {
			t.Helper()
			out := map[string]apptest.Doc{}
			for _, a := range setOver(office, "/targets/2026", apptest.Doc{"items": items}).Want(http.StatusOK).JSON().Items("allotments") {
				out[a.Text("indicator")] = a
			}
			return out
		}
		county, water, tourism := p.Units["赤城县"].ID, p.Units["县水务局"].ID, p.Units["县文旅局"].ID
		got := set(target(county, "funds", 120*yi), target(water, "funds", 80*yi), target(under["id"], "funds", 50*yi),
			target(tourism, "funds", 30*yi),
			target(water, "signed", 3), target(county, "started", 9), target(water, "started", 9), target(county, "in_production", 2),
			target(water, "in_production", 3))
		if f := got["funds"]; f.Int("county") != 120*yi || f.Int("units") != 110*yi || f.Int("gap") != 10*yi || f.Int("n") != 2 {
			t.Errorf("funds %v, want 120 set, 110 handed down, 10 not", f)
		}
		without := map[any]bool{}
		for _, name := range got["funds"]["without"].([]any) {
			without[name] = true
		}
		p.Appoint(org.SystemAdmin, "赤城县").Post("/units", apptest.Doc{"name": "投资股", "kind": "office", "parent_id": p.Units["县商务局"].ID}).
			Want(http.StatusCreated)
		for _, a := range office.Get("/targets/2026").JSON().Items("allotments") {
			if a.Text("indicator") == "funds" && len(a["without"].([]any)) != len(without) {
				t.Errorf("an office of a unit that has nothing is named besides it: %v", a)
			}
		}
		if without["县水务局"] || without["招商一股"] || without["县文旅局"] || without["赤城县"] || !without["县商务局"] {
			t.Errorf("without a target: %v", without)
		}
		if s := got["signed"]; s["county"] != nil || s.Int("units") != 3 || s.Int("gap") != 0 {
			t.Errorf("signings %v: the county set none", s)
		}
		if got["started"].Int("gap") != 0 || got["in_production"].Int("gap") != -1 {
			t.Errorf("starts %v, productions %v", got["started"], got["in_production"])
		}
		if _, set := got["signed_amount"]; set {
			t.Error("an indicator without a target is told")
		}
		c := front(office)
		if len(c.Items("allotments")) != 4 || c.In("funds").Int("target") != 120*yi || c.In("outlook").Int("target") != 9 {
			t.Errorf("the cockpit tells %v, aims at %v and %v", c["allotments"], c["funds"], c["outlook"])
		}
		if own := front(head); len(own.Items("allotments")) != 0 {
			t.Errorf("a unit is told how the county hands down: %v", own["allotments"])
		}
		head.Put("/targets/2026", 1, apptest.Doc{"items": []apptest.Doc{target(water, "funds", 1)}}).Want(http.StatusForbidden)
		if bad := setOver(office, "/targets/2026", apptest.Doc{"items": []apptest.Doc{target(water, "funds", -1)}}).
			Want(http.StatusUnprocessableEntity).Fields(); bad["items[0].value"] == "" {
			t.Errorf("a target below nothing: %v", bad)
		}
	})
}
