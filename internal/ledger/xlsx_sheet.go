package ledger

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// sheetReader reads one sheet as a stream: a row is kept only as far as its last
// cell that says something.
type sheetReader struct {
	book     *workbook
	grid     *Grid
	d        *tokens
	row, col int // where the next row and cell stand that do not say so
	values   []string
}

// xmlCell is a cell as the file has it.
type xmlCell struct {
	kind, style, value string
	rich               sharedText
	formula, valued    bool
}

// sheet reads a sheet of the workbook.
func (w *workbook) sheet(part sheetPart) (Grid, error) {
	d, r, err := w.open(part.path)
	if err != nil {
		return Grid{}, err
	}
	defer r.Close()
	g := Grid{Name: part.name, Hidden: part.hidden, from1904: w.from1904}
	s := sheetReader{book: w, grid: &g, d: d, row: -1}
	return g, s.read()
}

func (s *sheetReader) read() error {
	for {
		t, err := s.d.next()
		if errors.Is(err, io.EOF) {
			return s.endRow()
		}
		if err != nil {
			return err
		}
		if tag, ok := t.(xml.StartElement); ok {
			if err := s.start(tag); err != nil {
				return err
			}
		}
	}
}

func (s *sheetReader) start(tag xml.StartElement) error {
	switch tag.Name.Local {
	case "col":
		if truth(attr(tag, "hidden")) {
			for c := number(attr(tag, "min")); c >= 1 && c <= min(number(attr(tag, "max")), maxColumns); c++ {
				s.grid.hide(c - 1)
			}
		}
	case "row":
		if err := s.endRow(); err != nil {
			return err
		}
		s.row++
		if n := number(attr(tag, "r")); n > 0 {
			s.row = n - 1
		}
		s.col = 0
	case "c":
		return s.cell(tag)
	case "mergeCell":
		from, to, _ := strings.Cut(attr(tag, "ref"), ":")
		top, left, ok1 := cellAt(from)
		bottom, right, ok2 := cellAt(to)
		if ok1 && ok2 && len(s.grid.merges) < maxMerges {
			s.grid.merges = append(s.grid.merges, merge{top: top, left: left, bottom: bottom, right: right})
		}
	}
	return nil
}

const (
	maxMerges = 100_000 // merged blocks of a sheet
	emptyRow  = 24      // bytes that a row costs which says nothing
)

// endRow keeps the row in hand.
func (s *sheetReader) endRow() error {
	if len(s.values) == 0 {
		return nil
	}
	if s.row >= maxRows {
		return errTooLarge
	}
	if gap := s.row - len(s.grid.Rows); gap > 0 {
		if err := s.book.budget.addText(gap * emptyRow); err != nil {
			return err
		}
		s.grid.Rows = append(s.grid.Rows, make([][]string, gap)...)
	}
	s.grid.Rows = append(s.grid.Rows, s.values)
	s.values = nil
	return nil
}

// cell reads a cell to its end and keeps what it shows.
func (s *sheetReader) cell(tag xml.StartElement) error {
	col := s.col
	if at := attr(tag, "r"); at != "" {
		if _, c, ok := cellAt(at); ok {
			col = c
		}
	}
	if s.row < 0 {
		return errors.New("a cell outside of rows")
	}
	if err := s.book.budget.addCell(max(col+1-s.col, 1)); err != nil {
		return err
	}
	s.col = max(s.col, col+1)
	c := xmlCell{kind: attr(tag, "t"), style: attr(tag, "s")}
	if err := s.content(&c); err != nil {
		return err
	}
	if col >= maxColumns || s.row < len(s.grid.Rows) {
		return nil
	}
	text, m := s.shown(c)
	if text = cleanCell(text); text == "" {
		return nil
	}
	if err := s.book.budget.addText(len(text)); err != nil {
		return err
	}
	for len(s.values) <= col {
		s.values = append(s.values, "")
	}
	s.values[col] = text
	s.grid.note(s.row, col, m)
	return nil
}

// content reads what stands between a cell's tags.
func (s *sheetReader) content(c *xmlCell) error {
	var value strings.Builder
	inValue := false
	for {
		t, err := s.d.next()
		if err != nil {
			return err
		}
		switch tag := t.(type) {
		case xml.StartElement:
			switch tag.Name.Local {
			case "v":
				inValue, c.valued = true, true
			case "f":
				c.formula = true
			case "is":
				if c.rich, err = richText(s.d, "is"); err != nil {
					return err
				}
			}
		case xml.CharData:
			if inValue {
				value.Write(tag)
			}
		case xml.EndElement:
			switch tag.Name.Local {
			case "v":
				inValue = false
			case "c":
				c.value = value.String()
				return nil
			}
		}
	}
}

// shown returns the text that a cell shows, and what is to be known beside it.
func (s *sheetReader) shown(c xmlCell) (string, mark) {
	style := s.book.styles.of(c.style)
	m := mark{struck: style.struck}
	if c.formula && !c.valued {
		s.book.bare, m.bare = true, true
		return bareFormula, m
	}
	switch c.kind {
	case "s":
		if n := number(strings.TrimSpace(c.value)); n >= 0 && n < len(s.book.strings) {
			m.partStruck = s.book.strings[n].struck
			return s.book.strings[n].text, m
		}
		return "", m
	case "inlineStr":
		m.partStruck = c.rich.struck
		return c.rich.text, m
	case "b":
		return map[bool]string{true: "TRUE", false: "FALSE"}[truth(c.value)], m
	case "str", "e":
		return c.value, m
	case "d":
		return strings.Replace(c.value, "T", " ", 1), m
	}
	if c.value == "" {
		return "", m
	}
	text, exact, lost := s.book.formats.show(c.value, style.format, s.book.from1904)
	m.exact = exact
	if lost {
		m.doubt = "ledger.digits_lost"
	}
	return text, m
}
