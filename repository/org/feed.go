package org

import (
	"context"
	"time"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/repository/sqlkit"
)

type feedRow struct {
	PersonID domain.ID `gorm:"primaryKey"`
	Hash     string
	Mine     bool
	Lang     string
	IssuedAt time.Time
}

func (feedRow) TableName() string { return "calendar_feeds" }

type feedViewRow struct {
	Row   feedRow `gorm:"embedded"`
	Epoch int
}

func (s *FeedStore) feed(ctx context.Context, where string, value any) (org.Feed, error) {
	var v feedViewRow
	err := sqlkit.Take(s.db.Read(ctx).Table("calendar_feeds AS f").Select("f.*, "+sqlkit.EpochColumn).Where(where, value), &v, "calendar_feed")
	r := v.Row
	return org.Feed{PersonID: r.PersonID, Hash: r.Hash, Mine: r.Mine, Lang: r.Lang, IssuedAt: r.IssuedAt.UTC(), Epoch: v.Epoch}, err
}

// Feed implements org.FeedStore.
func (s *FeedStore) Feed(ctx context.Context, person domain.ID) (org.Feed, error) {
	return s.feed(ctx, "f.person_id = ?", person)
}

// FeedByHash implements org.FeedStore.
func (s *FeedStore) FeedByHash(ctx context.Context, hash string) (org.Feed, error) {
	return s.feed(ctx, "f.hash = ?", hash)
}

// SaveFeed implements org.FeedStore.
func (s *FeedStore) SaveFeed(ctx context.Context, f org.Feed) error {
	if err := s.RemoveFeed(ctx, f.PersonID); err != nil {
		return err
	}
	return s.db.Insert(ctx, &feedRow{PersonID: f.PersonID, Hash: f.Hash, Mine: f.Mine, Lang: f.Lang, IssuedAt: f.IssuedAt}, nil)
}

// RemoveFeed implements org.FeedStore.
func (s *FeedStore) RemoveFeed(ctx context.Context, person domain.ID) error {
	return s.db.Write(ctx).Where("person_id = ?", person).Delete(&feedRow{}).Error
}

// FeedStore keeps the subscribed calendars of one database.
type FeedStore struct{ db *sqlkit.DB }

// NewFeedStore returns the store over db.
func NewFeedStore(db *sqlkit.DB) *FeedStore { return &FeedStore{db: db} }
