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

func (sessionRow) TableName() string { return "sessions" }

func (tokenRow) TableName() string { return "tokens" }

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

// SessionStore keeps the sessions and tokens of one database.
type SessionStore struct{ db *sqlkit.DB }

// NewSessionStore returns the store over db.
func NewSessionStore(db *sqlkit.DB) *SessionStore { return &SessionStore{db: db} }
