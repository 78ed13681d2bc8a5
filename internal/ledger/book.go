// Package ledger reads the workbooks that offices keep: it finds sheets,
// headers and rows by meaning, parses cells, and says what is wrong where. It
// knows no store and writes nothing.
package ledger

import (
	"bytes"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

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
	Name string
	Rows [][]string
	// Hidden says that the office hid the sheet: it is read only when asked for.
	Hidden bool
	merges []merge
	// from1904 says that day numbers count from 1904, as old Macs had it.
	from1904 bool
}

type merge struct{ top, left, bottom, right int }

// Open reads a workbook: XLSX, or text with separators in UTF-8, UTF-16 or
// GB18030. What it cannot read it refuses with what to do about it.
func Open(name string, data []byte) ([]Grid, error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, domain.InvalidField("file", "ledger.empty")
	}
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return openXLSX(data)
	case bytes.HasPrefix(data, []byte{0xD0, 0xCF, 0x11, 0xE0}):
		return nil, domain.InvalidField("file", oldFormat(data))
	case webPage.Match(bytes.TrimPrefix(data[:min(len(data), 1024)], []byte("\xEF\xBB\xBF"))):
		return nil, domain.InvalidField("file", "ledger.web_page")
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".csv", ".txt", ".tsv":
		return openText(name, data)
	case ".xls", ".xlsx":
		// Programs write text with tabs and call it a workbook.
		if !bytes.Contains(data, []byte{0}) && bytes.Contains(data, []byte("\t")) {
			return openText(name, data)
		}
		return nil, domain.InvalidField("file", "ledger.unreadable")
	}
	return nil, domain.InvalidField("file", "ledger.format")
}

var webPage = regexp.MustCompile(`(?i)^\s*(<!doctype html|<html|<head|<table|<\?xml|<meta|mime-version)`)

// oldFormat tells a workbook under a password from one in the old binary format:
// both come in the same container.
func oldFormat(data []byte) string {
	word := []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")
	if bytes.Contains(data, word) {
		return "ledger.password"
	}
	return "ledger.old_format"
}

func openXLSX(data []byte) (grids []Grid, err error) {
	// The file is a stranger's, and the library that takes it apart is not ours.
	defer func() {
		if r := recover(); r != nil {
			grids, err = nil, unreadable(fmt.Errorf("workbook: %v", r))
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: maxPart, RawCellValue: true})
	if err != nil && strings.Contains(err.Error(), "exceeds the") {
		return nil, domain.InvalidField("file", "ledger.too_large")
	}
	if err != nil {
		return nil, unreadable(err)
	}
	defer f.Close()
	props, err := f.GetWorkbookProps()
	from1904 := err == nil && props.Date1904 != nil && *props.Date1904
	bare := withoutValues(data)
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			return nil, unreadable(err)
		}
		if bare {
			calculate(f, sheet, rows)
		}
		visible, err := f.GetSheetVisible(sheet)
		g := Grid{Name: sheet, Rows: cleaned(rows), Hidden: err == nil && !visible, from1904: from1904}
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
		grids = append(grids, g)
	}
	return grids, nil
}

func unreadable(err error) error {
	e := domain.InvalidField("file", "ledger.unreadable")
	e.Err = err
	return e
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
