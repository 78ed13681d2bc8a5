// Package ledger reads the workbooks that offices keep: it finds sheets,
// headers and rows by meaning, parses cells, and says what is wrong where. It
// knows no store and writes nothing.
package ledger

import (
	"bytes"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/xuri/excelize/v2"

	"sangu/domain"
)

// Grid is a sheet's cells as the texts they show, rows and columns from 0.
type Grid struct {
	Name string
	Rows [][]string
	// Hidden says that the office hid the sheet: it is read only when asked for.
	Hidden bool
	merges []merge
	// from1904 says that day numbers count from 1904, as old Macs had it.
	from1904 bool
	hidden   map[int]bool // columns
	marks    map[position]mark
}

type merge struct{ top, left, bottom, right int }

// position is a cell's row and column from 0.
type position struct{ row, col int }

// mark is what is to be known of a cell beside the text that it shows.
type mark struct {
	exact      string // the number itself, where the text says less
	struck     bool   // the cell is struck through
	partStruck bool   // a part of its text is, and was left out
	bare       bool   // a formula that keeps no value
	doubt      string // the code of what is to be asked about it
}

// note keeps what is to be known of a cell.
func (g *Grid) note(row, col int, m mark) {
	if m == (mark{}) {
		return
	}
	if g.marks == nil {
		g.marks = map[position]mark{}
	}
	g.marks[position{row: row, col: col}] = m
}

// hide notes that a column is hidden.
func (g *Grid) hide(col int) {
	if g.hidden == nil {
		g.hidden = map[int]bool{}
	}
	g.hidden[col] = true
}

// Open reads a workbook: XLSX by whatever name, or text with separators in
// UTF-8, UTF-16 or GB18030. It returns a KindInvalid error on the field "file"
// for anything else, whose code says what the file is.
func Open(name string, data []byte) ([]Grid, error) {
	grids, err := open(name, data)
	if err != nil {
		return nil, err
	}
	return apart(grids), nil
}

func open(name string, data []byte) ([]Grid, error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, refused("ledger.empty")
	}
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return openXLSX(data)
	case bytes.HasPrefix(data, []byte{0xD0, 0xCF, 0x11, 0xE0}):
		return nil, refused(oldFormat(data))
	case webPage.Match(bytes.TrimPrefix(data[:min(len(data), 1024)], []byte("\xEF\xBB\xBF"))):
		return nil, refused("ledger.web_page")
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".csv", ".txt", ".tsv":
		return openText(name, data)
	case ".xls", ".xlsx", ".et", ".xlsm":
		// Programs write text with separators and call it a workbook.
		if isText(data) {
			return openText(name, data)
		}
		return nil, refused("ledger.unreadable")
	}
	return nil, refused("ledger.format")
}

var webPage = regexp.MustCompile(`(?i)^\s*(<!doctype html|<html|<head|<table|<\?xml|<meta|mime-version)`)

func unreadable(err error) error {
	e := domain.InvalidField("file", "ledger.unreadable")
	e.Err = err
	return e
}

// at returns a cell, empty beyond the row's end.
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
