package goals

import (
	"context"
	"fmt"
	"slices"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/domain/reporting"
)

// ColourReader reads the rules of the lights.
type ColourReader interface {
	// Colours returns the rule set that holds: the standard one until the office sets its
	// own.
	Colours(ctx context.Context) (RuleSet, error)
}

// ColourStore stores the rules of the lights.
type ColourStore interface {
	ColourReader
	// VersionedColours returns the rule set with the version that a change is written over.
	VersionedColours(ctx context.Context) (domain.Versioned[RuleSet], error)
	// SaveColours writes the rule set over its version. It returns a KindStale error where
	// another one is stored.
	SaveColours(ctx context.Context, r domain.Versioned[RuleSet]) error
}

// LightService is the service of the lights of projects and of the rules that they are
// judged by.
type LightService struct {
	Reports *reporting.Reports
	store   ColourStore
	Work    domain.Work
	Journal domain.Journal
}

// NewLightService returns s, the service, with its store filled in.
func NewLightService(store ColourStore, s *LightService) *LightService {
	s.store = store
	return s
}

// Colours returns the rule set that holds, with the version that a change is written over.
func (s *LightService) Colours(ctx context.Context) (domain.Versioned[RuleSet], error) {
	return s.store.VersionedColours(ctx)
}

// SetColours replaces the rule set over the version that was read, and returns the new
// one. It returns a KindForbidden error unless the actor manages rules, a KindInvalid
// error where a step breaks a rule, and a KindStale error with the current rule set where
// it was changed since.
func (s *LightService) SetColours(ctx context.Context, actor domain.Actor,
	r domain.Versioned[RuleSet]) (out domain.Versioned[RuleSet], err error) {
	if err := actor.Require(org.RuleManage); err != nil {
		return out, err
	}
	if err := r.Value.Check(); err != nil {
		return out, err
	}
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		before, err := s.store.VersionedColours(ctx)
		if err != nil {
			return err
		}
		if err := r.Over(before); err != nil {
			return err
		}
		if err := s.store.SaveColours(ctx, r); err != nil {
			return fmt.Errorf("save colours: %w", err)
		}
		if out, err = s.store.VersionedColours(ctx); err != nil {
			return err
		}
		return s.Journal.Record(ctx, actor, domain.Change{Action: "colour.update", Subject: domain.Ref{Kind: domain.SubjectSetting},
			Title: r.Value.Name, After: r.Value, Quiet: true})
	})
	return out, err
}

// LightQuery narrows lights: to one colour, to projects on lists of key projects.
type LightQuery struct {
	Colour     Colour
	OnKeyLists bool
}

// Lights judges the projects of a selection that go on. Counts are of all of them, Items
// of the colour that q names. It returns a KindForbidden error unless the actor reads
// reports.
func (s *LightService) Lights(ctx context.Context, actor domain.Actor, f reporting.ReportFilter, q LightQuery) (Lights, error) {
	if err := actor.Require(org.ReportRead); err != nil {
		return Lights{}, err
	}
	rule, err := s.store.Colours(ctx)
	if err != nil {
		return Lights{}, err
	}
	cases, basis, err := s.Reports.Snapshots(ctx, actor, f)
	if err != nil {
		return Lights{}, err
	}
	if !f.AsOf.IsZero() {
		if err := s.Reports.Touch(ctx, cases, f.AsOf); err != nil {
			return Lights{}, err
		}
	}
	if q.OnKeyLists {
		cases = onKeyLists(cases)
	}
	out := LightsOf(cases, basis.Until, rule)
	out.Basis = basis
	if q.Colour != "" {
		out.Items = slices.DeleteFunc(out.Items, func(l ProjectLight) bool { return l.Light.Colour != q.Colour })
	}
	return out, nil
}
