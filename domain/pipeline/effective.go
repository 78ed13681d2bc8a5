package pipeline

import (
	"slices"

	"sangu/domain"
)

// correctable is something that is never changed once it was reported: a later one
// corrects it, or voids it without putting anything in its place.
type correctable interface {
	record() (id, corrects domain.ID, void bool)
}

func (e Event) record() (id, corrects domain.ID, void bool)        { return e.ID, e.Corrects, e.Void }
func (e SigningEvent) record() (id, corrects domain.ID, void bool) { return e.ID, e.Corrects, e.Void }
func (e FundEntry) record() (id, corrects domain.ID, void bool)    { return e.ID, e.Corrects, e.Void }

// effective gives what holds: what no later record corrects, without the voiding
// ones, in the given order and as recorded where that leaves it open.
func effective[T correctable](all []T, order func(a, b T) int) []T {
	gone := map[domain.ID]bool{}
	for _, e := range all {
		if _, corrects, _ := e.record(); !corrects.IsZero() {
			gone[corrects] = true
		}
	}
	var out []T
	for _, e := range all {
		if id, _, void := e.record(); !gone[id] && !void {
			out = append(out, e)
		}
	}
	slices.SortStableFunc(out, order)
	return out
}

// contains reports whether a record is among some.
func contains[T correctable](all []T, id domain.ID) bool {
	return slices.ContainsFunc(all, func(e T) bool { own, _, _ := e.record(); return own == id })
}
