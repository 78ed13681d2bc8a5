package repository

import (
	"context"
	"time"

	"sangu/domain"
	"sangu/domain/pipeline"
	"sangu/domain/pool"
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
func (s *Libraries) Signings(ctx context.Context, project domain.ID) ([]pipeline.SigningEvent, error) {
	var rows []signingEventRow
	err := s.db.read(ctx).Where("project_id = ?", project).Order("recorded_at, id").Find(&rows).Error
	return mapped(rows, signingEventRow.entity), err
}

// AddSigning implements pipeline.Store.
func (s *Libraries) AddSigning(ctx context.Context, e pipeline.SigningEvent) error {
	row := signingEventRow{e.ID, e.ProjectID, string(e.Kind), date(e.SignedOn), int64(e.Amount), e.Counterpart, e.Occasion, list(e.Exclusions), e.Note,
		ref(e.Corrects), e.Void, e.RecordedAt, ref(e.RecordedBy), e.ByName}
	return s.db.insert(ctx, &row, nil)
}

// SaveSignedAmount implements pipeline.Store.
func (s *Libraries) SaveSignedAmount(ctx context.Context, p pool.Project, amount domain.Yuan) error {
	return s.db.update(ctx, "projects", p.ID, p.Version, map[string]any{"signed_amount": int64(amount), "updated_at": s.db.clock.Now()}, nil)
}

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
func (s *Libraries) Splits(ctx context.Context, project domain.ID) ([]pipeline.CreditSplit, error) {
	var rows []splitRow
	err := s.db.read(ctx).Where("project_id = ?", project).Order("recorded_at, id").Find(&rows).Error
	return mapped(rows, splitRow.entity), err
}

// AddSplit implements pipeline.Store.
func (s *Libraries) AddSplit(ctx context.Context, c pipeline.CreditSplit) error {
	row := splitRow{c.ID, c.ProjectID, date(c.FromOn), c.Basis, document[[]storedCreditShare]{eachOf(c.Shares, storeCreditShare)}, c.RecordedAt, ref(c.RecordedBy), c.ByName}
	return s.db.insert(ctx, &row, nil)
}
