package pipeline

import (
	"context"
	"sangu/domain"
	"sangu/domain/pipeline"
	"sangu/repository/sqlkit"
	"time"
)

// SplitRow is the stored form of a split.
type SplitRow struct {
	ID         domain.ID
	ProjectID  domain.ID
	FromOn     sqlkit.Date
	Basis      string
	Shares     sqlkit.Document[[]StoredCreditShare]
	RecordedAt time.Time
	RecordedBy sqlkit.Ref
	ByName     string
}

// TableName implements schema.Tabler.
func (SplitRow) TableName() string { return "credit_splits" }

// Entity returns the split that the row stores.
func (r SplitRow) Entity() pipeline.CreditSplit {
	return pipeline.CreditSplit{ID: r.ID, ProjectID: r.ProjectID, FromOn: domain.Date(r.FromOn), Basis: r.Basis,
		Shares: sqlkit.EachOf(r.Shares.V, StoredCreditShare.Entity), RecordedAt: r.RecordedAt.UTC(),
		RecordedBy: domain.ID(r.RecordedBy), ByName: r.ByName}
}

// Splits implements pipeline.SplitStore.
func (s *SplitStore) Splits(ctx context.Context, project domain.ID) ([]pipeline.CreditSplit, error) {
	var rows []SplitRow
	err := s.db.Read(ctx).Where("project_id = ?", project).Order("recorded_at, id").Find(&rows).Error
	return sqlkit.Mapped(rows, SplitRow.Entity), err
}

// AddSplit implements pipeline.SplitStore.
func (s *SplitStore) AddSplit(ctx context.Context, c pipeline.CreditSplit) error {
	row := SplitRow{ID: c.ID, ProjectID: c.ProjectID, FromOn: sqlkit.Date(c.FromOn), Basis: c.Basis,
		Shares: sqlkit.Document[[]StoredCreditShare]{V: sqlkit.EachOf(c.Shares, StoreCreditShare)}, RecordedAt: c.RecordedAt,
		RecordedBy: sqlkit.Ref(c.RecordedBy), ByName: c.ByName}
	return s.db.Insert(ctx, &row, nil)
}

// SplitStore stores how projects are shared among units.
type SplitStore struct{ db *sqlkit.DB }

// NewSplitStore returns the store over db.
func NewSplitStore(db *sqlkit.DB) *SplitStore { return &SplitStore{db: db} }
