package ledger

import (
	"regexp"
	"slices"
	"strings"

	"sangu/domain"
	"sangu/domain/library"
)

// Mapping says how a sheet is read: which kind it is, where its header stands,
// and which column means which field. It may be shown, put right and remembered.
type Mapping struct {
	Kind string
	// HeaderRows are the rows of the header, from 1; empty for a header given by
	// hand.
	HeaderRows []int
	// Columns returns the field of each column, from 0; "" is not used.
	Columns []string
	Headers []string
	// Unit is that of amounts whose header names none.
	Unit Magnitude
	// Words are, by field, what is meant by a text wherever it stands.
	Words map[string]map[string]string
	// Kept are cells that a person looked at and leaves as they are, with why:
	// what was asked about them is answered.
	Kept map[string]string
	// Rivals are columns that claim a field which another column has; Sure is how
	// well each column names its field, of 100; Instead is another kind that the
	// sheet may be of. All are empty where a person said how the sheet is read.
	Rivals  []Rival
	Sure    []int
	Instead string
	// units are those that headers name, by column.
	units []Magnitude
	money []domain.Currency
}

const (
	searchRows = 30
	minFields  = 3
	// missingRequired is what the lack of a required column counts against a kind.
	missingRequired = 150
)

// find looks for the header among the first rows: the block of one to three
// rows whose columns name most fields of some kind.
func find(g Grid) (Mapping, bool) {
	best, bestScore := Mapping{}, 0
	known, seen, ofKind := known(), scores{}, map[string]int{}
	for top := 0; top < min(searchRows, len(g.Rows)); top++ {
		for depth := 1; depth <= 3 && top+depth <= len(g.Rows); depth++ {
			if g.holdsData(top + depth - 1) {
				break
			}
			headers := flatten(g, top, depth)
			for _, k := range known {
				m, score := seen.assign(k, headers)
				if score == 0 {
					continue
				}
				for _, hint := range k.Sheets {
					if strings.Contains(g.Name, hint) {
						score += 150
						break
					}
				}
				// A deeper header must earn its rows: data below would else pass.
				score -= (depth - 1) * 40
				ofKind[k.Key] = max(ofKind[k.Key], score)
				if score > bestScore {
					for r := top; r < top+depth; r++ {
						m.HeaderRows = append(m.HeaderRows, r+1)
					}
					best, bestScore = m, score
				}
			}
		}
	}
	_, here := KindByKey(best.Kind)
	best = withUnitRow(g, withSubHeads(g, whole(g, best)))
	best.Instead = runnerUp(best.Kind, bestScore, ofKind)
	return byContent(g, rivals(g, best)), here && !g.Hidden
}

// withUnitRow takes a row below the header that says nothing but units, 万元 and
// 亩, into the header.
func withUnitRow(g Grid, m Mapping) Mapping {
	n := len(m.HeaderRows)
	if n == 0 || m.HeaderRows[n-1] >= len(g.Rows) {
		return m
	}
	below, said := m.HeaderRows[n-1], 0
	for c := range g.width() {
		text := g.at(below, c)
		if text == "" || text == g.at(below-1, c) {
			continue
		}
		if !unitWord.MatchString(library.NameKey(text)) {
			return m
		}
		said++
	}
	if said == 0 {
		return m
	}
	again := At(g, m.Kind, append(slices.Clone(m.HeaderRows), below+1))
	again.Columns = m.Columns
	return again.withUnits()
}

// withSubHeads takes the row below into the header where it parts columns that
// the header only heads: it names nothing of what a record must have, and stands
// where the header has a heading or a blank.
func withSubHeads(g Grid, m Mapping) Mapping {
	n := len(m.HeaderRows)
	if n == 0 || n > 2 || m.HeaderRows[n-1] >= len(g.Rows) || g.holdsData(m.HeaderRows[n-1]) {
		return m
	}
	below, filled := m.HeaderRows[n-1], 0
	for c := range g.width() {
		text := g.at(below, c)
		if text == "" {
			continue
		}
		heads := g.at(below-1, c) == "" || g.at(below-1, c+1) == "" && g.at(below, c+1) != ""
		if f, ok := kindOf(m.Kind).field(at(m.Columns, c)); ok && f.Required || !heads || len([]rune(text)) > 12 {
			return m
		}
		filled++
	}
	if filled < 2 {
		return m
	}
	again, score := scores{}.assign(kindOf(m.Kind), flattenUnder(g, m.HeaderRows[0]-1, n+1))
	if score == 0 {
		return m
	}
	again.HeaderRows = append(slices.Clone(m.HeaderRows), below+1)
	return again
}

// flattenUnder is flatten where headings go on over the blanks to their right,
// as far as the row below parts them.
func flattenUnder(g Grid, top, depth int) []string {
	filled := g
	filled.Rows = slices.Clone(g.Rows)
	for r := top; r < top+depth-1; r++ {
		row := make([]string, g.width())
		copy(row, g.Rows[r])
		for c := 1; c < len(row); c++ {
			if row[c] == "" && g.at(r+1, c) != "" && g.at(r+1, c-1) != "" {
				row[c] = row[c-1]
			}
		}
		filled.Rows[r] = row
	}
	return flatten(filled, top, depth)
}

func at(list []string, i int) string {
	if i < 0 || i >= len(list) {
		return ""
	}
	return list[i]
}

var unitWord = regexp.MustCompile(`^\(?(亿|千万|百万|万|千)?(元|美元|亩|人|平方米|㎡|吨|个|年月日|%)\)?$`)

// whole takes into the header the rows that its merged cells begin and end in.
func whole(g Grid, m Mapping) Mapping {
	if len(m.HeaderRows) == 0 {
		return m
	}
	top, bottom := m.HeaderRows[0], m.HeaderRows[len(m.HeaderRows)-1]
	for _, x := range g.merges {
		if x.top+1 < top && x.bottom+1 >= top && x.bottom+1 <= bottom {
			top = x.top + 1
		}
		if x.top+1 >= top && x.top+1 <= bottom && x.bottom+1 > bottom && x.bottom-x.top <= 3 {
			bottom = x.bottom + 1
		}
	}
	if top == m.HeaderRows[0] && bottom == m.HeaderRows[len(m.HeaderRows)-1] {
		return m
	}
	block := Mapping{}
	for r := top; r <= bottom; r++ {
		block.HeaderRows = append(block.HeaderRows, r)
	}
	again, score := scores{}.assign(kindOf(m.Kind), flatten(g, top-1, bottom-top+1))
	if score == 0 {
		return m
	}
	again.HeaderRows = block.HeaderRows
	return again
}

func kindOf(key string) Kind {
	for _, k := range known() {
		if k.Key == key {
			return k
		}
	}
	return Kind{}
}

// flatten joins the header's rows by columns: "投资情况/总投资". A merged cell
// counts for every column it covers; the same text below itself is said once.
func flatten(g Grid, top, depth int) []string {
	width := g.width()
	out := make([]string, width)
	for r := top; r < top+depth; r++ {
		row := make([]string, width)
		for c := range width {
			row[c] = g.at(r, c)
		}
		for _, m := range g.merges {
			if m.top <= r && r <= m.bottom && m.left < width && m.right-m.left < width-1 {
				for c := m.left; c <= m.right && c < width; c++ {
					row[c] = g.at(m.top, m.left)
				}
			}
		}
		for c, text := range row {
			if text == "" || strings.HasSuffix(out[c], text) {
				continue
			}
			if out[c] != "" {
				out[c] += "/"
			}
			out[c] += text
		}
	}
	return out
}
