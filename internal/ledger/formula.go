package ledger

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"strings"

	"github.com/xuri/excelize/v2"
)

// bareFormula is a formula cell that keeps no value, as programs write them.
var bareFormula = regexp.MustCompile(`(?:</f>|<f[^>]*/>)(?:<v></v>|<v ?/>)?</c>`)

// withoutValues reports whether some sheet has formulas that keep no value.
// Only then are formulas looked for, which takes long on large sheets.
func withoutValues(data []byte) bool {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return false
	}
	for _, part := range z.File {
		if !strings.HasPrefix(part.Name, "xl/worksheets/") || part.UncompressedSize64 > maxPart {
			continue
		}
		r, err := part.Open()
		if err != nil {
			return false
		}
		text, err := io.ReadAll(io.LimitReader(r, maxPart))
		_ = r.Close()
		if err == nil && bareFormula.Match(text) {
			return true
		}
	}
	return false
}

// calculate puts the values of formulas into the empty cells of a sheet's rows.
// A formula that cannot be calculated leaves its cell empty.
func calculate(f *excelize.File, sheet string, rows [][]string) {
	width := Grid{Rows: rows}.width()
	for r := range rows {
		for c := range min(width, maxColumns) {
			if c < len(rows[r]) && rows[r][c] != "" {
				continue
			}
			cell := CellName(r, c)
			if formula, err := f.GetCellFormula(sheet, cell); err != nil || formula == "" {
				continue
			}
			value, err := f.CalcCellValue(sheet, cell, excelize.Options{RawCellValue: true})
			if err != nil {
				continue
			}
			for len(rows[r]) <= c {
				rows[r] = append(rows[r], "")
			}
			rows[r][c] = value
		}
	}
}
