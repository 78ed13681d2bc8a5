package ledger

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"sangu/domain"
)

// Cell is a value to write: Text, a number of 万元, a whole number or a day.
type Cell struct {
	Text string
	Yuan *domain.Yuan
	Int  *int
	Date domain.Date
}

// Writer streams a list into one sheet of a workbook.
type Writer struct {
	file   *excelize.File
	stream *excelize.StreamWriter
	row    int
}

// NewWriter begins a sheet with its headers.
func NewWriter(sheet string, headers []string) (*Writer, error) {
	f := excelize.NewFile()
	sheet = sheetName(sheet)
	if err := f.SetSheetName("Sheet1", sheet); err != nil {
		return nil, err
	}
	return begin(f, sheet, headers)
}

// Sheet ends the sheet in hand and begins the next; a nil Writer begins the
// workbook.
func (w *Writer) Sheet(sheet string, headers []string) (*Writer, error) {
	if w == nil {
		return NewWriter(sheet, headers)
	}
	if err := w.stream.Flush(); err != nil {
		return nil, err
	}
	sheet = sheetName(sheet)
	if _, err := w.file.NewSheet(sheet); err != nil {
		return nil, err
	}
	return begin(w.file, sheet, headers)
}

// sheetName makes a text a name that a sheet may have.
func sheetName(s string) string {
	rs := []rune(strings.Trim(strings.NewReplacer(":", " ", "\\", " ", "/", " ", "?", " ", "*", " ", "[", "(", "]", ")").Replace(s),
		" '"))
	if len(rs) == 0 {
		return "Sheet"
	}
	return string(rs[:min(len(rs), 31)])
}

func begin(f *excelize.File, sheet string, headers []string) (*Writer, error) {
	s, err := f.NewStreamWriter(sheet)
	if err != nil {
		return nil, err
	}
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return nil, err
	}
	for i := range headers {
		if err := s.SetColWidth(i+1, i+1, 18); err != nil {
			return nil, err
		}
	}
	row := make([]any, len(headers))
	for i, h := range headers {
		row[i] = excelize.Cell{StyleID: bold, Value: h}
	}
	return &Writer{f, s, 1}, s.SetRow("A1", row)
}

// Row writes one row.
func (w *Writer) Row(cells []Cell) error {
	w.row++
	row := make([]any, len(cells))
	for i, c := range cells {
		switch {
		case c.Yuan != nil:
			row[i] = float64(*c.Yuan) / float64(domain.Wan)
		case c.Int != nil:
			row[i] = *c.Int
		case !c.Date.IsZero():
			row[i] = c.Date.String()
		default:
			row[i] = Guarded(c.Text)
		}
	}
	return w.stream.SetRow(fmt.Sprintf("A%d", w.row), row)
}

// Bytes ends the sheet and gives the workbook.
func (w *Writer) Bytes() ([]byte, error) {
	if err := w.stream.Flush(); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err := w.file.Write(&b)
	return b.Bytes(), err
}

// Guarded keeps a text from being read as a formula: one that begins with =, +,
// -, @, a tab or a return gets an apostrophe before it.
func Guarded(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

// Header returns the Chinese name that the ledger of a kind has for a field.
func Header(kind, field string) string {
	k, _ := KindByKey(kind)
	f, ok := k.field(field)
	if !ok {
		return field
	}
	if f.Type == Money {
		return f.Names[0] + "(万元)"
	}
	return f.Names[0]
}
