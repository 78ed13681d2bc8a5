package org

import (
	"context"
	"fmt"
	"strings"
	"time"

	"sangu/domain"
)

// IssueToken makes a bearer token for the actor's own programs. The secret is
// returned this once; only its hash is kept. It returns a KindInvalid error where
// the name is missing or the token would last longer than MaxTokenLife.
func (s *Sessions) IssueToken(ctx context.Context, actor domain.Actor, name string, lasts time.Duration) (t Token, secret string,
	err error) {
	var c domain.Check
	c.That(strings.TrimSpace(name) != "", "name", "input.required")
	c.That(lasts > 0 && lasts <= MaxTokenLife, "days", "input.range", "min", 1, "max", int(MaxTokenLife.Hours()/24))
	if err := c.Err(); err != nil {
		return Token{}, "", err
	}
	secret, hash := s.Secrets.New()
	now := s.Clock.Now()
	t = Token{ID: s.IDs.New(), PersonID: actor.PersonID, Name: strings.TrimSpace(name), Hash: hash, CreatedAt: now, ExpiresAt: now.Add(lasts)}
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		if err := s.store.AddToken(ctx, t); err != nil {
			return fmt.Errorf("add token: %w", err)
		}
		return s.Journal.Record(ctx, actor, domain.Change{Action: "token.issue", Subject: domain.Ref{Kind: domain.SubjectToken, ID: t.ID},
			Title: t.Name,
			After: t, Quiet: true})
	})
	return t, secret, err
}

// Tokens lists the actor's own tokens, newest first.
func (s *Sessions) Tokens(ctx context.Context, actor domain.Actor) ([]Token, error) {
	return s.store.TokensOf(ctx, actor.PersonID)
}

// RevokeToken ends one of the actor's own tokens. It returns a KindNotFound error
// for anybody else's.
func (s *Sessions) RevokeToken(ctx context.Context, actor domain.Actor, id domain.ID) error {
	return s.Work.Do(ctx, func(ctx context.Context) error {
		t, err := s.store.Token(ctx, id)
		if err != nil {
			return err
		}
		if t.PersonID != actor.PersonID {
			return domain.NotFound(domain.SubjectToken)
		}
		if err := s.store.RevokeToken(ctx, id, s.Clock.Now()); err != nil {
			return err
		}
		return s.Journal.Record(ctx, actor, domain.Change{Action: "token.revoke", Subject: domain.Ref{Kind: domain.SubjectToken, ID: id},
			Title: t.Name,
			Quiet: true})
	})
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
