package repository_test

import (
	"context"
	"testing"

	"sangu/domain"
	"sangu/domain/intake"
	"sangu/domain/library"
	"sangu/domain/org"
	"sangu/domain/recruit"
	"sangu/repository/sqlkit"
)

// held says how rows of a kind are seen, as the trade has it (domain.md §4.2):
// by whom a column names. It is written apart from the table of sqlkit, so that
// a way of holding rows that is lost there shows.
type held struct {
	kind, table   string
	read          domain.Right
	units, owners []string
	// leader is the column of the leader whom a row is assigned to, where it is no assignment.
	leader   string
	assigned bool
	add      func(s *stores) domain.ID
}

func heldKinds() []held {
	return []held{
		{kind: domain.SubjectProject, table: "projects", read: org.ProjectRead, owners: []string{"created_by"}, assigned: true,
			units: []string{"responsible_unit_id", "attracting_unit_id", "host_unit_id"},
			add: func(s *stores) domain.ID {
				return addedID(s, access[records, library.Project]{store: inRecords, add: records.AddProject})
			}},
		{kind: domain.SubjectClient, table: "clients", read: org.ClientRead, units: []string{"unit_id"},
			owners: []string{"owner_id", "created_by"}, add: func(s *stores) domain.ID {
				return addedID(s, access[records, library.Client]{store: inRecords, add: records.AddClient, with: clientOrganization})
			}},
		{kind: domain.SubjectEnterprise, table: "enterprises", read: org.EnterpriseRead, units: []string{"unit_id", "host_unit_id"},
			owners: []string{"created_by"}, assigned: true, add: func(s *stores) domain.ID {
				return addedID(s, access[records, library.Enterprise]{store: inRecords, add: records.AddEnterprise, with: enterpriseOrganization})
			}},
		{kind: domain.SubjectLead, table: "leads", read: org.LeadRead, units: []string{"unit_id"},
			owners: []string{"owner_id", "created_by"}, add: func(s *stores) domain.ID {
				return addedID(s, access[records, recruit.Lead]{store: inRecords, add: records.AddLead})
			}},
		{kind: domain.SubjectVisit, table: "visits", read: org.VisitRead, units: []string{"unit_id"}, leader: "leader_id",
			owners: []string{"owner_id", "created_by"}, add: func(s *stores) domain.ID {
				return addedID(s, access[records, recruit.Visit]{store: inRecords, add: records.AddVisit})
			}},
		{kind: domain.SubjectImport, table: "imports", read: org.ImportRun, units: []string{"unit_id"}, owners: []string{"person_id"},
			add: func(s *stores) domain.ID {
				return addedID(s, access[records, intake.Import]{store: inRecords, add: addImport})
			}},
	}
}

// addedID stores a new entity, every field filled, and returns its ID.
func addedID[S, E any](s *stores, a access[S, E]) domain.ID {
	s.t.Helper()
	return idOf(added(s, a, fate{}))
}

// reader holds one right, as far as the scope.
func reader(right domain.Right, person domain.ID, scope domain.Scope, units ...domain.ID) domain.Actor {
	return domain.Actor{PersonID: person, Grants: []domain.Grant{{Rights: []domain.Right{right}, Scope: scope, Units: units}}}
}

// sees reports whether the actor sees the row.
func (s *stores) sees(actor domain.Actor, kind, table string, id domain.ID) bool {
	s.t.Helper()
	var n int64
	q := s.db.Read(context.Background()).Table(table + " AS x")
	if err := sqlkit.InScope(q, actor, kind, "x").Where("x.id = ?", id).Count(&n).Error; err != nil {
		s.t.Fatal(err)
	}
	return n == 1
}

// column returns the ID that a column of a row names.
func (s *stores) column(table, name string, id domain.ID) domain.ID {
	s.t.Helper()
	var out string
	if err := s.db.Read(context.Background()).Table(table).Where("id = ?", id).Select(name).Row().Scan(&out); err != nil {
		s.t.Fatalf("%s.%s: %v", table, name, err)
	}
	return domain.ID(out)
}

func TestARowIsSeenByEachWhoHoldsItAndByNobodyElse(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, s *stores) {
		stranger, nowhere := domain.UUIDs{}.New(), domain.UUIDs{}.New()
		for _, h := range heldKinds() {
			id := h.add(s)
			may := func(how string, want bool, actor domain.Actor) {
				t.Helper()
				if got := s.sees(actor, h.kind, h.table, id); got != want {
					t.Errorf("a %s is seen by %s: %v, want %v", h.kind, how, got, want)
				}
			}
			may("who sees all", true, reader(h.read, stranger, domain.ScopeAll))
			may("nobody", false, domain.Actor{})
			may("who holds another right", false, reader("other.read", stranger, domain.ScopeAll))
			may("who owns nothing", false, reader(h.read, stranger, domain.ScopeOwn))
			may("no person, of what is one's own", false, reader(h.read, "", domain.ScopeOwn))
			may("another unit", false, reader(h.read, stranger, domain.ScopeUnit, nowhere))
			for _, column := range h.units {
				may(column, true, reader(h.read, stranger, domain.ScopeUnit, s.column(h.table, column, id)))
			}
			for _, column := range h.owners {
				may(column, true, reader(h.read, s.column(h.table, column, id), domain.ScopeOwn))
			}
			if h.leader != "" {
				leader := s.column(h.table, h.leader, id)
				may("its leader, as an owner", false, reader(h.read, leader, domain.ScopeOwn))
				may("its leader", true, reader(h.read, leader, domain.ScopeAssigned))
			}
			if h.assigned {
				leader := s.assign(h.kind, id)
				may("whom it is assigned to, as an owner", false, reader(h.read, leader, domain.ScopeOwn))
				may("whom it is assigned to", true, reader(h.read, leader, domain.ScopeAssigned))
				may("another leader", false, reader(h.read, stranger, domain.ScopeAssigned))
			}
		}
	})
}

// What is no record is in nobody's scope, whatever the actor holds.
func TestWhatIsNoRecordIsInNobodysReach(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, s *stores) {
		id := heldKinds()[0].add(s)
		all := domain.Reach{All: true}
		for kind, want := range map[string]int64{domain.SubjectProject: 1, domain.SubjectSetting: 0, "": 0} {
			var n int64
			q := sqlkit.InReach(s.db.Read(context.Background()).Table("projects AS x"), all, kind, "x").Where("x.id = ?", id)
			if err := q.Count(&n).Error; err != nil || n != want {
				t.Errorf("%q: %d rows, want %d (%v)", kind, n, want, err)
			}
		}
	})
}

// assign gives a record to a new leader.
func (s *stores) assign(kind string, id domain.ID) (leader domain.ID) {
	s.t.Helper()
	s.do(func(ctx context.Context) (err error) {
		if leader, err = s.refer(ctx, "LeaderID"); err != nil {
			return err
		}
		return s.db.Write(ctx).Table("assignments").Create(map[string]any{"id": string(domain.UUIDs{}.New()), "subject_kind": kind,
			"subject_id": string(id), "person_id": string(leader), "from_on": "2026-01-01"}).Error
	})
	return leader
}
