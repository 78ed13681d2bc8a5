package library

import (
	"context"

	"sangu/domain"
	"sangu/domain/library"
)

// inYuan is the SQL of total investment in 元, rounded half up as domain.Money.InYuan
// does; whole millions come first, so that no product exceeds 64 bits.
const inYuan = `CASE WHEN p.currency IN ('', 'CNY') THEN p.total_investment
	ELSE (p.total_investment / 1000000) * p.rate_micro + ((p.total_investment % 1000000) * p.rate_micro + 500000) / 1000000 END`

// Lanes implements library.ProjectReader.
func (s *ProjectStore) Lanes(ctx context.Context, actor domain.Actor, f library.ProjectFilter) ([]library.Lane, error) {
	var rows []struct {
		Stage string
		Count int
		Total int64
	}
	err := s.ProjectsWhere(ctx, actor, f).Select("p.stage, count(*) AS count, CAST(COALESCE(sum(" + inYuan + "), 0) AS bigint) AS total").
		Group("p.stage").Scan(&rows).Error
	out := make([]library.Lane, len(rows))
	for i, r := range rows {
		out[i] = library.Lane{Stage: library.Stage(r.Stage), Count: r.Count, Total: domain.Yuan(r.Total)}
	}
	return out, err
}
