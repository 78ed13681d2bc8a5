package ledger

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// sharedText is a text of a workbook; struck says that a part of it was struck
// through, which is left out of it.
type sharedText struct {
	text   string
	struck bool
}

// readStrings reads the texts that cells share.
func (w *workbook) readStrings(name string) error {
	if name == "" {
		return nil
	}
	d, r, err := w.open(name)
	if err != nil {
		return err
	}
	defer r.Close()
	for {
		t, err := d.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		tag, ok := t.(xml.StartElement)
		if !ok || tag.Name.Local != "si" {
			continue
		}
		text, err := richText(d, "si")
		if err != nil {
			return err
		}
		if err := w.budget.addText(len(text.text) + 24); err != nil {
			return err
		}
		w.strings = append(w.strings, text)
	}
}

// richText reads a text to the end of its element: plain, or in runs of which
// some may be struck through. Readings for pronunciation are no part of it.
func richText(d *tokens, end string) (sharedText, error) {
	var whole, live strings.Builder
	var out sharedText
	struck, inText, aside := false, false, 0
	for {
		t, err := d.next()
		if err != nil {
			return out, err
		}
		switch tag := t.(type) {
		case xml.StartElement:
			switch tag.Name.Local {
			case "r":
				struck = false
			case "strike":
				struck = attr(tag, "val") == "" || truth(attr(tag, "val"))
			case "t":
				inText = true
			case "rPh":
				aside++
			}
		case xml.EndElement:
			switch tag.Name.Local {
			case "t":
				inText = false
			case "rPh":
				aside--
			case end:
				out.text, out.struck = live.String(), live.Len() < whole.Len()
				if strings.TrimSpace(out.text) == "" {
					out.text = whole.String() // all of it is struck: what it says is still asked about
				}
				return out, nil
			}
		case xml.CharData:
			if !inText || aside > 0 {
				continue
			}
			whole.Write(tag)
			if !struck {
				live.Write(tag)
			}
		}
	}
}

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
