package repository_test

import (
	"context"
	"reflect"
	"testing"
	"time"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/recruit"
	intakestore "sangu/repository/intake"
	librarystore "sangu/repository/library"
)

// A sighting is a query that finds a row of a table.
type sighting struct {
	name  string
	table string
	id    domain.ID
	look  func(ctx context.Context, actor domain.Actor) (any, error)
	// scoped says that the query shows an actor only what is in scope.
	scoped bool
}

// Whatever finds a row, or counts it, does not once it was taken away, and does
// again when it was put back; what narrows to an actor's scope shows a stranger
// nothing.
func TestWhatWasTakenAwayIsFoundByNoQuery(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, s *stores) {
		for _, x := range sightings(s) {
			look := func(actor domain.Actor) any {
				t.Helper()
				got, err := x.look(context.Background(), actor)
				if err != nil && !domain.IsKind(err, domain.KindNotFound) {
					t.Fatalf("%s: %v", x.name, err)
				}
				return got
			}
			there := look(everybody())
			if x.scoped && reflect.DeepEqual(look(domain.Actor{PersonID: domain.UUIDs{}.New()}), there) {
				t.Errorf("%s shows a stranger what is out of scope: %v", x.name, there)
			}
			set := func(at any) {
				s.do(func(ctx context.Context) error {
					return s.db.Write(ctx).Table(x.table).Where("id = ?", x.id).Update("withdrawn_at", at).Error
				})
			}
			set(time.Date(2026, 9, 1, 0, 0, 0, 0, time.UTC))
			if reflect.DeepEqual(look(everybody()), there) {
				t.Errorf("%s finds what was taken away: %v", x.name, there)
			}
			set(nil)
			if got := look(everybody()); !reflect.DeepEqual(got, there) {
				t.Errorf("%s, put back: %v, want %v", x.name, got, there)
			}
		}
	})
}

func sightings(s *stores) []sighting {
	var out []sighting
	for _, of := range []func(*stores) []sighting{lookupSightings, knownSightings, duplicateSightings, peopleSightings, clientSightings,
		visitSightings, leadSightings, goalSightings} {
		out = append(out, of(s)...)
	}
	return out
}

// first keeps the first answer of a look-up and its error.
func first[A, B any](a A, _ B, err error) (any, error) { return a, err }

func lookupSightings(s *stores) []sighting {
	find := intakestore.NewLookupStore(s.db)
	p := added(s, access[records, library.Project]{store: inRecords, add: records.AddProject}, fate{})
	l := added(s, access[records, recruit.Lead]{store: inRecords, add: records.AddLead}, fate{})
	v := added(s, access[records, recruit.Visit]{store: inRecords, add: records.AddVisit}, fate{})
	e := added(s, access[records, library.Enterprise]{store: inRecords, add: records.AddEnterprise, with: enterpriseOrganization}, fate{})
	c := added(s, access[records, library.Client]{store: inRecords, add: records.AddClient, with: clientOrganization}, fate{})
	return []sighting{
		{name: "FindProject", table: "projects", id: p.ID, look: func(ctx context.Context, _ domain.Actor) (any, error) {
			return first(find.FindProject(ctx, library.NameKey(p.Name)))
		}},
		{name: "FindProjectByCode", table: "projects", id: p.ID, look: func(ctx context.Context, _ domain.Actor) (any, error) {
			return first(find.FindProjectByCode(ctx, p.Code))
		}},
		{name: "FindLead", table: "leads", id: l.ID, look: func(ctx context.Context, _ domain.Actor) (any, error) {
			return first(find.FindLead(ctx, l.Company, l.Subject))
		}},
		{name: "FindVisit", table: "visits", id: v.ID, look: func(ctx context.Context, _ domain.Actor) (any, error) {
			return first(find.FindVisit(ctx, v.On, v.Company, v.LeaderID))
		}},
		{name: "EnterpriseOf", table: "enterprises", id: e.ID, look: func(ctx context.Context, _ domain.Actor) (any, error) {
			return first(find.EnterpriseOf(ctx, e.OrganizationID))
		}},
		{name: "ClientOf", table: "clients", id: c.ID, look: func(ctx context.Context, _ domain.Actor) (any, error) {
			return first(s.rest.ClientOf(ctx, c.OrganizationID))
		}},
		{name: "PeopleByName", table: "people", id: l.OwnerID, look: func(ctx context.Context, _ domain.Actor) (any, error) {
			return find.PeopleByName(ctx)
		}},
	}
}

// knownSightings are the keys by which an import knows each kind of record: by
// name and by code.
func knownSightings(s *stores) []sighting {
	known := func(kind, key, table string, id domain.ID) sighting {
		return sighting{name: "Known " + kind + " " + key, table: table, id: id, look: func(ctx context.Context, _ domain.Actor) (any, error) {
			all, err := intakestore.NewImportStore(s.db).Known(ctx, kind)
			return all[key], err
		}}
	}
	p := added(s, access[records, library.Project]{store: inRecords, add: records.AddProject}, fate{})
	l := added(s, access[records, recruit.Lead]{store: inRecords, add: records.AddLead}, fate{})
	v := added(s, access[records, recruit.Visit]{store: inRecords, add: records.AddVisit}, fate{})
	e := added(s, access[records, library.Enterprise]{store: inRecords, add: records.AddEnterprise, with: enterpriseOrganization}, fate{})
	c := added(s, access[records, library.Client]{store: inRecords, add: records.AddClient, with: clientOrganization}, fate{})
	return []sighting{
		known("project", library.NameKey(p.Name), "projects", p.ID), known("project", p.Code, "projects", p.ID),
		known("lead", l.Company+"|"+l.Subject, "leads", l.ID),
		known("visit", v.On.String()+"|"+v.Company+"|"+string(v.LeaderID), "visits", v.ID),
		known("client", c.Name, "clients", c.ID), known("client", string(c.CreditCode), "clients", c.ID),
		known("enterprise", e.Name, "enterprises", e.ID), known("enterprise", string(e.CreditCode), "enterprises", e.ID),
	}
}

func duplicateSightings(s *stores) []sighting {
	p := added(s, access[records, library.Project]{store: inRecords, add: records.AddProject}, fate{})
	l := added(s, access[records, recruit.Lead]{store: inRecords, add: records.AddLead}, fate{})
	e := added(s, access[records, library.Enterprise]{store: inRecords, add: records.AddEnterprise, with: enterpriseOrganization}, fate{})
	k := added(s, access[records, library.Contact]{store: inRecords, add: records.AddContact}, fate{})
	of := func(table string, id domain.ID, q library.DuplicateQuery) sighting {
		return sighting{name: "Candidates of a " + q.Kind, table: table, id: id, look: func(ctx context.Context, _ domain.Actor) (any, error) {
			all, err := librarystore.NewDuplicateStore(s.db).Candidates(ctx, q, 5)
			return len(all), err
		}}
	}
	return []sighting{
		of("projects", p.ID, library.DuplicateQuery{Kind: domain.SubjectProject, Name: p.Name}),
		of("leads", l.ID, library.DuplicateQuery{Kind: domain.SubjectLead, Phone: l.ContactPhone}),
		of("enterprises", e.ID, library.DuplicateQuery{Kind: domain.SubjectEnterprise, CreditCode: e.CreditCode}),
		of("contacts", k.ID, library.DuplicateQuery{Kind: domain.SubjectClient, Phone: k.WorkPhone}),
		of("clients", k.ClientID, library.DuplicateQuery{Kind: domain.SubjectClient, Phone: k.WorkPhone}),
	}
}
