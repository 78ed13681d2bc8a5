package library

import (
	"context"
	"fmt"
	"strings"
	"time"

	"sangu/domain"
	"sangu/domain/org"
)

// BinRetention is how long a record that was taken away is kept at least. Afterwards
// the office may purge it; nothing is purged by itself.
const BinRetention = 30 * 24 * time.Hour

// BinRecord is what the bin has to know of a record before it is taken away.
type BinRecord struct {
	Title   string
	Maker   domain.ID
	MadeAt  time.Time
	Version int
}

// BinStore takes records away and puts them back.
type BinStore interface {
	// BinRecord returns a KindNotFound error if there is no such record in the
	// actor's scope.
	BinRecord(ctx context.Context, actor domain.Actor, subject domain.Ref) (BinRecord, error)
	// Dependents returns the code of why other records need this one, with how many
	// do; the code is empty where none does.
	Dependents(ctx context.Context, subject domain.Ref) (code string, n int, err error)
	// Withdraw takes the record away over the version; a KindStale error where it
	// changed.
	Withdraw(ctx context.Context, w domain.Withdrawn, version int) error
	// Bin returns one page of what the actor may put back: what the right to withdraw
	// reaches, and what the actor took away.
	Bin(ctx context.Context, actor domain.Actor, kinds []string, p domain.Page) (domain.Slice[domain.Withdrawn], error)
	// Withdrawn returns one of these, or a KindNotFound error.
	Withdrawn(ctx context.Context, actor domain.Actor, id domain.ID) (domain.Withdrawn, error)
	// Restore puts a record back. It returns a KindConflict error if its name or code
	// was taken since, or if the record that it belongs to is away itself.
	Restore(ctx context.Context, w domain.Withdrawn) error
	// Purge removes a record for good. It returns a KindConflict error if others
	// still need it.
	Purge(ctx context.Context, w domain.Withdrawn) error
	ReachStore
}

// Bin is the service of 回收站.
type Bin struct {
	Work    domain.Work
	store   BinStore
	Journal domain.Journal
	Clock   domain.Clock
}

// NewBin returns s, the service, with its store filled in.
func NewBin(store BinStore, s *Bin) *Bin {
	s.store = store
	return s
}

// Withdraw takes a record away over the version read, for a reason. It returns a
// KindNotFound error if the actor does not see the record, a KindForbidden error if
// the actor may not take it away, a KindStale error if it was changed since, and a
// KindConflict error, with how many, if other records need it.
func (s *Bin) Withdraw(ctx context.Context, actor domain.Actor, subject domain.Ref, version int, reason string) error {
	return s.Work.Do(ctx, func(ctx context.Context) error {
		r, err := s.store.BinRecord(ctx, actor, subject)
		if err != nil {
			return err
		}
		reached, err := s.store.Within(ctx, actor, org.RecordWithdraw, subject)
		if err != nil {
			return err
		}
		now := s.Clock.Now()
		if err := org.MayWithdraw(actor, reached, r.Maker, r.MadeAt, now); err != nil {
			return err
		}
		if r.Version != version {
			return domain.Stale(nil)
		}
		if reason = strings.TrimSpace(reason); reason == "" {
			return domain.InvalidField("reason", "input.required")
		}
		if code, n, err := s.store.Dependents(ctx, subject); err != nil || code != "" {
			return dependedOn(err, code, n)
		}
		w := domain.Withdrawn{Ref: subject, Title: r.Title, Reason: reason, By: actor.PersonID, ByName: actor.Name, At: now}
		if err := s.store.Withdraw(ctx, w, version); err != nil {
			return fmt.Errorf("withdraw %s %s: %w", subject.Kind, subject.ID, err)
		}
		return s.Journal.Record(ctx, actor, domain.Change{Action: subject.Kind + ".withdraw", Subject: subject, Title: r.Title,
			Details: map[string]any{"reason": reason}})
	})
}

// dependedOn returns err, or a KindConflict error that n records need the record.
func dependedOn(err error, code string, n int) error {
	if err != nil {
		return err
	}
	e := domain.Conflict(code).With("n", n)
	e.Fields = []domain.FieldError{domain.Field("id", code, "n", n)}
	return e
}

// List returns one page of what the actor may put back, latest first.
func (s *Bin) List(ctx context.Context, actor domain.Actor, kinds []string, p domain.Page) (domain.Slice[domain.Withdrawn], error) {
	return s.store.Bin(ctx, actor, kinds, p)
}

// Restore puts a record back as it was. It returns a KindNotFound error if it is not
// among those that the actor may put back, and a KindConflict error if its name or
// code was taken since or the record that it belongs to is away.
func (s *Bin) Restore(ctx context.Context, actor domain.Actor, id domain.ID) (w domain.Withdrawn, err error) {
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		if w, err = s.store.Withdrawn(ctx, actor, id); err != nil {
			return err
		}
		if err := s.store.Restore(ctx, w); err != nil {
			return fmt.Errorf("restore %s %s: %w", w.Kind, id, err)
		}
		return s.Journal.Record(ctx, actor, domain.Change{Action: w.Kind + ".restore", Subject: timelineOf(w), Title: w.Title,
			Quiet: w.Kind == domain.SubjectView, Details: map[string]any{"name": w.Title}})
	})
	return w, err
}

// timelineOf returns the record on whose timeline a restored one is shown.
func timelineOf(w domain.Withdrawn) domain.Ref {
	if w.Parent.ID.IsZero() {
		return w.Ref
	}
	return w.Parent
}

// Purge removes for good a record that was away for BinRetention. It returns a
// KindForbidden error without the right, and a KindConflict error where it is too
// early or the record is a project: its history is what was reported.
func (s *Bin) Purge(ctx context.Context, actor domain.Actor, id domain.ID) error {
	if err := actor.Require(org.RecordPurge); err != nil {
		return err
	}
	return s.Work.Do(ctx, func(ctx context.Context) error {
		w, err := s.store.Withdrawn(ctx, actor, id)
		if err != nil {
			return err
		}
		if w.Kind == domain.SubjectProject {
			return domain.Conflict("bin.never_purged")
		}
		if s.Clock.Now().Before(w.At.Add(BinRetention)) {
			return domain.Conflict("bin.too_early")
		}
		if err := s.store.Purge(ctx, w); err != nil {
			return fmt.Errorf("purge %s %s: %w", w.Kind, id, err)
		}
		return s.Journal.Record(ctx, actor, domain.Change{Action: w.Kind + ".purge", Subject: w.Ref, Title: w.Title, Quiet: true})
	})
}
