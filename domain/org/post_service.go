package org

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"sangu/domain"
)

// NewPost is what a post is made from.
type NewPost struct {
	ID       domain.ID
	PersonID domain.ID
	UnitID   domain.ID
	Role     Role
	Title    string
	FromOn   domain.Date
	ToOn     domain.Date
	Main     bool
}

// Appoint makes a post of a person, from today where no day is named. The same ID
// again returns the first result. It returns an error as CanAppoint, CanHold and
// Post.Check do, KindNotFound for the person, and KindInvalid of "unit_id" for the
// unit.
func (s *People) Appoint(ctx context.Context, actor domain.Actor, n NewPost) (p Post, err error) {
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		p, err = s.appoint(ctx, actor, n)
		return err
	})
	return p, err
}

func (s *People) appoint(ctx context.Context, actor domain.Actor, n NewPost) (Post, error) {
	today := domain.Today(s.Clock)
	admins, err := s.store.Holders(ctx, SecurityAdmin, today)
	if err != nil {
		return Post{}, err
	}
	if err := CanAppoint(actor, n.Role, admins); err != nil {
		return Post{}, err
	}
	if n.ID.IsZero() {
		n.ID = s.IDs.New()
	} else if p, err := s.store.Post(ctx, n.ID); err == nil {
		return p, nil
	}
	person, err := s.store.Person(ctx, n.PersonID)
	if err != nil {
		return Post{}, err
	}
	unit, err := s.units.Unit(ctx, n.UnitID)
	if err != nil {
		return Post{}, domain.InvalidField("unit_id", "unit.unknown")
	}
	if n.FromOn.IsZero() {
		n.FromOn = today
	}
	p := Post{ID: n.ID, PersonID: n.PersonID, UnitID: n.UnitID, UnitName: unit.Name, Role: n.Role, Title: strings.TrimSpace(n.Title),
		FromOn: n.FromOn, ToOn: n.ToOn, Main: n.Main, Version: 1, CreatedAt: s.Clock.Now()}
	held, err := s.store.PostsOf(ctx, n.PersonID)
	if err != nil {
		return Post{}, err
	}
	var c domain.Check
	c.Add("", p.Check())
	c.Add("", CanHold(held, p, today))
	if err := c.Err(); err != nil {
		return Post{}, err
	}
	if len(held) == 0 {
		p.Main = true
	}
	if err := s.store.AddPost(ctx, p); err != nil {
		return Post{}, fmt.Errorf("add post: %w", err)
	}
	return p, s.Journal.Record(ctx, actor, domain.Change{Action: "post.appoint",
		Subject: domain.Ref{Kind: domain.SubjectPerson, ID: person.ID},
		Title:   person.Name, After: p, Quiet: true})
}

// Dismiss sets the last day of a post over the version read; the past stays as it
// was. It returns a KindForbidden, KindNotFound, KindStale or KindInvalid error.
func (s *People) Dismiss(ctx context.Context, actor domain.Actor, id domain.ID, version int, on domain.Date) (p Post, err error) {
	if err := actor.Require(RoleGrant); err != nil {
		return Post{}, err
	}
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		before, err := s.store.Post(ctx, id)
		if err != nil {
			return err
		}
		if before.Version != version {
			return domain.Stale(before)
		}
		p = before
		p.ToOn = on
		if err := p.Check(); err != nil {
			return err
		}
		if err := s.store.SavePost(ctx, p); err != nil {
			return fmt.Errorf("save post %s: %w", id, err)
		}
		p.Version++
		return s.Journal.Record(ctx, actor, domain.Change{Action: "post.dismiss", Subject: domain.Ref{Kind: domain.SubjectPerson, ID: p.PersonID},
			Before: before, After: p, Quiet: true})
	})
	return p, err
}

// Reinstate takes back that a post was ended, over the version read: it goes on
// until the day, or without an end. It returns a KindForbidden, KindNotFound,
// KindStale or KindInvalid error.
func (s *People) Reinstate(ctx context.Context, actor domain.Actor, id domain.ID, version int, until domain.Date) (p Post, err error) {
	if err := actor.Require(RoleGrant); err != nil {
		return Post{}, err
	}
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		before, err := s.store.Post(ctx, id)
		if err != nil {
			return err
		}
		if before.Version != version {
			return domain.Stale(before)
		}
		p = before
		p.ToOn = until
		held, err := s.store.PostsOf(ctx, p.PersonID)
		if err != nil {
			return err
		}
		held = slices.DeleteFunc(held, func(h Post) bool { return h.ID == p.ID })
		var c domain.Check
		c.Add("", p.Check())
		c.Add("", CanHold(held, p, domain.Today(s.Clock)))
		if err := c.Err(); err != nil {
			return err
		}
		if err := s.store.SavePost(ctx, p); err != nil {
			return fmt.Errorf("save post %s: %w", id, err)
		}
		p.Version++
		return s.Journal.Record(ctx, actor, domain.Change{Action: "post.reinstate",
			Subject: domain.Ref{Kind: domain.SubjectPerson, ID: p.PersonID},
			Before:  before, After: p, Quiet: true})
	})
	return p, err
}
