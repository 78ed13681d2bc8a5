package repository_test

import (
	"context"
	"reflect"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/domain/reporting"
)

// twoUnits adds the county and a unit below it.
func twoUnits(s *stores) (county, water domain.ID) {
	s.t.Helper()
	county, water = domain.UUIDs{}.New(), domain.UUIDs{}.New()
	s.do(func(ctx context.Context) error {
		if err := s.rest.AddUnit(ctx, org.Unit{ID: county, Name: "赤城县", Path: string(county) + "/", Version: 1}); err != nil {
			return err
		}
		path := string(county) + "/" + string(water) + "/"
		return s.rest.AddUnit(ctx, org.Unit{ID: water, Name: "县水务局", ParentID: county, Path: path, Version: 1})
	})
	return county, water
}

func targetsOf(s *stores, year int) domain.Versioned[reporting.YearTargets] {
	s.t.Helper()
	y, err := s.rest.YearTargets(context.Background(), year)
	if err != nil {
		s.t.Fatal(err)
	}
	return y
}

func targetOf(unit domain.ID, indicator string, value int64) reporting.Target {
	return reporting.Target{ID: domain.UUIDs{}.New(), UnitID: unit, Year: 2026, Indicator: indicator, Value: value}
}

// targetsAreStored: a year's targets come back with their units, what is not named
// stays, each write raises the version of the year alone.
func targetsAreStored(s *stores) {
	county, water := twoUnits(s)
	y := targetsOf(s, 2026)
	if y.Version != 1 || len(y.Value.Targets) != 0 || y.Value.Year != 2026 {
		s.t.Errorf("a year without targets is %+v", y)
	}
	ofCounty, ofWater := targetOf(county, "funds", 90), targetOf(water, "signed", 3)
	y.Value.Targets = []reporting.Target{ofCounty, ofWater}
	s.do(func(ctx context.Context) error { return s.rest.SaveTargets(ctx, y) })
	ofCounty.UnitName, ofCounty.Path, ofCounty.County, ofCounty.Version = "赤城县", string(county)+"/", true, 1
	ofWater.UnitName, ofWater.Path, ofWater.Version = "县水务局", ofCounty.Path+string(water)+"/", 1
	y = targetsOf(s, 2026)
	if want := []reporting.Target{ofCounty, ofWater}; y.Version != 2 || !reflect.DeepEqual(y.Value.Targets, want) {
		s.t.Errorf("saved and loaded: %+v, want version 2 of %+v", y, want)
	}
	y.Value.Targets = []reporting.Target{targetOf(water, "signed", 4)}
	s.do(func(ctx context.Context) error { return s.rest.SaveTargets(ctx, y) })
	ofWater.Value, ofWater.Version = 4, 2
	y = targetsOf(s, 2026)
	if want := []reporting.Target{ofCounty, ofWater}; y.Version != 3 || !reflect.DeepEqual(y.Value.Targets, want) {
		s.t.Errorf("saved again and loaded: %+v, want version 3 of %+v", y, want)
	}
	if other := targetsOf(s, 2027); other.Version != 1 || len(other.Value.Targets) != 0 {
		s.t.Errorf("another year is %+v", other)
	}
}

// targetsGoStale: two read a year and set different targets of it, the first time and
// again: the second write is refused and changes nothing.
func targetsGoStale(s *stores) {
	county, water := twoUnits(s)
	for range 2 {
		first, second := targetsOf(s, 2026), targetsOf(s, 2026)
		first.Value.Targets = []reporting.Target{targetOf(county, "funds", 90)}
		second.Value.Targets = []reporting.Target{targetOf(county, "funds", 80), targetOf(water, "signed", 3)}
		s.do(func(ctx context.Context) error { return s.rest.SaveTargets(ctx, first) })
		after := targetsOf(s, 2026)
		err := s.db.Do(context.Background(), func(ctx context.Context) error { return s.rest.SaveTargets(ctx, second) })
		if !domain.IsKind(err, domain.KindStale) {
			s.t.Errorf("the second of two writes over one version: %v, want a stale write", err)
		}
		if got := targetsOf(s, 2026); !reflect.DeepEqual(got, after) {
			s.t.Errorf("a stale write left %+v, want %+v", got, after)
		}
	}
}
