package ledger

import (
	"math/big"
	"regexp"
	"strings"

	"sangu/domain"
	"sangu/domain/library"
)

// Amount is money as a cell says it.
type Amount struct {
	Money  domain.Money
	Approx bool // 约, or a range whose low end is taken
	High   *domain.Money
}

var (
	numberForm = `[-−]?\d[\d, ]*(?:\.\d+)?`
	moneyForm  = regexp.MustCompile(`^(` + numberForm + `)(亿|千万|百万|万|千)?(?:(` + numberForm + `)(万|千))?(元)?$`)
	remark     = regexp.MustCompile(`^\(\D{1,30}\)$`)
	rangeForm  = regexp.MustCompile(`^(` + numberForm + `)(亿|千万|百万|万|千)?(?:元)?[-–—~～至到](` + numberForm + `)(.*)$`)
	negative   = regexp.MustCompile(`^([¥￥$]?)\(([\d., ]+[^()]*)\)$`)
	exponent   = regexp.MustCompile(`^(-?\d+(?:\.\d+)?)[eE]\+?(\d{1,2})$`)
	// Words around an amount: those that leave it a question, those that say
	// what it is an amount of, and those of its currency.
	aboutWords = regexp.MustCompile(`^(?:约为?|大约|大概|近|超过?|不低于|不少于|不超过|最高|至少|≈|≥|≤|[<>]=?|暂定|预计|估算|拟|计划|初步)|(?:左右|上下|以上|以下|以内|余|多)$`)
	plainWords = regexp.MustCompile(`^(?:合计|总计|共计|总额|总投资额?|投资额?|共|计|为|[::])|(?:整|正)$`)
	// currencyWords are read before and behind an amount.
	currencyWords = regexp.MustCompile(`^(?:人民币|RMB|CNY|USD|US\$|EUR|HKD|JPY|[¥￥$€]|美元|美金|港[元币]|欧元|日元)|\(?(?:人民币|RMB|CNY|美元|美金|USD|` +
		`港[元币]|HKD|欧元|EUR|日元|JPY)\)?$`)
)

// nothing reports whether a cell says that there is no value: not zero.
func nothing(s string) bool {
	switch strings.Trim(s, " .。") {
	case "", "-", "—", "——", "--", "/", "\\", "待定", "无", "暂无", "未定", "N/A", "n/a", "空":
		return true
	}
	return false
}

// Magnitude is the number of 元 in a header's unit: 万元 is 10,000.
type Magnitude int64

// ParseMoney reads an amount by the grammar of domain.md §6.5; unit is that of
// the header or title, for cells that name none. ok is false where the text is
// no amount.
func ParseMoney(text string, unit Magnitude, currency domain.Currency) (a Amount, ok bool) {
	s := strings.ReplaceAll(library.Halfwidth(text), ",", "")
	s = strings.ReplaceAll(s, " ", "")
	if a, ok := western(s, unit, currency); ok {
		return a, true
	}
	s = inDigits(s)
	if i := strings.IndexByte(s, '('); i > 0 && strings.HasSuffix(s, ")") && remark.MatchString(s[i:]) {
		// A remark in brackets leaves the amount a question.
		a, ok = ParseMoney(s[:i], unit, currency)
		a.Approx = true
		return a, ok
	}
	if m := negative.FindStringSubmatch(s); m != nil {
		// Accounts write what is taken back in brackets.
		a, ok = ParseMoney(m[1]+m[2], unit, currency)
		a.Money.Amount = -a.Money.Amount
		return a, ok
	}
	s, about, currency := undressed(s, currency)
	if m := exponent.FindStringSubmatch(s); m != nil {
		// A text, not a number of a workbook: what it had more of is lost.
		if n, ok := new(big.Rat).SetString(s); ok {
			s, about = strings.TrimSuffix(strings.TrimRight(n.FloatString(6), "0"), "."), true
		}
	}
	if m := rangeForm.FindStringSubmatch(s); m != nil {
		mag := m[2]
		if mag == "" {
			mag = magnitudeIn(m[4])
		}
		low, ok1 := ParseMoney(m[1]+mag+strings.TrimLeft(m[4], "亿千百万"), unit, currency)
		high, ok2 := ParseMoney(m[3]+m[4], unit, currency)
		if ok1 && ok2 && high.Money.Amount >= low.Money.Amount {
			low.High, low.Approx = &high.Money, true
			return low, true
		}
		return Amount{}, false
	}
	a, ok = amount(s, unit, currency)
	a.Approx = about
	return a, ok
}

// undressed takes the words around an amount away; about reports that they leave
// it a question.
func undressed(s string, currency domain.Currency) (bare string, about bool, of domain.Currency) {
	for range 8 {
		word := ""
		switch {
		case aboutWords.MatchString(s):
			word, about = aboutWords.FindString(s), true
		case plainWords.MatchString(s):
			word = plainWords.FindString(s)
		case currencyWords.MatchString(s):
			word = currencyWords.FindString(s)
			currency = currencyOf(strings.ToUpper(word), currency)
			if strings.HasSuffix(s, word) && strings.HasSuffix(word, "元") {
				// 500万美元 is in units of its own, as 500万元 is.
				s = strings.TrimSuffix(s, word) + "元"
				continue
			}
		default:
			return s, about, currency
		}
		if rest, leads := strings.CutPrefix(s, word); leads {
			s = rest
		} else {
			s = strings.TrimSuffix(s, word)
		}
	}
	return s, about, currency
}

// amount reads a number with its magnitudes.
func amount(s string, unit Magnitude, currency domain.Currency) (Amount, bool) {
	m := moneyForm.FindStringSubmatch(s)
	if m == nil {
		return Amount{}, false
	}
	total, ok := decimal(m[1])
	if !ok {
		return Amount{}, false
	}
	scale := big.NewRat(int64(max(unit, 1)), 1)
	if m[2] != "" {
		scale = magnitude(m[2])
	} else if m[5] != "" {
		scale = big.NewRat(1, 1)
	}
	total.Mul(total, scale)
	if m[3] != "" {
		tail, ok := decimal(m[3])
		if !ok {
			return Amount{}, false
		}
		total.Add(total, tail.Mul(tail, magnitude(m[4])))
	}
	whole, ok := rounded(total)
	if currency == "" {
		currency = domain.CNY
	}
	return Amount{Money: domain.Money{Amount: whole, Currency: currency}}, ok
}

func magnitudeIn(s string) string {
	for _, m := range []string{"亿", "千万", "百万", "万", "千"} {
		if strings.HasPrefix(s, m) {
			return m
		}
	}
	return ""
}

func magnitude(word string) *big.Rat {
	n := map[string]int64{"千": 1e3, "万": 1e4, "百万": 1e6, "千万": 1e7, "亿": 1e8}[word]
	return big.NewRat(n, 1)
}

func currencyOf(word string, standard domain.Currency) domain.Currency {
	switch {
	case strings.Contains(word, "美") || strings.Contains(word, "$") || strings.Contains(word, "USD"):
		return domain.USD
	case strings.Contains(word, "港") || strings.Contains(word, "HKD"):
		return domain.HKD
	case strings.Contains(word, "欧") || strings.Contains(word, "€") || strings.Contains(word, "EUR"):
		return domain.EUR
	case strings.Contains(word, "日元") || strings.Contains(word, "JPY"):
		return domain.JPY
	case word != "" || standard == "":
		return domain.CNY
	}
	return standard
}

// decimal reads a number exactly. Spreadsheets store 1.4 as 1.3999999999999999:
// more than 15 significant digits are rounded to 15, as they show them.
func decimal(s string) (*big.Rat, bool) {
	s = strings.NewReplacer(",", "", " ", "", "−", "-").Replace(s)
	if len(s) > 60 {
		return nil, false
	}
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		return nil, false
	}
	if digits := strings.TrimLeft(strings.NewReplacer(".", "", "-", "").Replace(s), "0"); len(digits) > 15 {
		f, _ := new(big.Float).SetPrec(200).SetRat(r), 0
		r, ok = new(big.Rat).SetString(f.Text('g', 15))
	}
	return r, ok
}

// rounded returns the nearest whole 元, half away from zero, within int64.
func rounded(r *big.Rat) (int64, bool) {
	half := big.NewRat(1, 2)
	if r.Sign() < 0 {
		half.Neg(half)
	}
	sum := new(big.Rat).Add(r, half)
	q := new(big.Int).Quo(sum.Num(), sum.Denom())
	return q.Int64(), q.IsInt64() && q.CmpAbs(big.NewInt(1e15)) <= 0
}

var unitForm = regexp.MustCompile(`(亿|千万|百万|万|千)?(元|美元|港元|欧元)`)

// unitIn finds a money unit in a header or title: "(万元)", "单位:亿元".
func unitIn(text string) (Magnitude, domain.Currency, bool) {
	m := unitForm.FindStringSubmatch(text)
	if m == nil {
		return westernUnit(text)
	}
	mag := Magnitude(1)
	if m[1] != "" {
		n, _ := rounded(magnitude(m[1]))
		mag = Magnitude(n)
	}
	return mag, currencyOf(m[2], domain.CNY), true
}

// UnitWord is the word of a money unit, as 万元; empty for one without a word.
func UnitWord(m Magnitude) string {
	return map[Magnitude]string{1: "元", 1e3: "千元", 1e4: "万元", 1e6: "百万元", 1e8: "亿元"}[m]
}

// NamesUnit reports whether a header names a money unit.
func NamesUnit(header string) bool {
	_, _, ok := unitIn(header)
	return ok
}

// IsMoney reports whether a kind's field is an amount.
func IsMoney(kind, field string) bool {
	f, ok := kindOf(kind).field(field)
	return ok && f.Type == Money
}
