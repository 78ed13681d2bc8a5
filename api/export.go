package api

import (
	"context"

	"sangu/domain"
	"sangu/domain/pool"
	"sangu/domain/recruit"
	"sangu/internal/ledger"
)

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// mostExported is how many rows one export holds.
const mostExported = 50_000

// column is one exported column: the ledger's field, and its cell of a row.
type column[T any] struct {
	field string
	cell  func(T) ledger.Cell
}

// export writes all pages of a list into a workbook whose columns have the
// names that the import reads, and notes it in the audit.
func export[T any](ctx context.Context, a *API, actor domain.Actor, kind string, columns []column[T], page func(domain.Page) (domain.Slice[T], error)) (fileOut, error) {
	headers := make([]string, len(columns))
	for i, c := range columns {
		headers[i] = ledger.Header(kind, c.field)
	}
	w, err := ledger.NewWriter(kind, headers)
	if err != nil {
		return fileOut{}, err
	}
	rows, cursor := 0, ""
	for rows < mostExported {
		s, err := page(domain.Page{Limit: domain.MaxPage, Cursor: cursor})
		if err != nil {
			return fileOut{}, err
		}
		for _, item := range s.Items {
			cells := make([]ledger.Cell, len(columns))
			for i, c := range columns {
				cells[i] = c.cell(item)
			}
			if err := w.Row(cells); err != nil {
				return fileOut{}, err
			}
			rows++
		}
		if cursor = s.Next; cursor == "" {
			break
		}
	}
	body, err := w.Bytes()
	if err != nil {
		return fileOut{}, err
	}
	return fileOut{kind + "s.xlsx", xlsx, body}, a.Auditing.Exported(ctx, actor, kind, rows)
}

func text[T any](field string, of func(T) string) column[T] {
	return column[T]{field, func(r T) ledger.Cell { return ledger.Cell{Text: of(r)} }}
}

func yuan[T any](field string, of func(T) *domain.Yuan) column[T] {
	return column[T]{field, func(r T) ledger.Cell { return ledger.Cell{Yuan: of(r)} }}
}

func day[T any](field string, of func(T) domain.Date) column[T] {
	return column[T]{field, func(r T) ledger.Cell { return ledger.Cell{Date: of(r)} }}
}

// say gives an enumeration's word in the actor's language, for exports.
func (a *API) say(actor domain.Actor, name, value string) string {
	code := name + "." + value
	if value == "" || !a.Messages.Has(actor.Lang, code) {
		return value
	}
	return a.Messages.Text(actor.Lang, code, nil)
}

func (a *API) exportProjects(ctx context.Context, actor domain.Actor, in projectFilter) (fileOut, error) {
	type p = pool.ProjectItem
	columns := []column[p]{
		text("code", func(r p) string { return r.Code }), text("name", func(r p) string { return r.Name }),
		text("kind", func(r p) string { return a.say(actor, "kind", r.Kind) }), text("industry", func(r p) string { return r.Industry }),
		text("chain", func(r p) string { return r.Chain }), text("investor", func(r p) string { return r.ClientName }),
		text("host_area", func(r p) string { return r.HostUnit }), yuan("total_investment", func(r p) *domain.Yuan { return r.TotalInvestment }),
		text("leader", func(r p) string { return r.Leaders }), text("responsible_unit", func(r p) string { return r.ResponsibleUnit }),
		text("stage", func(r p) string { return a.say(actor, "stage", string(r.Stage)) }), day("signed_on", func(r p) domain.Date { return r.SignedOn }),
		day("planned_start", func(r p) domain.Date { return r.PlannedStart }), day("started_on", func(r p) domain.Date { return r.StartedOn }),
	}
	return export(ctx, a, actor, "project", columns, func(page domain.Page) (domain.Slice[p], error) { return a.Projects.List(ctx, actor, in.filter(), page) })
}

func (a *API) exportClients(ctx context.Context, actor domain.Actor, in clientsIn) (fileOut, error) {
	type c = pool.ClientItem
	columns := []column[c]{text("name", func(r c) string { return r.Name }), text("credit_code", func(r c) string { return string(r.CreditCode) }),
		text("investor_class", func(r c) string { return a.say(actor, "investor", r.InvestorClass) }), text("origin", func(r c) string { return r.OriginName })}
	return export(ctx, a, actor, "client", columns, func(page domain.Page) (domain.Slice[c], error) { return a.Clients.List(ctx, actor, in.filter(), page) })
}

func (a *API) exportEnterprises(ctx context.Context, actor domain.Actor, in enterprisesIn) (fileOut, error) {
	type e = pool.EnterpriseItem
	columns := []column[e]{text("name", func(r e) string { return r.Name }), text("credit_code", func(r e) string { return string(r.CreditCode) }),
		text("host_area", func(r e) string { return r.HostUnit }), text("industry", func(r e) string { return r.Industry }),
		text("above_scale", func(r e) string {
			return a.say(actor, "yes_no", map[bool]string{true: "yes", false: "no"}[r.AboveScale])
		}),
		text("products", func(r e) string { return r.Products }), text("state", func(r e) string { return a.say(actor, "operating", string(r.State)) }),
		text("leader", func(r e) string { return r.Leaders }), text("requests", func(r e) string { return r.Requests })}
	return export(ctx, a, actor, "enterprise", columns, func(page domain.Page) (domain.Slice[e], error) {
		return a.Enterprises.List(ctx, actor, in.filter(), page)
	})
}

func (a *API) exportLeads(ctx context.Context, actor domain.Actor, in leadsIn) (fileOut, error) {
	type l = recruit.LeadItem
	columns := []column[l]{text("company", func(r l) string { return r.Company }), text("subject", func(r l) string { return r.Subject }),
		yuan("amount", func(r l) *domain.Yuan { return r.Amount }), text("channel", func(r l) string { return a.say(actor, "channel", string(r.Channel)) }),
		text("referrer", func(r l) string { return r.Referrer }), text("first_unit", func(r l) string { return r.UnitName }),
		day("reported_on", func(r l) domain.Date { return r.ReportedOn }), text("owner", func(r l) string { return r.OwnerName }), day("next_on", func(r l) domain.Date { return r.NextOn })}
	return export(ctx, a, actor, "lead", columns, func(page domain.Page) (domain.Slice[l], error) { return a.Leads.List(ctx, actor, in.filter(), page) })
}

func (a *API) exportVisits(ctx context.Context, actor domain.Actor, in visitsIn) (fileOut, error) {
	type v = recruit.VisitItem
	columns := []column[v]{day("on", func(r v) domain.Date { return r.On }), text("way", func(r v) string { return a.say(actor, "way", r.Way) }),
		text("leader", func(r v) string { return r.LeaderName }), text("place", func(r v) string { return r.Place }), text("company", func(r v) string { return r.Company }),
		text("outcome", func(r v) string { return a.say(actor, "outcome", r.Outcome) })}
	return export(ctx, a, actor, "visit", columns, func(page domain.Page) (domain.Slice[v], error) { return a.Visits.List(ctx, actor, in.filter(), page) })
}
