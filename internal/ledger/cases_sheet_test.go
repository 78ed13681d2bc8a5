package ledger_test

import (
	"testing"

	"github.com/xuri/excelize/v2"

	"sangu/internal/ledger"
)

func TestTripsListedByPersonAreVisits(t *testing.T) {
	t.Parallel()
	sheets := readCase(t, "trips-by-person.xlsx")
	want(t, lines(sheets, "on", "leader", "company", "place", "met", "met_title"),
		"2026-09-01 | 郭振华 | 甲公司 | 北京 | 王某 | 总经理", "2026-09-05 | 李秀芳 | 乙公司、丙公司 | 天津 | 李某,赵某 | 董事长,经理 [I4 warning ledger.several_firms]")
	if k := sheets[0].Mapping.Kind; k != "visit" {
		t.Errorf("read as %s", k)
	}
	s := read(t, "九月.csv", []byte("序号,姓名,职务,出发时间,返回时间,目的地,走访企业,会见人,天数\n1,郭振华,副县长,2026-09-01,2026-09-03,北京,甲公司,王某,3\n"))
	want(t, lines(s, "on", "leader", "company", "met"), "2026-09-01 | 郭振华 | 甲公司 | 王某")
}

func TestASheetThatMayBeOfTwoKindsIsAskedAbout(t *testing.T) {
	t.Parallel()
	sheets := read(t, "表.csv", []byte("企业名称,主要产品,联系人,联系电话,所在地,诉求\n甲公司,板材,王强,13800138000,龙关镇,用电\n"))
	if len(sheets) != 1 || sheets[0].Mapping.Instead == "" || notes(sheets) != "kind_unsure" ||
		sheets[0].Rows[0].Worst != ledger.Warning {
		t.Fatalf("%d sheets, %+v, told %s", len(sheets), sheets[0].Mapping, notes(sheets))
	}
	m := sheets[0].Mapping
	m.Instead, m.Rivals, m.Sure = "", nil, nil // a person said so
	grids, err := ledger.Open("表.csv", []byte("企业名称,主要产品,联系人,联系电话,所在地,诉求\n甲公司,板材,王强,13800138000,龙关镇,用电\n"))
	if err != nil {
		t.Fatal(err)
	}
	again := ledger.Reader{Directory: demoUnits(t), Mappings: map[string]ledger.Mapping{"表": m}}.Read(grids)
	if notes(again) != "" || again[0].Rows[0].Worst != "" {
		t.Errorf("after it was decided: %s, %v", notes(again), again[0].Findings)
	}
}

func TestTwoColumnsThatClaimOneFieldAreToldAndAHiddenOneIsNotPreferred(t *testing.T) {
	t.Parallel()
	sheets := readCase(t, "two-totals.xlsx")
	want(t, lines(sheets, "name", "total_investment"), "甲项目 | 120000000 [E2 warning ledger.two_columns]")
	if notes(sheets) != "column_beside" {
		t.Errorf("told: %s", notes(sheets))
	}
	same := readCase(t, "same-header-twice.xlsx")
	want(t, lines(same, "name", "total_investment"), "甲项目 | 100000000 [D2 warning ledger.two_columns]")
	if f := same[0].Findings[0]; f.Params["column"] != "E" || f.Params["other"] != "12000" || f.Suggest != "12000" {
		t.Errorf("the choice: %+v", f)
	}
	agree := read(t, "a.csv", []byte("项目名称,投资方,责任单位,总投资(万元),总投资(亿元)\n甲项目,甲公司,县水务局,12000,1.2\n乙项目,乙公司,县水务局,,0.5\n"))
	want(t, lines(agree, "total_investment"), "120000000", "50000000")
}

func TestOneNameUnderTwoHeadingsIsToldApartByTheHeading(t *testing.T) {
	t.Parallel()
	rows := [][]any{{"项目名称", "投资方", "", "", "责任单位", "", "", "总投资(万元)"}, {"", "名称", "联系人", "联系电话", "名称", "联系人", "联系电话", ""},
		{"甲项目", "甲公司", "王强", "13800138000", "县水务局", "李丽", "13900139000", 12000}}
	s := read(t, "a.xlsx", sheetOf(t, "项目", rows, merge([2]string{"B1", "D1"}, [2]string{"E1", "G1"}, [2]string{"A1", "A2"},
		[2]string{"H1", "H2"})))
	want(t, lines(s, "investor", "contact", "contact_phone", "responsible_unit"), "甲公司 | 王强 | 13800138000 | 县水务局")
	rows = [][]any{{"项目名称", "责任单位", "", "", "投资方", "", "", "总投资(万元)"}, {"", "名称", "联系人", "联系电话", "名称", "联系人", "联系电话", ""},
		{"甲项目", "县水务局", "李丽", "13900139000", "甲公司", "王强", "13800138000", 12000}}
	s = read(t, "a.xlsx", sheetOf(t, "项目", rows, merge([2]string{"B1", "D1"}, [2]string{"E1", "G1"}, [2]string{"A1", "A2"},
		[2]string{"H1", "H2"})))
	want(t, lines(s, "investor", "contact", "contact_phone", "responsible_unit"), "甲公司 | 王强 | 13800138000 | 县水务局")
}

func TestASecondHeadRulesTheRowsBelowIt(t *testing.T) {
	t.Parallel()
	want(t, lines(readCase(t, "two-tables-in-one-sheet.xlsx"), "name", "investor", "responsible_unit", "total_investment", "stage"),
		"甲项目 | 甲公司 | 县水务局 | 120000000 | SIGNED", "乙项目 | 乙公司 | 县水务局 | 50000000 | SIGNED",
		"丙项目 | 丙公司 | 县财政局 | 60000000 | NEGOTIATING", "丁项目 | 丁公司 | 县财政局 | 7000000 | NEGOTIATING")
	other := read(t, "a.xlsx", sheetOf(t, "汇总", [][]any{{"项目名称", "投资方", "责任单位", "总投资(万元)"}, {"甲项目", "甲公司", "县水务局", 12000}, {},
		{"日期", "带队领导", "拜访企业", "地点", "洽谈结果"}, {"2026-09-01", "郭振华", "乙公司", "北京", "达成意向"}}, nil))
	if len(other) != 2 || other[0].Mapping.Kind != "project" || other[1].Mapping.Kind != "visit" || other[1].Rows[0].Number != 5 {
		t.Errorf("a table of another kind below: %v", other)
	}
}

func TestSheetsThatTellOneRecordDifferentlyAreAskedAbout(t *testing.T) {
	t.Parallel()
	sheets := readCase(t, "two-sheets-disagree.xlsx")
	want(t, lines(sheets, "name"), "甲项目 [D2 warning ledger.sheets_differ] [E2 warning ledger.sheets_differ]",
		"甲项目 [D2 warning ledger.sheets_differ] [E2 warning ledger.sheets_differ]")
	if f := sheets[0].Findings[0]; f.Params["sheet"] != "县水务局" || f.Params["cell"] != "D2" || f.Params["other"] != "9000" {
		t.Errorf("what differs: %v", f.Params)
	}
	agree := sheetOf(t, "汇总", [][]any{head(), jia()}, func(f *excelize.File) {
		_, _ = f.NewSheet("县水务局")
		for i, r := range [][]any{head(), jia()} {
			_ = f.SetSheetRow("县水务局", map[int]string{0: "A1", 1: "A2"}[i], &r)
		}
	})
	want(t, lines(read(t, "a.xlsx", agree), "name"), "甲项目", "甲项目")
}

func TestTwoProjectsOfOneNameAreTwo(t *testing.T) {
	t.Parallel()
	want(t, lines(readCase(t, "same-name-other-investor.xlsx"), "code", "investor"), "A-1 | 甲公司", "A-2 | 乙公司")
	head := "项目编号,项目名称,投资方,责任单位\n"
	want(t, lines(read(t, "a.csv", []byte(head+",厂房项目,甲公司,县水务局\n,厂房项目,乙公司,县水务局\n,厂房项目,甲公司,县水务局\n")), "investor"),
		"甲公司", "乙公司 [B3 warning ledger.same_name]", "甲公司 [B4 duplicate ledger.duplicate] [B4 warning ledger.same_name]")
	want(t, lines(read(t, "a.csv",
		[]byte("项目名称,到位日期,金额(万元),凭证号\n甲项目,2026-03-05,300,记-1\n甲项目,2026-04-05,200,记-1\n乙项目,2026-03-06,300,记-1\n甲项目,2026-03-05,300,记-1\n")),
		"voucher"),
		"记-1", "记-1", "记-1", "记-1 [D5 duplicate ledger.duplicate]")
}
