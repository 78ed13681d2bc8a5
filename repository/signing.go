package repository

import (
	"context"
	"time"

	"sangu/domain"
	"sangu/domain/pipeline"
)

type signingEventRow struct {
	ID          domain.ID
	ProjectID   domain.ID
	Kind        string
	SignedOn    date
	Amount      int64
	Counterpart string
	Occasion    string
	Exclusions  list
	Note        string
	Corrects    ref
	Void        bool
	RecordedAt  time.Time
	RecordedBy  ref
	ByName      string
}

func (signingEventRow) TableName() string { return "signing_events" }

func (r signingEventRow) entity() pipeline.SigningEvent {
	return pipeline.SigningEvent{ID: r.ID, ProjectID: r.ProjectID, Kind: pipeline.SigningKind(r.Kind), SignedOn: domain.Date(r.SignedOn), Amount: domain.Yuan(r.Amount),
		Counterpart: r.Counterpart, Occasion: r.Occasion, Exclusions: r.Exclusions, Note: r.Note, Corrects: domain.ID(r.Corrects), Void: r.Void,
		RecordedAt: r.RecordedAt.UTC(), RecordedBy: domain.ID(r.RecordedBy), ByName: r.ByName}
}

// Signings implements pipeline.Store: as recorded.
func (s *SigningStore) Signings(ctx context.Context, project domain.ID) ([]pipeline.SigningEvent, error) {
	var rows []signingEventRow
	err := s.db.read(ctx).Where("project_id = ?", project).Order("recorded_at, id").Find(&rows).Error
	return mapped(rows, signingEventRow.entity), err
}

// AddSigning implements pipeline.Store.
func (s *SigningStore) AddSigning(ctx context.Context, e pipeline.SigningEvent) error {
	row := signingEventRow{e.ID, e.ProjectID, string(e.Kind), date(e.SignedOn), int64(e.Amount), e.Counterpart, e.Occasion, list(e.Exclusions), e.Note,
		ref(e.Corrects), e.Void, e.RecordedAt, ref(e.RecordedBy), e.ByName}
	return s.db.insert(ctx, &row, nil)
}

// SigningStore stores the signing records of one database.
type SigningStore struct{ db *DB }

// NewSigningStore returns the store over db.
func NewSigningStore(db *DB) *SigningStore { return &SigningStore{db: db} }
