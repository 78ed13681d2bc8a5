package ledger

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"sangu/domain"
	"sangu/domain/library"
)

// Severity is how much a finding matters.
type Severity string

// An error keeps its row out; a warning and a duplicate wait for a yes.
const (
	Error     Severity = "error"
	Warning   Severity = "warning"
	Duplicate Severity = "duplicate"
)

// Finding is what is wrong with one cell.
type Finding struct {
	Cell     string
	Row      int // from 1
	Field    string
	Severity Severity
	Code     string
	Params   domain.Params
	// Suggest is what may stand there instead, where that can be told.
	Suggest string
}

// Row is one data row: the fields' values by key, and their texts.
type Row struct {
	Number int // from 1
	Texts  map[string]string
	Money  map[string]domain.Money
	Dates  map[string]domain.Date
	Words  map[string]string // codes of words, stages, industries, credit codes
	People map[string][]string
	Units  map[string]domain.ID
	Ints   map[string]int64 // integers; decimals in hundredths
	Ticks  map[string]bool
	Worst  Severity // "" where nothing is wrong
}

// Sheet is one sheet as read.
type Sheet struct {
	Name     string
	Mapping  Mapping
	AsOf     domain.Date
	Year     int // completes days without one, 0 if the sheet says none
	Rows     []Row
	Findings []Finding
	Skipped  int // group rows, subtotals, notes
}

// Directory names the units and people that ledgers refer to.
type Directory interface {
	Unit(name string) (domain.ID, bool)
	// Person reports whether the name is somebody's, and nobody else's.
	Person(name string) bool
}

// Accepted gives the rows without an error that are no duplicate.
func (s Sheet) Accepted() []Row {
	var out []Row
	for _, r := range s.Rows {
		if r.Worst != Error && r.Worst != Duplicate {
			out = append(out, r)
		}
	}
	return out
}

// Read reads all sheets of a workbook that are ledgers. mappings, by sheet
// name, override what would be found; a mapping of kind "" leaves a sheet out.
func Read(grids []Grid, dir Directory, mappings map[string]Mapping) []Sheet {
	var out []Sheet
	for _, g := range grids {
		m, given := mappings[g.Name]
		ok := given && m.Kind != ""
		if !given {
			m, ok = find(g)
		} else if ok {
			m = m.withUnits()
		}
		if ok {
			out = append(out, readSheet(g, m, dir))
		}
	}
	return out
}

// Find looks for the ledger of a sheet; ok is false where it is none.
func Find(g Grid) (m Mapping, ok bool) { return find(g) }

func readSheet(g Grid, m Mapping, dir Directory) Sheet {
	first := 0
	if n := len(m.HeaderRows); n > 0 {
		first = m.HeaderRows[n-1]
	}
	k, _ := KindByKey(m.Kind)
	s := Sheet{Name: g.Name, Mapping: m}
	var unit Magnitude
	s.AsOf, s.Year, unit = about(g, first)
	if m.Unit == 0 {
		s.Mapping.Unit = cmp.Or(unit, m.common())
	}
	// The grid stays as the file has it: it may be read again another way.
	g.Rows = slices.Clone(g.Rows)
	rows := dataRows(g, m, k, first)
	s.Skipped = len(g.Rows) - first - len(rows)
	g.fillDown(rows)
	r := reader{sheet: &s, kind: k, dir: dir, seen: map[string]int{}, from1904: g.from1904}
	if m.Kind == "project" && r.column("stage") < 0 {
		r.stage = titleStage(g, m)
	}
	for _, i := range rows {
		r.row(g, i)
	}
	r.neighbours()
	return s
}

var (
	// groupHead opens a group; sumCell ends one; noteLine is what people write
	// below a sheet, whatever else stands in the row.
	sumCell   = regexp.MustCompile(`^.{0,8}(合计|小计|总计|累计|共计)([(（]?(共|计)?\d*(个|项|家|条)?[)）]?)?[:：]?(共|计)?(\d+(个|项|家|条))?$`)
	noteLine  = regexp.MustCompile(`^(注|说明|备注|填表说明|填表人|填报人|审核人|审核|制表|制表人|填报单位|填表单位|填报日期|填报时间|分管领导|主要领导|单位负责人|负责人签字|联系人|联系电话)\d*[:：]`)
	groupHead = regexp.MustCompile(`^[(（]?[一二三四五六七八九十]+[)）、.．]`)
	totalWord = regexp.MustCompile(`^(合计|小计|总计|累计|共计|total|subtotal)`)
	noteHead  = regexp.MustCompile(`^(注|说明|备注|填表人|填报人|审核人|制表)[:：]?`)
	countOf   = regexp.MustCompile(`^\d+个$`)
)

// dataRows leaves out blank rows, group headings, totals, notes and repeated
// headers.
func dataRows(g Grid, m Mapping, k Kind, first int) []int {
	var out []int
	for i := first; i < len(g.Rows); i++ {
		filled, lead := 0, ""
		for c := range g.Rows[i] {
			if g.Rows[i][c] != "" {
				if filled == 0 {
					lead = g.Rows[i][c]
				}
				filled++
			}
		}
		if filled == 0 || skip(g, m, i, filled, lead) {
			continue
		}
		out = append(out, i)
	}
	return out
}

func skip(g Grid, m Mapping, row, filled int, lead string) bool {
	key := library.NameKey(lead)
	if filled <= 2 && (groupHead.MatchString(key) || noteHead.MatchString(key)) {
		return true
	}
	if noteLine.MatchString(key) || sumCell.MatchString(key) && len([]rune(key)) <= 16 || numbered(g.Rows[row], filled) {
		return true
	}
	if filled == 1 && (g.wide(row) || !g.merged(row) && !g.names(m, row)) {
		return true
	}
	same := 0
	for c, h := range m.Columns {
		text := library.NameKey(g.at(row, c))
		if c < 4 && (totalWord.MatchString(text) || countOf.MatchString(text) && c == 0) {
			return true
		}
		if h != "" && text != "" && text == library.NameKey(lastPart(m.Headers[c])) {
			same++
		}
	}
	return same >= 3
}

// numbered reports whether a row numbers the columns: 1, 2, 3 …
func numbered(row []string, filled int) bool {
	before := 0
	for _, text := range row {
		if text == "" {
			continue
		}
		n := number(strings.Trim(library.Halfwidth(text), "()"))
		if n < 0 || n <= before || before > 0 && n > before+2 {
			return false
		}
		before = n
	}
	return filled >= 3 && before >= filled
}

// names reports whether a row fills a column that the kind of ledger requires:
// a text alone anywhere else heads a group.
func (g Grid) names(m Mapping, row int) bool {
	k, _ := KindByKey(m.Kind)
	for c, key := range m.Columns {
		if f, ok := k.field(key); ok && f.Required && g.at(row, c) != "" {
			return true
		}
	}
	return false
}

// merged reports whether cells of the row belong to one merged down over rows.
func (g Grid) merged(row int) bool {
	for _, m := range g.merges {
		if m.top < m.bottom && m.top <= row && row <= m.bottom {
			return true
		}
	}
	return false
}

func lastPart(header string) string {
	return header[strings.LastIndex(header, "/")+1:]
}

// wide reports whether the row is one merged cell across the sheet.
func (g Grid) wide(row int) bool {
	for _, m := range g.merges {
		if m.top == row && m.bottom == row && m.right-m.left >= 3 {
			return true
		}
	}
	return false
}

// fillDown copies merged cells of the data rows into the rows they cover.
func (g Grid) fillDown(rows []int) {
	if len(rows) > 0 {
		g.fill(rows[0], rows[len(rows)-1])
	}
}

// titleStage is the stage that the rows above the header name, or the sheet.
func titleStage(g Grid, m Mapping) string {
	if len(m.HeaderRows) > 0 {
		for r := range min(m.HeaderRows[0]-1, len(g.Rows)) {
			for _, text := range g.Rows[r] {
				if stage := titled(text); stage != "" {
					return stage
				}
			}
		}
	}
	return titled(g.Name + "项目")
}
