package ledger

import (
	"bytes"
	"errors"
	"path/filepath"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	utf16 "golang.org/x/text/encoding/unicode"
	"sangu/domain/library"
)

var saidSeparator = regexp.MustCompile(`^(?i)sep=([,;|\t])\r?\n`)

// openText reads a file of lines with separators.
func openText(name string, data []byte) ([]Grid, error) {
	if len(data) > maxText {
		return nil, tooLarge()
	}
	text, err := decoded(data)
	if err != nil {
		return nil, unreadable(err)
	}
	if !bytes.Contains(text, []byte("\n")) {
		text = bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))
	}
	comma := separator(text)
	if said := saidSeparator.FindSubmatch(text); said != nil {
		comma, text = rune(said[1][0]), text[len(said[0]):]
	}
	base := strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
	r := lineReader{text: text, comma: byte(comma), grid: Grid{Name: base}, budget: budgetFor(len(data))}
	if err := r.read(); err != nil {
		return nil, tooLarge()
	}
	if len(r.grid.Rows) == 0 {
		return nil, unreadable(errors.New("empty file"))
	}
	return []Grid{r.grid}, nil
}

// decoded returns a text in UTF-8, whatever of the usual encodings it was saved
// in. A few broken bytes in a text of UTF-8 leave it one: each is replaced by
// U+FFFD, about which the reader asks.
func decoded(data []byte) ([]byte, error) {
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	if bytes.HasPrefix(data, []byte{0xFF, 0xFE}) || bytes.HasPrefix(data, []byte{0xFE, 0xFF}) {
		// What Excel calls Unicode text.
		return utf16.UTF16(utf16.LittleEndian, utf16.UseBOM).NewDecoder().Bytes(data)
	}
	broken, whole := 0, 0
	for rest := data; len(rest) > 0; {
		r, n := utf8.DecodeRune(rest)
		if r == utf8.RuneError && n == 1 {
			broken++
		} else if n > 1 {
			whole++
		}
		rest = rest[n:]
	}
	switch {
	case broken == 0:
		return data, nil
	case broken*8 <= whole:
		return bytes.ToValidUTF8(data, []byte("\uFFFD")), nil
	}
	return simplifiedchinese.GB18030.NewDecoder().Bytes(data)
}

// isText reports whether a file is one of lines, and not of some program's own
// format.
func isText(data []byte) bool {
	if bytes.HasPrefix(data, []byte{0xFF, 0xFE}) || bytes.HasPrefix(data, []byte{0xFE, 0xFF}) {
		return true
	}
	text, err := decoded(data[:min(len(data), 4096)])
	if err != nil {
		return false
	}
	strange := 0
	for _, r := range string(text) {
		if r == utf8.RuneError || unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t' {
			strange++
		}
	}
	return strange*50 <= utf8.RuneCount(text) && bytes.ContainsAny(text, ",;\t|")
}

// separator is the mark that as many lines as possible have equally often,
// outside of quotes.
func separator(data []byte) rune {
	best, most := ',', 0
	for _, mark := range ",\t;|" {
		lines := map[int]int{}
		for n, line := range bytes.SplitN(data, []byte("\n"), 32) {
			if n == 31 {
				break
			}
			quoted, count := false, 0
			for _, r := range string(line) {
				if r == '"' {
					quoted = !quoted
				}
				if r == mark && !quoted {
					count++
				}
			}
			lines[count]++
		}
		for count, alike := range lines {
			if score := count * alike; score > most {
				best, most = mark, score
			}
		}
	}
	return best
}

var (
	firmList   = regexp.MustCompile(`[\n、,，;；]+`)
	wholeFirm  = regexp.MustCompile(`^.+(?:公司|集团|厂|合作社|商会|协会|研究院|中心|银行|事务所|工作室|农场)(?:\([^()]*\))?$`)
	legalTail  = regexp.MustCompile(`^\(?(?:股份|有限|责任|控股|集团|分)+`)
	destroyed  = regexp.MustCompile(`^\d(?:\.\d+)?[eE]\+?\d{2}$`)
	digitRuns  = regexp.MustCompile(`\d`)
	zeroEnding = regexp.MustCompile(`^\d{15}000$`)
)

// firms asks about a cell of one firm that names several. Its lines are one name
// broken over them, unless each is a whole name of its own.
func (r *reader) firms(f Field, index, col int, text string) string {
	if !f.Firm {
		return text
	}
	parts := firmList.Split(strings.TrimSpace(text), -1)
	for _, part := range parts {
		s := library.Halfwidth(strings.TrimSpace(part))
		if len(parts) < 2 || !wholeFirm.MatchString(s) || legalTail.MatchString(s) {
			return joined(text)
		}
	}
	all := strings.Join(parts, "、")
	r.find(f.Key, index, col, Warning, "ledger.several_firms", "n", len(parts), "text", all)
	return all
}

// proper checks a text by what its field must be; false where nothing of it may
// be kept.
func (r *reader) proper(f Field, index, col int, text string) bool {
	if f.Key != "contact_phone" && !f.Number {
		return true
	}
	s := library.Halfwidth(text)
	switch {
	case destroyed.MatchString(s):
		r.lost(f, index, col, text)
		return false
	case f.Key == "contact_phone" && len(digitRuns.FindAllString(s, -1)) < 7:
		r.find(f.Key, index, col, Warning, "ledger.phone", "text", text)
	}
	return true
}
