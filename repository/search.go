package repository

import (
	"context"
	"strings"

	"gorm.io/gorm"

	"sangu/domain"
)

// index keeps the search document of a record: what a reader may find it by.
// It runs in the unit that writes the record.
func (db *DB) index(ctx context.Context, kind string, id domain.ID, texts ...string) error {
	norm := strings.ToLower(strings.Join(texts, "\n"))
	tx := db.write(ctx)
	res := tx.Table("search_docs").Where("kind = ? AND id = ?", kind, id).Updates(map[string]any{"norm": norm, "initials": ""})
	if res.Error != nil || res.RowsAffected > 0 {
		return res.Error
	}
	return tx.Table("search_docs").Create(map[string]any{"kind": kind, "id": id, "norm": norm, "initials": ""}).Error
}

// found gives the ids of a kind's records that hold the text, as a subquery.
func (db *DB) found(ctx context.Context, kind, query string) *gorm.DB {
	return db.read(ctx).Table("search_docs AS d").Select("d.id").Where("d.kind = ?", kind).Where(db.dialect.contains("d.norm"), strings.ToLower(query))
}
