package reporting_test

import (
	"errors"
	"slices"
	"testing"

	"sangu/domain"
	"sangu/domain/reporting"
)

func TestTargetsOfAYearKeepToTheirRules(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		says   string
		change func(y *reporting.YearTargets)
		faults []string // path and code
	}{
		{says: "a target of a unit is allowed", change: func(*reporting.YearTargets) {}},
		{says: "the first year is 2000", change: func(y *reporting.YearTargets) { y.Year = 2000 }},
		{says: "no year is before 2000", change: func(y *reporting.YearTargets) { y.Year = 1999 }, faults: []string{"year input.range"}},
		{says: "the last year is 2100", change: func(y *reporting.YearTargets) { y.Year = 2100 }},
		{says: "no year is after 2100", change: func(y *reporting.YearTargets) { y.Year = 2101 }, faults: []string{"year input.range"}},
		{says: "a target is of something that is counted", change: func(y *reporting.YearTargets) { y.Targets[0].Indicator = "weather" },
			faults: []string{"items[0].indicator input.enum"}},
		{says: "a target may be nothing", change: func(y *reporting.YearTargets) { y.Targets[0].Value = 0 }},
		{says: "a target is not negative", change: func(y *reporting.YearTargets) { y.Targets[0].Value = -1 },
			faults: []string{"items[0].value input.negative"}},
		{says: "a target is a unit's", change: func(y *reporting.YearTargets) { y.Targets[0].UnitID = "" },
			faults: []string{"items[0].unit_id input.required"}},
	} {
		t.Run(c.says, func(t *testing.T) {
			t.Parallel()
			y := reporting.YearTargets{Year: 2026, Targets: []reporting.Target{{UnitID: "a", Indicator: "signed", Value: 3}}}
			c.change(&y)
			var got []string
			if e, ok := errors.AsType[*domain.Error](y.Check()); ok {
				for _, f := range e.Fields {
					got = append(got, f.Path+" "+f.Code)
				}
			}
			if !slices.Equal(got, c.faults) {
				t.Errorf("faults %v, want %v", got, c.faults)
			}
		})
	}
}
