package library

import (
	"context"
	"strings"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/repository/sqlkit"
)

// candidates bounds what one search ranks: the newest records that match.
const candidates = 1000

// Search implements library.Searcher: what begins with the text by its name, then
// by its pinyin or another of its texts, then what holds it; the newest first.
func (s *SearchStore) Search(ctx context.Context, actor domain.Actor, kind, query string, limit int) ([]library.Hit, error) {
	var q *gorm.DB
	in := func(table, alias string) *gorm.DB {
		return sqlkit.InScope(s.db.Read(ctx).Table(table+" AS "+alias).Where(alias+".id IN (?)", s.db.Found(ctx, kind, query)), actor, kind,
			alias)
	}
	switch kind {
	case domain.SubjectProject:
		q = in("projects", "p").Select("p.id, p.name AS title, p.code AS note").Order("p.id DESC")
	case domain.SubjectClient:
		q = in("clients", "c").Joins("JOIN organizations AS o ON o.id = c.organization_id").
			Select("c.id, o.name AS title, COALESCE(o.credit_code, '') AS note").Order("c.id DESC")
	case domain.SubjectEnterprise:
		q = in("enterprises", "e").Joins("JOIN organizations AS o ON o.id = e.organization_id").
			Select("e.id, o.name AS title, COALESCE(o.credit_code, '') AS note").Order("e.id DESC")
	case domain.SubjectLead:
		q = in("leads", "l").Select("l.id, l.company AS title, l.subject AS note").Order("l.id DESC")
	case domain.SubjectPerson:
		q = s.db.Read(ctx).Table("people AS p").Where("p.id IN (?)", s.db.Found(ctx, kind, query)).Select("p.id, p.name AS title, '' AS note").
			Order("p.id DESC")
	}
	var hits []library.Hit
	err := s.db.Ranked(ctx, q.Limit(candidates), kind, query).Limit(limit).Scan(&hits).Error
	for i := range hits {
		hits[i].Kind = kind
	}
	return hits, err
}

// SearchDocument returns what is stored of a record's texts for search, one text a line.
// It is for the benchmark, which seeds without the services.
func SearchDocument(texts string) (norm, latin string, grams []int32) {
	var lines, letters []string
	for line := range strings.SplitSeq(texts, "\n") {
		n := sqlkit.Normal(line)
		lines, letters = append(lines, n), append(letters, sqlkit.Initials(n), sqlkit.Spelled(n))
	}
	norm, latin = strings.Join(lines, "\n"), strings.Join(letters, "\n")
	for _, t := range sqlkit.DocumentTokens(norm, latin) {
		grams = append(grams, int32(t))
	}
	return norm, latin, grams
}

// SearchTokens returns a query's tokens as the database stores them, for the benchmark.
func SearchTokens(query string) []int32 {
	var out []int32
	for _, t := range sqlkit.QueryTokens(sqlkit.Normal(query), 't') {
		out = append(out, int32(t))
	}
	return out
}

// SearchStore searches names, codes and their pinyin.
type SearchStore struct{ db *sqlkit.DB }

// NewSearchStore returns the store over db.
func NewSearchStore(db *sqlkit.DB) *SearchStore { return &SearchStore{db: db} }
