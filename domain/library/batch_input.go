package library

import (
	"context"
	"slices"

	"sangu/domain"
)

// prepare returns the kind of record that a batch is for, and its rows, each once. It
// returns a KindInvalid error that names every fault of the selection and the edit.
func (s *Batches) prepare(ctx context.Context, actor domain.Actor, kind string, sel Selection, set Edit) (BatchTarget, []Picked, error) {
	t, err := s.target(actor, kind)
	if err != nil {
		return nil, nil, err
	}
	var c domain.Check
	c.That(len(set) > 0, "set", "input.required")
	c.That(sel.All != nil || len(sel.Rows) > 0, "rows", "input.required")
	c.That(len(sel.Rows) <= MaxBatch, "rows", "batch.too_many", "max", MaxBatch)
	c.Add("set", t.CheckEdit(set))
	if err := s.checkReferences(ctx, t, set, &c); err != nil {
		return nil, nil, err
	}
	if err := c.Err(); err != nil {
		return nil, nil, err
	}
	rows, err := rowsOf(ctx, sel)
	return t, rows, err
}

// target returns the kind of record. It returns a KindNotFound error where no batch
// changes the kind, and a KindForbidden error where the actor lacks its rights.
func (s *Batches) target(actor domain.Actor, kind string) (BatchTarget, error) {
	for _, t := range s.Targets {
		if t.Kind() != kind {
			continue
		}
		for _, right := range t.Rights() {
			if err := actor.Require(right); err != nil {
				return nil, err
			}
		}
		return t, nil
	}
	return nil, domain.NotFound(domain.SubjectBatch)
}

// checkReferences adds a fault for every ID in the edit that names no record.
func (s *Batches) checkReferences(ctx context.Context, t BatchTarget, set Edit, c *domain.Check) error {
	references := t.References()
	for _, field := range t.Fields() {
		ids, kind := SplitIDs(set[field]), references[field]
		if len(ids) == 0 || kind == "" {
			continue
		}
		names, err := s.store.Names(ctx, kind, ids)
		if err != nil {
			return err
		}
		for _, id := range ids {
			c.That(names[id] != "", "set."+field, "record.reference_missing")
		}
	}
	return nil
}

// rowsOf returns the rows of a selection, each once. It returns a KindInvalid error if
// the filter has more than MaxBatch.
func rowsOf(ctx context.Context, sel Selection) ([]Picked, error) {
	if sel.All == nil {
		seen := map[domain.ID]bool{}
		return slices.DeleteFunc(slices.Clone(sel.Rows), func(p Picked) bool {
			again := seen[p.ID]
			seen[p.ID] = true
			return again
		}), nil
	}
	var rows []Picked
	for cursor := ""; ; {
		ids, next, err := sel.All(ctx, domain.Page{Limit: domain.MaxPage, Cursor: cursor})
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			rows = append(rows, Picked{ID: id})
		}
		if len(rows) > MaxBatch {
			return nil, domain.InvalidField("all", "batch.too_many", "max", MaxBatch)
		}
		if cursor = next; cursor == "" {
			return rows, nil
		}
	}
}

// names returns the names of all units and people that the changes name.
func (s *Batches) names(ctx context.Context, t BatchTarget, changes []BatchChange) (map[domain.ID]string, error) {
	out := map[domain.ID]string{}
	wanted := map[string][]domain.ID{}
	for field, kind := range t.References() {
		for _, c := range changes {
			wanted[kind] = append(wanted[kind], append(SplitIDs(c.Before[field]), SplitIDs(c.After[field])...)...)
		}
	}
	for kind, ids := range wanted {
		slices.Sort(ids)
		found, err := s.store.Names(ctx, kind, slices.Compact(ids))
		if err != nil {
			return nil, err
		}
		for id, name := range found {
			out[id] = name
		}
	}
	return out, nil
}
