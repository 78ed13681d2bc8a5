package library

import (
	"slices"

	"sangu/domain"
	"sangu/domain/notice"
	"sangu/domain/org"
)

// given tells those to whom a project is newly given: its leaders, and the heads
// and clerks of the responsible unit.
func given(before, after Project) []domain.Recipient {
	out := toLeaders(before.Leaders, after.Leaders)
	if after.ResponsibleUnitID != before.ResponsibleUnitID {
		out = append(out, domain.Recipient{Kind: string(notice.Assigned), UnitID: after.ResponsibleUnitID, Roles: answering()})
	}
	return out
}

// answering are the roles that answer for what is given to their unit.
func answering() []string { return []string{string(org.UnitHead), string(org.UnitClerk)} }

// toOwner tells the new owner of a record, if there is one.
func toOwner(before, after domain.ID) []domain.Recipient {
	if after.IsZero() || after == before {
		return nil
	}
	return []domain.Recipient{{Kind: string(notice.Assigned), PersonID: after}}
}

// newlyNamed tells people whom an edit names and who were not named before.
func newlyNamed(c BatchChange, field string) []domain.Recipient {
	var out []domain.Recipient
	before := SplitIDs(c.Before[field])
	for _, id := range SplitIDs(c.After[field]) {
		if !slices.Contains(before, id) {
			out = append(out, domain.Recipient{Kind: string(notice.Assigned), PersonID: id})
		}
	}
	return out
}

// toLeaders tells leaders who were not leaders before.
func toLeaders(before, after []Assignment) []domain.Recipient {
	had := map[domain.ID]bool{}
	for _, a := range before {
		if a.ToOn.IsZero() {
			had[a.PersonID] = true
		}
	}
	var out []domain.Recipient
	for _, a := range after {
		if a.ToOn.IsZero() && !had[a.PersonID] {
			out = append(out, domain.Recipient{Kind: string(notice.Assigned), PersonID: a.PersonID})
		}
	}
	return out
}
