package pool

import (
	"sangu/domain"
	"sangu/domain/notice"
	"sangu/domain/org"
)

// given tells those to whom a project is newly given: its leaders, and the heads
// and clerks of the responsible unit.
func given(before, after Project) []domain.Told {
	out := toLeaders(before.Leaders, after.Leaders)
	if after.ResponsibleUnitID != before.ResponsibleUnitID {
		out = append(out, domain.Told{Kind: string(notice.Assigned), UnitID: after.ResponsibleUnitID, Roles: answering()})
	}
	return out
}

// answering are the roles that answer for what is given to their unit.
func answering() []string { return []string{string(org.UnitHead), string(org.UnitClerk)} }

// toLeaders tells leaders who were not leaders before.
func toLeaders(before, after []Assignment) []domain.Told {
	had := map[domain.ID]bool{}
	for _, a := range before {
		if a.ToOn.IsZero() {
			had[a.PersonID] = true
		}
	}
	var out []domain.Told
	for _, a := range after {
		if a.ToOn.IsZero() && !had[a.PersonID] {
			out = append(out, domain.Told{Kind: string(notice.Assigned), PersonID: a.PersonID})
		}
	}
	return out
}
