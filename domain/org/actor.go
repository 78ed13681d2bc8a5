package org

import (
	"context"
	"slices"

	"sangu/domain"
)

// ActorOf returns the actor of a person by the posts held on the day.
func ActorOf(p Person, posts []Post, units []Unit, today domain.Date) domain.Actor {
	a := domain.Actor{PersonID: p.ID, Name: p.Name, Lang: p.Language}
	for _, post := range posts {
		if !post.HeldOn(today) {
			continue
		}
		if a.UnitID.IsZero() || post.Main {
			a.UnitID = post.UnitID
		}
		for _, allow := range post.Role.Allowances() {
			g := domain.Grant{Role: string(post.Role), Rights: allow.Rights, Scope: allow.Scope, UnitID: post.UnitID}
			if allow.Scope == domain.ScopeUnit || allow.Scope == domain.ScopeSubtree {
				g.Units = reached(post.UnitID, units, allow.Scope)
			}
			a.Grants = append(a.Grants, g)
		}
	}
	return a
}

// reached returns the post's own unit, and for a subtree those below it. A unit's
// own offices and teams belong to the unit in either scope.
func reached(own domain.ID, units []Unit, scope domain.Scope) []domain.ID {
	out := []domain.ID{own}
	i := slices.IndexFunc(units, func(u Unit) bool { return u.ID == own })
	if i < 0 {
		return out
	}
	for _, u := range units {
		inner := scope == domain.ScopeSubtree || u.Kind == Office || u.Kind == Team
		if u.ID != own && inner && u.Below(units[i]) {
			out = append(out, u.ID)
		}
	}
	return out
}

// Of returns the actor of a person who is not at the screen, for work that goes on
// afterwards. It returns a KindNotFound error where there is no such person, and
// KindUnauthenticated for a disabled account.
func (s *Sessions) Of(ctx context.Context, person domain.ID) (domain.Actor, error) {
	return s.actor(ctx, person)
}

// actor returns what a person may do by the posts of today.
func (s *Sessions) actor(ctx context.Context, person domain.ID) (domain.Actor, error) {
	p, err := s.people.Person(ctx, person)
	if err != nil {
		return domain.Actor{}, err
	}
	if !p.DisabledAt.IsZero() {
		return domain.Actor{}, domain.Unauthenticated("session.required")
	}
	posts, err := s.people.PostsOf(ctx, person)
	if err != nil {
		return domain.Actor{}, err
	}
	units, err := s.units.Units(ctx)
	if err != nil {
		return domain.Actor{}, err
	}
	return ActorOf(p, posts, units, domain.Today(s.Clock)), nil
}
