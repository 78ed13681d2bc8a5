package ledger

import (
	"regexp"
	"strings"
	"unicode"
)

// cleaned makes cells what they say: no marks that nobody sees, blanks of one
// kind; and it bounds rows and texts.
func cleaned(rows [][]string) [][]string {
	for i, row := range rows {
		if len(row) > maxColumns {
			row = row[:maxColumns]
			rows[i] = row
		}
		for c, s := range row {
			if s != "" {
				row[c] = cleanCell(s)
			}
		}
	}
	return rows
}

// oneDot are the dots within a name of another people's, which are typed in
// several ways.
var oneDot = regexp.MustCompile(`(\p{Han})[•．・‧∙⋅･](\p{Han})`)

func cleanCell(s string) string {
	if s == "" {
		return s
	}
	if len(s) > maxCell {
		if long := []rune(s); len(long) > maxCell {
			s = string(long[:maxCell])
		}
	}
	s = strings.TrimSpace(strings.Map(seen, strings.ReplaceAll(s, "\r\n", "\n")))
	if strings.ContainsAny(s, "•．・‧∙⋅･") {
		s = oneDot.ReplaceAllString(s, "$1·$2")
	}
	if inner, guarded := strings.CutPrefix(s, `="`); guarded && strings.HasSuffix(inner, `"`) {
		// How programs keep a text from being read as a number.
		return strings.TrimSpace(strings.ReplaceAll(inner[:len(inner)-1], `""`, `"`))
	}
	// What was guarded against being read as a formula is read back.
	if len(s) > 1 && s[0] == '\'' && strings.ContainsRune("=+-@\t0123456789", rune(s[1])) {
		return s[1:]
	}
	return s
}

// seen drops what nobody sees and makes every blank a plain one.
func seen(r rune) rune {
	switch {
	case r == '\n' || r == '\r' || r == '\t':
		return '\n'
	case unicode.IsSpace(r):
		return ' '
	case r < ' ' || unicode.Is(unicode.Cf, r):
		return -1
	}
	return r
}

// joined takes the line breaks out: within a short name of Chinese characters a
// break stands for nothing, elsewhere for a blank.
func joined(s string) string {
	if !strings.Contains(s, "\n") {
		return s
	}
	rs := []rune(s)
	out := make([]rune, 0, len(rs))
	for i, r := range rs {
		if r != '\n' {
			out = append(out, r)
			continue
		}
		within := len(rs) <= 40 && len(out) > 0 && i+1 < len(rs) && unicode.Is(unicode.Han, out[len(out)-1]) && unicode.Is(unicode.Han,
			rs[i+1])
		if !within && len(out) > 0 && out[len(out)-1] != ' ' {
			out = append(out, ' ')
		}
	}
	return strings.TrimSpace(string(out))
}
