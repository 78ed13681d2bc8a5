package document

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Sheet is a table in office form: a title over the whole width, a line that
// says by what it was counted and in what unit, a head that repeats on each
// printed page, ruled rows, totals and notes; A4 across.
type Sheet struct {
	Title, Basis string
	Unit         string // 单位：万元
	Head         []string
	Widths       []float64 // in characters, one a column
	// Rows hold texts and numbers; what a text begins with cannot make it a formula.
	Rows   [][]any
	Totals []any
	Notes  []string
}

// width is a column's width in characters.
func (s Sheet) width(i int) float64 {
	if i < len(s.Widths) {
		return s.Widths[i]
	}
	return 12
}

// XLSX returns the sheet as a workbook.
func (s Sheet) XLSX(name string) ([]byte, error) { return Workbook{{name, s}}.Bytes() }

// Page is one sheet of a workbook with its name on the tab.
type Page struct {
	Name string
	Sheet
}

// Workbook is sheets in a row.
type Workbook []Page

// Bytes returns the finished workbook.
func (w Workbook) Bytes() ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	styles, err := sheetStyles(f)
	if err != nil {
		return nil, err
	}
	for i, page := range w {
		if i == 0 {
			err = f.SetSheetName("Sheet1", page.Name)
		} else {
			_, err = f.NewSheet(page.Name)
		}
		if err != nil {
			return nil, err
		}
		if err := page.write(f, page.Name, styles); err != nil {
			return nil, err
		}
	}
	var b bytes.Buffer
	err = f.Write(&b)
	return b.Bytes(), err
}

// write fills one sheet and sets its page.
func (s Sheet) write(f *excelize.File, name string, styles sheetStyle) error {
	last, err := excelize.ColumnNumberToName(len(s.Head))
	if err != nil {
		return err
	}
	// The page is set first: a stream keeps what the sheet has when it begins.
	if err := printed(f, name, last); err != nil {
		return err
	}
	w, err := f.NewStreamWriter(name)
	if err != nil {
		return err
	}
	for i := range s.Head {
		if err := w.SetColWidth(i+1, i+1, s.width(i)); err != nil {
			return err
		}
	}
	if err := s.top(w, styles, last); err != nil {
		return err
	}
	at := 3
	for _, row := range s.Rows {
		at++
		if err := w.SetRow(fmt.Sprintf("A%d", at), styles.row(row, styles.cell, styles.number)); err != nil {
			return err
		}
	}
	if s.Totals != nil {
		at++
		if err := w.SetRow(fmt.Sprintf("A%d", at), styles.row(s.Totals, styles.head, styles.total)); err != nil {
			return err
		}
	}
	for _, note := range s.Notes {
		at++
		if err := w.SetRow(fmt.Sprintf("A%d", at), styled([]any{note}, styles.note)); err != nil {
			return err
		}
		if err := w.MergeCell(fmt.Sprintf("A%d", at), fmt.Sprintf("%s%d", last, at)); err != nil {
			return err
		}
	}
	return w.Flush()
}

// top writes the title, the line under it and the head.
func (s Sheet) top(w *excelize.StreamWriter, styles sheetStyle, last string) error {
	if err := w.SetRow("A1", styled([]any{s.Title}, styles.title), excelize.RowOpts{Height: 36}); err != nil {
		return err
	}
	if err := w.MergeCell("A1", last+"1"); err != nil {
		return err
	}
	line := make([]any, len(s.Head))
	line[0] = excelize.Cell{StyleID: styles.basis, Value: s.Basis}
	unitAt := max(1, len(s.Head)-2)
	if s.Unit != "" {
		line[unitAt] = excelize.Cell{StyleID: styles.unit, Value: s.Unit}
	} else {
		unitAt = len(s.Head)
	}
	if err := w.SetRow("A2", line, excelize.RowOpts{Height: 20}); err != nil {
		return err
	}
	for _, span := range [][2]int{{1, unitAt}, {unitAt + 1, len(s.Head)}} {
		if span[1] <= span[0] {
			continue
		}
		from, err := excelize.CoordinatesToCellName(span[0], 2)
		if err != nil {
			return err
		}
		to, err := excelize.CoordinatesToCellName(span[1], 2)
		if err != nil {
			return err
		}
		if err := w.MergeCell(from, to); err != nil {
			return err
		}
	}
	return w.SetRow("A3", styled(texts(s.Head), styles.head), excelize.RowOpts{Height: 30})
}

// printed sets the page: A4 across, one page wide, the head on each, numbered.
func printed(f *excelize.File, name, last string) error {
	size, across, wide, tall := 9, "landscape", 1, 0
	if err := f.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &size, Orientation: &across, FitToWidth: &wide,
		FitToHeight: &tall}); err != nil {
		return err
	}
	if err := f.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddFooter: "&C第 &P 页　共 &N 页"}); err != nil {
		return err
	}
	fit := true
	if err := f.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	return f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles",
		RefersTo: fmt.Sprintf("'%s'!$A$1:$%s$3", strings.ReplaceAll(name, "'", "''"), last), Scope: name})
}

type sheetStyle struct{ title, basis, unit, head, total, cell, number, note int }

// row returns a row's cells with one style for texts and another for numbers.
func (s sheetStyle) row(cells []any, text, number int) []any {
	out := make([]any, len(cells))
	for i, c := range cells {
		style := text
		if _, isText := c.(string); !isText {
			style = number
		}
		out[i] = excelize.Cell{StyleID: style, Value: c}
	}
	return out
}

func sheetStyles(f *excelize.File) (s sheetStyle, err error) {
	var border []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		border = append(border, excelize.Border{Type: side, Color: "000000", Style: 1})
	}
	font := func(face string, size float64) *excelize.Font { return &excelize.Font{Family: face, Size: size} }
	centre := &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}
	right := &excelize.Alignment{Horizontal: "right", Vertical: "center"}
	for _, x := range []struct {
		to    *int
		style excelize.Style
	}{
		{&s.title, excelize.Style{Font: font(titleFace, 20), Alignment: centre}},
		{&s.basis, excelize.Style{Font: font(lineFace, 11), Alignment: &excelize.Alignment{Horizontal: "left", Vertical: "center"}}},
		{&s.unit, excelize.Style{Font: font(lineFace, 11), Alignment: right}},
		{&s.head, excelize.Style{Font: font(headFace, 11), Alignment: centre, Border: border}},
		{&s.total, excelize.Style{Font: font(headFace, 11), Alignment: right, Border: border}},
		{&s.cell, excelize.Style{Font: font(bodyFace, 11), Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}, Border: border}},
		{&s.number, excelize.Style{Font: font(bodyFace, 11), Alignment: right, Border: border}},
		{&s.note, excelize.Style{Font: font(bodyFace, 10), Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}}},
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

// DOCX returns the sheet as a document, A4 across.
func (s Sheet) DOCX() ([]byte, error) {
	p := Paper{Across: true}
	p.Title(s.Title)
	p.Line(s.Basis)
	p.Table(s)
	return p.Bytes()
}
