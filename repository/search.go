package repository

import (
	"context"
	"strings"
	"unicode/utf8"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"sangu/domain"
	"sangu/domain/library"
)

// index keeps the search document of a record: what a reader may find it by.
// It runs in the unit that writes the record.
func (db *DB) index(ctx context.Context, kind string, id domain.ID, texts ...string) error {
	lines, letters := make([]string, 0, len(texts)), make([]string, 0, 2*len(texts))
	for _, t := range texts {
		n := normal(t)
		if n == "" {
			continue
		}
		lines = append(lines, n)
		letters = append(letters, initials(n), spelled(n))
	}
	norm, latin := strings.Join(lines, "\n"), strings.Join(letters, "\n")
	tx := db.write(ctx)
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
		err = tx.Raw("INSERT INTO search_docs (kind, id, norm, initials) VALUES (?, ?, ?, ?) RETURNING row_id", kind, id, norm, latin).Scan(&row.RowID).Error
	} else {
		err = tx.Table("search_docs").Where("row_id = ?", row.RowID).Updates(map[string]any{"norm": norm, "initials": latin}).Error
	}
	if err != nil {
		return err
	}
	return db.dialect.saveGrams(tx, row.RowID, documentTokens(norm, latin))
}

// found gives the ids of a kind's records that hold the text, or whose pinyin
// does, as a subquery: by the index of grams, then rechecked exactly.
func (db *DB) found(ctx context.Context, kind, query string) *gorm.DB {
	text := normal(query)
	docs := func() *gorm.DB {
		return db.read(ctx).Table("search_docs AS d").Select("d.id").Where("d.kind = ?", kind)
	}
	named := db.dialect.match(docs(), queryTokens(text, 't')).Where(db.dialect.contains("d.norm"), text)
	if !latin(text) {
		return named
	}
	byPinyin := db.dialect.match(docs(), queryTokens(text, 'p')).Where(db.dialect.contains("d.initials"), text)
	return db.read(ctx).Table("(? UNION ?) AS f", named, byPinyin).Select("f.id")
}

// candidates bounds what one search ranks: the newest records that match.
const candidates = 1000

// Search implements pool.Searcher: what begins with the text by its name, then
// by its pinyin or another of its texts, then what holds it; the newest first.
func (s *SearchStore) Search(ctx context.Context, actor domain.Actor, kind, query string, limit int) ([]library.Hit, error) {
	var q *gorm.DB
	in := func(table, alias string) *gorm.DB {
		return inScope(s.db.read(ctx).Table(table+" AS "+alias).Where(alias+".id IN (?)", s.db.found(ctx, kind, query)), actor, kind, alias)
	}
	switch kind {
	case "project":
		q = in("projects", "p").Select("p.id, p.name AS title, p.code AS note").Order("p.id DESC")
	case "client":
		q = in("clients", "c").Joins("JOIN organizations AS o ON o.id = c.organization_id").Select("c.id, o.name AS title, COALESCE(o.credit_code, '') AS note").Order("c.id DESC")
	case "enterprise":
		q = in("enterprises", "e").Joins("JOIN organizations AS o ON o.id = e.organization_id").Select("e.id, o.name AS title, COALESCE(o.credit_code, '') AS note").Order("e.id DESC")
	case "lead":
		q = in("leads", "l").Select("l.id, l.company AS title, l.subject AS note").Order("l.id DESC")
	case "person":
		q = s.db.read(ctx).Table("people AS p").Where("p.id IN (?)", s.db.found(ctx, kind, query)).Select("p.id, p.name AS title, '' AS note").Order("p.id DESC")
	}
	var hits []library.Hit
	err := s.db.ranked(ctx, q.Limit(candidates), kind, query).Limit(limit).Scan(&hits).Error
	for i := range hits {
		hits[i].Kind = kind
	}
	return hits, err
}

// ranked orders found records, columns id, title and note, by where the text
// stands in them. Documents are read by their key, for the found records only.
func (db *DB) ranked(ctx context.Context, found *gorm.DB, kind, query string) *gorm.DB {
	text := normal(query)
	n, line := utf8.RuneCountInString(text), "\n"+text
	rank := clause.Expr{SQL: "CASE WHEN substr(d.norm, 1, ?) = ? THEN 0 WHEN substr(d.initials, 1, ?) = ? OR " + db.dialect.contains("d.initials") +
		" OR " + db.dialect.contains("d.norm") + " THEN 1 ELSE 2 END, h.id DESC", Vars: []any{n, text, n, text, line, line}}
	return db.read(ctx).Table("(?) AS h", found).Joins("JOIN search_docs AS d ON d.kind = ? AND d.id = h.id", kind).
		Select("h.id, h.title, h.note").Order(clause.OrderBy{Expression: rank})
}

// SearchDocument gives what is kept of a record's texts for search, one text a
// line: for the bench, which seeds without the services.
func SearchDocument(texts string) (norm, latin string, grams []int32) {
	var lines, letters []string
	for line := range strings.SplitSeq(texts, "\n") {
		n := normal(line)
		lines, letters = append(lines, n), append(letters, initials(n), spelled(n))
	}
	norm, latin = strings.Join(lines, "\n"), strings.Join(letters, "\n")
	for _, t := range documentTokens(norm, latin) {
		grams = append(grams, int32(t))
	}
	return norm, latin, grams
}

// SearchTokens gives a query's tokens as the database keeps them, for the bench.
func SearchTokens(query string) []int32 {
	var out []int32
	for _, t := range queryTokens(normal(query), 't') {
		out = append(out, int32(t))
	}
	return out
}

// SearchStore stores the search records of one database.
type SearchStore struct{ db *DB }

// NewSearchStore returns the store over db.
func NewSearchStore(db *DB) *SearchStore { return &SearchStore{db: db} }
