package text

import "strings"

// SubjectKey returns what spellings of one project's or talk's subject have in common:
// letters and digits alone, simplified, half-width, lower case, without 项目, 建设项目 and
// the like at its end. Numbers stay: a second phase is another subject.
func (n *Names) SubjectKey(subject string) string {
	s := onlyLetters(pointed(n.plain(subject)))
	for again := true; again; {
		again = false
		for _, end := range []string{"建设项目", "投资项目", "项目", "工程", "建设"} {
			if base, found := strings.CutSuffix(s, end); found && len([]rune(base)) >= 2 {
				s, again = base, true
				break
			}
		}
	}
	return numerals(s)
}

// CompareSubjects grades two subjects. One that says more than the other at its end or
// its beginning, other than a number or a phase, is Maybe.
func (n *Names) CompareSubjects(a, b string) Grade {
	x, y := n.SubjectKey(a), n.SubjectKey(b)
	if x == "" || y == "" {
		return Different
	}
	if x == y {
		return Same
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	more, found := strings.CutSuffix(y, x)
	if !found {
		more, found = strings.CutPrefix(y, x)
	}
	if found && len([]rune(x)) >= 4 && !strings.ContainsAny(more, "0123456789一二三四五六七八九十期") {
		return Maybe
	}
	return Different
}

// pointed keeps the point within a number: 1.5 is not 15.
func pointed(s string) string {
	runes := []rune(s)
	digit := func(i int) bool { return i >= 0 && i < len(runes) && runes[i] >= '0' && runes[i] <= '9' }
	for i, r := range runes {
		if r == '.' && digit(i-1) && digit(i+1) {
			runes[i] = '点'
		}
	}
	return string(runes)
}
