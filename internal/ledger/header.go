package ledger

import (
	"regexp"
	"slices"
	"strings"

	"sangu/domain"
	"sangu/domain/pool"
)

// Mapping says how a sheet is read: which kind it is, where its header stands,
// and which column means which field. It may be shown, put right and remembered.
type Mapping struct {
	Kind string
	// HeaderRows are the rows of the header, from 1; empty for a header given by
	// hand.
	HeaderRows []int
	// Columns gives the field of each column, from 0; "" is not used.
	Columns []string
	Headers []string
	// Unit is that of amounts whose header names none.
	Unit Magnitude
	// Words are, by field, what is meant by a text wherever it stands.
	Words map[string]map[string]string
	// Kept are cells that a person looked at and leaves as they are, with why:
	// what was asked about them is answered.
	Kept map[string]string
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
	known, seen := known(), scores{}
	for top := 0; top < min(searchRows, len(g.Rows)); top++ {
		for depth := 1; depth <= 3 && top+depth <= len(g.Rows); depth++ {
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
	return withUnitRow(g, whole(g, best)), here && !g.Hidden
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
		if !unitWord.MatchString(pool.NameKey(text)) {
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

// scores remembers how well a header's key names each field of a kind: the same
// texts are looked at in many blocks of rows.
type scores map[[2]string][]int

func (s scores) of(k Kind, key string) []int {
	at := [2]string{k.Key, key}
	out, known := s[at]
	if !known {
		out = make([]int, len(k.Fields))
		for i, f := range k.Fields {
			out[i] = f.match(key)
		}
		s[at] = out
	}
	return out
}

// assign gives each column the field that it names best, each field to one
// column, and scores the whole; 0 where the kind's telling fields are absent.
func (s scores) assign(k Kind, headers []string) (Mapping, int) {
	m, points := s.name(k, headers)
	for _, t := range k.DefiningFields {
		if _, ok := points[t]; !ok {
			return Mapping{}, 0
		}
	}
	anyOf := len(k.AnyOf) == 0
	for _, key := range k.AnyOf {
		anyOf = anyOf || points[key] > 0
	}
	if len(points) < minFields || !anyOf {
		return Mapping{}, 0
	}
	total := 0
	for _, p := range points {
		total += p
	}
	for _, f := range k.Fields {
		if f.Required && (!f.Absent || f.Likely) && points[f.Key] == 0 {
			// Another kind that has what it requires is the likelier one.
			total -= missingRequired
		}
	}
	return m, max(total, 1)
}

// name gives each column the field of the kind that it names best, each field
// to one column, with how well.
func (s scores) name(k Kind, headers []string) (Mapping, map[string]int) {
	m := Mapping{Kind: k.Key, Headers: headers, Columns: make([]string, len(headers)), units: make([]Magnitude, len(headers)), money: make([]domain.Currency, len(headers))}
	taken, points := map[string]int{}, map[string]int{}
	for c, h := range headers {
		if len([]rune(h)) > 60 {
			continue
		}
		key, score := s.bestField(k, h, points)
		if key == "" {
			continue
		}
		if before, ok := taken[key]; ok {
			m.Columns[before] = ""
		}
		taken[key], points[key], m.Columns[c] = c, score, key
		if mag, cur, ok := unitIn(h); ok {
			m.units[c], m.money[c] = mag, cur
		}
	}
	return m, points
}

// bestField gives the field that the header names best, and better than any
// header before it did.
func (s scores) bestField(k Kind, header string, points map[string]int) (string, int) {
	key, best := "", 0
	leaf, under := header, ""
	if i := strings.LastIndex(header, "/"); i >= 0 {
		under, leaf = header[:i], header[i+1:]
	}
	dated := headerKey(dayOf(under, leaf))
	full := headerKey(header)
	leaf = headerKey(leaf)
	ofFull, ofLeaf, ofDated := s.of(k, full), s.of(k, leaf), s.of(k, dated)
	for i, f := range k.Fields {
		n := max(ofFull[i], ofLeaf[i]-5)
		if dated != "" && f.Type == Date {
			n = max(n, ofDated[i]-5)
		}
		if n > best && n > points[f.Key] {
			key, best = f.Key, n
		}
	}
	return key, best
}

// dayOf names the day that a short header means below a heading of days: 签约
// below 时间节点 is 签约时间, below 计划时间 it is 计划签约时间.
func dayOf(under, leaf string) string {
	key := pool.NameKey(under)
	if !strings.Contains(key, "时间") && !strings.Contains(key, "日期") && !strings.Contains(key, "节点") {
		return ""
	}
	leaf = strings.TrimSuffix(strings.TrimSuffix(leaf, "时间"), "日期")
	if strings.Contains(key, "计划") || strings.Contains(key, "预计") || strings.Contains(key, "拟") {
		leaf = "计划" + strings.TrimPrefix(leaf, "计划")
	}
	return leaf + "时间"
}

// about reads what title rows say: the day it stands for, its year, of which the
// sheet's name may speak too, and the money unit.
func about(g Grid, before int) (asOf domain.Date, year int, unit Magnitude) {
	for r := 0; r < min(before, len(g.Rows)); r++ {
		for _, text := range g.Rows[r] {
			s := pool.Halfwidth(text)
			if d, ok := dateIn(s); ok && asOf.IsZero() {
				asOf = d
			}
			if d, ok := monthIn(s); ok && asOf.IsZero() {
				asOf = d
			}
			if year == 0 {
				year = yearIn(s)
			}
			if i := strings.Index(s, "单位:"); i >= 0 && unit == 0 {
				for _, part := range strings.Split(s, "单位:")[1:] {
					word, _, _ := strings.Cut(strings.TrimSpace(part), " ")
					if mag, _, ok := unitIn(word); ok && len([]rune(word)) <= 6 {
						unit = mag
					}
				}
			}
		}
	}
	if !asOf.IsZero() {
		year = asOf.Year()
	}
	if year == 0 {
		year = yearIn(g.Name)
	}
	return asOf, year, unit
}
