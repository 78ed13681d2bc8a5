package ledger

import (
	"regexp"
	"strings"

	"sangu/domain/library"
)

// partReader tells rows that are parts of the row above them: 其中：一期, and the
// 二期 that follows it. They are no records of their own, and their amounts are
// within the record's.
type partReader struct {
	kind    Kind
	mapping Mapping
	within  bool // the rows before are parts
}

var (
	ofWhichRow = regexp.MustCompile(`^[(（]?其中[:：,，]?`)
	phaseName  = regexp.MustCompile(`^(?:[一二三四五六七八九十\d]+|首|第[一二三四五六七八九十\d]+)(?:期|标段|批|阶段)(?:工程|项目)?$|^\d+[#号](?:楼|厂房|车间)$|^(?:子项目|` +
		`子项)[一二三四五六七八九十\d]*$`)
	groupName = regexp.MustCompile(`^(?:工业|农业|服务业|商贸|物流|文旅|旅游|基础设施|民生|能源|新能源|其他|其它|一产|二产|三产|第[一二三]产业|省重点|市重点|县重点|新建|续建|储备|谋划|签约|在谈|` +
		`在建|开工|投产|外资|内资)` +
		`(?:类|产业)?(?:项目|合计|小计)?$`)
)

// interrupt ends a run of parts: a total or a heading stands between.
func (p *partReader) interrupt() { p.within = false }

// isPart reports whether a row is a part of one above, or a sum of a group.
func (p *partReader) isPart(g Grid, row int) bool {
	name, amounts, others := "", 0, 0
	for c, key := range p.mapping.Columns {
		text := g.at(row, c)
		f, ok := p.kind.field(key)
		switch {
		case !ok || text == "":
		case key == p.kind.DefiningFields[0]:
			name = library.NameKey(text)
		case f.Type == Money || f.Type == Decimal || f.Type == Integer:
			amounts++
		case f.Type != Ignored:
			others++
		}
	}
	if p.kind.Key != "project" {
		return false
	}
	bare := ofWhichRow.ReplaceAllString(name, "")
	switch {
	case bare != name:
		p.within = true
	case groupName.MatchString(name) && others == 0 && amounts > 0:
	case p.within && phaseName.MatchString(strings.Trim(bare, ":：")):
	default:
		p.within = false
		return false
	}
	return true
}

// foot reports whether a row is of what is signed, stamped and dated below a
// sheet: its first cell is such a label, or every cell is one or follows one.
func foot(row []string) bool {
	labels, others, last := 0, 0, false
	for _, text := range row {
		if text == "" {
			continue
		}
		key := library.NameKey(text)
		if last = footLine.MatchString(key); last {
			labels++
		} else {
			others++
		}
	}
	return labels > 0 && labels >= others
}

var columnMark = regexp.MustCompile(`^\(?(?:[a-z]{1,2}|\d{1,3}|[甲乙丙丁戊己庚辛壬癸])\)?(?:=[-+*/×÷()\da-z]+)?$`)

// lettered reports whether a row letters or numbers the columns below the head:
// 甲 乙 1 2 3=1+2, or A B C.
func lettered(row []string, filled int) bool {
	if filled < 3 {
		return false
	}
	letters, order := 0, ""
	for _, text := range row {
		key := library.NameKey(text)
		switch {
		case text == "" || key == "栏次":
		case !columnMark.MatchString(key):
			return false
		case strings.Trim(key, "()0123456789") != "":
			letters++
			order += strings.Trim(key, "()")[:1]
		}
	}
	return letters >= 2 && (strings.HasPrefix(order, "ab") || strings.Contains(library.NameKey(strings.Join(row, "")), "甲乙") ||
		strings.Contains(strings.Join(row, ""), "="))
}
