package ledger

import (
	"math/big"
	"regexp"
	"strconv"
	"strings"

	"sangu/domain"
	"sangu/domain/library"
)

// broken reports whether a cell holds what a formula says that came to nothing.
func broken(text string) bool {
	switch strings.TrimRight(strings.ToUpper(text), "!?") {
	case "#REF", "#N/A", "#VALUE", "#DIV/0", "#NAME", "#NUM", "#NULL", "#SPILL", "#CALC":
		return true
	}
	return false
}

// money reads an amount; exact is the number behind a text that shows less of
// it, or shows it in 万.
func (r *reader) money(f Field, index, col int, text, exact string) {
	m := r.sheet.Mapping
	unit, currency := m.units[col], m.money[col]
	if unit == 0 {
		unit = m.Unit
	}
	a, ok := ParseMoney(text, max(unit, 1), currency)
	if ok && exact != "" {
		a.Money.Amount = nearest(a.Money.Amount, exact, max(unit, 1))
	}
	switch {
	case !ok:
		r.find(f.Key, index, col, Error, "ledger.amount", "text", text)
		return
	case a.Money.Amount < 0 && r.kind.Key == "fund":
		r.find(f.Key, index, col, Warning, "ledger.refund", "text", text)
	case a.Money.Amount < 0:
		r.find(f.Key, index, col, Error, "ledger.negative", "text", text)
		return
	case a.Money.Currency != domain.CNY && f.Key != "foreign_capital":
		r.find(f.Key, index, col, Warning, "ledger.foreign", "text", text, "currency", string(a.Money.Currency))
	case a.Approx:
		r.find(f.Key, index, col, Warning, "ledger.approximate", "text", text, "meant", grouped(inUnit(a.Money.Amount, max(unit, 1))))
	case unit == 0 && a.Money.Amount < r.kind.leastYuan() && !NamesUnit(text) && !strings.ContainsAny(text, "万亿千¥￥"):
		r.find(f.Key, index, col, Warning, "ledger.no_unit", "text", text)
	case a.Money.Amount > 1000*int64(domain.Yi) || unit >= Magnitude(domain.Wan) && a.Money.Amount > 0 &&
		a.Money.Amount < int64(domain.Wan):
		r.find(f.Key, index, col, Warning, "ledger.magnitude", r.meant(a.Money.Amount, max(unit, 1), text)...)
	}
	r.now.Money[f.Key] = a.Money
}

// leastYuan is under which amount, in 元, one without any unit is asked about.
func (k Kind) leastYuan() int64 {
	if k.Key == "fund" {
		return int64(domain.Wan)
	}
	return 100 * int64(domain.Wan)
}

// nearest returns the number behind a text, in 元, where it is the amount that
// the text shows but for rounding: in the column's unit, or in 元 shown as 万.
func nearest(shown int64, exact string, unit Magnitude) int64 {
	n, ok := decimal(exact)
	if !ok {
		return shown
	}
	for _, u := range []Magnitude{unit, 1} {
		yuan, ok := rounded(new(big.Rat).Mul(n, big.NewRat(int64(u), 1)))
		if off := max(yuan, shown) - min(yuan, shown); ok && off*20 <= max(shown, -shown) {
			return yuan
		}
	}
	return shown
}

func (r *reader) code(f Field, index, col int, text string) {
	code := library.NormalCreditCode(text)
	if destroyed.MatchString(strings.TrimSpace(text)) || zeroEnding.MatchString(string(code)) && !code.Verified() {
		r.lost(f, index, col, text)
		return
	}
	if err := code.CheckForm(); err != nil {
		r.find(f.Key, index, col, Error, misspelt(code), "text", text, "length", length(code), "n", max(length(code)-18, 18-length(code)),
			"letter", strange(code))
		if better, ok := code.Suggestion(); ok {
			last := &r.sheet.Findings[len(r.sheet.Findings)-1]
			last.Code, last.Suggest, last.Params["suggest"] = "ledger.code_meant", string(better), string(better)
		}
		return
	}
	if !code.Verified() {
		r.find(f.Key, index, col, Warning, "ledger.check_character", "want", string(code.CheckCharacter()))
	}
	r.now.Words[f.Key] = string(code)
}

// misspelt names what is wrong with the form of a code.
func misspelt(code library.CreditCode) string {
	switch n := length(code); {
	case n < 18:
		return "ledger.code_short"
	case n > 18:
		return "ledger.code_long"
	}
	return "ledger.code_letter"
}

func length(code library.CreditCode) int { return len([]rune(string(code))) }

// strange returns the first character that a code may not have.
func strange(code library.CreditCode) string {
	for _, r := range code {
		if (r < '0' || r > '9') && (r < 'A' || r > 'Z') || strings.ContainsRune("IOZSV", r) {
			return string(r)
		}
	}
	return ""
}

// notADay says why a text is no day: the month has no such one, or it is none
// at all.
func notADay(text string) (code string, pairs []any) {
	for _, form := range []*regexp.Regexp{ymd, compact} {
		m := form.FindStringSubmatch(plainDay(text))
		switch {
		case m == nil:
		case number(m[2]) < 1 || number(m[2]) > 12:
			return "ledger.no_such_month", []any{"text", text, "month", number(m[2])}
		default:
			return "ledger.no_such_day", []any{"text", text, "month", number(m[2]), "day", number(m[3])}
		}
	}
	return "ledger.date", []any{"text", text}
}

// meant returns what an amount out of all proportion probably is: written in 元
// where it is too large, in 亿元 where it is too small for a column of 万元.
func (r *reader) meant(amount int64, unit Magnitude, text string) []any {
	pairs := []any{"text", grouped(text), "amount", spoken(amount), "unit", UnitWord(unit)}
	n, ok := decimal(strings.NewReplacer(",", "", " ", "").Replace(library.Halfwidth(text)))
	if !ok || unit <= 1 {
		return pairs
	}
	yuan, _ := rounded(n)
	written := "元"
	if amount < int64(domain.Wan) {
		yuan, _ = rounded(n.Mul(n, big.NewRat(int64(domain.Yi), 1)))
		written = "亿元"
	}
	if yuan <= 0 || yuan > 1000*int64(domain.Yi) || yuan < int64(domain.Wan) {
		return pairs
	}
	suggest := inUnit(yuan, unit)
	return append(pairs, "written", written, "suggest", suggest, "meant", grouped(suggest))
}

// inUnit returns 元 as a number of the column's unit.
func inUnit(yuan int64, unit Magnitude) string {
	return strconv.FormatFloat(float64(yuan)/float64(unit), 'f', -1, 64)
}

// spoken returns 元 as people say it: 1.6 万亿元, 35 亿元, 9,800 万元.
func spoken(amount int64) string {
	for _, u := range []struct {
		n    int64
		word string
	}{{1e12, "万亿元"}, {1e8, "亿元"}, {1e4, "万元"}} {
		if amount >= u.n {
			return grouped(strconv.FormatFloat(float64(amount*100/u.n)/100, 'f', -1, 64)) + " " + u.word
		}
	}
	return strconv.FormatInt(amount, 10) + " 元"
}

// grouped sets a plain number's digits in threes; other texts stay.
func grouped(s string) string {
	whole, rest := s, ""
	if i := strings.IndexByte(s, '.'); i >= 0 {
		whole, rest = s[:i], s[i:]
	}
	if whole == "" || strings.Trim(whole, "0123456789") != "" {
		return s
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	return whole + rest
}

// Shown returns a cell as a reader sees it in the workbook: a day where the file
// has a day number, an amount without what binary fractions leave behind.
func (g Grid) Shown(kind, field string, row, col int) string {
	text := g.at(row, col)
	f, ok := kindOf(kind).field(field)
	if !ok {
		return text
	}
	if f.Type == Date && serial.MatchString(text) {
		if g.from1904 {
			text = since1904(text)
		}
		if d, ok := ParseDate(text, 0); ok {
			return d.Date.String()
		}
	}
	if f.Type == Money && strings.Trim(text, "0123456789.") == "" {
		if n, ok := decimal(text); ok && len(text) > 15 {
			text = strings.TrimSuffix(strings.TrimRight(n.FloatString(6), "0"), ".")
		}
		return grouped(text)
	}
	return text
}

// neighbours tells findings about amounts out of proportion between what and
// what the column's other amounts lie.
func (r *reader) neighbours() {
	for i := range r.sheet.Findings {
		f := &r.sheet.Findings[i]
		if f.Code != "ledger.magnitude" {
			continue
		}
		n, low, high := 0, int64(0), int64(0)
		for _, row := range r.sheet.Rows {
			m, ok := row.Money[f.Field]
			if !ok || row.Number == f.Row {
				continue
			}
			if n++; n == 1 || m.Amount < low {
				low = m.Amount
			}
			high = max(high, m.Amount)
		}
		if n > 0 {
			f.Params["others"], f.Params["low"], f.Params["high"] = n, spoken(low), spoken(high)
		}
	}
}
