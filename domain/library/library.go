// Package library is the three libraries: projects that are offered to investors,
// clients and local enterprises, over one shared organisation record.
package library

import (
	"context"

	"sangu/domain"
)

// ReachStore answers how far an actor's rights reach.
type ReachStore interface {
	// Within reports whether a record is inside the reach of a right.
	Within(ctx context.Context, actor domain.Actor, right domain.Right, subject domain.Ref) (bool, error)
}

// Library is what the services of the three libraries share.
type Library struct {
	Work          domain.Work
	organizations OrganizationStore
	assignments   AssignmentStore
	reach         ReachStore
	Journal       domain.Journal
	Clock         domain.Clock
	IDs           domain.IDs
}

// NewLibrary returns s with its stores filled in.
func NewLibrary(organizations OrganizationStore, assignments AssignmentStore, reach ReachStore, s Library) Library {
	s.organizations, s.assignments, s.reach = organizations, assignments, reach
	return s
}

// requireReach returns a KindForbidden error if the right does not reach a record
// that was read in the actor's scope.
func (l *Library) requireReach(ctx context.Context, actor domain.Actor, right domain.Right, subject domain.Ref) error {
	if err := actor.Require(right); err != nil {
		return err
	}
	ok, err := l.reach.Within(ctx, actor, right, subject)
	if err != nil || ok {
		return err
	}
	return domain.Forbidden("actor.out_of_reach")
}

// organizationOf returns the organisation that the facts are of, brought up to the
// facts; it adds one where there is none. The credit code decides; a name alone
// matches an organisation that has no other code.
func (l *Library) organizationOf(ctx context.Context, actor domain.Actor, f OrganizationFacts) (Organization, error) {
	o, found, err := l.organizations.Organization(ctx, f.CreditCode, f.Name)
	if err != nil {
		return Organization{}, err
	}
	if !found {
		o = Organization{ID: l.IDs.New(), Name: f.Name, CreditCode: f.CreditCode, CodeOverride: f.CodeOverride,
			RegisteredCapital: f.RegisteredCapital, Version: 1, CreatedAt: l.Clock.Now()}
		if err := l.organizations.AddOrganization(ctx, o); err != nil {
			return Organization{}, err
		}
		return o, l.Journal.Record(ctx, actor, domain.Change{Action: "organization.create",
			Subject: domain.Ref{Kind: domain.SubjectOrganization, ID: o.ID}, Title: o.Name, After: o, Quiet: true})
	}
	return l.updateOrganization(ctx, actor, o, f)
}

// updateOrganization brings an organisation to the facts, where they differ. Facts
// without a credit code or a capital leave those that are known.
func (l *Library) updateOrganization(ctx context.Context, actor domain.Actor, o Organization, f OrganizationFacts) (Organization, error) {
	before := o
	o.Name = f.Name
	if f.CreditCode != "" || before.CreditCode != "" {
		o.CreditCode, o.CodeOverride = f.CreditCode, f.CodeOverride
	}
	if f.CreditCode == "" && before.CreditCode != "" {
		o.CreditCode, o.CodeOverride = before.CreditCode, before.CodeOverride
	}
	if f.RegisteredCapital != 0 {
		o.RegisteredCapital = f.RegisteredCapital
	}
	if o == before {
		return o, nil
	}
	if err := l.organizations.SaveOrganization(ctx, o); err != nil {
		return Organization{}, err
	}
	o.Version++
	return o, l.Journal.Record(ctx, actor, domain.Change{Action: "organization.update",
		Subject: domain.Ref{Kind: domain.SubjectOrganization, ID: o.ID}, Title: o.Name, Before: before, After: o, Quiet: true})
}

// setLeaders makes those wanted the leaders of a record from today, and returns its
// present and past assignments.
func (l *Library) setLeaders(ctx context.Context, subject domain.Ref, wanted []domain.ID) ([]Assignment, error) {
	present, err := l.assignments.Assignments(ctx, subject)
	if err != nil {
		return nil, err
	}
	today := domain.Today(l.Clock)
	ended, begun := Reassigned(present, wanted)
	for _, a := range ended {
		if err := l.assignments.EndAssignment(ctx, a.ID, today); err != nil {
			return nil, err
		}
	}
	for _, person := range begun {
		if err := l.assignments.AddAssignment(ctx, Assignment{ID: l.IDs.New(), Subject: subject, PersonID: person, FromOn: today}); err != nil {
			return nil, err
		}
	}
	return l.assignments.Assignments(ctx, subject)
}
