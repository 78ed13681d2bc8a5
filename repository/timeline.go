package repository

import (
	"context"
	"time"

	"sangu/domain"
	"sangu/domain/pool"
)

type timelineItemRow struct {
	ID          domain.ID
	At          time.Time
	OccurredOn  date
	Action      string
	ActorID     ref
	ActorName   string
	SourceKind  string
	SourceID    domain.ID
	SourceTitle string
	Details     document[map[string]any]
	Keyed
}

// Timeline implements pool.TimelineStore.
func (s *Libraries) Timeline(ctx context.Context, subject domain.Ref, actions []string, p domain.Page) (domain.Slice[pool.TimelineEntry], error) {
	q := s.db.read(ctx).Table("timeline AS t").Where("t.subject_kind = ? AND t.subject_id = ?", subject.Kind, subject.ID)
	q = among(q, "t.action", actions)
	rows, page, err := pageOf[timelineItemRow](q, "t", "t.*", sorts{"occurred_on": "CAST(t.occurred_on AS text)", "recorded": "CAST(t.id AS text)"}, "-occurred_on", p)
	if err != nil {
		return domain.Slice[pool.TimelineEntry]{}, err
	}
	return slice(rows, page, func(r timelineItemRow) pool.TimelineEntry {
		return pool.TimelineEntry{ID: r.ID, At: r.At.UTC(), OccurredOn: domain.Date(r.OccurredOn), Action: r.Action, ActorID: domain.ID(r.ActorID),
			ActorName: r.ActorName, Source: domain.Ref{Kind: r.SourceKind, ID: r.SourceID}, Title: r.SourceTitle, Details: r.Details.V}
	}), nil
}
