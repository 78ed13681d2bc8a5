package pipeline

import (
	"context"
	"time"

	"sangu/domain"
	"sangu/domain/pipeline"
	"sangu/repository/sqlkit"
)

// StageEventRow is the stored form of a stage event.
type StageEventRow struct {
	ID                domain.ID
	ProjectID         domain.ID
	Code              string
	OccurredOn        sqlkit.Date
	OccurredPrecision string
	RecordedAt        time.Time
	RecordedBy        sqlkit.Ref
	ByName            string
	Note              string
	Reason            string
	ReviewOn          sqlkit.Date
	Amount            *int64
	Corrects          sqlkit.Ref
	Void              bool
	Source            string
}

// TableName implements schema.Tabler.
func (StageEventRow) TableName() string { return "stage_events" }

// Entity returns the event that the row stores.
func (r StageEventRow) Entity() pipeline.Event {
	return pipeline.Event{ID: r.ID, ProjectID: r.ProjectID, Code: pipeline.Code(r.Code),
		OccurredOn: sqlkit.EventDay(r.OccurredOn, r.OccurredPrecision), RecordedAt: r.RecordedAt.UTC(),
		RecordedBy: domain.ID(r.RecordedBy), ByName: r.ByName, Note: r.Note, Reason: r.Reason, ReviewOn: domain.Date(r.ReviewOn),
		Amount: sqlkit.Amount[domain.Yuan](r.Amount), Corrects: domain.ID(r.Corrects), Void: r.Void, Source: r.Source}
}

// Events implements pipeline.EventStore.
func (s *EventStore) Events(ctx context.Context, project domain.ID) ([]pipeline.Event, error) {
	var rows []StageEventRow
	err := s.db.Read(ctx).Where("project_id = ?", project).Order("recorded_at, id").Find(&rows).Error
	out := make([]pipeline.Event, len(rows))
	for i, r := range rows {
		out[i] = r.Entity()
	}
	return out, err
}

// AddEvent implements pipeline.EventStore.
func (s *EventStore) AddEvent(ctx context.Context, e pipeline.Event) error {
	row := StageEventRow{ID: e.ID, ProjectID: e.ProjectID, Code: string(e.Code), OccurredOn: sqlkit.LastDay(e.OccurredOn),
		OccurredPrecision: sqlkit.Precision(e.OccurredOn),
		RecordedAt:        e.RecordedAt, RecordedBy: sqlkit.Ref(e.RecordedBy), ByName: e.ByName, Note: e.Note, Reason: e.Reason,
		ReviewOn: sqlkit.Date(e.ReviewOn), Amount: (*int64)(e.Amount), Corrects: sqlkit.Ref(e.Corrects), Void: e.Void, Source: e.Source}
	return s.db.Insert(ctx, &row, nil)
}

// EventStore stores stage events.
type EventStore struct{ db *sqlkit.DB }

// NewEventStore returns the store over db.
func NewEventStore(db *sqlkit.DB) *EventStore { return &EventStore{db: db} }
