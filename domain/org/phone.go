package org

import (
	"regexp"
	"strings"
)

// phoneForm is a mobile, a landline with area code, or a 400 or 800 number
// (domain.md §6.7).
var phoneForm = regexp.MustCompile(`^(1[3-9]\d{9}|(0\d{2,3}-?)?[2-9]\d{6,7}(-\d{1,6})?|[48]00-?\d{3}-?\d{4})$`)

// PhoneValid reports whether a normalised number is a mobile, landline, 400 or
// 800 number.
func PhoneValid(s string) bool { return phoneForm.MatchString(s) }

// NormalPhone returns a phone without spaces, country code and the hyphens of a
// mobile number.
func NormalPhone(s string) string {
	s = strings.NewReplacer(" ", "", "\u3000", "", "-", "-", "—", "-").Replace(strings.TrimSpace(s))
	for _, prefix := range []string{"+86", "0086"} {
		s = strings.TrimPrefix(s, prefix)
	}
	if bare := strings.ReplaceAll(s, "-", ""); len(bare) == 11 && bare[0] == '1' {
		return bare
	}
	return s
}

// MaskedPhone returns a phone with its middle hidden by *, all but the first three
// and last four characters: whose it is can be told, but nobody can call it.
func MaskedPhone(s string) string {
	const head, tail = 3, 4
	r := []rune(s)
	if len(r) < head+tail+1 {
		return strings.Repeat("*", len(r))
	}
	return string(r[:head]) + strings.Repeat("*", len(r)-head-tail) + string(r[len(r)-tail:])
}

// Masked reports whether the middle of a phone is hidden.
func Masked(phone string) bool { return strings.Contains(phone, "*") }

// TypedPhone returns the phone that a form means which was shown the one before
// masked: left as it was shown, it is the one before.
func TypedPhone(typed, before string) string {
	if before != "" && typed == MaskedPhone(before) {
		return before
	}
	return NormalPhone(typed)
}
