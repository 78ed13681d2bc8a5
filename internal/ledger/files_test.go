package ledger_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"sangu/domain"
	"sangu/internal/ledger"
)

func bomb(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range []string{"[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		for range 300 {
			_, _ = w.Write(bytes.Repeat([]byte(" "), 1<<20))
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAFileThatCannotBeReadIsRefusedWithWhatToDo(t *testing.T) {
	t.Parallel()
	ole := []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}
	locked := sheetOf(t, "项目", [][]any{head(), jia()}, nil)
	f, err := excelize.OpenReader(bytes.NewReader(locked))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var sealed bytes.Buffer
	if err := f.Write(&sealed, excelize.Options{Password: "123456"}); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		file string
		data []byte
		code string
	}{
		"the old binary format":     {"a.xls", append(ole, make([]byte, 512)...), "ledger.old_format"},
		"a workbook under password": {"a.xlsx", sealed.Bytes(), "ledger.password"},
		"nothing at all":            {"a.xlsx", nil, "ledger.empty"},
		"blanks":                    {"a.csv", []byte("\n \r\n"), "ledger.empty"},
		"a web page": {"a.xls", []byte("\xEF\xBB\xBF<html><body><table><tr><td>项目名称</td></tr></table>"),
			"ledger.web_page"},
		"a workbook in one XML file": {"a.xls", []byte("<?xml version=\"1.0\"?><Workbook/>"), "ledger.web_page"},
		"half a workbook":            {"a.xlsx", locked[:len(locked)/2], "ledger.unreadable"},
		"a picture":                  {"a.xlsx", []byte("\x89PNG\r\n\x1a\n\x00\x00"), "ledger.unreadable"},
		"a document":                 {"a.pdf", []byte("%PDF-1.7"), "ledger.format"},
		"a bomb":                     {"a.xlsx", bomb(t), "ledger.too_large"},
	} {
		_, err := ledger.Open(c.file, c.data)
		e, ok := err.(*domain.Error)
		if !ok || len(e.Fields) != 1 || e.Fields[0].Path != "file" || e.Fields[0].Code != c.code {
			t.Errorf("%s: %v, want %s", name, err, c.code)
		}
	}
}

func TestDaysOfTheSystemOf1904AreShifted(t *testing.T) {
	t.Parallel()
	s := readOne(t, "a.xlsx", sheetOf(t, "项目", [][]any{head(), {"甲项目", "甲公司", "县水务局", 12000, 46086 - 1462}, {"乙项目", "乙公司", "县水务局", 5000,
		"2026-04-06"}}, func(f *excelize.File) {
		yes := true
		_ = f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes})
	}))
	wantTwo(t, s)
}

func TestFormulasAreReadWithAndWithoutTheirValues(t *testing.T) {
	t.Parallel()
	rows := [][]any{{"项目名称", "投资方", "责任单位", "总投资(万元)", "签约时间", "土建", "设备"}, {"甲项目", "甲公司", "县水务局", nil, "2026-03-05", 7000, 5000},
		{"乙项目", "乙公司", "县水务局", nil, "2026-04-06", 2000, 3000}}
	wantTwo(t, readOne(t, "a.xlsx", sheetOf(t, "项目", rows, func(f *excelize.File) {
		for _, n := range []int{2, 3} {
			_ = f.SetCellFormula("项目", fmt.Sprintf("D%d", n), fmt.Sprintf("F%d+G%d", n, n))
		}
	})))
}

func TestAWorkbookOfManySheetsAndColumnsIsRead(t *testing.T) {
	t.Parallel()
	wide := func(row []any) []any {
		for n := len(row); n < 200; n++ {
			row = append(row, fmt.Sprintf("附注%d", n))
		}
		return row
	}
	data := sheetOf(t, "项目", [][]any{wide(head()), wide(jia()), wide(second())}, func(f *excelize.File) {
		for n := range 20 {
			name := fmt.Sprintf("项目%d", n)
			_, _ = f.NewSheet(name)
			for i, r := range [][]any{head(), jia(), second()} {
				_ = f.SetSheetRow(name, fmt.Sprintf("A%d", i+1), &r)
			}
		}
	})
	grids, err := ledger.Open("a.xlsx", data)
	if err != nil {
		t.Fatal(err)
	}
	sheets := ledger.Read(grids, demoUnits(t), nil)
	if len(sheets) != 21 {
		t.Fatalf("%d sheets, want 21", len(sheets))
	}
	for _, s := range sheets {
		wantTwo(t, s)
	}
}

// What is guarded on the way out is read as it was on the way in.
func TestAGuardedTextComesBackAsItWas(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"=cmd|'/c calc'!A1", "+8613800000000", "-1", "@SUM(A1)", "<script>alert(1)</script>", "' 引号开头",
		"O'Brien"} {
		w, err := ledger.NewWriter("项目", []string{"项目名称", "投资方", "责任单位"})
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Row([]ledger.Cell{{Text: text}, {Text: "甲公司"}, {Text: "县水务局"}}); err != nil {
			t.Fatal(err)
		}
		data, err := w.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		f, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if formula, _ := f.GetCellFormula("项目", "A2"); formula != "" {
			t.Errorf("%q went out as the formula %q", text, formula)
		}
		_ = f.Close()
		if got := readOne(t, "a.xlsx", data).Rows[0].Texts["name"]; got != strings.TrimSpace(text) {
			t.Errorf("%q came back as %q", text, got)
		}
	}
}

// Whatever bytes come, they are read or refused.
func FuzzOpenNeverPanics(f *testing.F) {
	f.Add("a.csv", []byte("项目名称,投资方,责任单位\n甲,乙,丙\n"))
	f.Add("a.csv", []byte("sep=;\n\"a;b\n"))
	f.Add("a.xls", []byte("a\tb\r\n"))
	f.Add("a.xlsx", []byte("PK\x03\x04rubbish"))
	f.Add("a.csv", []byte("合计,1,2,3\n项目名称,投资方,1月,2026年底\n"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		grids, err := ledger.Open(name, data)
		if err != nil {
			return
		}
		for _, s := range ledger.Read(grids, county{}, nil) {
			for _, x := range s.Findings {
				if !ledger.IsCell(x.Cell) {
					t.Errorf("a finding on no cell: %+v", x)
				}
			}
		}
		for _, g := range grids {
			_ = ledger.SkipReason(g)
			_ = ledger.Read(grids, county{}, map[string]ledger.Mapping{g.Name: ledger.At(g, "project", []int{1})})
		}
	})
}
