package api

import (
	"context"
	"strconv"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/recruit"
)

type exportProjectsIn struct {
	projectFilter
	chosenColumns
}

func (a *API) exportProjects(ctx context.Context, actor domain.Actor, in exportProjectsIn) (fileOut, error) {
	type p = library.ProjectItem
	columns := []column[p]{
		text("code", func(r p) string { return r.Code }), text("name", func(r p) string { return r.Name }),
		text("kind", func(r p) string { return a.say(actor, "kind", r.Kind) }), text("industry", func(r p) string { return r.Industry }),
		text("chain", func(r p) string { return r.Chain }), text("investor", func(r p) string { return r.ClientName }),
		text("host_area", func(r p) string { return r.HostUnit }), yuan("total_investment", func(r p) *domain.Yuan { return r.TotalInvestment }),
		text("leader", func(r p) string { return r.Leaders }), text("responsible_unit", func(r p) string { return r.ResponsibleUnit }),
		text("stage", func(r p) string { return a.say(actor, "stage", string(r.Stage)) }), day("signed_on", func(r p) domain.Date { return r.SignedOn }),
		day("planned_start", func(r p) domain.Date { return r.PlannedStart }), day("started_on", func(r p) domain.Date { return r.StartedOn }),
		own("light", func(r p) string { return a.say(actor, "colour", r.Light) }), own("status", func(r p) string { return a.say(actor, "status", string(r.Status)) }),
		own("completeness", func(r p) string { return strconv.Itoa(r.Completeness) }), own("updated_on", func(r p) string { return r.UpdatedOn.String() }),
	}
	return export(ctx, a, actor, "project", columns, in.Columns, func(page domain.Page) (domain.Slice[p], error) { return a.Projects.List(ctx, actor, in.filter(), page) })
}

type exportClientsIn struct {
	clientsIn
	chosenColumns
}

func (a *API) exportClients(ctx context.Context, actor domain.Actor, in exportClientsIn) (fileOut, error) {
	type c = library.ClientItem
	columns := []column[c]{text("name", func(r c) string { return r.Name }), text("credit_code", func(r c) string { return string(r.CreditCode) }),
		text("investor_class", func(r c) string { return a.say(actor, "investor", r.InvestorClass) }), text("origin", func(r c) string { return r.OriginName }),
		own("owner", func(r c) string { return r.OwnerName }), own("unit", func(r c) string { return r.UnitName }), own("projects", func(r c) string { return strconv.Itoa(r.Projects) }),
		own("calls", func(r c) string { return strconv.Itoa(r.Calls) }), own("last_visit_on", func(r c) string { return r.LastVisitOn.String() })}
	return export(ctx, a, actor, "client", columns, in.Columns, func(page domain.Page) (domain.Slice[c], error) { return a.Clients.List(ctx, actor, in.filter(), page) })
}

type exportEnterprisesIn struct {
	enterprisesIn
	chosenColumns
}

func (a *API) exportEnterprises(ctx context.Context, actor domain.Actor, in exportEnterprisesIn) (fileOut, error) {
	type e = library.EnterpriseItem
	columns := []column[e]{text("name", func(r e) string { return r.Name }), text("credit_code", func(r e) string { return string(r.CreditCode) }),
		text("host_area", func(r e) string { return r.HostUnit }), text("industry", func(r e) string { return r.Industry }),
		text("above_scale", func(r e) string {
			return a.say(actor, "yes_no", map[bool]string{true: "yes", false: "no"}[r.AboveScale])
		}),
		text("products", func(r e) string { return r.Products }), text("state", func(r e) string { return a.say(actor, "operating", string(r.State)) }),
		text("leader", func(r e) string { return r.Leaders }), text("requests", func(r e) string { return r.Requests }),
		own("state_since", func(r e) string { return r.StateSince.String() })}
	return export(ctx, a, actor, "enterprise", columns, in.Columns, func(page domain.Page) (domain.Slice[e], error) {
		return a.Enterprises.List(ctx, actor, in.filter(), page)
	})
}

type exportLeadsIn struct {
	leadsIn
	chosenColumns
}

func (a *API) exportLeads(ctx context.Context, actor domain.Actor, in exportLeadsIn) (fileOut, error) {
	type l = recruit.LeadItem
	columns := []column[l]{text("company", func(r l) string { return r.Company }), text("subject", func(r l) string { return r.Subject }),
		yuan("amount", func(r l) *domain.Yuan { return r.Amount }), text("channel", func(r l) string { return a.say(actor, "channel", string(r.Channel)) }),
		text("referrer", func(r l) string { return r.Referrer }), text("first_unit", func(r l) string { return r.UnitName }),
		day("reported_on", func(r l) domain.Date { return r.ReportedOn }), text("owner", func(r l) string { return r.OwnerName }), day("next_on", func(r l) domain.Date { return r.NextOn }),
		own("lead_state", func(r l) string { return a.say(actor, "lead_state", string(r.State)) })}
	return export(ctx, a, actor, "lead", columns, in.Columns, func(page domain.Page) (domain.Slice[l], error) { return a.Leads.List(ctx, actor, in.filter(), page) })
}

type exportVisitsIn struct {
	visitsIn
	chosenColumns
}

func (a *API) exportVisits(ctx context.Context, actor domain.Actor, in exportVisitsIn) (fileOut, error) {
	type v = recruit.VisitItem
	columns := []column[v]{day("on", func(r v) domain.Date { return r.On }), text("way", func(r v) string { return a.say(actor, "way", r.Way) }),
		text("leader", func(r v) string { return r.LeaderName }), text("place", func(r v) string { return r.Place }), text("company", func(r v) string { return r.Company }),
		text("outcome", func(r v) string { return a.say(actor, "outcome", r.Outcome) }),
		own("visit_state", func(r v) string { return a.say(actor, "visit_state", string(r.State)) }), own("unit", func(r v) string { return r.UnitName }), own("owner", func(r v) string { return r.OwnerName })}
	return export(ctx, a, actor, "visit", columns, in.Columns, func(page domain.Page) (domain.Slice[v], error) { return a.Visits.List(ctx, actor, in.filter(), page) })
}
