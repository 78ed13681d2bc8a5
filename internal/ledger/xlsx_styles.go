package ledger

import (
	"encoding/xml"
	"strconv"
)

// styles are those of a workbook's cells, by number: the number format and
// whether the text is struck through.
type styles struct {
	cells []cellStyle
}

type cellStyle struct {
	format numberFormat
	struck bool
}

// of returns a cell's style; the general one where the file names none.
func (s styles) of(index string) cellStyle {
	n, err := strconv.Atoi(index)
	if err != nil || n < 0 || n >= len(s.cells) {
		return cellStyle{}
	}
	return s.cells[n]
}

// readStyles reads the number formats and the struck-through fonts.
func (w *workbook) readStyles(name string) error {
	if name == "" {
		return nil
	}
	codes, fonts, struckFont, inCells, inFonts := map[int]string{}, 0, map[int]bool{}, false, false
	err := w.each(name, func(tag xml.StartElement) error {
		switch tag.Name.Local {
		case "numFmt":
			codes[number(attr(tag, "numFmtId"))] = attr(tag, "formatCode")
		case "fonts":
			inFonts = true
		case "font":
			if inFonts {
				fonts++
			}
		case "strike":
			if inFonts && (attr(tag, "val") == "" || truth(attr(tag, "val"))) {
				struckFont[fonts-1] = true
			}
		case "fills", "borders", "cellStyleXfs", "cellStyles", "dxfs":
			inFonts, inCells = false, false
		case "cellXfs":
			inCells = true
		case "xf":
			if inCells {
				id := number(attr(tag, "numFmtId"))
				w.styles.cells = append(w.styles.cells, cellStyle{format: formatOf(id, codes[id]),
					struck: struckFont[number(attr(tag, "fontId"))]})
			}
		}
		if len(w.styles.cells) > 100_000 || len(codes) > 100_000 {
			return errTooLarge
		}
		return nil
	})
	return err
}
