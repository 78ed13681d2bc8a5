package repository

import (
	"context"

	"sangu/domain"
	"sangu/domain/pool"
)

// Happened implements pool.LiveStore, from the outbox.
func (s *Libraries) Happened(ctx context.Context, from domain.ID, most int) ([]pool.Happening, error) {
	var rows []outboxRow
	err := s.db.read(ctx).Where("id >= ? AND subject_id IS NOT NULL", from).Order("id DESC").Limit(most).Find(&rows).Error
	out := make([]pool.Happening, len(rows))
	for i, r := range rows {
		out[len(rows)-1-i] = pool.Happening{ID: r.ID, Subject: domain.Ref{Kind: r.SubjectKind, ID: domain.ID(r.SubjectID)}, ActorID: domain.ID(r.ActorID)}
	}
	return out, err
}
