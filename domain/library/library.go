package library

import (
	"context"

	"sangu/domain"
)

// Store keeps the three libraries. Reads take the actor and obey its scope;
// what is out of scope is not found. Saves write over the entity's Version.
type Store interface {
	Project(ctx context.Context, actor domain.Actor, id domain.ID) (Project, error)
	AddProject(ctx context.Context, p Project) error
	SaveProject(ctx context.Context, p Project) error
	Client(ctx context.Context, actor domain.Actor, id domain.ID) (Client, error)
	AddClient(ctx context.Context, c Client) error
	SaveClient(ctx context.Context, c Client) error
	Contact(ctx context.Context, id domain.ID) (Contact, error)
	AddContact(ctx context.Context, k Contact) error
	SaveContact(ctx context.Context, k Contact) error
	// RemoveContact takes a contact away, to be put back from the bin.
	RemoveContact(ctx context.Context, k Contact, w domain.Withdrawn) error
	Enterprise(ctx context.Context, actor domain.Actor, id domain.ID) (Enterprise, error)
	AddEnterprise(ctx context.Context, e Enterprise) error
	SaveEnterprise(ctx context.Context, e Enterprise) error
	// Organization finds by credit code, else by the exact name; ok is false
	// where there is none.
	Organization(ctx context.Context, code CreditCode, name string) (o Organization, ok bool, err error)
	OrganizationByID(ctx context.Context, id domain.ID) (Organization, error)
	AddOrganization(ctx context.Context, o Organization) error
	SaveOrganization(ctx context.Context, o Organization) error
	Assignments(ctx context.Context, subject domain.Ref) ([]Assignment, error)
	// KeepFacts keeps what reports count a project by, for counting as known.
	KeepFacts(ctx context.Context, project domain.ID) error
	// KeepMissingFacts does so for at most so many projects that have none.
	KeepMissingFacts(ctx context.Context, most int) (n int, err error)
	AddAssignment(ctx context.Context, a Assignment) error
	EndAssignment(ctx context.Context, id domain.ID, on domain.Date) error
	// Within reports whether a row is inside the reach of a right.
	Within(ctx context.Context, actor domain.Actor, right domain.Right, subject domain.Ref) (bool, error)
	// NextCode gives the next project code of a year, as "CC-2026-0007".
	NextCode(ctx context.Context, year int) (string, error)
}

// Library is what the three libraries' services share.
type Library struct {
	Work    domain.Work
	Store   Store
	Journal domain.Journal
	Clock   domain.Clock
	IDs     domain.IDs
}

// within refuses a write to a row that the right does not reach. The row was
// read in scope, so it is forbidden rather than not found.
func (l *Library) within(ctx context.Context, actor domain.Actor, right domain.Right, subject domain.Ref) error {
	if err := actor.Require(right); err != nil {
		return err
	}
	ok, err := l.Store.Within(ctx, actor, right, subject)
	if err != nil || ok {
		return err
	}
	return domain.Forbidden("actor.out_of_reach")
}

// organization finds the organisation of the facts or makes it, and keeps its
// facts up to date. The code decides; a name alone matches a record that has no
// other code.
func (l *Library) organization(ctx context.Context, actor domain.Actor, f OrganizationFacts) (Organization, error) {
	o, found, err := l.Store.Organization(ctx, f.CreditCode, f.Name)
	if err != nil {
		return Organization{}, err
	}
	if !found {
		o = Organization{ID: l.IDs.New(), Name: f.Name, CreditCode: f.CreditCode, CodeOverride: f.CodeOverride,
			RegisteredCapital: f.RegisteredCapital, Version: 1, CreatedAt: l.Clock.Now()}
		if err := l.Store.AddOrganization(ctx, o); err != nil {
			return Organization{}, err
		}
		return o, l.Journal.Record(ctx, actor, domain.Change{Action: "organization.create", Subject: domain.Ref{Kind: domain.SubjectOrganization, ID: o.ID},
			Title: o.Name, After: o, Quiet: true})
	}
	return l.renamed(ctx, actor, o, f)
}

// renamed brings an organisation's record to the facts, where they differ.
func (l *Library) renamed(ctx context.Context, actor domain.Actor, o Organization, f OrganizationFacts) (Organization, error) {
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
	if err := l.Store.SaveOrganization(ctx, o); err != nil {
		return Organization{}, err
	}
	o.Version++
	return o, l.Journal.Record(ctx, actor, domain.Change{Action: "organization.update", Subject: domain.Ref{Kind: domain.SubjectOrganization, ID: o.ID},
		Title: o.Name, Before: before, After: o, Quiet: true})
}

// assign brings a subject's leaders to those wanted, keeping history.
func (l *Library) assign(ctx context.Context, subject domain.Ref, wanted []domain.ID) ([]Assignment, error) {
	present, err := l.Store.Assignments(ctx, subject)
	if err != nil {
		return nil, err
	}
	today := domain.Today(l.Clock)
	ended, begun := Reassigned(present, wanted)
	for _, a := range ended {
		if err := l.Store.EndAssignment(ctx, a.ID, today); err != nil {
			return nil, err
		}
	}
	for _, person := range begun {
		if err := l.Store.AddAssignment(ctx, Assignment{ID: l.IDs.New(), Subject: subject, PersonID: person, FromOn: today}); err != nil {
			return nil, err
		}
	}
	return l.Store.Assignments(ctx, subject)
}
