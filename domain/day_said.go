package domain

import (
	"regexp"
	"strconv"
	"strings"
)

// The forms in which a day is said in Chinese, once blanks are out. Each may
// lack its year, which the report then supplies.
var (
	saidBy      = regexp.MustCompile(`^(?:截至|截止|至|于|在)?(.+?)(?:之前|以前|前)(?:已.*|均已.*|就已.*)?$`)
	saidExact   = regexp.MustCompile(`^(?:(\d{4})[年./-])?(\d{1,2})[月./-](\d{1,2})[日号]?$`)
	saidMonth   = regexp.MustCompile(`^(?:(\d{4})[年./-])?(\d{1,2})月?(?:份|初|中|底|末|上旬|中旬|下旬)?$`)
	saidQuarter = regexp.MustCompile(`^(?:(\d{4})年?)?(?:第)?([一二三四1-4])季度?(?:初|末|底)?$|^(\d{4})-?[Qq]([1-4])$`)
	saidHalf    = regexp.MustCompile(`^(?:(\d{4})年?)?(上|下)半年$`)
	saidYear    = regexp.MustCompile(`^(\d{4})年?(?:度|内|全年|年内)?$`)
	saidYearEnd = regexp.MustCompile(`^(?:(\d{4})年?)?(?:年)?(底|末)$`)
	saidYearBeg = regexp.MustCompile(`^(\d{4})年?(?:年)?(?:初|中)$`)
)

// SaidDay reads a day as a report says it: 2025年3月, 2025年, 2025年上半年, 三季度,
// 9月底前已开工, and as an event day is shown: 2025-H1, ≤ 2026-09-30. year completes what names none; 0 if that is unknown. A part of a
// month or a year, as 3月中旬 or 年底, is known no better than its month or
// year; 前 leaves only the last day on which it may have happened. ok is false where the text says no day.
func SaidDay(text string, year int) (e EventDay, ok bool) {
	if e, err := ParseEventDay(strings.TrimSpace(text)); err == nil && !e.IsZero() {
		return e, plausible(e.last.y)
	}
	s := strings.Join(strings.Fields(text), "")
	if m := saidBy.FindStringSubmatch(s); m != nil {
		if e, ok = SaidDay(m[1], year); !ok || e.precision == ByDay {
			return EventDay{}, false
		}
		return By(e.last), true
	}
	of := func(said string) int {
		if said == "" {
			return year
		}
		n, _ := strconv.Atoi(said)
		return n
	}
	part := func(said string) int { return strings.Index("一二三四", said)/len("一") + 1 }
	number := func(said string) int { n, _ := strconv.Atoi(said); return n }
	switch {
	case saidExact.MatchString(s):
		m := saidExact.FindStringSubmatch(s)
		if d, exists := NewDate(of(m[1]), number(m[2]), number(m[3])); exists {
			e = OnDay(d)
		}
	case saidQuarter.MatchString(s):
		m := saidQuarter.FindStringSubmatch(s)
		switch {
		case m[3] != "":
			e = InQuarter(of(m[3]), number(m[4]))
		case m[2] >= "1" && m[2] <= "4":
			e = InQuarter(of(m[1]), number(m[2]))
		default:
			e = InQuarter(of(m[1]), part(m[2]))
		}
	case saidHalf.MatchString(s):
		m := saidHalf.FindStringSubmatch(s)
		e = InHalf(of(m[1]), map[string]int{"上": 1, "下": 2}[m[2]])
	case saidYearEnd.MatchString(s):
		e = InYear(of(saidYearEnd.FindStringSubmatch(s)[1]))
	case saidYearBeg.MatchString(s):
		e = InYear(of(saidYearBeg.FindStringSubmatch(s)[1]))
	case saidYear.MatchString(s):
		e = InYear(of(saidYear.FindStringSubmatch(s)[1]))
	case saidMonth.MatchString(s) && (strings.Contains(s, "月") || len(s) >= len("2025.3")):
		m := saidMonth.FindStringSubmatch(s)
		e = InMonth(of(m[1]), number(m[2]))
	}
	return e, !e.IsZero() && plausible(e.last.y)
}

// plausible reports whether a year is one of which offices report.
func plausible(year int) bool { return year >= 1950 && year <= 2100 }
