package ledger_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"

	"sangu/internal/ledger"
)

// said tells a row in one line, by the fields asked for.
func said(r ledger.Row, fields ...string) string {
	var out []string
	for _, f := range fields {
		switch {
		case r.Money[f].Amount != 0:
			out = append(out, fmt.Sprint(r.Money[f].Amount))
		case !r.Dates[f].IsZero():
			out = append(out, r.Dates[f].String())
		case r.Words[f] != "":
			out = append(out, r.Words[f])
		case len(r.People[f]) > 0:
			out = append(out, strings.Join(r.People[f], "+"))
		case r.Units[f] != "":
			out = append(out, string(r.Units[f]))
		default:
			out = append(out, r.Texts[f])
		}
	}
	return strings.Join(out, " ")
}

// Each kind of ledger as some office keeps it: titles above, two or three header
// rows, totals within, amounts and days in words.
func TestEachKindIsReadAsOtherOfficesKeepIt(t *testing.T) {
	t.Parallel()
	gb := func(text string) []byte {
		out, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	cases := []struct {
		name, file, kind string
		data             []byte
		fields           []string
		want             []string
	}{
		{name: "leads under two header rows, with totals within", file: "a.xlsx", kind: "lead", data: sheetOf(t, "2025年线索",
			[][]any{{"××县招商引资线索汇总表"},
				{"填报单位：县商务局　　　　　　　填报日期：2025年3月31日"},
				{"序号", "企业基本情况", "", "", "投资意向", "", "首报情况", "", "跟进情况", ""}, {"", "企业名称", "联系人", "联系电话", "意向内容", "意向投资额（亿元）", "首报单位",
					"首报时间",
					"跟进人", "下次跟进时间"},
				{"一、制造业"}, {1, "甲公司", "王强", "138 1234 5678", "冷链", "约1.2", "县水务局", "2025.3", "王强", "2025年4月"}, {"小计", "1家", "", "", "",
					1.2},
				{"二、文旅"}, {2, "乙公司", "李丽", "0313-631 2345", "民宿", "3,000万", "县财政局", "2025年3月5日", "", 45750}, {"合计", "2家", "", "", "",
					1.5}},
			merge([2]string{"A1", "J1"}, [2]string{"A2", "J2"}, [2]string{"A3", "A4"}, [2]string{"B3", "D3"}, [2]string{"E3", "F3"},
				[2]string{"G3", "H3"}, [2]string{"I3", "J3"}, [2]string{"A5", "J5"}, [2]string{"A8", "J8"})),
			fields: []string{"company", "subject", "amount", "first_unit", "reported_on", "contact_phone", "next_on"},
			want: []string{"甲公司 冷链 120000000 县水务局 2025-03-01 138 1234 5678 2025-04-01",
				"乙公司 民宿 30000000 县财政局 2025-03-05 0313-631 2345 2025-04-03"}},
		{name: "visits with days that go on for several", file: "a.xlsx", kind: "visit", data: sheetOf(t, "9月外出招商",
			[][]any{{"2025年9月外出招商统计表"}, {"序号", "外出时间",
				"带队领导及职务", "随行人员", "目的地", "拜访企业", "洽谈成果"},
				{1, "9月3日-5日", "郭振华 副县长", "王强、李丽", "北京", "甲公司", "达成意向"}, {2, "2025.9.10—9.12", "县长 李秀芳", "", "上海、杭州", "乙公司", "—"}, {3,
					"2025年9月18日至20日", "郭振华", "", "深圳", "丙公司", "签约"}, {4, "9.25", "郭振华", "", "天津", "丁公司", "无"}},
			merge([2]string{"A1", "G1"})),
			fields: []string{"on", "company", "leader", "place", "outcome"},
			want: []string{"2025-09-03 甲公司 郭振华 北京 达成意向", "2025-09-10 乙公司 李秀芳 上海、杭州 ", "2025-09-18 丙公司 郭振华 深圳 签约",
				"2025-09-25 丁公司 郭振华 天津 "}},
		{name: "enterprises with ticks and a header hint", file: "a.xlsx", kind: "enterprise", data: sheetOf(t, "规上企业",
			[][]any{{"全县工业企业运行情况"}, {"序号", "单位名称（全称）",
				"统一社会信用代码", "所在乡镇", "是否规上（√/×）", "主导产品", "生产经营情况", "企业困难诉求"},
				{1, "甲公司", "", "龙关镇", "√", "矿泉水", "正常生产", "无"}, {2, "乙公司", "", "样田乡", "×", "板材", "停产（季节性）", "贷款难"}}, nil),
			fields: []string{"name", "host_area", "products", "state", "requests"}, want: []string{"甲公司 龙关镇 矿泉水 normal ",
				"乙公司 样田乡 板材 halted 贷款难"}},
		{name: "clients in GB18030 without a mark", file: "客商.csv", kind: "client",
			data: gb("客商库,,,,,\r\n客商名称,企业性质,所在省市,联系人,联系电话,投资方向\r\n\"甲集团\r\n有限公司\",民企,北京市,王强,\"１３８ 1234-5678\",冷链\r\n乙公司,央企,天津市,李丽," +
				"０３１３－６３１２３４５,风电\r\n"),
			fields: []string{"name", "investor_class", "origin", "contact",
				"contact_phone"}, want: []string{"甲集团有限公司 private 北京市 王强 １３８ 1234-5678",
				"乙公司 central_soe 天津市 李丽 ０３１３－６３１２３４５"}},
		{name: "money with vouchers that begin with noughts, in 元", file: "a.xlsx", kind: "fund", data: sheetOf(t, "资金到位凭证",
			[][]any{{"到位资金明细", "", "", "",
				"单位：元"}, {"项目", "到账时间", "款项用途", "到账金额", "记账凭证号"},
				{"甲项目", "2026-3-5", "设备款", "3,000,000.00", "000123"}, {"甲项目", "2026.03", "土建工程款", 2500000.5, "000124"}, {"", "", "本页合计",
					5500000.5, ""}}, nil),
			fields: []string{"project", "paid_on", "category", "amount",
				"voucher"}, want: []string{"甲项目 2026-03-05 equipment 3000000 000123",
				"甲项目 2026-03-01 building 2500001 000124"}},
		{name: "problems merged down over one project", file: "a.xlsx", kind: "problem", data: sheetOf(t, "存在问题",
			[][]any{{"序号", "项目名称", "存在的主要问题", "责任单位",
				"整改时限", "是否销号"}, {1, "甲项目", "1. 用电未通\n2. 用水未通", "县水务局", "2026年10月底", "否"}, {2, "", "土地未摘牌", "县财政局", "", "已办结"}},
			merge([2]string{"B2", "B3"})),
			fields: []string{"project", "problem", "due_on"}, want: []string{"甲项目 1. 用电未通 2. 用水未通 2026-10-31", "甲项目 土地未摘牌 "}},
		{name: "projects with the unit in the header and in some cells", file: "a.xlsx", kind: "project", data: sheetOf(t, "在谈",
			[][]any{{"赤城县在谈项目一览表（截至2025年3月）"}, {"序号", "项目名称", "投资主体", "牵头部门", "投资额(万元)", "洽谈进展阶段", "拟签约时间"},
				{1, "甲项目", "甲公司", "县水务局", "约1.2亿", "在谈", "2025年6月"}, {2, "乙项目", "乙公司", "县财政局", "3,000万", "意向协议", "2025年底"}, {"", "合计：2个",
					"",
					"", 15000}}, nil),
			fields: []string{"name", "investor", "responsible_unit", "total_investment",
				"stage"}, want: []string{"甲项目 甲公司 县水务局 120000000 NEGOTIATING",
				"乙项目 乙公司 县财政局 30000000 INTENT"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := readOne(t, c.file, c.data)
			if s.Mapping.Kind != c.kind || len(s.Rows) != len(c.want) {
				t.Fatalf("kind %q, %d rows, want %d; header %v %v; %v", s.Mapping.Kind, len(s.Rows), len(c.want), s.Mapping.HeaderRows,
					s.Mapping.Columns, s.Findings)
			}
			for i, want := range c.want {
				if got := said(s.Rows[i], c.fields...); got != want || s.Rows[i].Worst == ledger.Error {
					t.Errorf("row %d: %s\nwant   %s (%s)", i, got, want, s.Rows[i].Worst)
				}
			}
			if t.Failed() {
				t.Log(s.Mapping.HeaderRows, s.Mapping.Columns, s.Findings)
			}
		})
	}
}

// One key twice in a file, whatever the case of its letters and the blanks about
// it, is one record.
func TestOneKeyTwiceInAFileIsTold(t *testing.T) {
	t.Parallel()
	for name, rows := range map[string][][]any{
		"clients by code": {{"客商名称", "信用代码", "企业性质"}, {"甲公司", "91110108551385082Q", "民企"}, {"甲公司（北京）", "9111 0108 5513 85082q",
			"民企"}},
		"enterprises by name": {{"企业名称", "主要产品", "是否规上"}, {"甲公司", "水", "是"}, {" 甲 公司", "水", "是"}},
		"leads by both":       {{"企业名称", "意向内容", "首报单位"}, {"甲公司", "冷链", "县水务局"}, {"甲公司", "冷 链", "县水务局"}},
		"vouchers of one kind": {{"项目名称", "到位日期", "金额(万元)", "凭证号"}, {"甲项目", "2026-03-05", 3, "记-001"}, {"乙项目", "2026-03-05", 3,
			"记－００１"}},
		"visits of one leader":  {{"日期", "带队领导", "拜访企业"}, {"2026-03-05", "郭振华", "甲公司"}, {"2026.3.5", "副县长郭振华", "甲公司"}},
		"projects by their own": {{"项目编号", "项目名称", "投资方", "责任单位"}, {"A-1", "甲项目", "甲公司", "县水务局"}, {"a-1", "乙项目", "乙公司", "县水务局"}},
		"problems word by word": {{"项目名称", "存在问题", "整改时限"}, {"甲项目", "用电", "2026-10-30"}, {"甲项目", "用电", "2026-10-30"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := readOne(t, "a.xlsx", sheetOf(t, "Sheet1", rows, nil))
			if len(s.Rows) != 2 || s.Rows[0].Worst != "" || s.Rows[1].Worst != ledger.Duplicate {
				t.Errorf("%d rows, %v", len(s.Rows), s.Findings)
			}
		})
	}
}

// Sheets that would break a reader: cells of forty thousand characters, marks of
// all sorts, ten thousand styled rows below the last one, a very wide row.
func TestSheetsThatWouldBreakAReaderAreRead(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("长", 40_000)
	s := readOne(t, "线索.csv", []byte("企业名称,意向内容,首报单位,备注\n甲公司,冷链,县水务局,"+long+"\n\"乙\x00公司\u202e\",=cmd|' /C calc'!A0,县水务局,@SUM(1+1)\n"))
	if len(s.Rows) != 2 || len([]rune(s.Rows[0].Texts["note"])) > 32_767 || s.Rows[1].Texts["company"] != "乙公司" ||
		s.Rows[1].Texts["subject"] != "=cmd|' /C calc'!A0" {
		t.Errorf("%d rows: %.200v %v", len(s.Rows), s.Rows, s.Findings)
	}
	wide := make([]any, 3000)
	wide[0], wide[1], wide[2], wide[2999] = "乙公司", "民宿", "县水务局", "远处"
	s = readOne(t, "a.xlsx", sheetOf(t, "线索", [][]any{{"企业名称", "意向内容", "首报单位"}, {"甲公司", "冷链", "县水务局"}, wide}, func(f *excelize.File) {
		style, _ := f.NewStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Color: []string{"FFFF00"}, Pattern: 1}})
		_ = f.SetCellStyle("线索", "A4", "J10000", style)
	}))
	if len(s.Rows) != 2 || s.Skipped > 10_000 {
		t.Errorf("%d rows, %d skipped", len(s.Rows), s.Skipped)
	}
}

func TestAMonthThatATitleNamesIsTheDayItStandsFor(t *testing.T) {
	t.Parallel()
	for title, want := range map[string]string{"截至2025年3月": "2025-03-31 2025", "截止：2025年2月底": "2025-02-28 2025",
		"截至2025年3月20日": "2025-03-20 2025", "2024年外出招商": " 2024", "统计表": " 0"} {
		s := readOne(t, "a.xlsx", sheetOf(t, "Sheet1", [][]any{{title}, head(), jia()}, nil))
		got := fmt.Sprintf("%s %d", s.AsOf, s.Year)
		if got != want {
			t.Errorf("%s is read as %q, want %q", title, got, want)
		}
	}
}
