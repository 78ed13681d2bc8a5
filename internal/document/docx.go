// Package document writes reports in office form: DOCX with the headings, fonts
// and tables of official papers 公文.
package document

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
)

// Paper is a document under construction.
type Paper struct {
	// Across turns the page: for wide tables.
	Across bool
	body   strings.Builder
}

// Title writes the centred title: 方正小标宋 or the nearest, size 22 points.
func (p *Paper) Title(text string) {
	fmt.Fprintf(&p.body, `<w:p><w:pPr><w:jc w:val="center"/><w:spacing w:after="200"/></w:pPr>%s</w:p>`, run(text, "方正小标宋简体", 44, true))
}

// Line writes a centred line under the title.
func (p *Paper) Line(text string) {
	fmt.Fprintf(&p.body, `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>%s</w:p>`, run(text, "楷体", 28, false))
}

// Text writes a paragraph, indented by two characters, in 仿宋 16 points.
func (p *Paper) Text(text string) {
	fmt.Fprintf(&p.body, `<w:p><w:pPr><w:ind w:firstLineChars="200" w:firstLine="640"/><w:spacing w:line="560" w:lineRule="exact"/></w:pPr>%s</w:p>`, run(text, "仿宋", 32, false))
}

// Table writes a bordered table; the first row is its head and repeats.
func (p *Paper) Table(rows [][]string) {
	p.body.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>`)
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		fmt.Fprintf(&p.body, `<w:%s w:val="single" w:sz="4" w:color="000000"/>`, side)
	}
	p.body.WriteString(`</w:tblBorders></w:tblPr>`)
	for i, row := range rows {
		p.body.WriteString(`<w:tr>`)
		if i == 0 {
			p.body.WriteString(`<w:trPr><w:tblHeader/></w:trPr>`)
		}
		for c, cell := range row {
			align := "right"
			if c == 0 || i == 0 {
				align = "center"
			}
			fmt.Fprintf(&p.body, `<w:tc><w:p><w:pPr><w:jc w:val="%s"/></w:pPr>%s</w:p></w:tc>`, align, run(cell, "仿宋", 21, i == 0))
		}
		p.body.WriteString(`</w:tr>`)
	}
	p.body.WriteString(`</w:tbl>`)
}

func run(text, font string, halfPoints int, bold bool) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(text)) // a buffer takes every write
	weight := ""
	if bold {
		weight = "<w:b/>"
	}
	return fmt.Sprintf(`<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="%s"/>%s<w:sz w:val="%d"/></w:rPr><w:t xml:space="preserve">%s</w:t></w:r>`,
		font, weight, halfPoints, b.String())
}

const (
	contentTypes = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
	relations    = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
	head         = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`
	// A4 with the margins of GB/T 9704: 37 mm top, 35 bottom, 28 left, 26 right.
	foot       = `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:bottom="1984" w:left="1588" w:right="1474" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr></w:body></w:document>`
	footAcross = `<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1588" w:bottom="1474" w:left="1418" w:right="1418" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr></w:body></w:document>`
)

// Bytes gives the finished document.
func (p *Paper) Bytes() ([]byte, error) {
	var out bytes.Buffer
	end := foot
	if p.Across {
		end = footAcross
	}
	z := zip.NewWriter(&out)
	for _, part := range []struct{ name, text string }{{"[Content_Types].xml", contentTypes}, {"_rels/.rels", relations}, {"word/document.xml", head + p.body.String() + end}} {
		w, err := z.Create(part.name)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write([]byte(part.text)); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
