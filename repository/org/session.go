package org

import (
	"context"
	"time"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/repository/sqlkit"
)

type sessionRow struct {
	ID        string
	PersonID  domain.ID
	CreatedAt time.Time
	SeenAt    time.Time
	ExpiresAt time.Time
	Address   string
	Agent     string
}

type sessionViewRow struct {
	Row   sessionRow `gorm:"embedded"`
	Epoch int
}

type tokenViewRow struct {
	Row   tokenRow `gorm:"embedded"`
	Epoch int
}

func (sessionRow) TableName() string { return "sessions" }

type tokenRow struct {
	ID        domain.ID
	PersonID  domain.ID
	Name      string
	Hash      string
	CreatedAt time.Time
	ExpiresAt time.Time
	RevokedAt *time.Time
}

func (tokenRow) TableName() string { return "tokens" }

func (r tokenRow) Entity() org.Token {
	return org.Token{ID: r.ID, PersonID: r.PersonID, Name: r.Name, Hash: r.Hash, CreatedAt: r.CreatedAt.UTC(),
		ExpiresAt: r.ExpiresAt.UTC(), RevokedAt: sqlkit.Instant(r.RevokedAt)}
}

// Session implements org.SessionStore.
func (s *SessionStore) Session(ctx context.Context, id string) (org.Session, error) {
	var v sessionViewRow
	err := sqlkit.Take(s.db.Read(ctx).Table("sessions AS s").Select("s.*, "+sqlkit.EpochColumn).Where("s.id = ?", id), &v, "session")
	r := v.Row
	return org.Session{ID: r.ID, PersonID: r.PersonID, CreatedAt: r.CreatedAt.UTC(), SeenAt: r.SeenAt.UTC(), ExpiresAt: r.ExpiresAt.UTC(),
		Address: r.Address, Agent: r.Agent, Epoch: v.Epoch}, err
}

// AddSession implements org.SessionStore.
func (s *SessionStore) AddSession(ctx context.Context, n org.Session) error {
	row := sessionRow{ID: n.ID, PersonID: n.PersonID, CreatedAt: n.CreatedAt, SeenAt: n.SeenAt, ExpiresAt: n.ExpiresAt, Address: n.Address,
		Agent: n.Agent}
	return s.db.Insert(ctx, &row, nil)
}

// TouchSession implements org.SessionStore.
func (s *SessionStore) TouchSession(ctx context.Context, id string, at time.Time) error {
	return s.db.Write(ctx).Table("sessions").Where("id = ?", id).Update("seen_at", at).Error
}

// EndSession implements org.SessionStore.
func (s *SessionStore) EndSession(ctx context.Context, id string) error {
	return s.db.Write(ctx).Where("id = ?", id).Delete(&sessionRow{}).Error
}

// TokenByHash implements org.SessionStore.
func (s *SessionStore) TokenByHash(ctx context.Context, hash string) (org.Token, error) {
	var v tokenViewRow
	err := sqlkit.Take(s.db.Read(ctx).Table("tokens AS t").Select("t.*, "+sqlkit.EpochColumn).Where("t.hash = ?", hash), &v, domain.SubjectToken)
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

// SessionStore stores the session records of one database.
type SessionStore struct{ db *sqlkit.DB }

// NewSessionStore returns the store over db.
func NewSessionStore(db *sqlkit.DB) *SessionStore { return &SessionStore{db: db} }
