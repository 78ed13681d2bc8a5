// Package document writes reports in office form: DOCX with the headings, fonts
// and tables of official papers 公文, and workbooks that print like them.
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

// The faces of official papers (GB/T 9704); where a machine lacks one, the font
// table names what stands in for it.
const (
	titleFace = "方正小标宋简体"
	headFace  = "黑体"
	lineFace  = "楷体"
	bodyFace  = "仿宋"
)

// Sizes in half points: 二号, 三号, 四号, 小四, 五号.
const (
	size2, size3, size4, sizeSmall4, size5 = 44, 32, 28, 24, 21
)

// Title writes the centred title in 小标宋 二号.
func (p *Paper) Title(text string) {
	p.paragraph(`<w:jc w:val="center"/>`, `<w:spacing w:after="200" w:line="700" w:lineRule="exact"/>`, run(text, titleFace, size2, false))
}

// Line writes a centred line under the title, in 楷体.
func (p *Paper) Line(text string) {
	p.paragraph(`<w:jc w:val="center"/>`, `<w:spacing w:after="120"/>`, run(text, lineFace, size4, false))
}

// Heading writes a heading of the first rank 一、, in 黑体 三号.
func (p *Paper) Heading(text string) {
	p.paragraph("", `<w:spacing w:before="160" w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/>`,
		run(text, headFace, size3, false))
}

// Text writes a paragraph, indented by two characters, in 仿宋 三号.
func (p *Paper) Text(text string) {
	p.paragraph("", `<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/>`,
		run(text, bodyFace, size3, false))
}

// Note writes a small line under a table.
func (p *Paper) Note(text string) {
	p.paragraph("", `<w:spacing w:before="60" w:line="320" w:lineRule="exact"/>`, run(text, bodyFace, size5, false))
}

// Signed writes who issues the paper and when, towards the right edge.
func (p *Paper) Signed(who, on string) {
	for i, text := range []string{who, on} {
		before := 0
		if i == 0 {
			before = 560
		}
		p.paragraph(`<w:jc w:val="right"/>`,
			fmt.Sprintf(`<w:spacing w:before="%d" w:line="560" w:lineRule="exact"/><w:ind w:rightChars="200" w:right="640"/>`, before),
			run(text, bodyFace, size3, false))
	}
}

// paragraph writes one; the order of its properties is the schema's.
func (p *Paper) paragraph(align, spacing, runs string) {
	fmt.Fprintf(&p.body, `<w:p><w:pPr>%s%s</w:pPr>%s</w:p>`, spacing, align, runs)
}

func run(text, face string, halfPoints int, bold bool) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(text)) // a buffer takes every write
	weight := ""
	if bold {
		weight = "<w:b/>"
	}
	return fmt.Sprintf(`<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="%s"/>%s<w:sz w:val="%d"/><w:szCs w:val="%d"/></w:rPr><w:t xml:space="preserve">%s</w:t></w:r>`,
		face, weight, halfPoints, halfPoints, b.String())
}

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`

const (
	wordSpace = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	wordType  = "application/vnd.openxmlformats-officedocument.wordprocessingml."

	contentTypes = xmlHead +
		`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="` + wordType +
		`document.main+xml"/><Override PartName="/word/footer1.xml" ContentType="` + wordType + `footer+xml"/>` +
		`<Override PartName="/word/fontTable.xml" ContentType="` + wordType + `fontTable+xml"/></Types>`
	packageRels = xmlHead +
		`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + relations +
		`/officeDocument" Target="word/document.xml"/></Relationships>`
	documentRels = xmlHead +
		`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + relations +
		`/footer" Target="footer1.xml"/><Relationship Id="rId2" Type="` + relations + `/fontTable" Target="fontTable.xml"/></Relationships>`

	head = xmlHead + `<w:document` + wordSpace + `><w:body>`
	// A4 with the margins of GB/T 9704: 37 mm top, 35 bottom, 28 left, 26 right.
	foot       = `<w:sectPr><w:footerReference w:type="default" r:id="rId1"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr></w:body></w:document>`
	footAcross = `<w:sectPr><w:footerReference w:type="default" r:id="rId1"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1588" w:right="1418" w:bottom="1474" w:left="1418" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr></w:body></w:document>`
)

// The widths between the margins, in twentieths of a point.
const (
	textWidth   = 11906 - 1588 - 1474
	acrossWidth = 16838 - 2*1418
)

// pageNumber is the number at the foot, — 1 —, in 宋体 四号 as official papers
// have it.
func pageNumber() string {
	face := fmt.Sprintf(`<w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:sz w:val="%d"/></w:rPr>`, size4)
	part := func(inner string) string { return `<w:r>` + face + inner + `</w:r>` }
	return xmlHead + `<w:ftr` + wordSpace + `><w:p><w:pPr><w:jc w:val="center"/></w:pPr>` + part(`<w:t xml:space="preserve">— </w:t>`) +
		part(`<w:fldChar w:fldCharType="begin"/>`) + part(`<w:instrText xml:space="preserve"> PAGE </w:instrText>`) +
		part(`<w:fldChar w:fldCharType="separate"/>`) +
		part(`<w:t>1</w:t>`) + part(`<w:fldChar w:fldCharType="end"/>`) + part(`<w:t xml:space="preserve"> —</w:t>`) + `</w:p></w:ftr>`
}

// fontTable names what stands in where a machine lacks a face.
func fontTable() string {
	var b strings.Builder
	b.WriteString(xmlHead + `<w:fonts` + wordSpace + `>`)
	for _, f := range [][2]string{{titleFace, "华文中宋"}, {headFace, "SimHei"}, {lineFace, "KaiTi"}, {bodyFace, "FangSong"}} {
		fmt.Fprintf(&b, `<w:font w:name="%s"><w:altName w:val="%s"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>`, f[0], f[1])
	}
	b.WriteString(`</w:fonts>`)
	return b.String()
}

// Bytes returns the finished document.
func (p *Paper) Bytes() ([]byte, error) {
	var out bytes.Buffer
	end := foot
	if p.Across {
		end = footAcross
	}
	z := zip.NewWriter(&out)
	for _, part := range []struct{ name, text string }{{"[Content_Types].xml", contentTypes}, {"_rels/.rels", packageRels},
		{"word/document.xml", head + p.body.String() + end},
		{"word/_rels/document.xml.rels", documentRels}, {"word/footer1.xml", pageNumber()}, {"word/fontTable.xml", fontTable()}} {
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
