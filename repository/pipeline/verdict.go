package pipeline

import (
	"context"
	"time"

	"sangu/domain"
	"sangu/domain/pipeline"
	"sangu/repository/sqlkit"
)

// VerdictRow is the stored form of a verdict on a stage event.
type VerdictRow struct {
	ID        domain.ID
	EventID   domain.ID
	ProjectID domain.ID
	Agrees    bool
	Note      string
	DecidedBy domain.ID
	ByName    string
	UnitID    sqlkit.Ref
	DecidedAt time.Time
	Reasons   sqlkit.Document[[]domain.ID]
}

// TableName implements schema.Tabler.
func (VerdictRow) TableName() string { return "stage_verdicts" }

// Entity returns the verdict that the row stores.
func (r VerdictRow) Entity() pipeline.Verdict {
	return pipeline.Verdict{ID: r.ID, EventID: r.EventID, ProjectID: r.ProjectID, Agrees: r.Agrees, Note: r.Note, By: r.DecidedBy,
		ByName: r.ByName,
		UnitID: domain.ID(r.UnitID), At: r.DecidedAt.UTC(), Reasons: r.Reasons.V}
}

// Event implements pipeline.EventStore.
func (s *VerdictStore) Event(ctx context.Context, id domain.ID) (pipeline.Event, error) {
	var r StageEventRow
	err := sqlkit.Take(s.db.Read(ctx).Where("id = ?", id), &r, "stage_event")
	return r.Entity(), err
}

// Verdicts implements pipeline.VerdictStore.
func (s *VerdictStore) Verdicts(ctx context.Context, project domain.ID) ([]pipeline.Verdict, error) {
	var rows []VerdictRow
	err := s.db.Read(ctx).Where("project_id = ?", project).Order("decided_at, id").Find(&rows).Error
	return sqlkit.Mapped(rows, VerdictRow.Entity), err
}

// AddVerdict implements pipeline.VerdictStore.
func (s *VerdictStore) AddVerdict(ctx context.Context, v pipeline.Verdict) error {
	row := VerdictRow{ID: v.ID, EventID: v.EventID, ProjectID: v.ProjectID, Agrees: v.Agrees, Note: v.Note, DecidedBy: v.By,
		ByName: v.ByName, UnitID: sqlkit.Ref(v.UnitID), DecidedAt: v.At,
		Reasons: sqlkit.Document[[]domain.ID]{V: append([]domain.ID{}, v.Reasons...)}}
	return s.db.Insert(ctx, &row, nil)
}

// VerdictStore stores verdicts on stage events, and reads the events.
type VerdictStore struct{ db *sqlkit.DB }

// NewVerdictStore returns the store over db.
func NewVerdictStore(db *sqlkit.DB) *VerdictStore { return &VerdictStore{db: db} }
