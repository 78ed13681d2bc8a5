package repository

import (
	"context"

	"sangu/domain"
	"sangu/domain/pipeline"
	"sangu/domain/pool"
)

// Tally implements pipeline.WorkListStore.
func (s *Libraries) Tally(ctx context.Context, actor domain.Actor, f pool.ProjectFilter) (pipeline.Tally, error) {
	var r struct {
		Count  int
		Amount int64
	}
	err := s.projectsWhere(ctx, actor, f).Select("count(*) AS count, CAST(COALESCE(sum(p.total_investment), 0) AS bigint) AS amount").Scan(&r).Error
	return pipeline.Tally{Count: r.Count, Amount: domain.Yuan(r.Amount)}, err
}
