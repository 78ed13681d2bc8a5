package repository

import (
	"context"
	"sangu/domain/org"
)

// Profile implements org.ProfileStore; before the first set-up it is empty.
func (s *ProfileStore) Profile(ctx context.Context) (org.Profile, error) {
	stored, err := readSetting[storedProfile](ctx, s.db, "profile")
	return stored.entity(), err
}

// SaveProfile implements org.ProfileStore.
func (s *ProfileStore) SaveProfile(ctx context.Context, p org.Profile) error {
	return writeSetting(ctx, s.db, "profile", storeProfile(p))
}

// ProfileStore stores the profile records of one database.
type ProfileStore struct{ db *DB }

// NewProfileStore returns the store over db.
func NewProfileStore(db *DB) *ProfileStore { return &ProfileStore{db: db} }
