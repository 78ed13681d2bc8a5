package importer

import (
	"context"
	"strings"

	"sangu/domain"
	"sangu/internal/ledger"
)

// ProblemRows returns the rows that have problems as a workbook: a sheet for each
// sheet, with its header, the row's number and why. It can be put right and
// sent again.
func (im *Importer) ProblemRows(
	ctx context.Context,
	actor domain.Actor,
	id domain.ID,
	rowHeader, reasonHeader string,
	text func(code string, params domain.Params) string,
) (name string, body []byte, err error) {
	i, err := im.Imports.Get(ctx, actor, id)
	if err != nil {
		return "", nil, err
	}
	b, err := im.book(ctx, i)
	if err != nil {
		return "", nil, err
	}
	var w *ledger.Writer
	for n := range b.sheets {
		s := &b.sheets[n]
		refused, err := im.refused(ctx, i, s)
		if err != nil {
			return "", nil, err
		}
		g, err := b.grid(s.Name)
		if err != nil {
			return "", nil, err
		}
		width := lastHeader(s.Mapping.Headers)
		headers := append(withUnit(s.Mapping.Headers[:width], s), rowHeader, reasonHeader)
		if w, err = w.Sheet(s.Name, headers); err != nil {
			return "", nil, err
		}
		for _, r := range s.Rows {
			findings := append(append([]ledger.Finding(nil), b.findings[s.Name][r.Number]...), refused[r.Number]...)
			if len(findings) == 0 {
				continue
			}
			cells := make([]ledger.Cell, 0, width+2)
			for c := range width {
				cells = append(cells, ledger.Cell{Text: g.Cell(r.Number-1, c)})
			}
			number := r.Number
			if err := w.Row(append(cells, ledger.Cell{Int: &number}, ledger.Cell{Text: reasons(findings, text)})); err != nil {
				return "", nil, err
			}
		}
	}
	if w == nil {
		return "", nil, domain.Conflict("ledger.no_sheet")
	}
	body, err = w.Bytes()
	return i.FileName, body, err
}

// withUnit names the sheet's money unit in the headers of amounts that do not:
// the title row that said it is not among the rows.
func withUnit(headers []string, s *ledger.Sheet) []string {
	out := append([]string(nil), headers...)
	word := ledger.UnitWord(s.Mapping.Unit)
	for c := range out {
		if word != "" && ledger.IsMoney(s.Mapping.Kind, s.Mapping.Columns[c]) && !ledger.NamesUnit(out[c]) {
			out[c] += "(" + word + ")"
		}
	}
	return out
}

func lastHeader(headers []string) int {
	for n := len(headers); n > 0; n-- {
		if headers[n-1] != "" {
			return n
		}
	}
	return 0
}

func reasons(findings []ledger.Finding, text func(string, domain.Params) string) string {
	var out []string
	for _, f := range findings {
		out = append(out, f.Cell+" "+text(f.Code, f.Params))
	}
	return strings.Join(out, "；")
}
