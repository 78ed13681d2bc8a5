package library

import (
	"context"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/repository/sqlkit"
)

// EventsSince implements library.LiveStore, from the outbox.
func (s *LiveStore) EventsSince(ctx context.Context, from domain.ID, most int) ([]library.OutboxEvent, error) {
	var rows []sqlkit.OutboxRow
	err := s.db.Read(ctx).Where("id >= ? AND subject_id IS NOT NULL", from).Order("id DESC").Limit(most).Find(&rows).Error
	out := make([]library.OutboxEvent, len(rows))
	for i, r := range rows {
		out[len(rows)-1-i] = library.OutboxEvent{ID: r.ID, Subject: domain.Ref{Kind: r.SubjectKind, ID: domain.ID(r.SubjectID)},
			ActorID: domain.ID(r.ActorID)}
	}
	return out, err
}

// LiveStore reads the outbox.
type LiveStore struct{ db *sqlkit.DB }

// NewLiveStore returns the store over db.
func NewLiveStore(db *sqlkit.DB) *LiveStore { return &LiveStore{db: db} }
