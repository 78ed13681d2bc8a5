package library

import (
	"context"
	"time"

	"sangu/domain"
)

// recentBatches is how many of their own batches people are shown.
const recentBatches = 20

// MadeBatch is a batch as its maker is shown it later.
type MadeBatch struct {
	ID     domain.ID
	Kind   string
	MadeAt time.Time
	Set    Edit
	// Changed, Skipped and Restored count the records that it changed, that it
	// skipped, and that its undoing restored.
	Changed, Skipped, Restored int
	UndoneAt                   time.Time
}

// UndoUntil is the last instant at which the batch may be undone.
func (b MadeBatch) UndoUntil() time.Time { return b.MadeAt.Add(undoWithin) }

// Undoable reports whether the batch may still be undone and changed anything.
func (b MadeBatch) Undoable(now time.Time) bool {
	return b.UndoneAt.IsZero() && b.Changed > 0 && !now.After(b.UndoUntil())
}

// RecentBatches are a person's latest batches of all lists, newest first.
type RecentBatches struct {
	Now     time.Time
	Batches []MadeBatch
	// Names of the units and people that the edits name.
	Names map[domain.ID]string
}

// Recent returns the actor's own latest 20 batches.
func (s *Batches) Recent(ctx context.Context, actor domain.Actor) (RecentBatches, error) {
	out := RecentBatches{Now: s.Clock.Now(), Names: map[domain.ID]string{}}
	var err error
	if out.Batches, err = s.store.RecentBatches(ctx, actor.PersonID, recentBatches); err != nil {
		return out, err
	}
	for _, b := range out.Batches {
		for _, t := range s.Targets {
			if t.Kind() != b.Kind {
				continue
			}
			names, err := s.names(ctx, t, []BatchChange{{After: b.Set}})
			if err != nil {
				return out, err
			}
			for id, name := range names {
				out.Names[id] = name
			}
		}
	}
	return out, nil
}
