// Package org stores units, people, posts, sessions, saved views and the audit.
package org

import (
	"context"
	"strings"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/repository/sqlkit"
)

type auditItemRow struct {
	Row sqlkit.AuditRow `gorm:"embedded"`
	sqlkit.Keyed
}

// Audit implements org.AuditStore.
func (s *AuditStore) Audit(ctx context.Context, f org.AuditFilter, p domain.Page) (domain.Slice[org.AuditEntry], error) {
	q := s.db.Read(ctx).Table("audit AS t")
	q = sqlkit.WhereEq(q, "t.actor_id", f.ActorID)
	q = sqlkit.WhereEq(q, "t.subject_kind", f.Subject.Kind)
	q = sqlkit.WhereEq(q, "t.subject_id", f.Subject.ID)
	if prefix, ok := strings.CutSuffix(f.Action, "."); ok {
		q = q.Where("t.action LIKE ?", prefix+".%")
	} else {
		q = sqlkit.WhereEq(q, "t.action", f.Action)
	}
	if !f.From.IsZero() {
		q = q.Where("t.at >= ?", f.From.Start().UTC())
	}
	if !f.To.IsZero() {
		q = q.Where("t.at < ?", f.To.AddDays(1).Start().UTC())
	}
	rows, page, err := sqlkit.PageOf[auditItemRow](q, "t", "t.*", sqlkit.Sorts{"at": "t.at"}, "-at", p)
	if err != nil {
		return domain.Slice[org.AuditEntry]{}, err
	}
	return sqlkit.SliceOf(rows, page, func(v auditItemRow) org.AuditEntry {
		r := v.Row
		e := org.AuditEntry{ID: r.ID, At: r.At.UTC(), ActorID: domain.ID(r.ActorID), ActorName: r.ActorName, Action: r.Action,
			Subject: domain.Ref{Kind: r.SubjectKind, ID: domain.ID(r.SubjectID)}, Title: r.Title, Address: r.Address, RequestID: r.RequestID,
			Changes: map[string]domain.Difference{}}
		for name, c := range r.Changes.V {
			e.Changes[name] = domain.Difference{Before: c.Before, After: c.After}
		}
		return e
	}), nil
}

// AuditStore reads the audit of one database.
type AuditStore struct{ db *sqlkit.DB }

// NewAuditStore returns the store over db.
func NewAuditStore(db *sqlkit.DB) *AuditStore { return &AuditStore{db: db} }
