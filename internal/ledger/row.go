package ledger

import (
	"strings"

	"sangu/domain"
)

// reader reads the rows of one sheet.
type reader struct {
	sheet *Sheet
	kind  Kind
	dir   Directory
	today domain.Date
	seen  map[string]int // keys of rows before, by row number
	named map[string][]namedRow
	now   *Row
	// stage is that of all rows by the sheet's title, where no column tells it.
	stage string
	// from1904 is the grid's day system.
	from1904 bool
	// told counts what is told once for the sheet, by code.
	told map[string]int
}

// row reads one row and what is wrong with it.
func (r *reader) row(g Grid, index int) {
	row := newRow(index + 1)
	r.now = &row
	struck, filled := 0, 0
	for c, key := range r.sheet.Mapping.Columns {
		f, ok := r.kind.field(key)
		if !ok || f.Type == Ignored {
			continue
		}
		at := r.instead(g, index, c, key)
		text, m := g.at(index, at), g.marks[position{row: index, col: at}]
		if text != "" {
			filled++
			if m.struck {
				struck++
			}
		}
		if !r.marked(f, index, at, text, m) {
			continue
		}
		r.cell(f, index, at, r.said(f, text), m.exact)
	}
	if struck > 0 && struck*2 >= filled {
		r.find("", index, max(r.column(r.kind.DefiningFields[0]), 0), Warning, "ledger.struck_row")
	}
	r.choices(g, index)
	r.across(index)
	r.sheet.Rows = append(r.sheet.Rows, row)
}

func newRow(n int) Row {
	return Row{Number: n, Texts: map[string]string{}, Money: map[string]domain.Money{}, Dates: map[string]domain.Date{},
		Days:  map[string]domain.EventDay{},
		Words: map[string]string{}, People: map[string][]string{}, Units: map[string]domain.ID{}, Helping: map[string][]domain.ID{},
		Ints:  map[string]int64{},
		Ticks: map[string]bool{}, Foreign: map[string]domain.Money{}}
}

// said returns a cell's text with what a person explained of it put in its
// place. Lines of a cell stay apart where they may be a list.
func (r *reader) said(f Field, text string) string {
	words := r.sheet.Mapping.Words[f.Key]
	switch {
	case f.Type == People:
		return meant(f, text, words)
	case f.Type == Unit || f.Firm:
		if whole := joined(text); !strings.Contains(text, "\n") || meant(f, whole, words) != whole {
			return meant(f, whole, words)
		}
		return text
	}
	return meant(f, joined(text), words)
}

// marked asks about a cell by what is known of it beside its text; false where
// the text is of no use.
func (r *reader) marked(f Field, index, col int, text string, m mark) bool {
	if m.partStruck {
		r.find(f.Key, index, col, Warning, "ledger.struck_part", "text", text)
	}
	switch {
	case m.doubt == "":
		return true
	case m.doubt == "ledger.digits_lost":
		if f.Type != Text && f.Type != Code {
			return true
		}
		r.lost(f, index, col, text)
		return false
	}
	r.find(f.Key, index, col, Warning, m.doubt, "text", text)
	return true
}

// lost asks for a number whose digits a spreadsheet destroyed; nothing of it is
// kept.
func (r *reader) lost(f Field, index, col int, text string) {
	severity := Warning
	if f.Required || f.Type == Code {
		severity = Error
	}
	r.find(f.Key, index, col, severity, "ledger.digits_lost", "text", text)
}

func (r *reader) find(field string, index, col int, s Severity, code string, pairs ...any) {
	f := Finding{Cell: CellName(index, col), Row: index + 1, Field: field, Severity: s, Code: code}
	if s == Warning && r.sheet.Mapping.Kept[f.Cell] != "" {
		return
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		if f.Params == nil {
			f.Params = domain.Params{}
		}
		key, _ := pairs[i].(string)
		f.Params[key] = pairs[i+1]
		if key == "suggest" {
			f.Suggest, _ = pairs[i+1].(string)
		}
	}
	r.sheet.Findings = append(r.sheet.Findings, f)
	order := map[Severity]int{"": 0, Warning: 1, Duplicate: 2, Error: 3}
	if order[s] > order[r.now.Worst] {
		r.now.Worst = s
	}
}

// column returns the column of a field, or -1.
func (r *reader) column(key string) int {
	for c, k := range r.sheet.Mapping.Columns {
		if k == key {
			return c
		}
	}
	return -1
}
