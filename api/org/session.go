package org

import (
	"context"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/org"
)

type signInIn struct {
	Login    string `json:"login" text:"login" validate:"required,max=64"`
	Password string `json:"password" validate:"required,max=256"`
	Agent    string `header:"User-Agent" validate:"max=1000"`
}

// signedIn sets the cookie and answers who is signed in.
type signedIn struct {
	me
	secret string
	until  time.Time
	secure bool
}

func (s signedIn) Respond(c *gin.Context) {
	http.SetCookie(c.Writer, &http.Cookie{Name: kit.CookieName, Value: s.secret, Path: "/", Expires: s.until, HttpOnly: true,
		Secure: s.secure || c.Request.TLS != nil, SameSite: http.SameSiteLaxMode})
	c.JSON(http.StatusCreated, s.me)
}

func (s signedIn) Body() any { return s.me }

func (a *API) SignIn(ctx context.Context, actor domain.Actor, in signInIn) (signedIn, error) {
	session, secret, err := a.Sessions.SignIn(ctx, actor, in.Login, in.Password, in.Agent)
	if err != nil {
		return signedIn{}, err
	}
	who, err := a.Sessions.BySession(ctx, secret)
	if err != nil {
		return signedIn{}, err
	}
	m, err := a.meOf(ctx, who)
	return signedIn{me: m, secret: secret, until: session.ExpiresAt, secure: a.SecureCookie}, err
}

type signOutIn struct {
	Cookie string `header:"Cookie"`
}

func (a *API) SignOut(ctx context.Context, actor domain.Actor, in signOutIn) (kit.SignedOut, error) {
	r := http.Request{Header: http.Header{"Cookie": {in.Cookie}}}
	cookie, err := r.Cookie(kit.CookieName)
	if err != nil {
		return kit.SignedOut{}, nil //nolint:nilerr // without a cookie there is nothing to end
	}
	return kit.SignedOut{}, a.Sessions.SignOut(ctx, actor, cookie.Value)
}

type demoAccountsOut struct {
	Items []kit.DemoAccount `json:"items" required:"true"`
}

func (a *API) ListDemoAccounts(_ context.Context, _ domain.Actor, _ struct{}) (demoAccountsOut, error) {
	return demoAccountsOut{append([]kit.DemoAccount{}, a.DemoAccounts...)}, nil
}

// me is the person who is signed in, with what the shell has to know.
type me struct {
	ID         domain.ID `json:"id" required:"true"`
	Name       string    `json:"name" required:"true"`
	UnitID     domain.ID `json:"unit_id,omitempty"`
	UnitName   string    `json:"unit_name" required:"true"`
	Title      string    `json:"title" required:"true"`
	Language   string    `json:"language" required:"true"`
	MustChange bool      `json:"must_change" required:"true"`
	Roles      []string  `json:"roles" required:"true"`
	Rights     []string  `json:"rights" required:"true"`
	Posts      []postOut `json:"posts" required:"true"`
	CountyName string    `json:"county_name" required:"true"`
	Demo       bool      `json:"demo" required:"true"`
	Today      string    `json:"today" required:"true" description:"the business date in UTC+8"`
}

func (a *API) GetMe(ctx context.Context, actor domain.Actor, _ struct{}) (me, error) {
	return a.meOf(ctx, actor)
}

func (a *API) meOf(ctx context.Context, actor domain.Actor) (me, error) {
	view, err := a.People.Get(ctx, actor.PersonID)
	if err != nil {
		return me{}, err
	}
	profile, err := a.Setup.Profile(ctx)
	if err != nil {
		return me{}, err
	}
	today := domain.Today(a.People.Clock)
	m := me{ID: view.ID, Name: view.Name, UnitID: actor.UnitID, Language: view.Language, MustChange: view.MustChangePassword,
		Roles: []string{}, Rights: []string{}, Posts: []postOut{}, CountyName: profile.CountyName, Demo: profile.Demo, Today: today.String()}
	for _, p := range view.Posts {
		if !p.HeldOn(today) {
			continue
		}
		m.Posts = append(m.Posts, PostFrom(p))
		m.Roles = append(m.Roles, string(p.Role))
		if p.UnitID == actor.UnitID {
			m.UnitName, m.Title = p.UnitName, p.Title
		}
	}
	for _, r := range org.AllRights() {
		if actor.May(r) {
			m.Rights = append(m.Rights, string(r))
		}
	}
	return m, nil
}

type passwordIn struct {
	Present string `json:"present" validate:"required,max=256"`
	Next    string `json:"next" validate:"required,max=256"`
}

func (a *API) ChangePassword(ctx context.Context, actor domain.Actor, in passwordIn) (kit.NoContent, error) {
	return kit.NoContent{}, a.Sessions.ChangePassword(ctx, actor, in.Present, in.Next)
}
