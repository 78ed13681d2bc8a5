package document

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Sheet is a table in office form: a title over the whole width, a line that
// says by what it was counted, a head that repeats on each printed page, ruled
// rows and totals; A4 across.
type Sheet struct {
	Title, Basis string
	Head         []string
	Widths       []float64 // in characters, one a column
	// Rows hold texts and numbers; what a text begins with cannot make it a formula.
	Rows   [][]any
	Totals []any
}

// XLSX gives the sheet as a workbook.
func (s Sheet) XLSX(name string) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName("Sheet1", name); err != nil {
		return nil, err
	}
	styles, err := sheetStyles(f)
	if err != nil {
		return nil, err
	}
	w, err := f.NewStreamWriter(name)
	if err != nil {
		return nil, err
	}
	for i, width := range s.Widths {
		if err := w.SetColWidth(i+1, i+1, width); err != nil {
			return nil, err
		}
	}
	last, err := excelize.ColumnNumberToName(len(s.Head))
	if err != nil {
		return nil, err
	}
	lines := []struct {
		cells  []any
		style  int
		height float64
	}{{[]any{s.Title}, styles.title, 36}, {[]any{s.Basis}, styles.basis, 20}, {texts(s.Head), styles.head, 30}}
	for i, l := range lines {
		if err := w.SetRow(fmt.Sprintf("A%d", i+1), styled(l.cells, l.style), excelize.RowOpts{Height: l.height}); err != nil {
			return nil, err
		}
	}
	for i := 1; i <= 2; i++ {
		if err := w.MergeCell(fmt.Sprintf("A%d", i), fmt.Sprintf("%s%d", last, i)); err != nil {
			return nil, err
		}
	}
	at := len(lines)
	for _, row := range s.Rows {
		at++
		if err := w.SetRow(fmt.Sprintf("A%d", at), styled(row, styles.cell)); err != nil {
			return nil, err
		}
	}
	if s.Totals != nil {
		at++
		if err := w.SetRow(fmt.Sprintf("A%d", at), styled(s.Totals, styles.head)); err != nil {
			return nil, err
		}
	}
	if err := w.Flush(); err != nil {
		return nil, err
	}
	if err := printed(f, name, last); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = f.Write(&b)
	return b.Bytes(), err
}

// printed sets the page: A4 across, one page wide, the head on each.
func printed(f *excelize.File, name, last string) error {
	size, across, wide, tall := 9, "landscape", 1, 0
	if err := f.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &size, Orientation: &across, FitToWidth: &wide, FitToHeight: &tall}); err != nil {
		return err
	}
	fit := true
	if err := f.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	return f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("'%s'!$A$1:$%s$3", strings.ReplaceAll(name, "'", "''"), last), Scope: name})
}

type sheetStyle struct{ title, basis, head, cell int }

func sheetStyles(f *excelize.File) (s sheetStyle, err error) {
	var border []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		border = append(border, excelize.Border{Type: side, Color: "000000", Style: 1})
	}
	centre := &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}
	for _, x := range []struct {
		to    *int
		style excelize.Style
	}{
		{&s.title, excelize.Style{Font: &excelize.Font{Family: "方正小标宋简体", Size: 20}, Alignment: centre}},
		{&s.basis, excelize.Style{Font: &excelize.Font{Family: "楷体", Size: 11}, Alignment: &excelize.Alignment{Horizontal: "right"}}},
		{&s.head, excelize.Style{Font: &excelize.Font{Family: "黑体", Size: 11}, Alignment: centre, Border: border}},
		{&s.cell, excelize.Style{Font: &excelize.Font{Family: "仿宋", Size: 11}, Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}, Border: border}},
	} {
		if *x.to, err = f.NewStyle(&x.style); err != nil {
			return s, err
		}
	}
	return s, nil
}

func styled(cells []any, style int) []any {
	out := make([]any, len(cells))
	for i, c := range cells {
		out[i] = excelize.Cell{StyleID: style, Value: c}
	}
	return out
}

func texts(in []string) []any {
	out := make([]any, len(in))
	for i, s := range in {
		out[i] = s
	}
	return out
}

// DOCX gives the sheet as a document, A4 across.
func (s Sheet) DOCX() ([]byte, error) {
	p := Paper{Across: true}
	p.Title(s.Title)
	p.Line(s.Basis)
	rows := [][]string{s.Head}
	for _, row := range append(s.Rows[:len(s.Rows):len(s.Rows)], s.Totals) {
		line := make([]string, len(row))
		for i, c := range row {
			line[i] = fmt.Sprint(c)
		}
		if len(line) > 0 {
			rows = append(rows, line)
		}
	}
	p.Table(rows)
	return p.Bytes()
}
