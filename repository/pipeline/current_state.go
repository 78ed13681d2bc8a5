// Package pipeline stores stage events, verdicts, signings, splits, money in place, gates and evidence.
package pipeline

import (
	"context"
	"maps"
	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/pipeline"
	"sangu/repository/sqlkit"
)

// SaveFunds implements pipeline.CurrentStateStore.
func (s *CurrentStateStore) SaveFunds(ctx context.Context, p library.Project, reported, verified domain.Yuan) error {
	return s.db.Update(ctx, "projects", p.ID, p.Version, map[string]any{"funds_entered": int64(reported), "funds_verified": int64(verified),
		"updated_at": s.db.Clock.Now()}, nil)
}

// SaveCurrentState implements pipeline.CurrentStateStore.
func (s *CurrentStateStore) SaveCurrentState(ctx context.Context, p library.Project, st pipeline.CurrentState) error {
	on := func(stage library.Stage) sqlkit.Date { return sqlkit.LastDay(st.Reached[stage]) }
	first := func(stage library.Stage) sqlkit.Date {
		earliest, _ := library.SpanOf(st.Reached, stage)
		return sqlkit.Date(earliest)
	}
	ended, _ := library.EndSpanOf(st.Reached, st.EndedOn)
	columns := map[string]any{
		"stage": string(st.Stage), "stage_rank": st.Stage.Rank(), "stage_since": sqlkit.LastDay(st.StageSince),
		"stage_since_precision": sqlkit.Precision(st.StageSince), "denied_stage": string(st.Denied),
		"status":        string(st.Status),
		"status_reason": st.StatusReason, "status_since": sqlkit.LastDay(st.StatusSince),
		"status_since_precision": sqlkit.Precision(st.StatusSince), "review_on": sqlkit.Date(st.ReviewOn),
		"reached": sqlkit.Document[map[string]string]{V: sqlkit.EventDayTexts(st.Reached)}, "signed_on": on(library.Signed),
		"registered_on": on(library.Registered),
		"permitting_on": on(library.Permitting), "started_on": on(library.Started), "completed_on": on(library.Completed),
		"in_production_on": on(library.InProduction),
		"full_capacity_on": on(library.FullCapacity), "ended_on": sqlkit.LastDay(st.EndedOn),
		"ended_precision": sqlkit.Precision(st.EndedOn), "ended_earliest": sqlkit.Date(ended),
		"signed_earliest": first(library.Signed), "signed_precision": sqlkit.Precision(st.Reached[library.Signed]),
		"started_earliest": first(library.Started), "started_precision": sqlkit.Precision(st.Reached[library.Started]),
		"produced_earliest": first(library.InProduction),
		"signed_amount":     (*int64)(st.SignedAmount),
		"updated_at":        s.db.Clock.Now(),
	}
	maps.Copy(columns, confirmedColumns(st.Confirmed))
	return s.db.Update(ctx, "projects", p.ID, p.Version, columns, nil)
}

// SaveSignedAmount implements pipeline.CurrentStateStore.
func (s *CurrentStateStore) SaveSignedAmount(ctx context.Context, p library.Project, amount domain.Yuan) error {
	return s.db.Update(ctx, "projects", p.ID, p.Version, map[string]any{"signed_amount": int64(amount), "updated_at": s.db.Clock.Now()}, nil)
}

// confirmedColumns returns the columns by which reports count what is confirmed.
func confirmedColumns(stages map[library.Stage]bool) map[string]any {
	return map[string]any{"signed_confirmed": stages[library.Signed], "started_confirmed": stages[library.Started],
		"produced_confirmed": stages[library.InProduction]}
}

// CurrentStateStore writes onto projects what their events, verdicts, signings and
// funds come to.
type CurrentStateStore struct{ db *sqlkit.DB }

// NewCurrentStateStore returns the store over db.
func NewCurrentStateStore(db *sqlkit.DB) *CurrentStateStore { return &CurrentStateStore{db: db} }
