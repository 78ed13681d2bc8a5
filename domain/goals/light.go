package goals

import (
	"cmp"
	"maps"
	"slices"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/reporting"
)

// SignalsOf measures a project on a day. What its facts do not tell is left out:
// a signed project without a planned start may be late or not, nobody knows.
func SignalsOf(c reporting.ProjectSnapshot, on domain.Date) Signals {
	now := map[string]float64{}
	if !c.UpdatedOn.IsZero() {
		now["days_silent"] = float64(on.DaysSince(c.UpdatedOn))
	}
	if signed := c.SignedOn(); !signed.IsZero() {
		// At least so many, where the day of signing is not known exactly.
		now["days_since_signing"] = float64(on.DaysSince(signed.Latest()))
	}
	if c.By(library.Started, reporting.CountingRule{}).IsZero() {
		// What has not begun is not behind the pace of building.
		now["pace_behind_points"], now["pace_behind_percent"] = 0, 0
	}
	done, plan := progress(c, on)
	if done != nil {
		now["completion_percent"] = *done
	}
	if plan != nil {
		now["pace_behind_points"] = *plan - *done
		if *plan > 0 {
			now["pace_behind_percent"] = now["pace_behind_points"] / *plan * 100
		}
	}
	months, shown := monthsBefore(c, on)
	months = append(months, now)
	signed := !c.SignedOn().IsZero() || c.Stage.Reached(library.Signed)
	if c.PlannedStart.IsZero() && !signed {
		// Before a contract nobody has promised a day of starting: none is missed.
		for _, m := range months {
			m["start_overdue_months"] = 0
		}
	}
	if !c.PlannedStart.IsZero() {
		late := float64(on.DaysSince(c.PlannedStart)) / reporting.DaysPerMonth
		if !c.By(library.Started, reporting.CountingRule{}).IsZero() {
			late = 0
		}
		for i := range months {
			months[i]["start_overdue_months"] = max(0, late-float64(len(months)-1-i))
		}
	}
	return Signals{Months: months, Before: shown}
}

// How many months before a day's are looked at: as many as a condition may run
// where the rules look back, and else the two that a late start is judged by.
const (
	fewMonths  = 2
	mostMonths = 23
)

// monthsBefore returns what was measured in the months before a day's, the latest
// last, and the light that the last of them showed. A month of which nothing was
// kept is empty.
func monthsBefore(c reporting.ProjectSnapshot, on domain.Date) (months []map[string]float64, shown Colour) {
	ago := func(m domain.Date) int { return (on.Year()-m.Year())*12 + on.Month() - m.Month() }
	n := fewMonths
	if c.MonthlyLights != nil {
		n = mostMonths
	}
	months = make([]map[string]float64, n)
	for i := range months {
		months[i] = map[string]float64{}
	}
	for _, l := range c.MonthlyLights {
		if k := ago(l.Month); k > 0 && k <= n {
			maps.Copy(months[n-k], l.Measured)
			shown = Colour(l.Colour)
		}
	}
	return months, shown
}

// monthlyLightOf returns what is stored of a project's light of a day for its month.
func monthlyLightOf(c reporting.ProjectSnapshot, on domain.Date, s Signals, l Light) reporting.MonthlyLight {
	first, _ := domain.NewDate(on.Year(), on.Month(), 1)
	return reporting.MonthlyLight{ProjectID: c.ProjectID, Month: first, Colour: string(l.Colour), Measured: s.Months[len(s.Months)-1]}
}

// ProjectLight is one project's light.
type ProjectLight struct {
	Case  reporting.ProjectSnapshot
	Light Light
}

// Lights is a count of each colour with the projects, the worst first. Basis is
// filled in where they are a report of their own.
type Lights struct {
	reporting.Basis
	On      domain.Date
	Colours RuleSet
	Counts  map[Colour]int
	Items   []ProjectLight
}

// LightsOf judges cases.
func LightsOf(cases []reporting.ProjectSnapshot, on domain.Date, rule RuleSet) Lights {
	out := Lights{On: on, Colours: rule, Counts: map[Colour]int{}}
	for _, c := range cases {
		if !hasLight(c) {
			continue
		}
		l := rule.Judge(SignalsOf(c, on))
		out.Counts[l.Colour]++
		out.Items = append(out.Items, ProjectLight{c, l})
	}
	slices.SortFunc(out.Items, func(a, b ProjectLight) int { return a.weight().compare(b.weight()) })
	return out
}

// hasLight reports whether a project has a light: those that go on and do not produce.
func hasLight(c reporting.ProjectSnapshot) bool {
	return !c.Status.Over() && !c.Stage.Reached(library.InProduction)
}

// weight orders lights, the worst first: by colour, then the largest, in 万元.
type weight struct {
	rank      int
	wan       int64
	projectID domain.ID
}

func (l ProjectLight) weight() weight {
	return weight{slices.Index(colours(), l.Light.Colour), int64(size(l.Case) / domain.Wan), l.Case.ProjectID}
}

func (w weight) compare(o weight) int {
	return cmp.Or(cmp.Compare(w.rank, o.rank), cmp.Compare(o.wan, w.wan), cmp.Compare(w.projectID, o.projectID))
}

func size(c reporting.ProjectSnapshot) domain.Yuan {
	if c.TotalInvestment == nil {
		return 0
	}
	return *c.TotalInvestment
}
