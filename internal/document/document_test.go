package document_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"io/fs"
	"strings"
	"testing"

	"sangu/internal/document"
)

func sheet() document.Sheet {
	return document.Sheet{Title: "台账", Basis: "截至 2026-09-30", Unit: "单位：万元", Head: []string{"序号", "名称", "总投资"}, Widths: []float64{6, 30, 14},
		Rows: [][]any{{1, "甲 <乙> & 丙", 12500.5}, {2, "丁", ""}}, Totals: []any{"", "合计", 12500.5}, Notes: []string{"注：略"}}
}

// part reads one part of a package, and fails where any of them is not well formed.
func part(t *testing.T, file []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		body, err := fs.ReadFile(z, f.Name)
		if err != nil {
			t.Fatal(err)
		}
		for d := xml.NewDecoder(bytes.NewReader(body)); ; {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
		}
	}
	body, err := fs.ReadFile(z, name)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

func has(t *testing.T, what, in string, wanted ...string) {
	t.Helper()
	for _, w := range wanted {
		if !strings.Contains(in, w) {
			t.Errorf("%s lacks %s", what, w)
		}
	}
}

func TestADocumentHasTheFacesUnitHeadAndPageNumbersOfAnOfficialPaper(t *testing.T) {
	t.Parallel()
	file, err := sheet().DOCX()
	if err != nil {
		t.Fatal(err)
	}
	body := part(t, file, "word/document.xml")
	has(t, "the document", body, "方正小标宋简体", "黑体", "仿宋", "单位：万元", "<w:tblHeader/>", "<w:tblGrid>", "landscape", "甲 &lt;乙&gt; &amp; 丙",
		"12500.5", `<w:footerReference w:type="default" r:id="rId1"/>`, "注：略")
	has(t, "the foot", part(t, file, "word/footer1.xml"), "PAGE", "— ", " —")
	has(t, "the font table", part(t, file, "word/fontTable.xml"), `w:name="方正小标宋简体"><w:altName`)
	if !strings.Contains(body, `<w:jc w:val="right"/>`) {
		t.Error("numbers do not stand to the right")
	}
}

func TestAWorkbookPrintsAcrossOnePageWideNumberedWithItsHeadOnEach(t *testing.T) {
	t.Parallel()
	file, err := document.Workbook{{Name: "台账", Sheet: sheet()}, {Name: "其二", Sheet: sheet()}}.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"} {
		has(t, name, part(t, file, name), "landscape", "fitToPage", "第 &amp;P 页", "单位：万元", "<v>12500.5</v>")
	}
	has(t, "the workbook", part(t, file, "xl/workbook.xml"), "_xlnm.Print_Titles", "$A$1:$C$3")
}
