package library

import (
	"context"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/internal/document"
	"sangu/internal/ledger"
)

// projectLedger is the project ledger 项目台账 in office form, over any filter.
func (a *API) projectLedger(ctx context.Context, actor domain.Actor, in ProjectFilter) (document.Sheet, error) {
	text := func(code string, p domain.Params) string { return a.Messages.Text(actor.Lang, code, p) }
	s := document.Sheet{Title: text("ledger_paper.title", nil), Unit: text("paper.wan", nil),
		Widths: []float64{6, 30, 12, 24, 14, 14, 18, 16, 12, 12, 12, 12}}
	for _, c := range []string{"no", "name", "kind", "client", "total", "host", "unit", "leaders", "stage", "signed", "planned_start",
		"started"} {
		s.Head = append(s.Head, text("ledger_paper.column."+c, nil))
	}
	sum, cursor := domain.Yuan(0), ""
	for len(s.Rows) < kit.MostExported {
		page, err := a.Projects.List(ctx, actor, in.Filter(), domain.Page{Limit: domain.MaxPage, Cursor: cursor, Sort: "code"})
		if err != nil {
			return s, err
		}
		for _, p := range page.Items {
			var total any = ""
			if p.TotalInvestment != nil {
				sum += *p.TotalInvestment
				total = kit.Wan(*p.TotalInvestment)
			}
			s.Rows = append(s.Rows, []any{len(s.Rows) + 1, ledger.Guarded(p.Name), kit.Say(a.Messages, actor, "kind", p.Kind),
				ledger.Guarded(p.ClientName), total, p.HostUnit, p.ResponsibleUnit, p.Leaders,
				kit.Say(a.Messages, actor, "stage", string(p.Stage)), p.SignedOn.String(), p.PlannedStart.String(), p.StartedOn.String()})
		}
		if cursor = page.Next; cursor == "" {
			break
		}
	}
	s.Basis = text("ledger_paper.basis", domain.Params{"on": domain.Today(a.Clock).String(), "n": len(s.Rows)})
	s.Totals = []any{text("ledger_paper.total", nil), text("ledger_paper.count", domain.Params{"n": len(s.Rows)}), "", "", kit.Wan(sum), "",
		"", "", "", "", "", ""}
	return s, nil
}

// ExportProjectLedgerXLSX serves the project ledger 项目台账 as a workbook.
func (a *API) ExportProjectLedgerXLSX(ctx context.Context, actor domain.Actor, in ProjectFilter) (kit.FileOut, error) {
	return a.ledgerFile(ctx, actor, in, "xlsx", kit.XLSX, func(s document.Sheet) ([]byte, error) { return s.XLSX(s.Title) })
}

// ExportProjectLedgerDOCX serves the project ledger 项目台账 as a document.
func (a *API) ExportProjectLedgerDOCX(ctx context.Context, actor domain.Actor, in ProjectFilter) (kit.FileOut, error) {
	return a.ledgerFile(ctx, actor, in, "docx", kit.DOCX, document.Sheet.DOCX)
}

func (a *API) ledgerFile(ctx context.Context, actor domain.Actor, in ProjectFilter, ending, kind string,
	write func(document.Sheet) ([]byte, error)) (kit.FileOut, error) {
	s, err := a.projectLedger(ctx, actor, in)
	if err != nil {
		return kit.FileOut{}, err
	}
	body, err := write(s)
	if err != nil {
		return kit.FileOut{}, err
	}
	out := kit.FileOut{Name: "project-ledger." + ending, Media: kind, Body: body}
	return out, a.Auditing.Exported(ctx, actor, domain.SubjectProject, len(s.Rows))
}
