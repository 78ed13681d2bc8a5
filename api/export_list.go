package api

import (
	"context"
	"strconv"

	"sangu/domain"
	"sangu/domain/library"
)

type exportProjectsIn struct {
	projectFilter
	chosenColumns
}

func (a *API) exportProjects(ctx context.Context, actor domain.Actor, in exportProjectsIn) (fileOut, error) {
	type p = library.ProjectItem
	columns := []column[p]{
		text("code", func(r p) string { return r.Code }), text("name", func(r p) string { return r.Name }),
		text("kind", func(r p) string { return say(a.Messages, actor, "kind", r.Kind) }), text("industry", func(r p) string { return r.Industry }),
		text("chain", func(r p) string { return r.Chain }), text("investor", func(r p) string { return r.ClientName }),
		text("host_area", func(r p) string { return r.HostUnit }), yuan("total_investment", func(r p) *domain.Yuan { return r.TotalInvestment }),
		text("leader", func(r p) string { return r.Leaders }), text("responsible_unit", func(r p) string { return r.ResponsibleUnit }),
		text("stage", func(r p) string { return say(a.Messages, actor, "stage", string(r.Stage)) }), day("signed_on", func(r p) domain.Date { return r.SignedOn }),
		day("planned_start", func(r p) domain.Date { return r.PlannedStart }), day("started_on", func(r p) domain.Date { return r.StartedOn }),
		own("light", func(r p) string { return say(a.Messages, actor, "colour", r.Light) }), own("status", func(r p) string { return say(a.Messages, actor, "status", string(r.Status)) }),
		own("completeness", func(r p) string { return strconv.Itoa(r.Completeness) }), own("updated_on", func(r p) string { return r.UpdatedOn.String() }),
	}
	return export(ctx, exporter{Texts: a.Messages, Auditing: a.Auditing}, actor, "project", columns, in.Columns, func(page domain.Page) (domain.Slice[p], error) { return a.Projects.List(ctx, actor, in.filter(), page) })
}

type exportClientsIn struct {
	clientsIn
	chosenColumns
}

func (a *API) exportClients(ctx context.Context, actor domain.Actor, in exportClientsIn) (fileOut, error) {
	type c = library.ClientItem
	columns := []column[c]{text("name", func(r c) string { return r.Name }), text("credit_code", func(r c) string { return string(r.CreditCode) }),
		text("investor_class", func(r c) string { return say(a.Messages, actor, "investor", r.InvestorClass) }), text("origin", func(r c) string { return r.OriginName }),
		own("owner", func(r c) string { return r.OwnerName }), own("unit", func(r c) string { return r.UnitName }), own("projects", func(r c) string { return strconv.Itoa(r.Projects) }),
		own("calls", func(r c) string { return strconv.Itoa(r.Calls) }), own("last_visit_on", func(r c) string { return r.LastVisitOn.String() })}
	return export(ctx, exporter{Texts: a.Messages, Auditing: a.Auditing}, actor, "client", columns, in.Columns, func(page domain.Page) (domain.Slice[c], error) { return a.Clients.List(ctx, actor, in.filter(), page) })
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
			return say(a.Messages, actor, "yes_no", map[bool]string{true: "yes", false: "no"}[r.AboveScale])
		}),
		text("products", func(r e) string { return r.Products }), text("state", func(r e) string { return say(a.Messages, actor, "operating", string(r.State)) }),
		text("leader", func(r e) string { return r.Leaders }), text("requests", func(r e) string { return r.Requests }),
		own("state_since", func(r e) string { return r.StateSince.String() })}
	return export(ctx, exporter{Texts: a.Messages, Auditing: a.Auditing}, actor, "enterprise", columns, in.Columns, func(page domain.Page) (domain.Slice[e], error) {
		return a.Enterprises.List(ctx, actor, in.filter(), page)
	})
}
