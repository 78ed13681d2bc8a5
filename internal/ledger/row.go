package ledger

import (
	"math/big"
	"strconv"
	"strings"

	"sangu/domain"
	"sangu/domain/library"
)

// reader reads the rows of one sheet.
type reader struct {
	sheet *Sheet
	kind  Kind
	dir   Directory
	seen  map[string]int // keys of rows before, by row number
	now   *Row
	// stage is that of all rows by the sheet's title, where no column tells it.
	stage string
	// from1904 is the grid's day system.
	from1904 bool
}

// row reads one row and what is wrong with it.
func (r *reader) row(g Grid, index int) {
	row := Row{Number: index + 1, Texts: map[string]string{}, Money: map[string]domain.Money{}, Dates: map[string]domain.Date{}, Words: map[string]string{},
		People: map[string][]string{}, Units: map[string]domain.ID{}, Ints: map[string]int64{}, Ticks: map[string]bool{}}
	r.now = &row
	for c, key := range r.sheet.Mapping.Columns {
		f, ok := r.kind.field(key)
		if !ok || f.Type == Ignored {
			continue
		}
		text := g.at(index, c)
		if f.Type != People {
			text = joined(text)
		}
		r.cell(f, index, c, meant(f, text, r.sheet.Mapping.Words[key]))
	}
	r.across(index)
	r.sheet.Rows = append(r.sheet.Rows, row)
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

// cell reads one cell by its field's type.
func (r *reader) cell(f Field, index, col int, text string) {
	if nothing(text) {
		if f.Required {
			r.find(f.Key, index, col, Error, "ledger.required")
		}
		return
	}
	if broken(text) {
		r.find(f.Key, index, col, Error, "ledger.formula", "text", text)
		return
	}
	if !r.fits(f, index, col, text) {
		return
	}
	r.now.Texts[f.Key] = text
	fail := func(code string, pairs ...any) { r.find(f.Key, index, col, Error, code, pairs...) }
	switch f.Type {
	case Money:
		r.money(f, index, col, text)
	case Date:
		if r.from1904 {
			text = since1904(text)
		}
		d, ok := ParseDate(text, r.sheet.Year)
		if !ok {
			why, pairs := notADay(text)
			fail(why, pairs...)
			return
		}
		r.now.Dates[f.Key] = d.Date
		if d.Either {
			r.find(f.Key, index, col, Warning, "ledger.day_or_month", "meant", d.Date.String())
		}
	case Decimal, Integer:
		r.number(f, index, col, text)
	case YesNo:
		v, ok := yes(text)
		if !ok {
			r.find(f.Key, index, col, Warning, "ledger.tick", "text", text)
		}
		r.now.Ticks[f.Key] = v
	case Unit:
		id, ok := r.dir.Unit(text)
		if several := names(text); !ok && len(several) > 1 {
			if id, ok = r.dir.Unit(several[0]); ok {
				r.find(f.Key, index, col, Warning, "ledger.several_units", "text", several[0])
			}
		}
		if !ok {
			pairs := []any{"text", text}
			if near, ok := r.dir.(interface {
				Near(name string) (string, bool)
			}); ok {
				if better, ok := near.Near(text); ok {
					fail("ledger.unit_near", append(pairs, "suggest", better)...)
					return
				}
			}
			fail("ledger.unit", pairs...)
			return
		}
		r.now.Units[f.Key] = id
	case People:
		r.now.People[f.Key] = names(text)
		for _, name := range r.now.People[f.Key] {
			if !r.dir.Person(name) {
				r.find(f.Key, index, col, Warning, "ledger.person", "text", name)
			}
		}
	case Code:
		r.code(f, index, col, text)
	case Industry:
		i, ok := library.FindIndustry(text)
		if !ok {
			r.find(f.Key, index, col, Warning, "ledger.industry", "text", text)
			return
		}
		r.now.Words[f.Key] = i.Code
	case Stage:
		code, ok := stageOf(text)
		if !ok {
			fail("ledger.stage", "text", text)
			return
		}
		r.now.Words[f.Key] = code
	case Word:
		code, ok := lookup(f.words(), text)
		if !ok {
			r.find(f.Key, index, col, Warning, "ledger.word", "text", text)
			return
		}
		r.now.Words[f.Key] = code
	}
}

func (r *reader) number(f Field, index, col int, text string) {
	s := strings.TrimRight(strings.ReplaceAll(library.Halfwidth(text), ",", ""), "亩人个名余约 ")
	d, ok := decimal(strings.TrimLeft(s, "约 "))
	if !ok {
		r.find(f.Key, index, col, Error, "ledger.number", "text", text)
		return
	}
	if d.Sign() < 0 {
		r.find(f.Key, index, col, Error, "ledger.negative", "text", text)
		return
	}
	if f.Type == Decimal {
		d.Mul(d, big.NewRat(100, 1))
	}
	n, _ := rounded(d)
	r.now.Ints[f.Key] = n
}

// column gives the column of a field, or -1.
func (r *reader) column(key string) int {
	for c, k := range r.sheet.Mapping.Columns {
		if k == key {
			return c
		}
	}
	return -1
}

// across checks what cells say together, and whether the row was there before.
func (r *reader) across(index int) {
	row := r.now
	r.splitContact()
	r.begun()
	for _, f := range r.kind.Fields {
		if f.Required && !f.Absent && r.column(f.Key) < 0 {
			r.find(f.Key, index, 0, Error, "ledger.column_missing", "name", f.Names[0])
		}
	}
	total, hasTotal := row.Money["total_investment"]
	if fixed, ok := row.Money["fixed_investment"]; ok && hasTotal && total.Currency == fixed.Currency && fixed.Amount > total.Amount {
		r.find("fixed_investment", index, r.column("fixed_investment"), Warning, "ledger.fixed_above_total")
	}
	if funds, ok := row.Money["funds_reported"]; ok && hasTotal && total.Currency == funds.Currency && funds.Amount > total.Amount {
		r.find("funds_reported", index, r.column("funds_reported"), Warning, "ledger.funds_above_total")
	}
	r.order(index, "signed_on", "started_on")
	r.order(index, "started_on", "in_production_on")
	r.twice(index, "code", strings.ToUpper(row.Texts["code"]))
	if key, field := r.key(); key != "" {
		if before, ok := r.seen[key]; ok {
			r.find(field, index, r.column(field), Duplicate, "ledger.duplicate", "row", before)
		} else if row.Worst != Error {
			r.seen[key] = row.Number
		}
	}
}

// splitContact parts 王经理 13800138000 where no column is the phone's own.
func (r *reader) splitContact() {
	if r.now.Texts["contact_phone"] != "" {
		return
	}
	name, phone, ok := contactOf(r.now.Texts["contact"])
	if ok {
		r.now.Texts["contact"], r.now.Texts["contact_phone"] = name, phone
	}
}

// begun takes a tick at 是否开工, or else the sheet's title, for the stage where
// the row says none.
func (r *reader) begun() {
	if r.now.Words["stage"] != "" {
		return
	}
	if r.now.Ticks["is_started"] {
		r.now.Words["stage"] = "STARTED"
	} else if r.stage != "" {
		r.now.Words["stage"] = r.stage
	}
}

// twice finds a code of the office's own that a row before has.
func (r *reader) twice(index int, field, text string) {
	if text == "" {
		return
	}
	key := field + " " + library.NameKey(text)
	if before, ok := r.seen[key]; ok {
		r.find(field, index, r.column(field), Duplicate, "ledger.duplicate", "row", before)
	} else if r.now.Worst != Error {
		r.seen[key] = r.now.Number
	}
}

// order refuses two dates that run backwards.
func (r *reader) order(index int, first, second string) {
	a, okA := r.now.Dates[first]
	b, okB := r.now.Dates[second]
	if okA && okB && b.Before(a) {
		r.find(second, index, r.column(second), Error, "ledger.date_order", "on", a.String())
	}
}

// key is what makes a row the same as another, and the field that shows it.
func (r *reader) key() (key, field string) {
	t := r.now.Texts
	switch r.kind.Key {
	case "project":
		return library.NameKey(t["name"]), "name"
	case "lead":
		return join(library.NameKey(t["company"]), library.NameKey(t["subject"])), "company"
	case "enterprise", "client":
		return or(r.now.Words["credit_code"], library.NameKey(t["name"])), "name"
	case "visit":
		return join(r.now.Dates["on"].String(), library.NameKey(t["company"]), strings.Join(r.now.People["leader"], ""), library.NameKey(t["project"])), "company"
	case "fund":
		return library.NameKey(t["voucher"]), "voucher"
	case "problem":
		return join(library.NameKey(t["project"]), t["problem"], t["type"], t["responsible_unit"], t["leader"], t["due_on"], t["progress"], t["closed"]), "problem"
	}
	return "", ""
}

func join(parts ...string) string {
	if strings.Join(parts, "") == "" {
		return ""
	}
	for i, p := range parts {
		parts[i] = strconv.Quote(p)
	}
	return strings.Join(parts, " ")
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
