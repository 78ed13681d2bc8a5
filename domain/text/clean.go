package text

import (
	"strings"
	"unicode"
)

// clean returns a valid text without control characters as the kind keeps it.
func (k Kind) clean(s string) string {
	rule := k.rule()
	s = withoutInvisible(strings.ReplaceAll(s, "\r\n", "\n"))
	s = Compose(strings.Map(func(r rune) rune {
		switch {
		case !rule.blanks && (isBreak(r) || isBlank(r)):
			return -1
		case isBreak(r):
			return '\n'
		case isBlank(r):
			return ' '
		case rule.dashes && isDash(r):
			return '-'
		}
		return narrow(r, rule.width)
	}, s))
	if rule.lines {
		return foldLines(s)
	}
	return foldBlanks(joinLines(s))
}

// joinLines takes the line breaks out of a text that has one line: between two Chinese
// characters a break stands for nothing, elsewhere for a blank.
func joinLines(s string) string {
	if !strings.Contains(s, "\n") {
		return s
	}
	lines := strings.FieldsFunc(s, func(r rune) bool { return r == '\n' })
	var b strings.Builder
	last := ' '
	for _, line := range lines {
		line = foldBlanks(line)
		if line == "" {
			continue
		}
		runes := []rune(line)
		if b.Len() > 0 && !(unicode.Is(unicode.Han, last) && unicode.Is(unicode.Han, runes[0])) {
			b.WriteByte(' ')
		}
		b.WriteString(line)
		last = runes[len(runes)-1]
	}
	return b.String()
}

// foldLines folds the blanks of each line, and more than one empty line to one.
func foldLines(s string) string {
	var out []string
	for line := range strings.SplitSeq(s, "\n") {
		line = foldBlanks(line)
		if line == "" && (len(out) == 0 || out[len(out)-1] == "") {
			continue
		}
		out = append(out, line)
	}
	return strings.TrimRight(strings.Join(out, "\n"), "\n")
}

// foldBlanks trims a line and folds each run of blanks to one.
func foldBlanks(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' }), " ")
}

// narrow returns the half-width form of a full-width character.
func narrow(r rune, w width) rune {
	if r < '！' || r > '～' || w == asTyped {
		return r
	}
	n := r - ('！' - '!')
	if w == letters && !unicode.IsLetter(n) && !unicode.IsDigit(n) {
		return r
	}
	return n
}
