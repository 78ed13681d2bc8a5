package org

import (
	"context"
	"fmt"
	"strings"
	"time"

	"sangu/domain"
)

// IssueToken makes a bearer token for the actor's own programs. The secret is
// shown this once; only its hash is kept.
func (s *Sessions) IssueToken(ctx context.Context, actor domain.Actor, name string, lasts time.Duration) (t Token, secret string,
	err error) {
	var c domain.Check
	c.That(strings.TrimSpace(name) != "", "name", "input.required")
	c.That(lasts > 0 && lasts <= TokenLongest, "days", "input.range", "min", 1, "max", int(TokenLongest.Hours()/24))
	if err := c.Err(); err != nil {
		return Token{}, "", err
	}
	secret, hash := s.Secrets.New()
	now := s.Clock.Now()
	t = Token{ID: s.IDs.New(), PersonID: actor.PersonID, Name: strings.TrimSpace(name), Hash: hash, CreatedAt: now, ExpiresAt: now.Add(lasts)}
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		if err := s.Store.AddToken(ctx, t); err != nil {
			return fmt.Errorf("add token: %w", err)
		}
		return s.Journal.Record(ctx, actor, domain.Change{Action: "token.issue", Subject: domain.Ref{Kind: domain.SubjectToken, ID: t.ID}, Title: t.Name,
			After: t, Quiet: true})
	})
	return t, secret, err
}

// Tokens lists the actor's own tokens, newest first.
func (s *Sessions) Tokens(ctx context.Context, actor domain.Actor) ([]Token, error) {
	return s.Store.TokensOf(ctx, actor.PersonID)
}

// RevokeToken ends one of the actor's own tokens.
func (s *Sessions) RevokeToken(ctx context.Context, actor domain.Actor, id domain.ID) error {
	return s.Work.Do(ctx, func(ctx context.Context) error {
		t, err := s.Store.Token(ctx, id)
		if err != nil {
			return err
		}
		if t.PersonID != actor.PersonID {
			return domain.NotFound(domain.SubjectToken)
		}
		if err := s.Store.RevokeToken(ctx, id, s.Clock.Now()); err != nil {
			return err
		}
		return s.Journal.Record(ctx, actor, domain.Change{Action: "token.revoke", Subject: domain.Ref{Kind: domain.SubjectToken, ID: id}, Title: t.Name,
			Quiet: true})
	})
}

// ChangePassword replaces the actor's own password, given the present one.
func (s *Sessions) ChangePassword(ctx context.Context, actor domain.Actor, present, next string) error {
	p, err := s.People.Person(ctx, actor.PersonID)
	if err != nil {
		return err
	}
	right, err := s.Passwords.Matches(ctx, present, p.PasswordHash)
	if err != nil {
		return err
	}
	if !right {
		return domain.InvalidField("present", "person.password_wrong")
	}
	if err := CheckPassword(p.Login, next); err != nil {
		return err
	}
	hash, err := s.Passwords.Hash(ctx, next)
	if err != nil {
		return err
	}
	return s.Work.Do(ctx, func(ctx context.Context) error {
		before, err := s.People.Person(ctx, p.ID)
		if err != nil {
			return err
		}
		after := before
		after.PasswordHash, after.MustChange = hash, false
		if err := s.People.SavePerson(ctx, after); err != nil {
			return fmt.Errorf("save password: %w", err)
		}
		return s.Journal.Record(ctx, actor, domain.Change{Action: "person.password", Subject: domain.Ref{Kind: domain.SubjectPerson, ID: p.ID},
			Title: p.Name, Quiet: true})
	})
}
