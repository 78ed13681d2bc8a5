package reporting

import (
	"context"
	"reflect"
	"slices"
	"strings"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
)

// ScopeKind is what part of the county a report is of.
type ScopeKind string

// The scopes.
const (
	OfCounty ScopeKind = "county" // all of the county
	OfUnit   ScopeKind = "unit"   // what one unit answers for, or what its post sees
	OfOwn    ScopeKind = "own"    // the projects that a leader leads
	OfPart   ScopeKind = "part"   // any other selection
)

// Scope is what a report is of, as its reader has to be told. Unit is the name of
// the unit of OfUnit.
type Scope struct {
	Kind ScopeKind
	Unit string
}

// ComparableTargets are the year's targets that a report may be held against: the
// county's only where all of the county is counted, a unit's only where all that
// it is responsible for is. A part beside the target of the whole would look worse
// than it is, and is held against none.
type ComparableTargets struct {
	Scope
	Funds, Started *int64
	Units          map[domain.ID]int64 // of money in place
	// Breakdowns set the county's targets beside the sum of its units'; of the
	// county only.
	Breakdowns []TargetBreakdown
}

// ComparableTargets returns the targets of the year of the cut-off that a report
// by a resolved filter may be held against.
func (s *Reports) ComparableTargets(ctx context.Context, actor domain.Actor, f ReportFilter) (ComparableTargets, error) {
	out := ComparableTargets{Units: map[domain.ID]int64{}}
	names, err := s.store.UnitNames(ctx)
	if err != nil {
		return out, err
	}
	out.Scope = scopeOf(actor, f.Projects, names)
	unit := f.Projects.UnitID
	if out.Kind == OfPart || !f.Projects.SignedFrom.IsZero() || !f.Projects.SignedTo.IsZero() {
		return out, nil
	}
	targets, err := s.targets.Targets(ctx, f.Until.Year())
	if err != nil {
		return out, err
	}
	reach := actor.Reach(org.ProjectRead)
	for _, t := range targets {
		if !t.County && t.Indicator == "funds" && (unit.IsZero() || unit == t.UnitID) && (reach.All || slices.Contains(reach.Units, t.UnitID)) {
			out.Units[t.UnitID] = t.Value
		}
		if !unit.IsZero() && unit == t.UnitID {
			out.set(t.Indicator, t.Value)
		}
	}
	if out.Kind != OfCounty {
		return out, nil
	}
	if out.Breakdowns, err = s.breakdowns(ctx, targets); err != nil {
		return out, err
	}
	for _, a := range out.Breakdowns {
		if n, ok := a.Value(); ok {
			out.set(a.Indicator, n)
		}
	}
	return out, nil
}

// set takes the target of an indicator that reports are held against.
func (a *ComparableTargets) set(indicator string, n int64) {
	switch indicator {
	case "funds":
		a.Funds = &n
	case "started":
		a.Started = &n
	}
}

// scopeOf returns what the actor's report by a filter is of. The days of signing
// are the report's window, and do not narrow it.
func scopeOf(actor domain.Actor, f library.ProjectFilter, names map[domain.ID]string) Scope {
	f.SignedFrom, f.SignedTo = domain.Date{}, domain.Date{}
	reach, unit := actor.Reach(org.ProjectRead), f.UnitID
	switch {
	case !reflect.DeepEqual(f, library.ProjectFilter{UnitID: unit}):
		return Scope{Kind: OfPart}
	case !unit.IsZero() && (reach.All || slices.Contains(reach.Units, unit)):
		return Scope{OfUnit, names[unit]}
	case !unit.IsZero():
		return Scope{Kind: OfPart}
	case reach.All:
		return Scope{Kind: OfCounty}
	case len(reach.Units) > 0:
		return Scope{OfUnit, strings.Join(unitsOf(actor, names), "、")}
	case reach.Assigned:
		return Scope{Kind: OfOwn}
	}
	return Scope{Kind: OfPart}
}

// unitsOf returns the names of the units of the posts by which the actor sees
// projects.
func unitsOf(actor domain.Actor, names map[domain.ID]string) []string {
	var out []string
	for _, g := range actor.Grants {
		if slices.Contains(g.Rights, org.ProjectRead) && len(g.Units) > 0 && !slices.Contains(out, names[g.UnitID]) {
			out = append(out, names[g.UnitID])
		}
	}
	return out
}
