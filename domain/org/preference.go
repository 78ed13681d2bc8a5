package org

import (
	"context"
	"regexp"
	"time"

	"sangu/domain"
)

// Limits of what is remembered of a person.
const (
	maxPreferenceBytes = 8 << 10 // bytes of one value
	maxPreferences     = 100     // keys of one person
)

// Preference is a setting of the screens that a person chose, as the columns of a
// list, the same on every machine. Only the screen understands its value.
type Preference struct {
	PersonID  domain.ID
	Key       string
	Value     string
	UpdatedAt time.Time
}

var preferenceKey = regexp.MustCompile(`^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)*$`)

// Check returns an error of kind invalid that names each field which breaks a rule, or nil.
func (p Preference) Check() error {
	var c domain.Check
	c.That(len(p.Key) <= 64 && preferenceKey.MatchString(p.Key), "key", "preference.key")
	c.That(len(p.Value) <= maxPreferenceBytes, "value", "input.too_long", "max", maxPreferenceBytes)
	return c.Err()
}

// PreferenceStore keeps preferences. One that was never set is the zero Preference.
type PreferenceStore interface {
	Preference(ctx context.Context, person domain.ID, key string) (Preference, error)
	CountPreferences(ctx context.Context, person domain.ID) (int, error)
	SavePreference(ctx context.Context, p Preference) error
}

// Preferences is the service of preferences. It writes no audit, since none of
// them concerns the county's affairs.
type Preferences struct {
	Work  domain.Work
	store PreferenceStore
	Clock domain.Clock
}

// NewPreferences returns s, the service, with its store filled in.
func NewPreferences(store PreferenceStore, s *Preferences) *Preferences {
	s.store = store
	return s
}

// Get returns one of the actor's own preferences, with an empty value where none
// was set. It returns a KindInvalid error for a key out of form.
func (s *Preferences) Get(ctx context.Context, actor domain.Actor, key string) (Preference, error) {
	if err := (Preference{Key: key}).Check(); err != nil {
		return Preference{}, err
	}
	p, err := s.store.Preference(ctx, actor.PersonID, key)
	p.Key = key
	return p, err
}

// Set keeps a preference of the actor; the last write wins. It returns a
// KindInvalid error where a rule is broken, and KindConflict where the actor has
// too many.
func (s *Preferences) Set(ctx context.Context, actor domain.Actor, key, value string) (Preference, error) {
	p := Preference{PersonID: actor.PersonID, Key: key, Value: value, UpdatedAt: s.Clock.Now()}
	if err := p.Check(); err != nil {
		return Preference{}, err
	}
	return p, s.Work.Do(ctx, func(ctx context.Context) error {
		before, err := s.store.Preference(ctx, actor.PersonID, key)
		if err != nil {
			return err
		}
		if before.Key == "" {
			if n, err := s.store.CountPreferences(ctx, actor.PersonID); err != nil || n >= maxPreferences {
				return orTooMany(err, "preference.too_many", maxPreferences)
			}
		}
		return s.store.SavePreference(ctx, p)
	})
}

func orTooMany(err error, code string, most int) error {
	if err != nil {
		return err
	}
	return domain.Conflict(code).With("max", most)
}
