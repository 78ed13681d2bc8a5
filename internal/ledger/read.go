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

// Notice is the severity of what is told once of a sheet: it keeps no row out.
const Notice Severity = "notice"

// Finding is what is wrong with one cell, or to be told of a sheet.
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
	// Days are those of stages, as well as they are known; exact ones are among
	// Dates too.
	Days   map[string]domain.EventDay
	Words  map[string]string // codes of words, stages, industries, credit codes
	People map[string][]string
	Units  map[string]domain.ID
	// Helping are the units that help the one of a field.
	Helping map[string][]domain.ID
	// Foreign are amounts in another currency that stand beside the one counted.
	Foreign map[string]domain.Money
	Ints    map[string]int64 // integers; decimals in hundredths
	Ticks   map[string]bool
	// Distinct says that the row is another project than one before of its name.
	Distinct bool
	Worst    Severity // "" where nothing is wrong
	ahead    []string // fields of days that are yet to come
}

// Sheet is one sheet as read.
type Sheet struct {
	Name     string
	Mapping  Mapping
	AsOf     domain.Date
	Year     int // completes days without one, 0 if the sheet says none
	Rows     []Row
	Findings []Finding
	// Notes are told of the sheet as a whole: what was done for many rows alike,
	// and what is not sure of how it is read.
	Notes   []Finding
	Skipped int // group rows, subtotals, notes
}

// Directory names the units and people that ledgers refer to.
type Directory interface {
	Unit(name string) (domain.ID, bool)
	// Person reports whether the name is somebody's, and nobody else's.
	Person(name string) bool
}

// Accepted returns the rows without an error that are no duplicate.
func (s Sheet) Accepted() []Row {
	var out []Row
	for _, r := range s.Rows {
		if r.Worst != Error && r.Worst != Duplicate {
			out = append(out, r)
		}
	}
	return out
}

// Reader reads workbooks against a directory of units and people.
type Reader struct {
	Directory Directory
	// Today is the last day on which anything can have happened; the zero Date
	// where that is not known.
	Today domain.Date
	// Mappings, by sheet name, override what would be found; one of kind "" leaves
	// its sheet out.
	Mappings map[string]Mapping
}

// Read reads all sheets of a workbook that are ledgers.
func Read(grids []Grid, dir Directory, mappings map[string]Mapping) []Sheet {
	return Reader{Directory: dir, Mappings: mappings}.Read(grids)
}

// Read returns the sheets of a workbook that are ledgers, with what is wrong in
// them and between them.
func (rd Reader) Read(grids []Grid) []Sheet {
	var out []Sheet
	for _, g := range grids {
		m, given := rd.Mappings[g.Name]
		ok := given && m.Kind != ""
		if !given {
			m, ok = find(g)
		} else if ok {
			m = m.withUnits()
		}
		if ok {
			out = append(out, rd.sheet(g, m))
		}
	}
	disagreements(out)
	return out
}

// Find looks for the ledger of a sheet; ok is false where it is none.
func Find(g Grid) (m Mapping, ok bool) { return find(g) }

func (rd Reader) sheet(g Grid, m Mapping) Sheet {
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
	r := reader{sheet: &s, kind: k, dir: rd.Directory, today: rd.Today, seen: map[string]int{}, named: map[string][]namedRow{},
		from1904: g.from1904, told: map[string]int{}}
	rows, parts := dataRows(g, m, k, first)
	r.told["ledger.parts"] = parts
	s.Skipped = len(g.Rows) - first - len(rows)
	g.fillDown(rows, m, k)
	r.told["ledger.ditto"] = g.repeat(rows, m)
	r.yearOfOthers(g, rows)
	if m.Kind == "project" && r.column("stage") < 0 {
		r.stage = titleStage(g, m)
	}
	for _, i := range rows {
		r.row(g, i)
	}
	r.neighbours()
	r.tell()
	return s
}

var (
	// groupHead opens a group; sumCell ends one; noteLine is what people write
	// below a sheet, whatever else stands in the row.
	sumCell  = regexp.MustCompile(`^.{0,8}(合计|小计|总计|累计|共计)([(（]?(共|计)?\d*(个|项|家|条)?[)）]?)?[:：]?(共|计)?(\d+(个|项|家|条))?$`)
	noteLine = regexp.MustCompile(`^(注|说明|备注|填表说明|填表人|填报人|审核人|审核|制表|制表人|填报单位|填表单位|填报日期|填报时间|分管领导|主要领导|单位负责人|负责人签字|联系人|联系电话)\d*[:：]`)
	// footLine is a label of what is signed, stamped and dated below a sheet.
	footLine = regexp.MustCompile(`^(?:单位|部门|县|乡镇|企业)?(?:主要|分管|部门|科室)?(?:负责人|领导|责任人|审核人|复核人|填表人|填报人|制表人|经办人|统计人|联系人|报送人|审核|复核|审批|制表|` +
		`填表|填报|报出|上报|报送|联系|` +
		`盖章|签字|签章|公章|单位)(?:日期|时间|单位|签字|签章|盖章|电话)?(?:\((?:签字|签章|盖章|公章|签名|手签)[^()]*\))?(?:签字|签章|盖章)?[:：]|^\((?:盖章|签字|公章)\)$`)
	groupHead = regexp.MustCompile(`^[(（]?[一二三四五六七八九十]+[)）、.．]`)
	totalWord = regexp.MustCompile(`^(合计|小计|总计|累计|共计|total|subtotal)`)
	noteHead  = regexp.MustCompile(`^(注|说明|备注|填表人|填报人|审核人|制表)[:：]?`)
	countOf   = regexp.MustCompile(`^\d+个$`)
)

// dataRows leaves out blank rows, group headings, totals, notes and repeated
// headers, and counts the rows that are parts of the one above.
func dataRows(g Grid, m Mapping, k Kind, first int) (out []int, parts int) {
	of := partReader{kind: k, mapping: m}
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
		switch {
		case filled == 0:
		case skip(g, m, i, filled, lead):
			of.interrupt()
		case of.isPart(g, i):
			parts++
		default:
			out = append(out, i)
		}
	}
	return out, parts
}

func skip(g Grid, m Mapping, row, filled int, lead string) bool {
	key := library.NameKey(lead)
	if filled <= 2 && (groupHead.MatchString(key) || noteHead.MatchString(key)) {
		return true
	}
	if foot(g.Rows[row]) || lettered(g.Rows[row], filled) || noteLine.MatchString(key) || sumCell.MatchString(key) &&
		len([]rune(key)) <= 16 || numbered(g.Rows[row], filled) {
		return true
	}
	if filled == 1 && (g.wide(row) || !g.merged(row) && !g.names(m, row)) {
		return true
	}
	same := 0
	k, _ := KindByKey(m.Kind)
	for c, h := range m.Columns {
		text := library.NameKey(g.at(row, c))
		if f, _ := k.field(h); c < 4 && f.Type != Money && (totalWord.MatchString(text) || countOf.MatchString(text) && c == 0) {
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
