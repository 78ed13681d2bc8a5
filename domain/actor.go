package domain

import "slices"

// Right is one thing a role may do, as "lead.write". A right on "x.read" also
// carries how far the actor sees among x.
type Right string

// Scope is how far a right reaches among rows.
type Scope int

// Scopes, widest last. Each holds what the actor owns besides.
const (
	ScopeNone     Scope = iota
	ScopeOwn            // rows the actor owns
	ScopeAssigned       // rows assigned to the actor, as a leader's own projects
	ScopeUnit           // rows of the post's unit
	ScopeSubtree        // rows of the post's unit and the units below it
	ScopeAll            // every row
)

// Grant is a set of rights with one scope: what one role on one post allows.
type Grant struct {
	Role   string
	Rights []Right
	Scope  Scope
	// UnitID is the post's unit.
	UnitID ID
	// Units are the units the scope reaches: the post's own, or its subtree.
	Units []ID
}

// Actor is who acts: a person with the grants of all present posts, and from
// where. The zero Actor sees nothing and may do nothing.
type Actor struct {
	PersonID ID
	Name     string
	// UnitID is the unit of the main post, credited when the actor reports.
	UnitID    ID
	Grants    []Grant
	Lang      string // "zh-CN" or "en"
	Address   string // where the request came from
	RequestID string
	// Bulk is true where many rows are written at once, as by an import: no
	// notices are made of each.
	Bulk bool
}

// Reach is how far one right reaches: the union over all grants that hold it.
type Reach struct {
	All      bool
	Units    []ID // rows of these units
	Assigned bool // rows assigned to the person
	Own      bool // rows the person owns
	PersonID ID
}

// Reach returns the union of the scopes of all grants that hold the right. It is
// the zero Reach, but for the person, where none does.
func (a Actor) Reach(right Right) Reach {
	r := Reach{PersonID: a.PersonID}
	for _, g := range a.Grants {
		if !slices.Contains(g.Rights, right) || g.Scope == ScopeNone {
			continue
		}
		r.Own = true
		switch g.Scope {
		case ScopeAll:
			r.All = true
		case ScopeSubtree, ScopeUnit:
			for _, u := range g.Units {
				if !slices.Contains(r.Units, u) {
					r.Units = append(r.Units, u)
				}
			}
			r.Assigned = true
		case ScopeAssigned:
			r.Assigned = true
		default:
			// What is not named here is dealt with after the switch.
		}
	}
	return r
}

// May reports whether some grant holds the right.
func (a Actor) May(right Right) bool {
	for _, g := range a.Grants {
		if slices.Contains(g.Rights, right) && g.Scope != ScopeNone {
			return true
		}
	}
	return false
}

// Require returns a KindForbidden error, which names the right, unless the actor
// holds it.
func (a Actor) Require(right Right) error {
	if a.May(right) {
		return nil
	}
	return Forbidden("actor.right_missing").With("right", string(right))
}

// Has reports whether the actor holds the role on some post.
func (a Actor) Has(role string) bool {
	return slices.ContainsFunc(a.Grants, func(g Grant) bool { return g.Role == role })
}

// RunAs returns the actor of the product itself, for the command line and for
// clock-driven work, with the rights on every row. The name tells which it is, as
// "system.import".
func RunAs(name string, rights ...Right) Actor {
	return Actor{Name: name, Lang: "zh-CN", Bulk: true, Grants: []Grant{{Role: "system", Rights: rights, Scope: ScopeAll}}}
}
