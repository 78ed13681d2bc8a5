package ledger

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"strings"

	"sangu/domain"
)

// At returns the mapping of a header that a person points at: the kind and the
// header's rows, from 1; columns are named as well as they name themselves.
func At(g Grid, kind string, headerRows []int) Mapping {
	top, depth := 0, 0
	if len(headerRows) > 0 {
		top, depth = headerRows[0]-1, headerRows[len(headerRows)-1]-headerRows[0]+1
	}
	headers := make([]string, g.width())
	if depth > 0 && top+depth <= len(g.Rows) {
		headers = flatten(g, top, depth)
	}
	m, _ := scores{}.name(kindOf(kind), headers)
	m.HeaderRows = headerRows
	return m
}

// Headers returns the flattened header at rows from 1.
func Headers(g Grid, headerRows []int) []string { return At(g, "", headerRows).Headers }

// Signature names a header: the same columns in the same order have the same,
// whatever stands above them.
func Signature(headers []string) string {
	keys := make([]string, len(headers))
	for i, h := range headers {
		keys[i] = headerKey(h)
	}
	sum := sha256.Sum256([]byte(strings.TrimRight(strings.Join(keys, "\x00"), "\x00")))
	return hex.EncodeToString(sum[:16])
}

// Recognised finds a header whose signature is known among the first rows of a
// sheet, and gives its rows from 1.
func Recognised(g Grid, known func(signature string) bool) (signature string, headerRows []int, ok bool) {
	for top := 0; top < min(searchRows, len(g.Rows)); top++ {
		for depth := 1; depth <= 3 && top+depth <= len(g.Rows); depth++ {
			s := Signature(flatten(g, top, depth))
			if !known(s) {
				continue
			}
			for r := top; r < top+depth; r++ {
				headerRows = append(headerRows, r+1)
			}
			return s, headerRows, true
		}
	}
	return "", nil, false
}

// With returns the grid with texts put in place of cells, by name: "U16".
func (g Grid) With(cells map[string]string) Grid {
	if len(cells) == 0 {
		return g
	}
	rows := append([][]string(nil), g.Rows...)
	g.marks = maps.Clone(g.marks)
	copied := map[int]bool{}
	for name, text := range cells {
		r, c, ok := cellAt(name)
		if !ok || r >= len(rows) || c >= maxColumns {
			continue
		}
		if !copied[r] {
			rows[r], copied[r] = append(make([]string, 0, len(rows[r])), rows[r]...), true
		}
		delete(g.marks, position{row: r, col: c}) // what was asked about the text that stood there
		for len(rows[r]) <= c {
			rows[r] = append(rows[r], "")
		}
		rows[r][c] = cleaned([][]string{{text}})[0][0]
	}
	g.Rows = rows
	return g
}

// Cell returns a cell's text by row and column from 0.
func (g Grid) Cell(row, col int) string { return g.at(row, col) }

// withUnits reads the money units that the headers name.
func (m Mapping) withUnits() Mapping {
	m.units, m.money = make([]Magnitude, len(m.Columns)), make([]domain.Currency, len(m.Columns))
	for c, h := range m.Headers {
		if mag, cur, has := unitIn(h); has && c < len(m.units) {
			m.units[c], m.money[c] = mag, cur
		}
	}
	return m
}

// Meant returns what a cell's text means by what was said of its field: for people
// each name by itself, else the whole text.
func Meant(kind, field, text string, words map[string]string) string {
	f, ok := kindOf(kind).field(field)
	if !ok {
		return text
	}
	return meant(f, text, words)
}

func meant(f Field, text string, words map[string]string) string {
	if len(words) == 0 {
		return text
	}
	if f.Type != People {
		if as, ok := words[joined(text)]; ok {
			return as
		}
		return text
	}
	list, said := names(text), false
	for i, name := range list {
		if as, ok := words[name]; ok {
			list[i], said = as, true
		}
	}
	if !said {
		return text
	}
	return strings.Join(list, "、")
}

// common is the unit that all headers name which name one: 总投资(万元) beside
// 本年计划 means 万元 of both; 0 where they differ or name none.
func (m Mapping) common() Magnitude {
	var out Magnitude
	for _, u := range m.units {
		switch {
		case u == 0 || u == out:
		case out != 0:
			return 0
		default:
			out = u
		}
	}
	return out
}
