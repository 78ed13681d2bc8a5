package library

import (
	"context"
	"fmt"
	"slices"
	"time"

	"sangu/domain"
)

// Undo restores the values that the records of a batch had before it. A record that
// was changed since is left as it is and listed as skipped. It returns a KindNotFound
// error to anybody but the maker, and a KindConflict error if the batch was undone
// before or is over 24 hours old.
//
// A maker who moved a record out of their own scope may still undo it: the batch is
// theirs, they hold the rights, and nobody changed the record since.
func (s *Batches) Undo(ctx context.Context, actor domain.Actor, id domain.ID) (Outcome, error) {
	b, err := s.store.Batch(ctx, id)
	if err != nil {
		return Outcome{}, err
	}
	if err := b.Undo(actor.PersonID, s.Clock.Now()); err != nil {
		return Outcome{}, err
	}
	t, err := s.target(actor, b.Kind)
	if err != nil {
		return Outcome{}, err
	}
	wide := inBatch(actor)
	wide.Grants = append(slices.Clone(actor.Grants), domain.Grant{Role: "undo", Rights: t.Rights(), Scope: domain.ScopeAll})
	out := Outcome{ID: id, At: b.UndoneAt}
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		out.Changes, out.Skipped = nil, nil
		if err := s.store.MarkUndone(ctx, b); err != nil {
			return err
		}
		for _, row := range b.Rows {
			if err := s.undoRow(ctx, wide, t, row, &out); err != nil {
				return fmt.Errorf("undo %s %s: %w", b.Kind, row.ID, err)
			}
		}
		if err := s.store.RecordRestored(ctx, id, len(out.Changes)); err != nil {
			return err
		}
		if err := s.notify(ctx, actor, t, b, out.Changes); err != nil {
			return err
		}
		return s.record(ctx, actor, "batch.undo", b, len(out.Changes), len(out.Skipped))
	})
	if err != nil {
		return Outcome{}, err
	}
	out.Names, err = s.names(ctx, t, out.Changes)
	return out, err
}

func (s *Batches) undoRow(ctx context.Context, wide domain.Actor, t BatchTarget, row BatchChange, out *Outcome) error {
	part := Outcome{}
	write, err := s.evaluate(ctx, wide, t, Picked{row.ID, row.Version}, time.Time{}, row.Before, &part)
	if err != nil {
		return err
	}
	if write != nil {
		done := &part.Changes[0]
		if done.Version, err = write(ctx); domain.IsKind(err, domain.KindStale) {
			part = Outcome{Skipped: []Skipped{{ID: row.ID, Title: row.Title, Reason: Outdated}}}
		} else if err != nil {
			return err
		}
	}
	out.Changes, out.Skipped = append(out.Changes, part.Changes...), append(out.Skipped, part.Skipped...)
	return nil
}
