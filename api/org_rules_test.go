package api_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/internal/apptest"
)

// refusedBy returns an error as "path code" of each field, or its code where no
// field is named; "" for none.
func refusedBy(err error) string {
	e, ok := errors.AsType[*domain.Error](err)
	switch {
	case err == nil:
		return ""
	case !ok:
		return err.Error()
	case len(e.Fields) == 0:
		return e.Code
	}
	var out []string
	for _, f := range e.Fields {
		out = append(out, f.Path+" "+f.Code)
	}
	return strings.Join(out, ", ")
}

// holds tells of a step that was not refused by what it is to be refused by.
func holds(t *testing.T, name string, err error, want string) {
	t.Helper()
	if got := refusedBy(err); got != want {
		t.Errorf("%s: refused by %q, want %q", name, got, want)
	}
}

func TestTheServicesOfSigningInKeepTheRules(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		ctx := context.Background()
		sessions, people := p.Services.Sessions, p.Services.People
		officer, other, admin := p.Appoint(org.Officer, "县商务局"), p.Appoint(org.Officer, "县商务局"), p.Appoint(org.SystemAdmin, "赤城县")
		view, err := people.Get(ctx, officer.ID)
		if err != nil {
			t.Fatal(err)
		}
		signIn := func(password string) (string, error) {
			_, secret, err := sessions.SignIn(ctx, domain.Actor{}, view.Login, password, "test")
			return secret, err
		}
		secret, err := signIn(apptest.Password)
		holds(t, "the right password signs in", err, "")
		_, _, err = sessions.SignIn(ctx, domain.Actor{}, "nobody.at.all", apptest.Password, "test")
		holds(t, "an unknown login does not", err, "session.refused")
		_, err = sessions.BySession(ctx, "no such secret")
		holds(t, "a secret that was never given out is none", err, "session.required")

		token, tokenSecret, err := sessions.IssueToken(ctx, officer.Actor, "报表", org.MaxTokenLife)
		holds(t, "a token of the longest life", err, "")
		for name, c := range map[string]struct {
			name  string
			lasts time.Duration
			want  string
		}{
			"a token has a name":                 {" ", time.Hour, "name input.required"},
			"a token lasts":                      {"报表", 0, "days input.range"},
			"a token does not last for ever":     {"报表", org.MaxTokenLife + 1, "days input.range"},
			"every fault of a token is told":     {"", -1, "name input.required, days input.range"},
			"a token of a moment is a token too": {"报表", 1, ""},
		} {
			_, _, err := sessions.IssueToken(ctx, officer.Actor, c.name, c.lasts)
			holds(t, name, err, c.want)
		}
		_, err = sessions.ByToken(ctx, tokenSecret)
		holds(t, "a token acts for its person", err, "")
		_, err = sessions.ByToken(ctx, "no such token")
		holds(t, "another secret does not", err, "session.token_refused")
		holds(t, "nobody revokes another's token", sessions.RevokeToken(ctx, other.Actor, token.ID), "token.not_found")
		holds(t, "but the own one", sessions.RevokeToken(ctx, officer.Actor, token.ID), "")
		_, err = sessions.ByToken(ctx, tokenSecret)
		holds(t, "a token that was revoked is refused", err, "session.token_refused")

		holds(t, "the present password is asked for", sessions.ChangePassword(ctx, officer.Actor, "wrong", "Other-2026-pass"),
			"present person.password_wrong")
		holds(t, "the next one is strong", sessions.ChangePassword(ctx, officer.Actor, apptest.Password, "weak"), "password person.password_weak")

		_, feed, err := p.Services.Feeds.Issue(ctx, officer.Actor, false)
		holds(t, "a calendar is given out", err, "")
		for range org.MaxFailures {
			_, err = signIn("Wrong-2026-pass")
			holds(t, "a wrong password does not sign in", err, "session.refused")
		}
		_, err = signIn(apptest.Password)
		holds(t, "after five the account is locked", err, "session.locked")
		_, err = sessions.BySession(ctx, secret)
		holds(t, "who is in stays in", err, "")
		p.Clock.Set("2026-09-27")
		_, err = signIn(apptest.Password)
		holds(t, "the next day it is open", err, "")
		_, err = sessions.BySession(ctx, secret)
		holds(t, "yesterday's session has expired", err, "session.expired")

		fresh, err := signIn(apptest.Password)
		holds(t, "a session is opened again", err, "")
		view, err = people.Get(ctx, officer.ID)
		holds(t, "the person is read", err, "")
		_, err = people.Revise(ctx, admin.Actor, officer.ID, view.Version, org.PersonFacts{Name: view.Name, Login: view.Login, Disabled: true})
		holds(t, "the account is closed", err, "")
		_, err = signIn(apptest.Password)
		holds(t, "who has no account does not sign in", err, "session.refused")
		_, err = sessions.BySession(ctx, fresh)
		holds(t, "nor goes on", err, "session.required")
		_, _, err = p.Services.Feeds.BySecret(ctx, feed)
		holds(t, "nor reads the calendar", err, "calendar_feed.not_found")
	})
}

func TestTheServicesOfUnitsAndPeopleKeepTheRules(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		ctx := context.Background()
		units, people := p.Services.Units, p.Services.People
		officer, admin, security := p.Appoint(org.Officer, "县商务局"), p.Appoint(org.SystemAdmin, "赤城县"), p.Appoint(org.SecurityAdmin, "赤城县")
		county, bureau := p.Units["赤城县"], p.Units["县商务局"]
		add := func(who *apptest.Person, f org.UnitFacts) error {
			_, err := units.Add(ctx, who.Actor, "", f)
			return err
		}
		office := org.UnitFacts{ParentID: bureau.ID, Name: "招商三股", Kind: org.Office}
		holds(t, "a unit is added by the administrator", add(admin, office), "")
		holds(t, "and by nobody else", add(officer, office), "actor.right_missing")
		holds(t, "its parent is one there is", add(admin, org.UnitFacts{ParentID: admin.ID, Name: "飞地", Kind: org.Office}),
			"parent_id unit.parent_unknown")
		holds(t, "it keeps its own rules", add(admin, org.UnitFacts{ParentID: bureau.ID, Name: " ", Kind: "castle"}),
			"name input.required, kind input.enum")
		revise := func(who *apptest.Person, u org.Unit, parent domain.ID) error {
			_, err := units.Revise(ctx, who.Actor, u.ID, u.Version, org.UnitFacts{ParentID: parent, Name: u.Name, Kind: u.Kind})
			return err
		}
		holds(t, "a unit is not changed by others", revise(officer, bureau, county.ID), "actor.right_missing")
		holds(t, "a unit is not under itself", revise(admin, bureau, bureau.ID), "parent_id unit.parent_below")
		holds(t, "nor under what is below it", revise(admin, county, bureau.ID), "parent_id unit.parent_below")

		_, err := people.Add(ctx, officer.Actor, org.NewPerson{Name: "新人"})
		holds(t, "a person is not added by others", err, "actor.right_missing")
		_, err = people.Add(ctx, admin.Actor, org.NewPerson{Name: " "})
		holds(t, "a person keeps the rules", err, "name input.required")
		_, err = people.Add(ctx, admin.Actor, org.NewPerson{Name: "新人", Login: "newcomer", Password: "weak"})
		holds(t, "who signs in has a strong password", err, "password person.password_weak")
		added, err := people.Add(ctx, admin.Actor, org.NewPerson{Name: "新人"})
		holds(t, "a person is added by the administrator", err, "")
		_, err = people.Revise(ctx, officer.Actor, added.ID, added.Version, org.PersonFacts{Name: "新人"})
		holds(t, "a person is not changed by others", err, "actor.right_missing")
		_, err = people.Revise(ctx, admin.Actor, added.ID, added.Version, org.PersonFacts{Name: ""})
		holds(t, "a person changed keeps the rules", err, "name input.required")
		_, err = people.Revise(ctx, admin.Actor, added.ID, added.Version+1, org.PersonFacts{Name: "新人"})
		holds(t, "a person is changed over the version read", err, "record.stale")

		appoint := func(n org.NewPost) (org.Post, error) { return people.Appoint(ctx, security.Actor, n) }
		_, err = appoint(org.NewPost{PersonID: added.ID, UnitID: added.ID, Role: org.Officer})
		holds(t, "a post is in a unit there is", err, "unit_id unit.unknown")
		_, err = appoint(org.NewPost{PersonID: added.ID, UnitID: bureau.ID, Role: "mayor"})
		holds(t, "a post keeps its own rules", err, "role input.enum")
		post, err := appoint(org.NewPost{PersonID: added.ID, UnitID: bureau.ID, Role: org.Officer, FromOn: domain.MustDate("2026-09-01")})
		holds(t, "a post is given", err, "")
		_, err = people.Dismiss(ctx, admin.Actor, post.ID, post.Version, domain.MustDate("2026-09-20"))
		holds(t, "a post is not ended by others", err, "actor.right_missing")
		_, err = people.Dismiss(ctx, security.Actor, post.ID, post.Version+1, domain.MustDate("2026-09-20"))
		holds(t, "a post is ended over the version read", err, "record.stale")
		_, err = people.Dismiss(ctx, security.Actor, post.ID, post.Version, domain.MustDate("2026-08-31"))
		holds(t, "a post does not end before it begins", err, "to_on input.date_order")
		post, err = people.Dismiss(ctx, security.Actor, post.ID, post.Version, domain.MustDate("2026-09-20"))
		holds(t, "a post is ended", err, "")
		_, err = people.Reinstate(ctx, admin.Actor, post.ID, post.Version, domain.Date{})
		holds(t, "a post is not given back by others", err, "actor.right_missing")
		_, err = people.Reinstate(ctx, security.Actor, post.ID, post.Version+1, domain.Date{})
		holds(t, "a post is given back over the version read", err, "record.stale")
		_, err = people.Reinstate(ctx, security.Actor, post.ID, post.Version, domain.MustDate("2026-08-31"))
		holds(t, "nor does one that is given back", err, "to_on input.date_order")
		_, err = appoint(org.NewPost{PersonID: added.ID, UnitID: county.ID, Role: org.AuditAdmin})
		holds(t, "who holds no post any more becomes an administrator", err, "")
		_, err = people.Reinstate(ctx, security.Actor, post.ID, post.Version, domain.Date{})
		holds(t, "and gets no other post back", err, "role post.administrator_alone")
		_, err = p.Services.Auditing.List(ctx, officer.Actor, org.AuditFilter{}, domain.Page{})
		holds(t, "the audit is read by its administrator", err, "actor.right_missing")
	})
}
