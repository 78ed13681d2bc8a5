package document

import (
	"fmt"
	"strconv"
	"strings"
)

// Table writes a sheet's table into the paper: its unit above the right edge, a
// head that repeats on each page, ruled rows, totals, and its notes.
func (p *Paper) Table(s Sheet) {
	if s.Unit != "" {
		p.paragraph(`<w:jc w:val="right"/>`, `<w:spacing w:before="80" w:after="40"/>`, run(s.Unit, bodyFace, sizeSmall4, false))
	}
	widths := p.widths(s)
	p.body.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>`)
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		fmt.Fprintf(&p.body, `<w:%s w:val="single" w:sz="4" w:space="0" w:color="000000"/>`, side)
	}
	p.body.WriteString(`</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`)
	for _, w := range widths {
		fmt.Fprintf(&p.body, `<w:gridCol w:w="%d"/>`, w)
	}
	p.body.WriteString(`</w:tblGrid>`)
	p.row(texts(s.Head), widths, headFace, true)
	for _, row := range s.Rows {
		p.row(row, widths, bodyFace, false)
	}
	if s.Totals != nil {
		p.row(s.Totals, widths, headFace, false)
	}
	p.body.WriteString(`</w:tbl>`)
	for _, note := range s.Notes {
		p.Note(note)
	}
}

// widths divides the page by the sheet's widths, or evenly.
func (p *Paper) widths(s Sheet) []int {
	page := textWidth
	if p.Across {
		page = acrossWidth
	}
	sum := 0.0
	for i := range s.Head {
		sum += s.width(i)
	}
	out := make([]int, len(s.Head))
	for i := range s.Head {
		out[i] = int(s.width(i) / sum * float64(page))
	}
	return out
}

// row writes one row; the head repeats, and no row breaks over a page.
func (p *Paper) row(cells []any, widths []int, face string, isHead bool) {
	repeats := ""
	if isHead {
		repeats = `<w:tblHeader/>`
	}
	fmt.Fprintf(&p.body, `<w:tr><w:trPr><w:cantSplit/>%s</w:trPr>`, repeats)
	for c, cell := range cells {
		align := alignOf(cell)
		if c == 0 || isHead {
			align = "center"
		}
		fmt.Fprintf(&p.body,
			`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:spacing w:before="30" w:after="30"/><w:jc w:val="%s"/></w:pPr>%s</w:p></w:tc>`,
			widths[c], align, run(written(cell), face, size5, false))
	}
	p.body.WriteString(`</w:tr>`)
}

// alignOf sets numbers to the right and texts to the left.
func alignOf(cell any) string {
	if _, text := cell.(string); text {
		return "left"
	}
	return "right"
}

// written is a cell as papers print it: no more digits than it has.
func written(cell any) string {
	switch v := cell.(type) {
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case string:
		return strings.TrimPrefix(v, "'")
	}
	return fmt.Sprint(cell)
}
