package goals

import (
	"slices"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
	"sangu/domain/reporting"
)

// UnitScore is one unit's assessment.
type UnitScore struct {
	UnitID domain.ID
	Name   string
	Items  []Scored
	// Points are those reached, Most those that could be. Vetoed is true where a fault made
	// the score nothing.
	Points, Most float64
	Vetoed       bool
	// Projects is how many the unit answers for or is credited with, Seen how many of
	// them the reader may open.
	Projects, Seen int
}

// Assessment is a year's scores, the best first.
type Assessment struct {
	On     domain.Date
	Year   int
	Rule   reporting.CountingRule
	Scheme Scheme
	Units  []UnitScore
}

// scoresFor returns a test of whose scores the actor is told: every unit's where reports reach
// all or the post is a county leader's, who answers for the county and sees the
// rows of his own projects only; else those of the post's units.
func scoresFor(actor domain.Actor) func(unit domain.ID) bool {
	return func(unit domain.ID) bool {
		return slices.ContainsFunc(actor.Grants, func(g domain.Grant) bool {
			if !slices.Contains(g.Rights, org.ReportRead) {
				return false
			}
			return g.Scope == domain.ScopeAll || g.Scope == domain.ScopeAssigned || slices.Contains(g.Units, unit)
		})
	}
}

// answersFor counts the projects that a unit answers for, or that the rule credits it
// with.
func answersFor(cases []reporting.ProjectSnapshot, unit domain.ID, rule reporting.CountingRule) (n int) {
	for _, c := range cases {
		credited := slices.ContainsFunc(c.Credit(rule, 0), func(p reporting.CreditPart) bool { return p.UnitID == unit })
		if c.ResponsibleUnitID == unit || credited {
			n++
		}
	}
	return n
}

// yearOf calls add with what a project adds to the year of units: what happened in it for
// certain and how far this year's signings came, to the units that the rule credits it
// to; an overdue start to the responsible unit, since credit that was given away takes no
// duty with it. It calls unsure with what may have happened in the year, by days that are
// not known exactly.
func yearOf(c reporting.ProjectSnapshot, first, until domain.Date, rule reporting.CountingRule,
	add func(unit domain.ID, name string, n float64), unsure func(unit domain.ID, name string)) {
	credit := func(name string, n int64) {
		for _, p := range c.Credit(rule, n) {
			add(p.UnitID, name, float64(p.Part))
		}
	}
	in := func(name string, on reporting.Span) bool {
		if !on.Within(first, until) && on.MayBeWithin(first, until) {
			for _, p := range c.Credit(rule, 1) {
				if p.Part > 0 {
					unsure(p.UnitID, name)
				}
			}
		}
		return on.Within(first, until)
	}
	if in("started", c.When(library.Started, rule)) {
		credit("started", 1)
	}
	if in("in_production", c.When(library.InProduction, rule)) {
		credit("in_production", 1)
	}
	months := SignalsOf(c, until).Months
	if late := months[len(months)-1]["start_overdue_months"]; late > 0 && c.Status == library.Active {
		add(c.ResponsibleUnitID, "overdue_starts", 1)
	}
	if !c.Counts(until, rule) || !in("signed", c.When(library.Signed, reporting.CountingRule{})) {
		return
	}
	credit("signed", 1)
	credit("signed_amount", int64(c.SignedAmount))
	credit("signed_funds", int64(c.FundsVerified))
	for name, stage := range map[string]library.Stage{"of_fulfilling": library.Registered, "of_started": library.Started,
		"of_produced": library.InProduction} {
		if !c.By(stage, rule).IsZero() {
			credit(name, 1)
		}
	}
}

// rates divides what came of this year's signings by them.
func rates(own map[string]Achieved) {
	for name, of := range map[string][2]string{"fulfilment_rate": {"of_fulfilling", "signed"}, "start_rate": {"of_started", "signed"},
		"production_rate": {"of_produced", "signed"}, "funds_rate": {"signed_funds", "signed_amount"}} {
		if below := own[of[1]].Actual; below > 0 {
			own[name] = Achieved{Actual: own[of[0]].Actual / below, Known: true}
		}
	}
}
