package library_test

import (
	"context"
	"errors"
	"fmt"
	"time"

	"sangu/domain"
	"sangu/domain/library"
)

// noon is when everything in these tests happens: noon of 1 July 2026 in UTC+8.
var noon = time.Date(2026, 7, 1, 4, 0, 0, 0, time.UTC)

type clockAt time.Time

func (c clockAt) Now() time.Time { return time.Time(c) }

type countedIDs struct{ n int }

func (c *countedIDs) New() domain.ID {
	c.n++
	return domain.ID(fmt.Sprintf("id-%d", c.n))
}

// noWork runs each unit of work as it is.
type noWork struct{}

func (noWork) Do(ctx context.Context, fn func(context.Context) error) error { return fn(ctx) }

// journal remembers the actions that were recorded.
type journal struct{ actions []string }

func (j *journal) Record(_ context.Context, _ domain.Actor, c domain.Change) error {
	j.actions = append(j.actions, c.Action)
	return nil
}

// reach answers for a right whether it reaches a record; rights not named do not.
type reach map[domain.Right]bool

func (r reach) Within(_ context.Context, _ domain.Actor, right domain.Right, _ domain.Ref) (bool, error) {
	return r[right], nil
}

// everywhere is an actor of the whole county with the rights.
func everywhere(rights ...domain.Right) domain.Actor {
	return domain.Actor{PersonID: "me", Name: "王主任", UnitID: "unit",
		Grants: []domain.Grant{{Role: "office", Rights: rights, Scope: domain.ScopeAll}}}
}

// memory keeps the records of the libraries; what a test did not put in is not
// found. Its embedded interfaces are nil: a call that no test expects fails.
type memory struct {
	library.ProjectReader
	library.ClientReader
	library.EnterpriseReader
	projects    map[domain.ID]library.Project
	clients     map[domain.ID]library.Client
	enterprises map[domain.ID]library.Enterprise
	contacts    map[domain.ID]library.Contact
	assigned    []library.Assignment
	// hidden are records that are out of the actor's scope.
	hidden map[domain.ID]bool
	broken error // what reading clients fails with
}

func found[T any](m map[domain.ID]T, hidden map[domain.ID]bool, id domain.ID, kind string) (T, error) {
	x, ok := m[id]
	if !ok || hidden[id] {
		return *new(T), domain.NotFound(kind)
	}
	return x, nil
}

func (m *memory) Project(_ context.Context, _ domain.Actor, id domain.ID) (library.Project, error) {
	return found(m.projects, m.hidden, id, domain.SubjectProject)
}

func (m *memory) AddProject(_ context.Context, p library.Project) error {
	m.projects[p.ID] = p
	return nil
}

func (m *memory) SaveProject(_ context.Context, p library.Project) error {
	p.Version++
	m.projects[p.ID] = p
	return nil
}

func (*memory) NextCode(context.Context, int) (string, error) { return "2026-00001", nil }

func (*memory) RecordFacts(context.Context, domain.ID) error { return nil }

func (*memory) RecordMissingFacts(context.Context, int) (int, error) { return 0, nil }

func (m *memory) ProjectView(ctx context.Context, actor domain.Actor, id domain.ID) (library.ProjectView, error) {
	p, err := m.Project(ctx, actor, id)
	return library.ProjectView{Project: p}, err
}

func (*memory) PlannedDays(context.Context, domain.Actor, library.ProjectFilter, domain.Date, domain.Date) ([]library.PlannedDay, error) {
	return []library.PlannedDay{{Name: "竹木"}}, nil
}

func (m *memory) Client(_ context.Context, _ domain.Actor, id domain.ID) (library.Client, error) {
	if m.broken != nil {
		return library.Client{}, m.broken
	}
	return found(m.clients, m.hidden, id, domain.SubjectClient)
}

func (m *memory) AddClient(_ context.Context, c library.Client) error {
	m.clients[c.ID] = c
	return nil
}

func (m *memory) SaveClient(_ context.Context, c library.Client) error {
	c.Version++
	m.clients[c.ID] = c
	return nil
}

func (m *memory) ClientView(ctx context.Context, actor domain.Actor, id domain.ID) (library.ClientView, error) {
	c, err := m.Client(ctx, actor, id)
	return library.ClientView{Client: c}, err
}

func (m *memory) Enterprise(_ context.Context, _ domain.Actor, id domain.ID) (library.Enterprise, error) {
	return found(m.enterprises, m.hidden, id, domain.SubjectEnterprise)
}

func (m *memory) AddEnterprise(_ context.Context, e library.Enterprise) error {
	m.enterprises[e.ID] = e
	return nil
}

func (m *memory) SaveEnterprise(_ context.Context, e library.Enterprise) error {
	e.Version++
	m.enterprises[e.ID] = e
	return nil
}

func (m *memory) EnterpriseView(ctx context.Context, actor domain.Actor, id domain.ID) (library.EnterpriseView, error) {
	e, err := m.Enterprise(ctx, actor, id)
	return library.EnterpriseView{Enterprise: e}, err
}

func (m *memory) Contact(_ context.Context, id domain.ID) (library.Contact, error) {
	return found(m.contacts, nil, id, domain.SubjectContact)
}

func (*memory) Contacts(context.Context, domain.Actor, library.ContactFilter, domain.Page) (domain.Slice[library.ContactItem], error) {
	return domain.Slice[library.ContactItem]{}, nil
}

func (m *memory) AddContact(_ context.Context, k library.Contact) error {
	m.contacts[k.ID] = k
	return nil
}

func (m *memory) SaveContact(_ context.Context, k library.Contact) error {
	k.Version++
	m.contacts[k.ID] = k
	return nil
}

func (m *memory) RemoveContact(_ context.Context, k library.Contact, _ domain.Withdrawn) error {
	delete(m.contacts, k.ID)
	return nil
}

func (*memory) Organization(context.Context, library.CreditCode, string) (library.Organization, bool, error) {
	return library.Organization{}, false, nil
}

func (*memory) OrganizationByID(_ context.Context, id domain.ID) (library.Organization, error) {
	return library.Organization{ID: id, Name: "百龙公司", Version: 1}, nil
}

func (*memory) AddOrganization(context.Context, library.Organization) error { return nil }

func (*memory) SaveOrganization(context.Context, library.Organization) error { return nil }

func (m *memory) Assignments(context.Context, domain.Ref) ([]library.Assignment, error) {
	return m.assigned, nil
}

func (m *memory) AddAssignment(_ context.Context, a library.Assignment) error {
	m.assigned = append(m.assigned, a)
	return nil
}

func (*memory) EndAssignment(context.Context, domain.ID, domain.Date) error { return nil }

var errBroken = errors.New("the disk is full")

// county has one record of each library, which every right of the actor reaches.
func county() (*memory, *library.Projects, *library.Clients, *library.Enterprises, reach) {
	m := &memory{hidden: map[domain.ID]bool{},
		projects: map[domain.ID]library.Project{"p": {ID: "p", Version: 3, Status: library.Active,
			ProjectFacts: library.ProjectFacts{Name: "竹木", ResponsibleUnitID: "unit", Code: "2026-00007"}}},
		clients: map[domain.ID]library.Client{"c": {ID: "c", Version: 3,
			ClientFacts: library.ClientFacts{OrganizationFacts: library.OrganizationFacts{Name: "百龙公司"}, OwnerID: "me", UnitID: "unit"}}},
		enterprises: map[domain.ID]library.Enterprise{"e": {ID: "e", Version: 3, EnterpriseFacts: library.EnterpriseFacts{
			OrganizationFacts: library.OrganizationFacts{Name: "三汇水泥"}, State: library.Normal, StateSince: day(2026, 1, 5), UnitID: "unit"}}},
		contacts: map[domain.ID]library.Contact{"k": {ID: "k", ClientID: "c", Name: "李总", WorkPhone: "13800000001", Version: 3}}}
	reaches := reach{"project.write": true, "client.write": true, "enterprise.write": true}
	shared := library.NewLibrary(m, m, reaches, library.Library{Work: noWork{}, Journal: &journal{}, Clock: clockAt(noon), IDs: &countedIDs{}})
	return m, library.NewProjects(m, m, m,
			&library.Projects{Library: shared}), library.NewClients(m, m, m,
			&library.Clients{Library: shared}), library.NewEnterprises(m, m,
			&library.Enterprises{Library: shared}), reaches
}
