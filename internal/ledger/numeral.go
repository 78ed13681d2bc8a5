package ledger

import (
	"cmp"
	"math/big"
	"regexp"
	"strconv"
	"strings"

	"sangu/domain"
)

var (
	westernForm = regexp.MustCompile(`^(usd|us\$|\$|rmb|cny|¥|eur|€|hkd)?(\d[\d,]*(?:\.\d+)?)(billion|bn|million|mn|m|thousand|` +
		`k)?(usd|dollars|rmb|cny|yuan|eur|euro|hkd)?$`)
	westernHead = regexp.MustCompile(`^(?:in)?(usd|us\$|\$|rmb|cny|yuan|eur|€|hkd)?(billions?|bn|millions?|mn|m|thousands?|k)?(yuan|` +
		`usd|rmb|cny|eur|hkd)?$`)
	inParens   = regexp.MustCompile(`\(([^()]*)\)`)
	inNumerals = regexp.MustCompile(`([零〇一二两三四五六七八九十百千万亿]{2,})(元|美元|港元|港币|欧元|日元)?`)
)

// western reads an amount as English ledgers write it: USD 1.2m, 350 million. It
// leaves to the Chinese forms what says neither a magnitude nor a currency so.
func western(s string, unit Magnitude, currency domain.Currency) (Amount, bool) {
	m := westernForm.FindStringSubmatch(strings.ToLower(s))
	if m == nil || m[1]+m[3]+m[4] == "" || m[1] == "$" && m[3]+m[4] == "" || m[1] == "¥" && m[3]+m[4] == "" {
		return Amount{}, false
	}
	total, ok := decimal(m[2])
	if !ok {
		return Amount{}, false
	}
	scale := int64(max(unit, 1))
	if m[3] != "" {
		scale = westernScale(m[3])
	}
	whole, ok := rounded(total.Mul(total, big.NewRat(scale, 1)))
	if word := m[1] + m[4]; word != "" {
		currency = westernCurrency(word)
	} else if currency == "" {
		currency = domain.CNY
	}
	return Amount{Money: domain.Money{Amount: whole, Currency: currency}}, ok
}

// westernUnit finds the unit of an English header: Capex (USD m).
func westernUnit(text string) (Magnitude, domain.Currency, bool) {
	inner := strings.ToLower(strings.ReplaceAll(text, " ", ""))
	if m := inParens.FindStringSubmatch(inner); m != nil {
		inner = m[1]
	} else if i := strings.LastIndexByte(inner, ','); i >= 0 {
		inner = inner[i+1:]
	}
	m := westernHead.FindStringSubmatch(inner)
	if m == nil || m[1]+m[2]+m[3] == "" {
		return 0, "", false
	}
	return Magnitude(westernScale(m[2])), westernCurrency(m[1] + m[3]), true
}

func westernScale(word string) int64 {
	switch {
	case strings.HasPrefix(word, "b"):
		return 1e9
	case strings.HasPrefix(word, "m"):
		return 1e6
	case word != "":
		return 1e3
	}
	return 1
}

func westernCurrency(word string) domain.Currency {
	switch {
	case strings.Contains(word, "us") || strings.Contains(word, "$") || strings.Contains(word, "dollar"):
		return domain.USD
	case strings.Contains(word, "eur") || strings.Contains(word, "€"):
		return domain.EUR
	case strings.Contains(word, "hkd"):
		return domain.HKD
	}
	return domain.CNY
}

// inDigits writes numbers of Chinese numerals in digits: 一亿二千万 is 120000000元.
func inDigits(s string) string {
	return inNumerals.ReplaceAllStringFunc(s, func(m string) string {
		part := inNumerals.FindStringSubmatch(m)
		if n, ok := numeral(part[1]); ok {
			return strconv.FormatInt(n, 10) + cmp.Or(part[2], "元")
		}
		return m
	})
}

// numeral reads a number of Chinese numerals; ok is false where it begins with
// none, as the 千万 of 5千万.
func numeral(s string) (n int64, ok bool) {
	digits := map[rune]int64{'零': 0, '〇': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9}
	tens := map[rune]int64{'十': 10, '百': 100, '千': 1000}
	var total, section, digit int64
	for i, r := range s {
		if d, is := digits[r]; is {
			digit = d
			continue
		}
		if i == 0 && r != '十' {
			return 0, false
		}
		switch t := tens[r]; {
		case t > 0:
			section += max(digit, 1) * t
		case r == '万':
			total += (section + digit) * 10_000
			section = 0
		default: // 亿
			total = (total + section + digit) * 100_000_000
			section = 0
		}
		digit = 0
	}
	return total + section + digit, true
}
