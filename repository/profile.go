package repository

import (
	"context"
	"sangu/domain/org"
)

// Profile implements org.ProfileStore; before the first set-up it is empty.
func (s *Settings) Profile(ctx context.Context) (org.Profile, error) {
	return readSetting[org.Profile](ctx, s.db, "profile")
}

// SaveProfile implements org.ProfileStore.
func (s *Settings) SaveProfile(ctx context.Context, p org.Profile) error {
	return writeSetting(ctx, s.db, "profile", p)
}

// Settings keeps the product's settings, each a named document.
type Settings struct {
	*People
	db *DB
}

// NewSettings gives the settings of a database.
func NewSettings(db *DB) *Settings { return &Settings{NewPeople(db), db} }
