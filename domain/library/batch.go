package library

import (
	"maps"
	"slices"
	"strings"
	"time"

	"sangu/domain"
)

// Limits of batches.
const (
	MaxBatch   = 2000           // records of one batch
	batchChunk = 200            // records of one unit of work
	undoWithin = 24 * time.Hour // how long a batch can be undone
)

// Edit is what a batch sets: values as text, by the field's wire name. An empty text
// clears a field; several values are sorted and joined by commas.
type Edit map[string]string

// Editable is one record as a batch reads it, with its present values of every field
// that a batch may set.
type Editable struct {
	ID        domain.ID
	Title     string
	Version   int
	UpdatedAt time.Time
	Values    Edit
}

// Changed returns the part of the edit that differs from the record.
func (r Editable) Changed(set Edit) Edit {
	out := Edit{}
	for field, value := range set {
		if r.Values[field] != value {
			out[field] = value
		}
	}
	return out
}

// Reason is why a batch, or its undoing, skips a record.
type Reason string

// The reasons for which a record is skipped.
const (
	OutOfScope Reason = "out_of_scope" // the actor does not see it, or there is none
	OutOfReach Reason = "out_of_reach" // the actor sees it but may not change it
	Outdated   Reason = "stale"        // changed since it was read
	Refused    Reason = "invalid"      // a rule of the record refuses it
	Unchanged  Reason = "unchanged"    // it has these values already
)

// Reasons lists every reason.
func Reasons() []Reason { return []Reason{OutOfScope, OutOfReach, Outdated, Refused, Unchanged} }

// Skipped is a record that was skipped; Err says which rule refused it.
type Skipped struct {
	ID     domain.ID
	Title  string
	Reason Reason
	Err    error
}

// BatchChange is what a batch does to one record. Version is the record's version
// after the change, or in a preview the present one.
type BatchChange struct {
	ID            domain.ID
	Title         string
	Version       int
	Before, After Edit
}

// Batch is one edit made to many records at once, kept so that it can be undone.
type Batch struct {
	ID       domain.ID
	Kind     string
	MadeBy   domain.ID
	MadeAt   time.Time
	Set      Edit
	UndoneAt time.Time
	Rows     []BatchChange
}

// Undo marks the batch as undone. It returns a KindNotFound error to anybody but its
// maker, and a KindConflict error if it was undone before or made over 24 hours ago.
func (b *Batch) Undo(by domain.ID, now time.Time) error {
	switch {
	case b.MadeBy != by:
		return domain.NotFound(domain.SubjectBatch)
	case !b.UndoneAt.IsZero():
		return domain.Conflict("batch.undone")
	case now.Sub(b.MadeAt) > undoWithin:
		return domain.Conflict("batch.too_old")
	}
	b.UndoneAt = now
	return nil
}

// JoinIDs returns several IDs as the text of an edit: sorted, each once.
func JoinIDs(ids []domain.ID) string {
	texts := make([]string, len(ids))
	for i, id := range ids {
		texts[i] = string(id)
	}
	slices.Sort(texts)
	return strings.Join(slices.Compact(texts), ",")
}

// SplitIDs returns the IDs in a text that JoinIDs wrote.
func SplitIDs(text string) []domain.ID {
	var ids []domain.ID
	for part := range strings.SplitSeq(text, ",") {
		if part != "" {
			ids = append(ids, domain.ID(part))
		}
	}
	return ids
}

// fields returns the edit's fields in order.
func (e Edit) fields() []string { return slices.Sorted(maps.Keys(e)) }
