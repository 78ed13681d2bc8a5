package library

import (
	"context"
	"fmt"
	"strings"
	"time"

	"sangu/domain"
	"sangu/domain/org"
)

// BinRetention is how long what was taken away is kept at least; afterwards the
// office may purge it, and nobody else does.
const BinRetention = 30 * 24 * time.Hour

// BinRecord is what the bin has to know of a record that stands.
type BinRecord struct {
	Title   string
	Maker   domain.ID
	MadeAt  time.Time
	Version int
}

// BinStore takes records away and puts them back.
type BinStore interface {
	// BinRecord reads a record in the actor's scope.
	BinRecord(ctx context.Context, actor domain.Actor, subject domain.Ref) (BinRecord, error)
	// Dependents gives the code of why others need the record, with how many, or "".
	Dependents(ctx context.Context, subject domain.Ref) (code string, n int, err error)
	// Withdraw takes the record of the version away.
	Withdraw(ctx context.Context, w domain.Withdrawn, version int) error
	// Bin lists what the actor may put back: what the right to withdraw reaches,
	// and what the actor took away.
	Bin(ctx context.Context, actor domain.Actor, kinds []string, p domain.Page) (domain.Slice[domain.Withdrawn], error)
	Withdrawn(ctx context.Context, actor domain.Actor, id domain.ID) (domain.Withdrawn, error)
	// Restore puts it back; a name or code that was taken since is a conflict, as
	// is a record that it belongs to being away itself.
	Restore(ctx context.Context, w domain.Withdrawn) error
	Purge(ctx context.Context, w domain.Withdrawn) error
	Within(ctx context.Context, actor domain.Actor, right domain.Right, subject domain.Ref) (bool, error)
}

// Bin is the service of 回收站.
type Bin struct {
	Work    domain.Work
	Store   BinStore
	Journal domain.Journal
	Clock   domain.Clock
}

// Withdraw takes a record away over the version read, with a reason. What
// others depend on stays.
func (s *Bin) Withdraw(ctx context.Context, actor domain.Actor, subject domain.Ref, version int, reason string) error {
	return s.Work.Do(ctx, func(ctx context.Context) error {
		r, err := s.Store.BinRecord(ctx, actor, subject)
		if err != nil {
			return err
		}
		reached, err := s.Store.Within(ctx, actor, org.RecordWithdraw, subject)
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
		if code, n, err := s.Store.Dependents(ctx, subject); err != nil || code != "" {
			return dependedOn(err, code, n)
		}
		w := domain.Withdrawn{Ref: subject, Title: r.Title, Reason: reason, By: actor.PersonID, ByName: actor.Name, At: now}
		if err := s.Store.Withdraw(ctx, w, version); err != nil {
			return fmt.Errorf("withdraw %s %s: %w", subject.Kind, subject.ID, err)
		}
		return s.Journal.Record(ctx, actor, domain.Change{Action: subject.Kind + ".withdraw", Subject: subject, Title: r.Title,
			Details: map[string]any{"reason": reason}})
	})
}

func dependedOn(err error, code string, n int) error {
	if err != nil {
		return err
	}
	e := domain.Conflict(code).With("n", n)
	e.Fields = []domain.FieldError{domain.Field("id", code, "n", n)}
	return e
}

// List gives one page of what the actor may put back, newest first.
func (s *Bin) List(ctx context.Context, actor domain.Actor, kinds []string, p domain.Page) (domain.Slice[domain.Withdrawn], error) {
	return s.Store.Bin(ctx, actor, kinds, p)
}

// Restore puts a record back as it was.
func (s *Bin) Restore(ctx context.Context, actor domain.Actor, id domain.ID) (w domain.Withdrawn, err error) {
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		if w, err = s.Store.Withdrawn(ctx, actor, id); err != nil {
			return err
		}
		if err := s.Store.Restore(ctx, w); err != nil {
			return fmt.Errorf("restore %s %s: %w", w.Kind, id, err)
		}
		return s.Journal.Record(ctx, actor, domain.Change{Action: w.Kind + ".restore", Subject: timelineOf(w), Title: w.Title, Quiet: w.Kind == domain.SubjectView,
			Details: map[string]any{"name": w.Title}})
	})
	return w, err
}

// timelineOf returns the record on whose timeline something of the bin is told.
func timelineOf(w domain.Withdrawn) domain.Ref {
	if w.Parent.ID.IsZero() {
		return w.Ref
	}
	return w.Parent
}

// Purge removes for good what was away for BinRetention. A project is never purged:
// its history is what was reported.
func (s *Bin) Purge(ctx context.Context, actor domain.Actor, id domain.ID) error {
	if err := actor.Require(org.RecordPurge); err != nil {
		return err
	}
	return s.Work.Do(ctx, func(ctx context.Context) error {
		w, err := s.Store.Withdrawn(ctx, actor, id)
		if err != nil {
			return err
		}
		if w.Kind == domain.SubjectProject {
			return domain.Conflict("bin.never_purged")
		}
		if s.Clock.Now().Before(w.At.Add(BinRetention)) {
			return domain.Conflict("bin.too_early")
		}
		if err := s.Store.Purge(ctx, w); err != nil {
			return fmt.Errorf("purge %s %s: %w", w.Kind, id, err)
		}
		return s.Journal.Record(ctx, actor, domain.Change{Action: w.Kind + ".purge", Subject: w.Ref, Title: w.Title, Quiet: true})
	})
}
