package repository

import (
	"context"
	"time"

	"sangu/domain"
	"sangu/domain/pipeline"
)

type verdictRow struct {
	ID        domain.ID
	EventID   domain.ID
	ProjectID domain.ID
	Agrees    bool
	Note      string
	DecidedBy domain.ID
	ByName    string
	UnitID    ref
	DecidedAt time.Time
	Reasons   document[[]domain.ID]
}

func (verdictRow) TableName() string { return "stage_verdicts" }

func (r verdictRow) entity() pipeline.Verdict {
	return pipeline.Verdict{ID: r.ID, EventID: r.EventID, ProjectID: r.ProjectID, Agrees: r.Agrees, Note: r.Note, By: r.DecidedBy, ByName: r.ByName,
		UnitID: domain.ID(r.UnitID), At: r.DecidedAt.UTC(), Reasons: r.Reasons.V}
}

// Event implements pipeline.Store.
func (s *VerdictStore) Event(ctx context.Context, id domain.ID) (pipeline.Event, error) {
	var r stageEventRow
	err := one(s.db.read(ctx).Where("id = ?", id), &r, "stage_event")
	return r.entity(), err
}

// Verdicts implements pipeline.Store.
func (s *VerdictStore) Verdicts(ctx context.Context, project domain.ID) ([]pipeline.Verdict, error) {
	var rows []verdictRow
	err := s.db.read(ctx).Where("project_id = ?", project).Order("decided_at, id").Find(&rows).Error
	return mapped(rows, verdictRow.entity), err
}

// AddVerdict implements pipeline.Store.
func (s *VerdictStore) AddVerdict(ctx context.Context, v pipeline.Verdict) error {
	row := verdictRow{v.ID, v.EventID, v.ProjectID, v.Agrees, v.Note, v.By, v.ByName, ref(v.UnitID), v.At, document[[]domain.ID]{append([]domain.ID{}, v.Reasons...)}}
	return s.db.insert(ctx, &row, nil)
}

// VerdictStore stores the verdict records of one database.
type VerdictStore struct{ db *DB }

// NewVerdictStore returns the store over db.
func NewVerdictStore(db *DB) *VerdictStore { return &VerdictStore{db: db} }
