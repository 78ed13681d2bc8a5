package ledger

import (
	"maps"
	"slices"
	"strings"

	"sangu/domain/library"
)

// fillDown copies merged cells of the data rows into the rows they cover. An
// amount that several records share stays in the first of them, and is asked
// about: nobody says how much of it is whose.
func (g *Grid) fillDown(rows []int, m Mapping, k Kind) {
	if len(rows) == 0 {
		return
	}
	from, to := rows[0], rows[len(rows)-1]
	g.marks = maps.Clone(g.marks)
	for _, x := range g.merges {
		if x.top < from || x.top > to || x.bottom-x.top > 5000 {
			continue
		}
		shared := x.bottom > x.top && g.sharedAmount(x, rows, m, k)
		if shared {
			at := g.marks[position{row: x.top, col: x.left}]
			at.doubt = "ledger.amount_shared"
			g.note(x.top, x.left, at)
			continue
		}
		text := g.at(x.top, x.left)
		for r := x.top; r <= min(x.bottom, to) && r < len(g.Rows); r++ {
			g.Rows[r] = slices.Clone(g.Rows[r])
			for c := x.left; c <= x.right && c < maxColumns; c++ {
				for len(g.Rows[r]) <= c {
					g.Rows[r] = append(g.Rows[r], "")
				}
				if g.Rows[r][c] == "" {
					g.Rows[r][c] = text
				}
			}
		}
	}
}

// sharedAmount reports whether a merged block is of a quantity and lies over
// several records.
func (g *Grid) sharedAmount(x merge, rows []int, m Mapping, k Kind) bool {
	if x.left >= len(m.Columns) {
		return false
	}
	f, ok := k.field(m.Columns[x.left])
	if !ok || f.Type != Money && f.Type != Decimal && f.Type != Integer {
		return false
	}
	names := 0
	for _, r := range rows {
		if r < x.top || r > x.bottom {
			continue
		}
		for c, key := range m.Columns {
			if key == k.DefiningFields[0] && g.at(r, c) != "" {
				names++
			}
		}
	}
	return names > 1
}

// isDitto reports whether a cell says that it is as the one above.
func isDitto(text string) bool {
	switch strings.Trim(library.Halfwidth(text), " ()") {
	case "同上", "〃", "″", "〞", "”", "“", "\"", "''", "同前", "同上行", "ditto":
		return true
	}
	return false
}

// repeat puts the text above in the place of ditto marks, in every column, and
// counts them.
func (g *Grid) repeat(rows []int, m Mapping) int {
	n := 0
	above := map[int]string{}
	for _, r := range rows {
		for c, key := range m.Columns {
			text := g.at(r, c)
			if key == "" || text == "" {
				continue
			}
			before, there := above[c]
			if isDitto(text) && there {
				g.Rows[r] = slices.Clone(g.Rows[r])
				g.Rows[r][c] = before
				n++
				continue
			}
			above[c] = text
		}
	}
	return n
}
