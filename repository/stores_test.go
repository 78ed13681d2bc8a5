package repository_test

import (
	"context"
	"slices"
	"testing"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
	"sangu/domain/recruit"
	"sangu/internal/pgtest"
	goalsstore "sangu/repository/goals"
	intakestore "sangu/repository/intake"
	librarystore "sangu/repository/library"
	orgstore "sangu/repository/org"
	pipelinestore "sangu/repository/pipeline"
	recruitstore "sangu/repository/recruit"
	reportingstore "sangu/repository/reporting"
	"sangu/repository/sqlkit"
)

// stores are the stores of one database.
type stores struct {
	t      *testing.T
	db     *sqlkit.DB
	people people
	rest   records
	filled int // how many fields were filled, so that no two values are the same
}

// people are the stores of persons and their posts.
type people struct {
	*orgstore.PersonStore
	*orgstore.PostStore
}

// records are the stores of everything else that has a version.
type records struct {
	*orgstore.UnitStore
	*orgstore.ViewStore
	*librarystore.OrganizationStore
	*librarystore.ClientStore
	*librarystore.ContactStore
	*librarystore.EnterpriseStore
	*librarystore.ProjectStore
	*pipelinestore.CurrentStateStore
	*pipelinestore.GateStore
	*recruitstore.LeadStore
	*recruitstore.VisitStore
	*recruitstore.FollowUpStore
	*intakestore.ImportStore
	*goalsstore.SuspicionStore
	*goalsstore.LimitStore
	*goalsstore.ColourStore
	*goalsstore.SchemeStore
	*reportingstore.TargetStore
}

func recordsOf(db *sqlkit.DB) records {
	return records{
		UnitStore: orgstore.NewUnitStore(db), ViewStore: orgstore.NewViewStore(db),
		OrganizationStore: librarystore.NewOrganizationStore(db), ClientStore: librarystore.NewClientStore(db),
		ContactStore: librarystore.NewContactStore(db), EnterpriseStore: librarystore.NewEnterpriseStore(db),
		ProjectStore: librarystore.NewProjectStore(db), CurrentStateStore: pipelinestore.NewCurrentStateStore(db),
		GateStore: pipelinestore.NewGateStore(db), LeadStore: recruitstore.NewLeadStore(db), VisitStore: recruitstore.NewVisitStore(db),
		FollowUpStore: recruitstore.NewFollowUpStore(db), ImportStore: intakestore.NewImportStore(db),
		SuspicionStore: goalsstore.NewSuspicionStore(db), LimitStore: goalsstore.NewLimitStore(db),
		ColourStore: goalsstore.NewColourStore(db), SchemeStore: goalsstore.NewSchemeStore(db),
		TargetStore: reportingstore.NewTargetStore(db),
	}
}

// each runs a test on the stores of both databases.
func each(t *testing.T, test func(t *testing.T, s *stores)) {
	t.Helper()
	for _, name := range pgtest.Databases(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := sqlkit.Options{Dir: t.TempDir()}
			if name == "postgres" {
				o = sqlkit.Options{URL: pgtest.DSN(t)}
			}
			db, err := sqlkit.Open(context.Background(), o)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = db.Close() })
			people := people{orgstore.NewPersonStore(db), orgstore.NewPostStore(db)}
			test(t, &stores{t: t, db: db, people: people, rest: recordsOf(db)})
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
		return id, s.rest.AddUnit(ctx, org.Unit{ID: id, Name: name, Path: string(id) + "/", Version: 1})
	case slices.Contains([]string{"PersonID", "OwnerID", "LeaderID", "CreatedBy", "AssessedBy"}, field):
		return id, s.people.AddPerson(ctx, org.Person{ID: id, Name: name, Version: 1})
	case field == "OrganizationID":
		o := library.Organization{ID: id, Name: name, CreditCode: library.CreditCode(id[:18]), CodeOverride: "because " + name,
			RegisteredCapital: 7, Version: 1}
		return id, s.rest.AddOrganization(ctx, o)
	case field == "ClientID":
		organization, err := s.refer(ctx, "OrganizationID")
		if err != nil {
			return "", err
		}
		return id, s.rest.AddClient(ctx, library.Client{ID: id, OrganizationID: organization, Version: 1})
	case field == "LeadID":
		return id, s.rest.AddLead(ctx, recruit.Lead{ID: id, LeadFacts: recruit.LeadFacts{Company: name},
			ReportedOn: domain.MustDate("2026-01-01"), Version: 1})
	case field == "ProjectID":
		unit, err := s.refer(ctx, "ResponsibleUnitID")
		if err != nil {
			return "", err
		}
		p := library.Project{ID: id, ProjectFacts: library.ProjectFacts{Code: name, Name: name, ResponsibleUnitID: unit}, Version: 1}
		return id, s.rest.AddProject(ctx, p)
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
