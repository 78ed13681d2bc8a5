package text

import (
	"slices"
	"strings"
	"unicode"
)

// latinForms are the words of legal forms in European and Asian practice; group is seen
// through as 集团 is.
func latinForms() []string {
	return strings.Fields(`co company ltd limited inc incorporated corp corporation llc llp lp plc gmbh mbh ag kg kgaa ohg se sa sas
		sarl srl spa bv nv oy oyj ab as aps amba kk pte pty pvt private sdn bhd berhad ltda lda eirl doo sro zrt kft ooo oao zao jsc
		pjsc tbk ltee group grp and`)
}

// latinCore returns a name in Latin letters without legal forms and blanks, and reports
// whether it had a form.
func latinCore(s string) (core string, formal bool) {
	words := latinWords(s)
	for len(words) > 1 && slices.Contains(latinForms(), words[len(words)-1]) {
		formal = formal || words[len(words)-1] != "group"
		words = words[:len(words)-1]
	}
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	return strings.Join(words, ""), formal
}

// latinWords splits a name in Latin letters. A point after a single letter joins it to
// the next, as in S.A.; any other point, like every other sign, parts words.
func latinWords(s string) []string {
	s = strings.NewReplacer("&", " and ", "+", " and ", "'", "", "’", "").Replace(s)
	runes := []rune(s)
	var words []string
	var word []rune
	end := func() {
		if len(word) > 0 {
			words = append(words, string(word))
			word = nil
		}
	}
	for i, r := range runes {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			word = append(word, r)
		case r == '.' && singleBefore(runes, i):
		default:
			end()
		}
	}
	end()
	return words
}

// singleBefore reports whether the letter before a point stands alone.
func singleBefore(runes []rune, i int) bool {
	if i < 1 || !unicode.IsLetter(runes[i-1]) {
		return false
	}
	return i < 2 || !unicode.IsLetter(runes[i-2]) && !unicode.IsDigit(runes[i-2])
}
