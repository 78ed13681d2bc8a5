package apptest

import (
	"context"
	"io"
	"testing"

	"sangu/domain"
	"sangu/internal/app"
	"sangu/internal/pgtest"
	"sangu/repository/sqlkit"
)

// Bare returns a product on one database that holds nothing at all, on a clock
// that stands at noon of a day.
func Bare(t *testing.T, database, day string) *Product {
	t.Helper()
	return bare(t, database, day, nil)
}

func bare(t *testing.T, database, day string, ids domain.IDs) *Product {
	t.Helper()
	clock := &Clock{}
	clock.Set(day)
	o := sqlkit.Options{Clock: clock, IDs: ids}
	if database == "postgres" {
		o.URL = pgtest.DSN(t)
	} else {
		o.Dir = t.TempDir()
	}
	a, err := app.New(context.Background(), app.Options{Database: o, CheapPasswords: true})
	if err != nil {
		t.Fatalf("put the product together: %v", err)
	}
	t.Cleanup(func() {
		if err := a.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return &Product{App: a, T: t, Database: database, Clock: clock}
}

// Demo returns the demonstration county with its story, as of a day, on one
// database. Its people sign in with SignIn.
func Demo(t *testing.T, database, day string) *Product {
	t.Helper()
	p := Bare(t, database, day)
	if err := p.App.Demo(context.Background(), io.Discard); err != nil {
		t.Fatalf("fill the demonstration county: %v", err)
	}
	return p
}

// Repeatable is Demo with ids that are counted, so that it is the same product
// each time and on each database.
func Repeatable(t *testing.T, database, day string) *Product {
	t.Helper()
	p := bare(t, database, day, &IDs{})
	if err := p.App.Demo(context.Background(), io.Discard); err != nil {
		t.Fatalf("fill the demonstration county: %v", err)
	}
	return p
}

// SignIn returns somebody who is there already, signed in.
func (p *Product) SignIn(login, password string) *Person {
	p.T.Helper()
	who := &Person{p: p, login: login}
	who.Return(password)
	return who
}

// Return opens a new session by the person's own password.
func (who *Person) Return(password string) {
	p, login, ctx := who.p, who.login, context.Background()
	p.T.Helper()
	var err error
	_, who.token, err = p.Services.Sessions.SignIn(ctx, domain.Actor{}, login, password, "test")
	p.must(err)
	who.Actor, err = p.Services.Sessions.BySession(ctx, who.token)
	p.must(err)
	who.ID = who.Actor.PersonID
}
