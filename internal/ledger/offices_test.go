package ledger_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"

	"sangu/internal/ledger"
)

// sheetOf makes a workbook of one sheet; more changes it before it is saved.
func sheetOf(t testing.TB, name string, rows [][]any, more func(*excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName("Sheet1", name); err != nil {
		t.Fatal(err)
	}
	for i, r := range rows {
		if err := f.SetSheetRow(name, fmt.Sprintf("A%d", i+1), &r); err != nil {
			t.Fatal(err)
		}
	}
	if more != nil {
		more(f)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func readOne(t *testing.T, file string, data []byte) ledger.Sheet {
	t.Helper()
	grids, err := ledger.Open(file, data)
	if err != nil {
		t.Fatal(err)
	}
	sheets := ledger.Read(grids, demoUnits(t), nil)
	if len(sheets) != 1 {
		t.Fatalf("%d sheets read, want 1", len(sheets))
	}
	return sheets[0]
}

const yi = int64(100_000_000)

// Other offices keep other workbooks: the same three rows must come out.
func TestWorkbooksOfOtherOfficesReadTheSame(t *testing.T) {
	t.Parallel()
	gb, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte("项目名称,投资方,责任单位,总投资（万元）,签约时间\r\n甲项目,甲公司,县水务局,\"12,000\"," +
		"2026/3/5\r\n乙项目,乙公司,县水务局,5000,2026年4月6日\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	plain := []any{"甲项目", "甲公司", "县水务局", 12000, "2026-03-05"}
	second := []any{"乙项目", "乙公司", "县水务局", 5000, "2026-04-06"}
	cases := []struct {
		name, file string
		data       []byte
	}{
		{"a header of one row without a title", "a.xlsx", sheetOf(t, "台账", [][]any{{"项目名称", "投资方", "责任单位", "总投资(万元)", "签约时间"}, plain,
			second}, nil)},
		{"other names and another order", "a.xlsx", sheetOf(t, "2026", [][]any{{"承办单位", "签约日期", "客商名称", "名称", "计划总投资（万元）"},
			{"县水务局", "2026.3.5", "甲公司", "甲项目", 12000}, {"县水务局", "20260406", "乙公司", "乙项目", "5000"}}, nil)},
		{"amounts in 亿元, dates as serials", "a.xlsx", sheetOf(t, "项目", [][]any{{"项目名称", "投资主体", "牵头单位", "投资额（亿元）", "签约时间"},
			{"甲项目", "甲公司", "县水务局", 1.2, 46086}, {"乙项目", "乙公司", "县水务局", "0.5", 46118}}, nil)},
		{"the unit said in the title rows", "a.xlsx", sheetOf(t, "项目", [][]any{{"赤城县招商引资项目台账"}, {"填报单位：县商务局", "", "", "单位：亿元",
			"截至：2026年9月26日"},
			{"项目名称", "投资方名称", "责任单位", "总投资", "签约时间"}, {"甲项目", "甲公司", "县水务局", 1.2, "3月5日"}, {"乙项目", "乙公司", "县水务局", 0.5, "4月6日"}}, nil)},
		{"full-width digits and spaces", "a.xlsx", sheetOf(t, "项目", [][]any{{"项 目 名 称", "投资方", "责任 单位", "总投资（万元）", "签约时间"},
			{" 甲项目　", "甲公司", "县水务局", "１２０００", "２０２６－０３－０５"}, {"乙项目", "乙公司", "县水务局", "５０００", "２０２６．４．６"}}, nil)},
		{"formulas with their kept values", "a.xlsx", sheetOf(t, "项目", [][]any{{"项目名称", "投资方", "责任单位", "固定资产投资(万元)", "总投资(万元)", "签约时间"},
			{"甲项目", "甲公司", "县水务局", 6000, 12000, "2026-03-05"}, {"乙项目", "乙公司", "县水务局", 2500, 5000, "2026-04-06"}, {"合计", "", "", 8500,
				17000, ""}}, func(f *excelize.File) {
			_ = f.SetCellFormula("项目", "D4", "SUM(D2:D3)")
		})},
		{"a merged responsible unit down two rows", "a.xlsx", sheetOf(t, "项目", [][]any{{"项目名称", "投资方", "责任单位", "总投资(万元)", "签约时间"}, plain,
			{"乙项目", "乙公司", "", 5000, "2026-04-06"}}, func(f *excelize.File) {
			_ = f.MergeCell("项目", "C2", "C3")
		})},
		{"hidden rows count as rows", "a.xlsx", sheetOf(t, "项目", [][]any{{"项目名称", "投资方", "责任单位", "总投资(万元)", "签约时间"}, plain, second},
			func(f *excelize.File) {
				_ = f.SetRowVisible("项目", 3, false)
			})},
		{"a header of three rows", "a.xlsx", sheetOf(t, "项目", [][]any{{"项目名称", "各方", "", "投资情况", "时间节点"}, {"", "投资方", "责任单位", "总投资",
			"签约"}, {"", "名称", "", "(万元)", "时间"},
			plain, second}, func(f *excelize.File) {
			for _, m := range [][2]string{{"A1", "A3"}, {"B1", "C1"}, {"C2", "C3"}} {
				_ = f.MergeCell("项目", m[0], m[1])
			}
		})},
		{"English", "a.xlsx", sheetOf(t, "Projects", [][]any{{"No", "Project name", "Investor", "Responsible unit",
			"Total investment (万元)", "Signed on"},
			{1, "甲项目", "甲公司", "县水务局", "12,000", "2026-03-05"}, {2, "乙项目", "乙公司", "县水务局", 5000, "2026-04-06"}}, nil)},
		{"CSV in GB18030", "a.csv", gb},
		{"CSV in UTF-8 with a mark", "a.csv",
			[]byte("\xEF\xBB\xBF项目名称,投资方,责任单位,总投资(万元),签约时间\n甲项目,甲公司,县水务局,12000,2026-3-5\n乙项目,乙公司,县水务局,5000,2026-4-6\n")},
		{"totals, groups and notes between", "a.xlsx", sheetOf(t, "项目", [][]any{{"序号", "项目名称", "投资方", "责任单位", "总投资(万元)", "签约时间"},
			{"一、工业项目"}, {1, "甲项目", "甲公司", "县水务局", 12000, "2026-03-05"},
			{"小计", "1个", "", "", 12000}, {"（二）农业项目"}, {1, "乙项目", "乙公司", "县水务局", 5000, "2026-04-06"}, {"合 计", "", "", "",
				17000}, {"填表人：张三"}, {"注：不含意向项目"}}, nil)},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := readOne(t, c.file, c.data)
			rows := s.Accepted()
			if s.Mapping.Kind != "project" || len(rows) != 2 {
				t.Fatalf("kind %q, %d rows accepted, want 2 projects; header %v, findings %v", s.Mapping.Kind, len(rows),
					s.Mapping.HeaderRows, s.Findings)
			}
			for i, want := range []struct {
				name, investor, on string
				amount             int64
			}{{name: "甲项目", investor: "甲公司", on: "2026-03-05", amount: yi * 12 / 10}, {name: "乙项目", investor: "乙公司", on: "2026-04-06",
				amount: yi / 2}} {
				r := rows[i]
				if r.Texts["name"] != want.name || r.Texts["investor"] != want.investor ||
					r.Money["total_investment"].Amount != want.amount || r.Dates["signed_on"].String() != want.on ||
					r.Units["responsible_unit"] != "县水务局" {
					t.Errorf("row %d: %v %v %v %v", i, r.Texts, r.Money, r.Dates, r.Units)
				}
			}
		})
	}
}

func TestAmountsAreReadAsOfficesWriteThem(t *testing.T) {
	t.Parallel()
	const wan = ledger.Magnitude(10_000)
	for text, want := range map[string]int64{
		"12000": 120_000_000, "1.2亿": 120_000_000, "1.2亿元": 120_000_000, "1亿2000万": 120_000_000, "12,000": 120_000_000,
		"约1.2亿元": 120_000_000, "5000万元": 50_000_000, "3千万": 30_000_000,
		"¥5000": 50_000_000, "0": 0, "1.3999999999999999": 14_000, "3.5亿元人民币": 350_000_000, "500元": 500, "１２０００": 120_000_000,
		"暂定5000万": 50_000_000, "不超过1.2亿元": 120_000_000, "一亿二千万": 120_000_000, "三千五百万元": 35_000_000, "约两亿": 200_000_000,
		"十五亿":       1_500_000_000,
		"RMB 1.2bn": 1_200_000_000, "350 million": 350_000_000, "CNY 500k": 500_000,
	} {
		a, ok := ledger.ParseMoney(text, wan, "")
		if !ok || a.Money.Amount != want {
			t.Errorf("%q = %d (%v), want %d", text, a.Money.Amount, ok, want)
		}
	}
	for _, text := range []string{"待定项目", "abc", "1.2.3", "亿", "12万34", "--5", "千万", "百万富翁", "1.2 m3", "bn"} {
		if a, ok := ledger.ParseMoney(text, wan, ""); ok {
			t.Errorf("%q was read as %d", text, a.Money.Amount)
		}
	}
	if a, _ := ledger.ParseMoney("2000万美元", wan, ""); a.Money.Currency != "USD" || a.Money.Amount != 20_000_000 {
		t.Errorf("美元: %v", a.Money)
	}
	for _, text := range []string{"USD 1.5m", "$1.5m", "1.5 million USD", "一百五十万美元"} {
		if a, ok := ledger.ParseMoney(text, wan, ""); !ok || a.Money.Currency != "USD" || a.Money.Amount != 1_500_000 {
			t.Errorf("%q = %v", text, a.Money)
		}
	}
}

func TestDaysAreReadAsOfficesWriteThem(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"2026-03-05": "2026-03-05", "2026.3.5": "2026-03-05", "2026/3/5": "2026-03-05", "2026年3月5日": "2026-03-05",
		"20260305": "2026-03-05", "46086": "2026-03-05", "3月5日": "2026-03-05",
		"2026年9月": "2026-09-01", "9月底": "2026-09-30", "2026年2月底": "2026-02-28", "2026-03-05 00:00:00": "2026-03-05",
		"26.3.5": "2026-03-05", "2026年9月中旬": "2026-09-15",
		"年底前": "2026-12-31", "10月底前": "2026-10-31", "拟2026年5月开工": "2026-05-01", "预计2026年10月投产": "2026-10-01", "9月30日前": "2026-09-30",
		"2026年上半年": "2026-06-30", "下半年": "2026-12-31",
		"2026年3月5日（正式协议）": "2026-03-05", "已于2026.3.5签约": "2026-03-05", "3/25/2026": "2026-03-25", "25/3/2026": "2026-03-25",
	} {
		if d, ok := ledger.ParseDate(text, 2026); !ok || d.Date.String() != want {
			t.Errorf("%q = %s (%v), want %s", text, d.Date, ok, want)
		}
	}
	for _, text := range []string{"2026-02-30", "2026-13-01", "尽快", "前", "99999", "2026", "31-12"} {
		if d, ok := ledger.ParseDate(text, 2026); ok {
			t.Errorf("%q was read as %s", text, d.Date)
		}
	}
}

func FuzzAmountsAndDaysNeverPanic(f *testing.F) {
	for _, s := range []string{"1.2亿", "1亿2000万-2亿", "2026-02-30", "9月底", "¥", "１２", "~", "999999999999999999999亿"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if a, ok := ledger.ParseMoney(s, 10_000, ""); ok && a.High != nil && a.High.Amount < a.Money.Amount {
			t.Errorf("%q: range runs backwards", s)
		}
		if d, ok := ledger.ParseDate(s, 2026); ok && d.Date.IsZero() {
			t.Errorf("%q: a day that is none", s)
		}
	})
}
