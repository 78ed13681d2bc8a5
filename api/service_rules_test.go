package api_test

import (
	"context"
	"fmt"
	"testing"

	"sangu/domain"
	lib "sangu/domain/library"
	"sangu/domain/org"
	"sangu/domain/recruit"
	"sangu/internal/apptest"
)

// The API checks forms before a service is called; importer, jobs and scenario
// do not. So the services refuse by themselves.
func TestTheServicesOfViewsAndPreferencesKeepTheRules(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		ctx := context.Background()
		views, preferences := p.Services.Views, p.Services.Preferences
		officer, other, admin := p.Appoint(org.Officer, "县商务局"), p.Appoint(org.Officer, "县商务局"), p.Appoint(org.SystemAdmin, "赤城县")
		_, err := preferences.Get(ctx, officer.Actor, "no key !")
		holds(t, "a preference that is read has a key", err, "key preference.key")
		for i := 0; err == nil || i == 0; i++ {
			_, err = preferences.Set(ctx, officer.Actor, fmt.Sprintf("columns.k%d", i), "{}")
		}
		holds(t, "not without end", err, "preference.too_many")

		_, err = views.List(ctx, officer.Actor, "dreams")
		holds(t, "views are of a list there is", err, "list input.enum")
		_, err = views.List(ctx, admin.Actor, "leads")
		holds(t, "that one reads", err, "actor.right_missing")
		id, named := domain.UUIDs{}.New(), org.ViewFacts{Name: "在谈", Terms: map[string]string{"state": "open"}}
		_, err = views.Save(ctx, admin.Actor, id, "leads", named)
		holds(t, "a view is of a list that one reads", err, "actor.right_missing")
		_, err = views.Save(ctx, officer.Actor, id, "leads", org.ViewFacts{Name: " "})
		holds(t, "a view has a name", err, "name input.required")
		v, err := views.Save(ctx, officer.Actor, id, "leads", named)
		holds(t, "a view is kept", err, "")
		_, err = views.Save(ctx, other.Actor, id, "leads", named)
		holds(t, "the ID of another's view is taken", err, "record.id_taken")
		_, err = views.Revise(ctx, officer.Actor, id, v.Version, org.ViewFacts{Name: " "})
		holds(t, "a view keeps a name", err, "name input.required")
	})
}

func TestTheServicesOfRecruitingKeepTheRules(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		ctx := context.Background()
		leads, visits := p.Services.Leads, p.Services.Visits
		officer, leader := p.Appoint(org.Officer, "县商务局"), p.Appoint(org.CountyLeader, "赤城县")
		_, err := leads.Log(ctx, officer.Actor, "", recruit.LeadFacts{Company: " "})
		holds(t, "a lead keeps its own rules", err, "company input.required, subject input.required, channel input.enum")
		lead, err := leads.Log(ctx, officer.Actor, "", recruit.LeadFacts{Company: "恒瑞新能", Subject: "储能", Channel: lib.SelfCame})
		holds(t, "a lead is reported", err, "")
		far := leader.Actor
		far.Grants = []domain.Grant{{Rights: []domain.Right{org.LeadWrite, org.VisitWrite}, Scope: domain.ScopeOwn},
			{Rights: []domain.Right{org.LeadRead, org.VisitRead}, Scope: domain.ScopeAll}}
		_, err = leads.Revise(ctx, far, lead.ID, lead.Version, lead.LeadFacts)
		holds(t, "who reads a lead writes only those within reach", err, "actor.out_of_reach")

		taken, err := p.Services.Projects.Add(ctx, p.Appoint(org.UnitClerk, "县商务局").Actor, lib.NewProject{Facts: lib.ProjectFacts{
			Name: "别的项目", ResponsibleUnitID: p.Units["县商务局"].ID, Channel: lib.SelfCame}})
		holds(t, "a project is there", err, "")
		_, err = leads.Convert(ctx, p.Appoint(org.OfficeAdmin, "县商务局").Actor, lead.ID, lead.Version, recruit.Conversion{ProjectID: taken.ID,
			Project: lib.ProjectFacts{ResponsibleUnitID: p.Units["县商务局"].ID}})
		holds(t, "a lead does not become a project that is another's", err, "record.id_taken")

		facts := recruit.VisitFacts{Way: recruit.Out, On: domain.MustDate(apptest.Day), Company: "恒瑞新能"}
		_, err = visits.Schedule(ctx, officer.Actor, "", recruit.VisitFacts{}, nil)
		holds(t, "a visit keeps its own rules", err, "way input.enum, on input.required, company input.required")
		v, err := visits.Schedule(ctx, officer.Actor, "", facts, nil)
		holds(t, "a visit is planned", err, "")
		_, err = visits.Revise(ctx, far, v.ID, v.Version, facts)
		holds(t, "who reads a visit writes only those within reach", err, "actor.out_of_reach")
		_, err = visits.Complete(ctx, officer.Actor, v.ID, v.Version, recruit.Result{Outcome: "dream", Summary: "谈成"})
		holds(t, "a result keeps its own rules", err, "outcome input.enum")
		step := recruit.FollowUp{Title: "送合同", DueOn: domain.MustDate("2026-10-01")}
		for name, s := range map[string]recruit.FollowUp{"a step has a title": {DueOn: step.DueOn}, "a step has a day": {Title: step.Title}} {
			_, err = visits.Complete(ctx, officer.Actor, v.ID, v.Version, recruit.Result{Outcome: "intent", Summary: "谈成",
				Steps: []recruit.FollowUp{step, s}})
			holds(t, name, err, "steps[1] input.required")
		}
		v, err = visits.Complete(ctx, officer.Actor, v.ID, v.Version, recruit.Result{Outcome: "intent", Summary: "谈成",
			Steps: []recruit.FollowUp{step}})
		holds(t, "a visit is completed", err, "")
		next := v.Steps[0]
		_, err = visits.RescheduleFollowUp(ctx, officer.Actor, next.ID, next.Version, domain.Date{})
		holds(t, "a step is moved to a day", err, "due_on input.required")
		v, err = visits.Schedule(ctx, officer.Actor, "", facts, nil)
		holds(t, "another visit is planned", err, "")
		v, err = visits.Cancel(ctx, officer.Actor, v.ID, v.Version, "改期")
		holds(t, "and called off", err, "")
		_, err = visits.Revise(ctx, officer.Actor, v.ID, v.Version, facts)
		holds(t, "what was called off is not changed", err, "visit.not_planned")
	})
}
