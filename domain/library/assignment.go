package library

import (
	"context"

	"sangu/domain"
)

// Assignment says that a leader answers for a project or an enterprise 包联 in a
// span of days. Past assignments are kept.
type Assignment struct {
	ID         domain.ID
	Subject    domain.Ref
	PersonID   domain.ID
	PersonName string
	FromOn     domain.Date
	ToOn       domain.Date // zero while it lasts
}

// AssignmentStore stores who answers for which record.
type AssignmentStore interface {
	// Assignments returns the present and past assignments of a record, oldest first.
	Assignments(ctx context.Context, subject domain.Ref) ([]Assignment, error)
	AddAssignment(ctx context.Context, a Assignment) error
	// EndAssignment ends an assignment on a day; one that has ended stays as it is.
	EndAssignment(ctx context.Context, id domain.ID, on domain.Date) error
}

// presentLeaders returns the people whose assignments last, in the order assigned.
func presentLeaders(all []Assignment) []domain.ID {
	var out []domain.ID
	for _, a := range all {
		if a.ToOn.IsZero() {
			out = append(out, a.PersonID)
		}
	}
	return out
}

// Reassigned returns the assignments that have to end, and the people whose
// assignments have to begin, so that those wanted are assigned and nobody else.
// A person who is wanted twice is assigned once.
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
