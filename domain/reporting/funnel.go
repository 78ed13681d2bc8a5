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
	// Denied 上报未认定 counts what goes on, and of which this is the first stage that
	// was claimed and that verifiers do not recognise; Reached does not count it.
	Denied Tally
}

// Funnel is how many projects came how far, with those that are over apart.
type Funnel struct {
	Basis
	Stages []FunnelStage
	Over   Tally
}

// StageTally is a number of projects at a stage.
type StageTally struct {
	Stage  library.Stage
	Denied library.Stage
	Over   bool
	Tally
}

// Funnel counts projects by how far they have come: as they are, or as they were
// on a day by what was known on another. It returns a KindForbidden error without
// the right to read reports, and a KindInvalid error by the rules of the filter.
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
			if t.Denied == stage && !t.Over {
				step.Denied = step.Denied.Plus(t.Tally)
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

// stageTallies lets the store count projects as they are now, and counts from
// histories otherwise.
func (s *Reports) stageTallies(ctx context.Context, actor domain.Actor, f ReportFilter, rule CountingRule) ([]StageTally, error) {
	if f.AsOf.IsZero() && f.Until == domain.Today(s.Clock) {
		return s.store.StageTallies(ctx, actor, f)
	}
	snapshots, err := s.replayed(ctx, actor, f, rule)
	var out []StageTally
	for _, p := range snapshots {
		if p.Stage != "" || p.Denied != "" {
			t := StageTally{Stage: p.Stage, Denied: p.Denied, Over: !p.EndedOn.IsZero(), Tally: Tally{Count: 1}}
			if p.TotalInvestment != nil {
				t.Amount = *p.TotalInvestment
			}
			out = append(out, t)
		}
	}
	return out, err
}
