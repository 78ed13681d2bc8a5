package repository

import (
	"context"
	"time"

	"sangu/domain"
	"sangu/domain/pipeline"
)

type stageEventRow struct {
	ID         domain.ID
	ProjectID  domain.ID
	Code       string
	OccurredOn date
	RecordedAt time.Time
	RecordedBy ref
	ByName     string
	Note       string
	Reason     string
	ReviewOn   date
	Amount     *int64
	Corrects   ref
	Void       bool
	Source     string
}

func (stageEventRow) TableName() string { return "stage_events" }

func (r stageEventRow) entity() pipeline.Event {
	return pipeline.Event{ID: r.ID, ProjectID: r.ProjectID, Code: pipeline.Code(r.Code), OccurredOn: domain.Date(r.OccurredOn), RecordedAt: r.RecordedAt.UTC(),
		RecordedBy: domain.ID(r.RecordedBy), ByName: r.ByName, Note: r.Note, Reason: r.Reason, ReviewOn: domain.Date(r.ReviewOn),
		Amount: amount[domain.Yuan](r.Amount), Corrects: domain.ID(r.Corrects), Void: r.Void, Source: r.Source}
}

// Events implements pipeline.Store: as recorded, oldest first.
func (s *EventStore) Events(ctx context.Context, project domain.ID) ([]pipeline.Event, error) {
	var rows []stageEventRow
	err := s.db.read(ctx).Where("project_id = ?", project).Order("recorded_at, id").Find(&rows).Error
	out := make([]pipeline.Event, len(rows))
	for i, r := range rows {
		out[i] = r.entity()
	}
	return out, err
}

// AddEvent implements pipeline.Store.
func (s *EventStore) AddEvent(ctx context.Context, e pipeline.Event) error {
	row := stageEventRow{e.ID, e.ProjectID, string(e.Code), date(e.OccurredOn), e.RecordedAt, ref(e.RecordedBy), e.ByName, e.Note, e.Reason,
		date(e.ReviewOn), (*int64)(e.Amount), ref(e.Corrects), e.Void, e.Source}
	return s.db.insert(ctx, &row, nil)
}

// EventStore stores the event records of one database.
type EventStore struct{ db *DB }

// NewEventStore returns the store over db.
func NewEventStore(db *DB) *EventStore { return &EventStore{db: db} }
