package api

import (
	"context"
	"sangu/domain"
	"sangu/domain/recruit"
)

type exportLeadsIn struct {
	leadsIn
	chosenColumns
}

func (a *API) exportLeads(ctx context.Context, actor domain.Actor, in exportLeadsIn) (fileOut, error) {
	type l = recruit.LeadItem
	columns := []column[l]{text("company", func(r l) string { return r.Company }), text("subject", func(r l) string { return r.Subject }),
		yuan("amount", func(r l) *domain.Yuan { return r.Amount }), text("channel", func(r l) string { return say(a.Messages, actor, "channel", string(r.Channel)) }),
		text("referrer", func(r l) string { return r.Referrer }), text("first_unit", func(r l) string { return r.UnitName }),
		day("reported_on", func(r l) domain.Date { return r.ReportedOn }), text("owner", func(r l) string { return r.OwnerName }), day("next_on", func(r l) domain.Date { return r.NextOn }),
		own("lead_state", func(r l) string { return say(a.Messages, actor, "lead_state", string(r.State)) })}
	return export(ctx, exporter{Texts: a.Messages, Auditing: a.Auditing}, actor, "lead", columns, in.Columns, func(page domain.Page) (domain.Slice[l], error) { return a.Leads.List(ctx, actor, in.filter(), page) })
}

type exportVisitsIn struct {
	visitsIn
	chosenColumns
}

func (a *API) exportVisits(ctx context.Context, actor domain.Actor, in exportVisitsIn) (fileOut, error) {
	type v = recruit.VisitItem
	columns := []column[v]{day("on", func(r v) domain.Date { return r.On }), text("way", func(r v) string { return say(a.Messages, actor, "way", r.Way) }),
		text("leader", func(r v) string { return r.LeaderName }), text("place", func(r v) string { return r.Place }), text("company", func(r v) string { return r.Company }),
		text("outcome", func(r v) string { return say(a.Messages, actor, "outcome", r.Outcome) }),
		own("visit_state", func(r v) string { return say(a.Messages, actor, "visit_state", string(r.State)) }), own("unit", func(r v) string { return r.UnitName }), own("owner", func(r v) string { return r.OwnerName })}
	return export(ctx, exporter{Texts: a.Messages, Auditing: a.Auditing}, actor, "visit", columns, in.Columns, func(page domain.Page) (domain.Slice[v], error) { return a.Visits.List(ctx, actor, in.filter(), page) })
}
