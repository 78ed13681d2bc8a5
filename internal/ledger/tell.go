package ledger

import (
	"maps"
	"slices"
)

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
