package org

import (
	"context"
	"sangu/domain/org"
	"sangu/repository/sqlkit"
)

// Profile implements org.ProfileStore; before the first set-up it is empty.
func (s *ProfileStore) Profile(ctx context.Context) (org.Profile, error) {
	stored, err := sqlkit.ReadSetting[StoredProfile](ctx, s.db, "profile")
	return stored.Entity(), err
}

// SaveProfile implements org.ProfileStore.
func (s *ProfileStore) SaveProfile(ctx context.Context, p org.Profile) error {
	return sqlkit.WriteSetting(ctx, s.db, "profile", StoreProfile(p))
}

// ProfileStore keeps the place that one database serves.
type ProfileStore struct{ db *sqlkit.DB }

// NewProfileStore returns the store over db.
func NewProfileStore(db *sqlkit.DB) *ProfileStore { return &ProfileStore{db: db} }
