package ledger

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// lineReader reads text with separators cell by cell. A quote that opens a cell
// and swallows the rows below it is taken for a mark of the text, and told.
type lineReader struct {
	text   []byte
	comma  byte
	grid   Grid
	budget *budget
	at     int
	open   int // quotes so far that nobody closed
}

// maxQuotedLines is over how many lines a quoted cell may go: longer ones are a
// quote that nobody closed.
const (
	maxQuotedLines = 60
	maxQuoted      = 12 * maxCell // bytes of a quoted cell
	maxOpen        = 500          // with more of such quotes in a file, none is taken for a quote
)

func (r *lineReader) read() error {
	for r.at < len(r.text) {
		if len(r.grid.Rows) >= maxRows {
			return errTooLarge
		}
		row, err := r.row()
		if err != nil {
			return err
		}
		r.grid.Rows = append(r.grid.Rows, row)
	}
	return nil
}

// row reads a row to the end of its line.
func (r *lineReader) row() ([]string, error) {
	var out []string
	for col, more := 0, true; more; col++ {
		var m mark
		var text string
		text, m.doubt, more = r.cell()
		if err := r.budget.addCell(1); err != nil {
			return nil, err
		}
		if text = cleanCell(text); col >= maxColumns || text == "" {
			continue
		}
		if err := r.budget.addText(len(text)); err != nil {
			return nil, err
		}
		if strings.ContainsRune(text, utf8.RuneError) {
			m.doubt = "ledger.broken_text"
		}
		for len(out) < col {
			out = append(out, "")
		}
		out = append(out, text)
		r.grid.note(len(r.grid.Rows), col, m)
	}
	return out, nil
}

// cell reads one cell and what is doubtful of it; more reports whether another
// follows in its row.
func (r *lineReader) cell() (text, doubt string, more bool) {
	if r.at < len(r.text) && r.text[r.at] == '"' && r.open < maxOpen {
		if text, ok := r.quoted(); ok {
			rest, more := r.bare()
			return text + rest, "", more
		}
		r.open++
		if !r.closedOnLine() {
			doubt = "ledger.stray_quote"
		}
	}
	text, more = r.bare()
	return text, doubt, more
}

// bare reads to the next separator or line end.
func (r *lineReader) bare() (text string, more bool) {
	from := r.at
	for ; r.at < len(r.text); r.at++ {
		if b := r.text[r.at]; b == r.comma || b == '\n' {
			r.at++
			return string(r.text[from : r.at-1]), b == r.comma
		}
	}
	return string(r.text[from:]), false
}

// quoted reads a quoted cell up to its closing quote, before a separator or a
// line end; ok is false where there is none in reach, and nothing was read.
func (r *lineReader) quoted() (text string, ok bool) {
	lines, records := 0, 0
	seen := 0 // separators on the line in hand
	for i := r.at + 1; i < min(len(r.text), r.at+maxQuoted); i++ {
		switch b := r.text[i]; {
		case b == '"' && i+1 < len(r.text) && r.text[i+1] == '"':
			i++
		case b == '"' && r.ends(i+1):
			if records >= 2 {
				return "", false
			}
			text = strings.ReplaceAll(string(r.text[r.at+1:i]), `""`, `"`)
			r.at = i + 1
			return text, true
		case b == '\n':
			if lines++; lines > maxQuotedLines {
				return "", false
			}
			if seen >= max(r.usual()-1, 2) {
				records++
			}
			seen = 0
		case b == r.comma:
			seen++
		}
	}
	return "", false
}

// ends reports whether a cell may end at i.
func (r *lineReader) ends(i int) bool {
	rest := bytes.TrimLeft(r.text[i:min(len(r.text), i+8)], " \r")
	return len(rest) == 0 || rest[0] == r.comma || rest[0] == '\n'
}

// usual is how many cells the rows before have at most.
func (r *lineReader) usual() int {
	n := 0
	for _, row := range r.grid.Rows[:min(len(r.grid.Rows), 20)] {
		n = max(n, len(row))
	}
	return n
}

// closedOnLine reports whether the quote at hand has another on its line.
func (r *lineReader) closedOnLine() bool {
	line, _, _ := bytes.Cut(r.text[r.at+1:min(len(r.text), r.at+maxQuoted)], []byte("\n"))
	return bytes.IndexByte(line, '"') >= 0
}
