package ledger

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"sangu/domain"
	"sangu/domain/library"
)

// Day is a date as a cell says it; Coarse where it names a month or a part of
// one only, and the day was supplied: the first, the 15th for 中旬, the last for
// 月底.
type Day struct {
	Date   domain.Date
	Coarse bool
	// Hour is the time of day that stands with it, as 14:30.
	Hour string
	// Either says that day and month may be meant the other way round.
	Either bool
}

var (
	weekday    = regexp.MustCompile(`\(?(?:星期|周)[一二三四五六日天]\)?`)
	betweenCJ  = regexp.MustCompile(`([年月]) +(\d)|(\d) +([年月日])`)
	commas     = regexp.MustCompile(`^(\d{4}) ?[,、] ?(\d{1,2}) ?[,、] ?(\d{1,2})$`)
	midnight   = regexp.MustCompile(`[ T]0{1,2}:00(?::00)?(?:\.0+)?Z?$`)
	dayMonth   = regexp.MustCompile(`^(\d{1,2})[- ]([A-Za-z]{3,9})\.?[- ,]+(\d{4}|\d{2})$`)
	yearPart   = regexp.MustCompile(`^(\d{4})年?(底|末|年底|年末|初|年初|上半年|下半年|[第]?[一二三四1-4]季度(?:末|底)?)$`)
	restOfYear = regexp.MustCompile(`^(年底|年末|年初|上半年|下半年|[第]?[一二三四1-4]季度(?:末|底)?)$`)
	slashed    = regexp.MustCompile(`^(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})$`)
	dressed    = regexp.MustCompile(`^(?:拟|拟于|预计|计划|力争|暂定|约|已于|将于|定于|争取|确保|于|至|截至)+|(?:之?前|以前|左右|前后|之?内|完成|开工|动工|签约|签订|投产|竣工|完工|注册|` +
		`到位|解决|办结|已办|会议|\([^()]*\))+$`)
	ymd       = regexp.MustCompile(`^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?)?$`)
	compact   = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})$`)
	yearMonth = regexp.MustCompile(`^(\d{4})[-./年](\d{1,2})月?(初|上旬|中旬|下旬|底|末)?$`)
	monthDay  = regexp.MustCompile(`^(\d{1,2})[-./月](\d{1,2})日?$`)
	monthOnly = regexp.MustCompile(`^(\d{1,2})月(初|上旬|中旬|下旬|底|末)?$`)
	shortYear = regexp.MustCompile(`^(\d{2})[-./年](\d{1,2})[-./月](\d{1,2})日?$`)
	onEnd     = regexp.MustCompile(`^(\d[^-–—~至到、]*\d[日号月]?)[-–—~至到、][\d年月日./ ]+$`)
	serial    = regexp.MustCompile(`^(\d{5})(?:\.\d+)?$`)
)

// ParseDate reads a date as people write it; year completes dates without one,
// 0 if unknown. Of several days on end, 9月3日-5日, it is the first. ok is false
// where the text is no day of the calendar.
func ParseDate(text string, year int) (Day, bool) {
	s, hour := withoutHour(plainDay(text))
	d, ok := dayOrDays(s, year)
	d.Hour = hour
	return d, ok
}

func dayOrDays(s string, year int) (Day, bool) {
	d, ok := oneDay(s, year)
	if first := onEnd.FindStringSubmatch(s); !ok && first != nil {
		if d, ok = oneDay(first[1], year); !ok {
			// 9月3-5日: the mark of the day stands behind the last.
			d, ok = oneDay(first[1]+"日", year)
		}
	}
	if bare := strings.TrimSpace(dressed.ReplaceAllString(s, "")); !ok && bare != s && bare != "" {
		// 拟2026年5月开工 and 10月底前 say a day in other words.
		d, ok = ParseDate(bare, year)
		d.Coarse = true
	}
	return d, ok
}

func oneDay(s string, year int) (Day, bool) {
	if m := serial.FindStringSubmatch(s); m != nil {
		return fromSerial(m[1])
	}
	for _, form := range []*regexp.Regexp{ymd, compact} {
		if m := form.FindStringSubmatch(strings.ReplaceAll(s, "月 ", "月")); m != nil {
			return day(m[1], m[2], m[3])
		}
	}
	if m := yearMonth.FindStringSubmatch(s); m != nil {
		return part(number(m[1]), m[2], m[3])
	}
	if m := shortYear.FindStringSubmatch(s); m != nil && number(m[1]) >= 13 {
		return day("20"+m[1], m[2], m[3])
	}
	if m := yearPart.FindStringSubmatch(s); m != nil {
		return quarter(number(m[1]), m[2])
	}
	if m := dayMonth.FindStringSubmatch(s); m != nil {
		return day(fullYear(m[3]), monthNumber(m[2]), m[1])
	}
	if m := slashed.FindStringSubmatch(s); m != nil {
		return monthFirst(m[1], m[2], fullYear(m[3]))
	}
	if year == 0 {
		return Day{}, false
	}
	if m := restOfYear.FindStringSubmatch(s); m != nil {
		return quarter(year, strings.TrimPrefix(m[1], "年"))
	}
	if m := monthDay.FindStringSubmatch(s); m != nil {
		return day(strconv.Itoa(year), m[1], m[2])
	}
	if m := monthOnly.FindStringSubmatch(s); m != nil {
		return part(year, m[1], m[2])
	}
	return Day{}, false
}

// monthFirst reads 3/25/2026 and 25/3/2026; of a day that may be either, the
// month is taken to stand first, as spreadsheets write it, and it is a question.
func monthFirst(a, b, year string) (Day, bool) {
	if number(a) > 12 {
		return day(year, b, a)
	}
	d, ok := day(year, a, b)
	d.Either = ok && number(b) <= 12 && a != b
	return d, ok
}

// fromSerial reads a day number of the 1900 system: 1 is 1900-01-01, with the
// 29 February 1900 that never was.
func fromSerial(s string) (Day, bool) {
	n := number(s)
	if n < 20_000 || n > 80_000 {
		return Day{}, false
	}
	t := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n)
	d, ok := domain.NewDate(t.Year(), int(t.Month()), t.Day())
	return Day{Date: d}, ok
}

func day(y, m, d string) (Day, bool) {
	date, ok := domain.NewDate(number(y), number(m), number(d))
	return Day{Date: date}, ok && number(y) >= 1950 && number(y) <= 2100
}

func part(year int, month, word string) (Day, bool) {
	d := 1
	switch word {
	case "中旬":
		d = 15
	case "下旬":
		d = 21
	case "底", "末":
		d = time.Date(year, time.Month(number(month))+1, 0, 0, 0, 0, 0, time.UTC).Day()
	}
	date, ok := domain.NewDate(year, number(month), d)
	return Day{Date: date, Coarse: true}, ok && year >= 1950 && year <= 2100
}

// plainDay takes out what a day is dressed with: weekdays, blanks, the hour of
// midnight, commas for points.
func plainDay(text string) string {
	s := strings.TrimSpace(library.Halfwidth(text))
	s = strings.NewReplacer("号", "日", "．", ".", "。", ".", "～", "~").Replace(weekday.ReplaceAllString(s, ""))
	s = betweenCJ.ReplaceAllString(betweenCJ.ReplaceAllString(strings.TrimSpace(s), "$1$3$2$4"), "$1$3$2$4")
	s = commas.ReplaceAllString(s, "$1.$2.$3")
	return strings.TrimSpace(strings.TrimSuffix(midnight.ReplaceAllString(s, ""), "."))
}

// quarter returns a part of a year: its end for 底 and 末, else its first day.
func quarter(year int, part string) (Day, bool) {
	month, last := 1, strings.HasSuffix(part, "底") || strings.HasSuffix(part, "末") || strings.HasSuffix(part, "半年")
	if last {
		month = 12
	}
	if part == "上半年" {
		month = 6
	}
	for word, q := range map[string]int{"一季": 1, "二季": 2, "三季": 3, "四季": 4, "1季": 1, "2季": 2, "3季": 3, "4季": 4} {
		if strings.Contains(part, word) {
			if month = 3*q - 2; last {
				month = 3 * q
			}
		}
	}
	d := 1
	if last {
		d = time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	}
	date, ok := domain.NewDate(year, month, d)
	return Day{Date: date, Coarse: true}, ok && year >= 1950 && year <= 2100
}

func fullYear(s string) string {
	if len(s) == 2 {
		return "20" + s
	}
	return s
}

// monthNumber returns the number of a month by its English name.
func monthNumber(name string) string {
	for m := time.January; m <= time.December; m++ {
		if full := strings.ToLower(m.String()); full == strings.ToLower(name) || full[:3] == strings.ToLower(name) {
			return strconv.Itoa(int(m))
		}
	}
	return "0"
}

// epochShift is by how many days the 1904 system's numbers are behind.
const epochShift = 1462

// since1904 returns a day number of the 1904 system as one of the 1900 system.
func since1904(text string) string {
	m := serial.FindStringSubmatch(text)
	if m == nil {
		return text
	}
	return strconv.Itoa(number(m[1]) + epochShift)
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}

var anyYear = regexp.MustCompile(`(?:^|\D)(20\d{2})年`)

// yearIn finds a year inside a longer text, as 2025年9月外出招商统计表; 0 without one.
func yearIn(text string) int {
	if m := anyYear.FindStringSubmatch(library.Halfwidth(text)); m != nil {
		return number(m[1])
	}
	return 0
}

var untilMonth = regexp.MustCompile(`截[至止]:?(20\d{2}[-./年]\d{1,2})月?[底末]?`)

// monthIn finds until which month a sheet stands, as 截至2025年3月底: its last day.
func monthIn(text string) (domain.Date, bool) {
	m := untilMonth.FindStringSubmatch(strings.ReplaceAll(library.Halfwidth(text), " ", ""))
	if m == nil {
		return domain.Date{}, false
	}
	d, ok := ParseDate(m[1]+"月底", 0)
	return d.Date, ok
}

var anyDate = regexp.MustCompile(`\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?`)

// dateIn finds a whole date inside a longer text, as a title row.
func dateIn(text string) (domain.Date, bool) {
	d, ok := ParseDate(anyDate.FindString(library.Halfwidth(text)), 0)
	return d.Date, ok
}
