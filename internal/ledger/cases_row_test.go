package ledger_test

import (
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestDittoMarksTakeTheValueAboveInEveryColumnAndAreToldOnce(t *testing.T) {
	t.Parallel()
	sheets := readCase(t, "ditto-in-unit-and-day.xlsx")
	want(t, lines(sheets, "name", "investor", "responsible_unit", "signed_on"),
		"甲项目 | 甲公司 | 县水务局 | 2026-03-05", "乙项目 | 甲公司 | 县水务局 | 2026-03-05", "丙项目 | 甲公司 | 县水务局 | 2026-03-05")
	if notes(sheets) != "ditto" {
		t.Errorf("told: %s", notes(sheets))
	}
	s := read(t, "a.csv", []byte("日期,带队领导,拜访企业,地点\n2026-09-01,郭振华,甲公司,北京\n″,同上,乙公司,（同上）\n"))
	want(t, lines(s, "on", "leader", "company", "place"), "2026-09-01 | 郭振华 | 甲公司 | 北京", "2026-09-01 | 郭振华 | 乙公司 | 北京")
	s = read(t, "a.csv", []byte("项目名称,投资方,责任单位,总投资(万元)\n甲项目,甲公司,同上,12000\n"))
	want(t, lines(s, "name"), "甲项目 [C2 error ledger.unit]")
}

func TestRowsThatArePartsAreNoProjectsOfTheirOwn(t *testing.T) {
	t.Parallel()
	want(t, lines(readCase(t, "of-which-phases.xlsx"), "name", "total_investment"), "甲项目 | 120000000", "乙项目 | 5000000")
	sheets := readCase(t, "of-which.xlsx")
	want(t, lines(sheets, "name", "total_investment"), "甲项目 | 120000000", "乙项目 | 56000000")
	if notes(sheets) != "parts" {
		t.Errorf("told: %s", notes(sheets))
	}
	s := read(t, "a.csv",
		[]byte("序号,项目名称,投资方,责任单位,总投资(万元)\n1,甲项目,甲公司,县水务局,12000\n,（其中：一标段）,甲公司,县水务局,7000\n,二标段,甲公司,县水务局,5000\n2,丙园区二期项目,丙公司,县水务局,600\n"))
	want(t, lines(s, "name"), "甲项目", "丙园区二期项目")
}

func TestSignaturesStampsAndColumnLettersAreNoRows(t *testing.T) {
	t.Parallel()
	want(t, lines(readCase(t, "signature-footer.xlsx"), "name"), "甲项目", "乙项目")
	for name, foot := range map[string][]any{
		"signed and dated":           {"单位负责人：张三", "", "填报人：李四", "", "报出日期：2026年9月30日"},
		"a stamp":                    {"", "", "", "（盖章）"},
		"one below the other":        {"审核人（签名）：", "王五"},
		"letters of the columns":     {"甲", "乙", "丙", 1, "2=1+3"},
		"Latin letters":              {"A", "B", "C", "D", "E"},
		"who sent it and their call": {"报送单位：县商务局", "", "联系电话：0313-6312345", "", ""},
	} {
		s := read(t, "a.xlsx", sheetOf(t, "项目", [][]any{head(), jia(), second(), foot}, nil))
		if got := lines(s, "name"); len(got) != 2 {
			t.Errorf("%s: %v", name, got)
		}
	}
	want(t, lines(read(t, "a.xlsx", sheetOf(t, "项目", [][]any{head(), {"甲", "乙", "丙", 1, 2}, jia(), second()}, nil)), "name"), "甲项目",
		"乙项目")
}

func TestAMergedCellIsThatOfEveryRowItCovers(t *testing.T) {
	t.Parallel()
	want(t, lines(readCase(t, "merge-past-last-row.xlsx"), "name", "responsible_unit"),
		"甲项目 | 县水务局", "乙项目 | 县水务局", "丙项目 | 县水务局", "丁项目 | 县财政局", "戊项目 | 县财政局")
	shared := sheetOf(t, "项目", [][]any{head(), jia(), {"乙项目", "乙公司", "县水务局", nil, "2026-04-06"}}, merge([2]string{"D2", "D3"}))
	want(t, lines(read(t, "a.xlsx", shared), "name", "total_investment"), "甲项目 | 120000000 [D2 warning ledger.amount_shared]", "乙项目 | ")
}

func TestAStruckOutRowIsAskedAbout(t *testing.T) {
	t.Parallel()
	want(t, lines(readCase(t, "struck-through.xlsx"), "name"), "甲项目", "乙项目 [A3 warning ledger.struck_row]")
	part := sheetOf(t, "项目", [][]any{head(), jia()}, func(f *excelize.File) {
		_ = f.SetCellRichText("项目", "D2", []excelize.RichTextRun{{Text: "9000", Font: &excelize.Font{Strike: true}}, {Text: "12000"}})
	})
	want(t, lines(read(t, "a.xlsx", part), "name", "total_investment"), "甲项目 | 120000000 [D2 warning ledger.struck_part]")
}
