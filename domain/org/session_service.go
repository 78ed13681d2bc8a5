package org

import (
	"context"
	"fmt"
	"strings"
	"time"

	"sangu/domain"
)

// Secrets makes random secrets and their hashes.
type Secrets interface {
	New() (secret, hash string)
	Hash(secret string) string
}

// Sessions is the service of sign-in, and of who an incoming request acts as.
type Sessions struct {
	Work      domain.Work
	store     SessionStore
	people    PersonStore
	units     UnitStore
	Passwords Passwords
	Secrets   Secrets
	Journal   domain.Journal
	Clock     domain.Clock
	IDs       domain.IDs
	actors    actorCache
}

// NewSessions returns s, the service, with its stores filled in.
func NewSessions(store SessionStore, people PersonStore, units UnitStore, s *Sessions) *Sessions {
	s.store, s.people, s.units = store, people, units
	return s
}

// SignIn opens a session for a login and password and returns it with the secret
// for the cookie, of which only the hash is kept. It returns a KindUnauthenticated
// error coded "session.locked" for a locked account, and "session.refused" in
// every other case, so that nothing is learned of why.
func (s *Sessions) SignIn(ctx context.Context, from domain.Actor, login, password, agent string) (Session, string, error) {
	login = strings.ToLower(strings.TrimSpace(login))
	person, err := s.people.PersonByLogin(ctx, login)
	if err != nil && !domain.IsKind(err, domain.KindNotFound) {
		return Session{}, "", err
	}
	known := err == nil
	now := s.Clock.Now()
	if known && now.Before(person.LockedUntil) {
		if err := s.refuse(ctx, from, person, false); err != nil {
			return Session{}, "", err
		}
		return Session{}, "", domain.Unauthenticated("session.locked")
	}
	// An unknown login is hashed for all the same, so that time tells nothing.
	right, err := s.Passwords.Matches(ctx, password, person.PasswordHash)
	if err != nil {
		return Session{}, "", err
	}
	if !known || !right || !person.DisabledAt.IsZero() {
		if err := s.refuse(ctx, from, Person{ID: person.ID, Name: login}, known && !right); err != nil {
			return Session{}, "", err
		}
		return Session{}, "", domain.Unauthenticated("session.refused")
	}
	secret, hash := s.Secrets.New()
	session := Session{ID: hash, PersonID: person.ID, CreatedAt: now, SeenAt: now, ExpiresAt: now.Add(SessionLife), Address: from.Address,
		Agent: agent}
	from.PersonID, from.Name = person.ID, person.Name
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		fresh, err := s.people.Person(ctx, person.ID)
		if err != nil {
			return err
		}
		if fresh.FailedSignIns > 0 {
			fresh.FailedSignIns, fresh.LockedUntil = 0, time.Time{}
			if err := s.people.SavePerson(ctx, fresh); err != nil {
				return err
			}
		}
		if err := s.store.AddSession(ctx, session); err != nil {
			return fmt.Errorf("open session: %w", err)
		}
		return s.Journal.Record(ctx, from, domain.Change{Action: "session.sign_in",
			Subject: domain.Ref{Kind: domain.SubjectPerson, ID: person.ID},
			Title:   person.Name, Quiet: true})
	})
	return session, secret, err
}

// refuse records a failed sign-in in the audit, and counts it against the account
// where counts is true: MaxFailures of them lock it for LockDuration.
func (s *Sessions) refuse(ctx context.Context, from domain.Actor, p Person, counts bool) error {
	from.Name = p.Name
	return s.Work.Do(ctx, func(ctx context.Context) error {
		if counts {
			fresh, err := s.people.Person(ctx, p.ID)
			if err != nil {
				return err
			}
			fresh.FailedSignIns++
			if fresh.FailedSignIns >= MaxFailures {
				fresh.FailedSignIns, fresh.LockedUntil = 0, s.Clock.Now().Add(LockDuration)
			}
			if err := s.people.SavePerson(ctx, fresh); err != nil {
				return err
			}
		}
		return s.Journal.Record(ctx, from, domain.Change{Action: "session.refused", Subject: domain.Ref{Kind: domain.SubjectPerson, ID: p.ID},
			Title: p.Name, Quiet: true})
	})
}

// SignOut ends the session of the secret.
func (s *Sessions) SignOut(ctx context.Context, actor domain.Actor, secret string) error {
	return s.Work.Do(ctx, func(ctx context.Context) error {
		if err := s.store.EndSession(ctx, s.Secrets.Hash(secret)); err != nil {
			return err
		}
		return s.Journal.Record(ctx, actor, domain.Change{Action: "session.sign_out",
			Subject: domain.Ref{Kind: domain.SubjectPerson, ID: actor.PersonID},
			Title:   actor.Name, Quiet: true})
	})
}

// BySession returns the actor of a browser's secret. It returns a
// KindUnauthenticated error where there is no such session, it has expired, or the
// account is disabled.
func (s *Sessions) BySession(ctx context.Context, secret string) (domain.Actor, error) {
	hash, now := s.Secrets.Hash(secret), s.Clock.Now()
	session, err := s.store.Session(ctx, hash)
	if err != nil {
		if domain.IsKind(err, domain.KindNotFound) {
			return domain.Actor{}, domain.Unauthenticated("session.required")
		}
		return domain.Actor{}, err
	}
	if !session.Live(now) {
		return domain.Actor{}, domain.Unauthenticated("session.expired")
	}
	if now.Sub(session.SeenAt) > minTouchInterval {
		if err := s.Work.Do(ctx, func(ctx context.Context) error { return s.store.TouchSession(ctx, hash, now) }); err != nil {
			return domain.Actor{}, err
		}
	}
	return s.actors.get(session.PersonID, session.Epoch, domain.DateOf(now),
		func() (domain.Actor, error) { return s.actor(ctx, session.PersonID) })
}

// ByToken returns the actor of a program's token. It returns a KindUnauthenticated
// error where there is no such token, or it has expired or was revoked.
func (s *Sessions) ByToken(ctx context.Context, secret string) (domain.Actor, error) {
	t, err := s.store.TokenByHash(ctx, s.Secrets.Hash(secret))
	if err != nil && !domain.IsKind(err, domain.KindNotFound) {
		return domain.Actor{}, err
	}
	now := s.Clock.Now()
	if err != nil || !t.Live(now) {
		return domain.Actor{}, domain.Unauthenticated("session.token_refused")
	}
	return s.actors.get(t.PersonID, t.Epoch, domain.DateOf(now), func() (domain.Actor, error) { return s.actor(ctx, t.PersonID) })
}
