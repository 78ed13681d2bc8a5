package sqlkit

import (
	"context"
	"time"
)

// Take implements jobs.Lease.
func (s *LeaseStore) Take(ctx context.Context, name, holder string, until time.Time) (taken bool, err error) {
	now := s.db.Clock.Now()
	err = s.db.Do(ctx, func(ctx context.Context) error {
		res := s.db.Write(ctx).Exec(`INSERT INTO leases (name, holder, until) VALUES (?, ?, ?)
			ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until WHERE leases.holder = excluded.holder OR
				leases.until < ?`, name, holder, until.UTC(), now.UTC())
		taken = res.RowsAffected > 0
		return res.Error
	})
	return taken, err
}

// LeaseStore stores which process does the work by the clock.
type LeaseStore struct{ db *DB }

// NewLeaseStore returns the store over db.
func NewLeaseStore(db *DB) *LeaseStore { return &LeaseStore{db: db} }
