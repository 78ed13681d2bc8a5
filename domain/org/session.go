package org

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"sangu/domain"
)

// Sign-in policy, usual values of domain.md §6.7.
const (
	MinPassword     = 8
	MaxFailures     = 5
	LockFor         = 15 * time.Minute
	SessionLasts    = 12 * time.Hour
	SessionIdle     = 2 * time.Hour
	TokenLongest    = 365 * 24 * time.Hour
	touchNoOftener  = time.Minute
	passwordClasses = 3
)

// Session is one signed-in browser. ID is the hash of the secret it holds.
type Session struct {
	ID        string `audit:"secret"`
	PersonID  domain.ID
	CreatedAt time.Time
	SeenAt    time.Time
	ExpiresAt time.Time
	Address   string
	Agent     string
	Epoch     int
}

// Live reports whether the session still holds at the instant.
func (s Session) Live(now time.Time) bool {
	return now.Before(s.ExpiresAt) && now.Sub(s.SeenAt) < SessionIdle
}

// Token lets a program act as a person, within that person's rights.
type Token struct {
	ID        domain.ID
	PersonID  domain.ID
	Name      string
	Hash      string `audit:"secret"`
	CreatedAt time.Time
	ExpiresAt time.Time
	RevokedAt time.Time
	Epoch     int
}

// Live reports whether the token still holds at the instant.
func (t Token) Live(now time.Time) bool { return t.RevokedAt.IsZero() && now.Before(t.ExpiresAt) }

// SessionStore keeps sessions and tokens.
type SessionStore interface {
	// Session and TokenByHash also give the epoch of the organisation: a number
	// that every change of people, posts or units raises.
	Session(ctx context.Context, id string) (Session, error)
	AddSession(ctx context.Context, s Session) error
	TouchSession(ctx context.Context, id string, at time.Time) error
	EndSession(ctx context.Context, id string) error
	TokenByHash(ctx context.Context, hash string) (Token, error)
	Token(ctx context.Context, id domain.ID) (Token, error)
	TokensOf(ctx context.Context, person domain.ID) ([]Token, error)
	AddToken(ctx context.Context, t Token) error
	RevokeToken(ctx context.Context, id domain.ID, at time.Time) error
}

// Secrets makes random secrets and their hashes.
type Secrets interface {
	New() (secret, hash string)
	Hash(secret string) string
}

// Sessions is the service of sign-in, and of who an incoming request acts as.
type Sessions struct {
	Work      domain.Work
	Store     SessionStore
	People    PersonStore
	Units     UnitStore
	Passwords Passwords
	Secrets   Secrets
	Journal   domain.Journal
	Clock     domain.Clock
	IDs       domain.IDs
	known     knownActors
}

// CheckPassword holds the password rule: length, three of four classes, and
// not the login itself.
func CheckPassword(login, password string) error {
	var classes [4]bool
	for _, r := range password {
		switch {
		case unicode.IsLower(r):
			classes[0] = true
		case unicode.IsUpper(r):
			classes[1] = true
		case unicode.IsDigit(r):
			classes[2] = true
		default:
			classes[3] = true
		}
	}
	n := 0
	for _, c := range classes {
		if c {
			n++
		}
	}
	short := len([]rune(password)) < MinPassword
	same := login != "" && strings.Contains(strings.ToLower(password), strings.ToLower(login))
	if short || n < passwordClasses || same || len(password) > 256 {
		return domain.InvalidField("password", "person.password_weak", "min", MinPassword)
	}
	return nil
}

// SignIn proves login and password and opens a session. Every failure gives
// the same error, whatever its reason, but for a locked account. The secret is
// for the cookie; only its hash is kept.
func (s *Sessions) SignIn(ctx context.Context, from domain.Actor, login, password, agent string) (Session, string, error) {
	login = strings.ToLower(strings.TrimSpace(login))
	person, err := s.People.PersonByLogin(ctx, login)
	if err != nil && !domain.IsKind(err, domain.KindNotFound) {
		return Session{}, "", err
	}
	known := err == nil
	now := s.Clock.Now()
	if known && now.Before(person.LockedUntil) {
		s.refuse(ctx, from, person, false)
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
	session := Session{ID: hash, PersonID: person.ID, CreatedAt: now, SeenAt: now, ExpiresAt: now.Add(SessionLasts), Address: from.Address,
		Agent: agent}
	from.PersonID, from.Name = person.ID, person.Name
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		fresh, err := s.People.Person(ctx, person.ID)
		if err != nil {
			return err
		}
		if fresh.FailedSignIns > 0 {
			fresh.FailedSignIns, fresh.LockedUntil = 0, time.Time{}
			if err := s.People.SavePerson(ctx, fresh); err != nil {
				return err
			}
		}
		if err := s.Store.AddSession(ctx, session); err != nil {
			return fmt.Errorf("open session: %w", err)
		}
		return s.Journal.Record(ctx, from, domain.Change{Action: "session.sign_in", Subject: domain.Ref{Kind: domain.SubjectPerson, ID: person.ID},
			Title: person.Name, Quiet: true})
	})
	return session, secret, err
}

// refuse notes a failed sign-in in the audit and counts it against the account.
func (s *Sessions) refuse(ctx context.Context, from domain.Actor, p Person, counts bool) error {
	from.Name = p.Name
	return s.Work.Do(ctx, func(ctx context.Context) error {
		if counts {
			fresh, err := s.People.Person(ctx, p.ID)
			if err != nil {
				return err
			}
			fresh.FailedSignIns++
			if fresh.FailedSignIns >= MaxFailures {
				fresh.FailedSignIns, fresh.LockedUntil = 0, s.Clock.Now().Add(LockFor)
			}
			if err := s.People.SavePerson(ctx, fresh); err != nil {
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
		if err := s.Store.EndSession(ctx, s.Secrets.Hash(secret)); err != nil {
			return err
		}
		return s.Journal.Record(ctx, actor, domain.Change{Action: "session.sign_out", Subject: domain.Ref{Kind: domain.SubjectPerson, ID: actor.PersonID},
			Title: actor.Name, Quiet: true})
	})
}

// BySession gives the actor of a browser's secret.
func (s *Sessions) BySession(ctx context.Context, secret string) (domain.Actor, error) {
	hash, now := s.Secrets.Hash(secret), s.Clock.Now()
	session, err := s.Store.Session(ctx, hash)
	if err != nil {
		if domain.IsKind(err, domain.KindNotFound) {
			return domain.Actor{}, domain.Unauthenticated("session.required")
		}
		return domain.Actor{}, err
	}
	if !session.Live(now) {
		return domain.Actor{}, domain.Unauthenticated("session.expired")
	}
	if now.Sub(session.SeenAt) > touchNoOftener {
		if err := s.Work.Do(ctx, func(ctx context.Context) error { return s.Store.TouchSession(ctx, hash, now) }); err != nil {
			return domain.Actor{}, err
		}
	}
	return s.known.of(session.PersonID, session.Epoch, domain.DateOf(now),
		func() (domain.Actor, error) { return s.actor(ctx, session.PersonID) })
}

// ByToken gives the actor of a program's token.
func (s *Sessions) ByToken(ctx context.Context, secret string) (domain.Actor, error) {
	t, err := s.Store.TokenByHash(ctx, s.Secrets.Hash(secret))
	if err != nil && !domain.IsKind(err, domain.KindNotFound) {
		return domain.Actor{}, err
	}
	now := s.Clock.Now()
	if err != nil || !t.Live(now) {
		return domain.Actor{}, domain.Unauthenticated("session.token_refused")
	}
	return s.known.of(t.PersonID, t.Epoch, domain.DateOf(now), func() (domain.Actor, error) { return s.actor(ctx, t.PersonID) })
}

// Of gives the actor of a person who is not at the screen, for work that goes
// on after them.
func (s *Sessions) Of(ctx context.Context, person domain.ID) (domain.Actor, error) {
	return s.actor(ctx, person)
}

// actor puts together what a person may do by the posts of today.
func (s *Sessions) actor(ctx context.Context, person domain.ID) (domain.Actor, error) {
	p, err := s.People.Person(ctx, person)
	if err != nil {
		return domain.Actor{}, err
	}
	if !p.DisabledAt.IsZero() {
		return domain.Actor{}, domain.Unauthenticated("session.required")
	}
	posts, err := s.People.PostsOf(ctx, person)
	if err != nil {
		return domain.Actor{}, err
	}
	units, err := s.Units.Units(ctx)
	if err != nil {
		return domain.Actor{}, err
	}
	return ActorOf(p, posts, units, domain.Today(s.Clock)), nil
}

// ActorOf makes the actor of a person from the posts held on the day.
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

// reached gives the post's own unit, and for a subtree those below it. A
// unit's own offices and teams belong to the unit in either scope.
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
