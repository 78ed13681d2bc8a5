package ledger

import (
	"slices"
	"strings"

	"sangu/domain"
)

// Rival is a column that claims a field which another column has.
type Rival struct {
	Field  string
	Column int
	// Foreign says that it is in another currency, and Open that its cells are
	// held against those of the column that was taken.
	Foreign, Open bool
}

const (
	// sureColumn is how well a header must name its field, of 100, not to be
	// asked about: less only holds the name among other words.
	sureColumn = 45
	// sureKind is how far, of 100, the next kind must lie behind.
	sureKind = 92
)

// runnerUp returns another kind of which a sheet may be as well; empty where it
// is surely of the kind found.
func runnerUp(kind string, score int, ofKind map[string]int) string {
	other, next := "", 0
	for k, n := range ofKind {
		if _, here := KindByKey(k); here && k != kind && (n > next || n == next && k < other) {
			other, next = k, n
		}
	}
	if score <= 0 || next*100 < score*sureKind {
		return ""
	}
	return other
}

// rivals finds the columns that claim a field that another has, and lets the
// better one have it: one that is seen rather than a hidden one, one in 元
// rather than one in another currency.
func rivals(g Grid, m Mapping) Mapping {
	k, s := kindOf(m.Kind), scores{}
	m = m.withUnits()
	m.Sure = make([]int, len(m.Columns))
	at := map[string]int{}
	for c, key := range m.Columns {
		if key != "" {
			at[key] = c
			m.Sure[c] = claim(s, k, m.Headers[c])[key]
		}
	}
	for c, key := range m.Columns {
		if key != "" || c >= len(m.Headers) || m.Headers[c] == "" || len([]rune(m.Headers[c])) > 60 {
			continue
		}
		field, best := "", 0
		for f, n := range claim(s, k, m.Headers[c]) {
			if _, taken := at[f]; taken && (n > best || n == best && f < field) {
				field, best = f, n
			}
		}
		f, _ := k.field(field)
		if best < 75 || f.Type == Ignored || best < m.Sure[at[field]]-10 {
			continue
		}
		taken := at[field]
		r := Rival{Field: field, Column: c}
		if f.Type == Money && field != "foreign_capital" {
			r.Foreign = foreign(m.money[c]) != foreign(m.money[taken])
		}
		if g.hidden[taken] && !g.hidden[c] || r.Foreign && foreign(m.money[taken]) {
			m.Columns[c], m.Columns[taken] = field, ""
			at[field], m.Sure[c], r.Column = c, best, taken
		}
		r.Open = !r.Foreign && (best >= m.Sure[at[field]] || headerKey(lastPart(m.Headers[c])) == headerKey(lastPart(m.Headers[taken])))
		m.Rivals = append(m.Rivals, r)
	}
	return m
}

func foreign(c domain.Currency) bool { return c != "" && c != domain.CNY }

// claim returns how well a header names each field of a kind.
func claim(s scores, k Kind, header string) map[string]int {
	out := map[string]int{}
	for range k.Fields {
		key, n := s.bestField(k, header, out)
		if key == "" {
			break
		}
		out[key] = n
	}
	return out
}

// choices asks about the cells of a row where two columns claim one field and
// say different things; an amount in another currency is kept beside.
func (r *reader) choices(g Grid, index int) {
	for _, a := range r.sheet.Mapping.Rivals {
		f, _ := r.kind.field(a.Field)
		other, taken := g.at(index, a.Column), r.column(a.Field)
		if taken < 0 || nothing(other) {
			continue
		}
		if a.Foreign {
			m := r.sheet.Mapping
			if x, ok := ParseMoney(other, max(m.units[a.Column], 1), m.money[a.Column]); ok {
				r.now.Foreign[a.Field] = x.Money
			}
			continue
		}
		if own := g.at(index, taken); a.Open && !nothing(own) && !r.alike(f, own, other, taken, a.Column) {
			r.find(a.Field, index, taken, Warning, "ledger.two_columns", "text", own, "other", other, "column", ColumnName(a.Column),
				"suggest", other)
		}
	}
}

// instead returns the column of another that claims the field where the one
// taken says nothing in this row.
func (r *reader) instead(g Grid, index, col int, field string) int {
	if !nothing(g.at(index, col)) {
		return col
	}
	for _, a := range r.sheet.Mapping.Rivals {
		if a.Field == field && a.Open && !nothing(g.at(index, a.Column)) {
			return a.Column
		}
	}
	return col
}

// alike reports whether two cells say the same.
func (r *reader) alike(f Field, a, b string, colA, colB int) bool {
	if f.Type != Money {
		return slices.Equal(strings.Fields(joined(a)), strings.Fields(joined(b)))
	}
	m := r.sheet.Mapping
	unit := func(c int) Magnitude { return max(m.units[c], min(m.units[c]+m.Unit, m.Unit), 1) }
	x, ok1 := ParseMoney(a, unit(colA), m.money[colA])
	y, ok2 := ParseMoney(b, unit(colB), m.money[colB])
	return ok1 && ok2 && x.Money == y.Money
}
