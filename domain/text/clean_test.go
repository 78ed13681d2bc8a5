package text_test

import (
	"errors"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"sangu/domain/text"
)

func TestTextsAreCleanedByTheKindOfTheirField(t *testing.T) {
	t.Parallel()
	full := strings.Repeat("恒", text.MaxName)
	for name, c := range map[string]struct {
		kind      text.Kind
		typed     string
		want      string
		wantFault string
	}{
		"trimmed, full-width blanks too":          {kind: text.Name, typed: "　 恒丰食品\u00a0 ", want: "恒丰食品"},
		"blanks folded":                           {kind: text.Name, typed: "Heng \t\u2003 Feng", want: "Heng Feng"},
		"zero-width and byte order mark":          {kind: text.Name, typed: "\ufeff恒\u200b丰\u2060", want: "恒丰"},
		"nothing to be seen is empty":             {kind: text.Name, typed: "\u200b\u3164\u2800 \u00ad\u202e", want: ""},
		"a selector of colour alone is empty":     {kind: text.Content, typed: "\ufe0f\u200d", want: ""},
		"bidirectional controls":                  {kind: text.Line, typed: "合同\u202egpj.exe\u2066", want: "合同gpj.exe"},
		"a break within Chinese":                  {kind: text.Name, typed: "恒丰\r\n食品", want: "恒丰食品"},
		"a break elsewhere is a blank":            {kind: text.Line, typed: "Heng\nFeng\u2028Foods", want: "Heng Feng Foods"},
		"lines are kept":                          {kind: text.Content, typed: "一 \r\n\r\n\r\n　二\v三\n", want: "一\n\n二\n三"},
		"letters half-width, brackets as typed":   {kind: text.Name, typed: "ＡＢＣ（中国）１２３", want: "ABC（中国）123"},
		"a code is half-width":                    {kind: text.Code, typed: "ＧＸ－２０２４（１）", want: "GX-2024(1)"},
		"a credit code has no blanks":             {kind: text.CreditCode, typed: "９１１３ 0000\u3000MA07", want: "91130000MA07"},
		"a phone's dashes":                        {kind: text.Phone, typed: "０３１３—６３１１２３４", want: "0313-6311234"},
		"digits":                                  {kind: text.Digits, typed: " １ ２３４ ", want: "1234"},
		"prose stays full-width":                  {kind: text.Content, typed: "总投资１０亿元，用地２０亩。", want: "总投资１０亿元，用地２０亩。"},
		"composed":                                {kind: text.Person, typed: "Jose\u0301 Mu\u0308ller", want: "José Müller"},
		"composed twice":                          {kind: text.Person, typed: "lu\u0308\u0301", want: "lǘ"},
		"an emoji of several stays one":           {kind: text.Note, typed: "👩\u200d💻 好❤\ufe0f", want: "👩\u200d💻 好❤\ufe0f"},
		"rare characters of private use stay":     {kind: text.Person, typed: "王\ue000", want: "王\ue000"},
		"an unknown byte":                         {kind: text.Name, typed: "恒\xff丰", wantFault: text.CodeInvalidUTF8},
		"half a character":                        {kind: text.Name, typed: "恒\xe4\xb8", wantFault: text.CodeInvalidUTF8},
		"NUL":                                     {kind: text.Content, typed: "恒\x00丰", wantFault: text.CodeControlCharacter},
		"a control of the upper half":             {kind: text.Line, typed: "恒\u0080丰", wantFault: text.CodeControlCharacter},
		"one character too many":                  {kind: text.Name, typed: full + "丰", wantFault: text.CodeTooLong},
		"as many as there may be, then trimmed":   {kind: text.Name, typed: full + "  ", want: full},
		"counted as they are kept":                {kind: text.Person, typed: strings.Repeat("e\u0301", 100), want: strings.Repeat("é", 100)},
		"a login has no blanks and is not folded": {kind: text.Login, typed: " Ｗang.Wei ", want: "Wang.Wei"},
	} {
		got, err := text.Clean(c.kind, c.typed)
		fault, _ := errors.AsType[*text.Fault](err)
		switch {
		case c.wantFault == "" && (err != nil || got != c.want):
			t.Errorf("%s: %q, %v, want %q", name, got, err, c.want)
		case c.wantFault != "" && (fault == nil || fault.Code != c.wantFault || fault.Error() != c.wantFault):
			t.Errorf("%s: %q, %v, want %s", name, got, err, c.wantFault)
		}
	}
}

func TestAFaultSaysHowLongATextIsAndMayBe(t *testing.T) {
	t.Parallel()
	_, err := text.Clean(text.Phone, strings.Repeat("1", 41))
	fault, ok := errors.AsType[*text.Fault](err)
	if !ok || fault.Params["max"] != 40 || fault.Params["length"] != 41 {
		t.Errorf("%+v", fault)
	}
	_, err = text.Clean(text.Phone, "12\x07")
	if fault, ok := errors.AsType[*text.Fault](err); !ok || fault.Params["position"] != 3 {
		t.Errorf("%+v", fault)
	}
}

// Whatever is typed: what is kept is valid, has no edge of blanks and nothing unseen,
// and is kept as it is when it is cleaned again. What Scrub returns is never refused for
// its bytes.
func TestWhatWasCleanedIsClean(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		kind := text.Kind(rapid.IntRange(int(text.Name), int(text.Login)).Draw(t, "kind"))
		parts := rapid.SliceOf(rapid.OneOf(
			rapid.String(),
			rapid.SampledFrom([]string{
				" ", "　", "\n", "\r\n", "\u2028", "\u200b", "\u200d", "\ufe0f", "❤", "👩", "e\u0301", "u\u0308", "\u0304", "恒",
				"Ａ", "（", "\ufeff", "\u202e", "\x00", "\xff", "\u0085", "\t", "－",
			}),
		)).Draw(t, "parts")
		typed := text.Scrub(strings.Join(parts, ""))
		got, err := text.Clean(kind, typed)
		if err != nil {
			if fault, ok := errors.AsType[*text.Fault](err); !ok || fault.Code != text.CodeTooLong {
				t.Fatalf("%q: %v", typed, err)
			}
			return
		}
		again, err := text.Clean(kind, got)
		if err != nil || again != got {
			t.Fatalf("%q becomes %q and then %q, %v", typed, got, again, err)
		}
		if !utf8.ValidString(got) || strings.TrimSpace(got) != got || text.Length(got) > kind.Limit() {
			t.Fatalf("%q is kept as %q", typed, got)
		}
		if !kind.Multiline() && strings.ContainsAny(got, "\n\r\u2028") {
			t.Fatalf("%q has lines", got)
		}
		if strings.ContainsFunc(got, func(r rune) bool { return unicode.Is(unicode.Bidi_Control, r) || r == '\u200b' }) {
			t.Fatalf("%q holds what nobody sees", got)
		}
	})
}

func TestScrubTakesOutWhatCleanRefuses(t *testing.T) {
	t.Parallel()
	if got := text.Scrub("恒\x00丰\xff\xfe\u0080食品\ufffd\n"); got != "恒丰食品\ufffd\n" {
		t.Errorf("%q", got)
	}
}

func FuzzClean(f *testing.F) {
	f.Add(0, "恒丰\u200b食品")
	f.Add(7, "e\u0301\n\n\xff")
	f.Fuzz(func(t *testing.T, kind int, typed string) {
		got, err := text.Clean(text.Kind(kind), typed)
		if err != nil {
			return
		}
		if again, err := text.Clean(text.Kind(kind), got); err != nil || again != got {
			t.Fatalf("%q becomes %q and then %q, %v", typed, got, again, err)
		}
	})
}
