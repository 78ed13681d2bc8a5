package library

import (
	"strings"

	"sangu/domain"
)

// Alphabets and weights of GB 32100-2015 and GB 11714-1997.
const (
	creditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
	creditLength   = 18
)

// CreditCode is a unified social credit code 统一社会信用代码, normalised.
type CreditCode string

// NormalCreditCode returns the text in half-width capitals without spaces and hyphens.
// It never guesses letters: see Suggestion.
func NormalCreditCode(s string) CreditCode {
	var b strings.Builder
	for _, r := range s {
		if r >= '！' && r <= '～' {
			r -= '！' - '!'
		}
		if r == ' ' || r == '\u3000' || r == '-' || r == '\t' || r == '\u00a0' {
			continue
		}
		b.WriteRune(r)
	}
	return CreditCode(strings.ToUpper(strings.TrimSpace(b.String())))
}

// CheckForm returns a KindInvalid error if the code has a wrong length or a character
// outside the alphabet. It does not look at the check character.
func (c CreditCode) CheckForm() error {
	if n := len([]rune(string(c))); n != creditLength {
		return domain.InvalidField("credit_code", "credit_code.length", "length", n)
	}
	for _, r := range c {
		if !strings.ContainsRune(creditAlphabet, r) {
			return domain.InvalidField("credit_code", "credit_code.letter", "letter", string(r))
		}
	}
	return nil
}

// CheckCharacter returns the right last character of a well-formed code:
// (31 − Σ Cᵢ·3^(i−1) mod 31) mod 31 (GB 32100-2015).
func (c CreditCode) CheckCharacter() byte {
	sum, weight := 0, 1
	for i := range creditLength - 1 {
		sum += strings.IndexByte(creditAlphabet, c[i]) * weight
		weight = weight * 3 % 31
	}
	return creditAlphabet[(31-sum%31)%31]
}

// Verified reports whether the check character matches. Some lawful early
// pilot codes do not, so a mismatch is a warning that a person may override.
func (c CreditCode) Verified() bool {
	return c.CheckForm() == nil && c.CheckCharacter() == c[creditLength-1]
}

// Suggestion returns the code with letters that the standard leaves out replaced
// by the digits they are mistaken for, where that makes it verified.
func (c CreditCode) Suggestion() (CreditCode, bool) {
	s := CreditCode(strings.NewReplacer("O", "0", "I", "1", "Z", "2", "S", "5").Replace(string(c)))
	return s, s != c && s.Verified()
}
