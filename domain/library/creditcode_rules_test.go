package library_test

import (
	"testing"

	"sangu/domain/library"
)

func TestACreditCodeHasTheFormOfTheStandard(t *testing.T) {
	t.Parallel()
	holds(t, func() library.CreditCode { return rightCode }, library.CreditCode.CheckForm, []rule[library.CreditCode]{
		{"a right code has the form", func(*library.CreditCode) {}, nil},
		{"the form does not ask for the check character", func(c *library.CreditCode) { *c = wrongCode }, nil},
		{"17 characters are too few", func(c *library.CreditCode) { *c = rightCode[1:] }, []string{"credit_code credit_code.length"}},
		{"19 characters are too many", func(c *library.CreditCode) { *c += "0" }, []string{"credit_code credit_code.length"}},
		{"the letter O is not in the alphabet", func(c *library.CreditCode) { *c = "O1110000600037341L" },
			[]string{"credit_code credit_code.letter"}},
	})
	if !rightCode.Verified() || wrongCode.Verified() || rightCode[1:].Verified() {
		t.Error("only the code with the right check character is verified")
	}
}
