package reporting

import (
	"context"
	"slices"
	"strings"

	"sangu/domain"
	"sangu/domain/org"
)

// TargetBreakdown sets a year's target of the county beside the sum of its units'
// targets (R50): the sum must reach it, and no unit be without one.
type TargetBreakdown struct {
	Indicator string
	County    *int64 // nil where the county itself has none
	Units     int64  // the sum over units; one under another that has a target is in that one's
	N         int    // how many units it is the sum of
	// Without names the units that have none, nor one above or below them; of those
	// under each other the one above.
	Without []string
}

// Gap returns how much of the county's target the units' targets lack; below 0
// they exceed it.
func (a TargetBreakdown) Gap() int64 {
	if a.County == nil {
		return 0
	}
	return *a.County - a.Units
}

// Value returns the target of the whole: the county's own, or else the units' sum;
// ok is false where there is neither.
func (a TargetBreakdown) Value() (int64, bool) {
	if a.County != nil {
		return *a.County, true
	}
	return a.Units, a.N > 0
}

// UnitPlace is a unit with its place in the tree: the IDs from the top, each ended
// by "/".
type UnitPlace struct {
	Name, Path string
	Top        bool
}

// TargetBreakdowns returns the breakdown of every indicator that has a target in a
// year. It returns a KindForbidden error without the right to read reports.
func (s *Reports) TargetBreakdowns(ctx context.Context, actor domain.Actor, year int) ([]TargetBreakdown, error) {
	if err := actor.Require(org.ReportRead); err != nil {
		return nil, err
	}
	targets, err := s.targets.Targets(ctx, year)
	if err != nil {
		return nil, err
	}
	return s.breakdowns(ctx, targets)
}

// breakdowns returns the breakdown of every indicator that has one of the targets.
func (s *Reports) breakdowns(ctx context.Context, targets []Target) ([]TargetBreakdown, error) {
	units, err := s.targets.UnitPlaces(ctx)
	if err != nil {
		return nil, err
	}
	var out []TargetBreakdown
	for _, indicator := range Indicators() {
		of := slices.DeleteFunc(slices.Clone(targets), func(t Target) bool { return t.Indicator != indicator })
		if len(of) > 0 {
			out = append(out, breakDown(indicator, of, units))
		}
	}
	return out, nil
}

// breakDown returns the breakdown of the targets of one indicator.
func breakDown(indicator string, targets []Target, units []UnitPlace) TargetBreakdown {
	a := TargetBreakdown{Indicator: indicator}
	var bare []string // paths of those without
	for _, t := range targets {
		switch {
		case t.County:
			county := t.Value
			a.County = &county
		case !slices.ContainsFunc(targets, func(o Target) bool { return !o.County && o.Path != t.Path && strings.HasPrefix(t.Path, o.Path) }):
			a.Units += t.Value
			a.N++
		}
	}
	above := func(path string) bool {
		return slices.ContainsFunc(bare, func(p string) bool { return strings.HasPrefix(path, p) })
	}
	for _, u := range units {
		given := slices.ContainsFunc(targets, func(t Target) bool {
			return !t.County && (strings.HasPrefix(u.Path, t.Path) || strings.HasPrefix(t.Path, u.Path))
		})
		if !u.Top && !given && !above(u.Path) {
			a.Without, bare = append(a.Without, u.Name), append(bare, u.Path)
		}
	}
	return a
}
