package org

import (
	"context"
	"fmt"
	"strings"
	"unicode"

	"sangu/domain"
)

// CheckPassword returns a KindInvalid error of field "password" for a password of
// fewer than MinPasswordLength characters or more than 256 bytes, of fewer than
// three of the four classes (small, capital, digit, other), or that contains the
// login.
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
	short := len([]rune(password)) < MinPasswordLength
	same := login != "" && strings.Contains(strings.ToLower(password), strings.ToLower(login))
	if short || n < minPasswordClasses || same || len(password) > 256 {
		return domain.InvalidField("password", "person.password_weak", "min", MinPasswordLength)
	}
	return nil
}

// Passwords turns passwords into hashes and proves them.
type Passwords interface {
	Hash(ctx context.Context, password string) (string, error)
	Matches(ctx context.Context, password, hash string) (bool, error)
}

// ChangePassword replaces the actor's own password. It returns a KindInvalid error
// of field "present" where the present one is wrong, and of "password" where the
// new one is weak.
func (s *Sessions) ChangePassword(ctx context.Context, actor domain.Actor, present, next string) error {
	p, err := s.people.Person(ctx, actor.PersonID)
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
		before, err := s.people.Person(ctx, p.ID)
		if err != nil {
			return err
		}
		after := before
		after.PasswordHash, after.MustChangePassword = hash, false
		if err := s.people.SavePerson(ctx, after); err != nil {
			return fmt.Errorf("save password: %w", err)
		}
		return s.Journal.Record(ctx, actor, domain.Change{Action: "person.password", Subject: domain.Ref{Kind: domain.SubjectPerson, ID: p.ID},
			Title: p.Name, Quiet: true})
	})
}
