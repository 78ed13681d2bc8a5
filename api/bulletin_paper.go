package api

import (
	"context"
	"fmt"
	"strconv"

	"sangu/domain"
	"sangu/domain/pipeline"
	"sangu/internal/document"
	"sangu/internal/ledger"
)

const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

// bulletinColumns are the columns of a printed bulletin, in the actor's words.
func (a *API) bulletinColumns(actor domain.Actor) []string {
	var out []string
	for _, c := range []string{"unit", "signed", "signed_amount", "fulfilling", "started", "in_production", "funds_reported", "funds_verified"} {
		out = append(out, a.Messages.Text(actor.Lang, "bulletin.column."+c, nil))
	}
	return out
}

// bulletinRows are its lines, the county's last; amounts in 万元.
func (a *API) bulletinRows(actor domain.Actor, f pipeline.BulletinFigures) [][]string {
	var out [][]string
	total := f.Total
	total.Unit = a.Messages.Text(actor.Lang, "bulletin.total", nil)
	wan := func(y domain.Yuan) string { return strconv.FormatFloat(float64(y)/float64(domain.Wan), 'f', -1, 64) }
	pair := func(claimed, confirmed int) string { return fmt.Sprintf("%d (%d)", claimed, confirmed) }
	for _, l := range append(append([]pipeline.BulletinLine{}, f.Units...), total) {
		out = append(out, []string{l.Unit, pair(l.Signed, l.SignedConfirmed), wan(l.SignedAmount), strconv.Itoa(l.Fulfilling), pair(l.Started, l.StartedConfirmed),
			pair(l.InProduction, l.ProducedConfirmed), wan(l.FundsReported), wan(l.FundsVerified)})
	}
	return out
}

func (a *API) bulletinXLSX(ctx context.Context, actor domain.Actor, in byID) (fileOut, error) {
	v, err := a.Reports.Bulletin(ctx, actor, in.ID)
	if err != nil {
		return fileOut{}, err
	}
	w, err := ledger.NewWriter(v.Month, a.bulletinColumns(actor))
	if err != nil {
		return fileOut{}, err
	}
	for _, row := range a.bulletinRows(actor, v.Printed) {
		cells := make([]ledger.Cell, len(row))
		for i, text := range row {
			cells[i] = ledger.Cell{Text: text}
		}
		if err := w.Row(cells); err != nil {
			return fileOut{}, err
		}
	}
	body, err := w.Bytes()
	if err != nil {
		return fileOut{}, err
	}
	return fileOut{"bulletin-" + v.Month + ".xlsx", xlsx, body}, a.Auditing.Exported(ctx, actor, "bulletin", len(v.Printed.Units))
}

func (a *API) bulletinDOCX(ctx context.Context, actor domain.Actor, in byID) (fileOut, error) {
	v, err := a.Reports.Bulletin(ctx, actor, in.ID)
	if err != nil {
		return fileOut{}, err
	}
	say := func(code string, p domain.Params) string { return a.Messages.Text(actor.Lang, code, p) }
	var paper document.Paper
	paper.Title(say("bulletin.title", domain.Params{"month": v.Month}))
	paper.Line(say("bulletin.basis", domain.Params{"rule": v.RuleVersion, "on": v.EffectiveOn.String(), "known": domain.DateOf(v.AsOf).String()}))
	t := v.Printed.Total
	paper.Text(say("bulletin.summary", domain.Params{"signed": t.Signed, "amount": int64(t.SignedAmount / domain.Wan), "started": t.Started, "production": t.InProduction, "verified": int64(t.FundsVerified / domain.Wan), "reported": int64(t.FundsReported / domain.Wan)}))
	paper.Table(append([][]string{a.bulletinColumns(actor)}, a.bulletinRows(actor, v.Printed)...))
	paper.Text(say("bulletin.note", nil))
	for _, c := range v.Corrections {
		paper.Text(say("bulletin.correction", domain.Params{"unit": c.Unit, "figure": say("bulletin.column."+c.Figure, nil), "published": c.Published, "now": c.Now}))
	}
	body, err := paper.Bytes()
	if err != nil {
		return fileOut{}, err
	}
	return fileOut{"bulletin-" + v.Month + ".docx", docx, body}, a.Auditing.Exported(ctx, actor, "bulletin", len(v.Printed.Units))
}
