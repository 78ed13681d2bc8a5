package library

import (
	"regexp"
	"strings"
	"unicode"
)

var (
	bracketed  = regexp.MustCompile(`\([^)]*\)`)
	legalForms = strings.NewReplacer("股份有限公司", "", "有限责任公司", "", "有限公司", "", "集团", "", "公司", "", "股份", "")
)

// NameKey returns what the spellings of one name have in common: half-width, lower
// case, without spaces, dots and hyphens.
func NameKey(name string) string {
	s := Halfwidth(name)
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '·' || r == '-' {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
	return s
}

// FirmKey returns NameKey without bracketed parts and legal forms: 百龙（北京）股份有限公司
// and 百龙公司 have the same.
func FirmKey(name string) string {
	s := bracketed.ReplaceAllString(NameKey(name), "")
	if key := legalForms.Replace(s); key != "" {
		return key
	}
	return s
}

// Halfwidth returns the text with full-width letters, digits and punctuation made half-width.
func Halfwidth(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			return r - ('！' - '!')
		case r == '\u3000' || r == '\u00a0':
			return ' '
		}
		return r
	}, s)
}
