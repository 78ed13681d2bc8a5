package repository_test

import (
	"context"

	"sangu/domain"
	"sangu/domain/goals"
	"sangu/domain/intake"
	"sangu/domain/library"
	"sangu/domain/org"
	"sangu/domain/pipeline"
	"sangu/domain/recruit"
)

func inPeople(s *stores) people   { return s.people }
func inRecords(s *stores) records { return s.rest }

// seen makes a load in scope one by an actor who sees all.
func seen[S, E any](load func(S, context.Context, domain.Actor, domain.ID) (E, error)) func(S, context.Context, domain.ID) (E, error) {
	return func(s S, ctx context.Context, id domain.ID) (E, error) { return load(s, ctx, everybody(), id) }
}

// subjects registers every entity with a version, an entry each.
func subjects() []subject {
	return []subject{
		of("SaveUnit", access[records, org.Unit]{store: inRecords, add: records.AddUnit, load: records.Unit, save: saveUnit},
			fate{once: []string{"CreatedAt"}}, nil),
		of("SavePerson", access[people, org.Person]{store: inPeople, add: people.AddPerson, load: people.Person, save: people.SavePerson},
			fate{once: []string{"CreatedAt"}}, nil),
		of("SavePost", access[people, org.Post]{store: inPeople, add: people.AddPost, load: people.Post, save: people.SavePost},
			fate{once: []string{"PersonID", "UnitID", "Role", "CreatedAt"}, given: []string{"UnitName"}}, nil),
		of("SaveView", access[records, org.View]{store: inRecords, add: records.AddView, load: records.View, save: records.SaveView},
			fate{once: []string{"List", "OwnerID"}, given: []string{"OwnerName"}}, nil),
		of("SaveOrganization", access[records, library.Organization]{store: inRecords, add: records.AddOrganization,
			load: records.OrganizationByID, save: records.SaveOrganization}, fate{once: []string{"CreatedAt"}}, nil),
		of("SaveClient", access[records, library.Client]{store: inRecords, add: records.AddClient, load: seen(records.Client),
			save: records.SaveClient, with: clientOrganization},
			fate{once: ofOrganization("CreatedBy", "CreatedAt"), given: []string{"Contacts", "Calls"}}, nil),
		of("SaveContact", access[records, library.Contact]{store: inRecords, add: records.AddContact, load: records.Contact,
			save: records.SaveContact}, fate{once: []string{"ClientID", "CreatedAt"}}, nil),
		of("SaveEnterprise", access[records, library.Enterprise]{store: inRecords, add: records.AddEnterprise,
			load: seen(records.Enterprise), save: records.SaveEnterprise, with: enterpriseOrganization},
			fate{once: ofOrganization("CreatedBy", "CreatedAt"), given: []string{"Leaders"}}, nil),
		of("SaveProject", access[records, library.Project]{store: inRecords, add: records.AddProject, load: seen(records.Project),
			save: records.SaveProject},
			fate{once: []string{"LeadID", "Status", "StatusSince", "Reached", "CreatedBy", "CreatedAt"},
				given: []string{"Stage", "StageSince", "Denied", "StatusReason", "ReviewOn", "EndedOn", "SignedAmount", "Leaders"}},
			others[records, library.Project]{"SaveCurrentState": saveCurrentState, "SaveFunds": saveFunds, "SaveSignedAmount": saveSignedAmount}),
		of("SaveLead", access[records, recruit.Lead]{store: inRecords, add: records.AddLead, load: seen(records.Lead),
			save: records.SaveLead},
			fate{once: []string{"UnitID", "ReportedOn", "ReceivedAt", "CreatedBy"}}, nil),
		of("SaveVisit", access[records, recruit.Visit]{store: inRecords, add: records.AddVisit, load: seen(records.Visit),
			save: records.SaveVisit},
			fate{once: []string{"UnitID", "CreatedBy", "CreatedAt"}, given: []string{"Steps"}}, nil),
		of("SaveFollowUp", access[records, recruit.FollowUp]{store: inRecords, add: records.AddFollowUp, load: records.FollowUp,
			save: records.SaveFollowUp}, fate{once: []string{"Subject", "About", "UnitID"}, given: []string{"Left"}}, nil),
		of("SaveSuspicion", access[records, goals.Suspicion]{store: inRecords, add: addSuspicion, load: seen(records.Suspicion),
			save: records.SaveSuspicion},
			fate{once: []string{"Anomaly"}, later: []string{"Answer", "AnsweredBy", "AnsweredAt", "Verdict", "ClosedBy", "ClosedAt"},
				given: []string{"ProjectName", "UnitID", "UnitName", "Amount"}}, nil),
		of("SaveImport", access[records, intake.Import]{store: inRecords, add: addImport, load: seen(records.Import), save: records.SaveImport},
			fate{once: []string{"FileName", "UnitID", "PersonID", "ByName", "CreatedAt"},
				later: []string{"AcceptWarnings", "Total", "WrittenAt", "UndoneAt"},
				given: []string{"Done", "Created", "Updated", "Unchanged", "Refused"}}, nil),
		setting("SaveGates", inRecords, records.VersionedGates, records.SaveGates),
		setting("SaveLimits", inRecords, records.Limits, records.SaveLimits),
		setting("SaveColours", inRecords, records.VersionedColours, records.SaveColours),
		setting("SaveScheme", inRecords, records.Scheme, records.SaveScheme),
		{saves: []string{"SaveTargets"}, test: targetsAreStored, stale: targetsGoStale},
	}
}

func saveUnit(s records, ctx context.Context, u org.Unit) error { return s.SaveUnit(ctx, u, u.Path) }

func addSuspicion(s records, ctx context.Context, x goals.Suspicion) error {
	_, err := s.AddSuspicion(ctx, x)
	return err
}

func addImport(s records, ctx context.Context, i intake.Import) error {
	return s.AddImport(ctx, i, []byte("a file"))
}

// ofOrganization are the facts that a client or an enterprise has of its organization.
func ofOrganization(more ...string) []string {
	return append(more, "OrganizationID", "OrganizationFacts", "Name", "CreditCode", "CodeOverride", "RegisteredCapital")
}

func clientOrganization(s *stores, c *library.Client) {
	c.OrganizationFacts = organization(s, c.OrganizationID)
}
func enterpriseOrganization(s *stores, e *library.Enterprise) {
	e.OrganizationFacts = organization(s, e.OrganizationID)
}

func organization(s *stores, id domain.ID) library.OrganizationFacts {
	s.t.Helper()
	o, err := s.rest.OrganizationByID(context.Background(), id)
	if err != nil {
		s.t.Fatal(err)
	}
	return library.OrganizationFacts{Name: o.Name, CreditCode: o.CreditCode, CodeOverride: o.CodeOverride,
		RegisteredCapital: o.RegisteredCapital}
}

func saveCurrentState(s records, ctx context.Context, p library.Project) error {
	return s.SaveCurrentState(ctx, p, pipeline.CurrentState{Stage: library.Signed, Status: library.Active})
}

func saveFunds(s records, ctx context.Context, p library.Project) error {
	return s.SaveFunds(ctx, p, 2, 1)
}

func saveSignedAmount(s records, ctx context.Context, p library.Project) error {
	return s.SaveSignedAmount(ctx, p, 3)
}
