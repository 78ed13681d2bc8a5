package org_test

import (
	"testing"
	"time"

	"sangu/domain/org"
)

func TestASessionHoldsUntilItEndsOrIdlesOut(t *testing.T) {
	t.Parallel()
	now := day("2026-09-26").Start()
	for name, c := range map[string]struct {
		seen, expires time.Time
		live          bool
	}{
		"just opened":                 {seen: now, expires: now.Add(org.SessionLife), live: true},
		"idle for almost two hours":   {seen: now.Add(-org.SessionIdle + 1), expires: now.Add(1), live: true},
		"idle for two hours":          {seen: now.Add(-org.SessionIdle), expires: now.Add(1), live: false},
		"at the instant that it ends": {seen: now, expires: now, live: false},
	} {
		if got := (org.Session{SeenAt: c.seen, ExpiresAt: c.expires}).Live(now); got != c.live {
			t.Errorf("%s: live %v, want %v", name, got, c.live)
		}
	}
	for name, c := range map[string]struct {
		token org.Token
		live  bool
	}{
		"a token before its end":          {token: org.Token{ExpiresAt: now.Add(1)}, live: true},
		"a token at its end":              {token: org.Token{ExpiresAt: now}, live: false},
		"a token that was revoked before": {token: org.Token{ExpiresAt: now.Add(1), RevokedAt: now.Add(-1)}, live: false},
	} {
		if got := c.token.Live(now); got != c.live {
			t.Errorf("%s: live %v, want %v", name, got, c.live)
		}
	}
}
