package ledger

import (
	"regexp"
	"strings"

	"sangu/domain/library"
)

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
