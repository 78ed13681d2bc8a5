package sqlkit

import (
	"context"
	"errors"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"sangu/domain"
)

// ReadSetting returns the setting of a name, or the zero value where it was never
// set.
func ReadSetting[T any](ctx context.Context, db *DB, name string) (T, error) {
	var r struct{ Value Document[T] }
	err := db.Read(ctx).Table("settings").Select("value").Where("name = ?", name).Take(&r).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		err = nil
	}
	return r.Value.V, err
}

// WriteSetting writes the setting of a name, whatever it was; the last write wins.
func WriteSetting[T any](ctx context.Context, db *DB, name string, value T) error {
	now := db.Clock.Now()
	res := db.Write(ctx).Table("settings").Where("name = ?", name).
		Updates(map[string]any{"value": Document[T]{value}, "updated_at": now, "version": gorm.Expr("version + 1")})
	if res.Error != nil || res.RowsAffected > 0 {
		return res.Error
	}
	return db.Write(ctx).Table("settings").Create(map[string]any{"name": name, "value": Document[T]{value}, "version": 1,
		"updated_at": now}).Error
}

// ReadVersioned returns a setting with the version that a change has to name: 1
// where it was never set.
func ReadVersioned[T any](ctx context.Context, db *DB, name string) (T, int, error) {
	var r struct {
		Value   Document[T]
		Version int
	}
	err := db.Read(ctx).Table("settings").Select("value, version").Where("name = ?", name).Take(&r).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		err = nil
	}
	return r.Value.V, r.Version + 1, err
}

// WriteVersioned writes a setting over the version that ReadVersioned returned. It
// returns a KindStale error where the setting was written since.
func WriteVersioned[T any](ctx context.Context, db *DB, name string, version int, value T) error {
	now := db.Clock.Now()
	if version <= 1 {
		row := map[string]any{"name": name, "value": Document[T]{value}, "version": 1, "updated_at": now}
		res := db.Write(ctx).Table("settings").Clauses(clause.OnConflict{DoNothing: true}).Create(row)
		return stale(res)
	}
	return stale(db.Write(ctx).Table("settings").Where("name = ? AND version = ?", name, version-1).
		Updates(map[string]any{"value": Document[T]{value}, "updated_at": now, "version": gorm.Expr("version + 1")}))
}

// stale returns a KindStale error where a guarded write changed no row.
func stale(res *gorm.DB) error {
	if res.Error == nil && res.RowsAffected == 0 {
		return domain.Stale(nil)
	}
	return res.Error
}
