package org_test

import (
	"context"
	"testing"
	"time"

	"sangu/domain"
	"sangu/domain/org"
)

type clock time.Time

func (c clock) Now() time.Time { return time.Time(c) }

// work runs steps without a database.
type work struct{}

func (work) Do(ctx context.Context, fn func(ctx context.Context) error) error { return fn(ctx) }

// silent keeps no journal.
type silent struct{}

func (silent) Record(context.Context, domain.Actor, domain.Change) error { return nil }

// oneAccount knows one login.
type oneAccount struct {
	org.PersonStore
	person org.Person
}

func (a oneAccount) PersonByLogin(_ context.Context, login string) (org.Person, error) {
	if login == a.person.Login {
		return a.person, nil
	}
	return org.Person{}, domain.NotFound(domain.SubjectPerson)
}

func (a oneAccount) Person(context.Context, domain.ID) (org.Person, error) { return a.person, nil }
func (a oneAccount) SavePerson(context.Context, org.Person) error          { return nil }

// lost says of each token that there is none, whatever it returns beside.
type lost struct{ org.SessionStore }

func (lost) TokenByHash(context.Context, string) (org.Token, error) {
	return org.Token{ExpiresAt: time.Date(2099, 1, 1, 0, 0, 0, 0, time.UTC)}, domain.NotFound("token")
}

// plain keeps secrets as they are.
type plain struct{}

func (plain) New() (secret, hash string) { return "s", "s" }
func (plain) Hash(secret string) string  { return secret }

// anyPassword takes each password for right, or none.
type anyPassword bool

func (p anyPassword) Hash(context.Context, string) (string, error)          { return "h", nil }
func (p anyPassword) Matches(context.Context, string, string) (bool, error) { return bool(p), nil }

func TestAnAccountIsLockedUntilAMomentAndAnUnknownLoginNeverSignsIn(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 9, 1, 8, 0, 0, 0, time.UTC)
	signIn := func(login string, locked time.Time, right bool) error {
		people := oneAccount{person: org.Person{ID: "p", Login: "li", LockedUntil: locked}}
		sessions := org.NewSessions(nil, people, nil,
			&org.Sessions{Work: work{}, Passwords: anyPassword(right), Journal: silent{}, Clock: clock(now)})
		_, _, err := sessions.SignIn(context.Background(), domain.Actor{}, login, "x", "test")
		return err
	}
	holdRules(t, []rule{
		{"locked a moment longer", signIn("li", now.Add(1), true), "session.locked"},
		{"open at the moment that it is locked until", signIn("li", now, false), "session.refused"},
		{"an unknown login is refused, whatever its password is taken for", signIn("wang", time.Time{}, true), "session.refused"},
	})
}

func TestATokenThatIsNotThereIsRefused(t *testing.T) {
	t.Parallel()
	now := clock(time.Date(2026, 9, 1, 8, 0, 0, 0, time.UTC))
	sessions := org.NewSessions(lost{}, oneAccount{}, nil, &org.Sessions{Secrets: plain{}, Clock: now})
	_, err := sessions.ByToken(context.Background(), "s")
	holdRules(t, []rule{{"a token that is not there", err, "session.token_refused"}})
}
