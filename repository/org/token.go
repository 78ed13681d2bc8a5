package org

import (
	"context"
	"time"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/repository/sqlkit"
)

type tokenRow struct {
	ID        domain.ID
	PersonID  domain.ID
	Name      string
	Hash      string
	CreatedAt time.Time
	ExpiresAt time.Time
	RevokedAt *time.Time
}

func (r tokenRow) Entity() org.Token {
	return org.Token{ID: r.ID, PersonID: r.PersonID, Name: r.Name, Hash: r.Hash, CreatedAt: r.CreatedAt.UTC(),
		ExpiresAt: r.ExpiresAt.UTC(), RevokedAt: sqlkit.Instant(r.RevokedAt)}
}

type tokenViewRow struct {
	Row   tokenRow `gorm:"embedded"`
	Epoch int
}

// TokenByHash implements org.SessionStore.
func (s *SessionStore) TokenByHash(ctx context.Context, hash string) (org.Token, error) {
	var v tokenViewRow
	err := sqlkit.Take(s.db.Read(ctx).Table("tokens AS t").Select("t.*, "+sqlkit.EpochColumn).Where("t.hash = ?", hash), &v,
		domain.SubjectToken)
	t := v.Row.Entity()
	t.Epoch = v.Epoch
	return t, err
}

// Token implements org.SessionStore.
func (s *SessionStore) Token(ctx context.Context, id domain.ID) (org.Token, error) {
	var r tokenRow
	err := sqlkit.Take(s.db.Read(ctx).Where("id = ?", id), &r, domain.SubjectToken)
	return r.Entity(), err
}

// TokensOf implements org.SessionStore.
func (s *SessionStore) TokensOf(ctx context.Context, person domain.ID) ([]org.Token, error) {
	var rows []tokenRow
	err := s.db.Read(ctx).Where("person_id = ?", person).Order("created_at DESC, id DESC").Limit(domain.MaxPage).Find(&rows).Error
	out := make([]org.Token, len(rows))
	for i, r := range rows {
		out[i] = r.Entity()
	}
	return out, err
}

// AddToken implements org.SessionStore.
func (s *SessionStore) AddToken(ctx context.Context, t org.Token) error {
	row := tokenRow{ID: t.ID, PersonID: t.PersonID, Name: t.Name, Hash: t.Hash, CreatedAt: t.CreatedAt, ExpiresAt: t.ExpiresAt,
		RevokedAt: sqlkit.Moment(t.RevokedAt)}
	return s.db.Insert(ctx, &row, nil)
}

// RevokeToken implements org.SessionStore.
func (s *SessionStore) RevokeToken(ctx context.Context, id domain.ID, at time.Time) error {
	return s.db.Write(ctx).Table("tokens").Where("id = ? AND revoked_at IS NULL", id).Update("revoked_at", at).Error
}
