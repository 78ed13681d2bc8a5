package goals

import (
	"cmp"
	"context"
	"slices"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/reporting"
)

// Concern is one thing that wants the leader: a project by itself, or many of a
// kind as one.
type Concern struct {
	Kind string // red, suspicion, should_start, unseen
	// ProjectID, Project and Unit are empty where N things are named as one.
	ProjectID     domain.ID
	Project, Unit string
	N             int
	Amount        domain.Yuan // at stake
	Reason        string
	Was           Colour // of a red light, the light at the end of the month before
	// Since is from when it has been so; Workdays its age. Zero where it is not
	// known.
	Since    domain.Date
	Workdays int
}

// Concerns are what wants the leader: how many of each kind, and the first of them.
type Concerns struct {
	Red, Suspicions, ShouldStart, Unseen int
	// UnseenBy is the day by which money must have been reported to count as
	// waiting long for a verifier.
	UnseenBy domain.Date
	Items    []Concern
}

// Total is how many there are; a project may be there for more than one reason.
func (c Concerns) Total() int { return c.Red + c.Suspicions + c.ShouldStart + c.Unseen }

const (
	mostRed       = 4  // red lights named one by one
	mostOpen      = 2  // suspicions named one by one
	unseenTooLong = 10 // working days that money may wait for a verifier
)

// concerns picks what wants the leader: what is red, that of this month first;
// what should have begun; money that verifiers have left; what nobody answered.
func (s *CockpitService) concerns(ctx context.Context, actor domain.Actor, from cockpitInput, was map[domain.ID]Colour,
	on domain.Date) (Concerns, error) {
	out := Concerns{Red: from.lights.Counts[Red], UnseenBy: s.Days.Back(on, unseenTooLong)}
	out.Items = s.reds(from.lights, was, on)
	overdue, first := from.totals.Overdue(on)
	if out.ShouldStart = int(overdue.N); overdue.N > 0 {
		out.Items = append(out.Items, s.many("should_start", overdue, first, on))
	}
	unseen, first := from.totals.UnverifiedSince(out.UnseenBy)
	if out.Unseen = int(unseen.N); unseen.N > 0 {
		out.Items = append(out.Items, s.many("unseen", unseen, first, on))
	}
	open, err := s.store.Suspicions(ctx, actor, SuspicionOpen, "")
	if err != nil {
		return out, err
	}
	out.Suspicions = len(open)
	slices.SortFunc(open, func(a, b Suspicion) int { return cmp.Or(a.FoundOn.Compare(b.FoundOn), cmp.Compare(a.ID, b.ID)) })
	for _, x := range open[:min(mostOpen, len(open))] {
		out.Items = append(out.Items, Concern{Kind: "suspicion", ProjectID: x.Anomaly.ProjectID, Project: x.ProjectName, Unit: x.UnitName, N: 1,
			Amount: x.Amount,
			Reason: x.Anomaly.Kind, Since: x.FoundOn, Workdays: s.Days.Worked(x.FoundOn, on)})
	}
	return out, nil
}

func (s *CockpitService) many(kind string, sum reporting.Sum, first, on domain.Date) Concern {
	return Concern{Kind: kind, N: int(sum.N), Amount: domain.Yuan(sum.Amount), Since: first, Workdays: s.Days.Worked(first, on)}
}

// reds names red lights: those that turned red since the end of the month before
// first, then the largest.
func (s *CockpitService) reds(lights Lights, was map[domain.ID]Colour, on domain.Date) []Concern {
	var out []Concern
	for _, l := range lights.Items[:min(FrontLights, len(lights.Items))] {
		if l.Light.Colour != Red {
			continue
		}
		c := Concern{Kind: "red", ProjectID: l.Case.ProjectID, Project: l.Case.Name, Unit: l.Case.ResponsibleUnit, N: 1, Amount: size(l.Case),
			Reason: l.Light.Reason, Was: was[l.Case.ProjectID]}
		if c.Since = redSince(l, on); !c.Since.IsZero() {
			c.Workdays = s.Days.Worked(c.Since, on)
		}
		out = append(out, c)
	}
	slices.SortStableFunc(out, func(a, b Concern) int { return cmp.Compare(turned(b), turned(a)) })
	return out[:min(mostRed, len(out))]
}

// turned is 1 where a project was not yet red at the end of the month before.
func turned(c Concern) int {
	if c.Was != "" && c.Was != Red {
		return 1
	}
	return 0
}

// redSince is from when the cause of a light has been there, where its facts tell.
func redSince(l ProjectLight, on domain.Date) domain.Date {
	if _, late := l.Light.Measured["start_overdue_months"]; late && l.Light.Reason == "start_overdue" &&
		l.Case.By(library.Started, reporting.CountingRule{}).IsZero() {
		return l.Case.PlannedStart
	}
	if l.Light.Reason == "silent" {
		return l.Case.UpdatedOn
	}
	return domain.Date{}
}
