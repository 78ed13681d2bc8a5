package reporting

import (
	"context"
	"fmt"
	"slices"

	"sangu/domain"
	"sangu/domain/library"
)

// within reports whether the snapshot fits the filter by what was known of it then
// and by how far it had come. What only the store can answer is left to
// fittingNow.
func (p ProjectSnapshot) within(f library.ProjectFilter, until domain.Date) bool {
	return p.ofFacts(f) && p.ofSize(f) && p.ofProgress(f, until) && (len(f.IDs) == 0 || slices.Contains(f.IDs, p.ProjectID))
}

func oneOf[T comparable](list []T, v T) bool { return len(list) == 0 || slices.Contains(list, v) }

func same[T comparable](want, v T) bool {
	var whatever T
	return want == whatever || want == v
}

func (p ProjectSnapshot) ofFacts(f library.ProjectFilter) bool {
	return p.lacks(f.Without) && oneOf(f.Kinds, p.Kind) && oneOf(f.Sections, p.Section) && oneOf(f.Channels, library.Channel(p.Channel)) &&
		same(f.UnitID, p.ResponsibleUnitID) && same(f.AttractingUnitID, p.AttractingUnitID) && same(f.HostUnitID, p.HostUnitID) &&
		same(f.ClientID, p.ClientID) &&
		same(f.Chain, p.Chain) && same(f.Horizon, p.Horizon) && oneOf(f.KeyLevels, p.KeyLevel) &&
		(f.LeaderID.IsZero() || slices.Contains(p.Leaders, f.LeaderID)) &&
		(f.Industrial == nil || *f.Industrial == p.Industrial()) && (f.HighTech == nil || *f.HighTech == p.HighTech)
}

// lacks reports whether the snapshot is without each of these.
func (p ProjectSnapshot) lacks(what []string) bool {
	has := map[string]bool{library.WithoutLeader: len(p.Leaders) > 0, library.WithoutHost: !p.HostUnitID.IsZero(),
		library.WithoutKind: p.Kind != ""}
	return !slices.ContainsFunc(what, func(w string) bool { return has[w] })
}

func (p ProjectSnapshot) ofSize(f library.ProjectFilter) bool {
	return (f.MinInvestment == nil || p.TotalInvestment != nil && *p.TotalInvestment >= *f.MinInvestment) &&
		(f.BelowInvestment == nil || p.TotalInvestment != nil && *p.TotalInvestment < *f.BelowInvestment)
}

func (p ProjectSnapshot) ofProgress(f library.ProjectFilter, until domain.Date) bool {
	whatever := CountingRule{}
	since := func(least domain.Date, stage library.Stage) bool {
		return least.IsZero() || p.When(stage, whatever).Within(least, domain.Date{})
	}
	signed := Span{}
	if !p.SignedOn().IsZero() {
		signed = p.When(library.Signed, whatever)
	}
	begun := f.ShouldHaveBegun.IsZero() || !p.PlannedStart.IsZero() && p.PlannedStart.Before(f.ShouldHaveBegun) &&
		!p.Stage.Reached(library.Started) && p.Status == library.Active
	return oneOf(f.Stages, p.Stage) && oneOf(f.Statuses, p.Status) && begun && (!f.Denied || p.Denied != "") &&
		(f.SignedFrom.IsZero() && f.SignedTo.IsZero() || signed.Within(f.SignedFrom, f.SignedTo)) &&
		since(f.StartedFrom, library.Started) && since(f.ProducedFrom, library.InProduction) &&
		!(f.Going && p.Status.Over()) && (f.Reached == "" || p.Stage.Reached(f.Reached)) && (f.NotReached == "" || !p.Stage.Reached(f.NotReached))
}

// Industrial reports whether the project is industrial: of GB/T 4754 sections B, C
// and D, or by its kind where no industry is known.
func (p ProjectSnapshot) Industrial() bool {
	if p.Section != "" {
		return p.Section == "B" || p.Section == "C" || p.Section == "D"
	}
	return p.Kind == "industry"
}

// fittingNow narrows histories to those that fit what only the store can answer:
// words searched for, attachments, the day of the last change, who put it in, the
// light of today. These are not kept as they were: they are taken as they are now.
func (s *Reports) fittingNow(
	ctx context.Context,
	actor domain.Actor,
	histories []ProjectHistory,
	f library.ProjectFilter,
) ([]ProjectHistory,
	error) {
	now := library.ProjectFilter{Query: f.Query, StaleBefore: f.StaleBefore, Evidence: f.Evidence, OneSheet: f.OneSheet, Mine: f.Mine,
		Lights: f.Lights, LightSelection: f.LightSelection}
	if now.Query == "" && now.StaleBefore.IsZero() && len(now.Evidence) == 0 && !now.OneSheet && !now.Mine && len(now.Lights) == 0 {
		return histories, nil
	}
	fit, err := s.store.CurrentSnapshots(ctx, actor, ReportFilter{Projects: now})
	if err != nil {
		return nil, fmt.Errorf("read what fits now: %w", err)
	}
	ids := make(map[domain.ID]bool, len(fit))
	for _, p := range fit {
		ids[p.ProjectID] = true
	}
	return slices.DeleteFunc(histories, func(r ProjectHistory) bool { return !ids[r.ProjectID] }), nil
}
