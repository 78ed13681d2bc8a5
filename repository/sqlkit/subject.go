package sqlkit

import (
	"context"
	"sangu/domain"
)

// Within implements library.ReachStore and recruit.Within.
func (s *SubjectStore) Within(ctx context.Context, actor domain.Actor, right domain.Right, subject domain.Ref) (bool, error) {
	h := Holdings(subject.Kind)
	if h.Table == "" {
		return false, nil
	}
	q := InReach(s.db.Read(ctx).Table(h.Table+" AS x").Where("x.id = ?", subject.ID), actor.Reach(right), subject.Kind, "x")
	var n int64
	err := q.Count(&n).Error
	return n > 0, err
}

// Readable reports whether the actor sees a record of any kind.
func (s *SubjectStore) Readable(ctx context.Context, actor domain.Actor, subject domain.Ref) (bool, error) {
	return s.Within(ctx, actor, Holdings(subject.Kind).read, subject)
}

// TitleOf implements notice.RecipientStore.
func (s *SubjectStore) TitleOf(ctx context.Context, l domain.Ref) (string, error) {
	queries := map[string]string{
		"lead":       "SELECT company FROM leads WHERE id = ?",
		"visit":      "SELECT company FROM visits WHERE id = ?",
		"project":    "SELECT name FROM projects WHERE id = ?",
		"client":     "SELECT o.name FROM clients AS c JOIN organizations AS o ON o.id = c.organization_id WHERE c.id = ?",
		"enterprise": "SELECT o.name FROM enterprises AS e JOIN organizations AS o ON o.id = e.organization_id WHERE e.id = ?",
	}
	var name string
	err := s.db.Read(ctx).Raw(queries[l.Kind], l.ID).Scan(&name).Error
	return name, err
}

// SubjectStore answers what holds of records of any kind, over one database.
type SubjectStore struct{ db *DB }

// NewSubjectStore returns the store over db.
func NewSubjectStore(db *DB) *SubjectStore { return &SubjectStore{db: db} }

// Seen implements library.DuplicateStore.
func (s *SubjectStore) Seen(ctx context.Context, actor domain.Actor, kind string, ids []domain.ID) ([]domain.ID, error) {
	var seen []domain.ID
	err := InScope(s.db.Read(ctx).Table(Holdings(kind).Table+" AS x").Where("x.id IN ?", ids), actor, kind, "x").Pluck("x.id", &seen).Error
	return seen, err
}
