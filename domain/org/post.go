package org

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"sangu/domain"
)

// Post is a person's place in a unit, with the role it gives, from day to day.
// A person may hold several at once.
type Post struct {
	ID       domain.ID
	PersonID domain.ID
	UnitID   domain.ID
	// UnitName is the unit's name, given with reads.
	UnitName string
	Role     Role
	// Title is the post's own name, as "副县长" or "招商一股股长".
	Title  string
	FromOn domain.Date
	// ToOn is the last day, zero while it goes on.
	ToOn domain.Date
	// Main marks the post whose unit is credited when the person reports.
	Main      bool
	Version   int
	CreatedAt time.Time
}

// HeldOn reports whether the post is held on the day.
func (p Post) HeldOn(d domain.Date) bool {
	return !p.FromOn.After(d) && (p.ToOn.IsZero() || !p.ToOn.Before(d))
}

// Check gives the rules a post breaks by itself.
func (p Post) Check() error {
	var c domain.Check
	c.That(p.Role.Known(), "role", "input.enum", "allowed", Roles())
	c.That(!p.FromOn.IsZero(), "from_on", "input.required")
	c.That(p.ToOn.IsZero() || !p.ToOn.Before(p.FromOn), "to_on", "input.date_order")
	return c.Err()
}

// CanHold refuses a post that would join an administrator's role with any
// other, now or later: the three administrators 三员 are mutually exclusive.
func CanHold(held []Post, p Post, today domain.Date) error {
	for _, h := range held {
		over := !h.ToOn.IsZero() && h.ToOn.Before(today)
		if over || h.ID == p.ID || h.Role == p.Role {
			continue
		}
		if h.Role.Administrator() || p.Role.Administrator() {
			return domain.InvalidField("role", "post.administrator_alone")
		}
	}
	return nil
}

// CanAppoint says whether the actor may give the role. The security
// administrator grants; until there is one, the system administrator of the
// first set-up may appoint the security and the audit administrator.
func CanAppoint(actor domain.Actor, role Role, securityAdmins int) error {
	if actor.May(RoleGrant) {
		return nil
	}
	founding := actor.May(PersonManage) && securityAdmins == 0 && (role == SecurityAdmin || role == AuditAdmin)
	if founding {
		return nil
	}
	return domain.Forbidden("post.needs_security_admin")
}

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

// Appoint gives a person a post.
func (s *People) Appoint(ctx context.Context, actor domain.Actor, n NewPost) (p Post, err error) {
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		p, err = s.appoint(ctx, actor, n)
		return err
	})
	return p, err
}

func (s *People) appoint(ctx context.Context, actor domain.Actor, n NewPost) (Post, error) {
	today := domain.Today(s.Clock)
	admins, err := s.Store.Holders(ctx, SecurityAdmin, today)
	if err != nil {
		return Post{}, err
	}
	if err := CanAppoint(actor, n.Role, admins); err != nil {
		return Post{}, err
	}
	if n.ID.IsZero() {
		n.ID = s.IDs.New()
	} else if p, err := s.Store.Post(ctx, n.ID); err == nil {
		return p, nil
	}
	person, err := s.Store.Person(ctx, n.PersonID)
	if err != nil {
		return Post{}, err
	}
	unit, err := s.Units.Unit(ctx, n.UnitID)
	if err != nil {
		return Post{}, domain.InvalidField("unit_id", "unit.unknown")
	}
	if n.FromOn.IsZero() {
		n.FromOn = today
	}
	p := Post{ID: n.ID, PersonID: n.PersonID, UnitID: n.UnitID, UnitName: unit.Name, Role: n.Role, Title: strings.TrimSpace(n.Title),
		FromOn: n.FromOn, ToOn: n.ToOn, Main: n.Main, Version: 1, CreatedAt: s.Clock.Now()}
	held, err := s.Store.PostsOf(ctx, n.PersonID)
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
	if err := s.Store.AddPost(ctx, p); err != nil {
		return Post{}, fmt.Errorf("add post: %w", err)
	}
	return p, s.Journal.Record(ctx, actor, domain.Change{Action: "post.appoint", Subject: domain.Ref{Kind: domain.SubjectPerson, ID: person.ID},
		Title: person.Name, After: p, Quiet: true})
}

// Dismiss ends a post on the day; the past stays as it was.
func (s *People) Dismiss(ctx context.Context, actor domain.Actor, id domain.ID, version int, on domain.Date) (p Post, err error) {
	if err := actor.Require(RoleGrant); err != nil {
		return Post{}, err
	}
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		before, err := s.Store.Post(ctx, id)
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
		if err := s.Store.SavePost(ctx, p); err != nil {
			return fmt.Errorf("save post %s: %w", id, err)
		}
		p.Version++
		return s.Journal.Record(ctx, actor, domain.Change{Action: "post.dismiss", Subject: domain.Ref{Kind: domain.SubjectPerson, ID: p.PersonID},
			Before: before, After: p, Quiet: true})
	})
	return p, err
}

// Reinstate takes back that a post was ended: it goes on to the day it was given
// until before, or without an end.
func (s *People) Reinstate(ctx context.Context, actor domain.Actor, id domain.ID, version int, until domain.Date) (p Post, err error) {
	if err := actor.Require(RoleGrant); err != nil {
		return Post{}, err
	}
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		before, err := s.Store.Post(ctx, id)
		if err != nil {
			return err
		}
		if before.Version != version {
			return domain.Stale(before)
		}
		p = before
		p.ToOn = until
		held, err := s.Store.PostsOf(ctx, p.PersonID)
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
		if err := s.Store.SavePost(ctx, p); err != nil {
			return fmt.Errorf("save post %s: %w", id, err)
		}
		p.Version++
		return s.Journal.Record(ctx, actor, domain.Change{Action: "post.reinstate", Subject: domain.Ref{Kind: domain.SubjectPerson, ID: p.PersonID},
			Before: before, After: p, Quiet: true})
	})
	return p, err
}
