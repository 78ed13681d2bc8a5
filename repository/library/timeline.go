package library

import (
	"context"
	"time"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/repository/sqlkit"
)

type timelineItemRow struct {
	ID                domain.ID
	At                time.Time
	OccurredOn        sqlkit.Date
	OccurredPrecision string
	Action            string
	ActorID           sqlkit.Ref
	ActorName         string
	SourceKind        string
	SourceID          domain.ID
	SourceTitle       string
	Details           sqlkit.Document[map[string]any]
	sqlkit.Keyed
}

// Timeline implements library.TimelineStore.
func (s *TimelineStore) Timeline(ctx context.Context, subject domain.Ref, actions []string,
	p domain.Page) (domain.Slice[library.TimelineEntry], error) {
	q := s.db.Read(ctx).Table("timeline AS t").Where("t.subject_kind = ? AND t.subject_id = ?", subject.Kind, subject.ID)
	q = sqlkit.WhereIn(q, "t.action", actions)
	rows, page, err := sqlkit.PageOf[timelineItemRow](q, "t", "t.*",
		sqlkit.Sorts{"occurred_on": "CAST(t.occurred_on AS text)", "recorded": "CAST(t.id AS text)"}, "-occurred_on", p)
	if err != nil {
		return domain.Slice[library.TimelineEntry]{}, err
	}
	return sqlkit.SliceOf(rows, page, func(r timelineItemRow) library.TimelineEntry {
		return library.TimelineEntry{
			ID:         r.ID,
			At:         r.At.UTC(),
			OccurredOn: sqlkit.EventDay(r.OccurredOn, r.OccurredPrecision),
			Action:     r.Action,
			ActorID:    domain.ID(r.ActorID),
			ActorName:  r.ActorName,
			Source:     domain.Ref{Kind: r.SourceKind, ID: r.SourceID},
			Title:      r.SourceTitle,
			Details:    r.Details.V,
		}
	}), nil
}

// ActionCounts implements library.TimelineStore.
func (s *TimelineStore) ActionCounts(ctx context.Context, subject domain.Ref) (map[string]int, error) {
	var rows []struct {
		Action string
		N      int
	}
	err := s.db.Read(ctx).Table("timeline").Select("action, COUNT(*) AS n").
		Where("subject_kind = ? AND subject_id = ?", subject.Kind, subject.ID).
		Group("action").Find(&rows).Error
	out := map[string]int{}
	for _, r := range rows {
		out[r.Action] = r.N
	}
	return out, err
}

// NamesOf implements library.TimelineStore.
func (s *TimelineStore) NamesOf(ctx context.Context, ids []domain.ID) (map[domain.ID]string, error) {
	out := map[domain.ID]string{}
	if len(ids) == 0 {
		return out, nil
	}
	var rows []struct {
		ID   domain.ID
		Name string
	}
	err := s.db.Read(ctx).Raw(`SELECT id, name FROM units WHERE id IN @ids
		UNION ALL SELECT id, name FROM people WHERE id IN @ids
		UNION ALL SELECT c.id, o.name FROM clients AS c JOIN organizations AS o ON o.id = c.organization_id WHERE c.id IN @ids`,
		map[string]any{"ids": ids}).Scan(&rows).Error
	for _, r := range rows {
		out[r.ID] = r.Name
	}
	return out, err
}

// TimelineStore reads timelines; the journal writes them.
type TimelineStore struct{ db *sqlkit.DB }

// NewTimelineStore returns the store over db.
func NewTimelineStore(db *sqlkit.DB) *TimelineStore { return &TimelineStore{db: db} }
