package reporting

import (
	"context"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/reporting"
	librarystore "sangu/repository/library"
	"sangu/repository/sqlkit"
)

// Tally implements reporting.WorkListStore.
func (s *WorkListStore) Tally(ctx context.Context, actor domain.Actor, f library.ProjectFilter) (reporting.Tally, error) {
	var r struct {
		Count  int
		Amount int64
	}
	err := librarystore.NewProjectStore(s.db).ProjectsWhere(ctx, actor, f).
		Select("count(*) AS count, CAST(COALESCE(sum(p.total_investment), 0) AS bigint) AS amount").Scan(&r).Error
	return reporting.Tally{Count: r.Count, Amount: domain.Yuan(r.Amount)}, err
}

// WorkListStore counts the projects on work lists.
type WorkListStore struct{ db *sqlkit.DB }

// NewWorkListStore returns the store over db.
func NewWorkListStore(db *sqlkit.DB) *WorkListStore { return &WorkListStore{db: db} }
