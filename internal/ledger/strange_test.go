package ledger_test

import (
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"

	"sangu/internal/ledger"
)

type more = func(*excelize.File)

func merge(ranges ...[2]string) more {
	return func(f *excelize.File) {
		for _, r := range ranges {
			_ = f.MergeCell(f.GetSheetName(0), r[0], r[1])
		}
	}
}

// head is the plainest header; jia and yi2 are the two rows below it.
func head() []any {
	return []any{"项目名称", "投资方", "责任单位", "总投资(万元)", "签约时间"}
}
func jia() []any { return []any{"甲项目", "甲公司", "县水务局", 12000, "2026-03-05"} }
func second() []any {
	return []any{"乙项目", "乙公司", "县水务局", 5000, "2026-04-06"}
}

func blank(n int) (out [][]any) {
	for range n {
		out = append(out, []any{})
	}
	return out
}

// The same two projects, however an office lays its sheet out.
func TestTheSheetIsFoundHoweverItIsLaidOut(t *testing.T) {
	t.Parallel()
	below := func(above ...[]any) [][]any { return append(above, head(), jia(), second()) }
	cases := []struct {
		name string
		rows [][]any
		more more
	}{
		{"the header on row 5", below([]any{"赤城县招商引资项目推进情况一览表"}, []any{}, []any{"填报单位：赤城县商务局", "", "", "2026年9月"}, []any{}),
			merge([2]string{"A1", "E1"})},
		{"the header on row 12 under an explanation", below(append([][]any{{"填表说明"}, {"1. 项目名称应与备案名称一致；"}, {"2. 总投资以万元计；"},
			{"3. 责任单位填写全称。"}}, blank(7)...)...), nil},
		{"blank rows between rows", [][]any{head(), {}, jia(), {}, {}, second(), {}}, nil},
		{"blank columns between columns", [][]any{{"项目名称", "", "投资方", "", "责任单位", "总投资(万元)", "", "签约时间"}, {"甲项目", "", "甲公司", "", "县水务局",
			12000, "", "2026-03-05"}, {"乙项目", "", "乙公司", "", "县水务局", 5000, "", "2026-04-06"}}, nil},
		{"the sheet begins at column C", [][]any{{"", "", "项目名称", "投资方", "责任单位", "总投资(万元)", "签约时间"}, append([]any{"", ""}, jia()...),
			append([]any{"", ""}, second()...)}, nil},
		{"subtotals whose word stands in the name's column far right", [][]any{{"序号", "乡镇", "产业链", "备注", "所属行业", "项目名称", "投资方", "责任单位",
			"总投资(万元)", "签约时间"},
			{1, "", "", "", "", "甲项目", "甲公司", "县水务局", 12000, "2026-03-05"}, {"", "", "", "", "", "小计：1个", "", "", 12000}, {2, "", "", "",
				"", "乙项目", "乙公司", "县水务局", 5000, "2026-04-06"}, {"", "", "", "", "", "总　计", "", "", 17000}}, nil},
		{"group heads that are no numbers", [][]any{head(), {"工业类项目"}, jia(), {"二产合计（1个）", "", "", 12000}, {"★文旅项目"}, second(),
			{"第三部分 谋划项目"}}, merge([2]string{"A2", "E2"}, [2]string{"A5", "E5"}, [2]string{"A7", "E7"})},
		{"group heads with a count and a sum", [][]any{head(), {"一、签约项目（1个）", "", "", 12000}, jia(), {"二、开工项目（1个）", "", "", 5000},
			second()}, nil},
		{"notes at the end", [][]any{head(), jia(), second(), {"备注：以上数据截至9月底"}, {"填报人：张三", "", "联系电话：0313-6312345", "审核人：李四"},
			{"说明：1.本表按月报送；2.逾期不候。"}, {"注1：总投资含土地款"}}, nil},
		{"a header of two rows merged both ways", [][]any{{"序号", "项目名称", "投资方", "责任单位", "投资情况（万元）", "", "时间节点"}, {"", "", "", "", "总投资",
			"到位资金", "签约", "开工"}, {1, "甲项目", "甲公司", "县水务局", 12000, 300, "2026-03-05"}, {2, "乙项目", "乙公司", "县水务局", 5000, "", "2026-04-06"}},
			merge([2]string{"A1", "A2"}, [2]string{"B1", "B2"}, [2]string{"C1", "C2"}, [2]string{"D1", "D2"}, [2]string{"E1", "F1"},
				[2]string{"G1", "H1"})},
		{"line breaks and spaces in the header", [][]any{{"项目\n名称", "投 资 方\n名 称", "责任\r\n单位", "总投资\n（万元）", "签约\n时间"}, jia(), second()},
			nil},
		{"marks and hints in the header", [][]any{{"*项目名称（全称）", "投资方（必填）", "责任单位★", "总投资（万元，含土地）", "签约时间（年月日）"}, jia(), second()}, nil},
		{"column numbers below the header", [][]any{head(), {1, 2, 3, 4, 5}, jia(), second()}, nil},
		{"the header repeated on the next printed page", [][]any{head(), jia(), {"赤城县招商引资项目台账（续表）"}, head(), second()},
			merge([2]string{"A3", "E3"})},
		{"an unknown column with long texts", [][]any{append(head(), "领导批示精神贯彻落实情况（请逐条写明，不超过二百字，没有的填无）"), append(jia(), "无"),
			append(second(), "无")}, nil},
		{"filters and hidden columns", below(), func(f *excelize.File) {
			_ = f.AutoFilter("项目", "A1:E3", nil)
			_ = f.SetColVisible("项目", "C", false)
		}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			wantTwo(t, readOne(t, "a.xlsx", sheetOf(t, "项目", c.rows, c.more)))
		})
	}
}

// wantTwo wants the projects 甲 and 乙 and nothing else.
func wantTwo(t *testing.T, s ledger.Sheet) {
	t.Helper()
	rows := s.Accepted()
	if s.Mapping.Kind != "project" || len(rows) != 2 || len(s.Rows) != 2 {
		t.Fatalf("kind %q, %d of %d rows accepted, want 2 projects; header %v %v, findings %v", s.Mapping.Kind, len(rows), len(s.Rows),
			s.Mapping.HeaderRows, s.Mapping.Columns, s.Findings)
	}
	for i, want := range []string{"甲项目 甲公司 120000000 2026-03-05 县水务局", "乙项目 乙公司 50000000 2026-04-06 县水务局"} {
		r := rows[i]
		got := fmt.Sprintf("%s %s %d %s %s", r.Texts["name"], r.Texts["investor"], r.Money["total_investment"].Amount,
			r.Dates["signed_on"], r.Units["responsible_unit"])
		if got != want || r.Worst != "" {
			t.Errorf("row %d: %s (%s), want %s; %v", i, got, r.Worst, want, s.Findings)
		}
	}
}

func TestCellsAreReadHoweverTheyAreWritten(t *testing.T) {
	t.Parallel()
	units := func(header, title string, a, b any) [][]any {
		return [][]any{{"台账", title}, {"项目名称", "投资方", "责任单位", header, "签约时间"}, {"甲项目", "甲公司", "县水务局", a, "2026-03-05"}, {"乙项目", "乙公司",
			"县水务局", b, "2026-04-06"}}
	}
	days := func(a, b any) [][]any {
		return [][]any{head(), {"甲项目", "甲公司", "县水务局", 12000, a}, {"乙项目", "乙公司", "县水务局", 5000, b}}
	}
	cases := []struct {
		name string
		rows [][]any
		more more
	}{
		{"the unit in brackets of the title row", units("总投资", "（单位：亿元）", 1.2, 0.5), nil},
		{"the unit said as 金额单位", units("总投资", "金额单位:亿元 截至2026年9月底", 1.2, 0.5), nil},
		{"the column's unit wins over the title's", units("总投资（元）", "单位：万元", 120_000_000, 50_000_000), nil},
		{"the unit without brackets behind the name", units("总投资 万元", "", 12000, 5000), nil},
		{"the unit after a slash", units("总投资/亿元", "", 1.2, 0.5), nil},
		{"units in the cells", units("总投资", "", "1.2亿元", "5000万元"), nil},
		{"numbers as texts with blanks of all sorts", units("总投资(万元)", "", " 12,000\u00a0", "'5 000\u200b"), nil},
		{"days with the time of day", days("2026/3/5 0:00", "2026-04-06T00:00:00Z"), nil},
		{"days in English", days("5-Mar-26", "6 April 2026"), nil},
		{"days with blanks and weekdays", days("2026 年 3 月 5 日", "2026年4月6日（星期一）"), nil},
		{"days with 号 and a comma for a point", days("2026年3月5号", "2026，4，6"), nil},
		{"a name with zero-width marks and spaces", [][]any{head(), {" 甲项目\u200b\u00a0", "\ufeff甲公司", "县水务局 ", 12000, "2026-03-05"},
			{"乙项目\u200d", "乙公司\u2060", "县水务局\u00ad", 5000, "2026-04-06"}}, nil},
		{"a name broken over lines", [][]any{head(), {"甲\n项目", "甲\r\n公司", "县水\n务局", 12000, "2026-03-05"}, second()}, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			wantTwo(t, readOne(t, "a.xlsx", sheetOf(t, "项目", c.rows, c.more)))
		})
	}
}

func TestTextFilesAreReadHoweverTheyAreSaved(t *testing.T) {
	t.Parallel()
	const plain = "项目名称,投资方,责任单位,总投资(万元),签约时间\n甲项目,甲公司,县水务局,\"12,000\",2026-03-05\n乙项目,乙公司,县水务局,5000,2026-04-06\n"
	for name, text := range map[string]string{
		"with semicolons": "项目名称;投资方;责任单位;总投资(万元);签约时间\n甲项目;甲公司;县水务局;12,000;2026-03-05\n乙项目;乙公司;县水务局;5000;2026-04-06\n",
		"with tabs below a title": "赤城县招商引资项目台账\n项目名称\t投资方\t责任单位\t总投资(万元)\t签约时间\n甲项目\t甲公司\t县水务局\t12," +
			"000\t2026-03-05\n乙项目\t乙公司\t县水务局\t5000\t2026-04-06\n",
		"with quotes around line breaks": "\"项目\n名称\",投资方,责任单位,总投资(万元),签约时间\n\"甲项\n目\",甲公司,县水务局,12000,2026-03-05\n乙项目,乙公司,县水务局,5000," +
			"2026-04-06\n",
		"with old line ends": "项目名称,投资方,责任单位,总投资(万元),签约时间\r甲项目,甲公司,县水务局,12000,2026-03-05\r乙项目,乙公司,县水务局,5000,2026-04-06\r",
		"with sep=": "sep=;\n项目名称;投资方;责任单位;总投资(万元);签约时间\n甲项目;甲公司;县水务局;12000;2026-03-05\n乙项目;乙公司;县水务局;5000;" +
			"2026-04-06\n",
		"plainly": plain,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			wantTwo(t, readOne(t, "项目.csv", []byte(text)))
		})
	}
}
