package repository

import (
	"context"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/reporting"
)

// Tally implements pipeline.WorkListStore.
func (s *Libraries) Tally(ctx context.Context, actor domain.Actor, f library.ProjectFilter) (reporting.Tally, error) {
	var r struct {
		Count  int
		Amount int64
	}
	err := s.projectsWhere(ctx, actor, f).Select("count(*) AS count, CAST(COALESCE(sum(p.total_investment), 0) AS bigint) AS amount").Scan(&r).Error
	return reporting.Tally{Count: r.Count, Amount: domain.Yuan(r.Amount)}, err
}
