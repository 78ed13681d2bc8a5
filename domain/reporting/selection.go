package reporting

import (
	"context"
	"fmt"
	"slices"

	"sangu/domain"
	"sangu/domain/library"
)

// within reports whether the case fits the filter by what was known of it then
// and by how far it had come. What only the store can answer is left to held.
func (c ProjectSnapshot) within(f library.ProjectFilter, until domain.Date) bool {
	return c.ofFacts(f) && c.ofSize(f) && c.ofProgress(f, until) && (len(f.IDs) == 0 || slices.Contains(f.IDs, c.ProjectID))
}

func oneOf[T comparable](list []T, v T) bool { return len(list) == 0 || slices.Contains(list, v) }

func same[T comparable](want, v T) bool {
	var any T
	return want == any || want == v
}

func (c ProjectSnapshot) ofFacts(f library.ProjectFilter) bool {
	return c.lacks(f.Without) && oneOf(f.Kinds, c.Kind) && oneOf(f.Sections, c.Section) && oneOf(f.Channels, library.Channel(c.Channel)) &&
		same(f.UnitID, c.ResponsibleUnitID) && same(f.AttractingUnitID, c.AttractingUnitID) && same(f.HostUnitID, c.HostUnitID) &&
		same(f.ClientID, c.ClientID) &&
		same(f.Chain, c.Chain) && same(f.Horizon, c.Horizon) && oneOf(f.KeyLevels, c.KeyLevel) &&
		(f.LeaderID.IsZero() || slices.Contains(c.Leaders, f.LeaderID)) &&
		(f.Industrial == nil || *f.Industrial == c.Industrial()) && (f.HighTech == nil || *f.HighTech == c.HighTech)
}

// lacks reports whether the case is without each of these.
func (c ProjectSnapshot) lacks(what []string) bool {
	has := map[string]bool{library.WithoutLeader: len(c.Leaders) > 0, library.WithoutHost: !c.HostUnitID.IsZero(),
		library.WithoutKind: c.Kind != ""}
	return !slices.ContainsFunc(what, func(w string) bool { return has[w] })
}

func (c ProjectSnapshot) ofSize(f library.ProjectFilter) bool {
	return (f.MinInvestment == nil || c.TotalInvestment != nil && *c.TotalInvestment >= *f.MinInvestment) &&
		(f.BelowInvestment == nil || c.TotalInvestment != nil && *c.TotalInvestment < *f.BelowInvestment)
}

func (c ProjectSnapshot) ofProgress(f library.ProjectFilter, until domain.Date) bool {
	from := func(least, on domain.Date) bool { return least.IsZero() || !on.IsZero() && !on.Before(least) }
	signed := c.SignedOn()
	begun := f.ShouldHaveBegun.IsZero() || !c.PlannedStart.IsZero() && c.PlannedStart.Before(f.ShouldHaveBegun) &&
		!c.Stage.Reached(library.Started) && c.Status == library.Active
	return oneOf(f.Stages, c.Stage) && oneOf(f.Statuses, c.Status) && begun &&
		from(f.SignedFrom, signed) && (f.SignedTo.IsZero() || !signed.IsZero() && !signed.After(f.SignedTo)) &&
		from(f.StartedFrom, c.By(library.Started, CountingRule{})) && from(f.ProducedFrom, c.By(library.InProduction, CountingRule{})) &&
		!(f.Going && c.Status.Over()) && (f.Reached == "" || c.Stage.Reached(f.Reached)) && (f.NotReached == "" || !c.Stage.Reached(f.NotReached))
}

// Industrial goes by GB/T 4754 sections B, C and D, and by the kind where no
// industry is known.
func (c ProjectSnapshot) Industrial() bool {
	if c.Section != "" {
		return c.Section == "B" || c.Section == "C" || c.Section == "D"
	}
	return c.Kind == "industry"
}

// held narrows records to those that fit what only the store can answer: words
// searched for, attachments, the day of the last change, who put it in, the light
// of today. These are not kept as
// they were: they are taken as they are now.
func (s *Reports) held(ctx context.Context, actor domain.Actor, records []ProjectHistory, f library.ProjectFilter) ([]ProjectHistory,
	error) {
	now := library.ProjectFilter{Query: f.Query, StaleBefore: f.StaleBefore, Evidence: f.Evidence, OneSheet: f.OneSheet, Mine: f.Mine,
		Lights: f.Lights, LightSelection: f.LightSelection}
	if now.Query == "" && now.StaleBefore.IsZero() && len(now.Evidence) == 0 && !now.OneSheet && !now.Mine && len(now.Lights) == 0 {
		return records, nil
	}
	fit, err := s.Keep.Standings(ctx, actor, ReportFilter{Projects: now})
	if err != nil {
		return nil, fmt.Errorf("read what fits now: %w", err)
	}
	ids := make(map[domain.ID]bool, len(fit))
	for _, c := range fit {
		ids[c.ProjectID] = true
	}
	return slices.DeleteFunc(records, func(r ProjectHistory) bool { return !ids[r.ProjectID] }), nil
}
