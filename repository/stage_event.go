package repository

import (
	"context"
	"time"

	"sangu/domain"
	"sangu/domain/pipeline"
	"sangu/domain/pool"
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
func (s *Libraries) Events(ctx context.Context, project domain.ID) ([]pipeline.Event, error) {
	var rows []stageEventRow
	err := s.db.read(ctx).Where("project_id = ?", project).Order("recorded_at, id").Find(&rows).Error
	out := make([]pipeline.Event, len(rows))
	for i, r := range rows {
		out[i] = r.entity()
	}
	return out, err
}

// AddEvent implements pipeline.Store.
func (s *Libraries) AddEvent(ctx context.Context, e pipeline.Event) error {
	row := stageEventRow{e.ID, e.ProjectID, string(e.Code), date(e.OccurredOn), e.RecordedAt, ref(e.RecordedBy), e.ByName, e.Note, e.Reason,
		date(e.ReviewOn), (*int64)(e.Amount), ref(e.Corrects), e.Void, e.Source}
	return s.db.insert(ctx, &row, nil)
}

// Held implements pipeline.Store.
func (s *Libraries) Held(ctx context.Context, p pool.Project) (pipeline.Held, error) {
	held, err := s.heldBy(ctx, map[domain.ID]pipeline.Held{p.ID: {Project: p}})
	return held[p.ID], err
}

// Gates implements pipeline.Store; until the office sets its own, the standard
// ones hold.
func (s *Libraries) Gates(ctx context.Context) (pipeline.Gates, error) {
	stored, err := readSetting[[]storedGate](ctx, s.db, "gates")
	g := pipeline.Gates(eachOf(stored, storedGate.entity))
	if g == nil {
		g = pipeline.StandardGates()
	}
	return g, err
}

// HeldGates implements pipeline.Store.
func (s *Libraries) HeldGates(ctx context.Context) (pipeline.HeldGates, error) {
	stored, version, err := readVersioned[[]storedGate](ctx, s.db, "gates")
	g := pipeline.Gates(eachOf(stored, storedGate.entity))
	if g == nil {
		g = pipeline.StandardGates()
	}
	return pipeline.HeldGates{Gates: g, Version: version}, err
}

// SaveGates implements pipeline.Store.
func (s *Libraries) SaveGates(ctx context.Context, g pipeline.HeldGates) error {
	return writeVersioned(ctx, s.db, "gates", g.Version, mapped(g.Gates, storeGate)) // none at all is a choice too
}
