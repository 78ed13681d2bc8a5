package ledger

import (
	"math/big"
	"regexp"
	"strconv"
	"strings"

	"sangu/domain/library"
)

var (
	measureForm = regexp.MustCompile(`^(约|大约|近|不少于|不低于|超)?(-?\d[\d,]*(?:\.\d+)?)(万)?(?:[-~至到–—](\d[\d,]*(?:\.\d+)?)(万)?)?` +
		`(亩|公顷|hm2|ha|平方公里|平方米|平米|㎡|m2|m²|人|个|名)?(左右|以上|余)?$`)
	ofWhich = regexp.MustCompile(`[(,;](?:其中|含|包括)[^()]*\)?$`)
)

// mu is how many hundredths of a 亩 an area's unit has: 15 亩 are a hectare.
func mu(unit string) *big.Rat {
	switch unit {
	case "公顷", "hm2", "ha":
		return big.NewRat(1500, 1)
	case "平方公里":
		return big.NewRat(150_000, 1)
	case "平方米", "平米", "㎡", "m2", "m²":
		return big.NewRat(15, 100)
	}
	return big.NewRat(100, 1)
}

var areaUnit = regexp.MustCompile(`公顷|平方公里|平方米|平米|㎡|m2|m²`)

// measure reads an area or a number of people. An area in another unit than 亩 is
// converted, and a range or an estimate asked about.
func (r *reader) measure(f Field, index, col int, text, exact string) {
	s := strings.ReplaceAll(library.Halfwidth(text), " ", "")
	if bare := ofWhich.ReplaceAllString(s, ""); bare != "" {
		s = bare
	}
	m := measureForm.FindStringSubmatch(s)
	if m == nil {
		r.find(f.Key, index, col, Error, "ledger.number", "text", text)
		return
	}
	if exact != "" && m[1]+m[3]+m[4] == "" {
		m[2] = exact
	}
	n, ok := decimal(m[2])
	switch {
	case !ok:
		r.find(f.Key, index, col, Error, "ledger.number", "text", text)
		return
	case n.Sign() < 0:
		r.find(f.Key, index, col, Error, "ledger.negative", "text", text)
		return
	}
	if m[3] != "" || m[4] != "" && m[5] != "" {
		n.Mul(n, big.NewRat(10_000, 1))
	}
	unit := m[6]
	if unit == "" && col < len(r.sheet.Mapping.Headers) {
		unit = areaUnit.FindString(r.sheet.Mapping.Headers[col])
	}
	if f.Type == Decimal {
		n.Mul(n, mu(unit))
	} else if !n.IsInt() {
		r.find(f.Key, index, col, Error, "ledger.whole_number", "text", text)
		return
	}
	value, _ := rounded(n)
	r.now.Ints[f.Key] = value
	meant := strconv.FormatInt(value, 10)
	if f.Type == Decimal {
		meant = strconv.FormatFloat(float64(value)/100, 'f', -1, 64)
	}
	switch {
	case m[4] != "" || m[1] != "" || m[7] != "":
		r.find(f.Key, index, col, Warning, "ledger.approximate", "text", text, "meant", meant)
	case f.Type == Decimal && areaUnit.MatchString(m[6]+" "+unit) && m[6] != "":
		r.find(f.Key, index, col, Warning, "ledger.converted", "text", text, "meant", meant)
	case f.Type == Decimal && areaUnit.MatchString(unit):
		r.told["ledger.converted_column"]++
	}
}
