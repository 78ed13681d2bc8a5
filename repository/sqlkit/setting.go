package sqlkit

import (
	"context"
	"errors"
	"maps"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"sangu/domain"
)

// ReadSetting returns a setting that only the product itself writes, the zero T where
// nothing was written yet.
func ReadSetting[T any](ctx context.Context, db *DB, name string) (T, error) {
	var r struct{ Value Document[T] }
	err := db.Read(ctx).Table("settings").Select("value").Where("name = ?", name).Take(&r).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		err = nil
	}
	return r.Value.V, err
}

// WriteSetting writes a setting over whatever is stored. What people edit is written by
// WriteVersioned.
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

// ReadVersioned returns a setting with its version, 1 where nothing was written yet.
// entity turns what is stored into the value; it is given the zero S where nothing is.
func ReadVersioned[S, T any](ctx context.Context, db *DB, name string, entity func(S) T) (domain.Versioned[T], error) {
	var r struct {
		Value   Document[S]
		Version int
	}
	err := db.Read(ctx).Table("settings").Select("value, version").Where("name = ?", name).Take(&r).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		err = nil
	}
	return domain.Versioned[T]{Value: entity(r.Value.V), Version: r.Version + 1}, err
}

// WriteVersioned writes a setting over the version that ReadVersioned returned. It
// returns a KindStale error where another version is stored by now.
func WriteVersioned[S, T any](ctx context.Context, db *DB, name string, v domain.Versioned[T], store func(T) S) error {
	return WriteOver(ctx, db, "settings", map[string]any{"name": name}, v.Version,
		map[string]any{"value": Document[S]{store(v.Value)}, "updated_at": db.Clock.Now()})
}

// WriteOver writes the columns of the row with a key over the version that was read,
// which is one above the stored number, and 1 where there is no row yet. It returns a
// KindStale error, and writes nothing, where another version is stored by now.
func WriteOver(ctx context.Context, db *DB, table string, key map[string]any, version int, columns map[string]any) error {
	row := map[string]any{}
	maps.Copy(row, columns)
	if version <= 1 {
		maps.Copy(row, key)
		row["version"] = 1
		return stale(db.Write(ctx).Table(table).Clauses(clause.OnConflict{DoNothing: true}).Create(row))
	}
	row["version"] = gorm.Expr("version + 1")
	return stale(db.Write(ctx).Table(table).Where(key).Where("version = ?", version-1).Updates(row))
}

// stale returns a KindStale error where a guarded write changed no row.
func stale(res *gorm.DB) error {
	if res.Error == nil && res.RowsAffected == 0 {
		return domain.Stale(nil)
	}
	return res.Error
}
