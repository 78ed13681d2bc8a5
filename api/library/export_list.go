package library

import (
	"context"
	"strconv"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/library"
)

type exportProjectsIn struct {
	ProjectFilter
	kit.ChosenColumns
}

// ExportProjects serves a workbook of a filter's projects.
func (a *API) ExportProjects(ctx context.Context, actor domain.Actor, in exportProjectsIn) (kit.FileOut, error) {
	type p = library.ProjectItem
	columns := []kit.Column[p]{
		kit.Text("code", func(r p) string { return r.Code }), kit.Text("name", func(r p) string { return r.Name }),
		kit.Text("kind", func(r p) string { return kit.Say(a.Messages, actor, "kind", r.Kind) }),
		kit.Text("industry", func(r p) string { return r.Industry }),
		kit.Text("chain", func(r p) string { return r.Chain }), kit.Text("investor", func(r p) string { return r.ClientName }),
		kit.Text("host_area", func(r p) string { return r.HostUnit }),
		kit.Yuan("total_investment", func(r p) *domain.Yuan { return r.TotalInvestment }),
		kit.Text("leader", func(r p) string { return r.Leaders }), kit.Text("responsible_unit", func(r p) string { return r.ResponsibleUnit }),
		kit.Text("stage", func(r p) string { return kit.Say(a.Messages, actor, "stage", string(r.Stage)) }),
		kit.EventDay("signed_on", func(r p) domain.EventDay { return r.SignedOn }),
		kit.Day("planned_start", func(r p) domain.Date { return r.PlannedStart }),
		kit.EventDay("started_on", func(r p) domain.EventDay { return r.StartedOn }),
		kit.Own("denied", func(r p) string { return kit.Say(a.Messages, actor, "stage", string(r.Denied)) }),
		kit.Own("light", func(r p) string { return kit.Say(a.Messages, actor, "colour", r.Light) }),
		kit.Own("status", func(r p) string { return kit.Say(a.Messages, actor, "status", string(r.Status)) }),
		kit.Own("completeness", func(r p) string { return strconv.Itoa(r.Completeness) }),
		kit.Own("updated_on", func(r p) string { return r.UpdatedOn.String() }),
	}
	return kit.Export(ctx, kit.Exporter{Texts: a.Messages, Auditing: a.Auditing}, actor, domain.SubjectProject, columns, in.Columns,
		func(page domain.Page) (domain.Slice[p], error) { return a.Projects.List(ctx, actor, in.Filter(), page) })
}

type exportClientsIn struct {
	clientsIn
	kit.ChosenColumns
}

// ExportClients serves a workbook of a filter's clients.
func (a *API) ExportClients(ctx context.Context, actor domain.Actor, in exportClientsIn) (kit.FileOut, error) {
	type c = library.ClientItem
	columns := []kit.Column[c]{kit.Text("name", func(r c) string { return r.Name }),
		kit.Text("credit_code", func(r c) string { return string(r.CreditCode) }),
		kit.Text("investor_class", func(r c) string { return kit.Say(a.Messages, actor, "investor", r.InvestorClass) }),
		kit.Text("origin", func(r c) string { return r.OriginName }),
		kit.Own("owner", func(r c) string { return r.OwnerName }), kit.Own("unit", func(r c) string { return r.UnitName }),
		kit.Own("projects", func(r c) string { return strconv.Itoa(r.Projects) }),
		kit.Own("calls", func(r c) string { return strconv.Itoa(r.Calls) }),
		kit.Own("last_visit_on", func(r c) string { return r.LastVisitOn.String() })}
	return kit.Export(ctx, kit.Exporter{Texts: a.Messages, Auditing: a.Auditing}, actor, domain.SubjectClient, columns, in.Columns,
		func(page domain.Page) (domain.Slice[c], error) { return a.Clients.List(ctx, actor, in.Filter(), page) })
}

type exportEnterprisesIn struct {
	enterprisesIn
	kit.ChosenColumns
}

// ExportEnterprises serves a workbook of a filter's enterprises.
func (a *API) ExportEnterprises(ctx context.Context, actor domain.Actor, in exportEnterprisesIn) (kit.FileOut, error) {
	type e = library.EnterpriseItem
	columns := []kit.Column[e]{kit.Text("name", func(r e) string { return r.Name }),
		kit.Text("credit_code", func(r e) string { return string(r.CreditCode) }),
		kit.Text("host_area", func(r e) string { return r.HostUnit }), kit.Text("industry", func(r e) string { return r.Industry }),
		kit.Text("above_scale", func(r e) string {
			return kit.Say(a.Messages, actor, "yes_no", map[bool]string{true: "yes", false: "no"}[r.AboveScale])
		}),
		kit.Text("products", func(r e) string { return r.Products }),
		kit.Text("state", func(r e) string { return kit.Say(a.Messages, actor, "operating", string(r.State)) }),
		kit.Text("leader", func(r e) string { return r.Leaders }), kit.Text("requests", func(r e) string { return r.Requests }),
		kit.Own("state_since", func(r e) string { return r.StateSince.String() })}
	return kit.Export(ctx, kit.Exporter{Texts: a.Messages, Auditing: a.Auditing}, actor, domain.SubjectEnterprise, columns, in.Columns,
		func(page domain.Page) (domain.Slice[e], error) {
			return a.Enterprises.List(ctx, actor, in.Filter(), page)
		})
}
