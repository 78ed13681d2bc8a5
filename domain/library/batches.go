package library

import (
	"context"
	"fmt"
	"slices"
	"time"

	"sangu/domain"
)

// BatchStore stores batches.
type BatchStore interface {
	// Batch returns a KindNotFound error where there is none.
	Batch(ctx context.Context, id domain.ID) (Batch, error)
	AddBatch(ctx context.Context, b Batch) error
	// AddBatchRows stores what a chunk changed, from a position on, and how many
	// records it skipped.
	AddBatchRows(ctx context.Context, batch domain.ID, from int, rows []BatchChange, passed int) error
	// RecentBatches returns a person's latest batches, newest first.
	RecentBatches(ctx context.Context, person domain.ID, most int) ([]MadeBatch, error)
	// MarkUndone stores that a batch was undone. It returns a KindConflict error if
	// it was undone before.
	MarkUndone(ctx context.Context, b Batch) error
	// RecordRestored stores how many records the undoing restored.
	RecordRestored(ctx context.Context, batch domain.ID, n int) error
	// Names returns the names of units or people; those that there are.
	Names(ctx context.Context, kind string, ids []domain.ID) (map[domain.ID]string, error)
}

// Picked is a record that was ticked, with the version read; 0 stands for any version.
type Picked struct {
	ID      domain.ID
	Version int
}

// Selection is what a batch is for: the rows ticked, or all of a filter.
type Selection struct {
	Rows []Picked
	// All returns the pages of the filter, in the actor's scope; nil for Rows.
	All func(ctx context.Context, p domain.Page) (ids []domain.ID, next string, err error)
	// AsOf is when the filter's rows were previewed: a row that changed since is stale.
	AsOf time.Time
}

// Outcome is what a batch would do, or did.
type Outcome struct {
	ID      domain.ID // of the batch, empty for a preview
	At      time.Time
	Changes []BatchChange
	Skipped []Skipped
	// Names of the units and people that the changes name.
	Names map[domain.ID]string
}

// Batches is the service that changes many records at once and undoes it.
type Batches struct {
	Work    domain.Work
	store   BatchStore
	Targets []BatchTarget
	Journal domain.Journal
	Clock   domain.Clock
	IDs     domain.IDs
}

// NewBatches returns s, the service, with its store filled in.
func NewBatches(store BatchStore, s *Batches) *Batches {
	s.store = store
	return s
}

// Fields returns every field that a batch of any kind may set, once, in the order
// in which changes are shown.
func (s *Batches) Fields() []string {
	var out []string
	for _, t := range s.Targets {
		for _, f := range t.Fields() {
			if !slices.Contains(out, f) {
				out = append(out, f)
			}
		}
	}
	return out
}

// Preview returns what the batch would do, and changes nothing. It returns a
// KindInvalid error that names every fault of the selection and the edit.
func (s *Batches) Preview(ctx context.Context, actor domain.Actor, kind string, sel Selection, set Edit) (Outcome, error) {
	out := Outcome{At: s.Clock.Now()}
	t, rows, err := s.prepare(ctx, actor, kind, sel, set)
	if err != nil {
		return Outcome{}, err
	}
	for _, row := range rows {
		if _, err := s.evaluate(ctx, actor, t, row, sel.AsOf, set, &out); err != nil {
			return Outcome{}, err
		}
	}
	out.Names, err = s.names(ctx, t, out.Changes)
	return out, err
}

// Apply changes the records, each chunk of 200 in one unit of work and each record
// with its own audit. The same ID again returns the first result, as far as it came;
// it is a KindConflict error if somebody else made that batch, or on another list.
func (s *Batches) Apply(ctx context.Context, actor domain.Actor, id domain.ID, kind string, sel Selection, set Edit) (Outcome, error) {
	if id.IsZero() {
		id = s.IDs.New()
	} else if b, err := s.store.Batch(ctx, id); err == nil {
		return s.repeat(ctx, actor, kind, b)
	} else if !domain.IsKind(err, domain.KindNotFound) {
		return Outcome{}, err
	}
	t, rows, err := s.prepare(ctx, actor, kind, sel, set)
	if err != nil {
		return Outcome{}, err
	}
	out := Outcome{ID: id, At: s.Clock.Now()}
	batch := Batch{ID: id, Kind: kind, MadeBy: actor.PersonID, MadeAt: out.At, Set: set}
	chunks := slices.Collect(slices.Chunk(rows, batchChunk))
	for i, chunk := range chunks {
		part := Outcome{}
		err := s.Work.Do(ctx, func(ctx context.Context) error {
			part = Outcome{}
			if err := s.chunk(ctx, inBatch(actor), t, batch, i == 0, chunk, sel.AsOf, len(out.Changes), &part); err != nil || i < len(chunks)-1 {
				return err
			}
			return s.notify(ctx, actor, t, batch, append(slices.Clone(out.Changes), part.Changes...))
		})
		if err != nil {
			return Outcome{}, err
		}
		out.Changes, out.Skipped = append(out.Changes, part.Changes...), append(out.Skipped, part.Skipped...)
	}
	out.Names, err = s.names(ctx, t, out.Changes)
	return out, err
}

// inBatch returns the actor as one whose changes to single records notify nobody.
func inBatch(actor domain.Actor) domain.Actor {
	actor.Bulk = true
	return actor
}

// repeat answers the same batch a second time.
func (s *Batches) repeat(ctx context.Context, actor domain.Actor, kind string, b Batch) (Outcome, error) {
	t, err := s.target(actor, kind)
	if err != nil {
		return Outcome{}, err
	}
	if b.MadeBy != actor.PersonID || b.Kind != kind {
		return Outcome{}, domain.Conflict("record.id_taken")
	}
	names, err := s.names(ctx, t, b.Rows)
	return Outcome{ID: b.ID, At: b.MadeAt, Changes: b.Rows, Names: names}, err
}

// chunk changes the records of one unit of work and stores what it did.
func (s *Batches) chunk(ctx context.Context, actor domain.Actor, t BatchTarget, b Batch, first bool, rows []Picked, asOf time.Time,
	from int, part *Outcome) error {
	if first {
		if err := s.store.AddBatch(ctx, b); err != nil {
			return fmt.Errorf("add batch: %w", err)
		}
	}
	for _, row := range rows {
		write, err := s.evaluate(ctx, actor, t, row, asOf, b.Set, part)
		if err != nil {
			return err
		}
		if write == nil {
			continue
		}
		done := &part.Changes[len(part.Changes)-1]
		if done.Version, err = write(ctx); err != nil {
			if !domain.IsKind(err, domain.KindStale) {
				return fmt.Errorf("change %s %s: %w", b.Kind, row.ID, err)
			}
			// Somebody else wrote between reading and writing.
			part.Skipped = append(part.Skipped, Skipped{ID: done.ID, Title: done.Title, Reason: Outdated})
			part.Changes = part.Changes[:len(part.Changes)-1]
		}
	}
	if err := s.store.AddBatchRows(ctx, b.ID, from, part.Changes, len(part.Skipped)); err != nil {
		return fmt.Errorf("keep rows of batch: %w", err)
	}
	return s.record(ctx, actor, "batch.apply", b, len(part.Changes), len(part.Skipped))
}

func (s *Batches) record(ctx context.Context, actor domain.Actor, action string, b Batch, changed, skipped int) error {
	return s.Journal.Record(ctx, actor, domain.Change{Action: action, Subject: domain.Ref{Kind: domain.SubjectBatch, ID: b.ID}, Title: b.Kind,
		After: struct{ Changed, Skipped int }{changed, skipped}, Quiet: true})
}

// evaluate reads a record and adds to the outcome what the edit does to it, or why it
// is skipped; then write is nil.
func (s *Batches) evaluate(ctx context.Context, actor domain.Actor, t BatchTarget, row Picked, asOf time.Time, set Edit,
	out *Outcome) (write func(context.Context) (int, error), err error) {
	skip := func(r BatchRecord, why Reason, err error) {
		out.Skipped = append(out.Skipped, Skipped{ID: row.ID, Title: r.Title, Reason: why, Err: err})
	}
	r, err := t.Record(ctx, actor, row.ID)
	if domain.IsKind(err, domain.KindNotFound) {
		skip(r, OutOfScope, nil)
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	changed := r.Changed(set)
	switch fault := r.Check(ctx, set); {
	case row.Version != 0 && r.Version != row.Version, !asOf.IsZero() && r.UpdatedAt.After(asOf):
		skip(r, Outdated, nil)
		return nil, nil
	case len(changed) == 0:
		skip(r, Unchanged, nil)
		return nil, nil
	case domain.IsKind(fault, domain.KindForbidden):
		skip(r, OutOfReach, nil)
		return nil, nil
	case domain.IsKind(fault, domain.KindInvalid), domain.IsKind(fault, domain.KindConflict):
		skip(r, Refused, fault)
		return nil, nil
	case fault != nil:
		return nil, fault
	}
	before := Edit{}
	for _, field := range changed.fields() {
		before[field] = r.Values[field]
	}
	out.Changes = append(out.Changes, BatchChange{ID: r.ID, Title: r.Title, Version: r.Version, Before: before, After: changed})
	return func(ctx context.Context) (int, error) { return r.Write(ctx, changed) }, nil
}
