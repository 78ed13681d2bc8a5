package ledger

import (
	"bytes"

	"github.com/xuri/excelize/v2"
)

// bareFormula stands in a cell whose formula keeps no value, until it is
// calculated; it reads as a formula that failed.
const bareFormula = "#CALC!"

// maxCalculated is how many rows times columns a workbook may have whose
// formulas are calculated: the calculating library holds all of them.
const maxCalculated = 2 << 20

// calculate puts values into the cells whose formulas keep none, as programs
// write them. A formula that cannot be calculated stays one that failed.
func calculate(data []byte, grids []Grid) error {
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: maxUnzipped,
		RawCellValue: true})
	if err != nil {
		return err
	}
	defer f.Close()
	for _, g := range grids {
		for at, m := range g.marks {
			if !m.bare {
				continue
			}
			value, err := f.CalcCellValue(g.Name, CellName(at.row, at.col), excelize.Options{RawCellValue: true})
			if err != nil {
				continue
			}
			if n, ok := plainNumber(value); ok {
				value = n
			}
			g.Rows[at.row][at.col] = cleanCell(value)
		}
	}
	return nil
}
