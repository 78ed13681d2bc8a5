package repository_test

import (
	"context"
	"slices"
	"testing"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/domain/pool"
	"sangu/domain/recruit"
	"sangu/internal/pgtest"
	"sangu/repository"
)

// stores are the stores of one database.
type stores struct {
	t          *testing.T
	db         *repository.DB
	units      *repository.Units
	people     *repository.People
	views      *repository.Views
	recruiting *repository.Recruiting
	imports    *repository.Imports
	filled     int // how many fields were filled, so that no two values are the same
}

// each runs a test on the stores of both databases.
func each(t *testing.T, test func(t *testing.T, s *stores)) {
	t.Helper()
	for _, name := range pgtest.Databases(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := repository.Options{Dir: t.TempDir()}
			if name == "postgres" {
				o = repository.Options{URL: pgtest.DSN(t)}
			}
			db, err := repository.Open(context.Background(), o)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = db.Close() })
			test(t, &stores{t: t, db: db, units: repository.NewUnits(db), people: repository.NewPeople(db), views: repository.NewViews(db),
				recruiting: repository.NewRecruiting(db), imports: repository.NewImports(db)})
		})
	}
}

// do runs fn in a unit of work that has to succeed.
func (s *stores) do(fn func(ctx context.Context) error) {
	s.t.Helper()
	if err := s.db.Do(context.Background(), fn); err != nil {
		s.t.Fatal(err)
	}
}

// everybody sees all.
func everybody() domain.Actor {
	return domain.RunAs("system.test", org.ProjectRead, org.ClientRead, org.EnterpriseRead, org.LeadRead, org.VisitRead, org.ImportRun)
}

// refer makes a new row for a field that refers to one, so that no two fields
// refer to the same, and returns its ID; "" for fields without such a row.
func (s *stores) refer(ctx context.Context, field string) (domain.ID, error) {
	id := domain.UUIDs{}.New()
	name := "referred to " + string(id)
	switch {
	case slices.Contains([]string{"UnitID", "ParentID", "HostUnitID", "ResponsibleUnitID", "AttractingUnitID"}, field):
		return id, s.units.AddUnit(ctx, org.Unit{ID: id, Name: name, Path: string(id) + "/", Version: 1})
	case slices.Contains([]string{"PersonID", "OwnerID", "LeaderID", "CreatedBy", "AssessedBy"}, field):
		return id, s.people.AddPerson(ctx, org.Person{ID: id, Name: name, Version: 1})
	case field == "OrganizationID":
		o := pool.Organization{ID: id, Name: name, CreditCode: pool.CreditCode(id[:18]), CodeOverride: "because " + name,
			RegisteredCapital: 7, Version: 1}
		return id, s.recruiting.AddOrganization(ctx, o)
	case field == "ClientID":
		organization, err := s.refer(ctx, "OrganizationID")
		if err != nil {
			return "", err
		}
		return id, s.recruiting.AddClient(ctx, pool.Client{ID: id, OrganizationID: organization, Version: 1})
	case field == "LeadID":
		return id, s.recruiting.AddLead(ctx, recruit.Lead{ID: id, LeadFacts: recruit.LeadFacts{Company: name},
			ReportedOn: domain.MustDate("2026-01-01"), Version: 1})
	case field == "ProjectID":
		unit, err := s.refer(ctx, "ResponsibleUnitID")
		if err != nil {
			return "", err
		}
		p := pool.Project{ID: id, ProjectFacts: pool.ProjectFacts{Code: name, Name: name, ResponsibleUnitID: unit}, Version: 1}
		return id, s.recruiting.AddProject(ctx, p)
	}
	return "", nil
}

// filled fills an entity anew, but for the fields named.
func filled[E any](s *stores, e E, leave ...string) E {
	s.t.Helper()
	s.do(func(ctx context.Context) error {
		var failed error
		f := filler{n: s.filled, leave: leave, refer: func(field string) domain.ID {
			id, err := s.refer(ctx, field)
			if err != nil && failed == nil {
				failed = err
			}
			return id
		}}
		fill(&f, &e)
		s.filled = f.n
		return failed
	})
	return e
}
