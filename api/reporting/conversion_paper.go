package reporting

import (
	"context"
	"fmt"
	"math"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/reporting"
	"sangu/internal/document"
)

// conversionPaper is the conversion in office form: what was found in words, and
// its tables.
type conversionPaper struct {
	say            func(code string, p domain.Params) string
	county, unit   string
	c              reporting.Conversion
	r              reporting.Analysis
	stage, rateKey func(string) string
	rule           func(version int) string
}

func (a *API) conversionPaper(ctx context.Context, actor domain.Actor, in conversionIn) (conversionPaper, error) {
	f := in.Over(in.ProjectFilter)
	p := conversionPaper{say: func(code string, p domain.Params) string {
		return a.Messages.Text(actor.Lang, "conversion_paper."+code, p)
	},
		stage:   func(s string) string { return kit.Say(a.Messages, actor, "stage", s) },
		rateKey: func(s string) string { return kit.Say(a.Messages, actor, "rate", s) },
		rule:    func(version int) string { return a.ruleName(actor, version) }}
	profile, err := a.Setup.Profile(ctx)
	if err != nil {
		return p, err
	}
	p.county = a.Messages.Text(actor.Lang, "paper.office", domain.Params{"county": profile.CountyName})
	p.unit = a.Messages.Text(actor.Lang, "paper.wan", nil)
	if p.c, err = a.Reports.Conversion(ctx, actor, f, reporting.ByAll); err != nil {
		return p, err
	}
	p.r, err = a.Reports.Analyse(ctx, actor, f, reporting.AnalysisQuery{Cohorts: reporting.ByQuarter})
	return p, err
}

func (a *API) ExportConversionDOCX(ctx context.Context, actor domain.Actor, in conversionIn) (kit.FileOut, error) {
	p, err := a.conversionPaper(ctx, actor, in)
	if err != nil {
		return kit.FileOut{}, err
	}
	body, err := p.document()
	if err != nil {
		return kit.FileOut{}, err
	}
	return kit.FileOut{Name: "conversion-" + p.c.Until.String() + ".docx", Media: kit.DOCX, Body: body},
		a.Auditing.Exported(ctx, actor, "conversion", p.c.Total.Signed.Count)
}

func (a *API) ExportConversionXLSX(ctx context.Context, actor domain.Actor, in conversionIn) (kit.FileOut, error) {
	p, err := a.conversionPaper(ctx, actor, in)
	if err != nil {
		return kit.FileOut{}, err
	}
	body, err := document.Workbook{{Name: p.say("tab.rates", nil), Sheet: p.rates()}, {Name: p.say("tab.curve", nil), Sheet: p.curve()},
		{Name: p.say("tab.batches", nil), Sheet: p.batches()}}.Bytes()
	if err != nil {
		return kit.FileOut{}, err
	}
	return kit.FileOut{Name: "conversion-" + p.c.Until.String() + ".xlsx", Media: kit.XLSX, Body: body},
		a.Auditing.Exported(ctx, actor, "conversion", p.c.Total.Signed.Count)
}

// document puts the parts into an official paper.
func (p conversionPaper) document() ([]byte, error) {
	var paper document.Paper
	paper.Title(p.say("title", nil))
	paper.Line(p.basis())
	paper.Heading(p.say("heading.finding", nil))
	paper.Text(p.finding())
	paper.Text(p.say("waiting", domain.Params{"w": p.c.Curve.Waiting, "e": p.c.Curve.Terminated, "y": p.c.Curve.WaitingNew}))
	for name, sheet := range p.parts() {
		paper.Heading(p.say("heading."+name, nil))
		paper.Table(sheet)
	}
	paper.Signed(p.county, p.c.Until.String())
	return paper.Bytes()
}

// parts yields the tables in their order.
func (p conversionPaper) parts() func(yield func(string, document.Sheet) bool) {
	return func(yield func(string, document.Sheet) bool) {
		_ = yield("rates", p.rates()) && yield("curve", p.curve()) && yield("batches", p.batches())
	}
}

func (p conversionPaper) basis() string {
	return p.say("basis", domain.Params{"rule": p.rule(p.c.Rule.Version), "on": p.c.Until.String(), "known": domain.DateOf(p.c.AsOf).String()})
}

// finding is the headline in words, with what it must not be read without.
func (p conversionPaper) finding() string {
	total := p.c.Total
	say := domain.Params{"n": total.Signed.Count, "s": total.Started.Count,
		"plain": percentOf(reporting.RateOf(int64(total.Started.Count), int64(total.Signed.Count)))}
	read := p.c.Curve.Reading
	if read == nil || read.Lower == nil || read.Upper == nil {
		return p.say("plain", say)
	}
	say["months"], say["share"], say["low"], say["high"] = read.Months, tenth(read.Started), tenth(*read.Lower), tenth(*read.Upper)
	return p.say("finding", say)
}

// sheet begins a table of so many columns.
func (p conversionPaper) sheet(note string, columns ...string) document.Sheet {
	s := document.Sheet{Title: p.say("title", nil), Basis: p.basis(), Unit: p.unit, Notes: []string{p.say("note."+note, nil)}}
	for _, c := range columns {
		s.Head = append(s.Head, p.say("column."+c, nil))
	}
	return s
}

func (p conversionPaper) rates() document.Sheet {
	s := p.sheet("rates", "rate", "numerator", "denominator", "plain", "by_amount", "months", "share", "band")
	s.Widths = []float64{18, 14, 14, 12, 12, 10, 16, 16}
	for i, r := range p.c.Total.RatesBy(p.c.Rule.Rates) {
		row := []any{p.name(r.Preset), r.Count.Numerator, r.Count.Denominator, percentOf(r.Count), percentOf(r.Amount)}
		if r.Numerator == "" {
			row[1], row[2] = kit.Wan(domain.Yuan(r.Amount.Numerator)), kit.Wan(domain.Yuan(r.Amount.Denominator))
		}
		s.Rows = append(s.Rows, append(row, p.waited(p.r.Rates[i])...))
	}
	return s
}

// name is a rate's: its own where it has one, or what is over what.
func (p conversionPaper) name(r reporting.Preset) string {
	if named := p.rateKey(r.Key); named != r.Key {
		return named
	}
	return p.stage(string(r.Numerator)) + " ÷ " + p.stage(string(r.Denominator))
}

// waited is a rate that allows for waiting, or why there is none.
func (p conversionPaper) waited(w reporting.WaitRate) []any {
	switch w.Why {
	case "":
		return []any{w.Months, tenth(w.Share), band(w.Lower, w.Upper)}
	case reporting.OfMoney:
		return []any{"—", p.say("not_estimated", nil), "—"}
	}
	return []any{"—", p.say("not_shown", nil), "—"}
}

func (p conversionPaper) curve() document.Sheet {
	s := p.sheet("curve", "since", "at_risk", "started_count", "ended_count", "started", "band", "waiting", "ended")
	for _, x := range p.c.Curve.AtMonths {
		if reporting.DaysIn(x.Months) <= reporting.DaysIn(p.c.Curve.Longest) {
			s.Rows = append(s.Rows, []any{x.Months, x.AtRisk, x.StartedCount, x.EndedCount, tenth(x.Started), band(x.Lower, x.Upper),
				tenth(x.Waiting), tenth(x.Terminated)})
		}
	}
	return s
}

func (p conversionPaper) batches() document.Sheet {
	s := p.sheet("batches", "batch", "signed", "amount")
	for _, m := range reporting.Horizons() {
		s.Head = append(s.Head, p.say("column.within", domain.Params{"months": m}))
	}
	for _, c := range []string{"now", "over", "left"} {
		s.Head = append(s.Head, p.say("column."+c, nil))
	}
	for _, b := range p.r.Cohorts {
		row := []any{b.Key, b.Signed.Count, kit.Wan(b.Signed.Amount)}
		for _, cell := range b.StartedBy {
			var shown any = p.say("not_yet", nil)
			if cell.Known {
				shown = cell.Count
			}
			row = append(row, shown)
		}
		s.Rows = append(s.Rows, append(row, b.Started, b.Terminated, b.Waiting))
	}
	total := []any{p.say("total", nil), p.c.Total.Signed.Count, kit.Wan(p.c.Total.Signed.Amount)}
	for range reporting.Horizons() {
		total = append(total, "")
	}
	s.Totals = append(total, p.c.Total.Started.Count, p.c.Curve.Terminated, p.c.Curve.Waiting)
	return s
}

// tenth is a share in percent to one digit.
func tenth(share float64) float64 { return math.Round(share*1000) / 10 }

func percentOf(r reporting.Rate) any {
	if !r.Known {
		return "—"
	}
	return tenth(r.Value)
}

func band(lower, upper *float64) any {
	if lower == nil || upper == nil {
		return "—"
	}
	return fmt.Sprintf("%.1f—%.1f", *lower*100, *upper*100)
}
