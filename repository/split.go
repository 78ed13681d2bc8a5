package repository

import (
	"context"
	"sangu/domain"
	"sangu/domain/pipeline"
	"time"
)

type splitRow struct {
	ID         domain.ID
	ProjectID  domain.ID
	FromOn     date
	Basis      string
	Shares     document[[]storedCreditShare]
	RecordedAt time.Time
	RecordedBy ref
	ByName     string
}

func (splitRow) TableName() string { return "credit_splits" }

func (r splitRow) entity() pipeline.CreditSplit {
	return pipeline.CreditSplit{ID: r.ID, ProjectID: r.ProjectID, FromOn: domain.Date(r.FromOn), Basis: r.Basis, Shares: eachOf(r.Shares.V, storedCreditShare.entity), RecordedAt: r.RecordedAt.UTC(),
		RecordedBy: domain.ID(r.RecordedBy), ByName: r.ByName}
}

// Splits implements pipeline.Store: as recorded.
func (s *SplitStore) Splits(ctx context.Context, project domain.ID) ([]pipeline.CreditSplit, error) {
	var rows []splitRow
	err := s.db.read(ctx).Where("project_id = ?", project).Order("recorded_at, id").Find(&rows).Error
	return mapped(rows, splitRow.entity), err
}

// AddSplit implements pipeline.Store.
func (s *SplitStore) AddSplit(ctx context.Context, c pipeline.CreditSplit) error {
	row := splitRow{c.ID, c.ProjectID, date(c.FromOn), c.Basis, document[[]storedCreditShare]{eachOf(c.Shares, storeCreditShare)}, c.RecordedAt, ref(c.RecordedBy), c.ByName}
	return s.db.insert(ctx, &row, nil)
}

// SplitStore stores the split records of one database.
type SplitStore struct{ db *DB }

// NewSplitStore returns the store over db.
func NewSplitStore(db *DB) *SplitStore { return &SplitStore{db: db} }
