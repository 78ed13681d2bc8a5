package ledger

import (
	"bytes"
	"encoding/csv"
	"errors"
	"path/filepath"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	utf16 "golang.org/x/text/encoding/unicode"
)

var saidSeparator = regexp.MustCompile(`^(?i)sep=([,;|\t])\r?\n`)

// openText reads a file of lines with separators.
func openText(name string, data []byte) ([]Grid, error) {
	data, err := decoded(data)
	if err != nil {
		return nil, unreadable(err)
	}
	if !bytes.Contains(data, []byte("\n")) {
		data = bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
	}
	comma := separator(data)
	if said := saidSeparator.FindSubmatch(data); said != nil {
		comma, data = rune(said[1][0]), data[len(said[0]):]
	}
	r := csv.NewReader(bytes.NewReader(data))
	r.FieldsPerRecord, r.LazyQuotes, r.Comma = -1, true, comma
	rows, err := r.ReadAll()
	if err != nil {
		return nil, unreadable(err)
	}
	if len(rows) == 0 {
		return nil, unreadable(errors.New("empty file"))
	}
	base := strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
	return []Grid{{Name: base, Rows: cleaned(rows)}}, nil
}

// decoded gives a text in UTF-8, whatever of the usual ones it was saved in.
func decoded(data []byte) ([]byte, error) {
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	if bytes.HasPrefix(data, []byte{0xFF, 0xFE}) || bytes.HasPrefix(data, []byte{0xFE, 0xFF}) {
		// What Excel calls Unicode text.
		return utf16.UTF16(utf16.LittleEndian, utf16.UseBOM).NewDecoder().Bytes(data)
	}
	if !utf8.Valid(data) {
		return simplifiedchinese.GB18030.NewDecoder().Bytes(data)
	}
	return data, nil
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

// cleaned makes cells what they say: no marks that nobody sees, blanks of one
// kind; and it bounds rows and texts.
func cleaned(rows [][]string) [][]string {
	for i, row := range rows {
		if len(row) > maxColumns {
			row = row[:maxColumns]
			rows[i] = row
		}
		for c, s := range row {
			if s != "" {
				row[c] = cleanCell(s)
			}
		}
	}
	return rows
}

func cleanCell(s string) string {
	if len(s) > maxCell {
		if long := []rune(s); len(long) > maxCell {
			s = string(long[:maxCell])
		}
	}
	s = strings.TrimSpace(strings.Map(seen, strings.ReplaceAll(s, "\r\n", "\n")))
	// What was guarded against being read as a formula is read back.
	if len(s) > 1 && s[0] == '\'' && strings.ContainsRune("=+-@\t0123456789", rune(s[1])) {
		return s[1:]
	}
	return s
}

// seen drops what nobody sees and makes every blank a plain one.
func seen(r rune) rune {
	switch {
	case r == '\n' || r == '\r' || r == '\t':
		return '\n'
	case unicode.IsSpace(r):
		return ' '
	case r < ' ' || r == utf8.RuneError || unicode.Is(unicode.Cf, r):
		return -1
	}
	return r
}

// joined takes the line breaks out: within a short name of Chinese characters a
// break stands for nothing, elsewhere for a blank.
func joined(s string) string {
	if !strings.Contains(s, "\n") {
		return s
	}
	rs := []rune(s)
	out := make([]rune, 0, len(rs))
	for i, r := range rs {
		if r != '\n' {
			out = append(out, r)
			continue
		}
		within := len(rs) <= 40 && len(out) > 0 && i+1 < len(rs) && unicode.Is(unicode.Han, out[len(out)-1]) && unicode.Is(unicode.Han, rs[i+1])
		if !within && len(out) > 0 && out[len(out)-1] != ' ' {
			out = append(out, ' ')
		}
	}
	return strings.TrimSpace(string(out))
}
