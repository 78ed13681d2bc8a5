package ledger

import (
	"regexp"
	"strings"

	"sangu/domain"
	"sangu/domain/library"
)

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

// assign returns each column the field that it names best, each field to one
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

// name returns each column the field of the kind that it names best, each field
// to one column, with how well.
func (s scores) name(k Kind, headers []string) (Mapping, map[string]int) {
	m := Mapping{Kind: k.Key, Headers: headers, Columns: make([]string, len(headers)), units: make([]Magnitude, len(headers)),
		money: make([]domain.Currency, len(headers))}
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

// bestField returns the field that the header names best, and better than any
// header before it did.
func (s scores) bestField(k Kind, header string, points map[string]int) (string, int) {
	key, best := "", 0
	leaf, under := header, ""
	if i := strings.LastIndex(header, "/"); i >= 0 {
		under, leaf = header[:i], header[i+1:]
	}
	dated := headerKey(dayOf(under, leaf))
	header, leaf = ofTotal(header, under, leaf)
	full := headerKey(header)
	leaf = headerKey(leaf)
	ofFull, ofLeaf, ofDated := s.of(k, full), s.of(k, leaf), s.of(k, dated)
	for i, f := range k.Fields {
		n := max(ofFull[i], ofLeaf[i]-5)
		if dated != "" && f.Type == Date {
			n = max(n, ofDated[i]-5)
		}
		if !fitsHeading(f, under, leaf, full) {
			continue
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
	key := library.NameKey(under)
	if !strings.Contains(key, "时间") && !strings.Contains(key, "日期") && !strings.Contains(key, "节点") {
		return ""
	}
	leaf = strings.TrimSuffix(strings.TrimSuffix(leaf, "时间"), "日期")
	if strings.Contains(key, "计划") || strings.Contains(key, "预计") || strings.Contains(key, "拟") {
		leaf = "计划" + strings.TrimPrefix(leaf, "计划")
	}
	return leaf + "时间"
}

// match scores how well a header's key names the field: 0 not at all, 100 by
// its own name, 90 by an alias, less where the header only holds the name.
func (f Field) match(h string) int {
	if h == "" {
		return 0
	}
	best := max(f.named(h), f.matchPattern(h))
	if bare := hint.ReplaceAllString(h, ""); bare != h && len([]rune(bare)) >= 2 {
		// 来访企业(客商) is 来访企业, 项目(企业)名称 is 项目名称.
		best = max(best, f.named(bare)-3, f.matchPattern(bare)-3)
	}
	if inner := inParens.FindStringSubmatch(h); inner != nil && len([]rune(inner[1])) >= 3 {
		// 乙方(投资企业) is 投资企业.
		best = max(best, f.named(inner[1])-8, f.matchPattern(inner[1])-8)
	}
	return best
}

// alike are words that offices use for one another, and marks in headers.
var alike = strings.NewReplacer("日期", "时间", "部门", "单位", "★", "", "▲", "", "#", "")

var hint = regexp.MustCompile(`\([^()]*\)`)

// named scores a header's key.
func (f Field) named(h string) int {
	best := 0
	for i, key := range f.keys {
		switch {
		case h == key && i == 0:
			return 100
		case h == key:
			best = max(best, 90)
		case strings.HasSuffix(h, "/"+key):
			best = max(best, 80)
		case strings.Contains(h, "/") && strings.HasSuffix(strings.ReplaceAll(h, "/", ""), key):
			// 签约 over 时间 is 签约时间.
			best = max(best, 75)
		case len([]rune(key)) >= 3 && strings.Contains(h, key) && !aboutIt(h, key):
			best = max(best, 30+len([]rune(key)))
		}
	}
	return best
}

// aboutIt says that a header that holds a name is about something of it: 投资方
// 简介 names no investor.
func aboutIt(h, key string) bool {
	for _, tail := range []string{"简介", "概况", "背景", "联系人", "电话", "地址", "数量", "人数", "个数", "负责人"} {
		if strings.HasSuffix(h, tail) && !strings.HasSuffix(key, tail) {
			return true
		}
	}
	return false
}

// headerKey is a header without unit, spaces and marks.
func headerKey(s string) string {
	s = library.NameKey(s)
	if i := strings.LastIndex(s, "("); i > 0 && strings.HasSuffix(s, ")") {
		inner := s[i+1 : len(s)-1]
		if _, _, money := unitIn(inner); money || inner == "亩" || inner == "人" || inner == "个" || inner == "必填" {
			s = s[:i]
		}
	}
	// Day or time, unit or department: offices say either.
	s = alike.Replace(s)
	return strings.Trim(s, "*:：/.")
}
