package sqlkit

import (
	"context"
	"sangu/domain"
	"strings"
	"unicode/utf8"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"
)

// Index keeps the search document of a record: the texts by which a reader may
// find it. It runs in the unit of work that writes the record.
func (db *DB) Index(ctx context.Context, kind string, id domain.ID, texts ...string) error {
	lines, letters := make([]string, 0, len(texts)), make([]string, 0, 2*len(texts))
	for _, t := range texts {
		n := Normal(t)
		if n == "" {
			continue
		}
		lines = append(lines, n)
		letters = append(letters, Initials(n), Spelled(n))
	}
	norm, latin := strings.Join(lines, "\n"), strings.Join(letters, "\n")
	tx := db.Write(ctx)
	var row struct {
		RowID    int64
		Norm     string
		Initials string
	}
	err := tx.Table("search_docs").Select("row_id, norm, initials").Where("kind = ? AND id = ?", kind, id).Limit(1).Scan(&row).Error
	if err != nil || row.RowID != 0 && row.Norm == norm && row.Initials == latin {
		return err
	}
	if row.RowID == 0 {
		err = tx.Raw("INSERT INTO search_docs (kind, id, norm, initials) VALUES (?, ?, ?, ?) RETURNING row_id", kind, id, norm, latin).
			Scan(&row.RowID).Error
	} else {
		err = tx.Table("search_docs").Where("row_id = ?", row.RowID).Updates(map[string]any{"norm": norm, "initials": latin}).Error
	}
	if err != nil {
		return err
	}
	return db.Dialect.SaveGrams(tx, row.RowID, DocumentTokens(norm, latin))
}

// Found returns, as a subquery, the ids of a kind's records that hold the text or
// whose pinyin does: found by the index of grams, then rechecked exactly.
func (db *DB) Found(ctx context.Context, kind, query string) *gorm.DB {
	text := Normal(query)
	docs := func() *gorm.DB {
		return db.Read(ctx).Table("search_docs AS d").Select("d.id").Where("d.kind = ?", kind)
	}
	named := db.Dialect.Match(docs(), QueryTokens(text, 't')).Where(db.Dialect.Contains("d.norm"), text)
	if !Latin(text) {
		return named
	}
	byPinyin := db.Dialect.Match(docs(), QueryTokens(text, 'p')).Where(db.Dialect.Contains("d.initials"), text)
	return db.Read(ctx).Table("(? UNION ?) AS f", named, byPinyin).Select("f.id")
}

// Ranked returns found records, with columns id, title and note, ordered by where
// the text occurs in them. Documents are read by their key, for the found records
// only.
func (db *DB) Ranked(ctx context.Context, found *gorm.DB, kind, query string) *gorm.DB {
	text := Normal(query)
	n, line := utf8.RuneCountInString(text), "\n"+text
	rank := clause.Expr{SQL: "CASE WHEN substr(d.norm, 1, ?) = ? THEN 0 WHEN substr(d.initials, 1, ?) = ? OR " +
		db.Dialect.Contains("d.initials") +
		" OR " + db.Dialect.Contains("d.norm") + " THEN 1 ELSE 2 END, h.id DESC", Vars: []any{n, text, n, text, line, line}}
	return db.Read(ctx).Table("(?) AS h", found).Joins("JOIN search_docs AS d ON d.kind = ? AND d.id = h.id", kind).
		Select("h.id, h.title, h.note").Order(clause.OrderBy{Expression: rank})
}
