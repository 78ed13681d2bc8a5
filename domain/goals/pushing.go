package goals

import (
	"context"
	"slices"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/domain/pipeline"
	"sangu/domain/pool"
)

// mostPushing is how many projects a desk shows.
const mostPushing = 8

// Charge says which projects are a person's to bring on: those led 包联, and for
// a post that moves stages those that its units answer for.
type Charge struct {
	PersonID domain.ID
	Units    []domain.ID
}

// ChargeOf is what the actor's posts make of it. An office that may move every
// project answers for its own unit's.
func ChargeOf(actor domain.Actor) Charge {
	c := Charge{PersonID: actor.PersonID}
	for _, g := range actor.Grants {
		if !slices.Contains(g.Rights, org.StageMove) {
			continue
		}
		if g.Scope == domain.ScopeAll {
			c.Units = append(c.Units, g.UnitID)
		} else {
			c.Units = append(c.Units, g.Units...)
		}
	}
	return c
}

// ChargeSums are the projects of a charge that go on: how many there are, how
// many have started, how many are red, and the money verified in place.
type ChargeSums struct {
	Projects, Started int
	Red               int // by their lights as they were last kept
	Verified          domain.Yuan
}

// Pushing is a project to bring on: where it stands, its light, and what the
// next stage still asks for.
type Pushing struct {
	Case    pipeline.Case
	Light   Light
	Next    pool.Stage // "" at the end
	Missing []pipeline.Requirement
}

// ChargeDesk is what a desk says of a person's projects, the worst light first.
type ChargeDesk struct {
	On    domain.Date
	Led   bool // the projects are a leader's and not a unit's
	Sums  ChargeSums
	Items []Pushing
}

// ChargeStore reads the projects of a charge, within the actor's scope.
type ChargeStore interface {
	// ChargeWorst gives the projects of a charge that go on and do not produce
	// yet, the worst light as it was last kept first.
	ChargeWorst(ctx context.Context, actor domain.Actor, c Charge, most int) ([]domain.ID, error)
	ChargeSums(ctx context.Context, actor domain.Actor, c Charge) (ChargeSums, error)
	// HeldBy gives what each project has, to be measured against gates.
	HeldBy(ctx context.Context, actor domain.Actor, projects []domain.ID) (map[domain.ID]pipeline.Held, error)
	Standings(ctx context.Context, actor domain.Actor, f pipeline.ReportFilter) ([]pipeline.Case, error)
	Colours(ctx context.Context) (RuleSet, error)
	Gates(ctx context.Context) (pipeline.Gates, error)
}

// Charges is the service of 待我推动的项目.
type Charges struct {
	Store ChargeStore
	Clock domain.Clock
}

// Desk gives the projects that the actor is to bring on.
func (s *Charges) Desk(ctx context.Context, actor domain.Actor) (ChargeDesk, error) {
	charge := ChargeOf(actor)
	out := ChargeDesk{On: domain.Today(s.Clock), Led: len(charge.Units) == 0}
	if !actor.May(org.ProjectRead) {
		return out, nil
	}
	var err error
	if out.Sums, err = s.Store.ChargeSums(ctx, actor, charge); err != nil {
		return out, err
	}
	ids, err := s.Store.ChargeWorst(ctx, actor, charge, mostPushing)
	if err != nil || len(ids) == 0 {
		return out, err
	}
	out.Items, err = s.push(ctx, actor, ids, out.On)
	return out, err
}

// push judges projects as they stand today and measures them against the gate
// of their next stage.
func (s *Charges) push(ctx context.Context, actor domain.Actor, ids []domain.ID, on domain.Date) ([]Pushing, error) {
	f := pipeline.ReportFilter{}
	f.Projects.IDs = ids
	cases, err := s.Store.Standings(ctx, actor, f)
	if err != nil {
		return nil, err
	}
	rules, err := s.Store.Colours(ctx)
	if err != nil {
		return nil, err
	}
	gates, err := s.Store.Gates(ctx)
	if err != nil {
		return nil, err
	}
	held, err := s.Store.HeldBy(ctx, actor, ids)
	if err != nil {
		return nil, err
	}
	var out []Pushing
	for _, l := range LightsOf(cases, on, rules).Items {
		p := Pushing{Case: l.Case, Light: l.Light, Next: pipeline.NextStage(l.Case.Stage)}
		for _, n := range gates.Toward(p.Next, held[l.Case.ProjectID]) {
			if !n.Met {
				p.Missing = append(p.Missing, n.Requirement)
			}
		}
		out = append(out, p)
	}
	return out, nil
}
