package repository

import (
	"context"
	"strings"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/pool"
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

// Search implements pool.Searcher: newest first within each kind.
func (s *Libraries) Search(ctx context.Context, actor domain.Actor, kind, query string, limit int) ([]pool.Hit, error) {
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
	var hits []pool.Hit
	err := q.Limit(limit).Scan(&hits).Error
	for i := range hits {
		hits[i].Kind = kind
	}
	return hits, err
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
