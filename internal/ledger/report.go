package ledger

import (
	"maps"
	"slices"

	"sangu/domain"
)

// SheetReport is a sheet in the form that the command line prints.
type SheetReport struct {
	Sheet      string           `json:"sheet"`
	Kind       string           `json:"kind"`
	HeaderRows []int            `json:"header_rows"`
	AsOf       string           `json:"as_of,omitempty"`
	Accepted   []map[string]any `json:"accepted"`
	Findings   []FindingReport  `json:"findings"`
}

// FindingReport is a finding with its text.
type FindingReport struct {
	Cell     string   `json:"cell"`
	Row      int      `json:"row"`
	Severity Severity `json:"severity"`
	Code     string   `json:"code"`
	Message  string   `json:"message"`
}

// Report returns a sheet's accepted rows and findings; text gives a finding's
// message in the reader's language.
func Report(s Sheet, text func(code string, params domain.Params) string) SheetReport {
	out := SheetReport{Sheet: s.Name, Kind: s.Mapping.Kind, HeaderRows: s.Mapping.HeaderRows, AsOf: s.AsOf.String(),
		Accepted: []map[string]any{}, Findings: []FindingReport{}}
	for _, r := range s.Accepted() {
		out.Accepted = append(out.Accepted, rowReport(r))
	}
	for _, f := range s.Findings {
		out.Findings = append(out.Findings, FindingReport{Cell: f.Cell, Row: f.Row, Severity: f.Severity, Code: f.Code,
			Message: text(f.Code, f.Params)})
	}
	return out
}

// rowReport returns a row's values by field: amounts as name_yuan in 元, dates as
// ISO, people by the first name, the rest as written.
func rowReport(r Row) map[string]any {
	out := map[string]any{"row": r.Number}
	for key, text := range r.Texts {
		out[key] = text
	}
	for key, m := range r.Money {
		delete(out, key)
		if m.Currency == domain.CNY || m.Currency == "" {
			out[key+"_yuan"] = m.Amount
		} else {
			out[key], out[key+"_currency"] = m.Amount, m.Currency
		}
	}
	for key, d := range r.Dates {
		out[key] = d.String()
	}
	for key, people := range r.People {
		delete(out, key)
		if len(people) > 0 {
			out[key] = people[0]
		}
	}
	for key, tick := range r.Ticks {
		out[key] = tick
	}
	for key, n := range r.Ints {
		out[key] = n
		if key == "land_mu" {
			out[key] = float64(n) / 100
		}
	}
	return out
}

// tell notes what was done alike in many rows, once for the sheet, and what is
// not sure of how it is read.
func (r *reader) tell() {
	for _, code := range slices.Sorted(maps.Keys(r.told)) {
		if n := r.told[code]; n > 0 {
			r.note(-1, code, "n", n, "until", r.until().String())
		}
	}
	for _, a := range r.sheet.Mapping.Rivals {
		code := "ledger.column_beside"
		if a.Foreign {
			code = "ledger.column_foreign"
		}
		r.note(a.Column, code, "column", ColumnName(a.Column), "taken", ColumnName(r.column(a.Field)), "name", r.header(a.Column))
	}
	for c, sure := range r.sheet.Mapping.Sure {
		if r.sheet.Mapping.Columns[c] != "" && sure > 0 && sure < sureColumn {
			r.note(c, "ledger.column_unsure", "column", ColumnName(c), "name", r.header(c), "as", Header(r.kind.Key,
				r.sheet.Mapping.Columns[c]))
		}
	}
	if other := r.sheet.Mapping.Instead; other != "" {
		k, _ := KindByKey(other)
		r.note(-1, "ledger.kind_unsure", "kind", r.kind.Key, "instead", k.Key)
		for i := range r.sheet.Rows {
			if r.sheet.Rows[i].Worst == "" {
				r.sheet.Rows[i].Worst = Warning // it waits for a yes
			}
		}
	}
}

// note tells something of a column, or of the sheet where col is below 0.
func (r *reader) note(col int, code string, pairs ...any) {
	row := 1
	if n := len(r.sheet.Mapping.HeaderRows); n > 0 {
		row = r.sheet.Mapping.HeaderRows[n-1]
	}
	f := Finding{Cell: CellName(row-1, max(col, 0)), Row: row, Severity: Notice, Code: code, Params: map[string]any{}}
	if col >= 0 && col < len(r.sheet.Mapping.Columns) {
		f.Field = r.sheet.Mapping.Columns[col]
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		key, _ := pairs[i].(string)
		f.Params[key] = pairs[i+1]
	}
	r.sheet.Notes = append(r.sheet.Notes, f)
}

func (r *reader) header(col int) string {
	if col < 0 || col >= len(r.sheet.Mapping.Headers) {
		return ""
	}
	return r.sheet.Mapping.Headers[col]
}
