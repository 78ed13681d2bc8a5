package reporting

import (
	"context"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
)

// FunnelStage is one step of the funnel.
type FunnelStage struct {
	Stage library.Stage
	// Reached counts what has come at least this far, Now what stands here.
	Reached Tally
	Now     Tally
}

// Funnel gives how many projects came how far, lost and terminated ones apart.
type Funnel struct {
	Basis
	Stages []FunnelStage
	Over   Tally
}

// StageTally is what stands at a stage, as the store counts it.
type StageTally struct {
	Stage library.Stage
	Over  bool
	Tally
}

// Funnel counts projects by how far they have come: as they stand, or as they
// stood on a day by what was known on another.
func (s *Reports) Funnel(ctx context.Context, actor domain.Actor, f ReportFilter) (Funnel, error) {
	if err := actor.Require(org.ReportRead); err != nil {
		return Funnel{}, err
	}
	f, rule, err := s.resolveFilter(ctx, f)
	if err != nil {
		return Funnel{}, err
	}
	tallies, err := s.stageTallies(ctx, actor, f, rule)
	if err != nil {
		return Funnel{}, err
	}
	out := Funnel{Basis: s.BasisOf(f, rule)}
	for _, stage := range library.Stages() {
		step := FunnelStage{Stage: stage}
		for _, t := range tallies {
			if t.Stage.Reached(stage) {
				step.Reached = step.Reached.Plus(t.Tally)
			}
			if t.Stage == stage && !t.Over {
				step.Now = step.Now.Plus(t.Tally)
			}
		}
		out.Stages = append(out.Stages, step)
	}
	for _, t := range tallies {
		if t.Over {
			out.Over = out.Over.Plus(t.Tally)
		}
	}
	return out, nil
}

// stageTallies lets the store count what stands now, and counts from events
// otherwise.
func (s *Reports) stageTallies(ctx context.Context, actor domain.Actor, f ReportFilter, rule CountingRule) ([]StageTally, error) {
	if f.AsOf.IsZero() && f.Until == domain.Today(s.Clock) {
		return s.Store.StageTallies(ctx, actor, f)
	}
	snapshots, err := s.replayed(ctx, actor, f, rule)
	var out []StageTally
	for _, p := range snapshots {
		if p.Stage != "" {
			t := StageTally{Stage: p.Stage, Over: !p.EndedOn.IsZero(), Tally: Tally{Count: 1}}
			if p.TotalInvestment != nil {
				t.Amount = *p.TotalInvestment
			}
			out = append(out, t)
		}
	}
	return out, err
}
