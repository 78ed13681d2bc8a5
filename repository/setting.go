package repository

import (
	"context"
	"errors"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"sangu/domain"
	"sangu/domain/org"
)

// Settings keeps the product's settings, each a named document.
type Settings struct {
	*People
	db *DB
}

// NewSettings gives the settings of a database.
func NewSettings(db *DB) *Settings { return &Settings{NewPeople(db), db} }

// Profile implements org.ProfileStore; before the first set-up it is empty.
func (s *Settings) Profile(ctx context.Context) (org.Profile, error) {
	stored, err := readSetting[storedProfile](ctx, s.db, "profile")
	return stored.entity(), err
}

// SaveProfile implements org.ProfileStore.
func (s *Settings) SaveProfile(ctx context.Context, p org.Profile) error {
	return writeSetting(ctx, s.db, "profile", storeProfile(p))
}

func readSetting[T any](ctx context.Context, db *DB, name string) (T, error) {
	var r struct{ Value document[T] }
	err := db.read(ctx).Table("settings").Select("value").Where("name = ?", name).Take(&r).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		err = nil
	}
	return r.Value.V, err
}

func writeSetting[T any](ctx context.Context, db *DB, name string, value T) error {
	now := db.clock.Now()
	res := db.write(ctx).Table("settings").Where("name = ?", name).
		Updates(map[string]any{"value": document[T]{value}, "updated_at": now, "version": gorm.Expr("version + 1")})
	if res.Error != nil || res.RowsAffected > 0 {
		return res.Error
	}
	return db.write(ctx).Table("settings").Create(map[string]any{"name": name, "value": document[T]{value}, "version": 1, "updated_at": now}).Error
}

// readVersioned is readSetting with the version that a change names: 1 where
// nothing was set yet.
func readVersioned[T any](ctx context.Context, db *DB, name string) (T, int, error) {
	var r struct {
		Value   document[T]
		Version int
	}
	err := db.read(ctx).Table("settings").Select("value, version").Where("name = ?", name).Take(&r).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		err = nil
	}
	return r.Value.V, r.Version + 1, err
}

// writeVersioned writes a setting over the version that readVersioned gave.
func writeVersioned[T any](ctx context.Context, db *DB, name string, version int, value T) error {
	now := db.clock.Now()
	if version <= 1 {
		row := map[string]any{"name": name, "value": document[T]{value}, "version": 1, "updated_at": now}
		res := db.write(ctx).Table("settings").Clauses(clause.OnConflict{DoNothing: true}).Create(row)
		return stale(res)
	}
	return stale(db.write(ctx).Table("settings").Where("name = ? AND version = ?", name, version-1).
		Updates(map[string]any{"value": document[T]{value}, "updated_at": now, "version": gorm.Expr("version + 1")}))
}

// stale says that a guarded write met another version, where it wrote nothing.
func stale(res *gorm.DB) error {
	if res.Error == nil && res.RowsAffected == 0 {
		return domain.Stale(nil)
	}
	return res.Error
}
