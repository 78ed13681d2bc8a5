package library

import (
	"slices"

	"sangu/domain"
	"sangu/domain/notice"
	"sangu/domain/org"
)

// projectAssignees returns those to whom a change assigns a project: its new
// leaders, and the heads and clerks of a new responsible unit.
func projectAssignees(before, after Project) []domain.Recipient {
	out := newLeaders(before.Leaders, after.Leaders)
	if after.ResponsibleUnitID != before.ResponsibleUnitID {
		out = append(out, domain.Recipient{Kind: string(notice.Assigned), UnitID: after.ResponsibleUnitID, Roles: rolesOfUnit()})
	}
	return out
}

// rolesOfUnit returns the roles that answer for what is assigned to their unit.
func rolesOfUnit() []string { return []string{string(org.UnitHead), string(org.UnitClerk)} }

// newOwner returns the new owner of a record, if a change gives it one.
func newOwner(before, after domain.ID) []domain.Recipient {
	if after.IsZero() || after == before {
		return nil
	}
	return []domain.Recipient{{Kind: string(notice.Assigned), PersonID: after}}
}

// newlyReferredTo returns the people whom a batch puts into a field and who were
// not in it before.
func newlyReferredTo(c BatchChange, field string) []domain.Recipient {
	var out []domain.Recipient
	before := SplitIDs(c.Before[field])
	for _, id := range SplitIDs(c.After[field]) {
		if !slices.Contains(before, id) {
			out = append(out, domain.Recipient{Kind: string(notice.Assigned), PersonID: id})
		}
	}
	return out
}

// newLeaders returns the present leaders who were not leaders before.
func newLeaders(before, after []Assignment) []domain.Recipient {
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
