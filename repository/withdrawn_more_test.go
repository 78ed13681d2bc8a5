package repository_test

import (
	"context"

	"sangu/domain"
	"sangu/domain/goals"
	"sangu/domain/library"
	"sangu/domain/org"
	"sangu/domain/pipeline"
	"sangu/domain/recruit"
	goalsstore "sangu/repository/goals"
	intakestore "sangu/repository/intake"
	noticestore "sangu/repository/notice"
	pipelinestore "sangu/repository/pipeline"
	recruitstore "sangu/repository/recruit"
)

// insert writes a row as a table has it.
func (s *stores) insert(table string, row map[string]any) {
	s.t.Helper()
	s.do(func(ctx context.Context) error { return s.db.Write(ctx).Table(table).Create(row).Error })
}

// update changes columns of a row.
func (s *stores) update(table string, id domain.ID, columns map[string]any) {
	s.t.Helper()
	s.do(func(ctx context.Context) error {
		return s.db.Write(ctx).Table(table).Where("id = ?", id).Updates(columns).Error
	})
}

func newID() string { return string(domain.UUIDs{}.New()) }

func peopleSightings(s *stores) []sighting {
	setup := intakestore.NewSampleStore(s.db)
	unit := added(s, access[records, org.Unit]{store: inRecords, add: records.AddUnit}, fate{})
	person := added(s, access[people, org.Person]{store: inPeople, add: people.AddPerson}, fate{})
	second := added(s, access[people, org.Person]{store: inPeople, add: people.AddPerson}, fate{})
	project := added(s, access[records, library.Project]{store: inRecords, add: records.AddProject}, fate{})
	built := added(s, access[records, library.Project]{store: inRecords, add: records.AddProject}, fate{})
	at := domain.MustDate("2026-03-01").Start().UTC()
	s.insert("sample", map[string]any{"one": 1, "run": newID(), "state": "loaded", "county": "县", "beat_at": at, "loaded_at": at})
	s.insert("sample_rows", map[string]any{"subject_kind": "unit", "subject_id": string(built.HostUnitID), "title": "局", "version": 1})
	counts := func(ctx context.Context, _ domain.Actor) (any, error) {
		return setup.SetupCounts(ctx, domain.MustDate("2026-09-01"))
	}
	return []sighting{
		{name: "UnitsNamed", table: "units", id: unit.ID, look: func(ctx context.Context, _ domain.Actor) (any, error) {
			return setup.UnitsNamed(ctx, []string{unit.Name})
		}},
		{name: "Units", table: "units", id: unit.ID, look: func(ctx context.Context, _ domain.Actor) (any, error) {
			all, err := s.rest.Units(ctx)
			return len(all), err
		}},
		{name: "People", table: "people", id: person.ID, look: func(ctx context.Context, _ domain.Actor) (any, error) {
			all, err := s.people.People(ctx, org.PersonFilter{Name: person.Name}, domain.Page{Limit: 5}, domain.MustDate("2026-09-01"))
			return len(all.Items), err
		}},
		{name: "ChangedSample", table: "projects", id: built.ID, look: func(ctx context.Context, _ domain.Actor) (any, error) {
			return setup.ChangedSample(ctx)
		}},
		{name: "SetupCounts of units", table: "units", id: unit.ID, look: counts},
		{name: "SetupCounts of people", table: "people", id: second.ID, look: counts},
		{name: "SetupCounts of projects", table: "projects", id: project.ID, look: counts},
	}
}

func clientSightings(s *stores) []sighting {
	contact := added(s, access[records, library.Contact]{store: inRecords, add: records.AddContact}, fate{})
	listed := func(ctx context.Context, actor domain.Actor) (any, error) {
		all, err := s.rest.Contacts(ctx, actor, library.ContactFilter{ClientID: contact.ClientID}, domain.Page{Limit: 5})
		return len(all.Items), err
	}
	visit := added(s, access[records, recruit.Visit]{store: inRecords, add: records.AddVisit}, fate{})
	s.update("visits", visit.ID, map[string]any{"state": "done", "way": "out"})
	s.insert("visit_links", map[string]any{"visit_id": string(visit.ID), "subject_kind": "client", "subject_id": string(contact.ClientID)})
	return []sighting{
		{name: "Contact", table: "contacts", id: contact.ID, look: func(ctx context.Context, _ domain.Actor) (any, error) {
			return s.rest.Contact(ctx, contact.ID)
		}},
		{name: "Contacts", table: "contacts", id: contact.ID, look: listed, scoped: true},
		{name: "Contacts of a client", table: "clients", id: contact.ClientID, look: listed},
		{name: "Calls of a client", table: "visits", id: visit.ID, look: func(ctx context.Context, actor domain.Actor) (any, error) {
			c, err := s.rest.Client(ctx, actor, contact.ClientID)
			return c.Calls, err
		}},
	}
}

func visitSightings(s *stores) []sighting {
	project := added(s, access[records, library.Project]{store: inRecords, add: records.AddProject}, fate{})
	visit := added(s, access[records, recruit.Visit]{store: inRecords, add: records.AddVisit}, fate{})
	s.update("visits", visit.ID, map[string]any{"state": "done"})
	lead := added(s, access[records, recruit.Lead]{store: inRecords, add: records.AddLead}, fate{})
	contact := added(s, access[records, library.Contact]{store: inRecords, add: records.AddContact}, fate{})
	other := added(s, access[records, recruit.Visit]{store: inRecords, add: records.AddVisit}, fate{})
	for _, link := range []struct {
		visit domain.ID
		kind  string
		id    domain.ID
	}{{visit.ID, "project", project.ID}, {visit.ID, "lead", lead.ID}, {other.ID, "client", contact.ClientID}} {
		s.insert("visit_links", map[string]any{"visit_id": string(link.visit), "subject_kind": link.kind, "subject_id": string(link.id)})
	}
	whom := func(id domain.ID) func(ctx context.Context, actor domain.Actor) (any, error) {
		return func(ctx context.Context, actor domain.Actor) (any, error) {
			return recruitstore.NewDeskStore(s.db).VisitContacts(ctx, actor, []domain.ID{id})
		}
	}
	return []sighting{
		{name: "FillEvidence", table: "visits", id: visit.ID, look: func(ctx context.Context, _ domain.Actor) (any, error) {
			on, err := pipelinestore.NewEvidenceStore(s.db).FillEvidence(ctx, map[domain.ID]pipeline.EvidenceOnFile{project.ID: {}})
			return on[project.ID].Visits, err
		}},
		{name: "VisitContacts of a lead", table: "leads", id: lead.ID, look: whom(visit.ID), scoped: true},
		{name: "VisitContacts of a client", table: "clients", id: contact.ClientID, look: whom(other.ID), scoped: true},
	}
}

func leadSightings(s *stores) []sighting {
	lead := added(s, access[records, recruit.Lead]{store: inRecords, add: records.AddLead}, fate{})
	s.update("leads", lead.ID, map[string]any{"state": "open", "reported_on": "2026-01-02"})
	desk, late := recruitstore.NewDeskStore(s.db), domain.MustDate("2099-09-01")
	s.update("projects", lead.ProjectID, map[string]any{"stage_rank": library.Started.Rank()})
	begun := added(s, access[records, library.Project]{store: inRecords, add: records.AddProject}, fate{})
	s.update("projects", begun.ID, map[string]any{"planned_start": "2026-01-01", "stage_rank": 0, "status": "active"})
	return []sighting{
		{name: "LeadFunnel's projects", table: "projects", id: lead.ProjectID, look: func(ctx context.Context, actor domain.Actor) (any, error) {
			return desk.LeadFunnel(ctx, actor, recruit.OwnLeads{PersonID: lead.OwnerID}, domain.MustDate("2026-01-01"))
		}, scoped: true},
		{name: "IdleLeads of a desk", table: "leads", id: lead.ID, look: func(ctx context.Context, actor domain.Actor) (any, error) {
			actor.PersonID = lead.OwnerID
			all, err := desk.IdleLeads(ctx, actor, late, 5)
			return len(all), err
		}, scoped: true},
		{name: "IdleLeads to tell of", table: "leads", id: lead.ID, look: func(ctx context.Context, _ domain.Actor) (any, error) {
			all, err := noticestore.NewDispatchStore(s.db).IdleLeads(ctx, lead.OwnerID, late, late)
			return len(all), err
		}},
		{name: "OverdueStarts", table: "projects", id: begun.ID, look: func(ctx context.Context, _ domain.Actor) (any, error) {
			all, err := noticestore.NewDispatchStore(s.db).OverdueStarts(ctx, lead.OwnerID, []domain.ID{begun.ResponsibleUnitID}, late)
			return len(all), err
		}},
	}
}

func goalSightings(s *stores) []sighting {
	project := added(s, access[records, library.Project]{store: inRecords, add: records.AddProject}, fate{})
	s.insert("suspicions", map[string]any{"id": newID(), "project_id": string(project.ID), "kind": "k", "key": "k", "evidence": "{}",
		"found_on": "2026-03-01", "state": "closed", "verdict": "upheld", "version": 1})
	at := domain.MustDate("2026-03-01").Start().UTC()
	s.insert("stage_events", map[string]any{"id": newID(), "project_id": string(project.ID), "code": string(library.Signed),
		"occurred_on": "2026-03-01",
		"recorded_at": at, "source": "people"})
	s.insert("fund_entries", map[string]any{"id": newID(), "project_id": string(project.ID), "category": "equipment", "amount": 7,
		"paid_on": "2026-03-01", "voucher": "v", "evidence": "[]", "reported_at": at})
	lead := added(s, access[records, recruit.Lead]{store: inRecords, add: records.AddLead}, fate{})
	s.update("leads", lead.ID, map[string]any{"state": "open"})
	waiting, by := goalsstore.NewDecisionStore(s.db), goals.Verifier{PersonID: domain.UUIDs{}.New()}
	return []sighting{
		{name: "Upheld", table: "projects", id: project.ID, look: func(ctx context.Context, _ domain.Actor) (any, error) {
			return goalsstore.NewSchemeStore(s.db).Upheld(ctx, 2026)
		}},
		{name: "StagesWaiting", table: "projects", id: project.ID, scoped: true,
			look: func(ctx context.Context, actor domain.Actor) (any, error) {
				all, err := waiting.StagesWaiting(ctx, actor, by, []library.Stage{library.Signed}, 9)
				return len(all), err
			}},
		{name: "FundsWaiting", table: "projects", id: project.ID, scoped: true, look: func(ctx context.Context, actor domain.Actor) (any, error) {
			all, err := waiting.FundsWaiting(ctx, actor, by, 9)
			return len(all), err
		}},
		{name: "LeadsWaiting", table: "leads", id: lead.ID, scoped: true, look: func(ctx context.Context, actor domain.Actor) (any, error) {
			all, err := waiting.LeadsWaiting(ctx, actor, domain.Reach{All: true}, 9)
			return len(all), err
		}},
		{name: "LeadsWaiting within reach", table: "leads", id: lead.ID, scoped: true,
			look: func(ctx context.Context, actor domain.Actor) (any, error) {
				all, err := waiting.LeadsWaiting(ctx, everybody(), actor.Reach(org.LeadRead), 9)
				return len(all), err
			}},
	}
}
