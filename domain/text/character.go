package text

import (
	"strings"
	"unicode"
)

// isControl reports whether a character is a control that is neither a blank nor a
// line break: a text with one was not typed by anybody.
func isControl(r rune) bool {
	return unicode.IsControl(r) && !isBreak(r) && !isBlank(r)
}

// isBreak reports whether a character ends a line.
func isBreak(r rune) bool {
	switch r {
	case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

// isBlank reports whether a character is seen as a blank: those that Unicode calls so,
// and the fillers of Hangul and braille, which show nothing.
func isBlank(r rune) bool {
	switch r {
	case '\t', '\u115f', '\u1160', '\u2800', '\u3164', '\uffa0':
		return true
	}
	return unicode.Is(unicode.Zs, r)
}

// isDash reports whether a character is meant for a hyphen where codes and phones have
// one.
func isDash(r rune) bool {
	switch r {
	case '‐', '‑', '‒', '–', '—', '―', '−', '－', '﹣', '﹘', '─':
		return true
	}
	return false
}

// isInvisible reports whether a character shows nothing: zero-width characters, marks of
// byte order, bidirectional controls, soft hyphens, tags, selectors of variants, and
// what Unicode says is no character.
func isInvisible(r rune) bool {
	switch {
	case unicode.Is(unicode.Cf, r), r == '\u034f', r == '\u17b4', r == '\u17b5':
		return true
	case r >= '\ufe00' && r <= '\ufe0f', r >= 0xE0100 && r <= 0xE01EF, r >= '\u180b' && r <= '\u180f':
		return true
	case r&0xFFFE == 0xFFFE, r >= '\ufdd0' && r <= '\ufdef':
		return true
	}
	return false
}

const (
	joiner     = '\u200d'
	emojiStyle = '\ufe0f'
)

// withoutInvisible drops what shows nothing, but for what makes one sign of several: a
// joiner between two signs and the selector of colour after one.
func withoutInvisible(s string) string {
	if !strings.ContainsFunc(s, isInvisible) {
		return s
	}
	runes := []rune(s)
	out := make([]rune, 0, len(runes))
	for i, r := range runes {
		after := len(out) > 0 && isSign(out[len(out)-1])
		switch {
		case !isInvisible(r):
		case r == emojiStyle && after && out[len(out)-1] != emojiStyle:
		case r == joiner && after && i+1 < len(runes) && isSign(runes[i+1]) && runes[i+1] != emojiStyle:
		default:
			continue
		}
		out = append(out, r)
	}
	return string(out)
}

// isSign reports whether a character can be part of an emoji of several.
func isSign(r rune) bool {
	return unicode.In(r, unicode.So, unicode.Sk) || r == emojiStyle
}
