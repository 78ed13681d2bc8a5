package org

import (
	"context"
	"time"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/org"
)

type tokenOut struct {
	ID        domain.ID  `json:"id" required:"true"`
	Name      string     `json:"name" required:"true"`
	CreatedAt time.Time  `json:"created_at" required:"true"`
	ExpiresAt time.Time  `json:"expires_at" required:"true"`
	RevokedAt *time.Time `json:"revoked_at,omitempty"`
	Secret    string     `json:"secret,omitempty" description:"given once, with the answer that makes the token"`
}

func tokenFrom(t org.Token) tokenOut {
	out := tokenOut{ID: t.ID, Name: t.Name, CreatedAt: t.CreatedAt, ExpiresAt: t.ExpiresAt}
	if !t.RevokedAt.IsZero() {
		out.RevokedAt = &t.RevokedAt
	}
	return out
}

type tokenIn struct {
	Name string `json:"name" text:"title" validate:"required,max=100"`
	Days int    `json:"days" validate:"required,min=1,max=365"`
}

func (a *API) IssueToken(ctx context.Context, actor domain.Actor, in tokenIn) (tokenOut, error) {
	t, secret, err := a.Sessions.IssueToken(ctx, actor, in.Name, time.Duration(in.Days)*24*time.Hour)
	out := tokenFrom(t)
	out.Secret = secret
	return out, err
}

type tokensOut struct {
	Items []tokenOut `json:"items" required:"true"`
}

func (a *API) ListTokens(ctx context.Context, actor domain.Actor, _ struct{}) (tokensOut, error) {
	all, err := a.Sessions.Tokens(ctx, actor)
	return tokensOut{kit.Each(all, tokenFrom)}, err
}

func (a *API) RevokeToken(ctx context.Context, actor domain.Actor, in kit.ByID) (kit.NoContent, error) {
	return kit.NoContent{}, a.Sessions.RevokeToken(ctx, actor, in.ID)
}
