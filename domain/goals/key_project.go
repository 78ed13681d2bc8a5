package goals

import (
	"context"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
	"sangu/domain/reporting"
)

// FrontLights is how many projects the front page lists, the worst lights first.
const FrontLights = 10

// KeyProjects are the projects that the front page lists. Which is why these:
// "own" are those the actor leads, "ours" those of the actor's unit, "key" those on a year's list of key projects,
// "all" where there is no such list.
type KeyProjects struct {
	Which  string
	Counts map[Colour]int
	Items  []KeyProject
}

// KeyProject is a project with its light, and how far it is against its plan.
type KeyProject struct {
	ProjectLight
	// Was is the light at the end of the month before, "" where it was not there.
	Was Colour
	// Done and Plan are percent of the investment; nil where it is not known, or
	// not yet begun.
	Done, Plan *float64
	// Next is "start", "completion", or "" where no day was planned; Workdays to
	// its day, below 0 where it has passed.
	Next     string
	Due      domain.Date
	Workdays int
}

// onKeyLists keeps the cases that are on a list of key projects.
func onKeyLists(cases []reporting.ProjectSnapshot) []reporting.ProjectSnapshot {
	var out []reporting.ProjectSnapshot
	for _, c := range cases {
		if c.KeyLevel != "" {
			out = append(out, c)
		}
	}
	return out
}

// keyProjects picks what the page lists.
func (s *CockpitService) keyProjects(actor domain.Actor, from cockpitInput, was map[domain.ID]Colour, on domain.Date) KeyProjects {
	out, which := from.listed(actor)
	list := KeyProjects{Which: which, Counts: out.Counts}
	for _, l := range out.Items[:min(FrontLights, len(out.Items))] {
		k := KeyProject{ProjectLight: l, Was: was[l.Case.ProjectID]}
		k.Done, k.Plan = progress(l.Case, on)
		if k.Next, k.Due = next(l.Case); k.Next != "" {
			k.Workdays = s.Days.Worked(on, k.Due)
		}
		list.Items = append(list.Items, k)
	}
	return list
}

// listed returns the lights that the page lists for the actor, and why these.
func (f cockpitInput) listed(actor domain.Actor) (lights Lights, which string) {
	switch reach := actor.Reach(org.ProjectRead); {
	case !reach.All && len(reach.Units) > 0:
		return f.lights, "ours"
	case !reach.All && reach.Assigned:
		return f.lights, "own"
	case len(f.keys.Items) > 0:
		return f.keys, "key"
	}
	return f.lights, "all"
}

// next returns the next step of the project's plan with its day, "" where no day was
// planned.
func next(c reporting.ProjectSnapshot) (what string, due domain.Date) {
	switch {
	case c.By(library.Started, reporting.CountingRule{}).IsZero():
		what, due = "start", c.PlannedStart
	case c.By(library.Completed, reporting.CountingRule{}).IsZero():
		what, due = "completion", c.PlannedCompletion
	}
	if due.IsZero() {
		return "", due
	}
	return what, due
}

// progress is how much of the investment is in place, and how much would be at an
// even pace from the start to the planned completion, in percent.
func progress(c reporting.ProjectSnapshot, on domain.Date) (done, plan *float64) {
	if c.TotalInvestment == nil || *c.TotalInvestment <= 0 {
		return nil, nil
	}
	d := float64(c.FundsClaimed()) / float64(*c.TotalInvestment) * 100
	// Where the day of the start is not known exactly, nothing is measured from it.
	if begun, exact := c.Reached[library.Started].Exact(); exact && c.PlannedCompletion.After(begun) {
		gone := float64(on.DaysSince(begun)) / float64(c.PlannedCompletion.DaysSince(begun))
		p := min(1, max(0, gone)) * 100
		plan = &p
	}
	return &d, plan
}

// lightsBefore judges the projects that the page names as they stood at the end of
// the month before, by what was known then.
func (s *CockpitService) lightsBefore(ctx context.Context, actor domain.Actor, f reporting.ReportFilter, c *Cockpit,
	from cockpitInput) (map[domain.ID]Colour, error) {
	listed, _ := from.listed(actor)
	var ids []domain.ID
	for _, items := range [][]ProjectLight{listed.Items, from.lights.Items} {
		for _, l := range items[:min(FrontLights, len(items))] {
			ids = append(ids, l.Case.ProjectID)
		}
	}
	asOf := reporting.AsOf(c.Before)
	if !f.AsOf.IsZero() && f.AsOf.Before(asOf) {
		asOf = f.AsOf
	}
	cases, err := s.Reports.Known(ctx, actor, c.Before, asOf, c.Rule, ids)
	if err != nil {
		return nil, err
	}
	was := map[domain.ID]Colour{}
	for _, l := range LightsOf(cases, c.Before, from.lights.Colours).Items {
		was[l.Case.ProjectID] = l.Light.Colour
	}
	return was, nil
}
