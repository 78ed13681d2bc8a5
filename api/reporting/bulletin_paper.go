package reporting

import (
	"cmp"
	"context"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/reporting"
	"sangu/internal/document"
)

// bulletinSheet is a frozen month as a table in office form, in the actor's
// words: the units, and the county's line last.
func (a *API) bulletinSheet(actor domain.Actor, v reporting.BulletinView) document.Sheet {
	say := func(code string, p domain.Params) string { return a.Messages.Text(actor.Lang, code, p) }
	s := document.Sheet{Title: say("bulletin.title", domain.Params{"month": v.Month}), Unit: say("paper.wan", nil),
		Widths: []float64{6, 20, 8, 10, 13, 8, 8, 10, 8, 10, 13, 13},
		Basis: say("bulletin.basis", domain.Params{"rule": a.ruleName(actor, v.RuleVersion), "on": v.EffectiveOn.String(),
			"known": domain.DateOf(v.AsOf).String()}), Notes: []string{say("bulletin.note", nil)}}
	for _, c := range []string{"no", "unit", "signed", "confirmed", "signed_amount", "fulfilling", "started", "confirmed", "in_production",
		"confirmed", "funds_reported", "funds_verified"} {
		s.Head = append(s.Head, say("bulletin.column."+c, nil))
	}
	line := func(first any, name string, l reporting.BulletinLine) []any {
		return []any{first, name, l.Signed, l.SignedConfirmed, kit.Wan(l.SignedAmount), l.Fulfilling, l.Started, l.StartedConfirmed,
			l.InProduction, l.ProducedConfirmed, kit.Wan(l.FundsReported), kit.Wan(l.FundsVerified)}
	}
	for i, l := range v.Printed.Units {
		s.Rows = append(s.Rows, line(i+1, l.Unit, l))
	}
	s.Totals = line("", say("bulletin.total", nil), v.Printed.Total)
	return s
}

// DownloadBulletinXLSX returns a bulletin as a workbook.
func (a *API) DownloadBulletinXLSX(ctx context.Context, actor domain.Actor, in kit.ByID) (kit.FileOut, error) {
	v, err := a.Reports.Bulletin(ctx, actor, in.ID)
	if err != nil {
		return kit.FileOut{}, err
	}
	body, err := a.bulletinSheet(actor, v).XLSX(v.Month)
	if err != nil {
		return kit.FileOut{}, err
	}
	return kit.FileOut{Name: "bulletin-" + v.Month + ".xlsx", Media: kit.XLSX, Body: body},
		a.Auditing.Exported(ctx, actor, "bulletin", len(v.Printed.Units))
}

// DownloadBulletinDOCX returns a bulletin as an official paper.
func (a *API) DownloadBulletinDOCX(ctx context.Context, actor domain.Actor, in kit.ByID) (kit.FileOut, error) {
	v, err := a.Reports.Bulletin(ctx, actor, in.ID)
	if err != nil {
		return kit.FileOut{}, err
	}
	profile, err := a.Setup.Profile(ctx)
	if err != nil {
		return kit.FileOut{}, err
	}
	body, err := a.bulletinPaper(actor, v, profile.CountyName)
	if err != nil {
		return kit.FileOut{}, err
	}
	return kit.FileOut{Name: "bulletin-" + v.Month + ".docx", Media: kit.DOCX, Body: body},
		a.Auditing.Exported(ctx, actor, "bulletin", len(v.Printed.Units))
}

// bulletinPaper is a frozen month as an official paper: the county's figures in
// words, the table of units, what was corrected since, and who issues it.
func (a *API) bulletinPaper(actor domain.Actor, v reporting.BulletinView, county string) ([]byte, error) {
	say := func(code string, p domain.Params) string { return a.Messages.Text(actor.Lang, code, p) }
	var paper document.Paper
	table := a.bulletinSheet(actor, v)
	t := v.Printed.Total
	paper.Title(table.Title)
	paper.Line(table.Basis)
	paper.Heading(say("bulletin.heading.whole", nil))
	paper.Text(say("bulletin.month_line", domain.Params{"signed": t.MonthSigned, "started": t.MonthStarted}))
	if t.MonthSignedUnsure > 0 || t.MonthStartedUnsure > 0 {
		paper.Text(say("bulletin.month_unsure", domain.Params{"signed": t.MonthSignedUnsure, "started": t.MonthStartedUnsure}))
	}
	paper.Text(say("bulletin.summary", domain.Params{"signed": t.Signed, "amount": int64(t.SignedAmount / domain.Wan), "started": t.Started,
		"production": t.InProduction, "verified": int64(t.FundsVerified / domain.Wan), "reported": int64(t.FundsReported / domain.Wan)}))
	paper.Heading(say("bulletin.heading.units", nil))
	paper.Table(table)
	if len(v.Corrections) > 0 {
		paper.Heading(say("bulletin.heading.corrections", nil))
	}
	for _, c := range v.Corrections {
		paper.Text(say("bulletin.correction", domain.Params{"unit": cmp.Or(c.Unit, say("bulletin.total", nil)),
			"figure": say("bulletin.column."+c.Figure, nil), "published": a.printedFigure(c.Figure, c.Published),
			"now": a.printedFigure(c.Figure, c.Now)}))
	}
	paper.Signed(say("paper.office", domain.Params{"county": county}), domain.DateOf(v.PublishedAt).String())
	return paper.Bytes()
}

// printedFigure is a bulletin's figure as its table prints it: money in 万元.
func (a *API) printedFigure(figure string, v int64) any {
	if figure == "signed_amount" || figure == "funds_reported" || figure == "funds_verified" {
		return kit.Wan(domain.Yuan(v))
	}
	return v
}
