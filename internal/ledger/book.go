// Package ledger reads the workbooks that offices keep: it finds sheets,
// headers and rows by meaning, parses cells, and says what is wrong where. It
// knows no store and writes nothing.
package ledger

import (
	"bytes"
	"encoding/csv"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"sangu/domain"
)

// Limits of workbooks, against bombs.
const (
	maxUnzipped = 512 << 20
	maxPart     = 128 << 20
	maxColumns  = 512
	maxCell     = 32_767
)

// Grid is a sheet's cells as texts, rows and columns from 0.
type Grid struct {
	Name   string
	Rows   [][]string
	merges []merge
}

type merge struct{ top, left, bottom, right int }

// Open reads a workbook: XLSX, or CSV in UTF-8 or GB18030.
func Open(name string, data []byte) ([]Grid, error) {
	switch ext := strings.ToLower(filepath.Ext(name)); {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return openXLSX(data)
	case bytes.HasPrefix(data, []byte{0xD0, 0xCF, 0x11, 0xE0}):
		return nil, domain.InvalidField("file", "ledger.old_format")
	case ext == ".csv" || ext == ".txt":
		return openCSV(name, data)
	}
	return nil, domain.InvalidField("file", "ledger.format")
}

func openXLSX(data []byte) ([]Grid, error) {
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: maxPart, RawCellValue: true})
	if err != nil {
		return nil, unreadable(err)
	}
	defer f.Close()
	bare := withoutValues(data)
	var out []Grid
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			return nil, unreadable(err)
		}
		if bare {
			calculate(f, sheet, rows)
		}
		g := Grid{Name: sheet, Rows: cleaned(rows)}
		merges, err := f.GetMergeCells(sheet)
		if err != nil {
			return nil, unreadable(err)
		}
		for _, m := range merges {
			c1, r1, err1 := excelize.CellNameToCoordinates(m.GetStartAxis())
			c2, r2, err2 := excelize.CellNameToCoordinates(m.GetEndAxis())
			if err1 == nil && err2 == nil {
				g.merges = append(g.merges, merge{r1 - 1, c1 - 1, r2 - 1, c2 - 1})
			}
		}
		out = append(out, g)
	}
	return out, nil
}

func unreadable(err error) error {
	e := domain.InvalidField("file", "ledger.unreadable")
	e.Err = err
	return e
}

func openCSV(name string, data []byte) ([]Grid, error) {
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	if bytes.HasPrefix(data, []byte{0xFF, 0xFE}) || bytes.HasPrefix(data, []byte{0xFE, 0xFF}) {
		// What Excel calls Unicode text.
		decoded, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data)
		if err != nil {
			return nil, unreadable(err)
		}
		data = decoded
	}
	if !utf8.Valid(data) {
		decoded, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
		if err != nil {
			return nil, unreadable(err)
		}
		data = decoded
	}
	r := csv.NewReader(bytes.NewReader(data))
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	head, _, _ := bytes.Cut(data, []byte("\n"))
	if bytes.Count(head, []byte("\t")) > bytes.Count(head, []byte(",")) {
		r.Comma = '\t'
	}
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

// cleaned trims cells, drops control characters, and bounds rows and texts.
func cleaned(rows [][]string) [][]string {
	for _, row := range rows {
		for c, s := range row {
			if c >= maxColumns {
				break
			}
			s = strings.Map(func(r rune) rune {
				if r == '\n' || r == '\t' {
					return ' '
				}
				if r < ' ' || r == utf8.RuneError || r == '\u200b' || r == '\ufeff' {
					return -1
				}
				return r
			}, s)
			if len(s) > maxCell*4 {
				s = string([]rune(s)[:maxCell])
			}
			row[c] = strings.TrimSpace(strings.ReplaceAll(s, "\u3000", " "))
		}
	}
	for i, row := range rows {
		if len(row) > maxColumns {
			rows[i] = row[:maxColumns]
		}
	}
	return rows
}

// at gives a cell, empty beyond the row's end.
func (g Grid) at(row, col int) string {
	if row < 0 || row >= len(g.Rows) || col < 0 || col >= len(g.Rows[row]) {
		return ""
	}
	return g.Rows[row][col]
}

// width is the widest row's number of cells.
func (g Grid) width() int {
	w := 0
	for _, r := range g.Rows {
		w = max(w, len(r))
	}
	return w
}

// fill copies a merged block's text into all its cells, within rows from to to.
func (g Grid) fill(from, to int) {
	for _, m := range g.merges {
		if m.top < from || m.bottom > to || (m.bottom-m.top) > 5000 {
			continue
		}
		text := g.at(m.top, m.left)
		for r := m.top; r <= m.bottom && r < len(g.Rows); r++ {
			g.Rows[r] = slices.Clone(g.Rows[r])
			for c := m.left; c <= m.right && c < maxColumns; c++ {
				for len(g.Rows[r]) <= c {
					g.Rows[r] = append(g.Rows[r], "")
				}
				if g.Rows[r][c] == "" {
					g.Rows[r][c] = text
				}
			}
		}
	}
}

// CellName is the name of a cell, as "U16".
func CellName(row, col int) string {
	name, err := excelize.CoordinatesToCellName(col+1, row+1)
	if err != nil {
		return ""
	}
	return name
}

// cellAt is the row and column, from 0, of a cell's name.
func cellAt(name string) (row, col int, ok bool) {
	c, r, err := excelize.CellNameToCoordinates(name)
	return r - 1, c - 1, err == nil
}

// IsCell reports whether a text is the name of a cell.
func IsCell(name string) bool {
	_, _, ok := cellAt(name)
	return ok
}

// ColumnName is the letters of a column from 0.
func ColumnName(col int) string {
	name, err := excelize.ColumnNumberToName(col + 1)
	if err != nil {
		return ""
	}
	return name
}
