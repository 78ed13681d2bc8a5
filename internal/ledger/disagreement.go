package ledger

import (
	"strings"

	"sangu/domain/library"
)

// place is a row of one of the sheets.
type place struct{ sheet, row int }

// disagreements asks about records that two sheets of a workbook tell
// differently: neither wins without a word.
func disagreements(sheets []Sheet) {
	seen := map[string]place{}
	for i := range sheets {
		for n := range sheets[i].Rows {
			r := &sheets[i].Rows[n]
			key := recordKey(sheets[i].Mapping.Kind, *r)
			if key == "" || r.Worst == Duplicate {
				continue
			}
			before, there := seen[key]
			if !there {
				seen[key] = place{sheet: i, row: n}
				continue
			}
			if before.sheet != i {
				disagree(sheets, before, place{sheet: i, row: n})
			}
		}
	}
}

// recordKey names the record that a row is of, across sheets.
func recordKey(kind string, r Row) string {
	t := r.Texts
	switch kind {
	case "project":
		if code := strings.ToUpper(library.NameKey(t["code"])); code != "" {
			return join(kind, "code", code)
		}
		return join(kind, library.NameKey(t["name"]), library.FirmKey(t["investor"]))
	case "client", "enterprise":
		return join(kind, or(r.Words["credit_code"], library.NameKey(t["name"])))
	case "lead":
		return join(kind, library.NameKey(t["company"]), library.NameKey(t["subject"]))
	case "fund":
		return join(kind, library.NameKey(t["project"]), library.NameKey(t["voucher"]), r.Dates["paid_on"].String())
	}
	return ""
}

// disagree notes on both rows each field in which they differ.
func disagree(sheets []Sheet, a, b place) {
	kind, _ := KindByKey(sheets[a.sheet].Mapping.Kind)
	for _, f := range kind.Fields {
		x, y := sheets[a.sheet].Rows[a.row], sheets[b.sheet].Rows[b.row]
		if f.Type == Ignored || !differ(f, x, y) {
			continue
		}
		tellOther(sheets, a, b, f.Key)
		tellOther(sheets, b, a, f.Key)
	}
}

// differ reports whether two rows say different things of a field; what one does
// not say is no difference.
func differ(f Field, x, y Row) bool {
	switch f.Type {
	case Money:
		a, ok1 := x.Money[f.Key]
		b, ok2 := y.Money[f.Key]
		return ok1 && ok2 && a != b
	case Date:
		a, ok1 := x.Dates[f.Key]
		b, ok2 := y.Dates[f.Key]
		return ok1 && ok2 && a != b
	case Decimal, Integer:
		a, ok1 := x.Ints[f.Key]
		b, ok2 := y.Ints[f.Key]
		return ok1 && ok2 && a != b
	case Unit:
		a, ok1 := x.Units[f.Key]
		b, ok2 := y.Units[f.Key]
		return ok1 && ok2 && a != b
	case Stage, Word, Code:
		a, b := x.Words[f.Key], y.Words[f.Key]
		return a != "" && b != "" && a != b
	default:
		// What is not named here is dealt with after the switch.
	}
	return false
}

func tellOther(sheets []Sheet, at, other place, field string) {
	s, o := &sheets[at.sheet], sheets[other.sheet]
	r := &s.Rows[at.row]
	cell := CellName(r.Number-1, columnOf(s.Mapping, field))
	if s.Mapping.Kept[cell] != "" {
		return
	}
	there := o.Rows[other.row]
	s.Findings = append(s.Findings, Finding{Cell: cell, Row: r.Number, Field: field, Severity: Warning, Code: "ledger.sheets_differ",
		Params: map[string]any{"text": r.Texts[field], "other": there.Texts[field], "sheet": o.Name, "cell": CellName(there.Number-1,
			columnOf(o.Mapping, field))},
		Suggest: there.Texts[field]})
	if r.Worst == "" {
		r.Worst = Warning
	}
}

func columnOf(m Mapping, field string) int {
	for c, key := range m.Columns {
		if key == field {
			return c
		}
	}
	return 0
}
