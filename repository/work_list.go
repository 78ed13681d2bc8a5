package repository

import (
	"context"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/reporting"
)

// Tally implements pipeline.WorkListStore.
func (s *WorkListStore) Tally(ctx context.Context, actor domain.Actor, f library.ProjectFilter) (reporting.Tally, error) {
	var r struct {
		Count  int
		Amount int64
	}
	err := NewProjectStore(s.db).projectsWhere(ctx, actor, f).Select("count(*) AS count, CAST(COALESCE(sum(p.total_investment), 0) AS bigint) AS amount").Scan(&r).Error
	return reporting.Tally{Count: r.Count, Amount: domain.Yuan(r.Amount)}, err
}

// WorkListStore stores the worklist records of one database.
type WorkListStore struct{ db *DB }

// NewWorkListStore returns the store over db.
func NewWorkListStore(db *DB) *WorkListStore { return &WorkListStore{db: db} }
