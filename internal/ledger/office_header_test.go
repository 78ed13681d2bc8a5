package ledger_test

import (
	"fmt"
	"strings"
	"testing"

	"sangu/internal/ledger"
)

// columnsOf reads a header as "header=field" for the columns that mean something.
func columnsOf(m ledger.Mapping) map[string]string {
	out := map[string]string{}
	for c, key := range m.Columns {
		if key != "" {
			out[key] = ledger.ColumnName(c)
		}
	}
	return out
}

func wantColumns(t *testing.T, m ledger.Mapping, fields string) {
	t.Helper()
	got := columnsOf(m)
	for pair := range strings.FieldsSeq(fields) {
		key, column, _ := strings.Cut(pair, "=")
		if got[key] != column {
			t.Errorf("%s is in column %q, want %q: %v", key, got[key], column, m.Headers)
		}
	}
}

func TestAListOfPlannedProjectsIsReadAndItsFirstRowIsNoPartOfTheHead(t *testing.T) {
	t.Parallel()
	flat := [][]any{
		{"谋划项目编号", "谋划项目名称", "总投资(亿元)", "拟引进投资(亿元)", "投资方名称", "拟投资额(内资-亿元)", "拟投资额(外资-万美元)", "税金(亿元/年)", "利润(亿元/年)", "项目所在县市区", "社会效益"},
		{"MH-01", "冷链园项目", 1.2, 0.8, "北京甲公司", 0.8, "", 0.05, 0.1, "赤城县", "带动就业"},
	}
	s := read(t, "a.xlsx", sheetOf(t, "谋划", flat, nil))
	want(t, lines(s, "code", "name", "total_investment", "investor", "annual_tax"), "MH-01 | 冷链园项目 | 120000000 | 北京甲公司 | 5000000")
	below := [][]any{
		{"序号", "谋划项目编号", "谋划项目名称", "总投资(亿元)", "主要资金来源", "", "", "", "投资方名称", "拟投资额", "", "税金(亿元/年)"},
		{"", "", "", "", "国家地区", "省份信息", "地市级信息", "县市区信息", "", "内资-亿元", "外资-万美元", ""},
		{1, "MH-01", "冷链园项目", 1.2, "中国", "北京市", "北京市", "海淀区", "北京甲公司", 0.8, "", 0.05},
	}
	for name, more := range map[string]more{"merged": merge([2]string{"E1", "H1"}, [2]string{"J1", "K1"}, [2]string{"C1", "C2"}),
		"not merged": nil} {
		s = read(t, "a.xlsx", sheetOf(t, "谋划", below, more))
		want(t, lines(s, "code", "name", "total_investment", "investor", "origin"), "MH-01 | 冷链园项目 | 120000000 | 北京甲公司 | 北京市")
		if h := fmt.Sprint(s[0].Mapping.HeaderRows); h != "[1 2]" {
			t.Errorf("%s: the header is %s", name, h)
		}
	}
}

func TestTotalsOfMoneyInPlaceThreeLevelsDeepAreNeverTheirParts(t *testing.T) {
	t.Parallel()
	top := []any{"序号", "项目名称", "投资方", "责任单位", "是否央企", "是否上市", "是否固定资产投资类项目"}
	middle, low, row := make([]any, 7), make([]any, 7), []any{1, "甲项目", "甲公司", "县水务局", "是", "否", "是"}
	var ranges [][2]string
	for n, heading := range []string{"项目协议总投资额（万元）资金来源", "自开始建设至本月末累计到位资金", "自年初至本月末累计到位资金"} {
		first := len(top)
		top = append(top, heading, "", "", "", "", "")
		middle = append(middle, "合计", "其中：我方", "合作方", "", "", "")
		low = append(low, "", "", "小计", "省外", "其他州市", "本州市")
		row = append(row, 12000-n*4000, 2000, 10000-n*4000, 5000, 3000, 2000)
		ranges = append(ranges, [2]string{ledger.CellName(0, first), ledger.CellName(0, first+5)}, [2]string{ledger.CellName(1, first+2),
			ledger.CellName(1, first+5)},
			[2]string{ledger.CellName(1, first), ledger.CellName(2, first)}, [2]string{ledger.CellName(1, first+1), ledger.CellName(2,
				first+1)})
	}
	for c := range 7 {
		ranges = append(ranges, [2]string{ledger.CellName(0, c), ledger.CellName(2, c)})
	}
	s := read(t, "a.xlsx", sheetOf(t, "到位", [][]any{top, middle, low, row}, merge(ranges...)))
	want(t, lines(s, "name", "contract_amount", "funds_reported", "year_funds", "origin"), "甲项目 | 120000000 | 80000000 | 40000000 | ")
	wantColumns(t, s[0].Mapping, "contract_amount=H funds_reported=N year_funds=T total_investment= month_funds= fixed_investment=")
}

func TestAListOfAZoneIsOfProjects(t *testing.T) {
	t.Parallel()
	s := read(t, "a.csv", []byte("投资方名称,项目名称,项目类别,投资规模(亿元),项目内容,市(区),园区名称,街镇名,入库时间,报送日期,洽谈进度,投资方注册地\n"+
		"甲公司,甲项目,工业,1.2,建厂房,赤城县,,龙关镇,2026-09-01,2026-09-02,接洽中,上海\n乙公司,乙项目,工业,2,建厂房,赤城县,,龙关镇,2026-09-01,2026-09-02,意向达成,上海\n"))
	want(t, lines(s, "investor", "name", "total_investment", "content", "host_area", "updated_on", "stage", "origin"),
		"甲公司 | 甲项目 | 120000000 | 建厂房 | 龙关镇 | 2026-09-02 | NEGOTIATING | 上海",
		"乙公司 | 乙项目 | 200000000 | 建厂房 | 龙关镇 | 2026-09-02 | INTENT | 上海")
}

func TestCountsOfTripsAreNoLedgerOfVisits(t *testing.T) {
	t.Parallel()
	grids, err := ledger.Open("外出.csv", []byte("序号,组别,外出人数,外出天数,工作开展情况\n1,一组,5,3,走访企业6家\n"))
	if err != nil {
		t.Fatal(err)
	}
	if m, ok := ledger.Find(grids[0]); ok {
		t.Errorf("read as %s: %v", m.Kind, m.Columns)
	}
	if why := ledger.SkipReason(grids[0]); why != ledger.SkipUnknown {
		t.Errorf("left out because %s", why)
	}
}
