package intake

import (
	"context"
	"errors"
	"fmt"
	"time"

	"sangu/domain"
	"sangu/domain/org"
)

// errMoved says that somebody else moved the import on, or stopped it.
var errMoved = errors.New("import moved on")

// RowWriter writes rows within the running unit of work and returns what they
// did, one effect a record, and how many records that were.
type RowWriter func(ctx context.Context) ([]Effect, Progress, error)

// WriteRows writes the rows of an import from those done up to row to of total
// in one unit of work. It writes nothing, and returns false, where the import is
// not being written or another process took these rows.
func (s *Imports) WriteRows(ctx context.Context, actor domain.Actor, i Import, to, total int, write RowWriter) (bool, error) {
	if err := actor.Require(org.ImportRun); err != nil {
		return false, err
	}
	err := s.Work.Do(ctx, func(ctx context.Context) error {
		ok, err := s.store.Claim(ctx, i.ID, i.Done, to)
		if err != nil {
			return err
		}
		if !ok {
			return errMoved
		}
		did, p, err := write(ctx)
		if err != nil {
			return err
		}
		if err := s.versions(ctx, did); err != nil {
			return err
		}
		if err := s.store.AddEffects(ctx, did); err != nil {
			return err
		}
		return s.advance(ctx, actor, i, p, to, total)
	})
	if errors.Is(err, errMoved) {
		return false, nil
	}
	return err == nil, err
}

// advance adds a chunk's progress to the import, and with the last one its end.
func (s *Imports) advance(ctx context.Context, actor domain.Actor, i Import, p Progress, to, total int) error {
	if to < total {
		return s.store.Advance(ctx, i.ID, p, time.Time{})
	}
	i.Done, i.Created, i.Updated = to, i.Created+p.Created, i.Updated+p.Updated
	i.Unchanged, i.Refused = i.Unchanged+p.Unchanged, i.Refused+p.Refused
	if err := s.record(ctx, actor, "import.run", i); err != nil {
		return err
	}
	return s.store.Advance(ctx, i.ID, p, s.Clock.Now())
}

// versions notes on the effects the versions that records have now.
func (s *Imports) versions(ctx context.Context, did []Effect) error {
	byKind := map[string][]domain.ID{}
	for _, e := range did {
		if !e.Subject.ID.IsZero() {
			byKind[e.Subject.Kind] = append(byKind[e.Subject.Kind], e.Subject.ID)
		}
	}
	for kind, ids := range byKind {
		now, err := s.store.Versions(ctx, kind, ids)
		if err != nil {
			return err
		}
		for n := range did {
			if did[n].Subject.Kind == kind {
				did[n].Version = now[did[n].Subject.ID]
			}
		}
	}
	return nil
}

// RunOnce writes a whole file in one unit of work, as the command line does. It
// is in the audit where a record was made or changed.
func (s *Imports) RunOnce(ctx context.Context, actor domain.Actor, name string, write func(ctx context.Context) (Progress, error)) error {
	if err := actor.Require(org.ImportRun); err != nil {
		return err
	}
	return s.Work.Do(ctx, func(ctx context.Context) error {
		p, err := write(ctx)
		if err != nil || p.Created+p.Updated == 0 {
			return err
		}
		return s.Journal.Record(
			ctx,
			actor,
			domain.Change{Action: "import.run", Subject: domain.Ref{Kind: domain.SubjectImport}, Title: name, Quiet: true,
				After: struct{ Created, Updated, Unchanged int }{Created: p.Created, Updated: p.Updated, Unchanged: p.Unchanged}},
		)
	})
}

// Restorer takes back one effect on a record that stays, or on one that the
// import made, which goes as a whole.
type Restorer func(ctx context.Context, actor domain.Actor, i Import, e Effect, made bool) error

// Undo takes back all that an import wrote, in one unit of work: what it made
// goes, what it changed restore brings back. It returns a KindConflict error that
// names each record which somebody changed since, and then undoes nothing.
func (s *Imports) Undo(ctx context.Context, actor domain.Actor, id domain.ID, version int, restore Restorer) (Import, error) {
	return s.Change(ctx, actor, id, version, "import.undo", func(ctx context.Context, i *Import) error {
		if err := i.Undo(s.Clock.Now()); err != nil {
			return err
		}
		changed, err := s.store.ChangedSince(ctx, *i)
		if err != nil {
			return err
		}
		if len(changed) > 0 {
			return changedSince(changed)
		}
		many := actor
		many.Bulk = true
		did, err := s.store.Effects(ctx, i.ID, "")
		if err != nil {
			return err
		}
		made := map[domain.Ref]bool{}
		for _, e := range did {
			made[e.Subject] = made[e.Subject] || e.Outcome == Created
		}
		for _, e := range did {
			if err := restore(ctx, many, *i, e, made[e.Subject]); err != nil {
				return fmt.Errorf("undo %s row %d: %w", e.Sheet, e.Row, err)
			}
		}
		return s.store.Withdraw(ctx, i.ID, i.UndoneAt)
	})
}

func changedSince(changed []Effect) error {
	e := domain.Conflict("import.changed_since").With("n", len(changed))
	for _, c := range changed {
		e.Fields = append(e.Fields, domain.Field(fmt.Sprintf("%s!%d", c.Sheet, c.Row), "import.changed", "title", c.Title))
	}
	return e
}
