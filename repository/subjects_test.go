package repository_test

import (
	"context"

	"sangu/domain"
	"sangu/domain/goals"
	"sangu/domain/intake"
	"sangu/domain/org"
	"sangu/domain/pipeline"
	"sangu/domain/pool"
	"sangu/domain/recruit"
	"sangu/repository"
)

type (
	units      = *repository.Units
	people     = *repository.People
	views      = *repository.Views
	recruiting = *repository.Recruiting
	imports    = *repository.Imports
)

func inUnits(s *stores) units           { return s.units }
func inPeople(s *stores) people         { return s.people }
func inViews(s *stores) views           { return s.views }
func inRecruiting(s *stores) recruiting { return s.recruiting }
func inImports(s *stores) imports       { return s.imports }

// seen makes a load in scope one by an actor who sees all.
func seen[S, E any](load func(S, context.Context, domain.Actor, domain.ID) (E, error)) func(S, context.Context, domain.ID) (E, error) {
	return func(s S, ctx context.Context, id domain.ID) (E, error) { return load(s, ctx, everybody(), id) }
}

// subjects registers every entity with a version, an entry each.
func subjects() []subject {
	return []subject{
		of("SaveUnit", access[units, org.Unit]{store: inUnits, add: units.AddUnit, load: units.Unit, save: saveUnit},
			fate{once: []string{"CreatedAt"}}, nil),
		of("SavePerson", access[people, org.Person]{store: inPeople, add: people.AddPerson, load: people.Person, save: people.SavePerson},
			fate{once: []string{"CreatedAt"}}, nil),
		of("SavePost", access[people, org.Post]{store: inPeople, add: people.AddPost, load: people.Post, save: people.SavePost},
			fate{once: []string{"PersonID", "UnitID", "Role", "CreatedAt"}, given: []string{"UnitName"}}, nil),
		of("SaveView", access[views, org.View]{store: inViews, add: views.AddView, load: views.View, save: views.SaveView},
			fate{once: []string{"List", "OwnerID"}, given: []string{"OwnerName"}}, nil),
		of("SaveOrganization", access[recruiting, pool.Organization]{store: inRecruiting, add: recruiting.AddOrganization,
			load: recruiting.OrganizationByID, save: recruiting.SaveOrganization}, fate{once: []string{"CreatedAt"}}, nil),
		of("SaveClient", access[recruiting, pool.Client]{store: inRecruiting, add: recruiting.AddClient, load: seen(recruiting.Client),
			save: recruiting.SaveClient, with: clientOrganization},
			fate{once: ofOrganization("CreatedBy", "CreatedAt"), given: []string{"Contacts", "Calls"}}, nil),
		of("SaveContact", access[recruiting, pool.Contact]{store: inRecruiting, add: recruiting.AddContact, load: recruiting.Contact,
			save: recruiting.SaveContact}, fate{once: []string{"ClientID", "CreatedAt"}}, nil),
		of("SaveEnterprise", access[recruiting, pool.Enterprise]{store: inRecruiting, add: recruiting.AddEnterprise,
			load: seen(recruiting.Enterprise), save: recruiting.SaveEnterprise, with: enterpriseOrganization},
			fate{once: ofOrganization("CreatedBy", "CreatedAt"), given: []string{"Leaders"}}, nil),
		of("SaveProject", access[recruiting, pool.Project]{store: inRecruiting, add: recruiting.AddProject, load: seen(recruiting.Project),
			save: recruiting.SaveProject},
			fate{once: []string{"LeadID", "Status", "StatusSince", "Reached", "CreatedBy", "CreatedAt"},
				given: []string{"Stage", "StageSince", "StatusReason", "ReviewOn", "EndedOn", "SignedAmount", "Leaders"}},
			others[recruiting, pool.Project]{"SaveStanding": saveStanding, "SaveFunds": saveFunds, "SaveSignedAmount": saveSignedAmount,
				"SaveConfirmed": saveConfirmed}),
		of("SaveLead", access[recruiting, recruit.Lead]{store: inRecruiting, add: recruiting.AddLead, load: seen(recruiting.Lead),
			save: recruiting.SaveLead},
			fate{once: []string{"UnitID", "ReportedOn", "ReceivedAt", "CreatedBy"}}, nil),
		of("SaveVisit", access[recruiting, recruit.Visit]{store: inRecruiting, add: recruiting.AddVisit, load: seen(recruiting.Visit),
			save: recruiting.SaveVisit},
			fate{once: []string{"UnitID", "CreatedBy", "CreatedAt"}, given: []string{"Steps"}}, nil),
		of("SaveFollowUp", access[recruiting, recruit.FollowUp]{store: inRecruiting, add: recruiting.AddFollowUp, load: recruiting.FollowUp,
			save: recruiting.SaveFollowUp}, fate{once: []string{"Subject", "About", "UnitID"}, given: []string{"Left"}}, nil),
		of("SaveSuspicion", access[recruiting, goals.Suspicion]{store: inRecruiting, add: addSuspicion, load: seen(recruiting.Suspicion),
			save: recruiting.SaveSuspicion},
			fate{once: []string{"Oddity"}, later: []string{"Answer", "AnsweredBy", "AnsweredAt", "Verdict", "ClosedBy", "ClosedAt"},
				given: []string{"ProjectName", "UnitID", "UnitName", "Amount"}}, nil),
		of("SaveImport", access[imports, intake.Import]{store: inImports, add: addImport, load: seen(imports.Import), save: imports.SaveImport},
			fate{once: []string{"FileName", "UnitID", "PersonID", "ByName", "CreatedAt"},
				later: []string{"AcceptWarnings", "Total", "WrittenAt", "UndoneAt"},
				given: []string{"Done", "Created", "Updated", "Unchanged", "Refused"}}, nil),
		setting("SaveGates", inRecruiting, recruiting.HeldGates, recruiting.SaveGates),
		setting("SaveLimits", inRecruiting, recruiting.Limits, recruiting.SaveLimits),
	}
}

// unguarded names the methods that write a row with a version over whichever
// is there: of two writers the last one wins.
func unguarded() []string { return []string{"SaveTarget"} }

func saveUnit(s units, ctx context.Context, u org.Unit) error { return s.SaveUnit(ctx, u, u.Path) }

func addSuspicion(s recruiting, ctx context.Context, x goals.Suspicion) error {
	_, err := s.AddSuspicion(ctx, x)
	return err
}

func addImport(s imports, ctx context.Context, i intake.Import) error {
	return s.AddImport(ctx, i, []byte("a file"))
}

// ofOrganization are the facts that a client or an enterprise has of its organization.
func ofOrganization(more ...string) []string {
	return append(more, "OrganizationID", "OrganizationFacts", "Name", "CreditCode", "CodeOverride", "RegisteredCapital")
}

func clientOrganization(s *stores, c *pool.Client) {
	c.OrganizationFacts = organization(s, c.OrganizationID)
}
func enterpriseOrganization(s *stores, e *pool.Enterprise) {
	e.OrganizationFacts = organization(s, e.OrganizationID)
}

func organization(s *stores, id domain.ID) pool.OrganizationFacts {
	s.t.Helper()
	o, err := s.recruiting.OrganizationByID(context.Background(), id)
	if err != nil {
		s.t.Fatal(err)
	}
	return pool.OrganizationFacts{Name: o.Name, CreditCode: o.CreditCode, CodeOverride: o.CodeOverride, RegisteredCapital: o.RegisteredCapital}
}

func saveStanding(s recruiting, ctx context.Context, p pool.Project) error {
	return s.SaveStanding(ctx, p, pipeline.Standing{Stage: pool.Signed, Status: pool.Active})
}

func saveFunds(s recruiting, ctx context.Context, p pool.Project) error {
	return s.SaveFunds(ctx, p, 2, 1)
}

func saveSignedAmount(s recruiting, ctx context.Context, p pool.Project) error {
	return s.SaveSignedAmount(ctx, p, 3)
}

func saveConfirmed(s recruiting, ctx context.Context, p pool.Project) error {
	return s.SaveConfirmed(ctx, p, map[pool.Stage]bool{pool.Signed: true})
}
