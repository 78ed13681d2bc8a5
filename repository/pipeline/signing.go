package pipeline

import (
	"context"
	"time"

	"sangu/domain"
	"sangu/domain/pipeline"
	"sangu/repository/sqlkit"
)

// SigningEventRow is the stored form of a signing.
type SigningEventRow struct {
	ID              domain.ID
	ProjectID       domain.ID
	Kind            string
	SignedOn        sqlkit.Date
	SignedPrecision string
	Amount          int64
	Counterpart     string
	Occasion        string
	Exclusions      sqlkit.List
	Note            string
	Corrects        sqlkit.Ref
	Void            bool
	RecordedAt      time.Time
	RecordedBy      sqlkit.Ref
	ByName          string
}

// TableName implements schema.Tabler.
func (SigningEventRow) TableName() string { return "signing_events" }

// Entity returns the signing that the row stores.
func (r SigningEventRow) Entity() pipeline.SigningEvent {
	return pipeline.SigningEvent{
		ID:          r.ID,
		ProjectID:   r.ProjectID,
		Kind:        pipeline.SigningKind(r.Kind),
		SignedOn:    sqlkit.EventDay(r.SignedOn, r.SignedPrecision),
		Amount:      domain.Yuan(r.Amount),
		Counterpart: r.Counterpart, Occasion: r.Occasion, Exclusions: r.Exclusions, Note: r.Note, Corrects: domain.ID(r.Corrects), Void: r.Void,
		RecordedAt: r.RecordedAt.UTC(), RecordedBy: domain.ID(r.RecordedBy), ByName: r.ByName}
}

// Signings implements pipeline.SigningStore.
func (s *SigningStore) Signings(ctx context.Context, project domain.ID) ([]pipeline.SigningEvent, error) {
	var rows []SigningEventRow
	err := s.db.Read(ctx).Where("project_id = ?", project).Order("recorded_at, id").Find(&rows).Error
	return sqlkit.Mapped(rows, SigningEventRow.Entity), err
}

// AddSigning implements pipeline.SigningStore.
func (s *SigningStore) AddSigning(ctx context.Context, e pipeline.SigningEvent) error {
	row := SigningEventRow{ID: e.ID, ProjectID: e.ProjectID, Kind: string(e.Kind), SignedOn: sqlkit.LastDay(e.SignedOn),
		SignedPrecision: sqlkit.Precision(e.SignedOn),
		Amount:          int64(e.Amount), Counterpart: e.Counterpart, Occasion: e.Occasion, Exclusions: sqlkit.List(e.Exclusions), Note: e.Note,
		Corrects: sqlkit.Ref(e.Corrects), Void: e.Void, RecordedAt: e.RecordedAt, RecordedBy: sqlkit.Ref(e.RecordedBy), ByName: e.ByName}
	return s.db.Insert(ctx, &row, nil)
}

// SigningStore stores signings.
type SigningStore struct{ db *sqlkit.DB }

// NewSigningStore returns the store over db.
func NewSigningStore(db *sqlkit.DB) *SigningStore { return &SigningStore{db: db} }
