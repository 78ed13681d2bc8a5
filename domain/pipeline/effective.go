package pipeline

import (
	"slices"

	"sangu/domain"
)

// correctable is a report that is never changed: a later one corrects it, or voids
// it without putting anything in its place.
type correctable interface {
	correction() (id, corrects domain.ID, void bool)
}

// correction returns the ID, what it corrects if anything, and whether it voids.
func (e Event) correction() (id, corrects domain.ID, void bool) { return e.ID, e.Corrects, e.Void }
func (e SigningEvent) correction() (id, corrects domain.ID, void bool) {
	return e.ID, e.Corrects, e.Void
}
func (e FundEntry) correction() (id, corrects domain.ID, void bool) { return e.ID, e.Corrects, e.Void }

// effective returns the reports that no later one corrects, without the voiding
// ones, in the given order; reports that are equal in it stay in the order
// recorded.
func effective[T correctable](all []T, order func(a, b T) int) []T {
	gone := map[domain.ID]bool{}
	for _, e := range all {
		if _, corrects, _ := e.correction(); !corrects.IsZero() {
			gone[corrects] = true
		}
	}
	var out []T
	for _, e := range all {
		if id, _, void := e.correction(); !gone[id] && !void {
			out = append(out, e)
		}
	}
	slices.SortStableFunc(out, order)
	return out
}

// contains reports whether a report with the ID is among all.
func contains[T correctable](all []T, id domain.ID) bool {
	return slices.ContainsFunc(all, func(e T) bool { own, _, _ := e.correction(); return own == id })
}
