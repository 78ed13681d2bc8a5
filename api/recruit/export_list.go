package recruit

import (
	"context"
	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/recruit"
)

type exportLeadsIn struct {
	leadsIn
	kit.ChosenColumns
}

func (a *API) ExportLeads(ctx context.Context, actor domain.Actor, in exportLeadsIn) (kit.FileOut, error) {
	type l = recruit.LeadItem
	columns := []kit.Column[l]{kit.Text("company", func(r l) string { return r.Company }),
		kit.Text("subject", func(r l) string { return r.Subject }),
		kit.Yuan("amount", func(r l) *domain.Yuan { return r.Amount }),
		kit.Text("channel", func(r l) string { return kit.Say(a.Messages, actor, "channel", string(r.Channel)) }),
		kit.Text("referrer", func(r l) string { return r.Referrer }), kit.Text("first_unit", func(r l) string { return r.UnitName }),
		kit.Day("reported_on", func(r l) domain.Date { return r.ReportedOn }), kit.Text("owner", func(r l) string { return r.OwnerName }),
		kit.Day("next_on", func(r l) domain.Date { return r.NextOn }),
		kit.Own("lead_state", func(r l) string { return kit.Say(a.Messages, actor, "lead_state", string(r.State)) })}
	return kit.Export(ctx, kit.Exporter{Texts: a.Messages, Auditing: a.Auditing}, actor, "lead", columns, in.Columns,
		func(page domain.Page) (domain.Slice[l], error) { return a.Leads.List(ctx, actor, in.Filter(), page) })
}

type exportVisitsIn struct {
	visitsIn
	kit.ChosenColumns
}

func (a *API) ExportVisits(ctx context.Context, actor domain.Actor, in exportVisitsIn) (kit.FileOut, error) {
	type v = recruit.VisitItem
	columns := []kit.Column[v]{kit.Day("on", func(r v) domain.Date { return r.On }),
		kit.Text("way", func(r v) string { return kit.Say(a.Messages, actor, "way", r.Way) }),
		kit.Text("leader", func(r v) string { return r.LeaderName }), kit.Text("place", func(r v) string { return r.Place }),
		kit.Text("company", func(r v) string { return r.Company }),
		kit.Text("outcome", func(r v) string { return kit.Say(a.Messages, actor, "outcome", r.Outcome) }),
		kit.Own("visit_state", func(r v) string { return kit.Say(a.Messages, actor, "visit_state", string(r.State)) }),
		kit.Own("unit", func(r v) string { return r.UnitName }), kit.Own("owner", func(r v) string { return r.OwnerName })}
	return kit.Export(ctx, kit.Exporter{Texts: a.Messages, Auditing: a.Auditing}, actor, "visit", columns, in.Columns,
		func(page domain.Page) (domain.Slice[v], error) { return a.Visits.List(ctx, actor, in.Filter(), page) })
}
