package org

import (
	"context"
	"fmt"
	"strings"
	"time"

	"sangu/domain"
)

// PersonFilter narrows the list of people.
type PersonFilter struct {
	Query  string // part of the name or login
	Name   string // the whole name
	UnitID domain.ID
	Role   Role
	Leader bool // only county and principal leaders
}

// PersonView is a person with the present posts, for lists and pickers.
type PersonView struct {
	Person
	Posts []Post
}

// PersonStore keeps people and posts.
type PersonStore interface {
	Person(ctx context.Context, id domain.ID) (Person, error)
	PersonByLogin(ctx context.Context, login string) (Person, error)
	People(ctx context.Context, f PersonFilter, p domain.Page, on domain.Date) (domain.Slice[PersonView], error)
	AddPerson(ctx context.Context, p Person) error
	SavePerson(ctx context.Context, p Person) error
	PostsOf(ctx context.Context, person domain.ID) ([]Post, error)
	Post(ctx context.Context, id domain.ID) (Post, error)
	AddPost(ctx context.Context, p Post) error
	SavePost(ctx context.Context, p Post) error
	// Holders counts the people who hold the role on the day.
	Holders(ctx context.Context, role Role, on domain.Date) (int, error)
}

// People is the service over people and their posts. Names and posts are no
// secret inside the office: everybody signed in reads them.
type People struct {
	Work      domain.Work
	store     PersonStore
	units     UnitStore
	Passwords Passwords
	Journal   domain.Journal
	Clock     domain.Clock
	IDs       domain.IDs
}

// NewPeople returns s, the service, with its stores filled in.
func NewPeople(store PersonStore, units UnitStore, s *People) *People {
	s.store, s.units = store, units
	return s
}

// List returns one page of people with their present posts.
func (s *People) List(ctx context.Context, f PersonFilter, p domain.Page) (domain.Slice[PersonView], error) {
	return s.store.People(ctx, f, p, domain.Today(s.Clock))
}

// Get returns one person with all posts, past ones too. It returns a KindNotFound
// error where there is none.
func (s *People) Get(ctx context.Context, id domain.ID) (PersonView, error) {
	p, err := s.store.Person(ctx, id)
	if err != nil {
		return PersonView{}, err
	}
	posts, err := s.store.PostsOf(ctx, id)
	return PersonView{p, posts}, err
}

// NewPerson is what a person is made from. Password may be empty: then the
// person cannot sign in.
type NewPerson struct {
	ID        domain.ID
	Name      string
	Login     string
	Password  string
	WorkPhone string
	WorkEmail string
}

// Add makes a person without posts; roles come from the security administrator.
// The same ID again returns the first result. It returns a KindForbidden error
// without the right person.manage, and a KindInvalid one for a weak password or a
// login that is taken.
func (s *People) Add(ctx context.Context, actor domain.Actor, n NewPerson) (v PersonView, err error) {
	if err := actor.Require(PersonManage); err != nil {
		return PersonView{}, err
	}
	hash, err := s.hash(ctx, n.Login, n.Password, n.Login != "")
	if err != nil {
		return PersonView{}, err
	}
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		v, err = s.add(ctx, actor, n, hash)
		return err
	})
	return v, err
}

func (s *People) add(ctx context.Context, actor domain.Actor, n NewPerson, hash string) (PersonView, error) {
	if !n.ID.IsZero() {
		if _, err := s.store.Person(ctx, n.ID); err == nil {
			return s.Get(ctx, n.ID)
		}
	} else {
		n.ID = s.IDs.New()
	}
	p := Person{ID: n.ID, Name: strings.TrimSpace(n.Name), Login: strings.ToLower(strings.TrimSpace(n.Login)), PasswordHash: hash,
		WorkPhone: NormalPhone(n.WorkPhone), WorkEmail: strings.TrimSpace(n.WorkEmail), Language: "zh-CN", Version: 1, CreatedAt: s.Clock.Now()}
	if err := p.Check(); err != nil {
		return PersonView{}, err
	}
	if err := s.store.AddPerson(ctx, p); err != nil {
		return PersonView{}, fmt.Errorf("add person: %w", err)
	}
	return PersonView{Person: p}, s.Journal.Record(ctx, actor, domain.Change{Action: "person.create",
		Subject: domain.Ref{Kind: domain.SubjectPerson, ID: p.ID}, Title: p.Name, After: p, Quiet: true})
}

// hash checks a new password and returns its hash. It is slow, so it runs outside
// any unit of work.
func (s *People) hash(ctx context.Context, login, password string, required bool) (string, error) {
	if password == "" && !required {
		return "", nil
	}
	if err := CheckPassword(login, password); err != nil {
		return "", err
	}
	return s.Passwords.Hash(ctx, password)
}

// PersonFacts is what may be changed of a person. Password empty keeps it.
type PersonFacts struct {
	Name      string
	Login     string
	WorkPhone string
	WorkEmail string
	Disabled  bool
	Password  string
	// Settled keeps a new password as it is; otherwise the person has to choose
	// one at the next sign-in.
	Settled bool
}

// Revise changes a person over the version read. It returns a KindForbidden error
// without the right person.manage, KindNotFound, KindStale where the version is
// another, and KindInvalid where a rule is broken.
func (s *People) Revise(ctx context.Context, actor domain.Actor, id domain.ID, version int, f PersonFacts) (v PersonView, err error) {
	if err := actor.Require(PersonManage); err != nil {
		return PersonView{}, err
	}
	hash, err := s.hash(ctx, f.Login, f.Password, false)
	if err != nil {
		return PersonView{}, err
	}
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		before, err := s.store.Person(ctx, id)
		if err != nil {
			return err
		}
		if before.Version != version {
			return domain.Stale(before)
		}
		p := before
		p.Name, p.Login = strings.TrimSpace(f.Name), strings.ToLower(strings.TrimSpace(f.Login))
		p.WorkPhone, p.WorkEmail = NormalPhone(f.WorkPhone), strings.TrimSpace(f.WorkEmail)
		if hash != "" {
			p.PasswordHash, p.MustChangePassword, p.FailedSignIns, p.LockedUntil = hash, !f.Settled, 0, time.Time{}
		}
		switch {
		case f.Disabled && p.DisabledAt.IsZero():
			p.DisabledAt = s.Clock.Now()
		case !f.Disabled:
			p.DisabledAt = time.Time{}
		}
		if err := p.Check(); err != nil {
			return err
		}
		if err := s.store.SavePerson(ctx, p); err != nil {
			return fmt.Errorf("save person %s: %w", id, err)
		}
		p.Version++
		v.Person = p
		if v.Posts, err = s.store.PostsOf(ctx, id); err != nil {
			return err
		}
		return s.Journal.Record(ctx, actor, domain.Change{Action: "person.update",
			Subject: domain.Ref{Kind: domain.SubjectPerson, ID: id}, Title: p.Name, Before: before, After: p, Quiet: true})
	})
	return v, err
}
