// Package text is the one home of what is done to texts before they are kept or
// compared: cleaning, limits of length, and the keys by which two spellings of a name
// are known to be one. It knows the standard library alone and nobody else of the
// product; the full normal forms of Unicode, pinyin and the like are the business of
// internal packages.
package text

import "unicode/utf8"

// Fault says why a text cannot be kept. Code and Params make a field error of it:
// domain.FieldError{Path: …, Code: f.Code, Params: f.Params}.
type Fault struct {
	Code   string
	Params map[string]any
}

// The codes of faults.
const (
	CodeInvalidUTF8      = "text.invalid_utf8"
	CodeControlCharacter = "text.control_character"
	CodeTooLong          = "text.too_long"
)

// Error implements error. It is for logs, never for a reader.
func (f *Fault) Error() string { return f.Code }

// Length returns how many characters a text has, as its limits count them.
func Length(s string) int { return utf8.RuneCountInString(s) }

// Clean returns a text as it is kept: without what nobody sees, blanks folded and
// trimmed, line breaks only where the kind has lines, Latin letters composed, and
// full-width characters half-width as far as the kind asks for it. A text that holds
// nothing visible comes back empty. It returns a *Fault for bytes that are not UTF-8,
// for control characters and for more characters than the kind's Limit. Passwords are
// no kind: they are never cleaned.
func Clean(kind Kind, s string) (string, error) {
	if !utf8.ValidString(s) {
		return "", &Fault{Code: CodeInvalidUTF8}
	}
	for i, r := range []rune(s) {
		if isControl(r) {
			return "", &Fault{Code: CodeControlCharacter, Params: map[string]any{"position": i + 1}}
		}
	}
	s = kind.clean(s)
	if n, most := Length(s), kind.Limit(); most > 0 && n > most {
		return "", &Fault{Code: CodeTooLong, Params: map[string]any{"max": most, "length": n}}
	}
	return s, nil
}

// Scrub returns a text without the bytes and control characters that Clean refuses. It
// is for ledgers, whose cells come with such remains and whose reader reports cells
// otherwise.
func Scrub(s string) string {
	out := make([]rune, 0, len(s))
	for i, r := range s {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				continue
			}
		}
		if !isControl(r) {
			out = append(out, r)
		}
	}
	return string(out)
}
