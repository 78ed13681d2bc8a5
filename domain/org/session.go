package org

import (
	"context"
	"time"

	"sangu/domain"
)

// Sign-in policy, usual values of domain.md §6.7.
const (
	MinPasswordLength  = 8
	MaxFailures        = 5
	LockDuration       = 15 * time.Minute
	SessionLife        = 12 * time.Hour
	SessionIdle        = 2 * time.Hour
	MaxTokenLife       = 365 * 24 * time.Hour
	minTouchInterval   = time.Minute
	minPasswordClasses = 3
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

// SessionStore keeps sessions and tokens.
type SessionStore interface {
	// Session and TokenByHash also return the epoch of the organisation: a number
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
