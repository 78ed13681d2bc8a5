package library

import "sangu/domain"

// Assignment is a leader's answer for a project or an enterprise 包联, from day
// to day; history is kept.
type Assignment struct {
	ID         domain.ID
	Subject    domain.Ref
	PersonID   domain.ID
	PersonName string
	FromOn     domain.Date
	ToOn       domain.Date
}

// Reassigned gives what changes the present assignments into those to the
// people wanted: the ones that end today, and the ones that begin.
func Reassigned(present []Assignment, wanted []domain.ID) (ended []Assignment, begun []domain.ID) {
	held := map[domain.ID]bool{}
	want := map[domain.ID]bool{}
	for _, id := range wanted {
		want[id] = true
	}
	for _, a := range present {
		if !a.ToOn.IsZero() {
			continue
		}
		held[a.PersonID] = true
		if !want[a.PersonID] {
			ended = append(ended, a)
		}
	}
	for _, id := range wanted {
		if !held[id] {
			held[id] = true
			begun = append(begun, id)
		}
	}
	return ended, begun
}
