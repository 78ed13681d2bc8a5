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
	moneyForm  = regexp.MustCompile(`^(约|大约|近|超|超过|不低于|不少于|至少|≈|≥|>|>=|暂定|预计|拟|计划|总投资|不超过|最高|约为|初步)?([¥￥$])?(` + numberForm + `)(亿|千万|百万|万|千)?(?:(` + numberForm + `)(万|千))?(元|人民币|美元|港元|港币|欧元|日元)?(人民币)?(左右|以上|余)?$`)
	remark     = regexp.MustCompile(`^\(\D{1,30}\)$`)
	rangeForm  = regexp.MustCompile(`^(` + numberForm + `)(亿|千万|百万|万|千)?(?:元)?[-–—~～至到](` + numberForm + `)(.*)$`)
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
	m := moneyForm.FindStringSubmatch(s)
	if m == nil {
		return Amount{}, false
	}
	total, ok := decimal(m[3])
	if !ok {
		return Amount{}, false
	}
	scale := big.NewRat(int64(max(unit, 1)), 1)
	if m[4] != "" {
		scale = magnitude(m[4])
	} else if m[7] != "" {
		scale = big.NewRat(1, 1)
	}
	total.Mul(total, scale)
	if m[5] != "" {
		tail, ok := decimal(m[5])
		if !ok {
			return Amount{}, false
		}
		total.Add(total, tail.Mul(tail, magnitude(m[6])))
	}
	whole, ok := rounded(total)
	if !ok {
		return Amount{}, false
	}
	return Amount{Money: domain.Money{Amount: whole, Currency: currencyOf(m[2]+m[7], currency)}, Approx: m[1] != "" || m[9] != ""}, true
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
	case strings.Contains(word, "美元") || strings.Contains(word, "$"):
		return domain.USD
	case strings.Contains(word, "港"):
		return domain.HKD
	case strings.Contains(word, "欧元"):
		return domain.EUR
	case strings.Contains(word, "日元"):
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

// rounded gives the nearest whole 元, half away from zero, within int64.
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
