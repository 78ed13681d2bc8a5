package goals

import (
	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/reporting"
)

// Figure is one number of the cockpit: what is claimed, what of it verifiers
// confirmed, and what it was at the end of the month before. Unit says what it
// counts: "count" or "yuan".
type Figure struct {
	Key       string
	Unit      string
	Claimed   int64
	Confirmed int64
	Before    int64
	Amount    domain.Yuan // beside a count
	// Unsure is how many more may be of the period: their days are not known so well.
	Unsure int64
}

// Cockpit is a leader's front page: a few numbers, what is to be expected, and
// what needs the leader.
type Cockpit struct {
	reporting.Basis
	Scope        reporting.Scope
	Breakdowns   []reporting.TargetBreakdown // of the county only
	DaysLeft     int
	WorkdaysLeft int
	Before       domain.Date // the end of the month before
	Since        domain.Date // from when signings, their curve and productions are counted
	Figures      []Figure
	Funds        Completion
	Shortfall    Shortfall
	Money        reporting.FundsOutlook
	Outlook      reporting.Outlook
	Path         []PathStep
	Curve        reporting.Curve
	Plain        reporting.Rate
	Lights       Lights
	Projects     KeyProjects
	Units        []UnitRank
	Concerns     Concerns
}

// PathStep is a step of the way, with how many of those who reached it verifiers
// confirmed; nil for the steps that nobody confirms.
type PathStep struct {
	reporting.PathStep
	Confirmed *int
}

// figures reads the numbers on top, now and at the end of the month before.
func figures(t reporting.Totals, on, before, since domain.Date) []Figure {
	year, _ := domain.NewDate(on.Year(), 1, 1)
	now, then := reporting.MonthBucket(on), reporting.MonthBucket(before)
	figure := func(key string, measure reporting.Measure, from domain.Date) Figure {
		line := reporting.TotalKey{Measure: measure}
		sum, unsure := t.Between(line, reporting.MonthBucket(from), now)
		earlier, _ := t.Between(line, reporting.MonthBucket(from), then)
		return Figure{Key: key, Unit: "count", Claimed: sum.N, Confirmed: sum.Confirmed, Amount: domain.Yuan(sum.Amount),
			Before: earlier.N, Unsure: unsure.N}
	}
	until := func(m reporting.Measure) int64 {
		sum, _ := t.Between(reporting.TotalKey{Measure: m}, 0, then)
		return sum.N
	}
	talking := t[reporting.TotalKey{Measure: reporting.MeasureNegotiating}][0]
	// Talks are confirmed by nobody: what is claimed is all there is.
	talks := Figure{Key: "negotiating", Unit: "count", Claimed: talking.N, Confirmed: talking.N, Amount: domain.Yuan(talking.Amount),
		Before: until(reporting.MeasureNegotiationBegun) - until(reporting.MeasureNegotiationOver)}
	return []Figure{figure("started", reporting.MeasureStarted, year), figure("signed", reporting.MeasureSigned, since), talks,
		figure("in_production", reporting.MeasureProduced, since)}
}

// path reads the whole way, claimed and confirmed apart.
func path(t reporting.Totals, on domain.Date) []PathStep {
	measures := map[library.Stage]reporting.Measure{library.Signed: reporting.MeasureSigned,
		library.Started: reporting.MeasureStarted, library.InProduction: reporting.MeasureProduced}
	var out []PathStep
	for _, p := range t.Path(on) {
		step := PathStep{PathStep: p}
		if measure, ok := measures[p.Stage]; ok {
			sum, _ := t.Between(reporting.TotalKey{Measure: measure}, 0, reporting.MonthBucket(on))
			n := int(sum.Confirmed)
			step.Confirmed = &n
		}
		out = append(out, step)
	}
	return out
}
