package sqlkit

import (
	"hash/fnv"
	"slices"
	"strings"
	"unicode"

	"github.com/mozillazg/go-pinyin"
)

// Normal is the form in which texts are searched: half-width, lower case,
// without spaces. Document and query go through it alike, so recall is that of
// a substring search on it.
func Normal(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			r -= '！' - '!'
		case unicode.IsSpace(r) || r == '\u3000' || r == '\u200b':
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}

// readings are place names and trade words whose first reading in the
// dictionary is not the one in use (backend.md §3).
func readings() map[string]string {
	return map[string]string{"重庆": "cq", "长沙": "cs", "厦门": "xm", "银行": "yh", "单县": "sx", "会计": "kj", "长春": "cc", "长安": "ca", "长江": "cj",
		"长城": "cc", "重卡": "zk",
		"行业": "hy", "商行": "sh", "乐山": "ls", "乐清": "yq", "蚌埠": "bb", "六安": "la", "亳州": "bz", "台州": "tz", "丽水": "ls", "大同": "dt", "洪洞": "ht",
		"番禺": "py"}
}

// Initials returns the pinyin initials of a normal text, with other letters as
// they are: 恒瑞新能 is hrxn. Place names are read as they are in use.
func Initials(norm string) string {
	for word, letters := range readings() {
		norm = strings.ReplaceAll(norm, word, letters)
	}
	args := pinyin.NewArgs()
	args.Style = pinyin.FirstLetter
	var b strings.Builder
	for _, r := range norm {
		if unicode.Is(unicode.Han, r) {
			if p := pinyin.SinglePinyin(r, args); len(p) > 0 {
				b.WriteString(p[0])
			}
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Spelled returns the full pinyin of a normal text, so that "hengrui" is found.
func Spelled(norm string) string {
	args := pinyin.NewArgs()
	var b strings.Builder
	for _, r := range norm {
		if unicode.Is(unicode.Han, r) {
			if p := pinyin.SinglePinyin(r, args); len(p) > 0 {
				b.WriteString(p[0])
			}
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// DocumentTokens returns the hashed grams by which a document is found, sorted:
// the characters and pairs of its texts and of its pinyin.
func DocumentTokens(norm, latin string) []uint32 {
	set := map[uint32]bool{}
	for line := range strings.SplitSeq(norm, "\n") {
		for _, n := range []int{1, 2} {
			grams(line, n, 't', set)
		}
	}
	for line := range strings.SplitSeq(latin, "\n") {
		for _, n := range []int{1, 2} {
			grams(line, n, 'p', set)
		}
	}
	out := make([]uint32, 0, len(set))
	for t := range set {
		out = append(out, t)
	}
	slices.Sort(out)
	return out
}

// QueryTokens returns the hashed grams that every document holding the text has,
// sorted: its pairs, or itself where it is a single character.
func QueryTokens(text string, field rune) []uint32 {
	set := map[uint32]bool{}
	if n := len([]rune(text)); n == 1 {
		grams(text, 1, field, set)
	} else {
		grams(text, 2, field, set)
	}
	out := make([]uint32, 0, len(set))
	for t := range set {
		out = append(out, t)
	}
	slices.Sort(out)
	return out
}

func grams(s string, n int, field rune, into map[uint32]bool) {
	rs := []rune(s)
	for i := 0; i+n <= len(rs); i++ {
		h := fnv.New32a()
		h.Write([]byte(string(field) + string(rs[i:i+n]))) // a hash never fails to write
		into[h.Sum32()] = true
	}
}

// Latin reports whether a query may be pinyin: letters and digits only.
func Latin(s string) bool {
	for _, r := range s {
		if r > unicode.MaxASCII {
			return false
		}
	}
	return s != ""
}
