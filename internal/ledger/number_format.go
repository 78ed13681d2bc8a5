package ledger

import (
	"math"
	"math/big"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// numberFormat is how a cell shows its number. What it shows is what the person
// who filled it in means: a day, a code with leading zeros, an amount in 万.
type numberFormat struct {
	kind     formatKind
	id       int
	code     string
	decimals int
	day      dayFormat
}

type formatKind int

const (
	asIs    formatKind = iota // general, exponents and fractions: the number itself
	plain                     // digits and a fixed number of decimals
	dated                     // a day or a time of day
	spelled                   // with letters, signs or scales of its own
)

// dayFormat says which parts of a day a format shows.
type dayFormat struct{ year, month, day, hour bool }

var (
	formatNoise = regexp.MustCompile(`\[[^\]hms][^\]]*\]|_.|\*.|\\ |"\s*"`)
	quotedText  = regexp.MustCompile(`"[^"]*"|\\.|!.`)
	plainCode   = regexp.MustCompile(`^[#,?]*0?[#,0?]*(?:\.([0#]+))?\s*$`)
	dayLetters  = regexp.MustCompile(`(?i)[ymdhse]|am/pm|上午`)
	scientific  = regexp.MustCompile(`(?i)[0#?]E[+-]`)
)

// formatOf classifies a number format by its number and code (ECMA-376 18.8.30).
func formatOf(id int, code string) numberFormat {
	f := numberFormat{id: id, code: code}
	if code == "" {
		return builtIn(f)
	}
	section, _, _ := strings.Cut(formatNoise.ReplaceAllString(code, ""), ";")
	bare := quotedText.ReplaceAllString(section, "")
	switch {
	case strings.EqualFold(strings.TrimSpace(section), "general"), section == "@", section == "", scientific.MatchString(bare):
	case dayLetters.MatchString(bare) && !strings.ContainsAny(bare, "0#?"):
		f.kind, f.day = dated, dayParts(bare)
	case plainCode.MatchString(section) && !scaled(section) && !padded(section):
		f.kind, f.decimals = plain, len(plainCode.FindStringSubmatch(section)[1])
	default:
		f.kind = spelled
	}
	return f
}

// scaled reports whether commas behind the last digit divide by thousands.
func scaled(section string) bool {
	whole, _, _ := strings.Cut(strings.TrimRight(section, " "), ".")
	return strings.HasSuffix(whole, ",") || strings.HasSuffix(strings.TrimRight(section, " "), ",")
}

// padded reports whether a format fills up with zeros: 000 shows 7 as 007.
func padded(section string) bool {
	whole, _, _ := strings.Cut(section, ".")
	return strings.Count(whole, "0") > 1
}

// dotWithin is the way of spreadsheets to show an amount of 元 in 万: the last
// digits of its thousands behind a dot that is a mere sign.
var dotWithin = regexp.MustCompile(`^[#,]*0(?:!\.|\\\.|"\.")(0+)(,+)(.*)$`)

// inTenThousands shows a number in such a format; ok is false for another one.
func inTenThousands(n, code string) (text string, ok bool) {
	section, _, _ := strings.Cut(formatNoise.ReplaceAllString(code, ""), ";")
	m := dotWithin.FindStringSubmatch(section)
	r, isNumber := new(big.Rat).SetString(n)
	if m == nil || !isNumber {
		return "", false
	}
	for range m[2] {
		r.Quo(r, big.NewRat(1000, 1))
	}
	digits := strings.TrimPrefix(r.FloatString(0), "-")
	for len(digits) <= len(m[1]) {
		digits = "0" + digits
	}
	cut := len(digits) - len(m[1])
	sign := map[bool]string{true: "-"}[r.Sign() < 0]
	return sign + digits[:cut] + "." + digits[cut:] + strings.Trim(m[3], `" `), true
}

func builtIn(f numberFormat) numberFormat {
	switch id := f.id; {
	case id == 1 || id == 3:
		f.kind = plain
	case id == 2 || id == 4:
		f.kind, f.decimals = plain, 2
	case id == 9 || id == 10 || id >= 37 && id <= 44:
		f.kind = spelled
	case id == 17 || id == 55 || id == 57:
		f.kind, f.day = dated, dayFormat{year: true, month: true}
	case id == 18 || id == 19 || id == 20 || id == 21 || id >= 32 && id <= 35 || id >= 45 && id <= 47:
		f.kind, f.day = dated, dayFormat{hour: true}
	case id == 22:
		f.kind, f.day = dated, dayFormat{year: true, month: true, day: true, hour: true}
	case id >= 14 && id <= 16 || id >= 27 && id <= 36 || id >= 50 && id <= 58:
		f.kind, f.day = dated, dayFormat{year: true, month: true, day: true}
	}
	return f
}

// dayParts reads which parts of a day a code shows: an m beside h or s is
// minutes.
func dayParts(code string) dayFormat {
	code = strings.ToLower(code)
	d := dayFormat{year: strings.ContainsAny(code, "ye"), day: strings.Contains(code, "d"), hour: strings.ContainsAny(code, "hs")}
	d.month = strings.Contains(code, "m") && (!d.hour || d.year || d.day)
	return d
}

// formatter shows numbers; formats with letters of their own are left to
// excelize, in a workbook of one cell.
type formatter struct {
	file  *excelize.File
	style map[string]int
	shown map[string]string
}

func (s *formatter) close() {
	if s.file != nil {
		_ = s.file.Close()
	}
}

// show returns the text that a number shows in a format; exact is the number
// itself where the text says less, and lost reports that it has more digits
// than a spreadsheet keeps, so that the last were lost before it was saved.
func (s *formatter) show(raw string, f numberFormat, from1904 bool) (text, exact string, lost bool) {
	n, ok := plainNumber(strings.TrimSpace(raw))
	if !ok {
		return raw, "", false
	}
	text = n
	switch f.kind {
	case dated:
		if d, ok := dayShown(n, f.day, from1904); ok {
			return d, "", false
		}
	case plain:
		if r, ok := new(big.Rat).SetString(n); ok {
			text = r.FloatString(f.decimals)
		}
	case spelled:
		text = s.spell(n, f)
	default:
		// What is not named here is dealt with after the switch.
	}
	whole, _, _ := strings.Cut(strings.TrimPrefix(n, "-"), ".")
	if f.kind == spelled || !sameNumber(text, n) {
		exact = n
	}
	return text, exact, len(whole) > 15
}

func sameNumber(a, b string) bool {
	x, ok1 := new(big.Rat).SetString(a)
	y, ok2 := new(big.Rat).SetString(b)
	return ok1 && ok2 && x.Cmp(y) == 0
}

// plainNumber writes a stored number in digits, rounded to the 15 that a
// spreadsheet keeps: 1.2E7 is 12000000 and 1.3999999999999999 is 1.4.
func plainNumber(raw string) (string, bool) {
	if raw == "" || len(raw) > 40 {
		return raw, false
	}
	if len(raw) <= 15 && strings.Trim(raw, "0123456789") == "" {
		return raw, true
	}
	f, err := strconv.ParseFloat(raw, 64)
	if err != nil || math.IsInf(f, 0) || math.IsNaN(f) || math.Abs(f) >= 1e30 {
		return raw, false
	}
	r, ok := new(big.Rat).SetString(strconv.FormatFloat(f, 'e', 14, 64))
	if !ok {
		return raw, false
	}
	out := r.FloatString(20)
	return strings.TrimSuffix(strings.TrimRight(out, "0"), "."), true
}

// dayShown returns a day number as a day. A first of a month of which only year
// and month show is the month: nobody wrote that day.
func dayShown(n string, f dayFormat, from1904 bool) (string, bool) {
	days, err := strconv.ParseFloat(n, 64)
	if err != nil || days <= 0 || days >= 2_958_466 {
		return "", false
	}
	if from1904 {
		days += epochShift
	}
	t := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).Add(time.Duration(math.Round(days*86_400)) * time.Second)
	if days < 60 {
		t = t.AddDate(0, 0, 1)
	}
	clock := ""
	if t.Hour()+t.Minute() > 0 {
		clock = t.Format(" 15:04")
	}
	switch {
	case days < 1 || f.hour && !f.year && !f.month && !f.day:
		return strings.TrimSpace(t.Format("15:04")), true
	case f.year && !f.month && !f.day && t.YearDay() == 1:
		return t.Format("2006年"), true
	case f.year && f.month && !f.day && t.Day() == 1:
		return t.Format("2006年1月"), true
	}
	return t.Format(time.DateOnly) + clock, true
}

// spell shows a number in a format that has letters, signs or scales.
func (s *formatter) spell(n string, f numberFormat) string {
	if text, ok := inTenThousands(n, f.code); ok {
		return text
	}
	key := strconv.Itoa(f.id) + " " + f.code
	if text, ok := s.shown[key+"\x00"+n]; ok {
		return text
	}
	if s.file == nil {
		s.file, s.style = excelize.NewFile(), map[string]int{}
	}
	if len(s.shown) == 0 || len(s.shown) > 20_000 {
		s.shown = map[string]string{}
	}
	style, ok := s.style[key]
	if !ok {
		as := &excelize.Style{NumFmt: f.id}
		if f.code != "" {
			as = &excelize.Style{CustomNumFmt: &f.code}
		}
		var err error
		if style, err = s.file.NewStyle(as); err != nil {
			return n
		}
		s.style[key] = style
	}
	text, err := s.inCell(n, style)
	if err != nil || strings.TrimSpace(text) == "" {
		text = n
	}
	s.shown[key+"\x00"+n] = strings.TrimSpace(text)
	return s.shown[key+"\x00"+n]
}

func (s *formatter) inCell(n string, style int) (string, error) {
	value, err := strconv.ParseFloat(n, 64)
	if err != nil {
		return n, err
	}
	if err := s.file.SetCellFloat("Sheet1", "A1", value, -1, 64); err != nil {
		return n, err
	}
	if err := s.file.SetCellStyle("Sheet1", "A1", "A1", style); err != nil {
		return n, err
	}
	return s.file.GetCellValue("Sheet1", "A1")
}
