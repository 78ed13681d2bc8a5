package library

import (
	"context"
	"time"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/library"
)

type madeBatchOut struct {
	ID        domain.ID      `json:"id" required:"true"`
	Kind      string         `json:"kind" required:"true" enum:"project,lead,client,enterprise,visit" description:"by which list it was made"`
	MadeAt    time.Time      `json:"made_at" required:"true"`
	Set       []batchSetting `json:"set" required:"true"`
	Changed   int            `json:"changed" required:"true"`
	Passed    int            `json:"passed" required:"true" description:"how many rows were passed over"`
	UndoUntil time.Time      `json:"undo_until" required:"true"`
	Undoable  bool           `json:"undoable" required:"true"`
	UndoneAt  *time.Time     `json:"undone_at,omitempty"`
	PutBack   int            `json:"put_back" required:"true" description:"how many rows the undoing put back; the others were changed since"`
}

// batchSetting is what a batch set: a name for a unit or person, the words of
// vocabularies as they are, empty where the field was cleared.
type batchSetting struct {
	Field string `json:"field" required:"true"`
	Value string `json:"value" required:"true"`
}

type madeBatchesOut struct {
	Items []madeBatchOut `json:"items" required:"true" description:"newest first, at most 20"`
}

// ListBatches serves one's own latest batches.
func (a *API) ListBatches(ctx context.Context, actor domain.Actor, _ struct{}) (madeBatchesOut, error) {
	r, err := a.Batches.Recent(ctx, actor)
	return madeBatchesOut{kit.Each(r.Batches, func(b library.MadeBatch) madeBatchOut {
		out := madeBatchOut{ID: b.ID, Kind: b.Kind, MadeAt: b.MadeAt, Set: []batchSetting{}, Changed: b.Changed, Passed: b.Skipped,
			UndoUntil: b.UndoUntil(), Undoable: b.Undoable(r.Now), PutBack: b.Restored}
		for _, field := range a.Batches.Fields() {
			if value, ok := b.Set[field]; ok {
				out.Set = append(out.Set, batchSetting{field, named(value, r.Names)})
			}
		}
		if !b.UndoneAt.IsZero() {
			out.UndoneAt = &b.UndoneAt
		}
		return out
	})}, err
}
