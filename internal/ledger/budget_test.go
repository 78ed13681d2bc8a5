package ledger_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"sangu/domain"
	"sangu/internal/ledger"
)

// zipped makes a workbook of one sheet whose XML write writes.
func zipped(t *testing.T, write func(w io.Writer)) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range [][2]string{
		{"_rels/.rels", `<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook><sheets><sheet name="项目" sheetId="1" r:id="r1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels",
			`<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`},
		{"xl/worksheets/sheet1.xml", ""},
	} {
		w, err := z.Create(part[0])
		if err != nil {
			t.Fatal(err)
		}
		if part[1] == "" {
			write(w)
			continue
		}
		if _, err := io.WriteString(w, part[1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// far is a sheet of rows with one cell in the last column that there is.
func far(rows int) func(w io.Writer) {
	return func(w io.Writer) {
		fmt.Fprint(w, `<worksheet><sheetData>`)
		for n := 1; n <= rows; n++ {
			fmt.Fprintf(w, `<row r="%d"><c r="XFD%d"><v>1</v></c></row>`, n, n)
		}
		fmt.Fprint(w, `</sheetData></worksheet>`)
	}
}

// A small file that unpacks to a large one is refused before it has cost what it
// unpacks to. Memory is counted by the allocator, so nothing runs beside this.
func TestASmallFileThatUnpacksToALargeOneCostsLittle(t *testing.T) {
	const most = 48 << 20
	spaces := strings.Repeat(" ", 1<<20)
	for name, c := range map[string]struct {
		file string
		data []byte
		code string // empty where it is read
		// churn says that tags come and go by the million: what is kept counts then.
		churn bool
	}{
		"2,998 rows with one cell in column XFD": {file: "a.xlsx", data: zipped(t, far(2998)), code: "ledger.too_large"},
		"1,000 rows with one cell in column XFD": {file: "a.xlsx", data: zipped(t, far(1000))},
		"64 MB of blanks between tags": {file: "a.xlsx", code: "ledger.too_large", data: zipped(t, func(w io.Writer) {
			for range 64 {
				_, _ = io.WriteString(w, spaces)
			}
		})},
		"five million blank cells": {file: "a.xlsx", code: "ledger.too_large", churn: true, data: zipped(t, func(w io.Writer) {
			fmt.Fprint(w, `<worksheet><sheetData><row r="1">`)
			cells := strings.Repeat(`<c r="A1"/>`, 1<<16)
			for range 80 {
				_, _ = io.WriteString(w, cells)
			}
			fmt.Fprint(w, `</row></sheetData></worksheet>`)
		})},
		"one text of 64 MB": {file: "a.xlsx", code: "ledger.too_large", data: zipped(t, func(w io.Writer) {
			fmt.Fprint(w, `<worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>`)
			for range 64 {
				_, _ = io.WriteString(w, strings.ReplaceAll(spaces, " ", "a"))
			}
			fmt.Fprint(w, `</t></is></c></row></sheetData></worksheet>`)
		})},
		"entities that unfold": {file: "a.xlsx", code: "ledger.too_large", data: zipped(t, func(w io.Writer) {
			fmt.Fprint(w,
				`<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row r="1"><c><v>&b;`+
					`</v></c></row></sheetData></worksheet>`)
		})},
		"a row of five million commas":        {file: "a.csv", code: "ledger.too_large", data: bytes.Repeat([]byte(","), 5<<20)},
		"a million quotes that nobody closes": {file: "a.csv", data: bytes.Repeat([]byte("\"a,"), 1<<20)},
	} {
		before, after := runtime.MemStats{}, runtime.MemStats{}
		runtime.GC()
		runtime.ReadMemStats(&before)
		_, err := ledger.Open(c.file, c.data)
		runtime.ReadMemStats(&after)
		if code := fileCode(err); code != c.code {
			t.Errorf("%s: %q (%v), want %q", name, code, err, c.code)
		}
		cost := after.TotalAlloc - before.TotalAlloc
		if c.churn {
			runtime.GC()
			runtime.ReadMemStats(&after)
			cost = max(after.HeapAlloc, before.HeapAlloc) - before.HeapAlloc
		}
		if cost > most+uint64(2*len(c.data)) {
			t.Errorf("%s costs %d MB", name, cost>>20)
		}
	}
}

// fileCode is the code with which a file is refused; empty where it is not.
func fileCode(err error) string {
	e, ok := err.(*domain.Error)
	if !ok || len(e.Fields) != 1 || e.Fields[0].Path != "file" {
		return ""
	}
	return e.Fields[0].Code
}

func TestWhatAFileIsThatIsNoWorkbookIsSaid(t *testing.T) {
	t.Parallel()
	archive := func(parts ...string) []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for _, p := range parts {
			name, text, _ := strings.Cut(p, "=")
			w, err := z.Create(name)
			if err != nil {
				t.Fatal(err)
			}
			_, _ = io.WriteString(w, text)
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	stream := func(name string) []byte {
		return append([]byte{0xD0, 0xCF, 0x11, 0xE0}, []byte(strings.Join(strings.Split(name, ""), "\x00")+"\x00")...)
	}
	for name, c := range map[string]struct {
		file string
		data []byte
		code string
	}{
		"OpenDocument by its name": {file: "a.ods", data: archive("mimetype=application/vnd.oasis.opendocument.spreadsheet",
			"content.xml=<a/>"), code: "ledger.open_document"},
		"OpenDocument by the name .xlsx": {file: "a.xlsx", data: archive("mimetype=application/vnd.oasis.opendocument.spreadsheet"),
			code: "ledger.open_document"},
		"a binary workbook": {file: "a.xlsb", data: archive("[Content_Types].xml=<a/>", "_rels/.rels=<a/>",
			"xl/workbook.bin=x"), code: "ledger.binary_workbook"},
		"a letter": {file: "a.xlsx", data: archive("_rels/.rels=<a/>", "word/document.xml=<a/>"),
			code: "ledger.document"},
		"a table of Numbers":      {file: "a.numbers", data: archive("Index/Document.iwa=x"), code: "ledger.numbers"},
		"an archive of ledgers":   {file: "a.zip", data: archive("九月/甲.xlsx=x", "九月/乙.xls=x"), code: "ledger.archive"},
		"an archive of something": {file: "a.zip", data: archive("a/b=x"), code: "ledger.unreadable"},
		"the old format, of WPS as well": {file: "a.et", data: append(stream("Workbook"), make([]byte, 64)...),
			code: "ledger.old_format"},
		"an old letter by the name .wps": {file: "a.wps", data: append(stream("WordDocument"), make([]byte, 64)...),
			code: "ledger.document"},
		"bytes by the name .et": {file: "a.et", data: []byte{1, 2, 3, 0, 255}, code: "ledger.unreadable"},
	} {
		if _, err := ledger.Open(c.file, c.data); fileCode(err) != c.code {
			t.Errorf("%s: %v, want %s", name, err, c.code)
		}
	}
	for _, name := range []string{"a.et", "a.wps", "a.dat", "a"} {
		if _, err := ledger.Open(name, sheetOf(t, "项目", [][]any{head(), jia()}, nil)); err != nil {
			t.Errorf("a workbook by the name %s: %v", name, err)
		}
	}
}
