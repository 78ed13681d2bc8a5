package ledger

import (
	"fmt"
	"slices"
	"sort"
	"sync"

	"sangu/domain/library"
)

// apart parts sheets that hold several tables one below the other: each table is
// a grid of its own, whose rows keep their numbers.
func apart(grids []Grid) []Grid {
	var out []Grid
	for _, g := range grids {
		out = append(out, g.tables()...)
	}
	return out
}

// tables returns the tables of a sheet: the second begins with a header that
// differs from the first, and with the title above it.
func (g Grid) tables() []Grid {
	m, _ := find(g)
	if m.Kind == "" || len(m.HeaderRows) == 0 {
		return []Grid{g}
	}
	top, bottom := m.HeaderRows[0]-1, m.HeaderRows[len(m.HeaderRows)-1]-1
	starts, names, head := []int{0}, []string(nil), -1
	for r := range g.Rows {
		var own []string
		switch {
		case r == bottom:
			own = g.headNames(r)
		case r >= top && r < bottom:
			continue
		default:
			if len(g.Rows[r]) < 4 || g.knownNames(r) < minFields {
				continue
			}
			if own = g.headNames(r); len(own) < 4 || !g.isHead(r) {
				continue
			}
		}
		if head >= 0 && !slices.Equal(own, names) && g.rowsBetween(head, r) {
			starts = append(starts, g.titleAbove(map[bool]int{true: top, false: r}[r == bottom]))
		}
		names, head = own, r
	}
	if len(starts) == 1 {
		return []Grid{g}
	}
	var out []Grid
	for i, from := range starts {
		to := len(g.Rows)
		if i+1 < len(starts) {
			to = starts[i+1]
		}
		part := g
		part.Rows = append(make([][]string, from), g.Rows[from:to]...)
		part.merges = slices.DeleteFunc(slices.Clone(g.merges), func(x merge) bool { return x.top < from || x.bottom >= to })
		if i > 0 {
			part.Name = fmt.Sprintf("%s（第 %d 行起）", g.Name, from+1)
		}
		out = append(out, part)
	}
	return out
}

// rowsBetween reports whether records stand between two headers: rows right
// below one another are one header.
func (g Grid) rowsBetween(head, next int) bool {
	for r := head + 1; r < next; r++ {
		if g.holdsData(r) {
			return true
		}
	}
	return false
}

// headNames returns what a row says, in order, where it may be a header: short
// texts that are all different.
func (g Grid) headNames(row int) []string {
	var out []string
	if row < 0 || row >= len(g.Rows) || g.holdsData(row) {
		return nil
	}
	for _, text := range g.Rows[row] {
		if text == "" {
			continue
		}
		if len([]rune(text)) > 30 {
			return nil
		}
		out = append(out, library.NameKey(text))
	}
	sorted := slices.Clone(out)
	sort.Strings(sorted)
	if len(slices.Compact(sorted)) < len(out) {
		return nil
	}
	return out
}

// isHead reports whether a row names the columns of some kind of ledger, nearly
// all by their own names.
func (g Grid) isHead(row int) bool {
	headers := make([]string, g.width())
	copy(headers, g.Rows[row])
	filled := 0
	for _, h := range headers {
		if h != "" {
			filled++
		}
	}
	s := scores{}
	for _, k := range known() {
		m, score := s.assign(k, headers)
		if score == 0 {
			continue
		}
		named := 0
		for c, key := range m.Columns {
			if key != "" && claim(s, k, headers[c])[key] >= patternPoints {
				named++
			}
		}
		if named >= minFields && named*3 >= filled*2 {
			return true
		}
	}
	return false
}

// knownNames counts the cells of a row that are a field's own name or alias: few
// rows of data have any.
func (g Grid) knownNames(row int) int {
	n := 0
	for _, text := range g.Rows[row] {
		if text != "" && fieldNames()[headerKey(text)] {
			n++
		}
	}
	return n
}

// fieldNames are the keys of all names of all fields.
var fieldNames = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, k := range known() {
		for _, f := range k.Fields {
			for _, key := range f.keys {
				out[key] = true
			}
		}
	}
	return out
})

// titleAbove returns the first of the rows above a header that belong to it:
// titles and blank rows.
func (g Grid) titleAbove(row int) int {
	for row > 0 {
		filled := 0
		for _, text := range g.Rows[row-1] {
			if text != "" {
				filled++
			}
		}
		if filled > 2 || filled > 0 && sumCell.MatchString(library.NameKey(g.Rows[row-1][0])) {
			break
		}
		row--
	}
	return row
}
