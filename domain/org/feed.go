package org

import (
	"context"
	"fmt"
	"time"

	"sangu/domain"
)

// Feed is a person's calendar at a secret address, for programs that cannot
// sign in. A person has one; making it again renews the address.
type Feed struct {
	PersonID domain.ID
	Hash     string `audit:"secret"`
	// Mine keeps it to what the person owns, rather than all that is in scope.
	Mine     bool
	Lang     string
	IssuedAt time.Time
	Epoch    int
}

// FeedStore keeps feeds by the hashes of their secrets.
type FeedStore interface {
	Feed(ctx context.Context, person domain.ID) (Feed, error)
	FeedByHash(ctx context.Context, hash string) (Feed, error)
	// SaveFeed puts a person's feed in the place of any other.
	SaveFeed(ctx context.Context, f Feed) error
	RemoveFeed(ctx context.Context, person domain.ID) error
}

// Feeds is the service of subscribed calendars.
type Feeds struct {
	Sessions *Sessions
	store    FeedStore
}

// NewFeeds returns s, the service, with its store filled in.
func NewFeeds(store FeedStore, s *Feeds) *Feeds {
	s.store = store
	return s
}

// Issue makes the actor's feed or renews its address; the former address no longer
// works. The secret is returned this once; only its hash is kept.
func (s *Feeds) Issue(ctx context.Context, actor domain.Actor, mine bool) (f Feed, secret string, err error) {
	secret, hash := s.Sessions.Secrets.New()
	f = Feed{PersonID: actor.PersonID, Hash: hash, Mine: mine, Lang: actor.Lang, IssuedAt: s.Sessions.Clock.Now()}
	err = s.Sessions.Work.Do(ctx, func(ctx context.Context) error {
		if err := s.store.SaveFeed(ctx, f); err != nil {
			return fmt.Errorf("save feed: %w", err)
		}
		return s.record(ctx, actor, "calendar_feed.issue", f)
	})
	return f, secret, err
}

// Revoke ends the actor's feed. It does nothing where there is none.
func (s *Feeds) Revoke(ctx context.Context, actor domain.Actor) error {
	return s.Sessions.Work.Do(ctx, func(ctx context.Context) error {
		f, err := s.store.Feed(ctx, actor.PersonID)
		if domain.IsKind(err, domain.KindNotFound) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := s.store.RemoveFeed(ctx, actor.PersonID); err != nil {
			return fmt.Errorf("remove feed: %w", err)
		}
		return s.record(ctx, actor, "calendar_feed.revoke", f)
	})
}

func (s *Feeds) record(ctx context.Context, actor domain.Actor, action string, f Feed) error {
	return s.Sessions.Journal.Record(ctx, actor, domain.Change{Action: action, Subject: domain.Ref{Kind: domain.SubjectPerson, ID: f.PersonID},
		Title: actor.Name, After: f, Quiet: true})
}

// Of returns the actor's own feed. It returns a KindNotFound error where there is
// none.
func (s *Feeds) Of(ctx context.Context, actor domain.Actor) (Feed, error) {
	return s.store.Feed(ctx, actor.PersonID)
}

// BySecret returns the feed of a secret and the actor it acts for. It returns a
// KindNotFound error for a secret that is wrong, revoked or renewed, and for a
// person who may no longer sign in.
func (s *Feeds) BySecret(ctx context.Context, secret string) (Feed, domain.Actor, error) {
	f, err := s.store.FeedByHash(ctx, s.Sessions.Secrets.Hash(secret))
	if err != nil {
		return Feed{}, domain.Actor{}, err
	}
	actor, err := s.Sessions.actors.get(f.PersonID, f.Epoch, domain.Today(s.Sessions.Clock),
		func() (domain.Actor, error) { return s.Sessions.actor(ctx, f.PersonID) })
	if domain.IsKind(err, domain.KindUnauthenticated) {
		return Feed{}, domain.Actor{}, domain.NotFound("calendar_feed")
	}
	actor.Lang = f.Lang
	return f, actor, err
}
