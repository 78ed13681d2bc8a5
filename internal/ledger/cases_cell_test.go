package ledger_test

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// formatted is a workbook of one row whose columns have number formats.
func formatted(t *testing.T, header, row []any, formats map[string]string) []byte {
	return sheetOf(t, "项目", [][]any{header, row}, func(f *excelize.File) {
		for cell, code := range formats {
			style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
			if err != nil {
				t.Fatal(err)
			}
			_ = f.SetCellStyle("项目", cell, cell, style)
		}
	})
}

func TestWhatACellShowsIsWhatThePersonMeans(t *testing.T) {
	t.Parallel()
	want(t, lines(readCase(t, "formats-in-text-columns.xlsx"), "code", "filing", "progress"), "ZS-0012 | 2026-03-05 | 2026-04-06",
		"ZS-0013 | 赤行审〔2026〕5号 | 已开工")
	header := []any{"项目编号", "项目名称", "投资方", "责任单位", "总投资(万元)", "签约时间", "联系电话"}
	for name, c := range map[string]struct {
		row     []any
		formats map[string]string
		want    string
	}{
		"leading zeros": {row: []any{7, "甲项目", "甲公司", "县水务局", 12000, 46086, 3136312345},
			formats: map[string]string{"A2": "000", "F2": "yyyy.m.d",
				"G2": "00000000000"}, want: "007 | 120000000 | 2026-03-05 | 03136312345"},
		"an amount in 元 shown in 万": {row: []any{"甲", "甲项目", "甲公司", "县水务局", 120000345, 46086, ""},
			formats: map[string]string{"E2": `0!.0,"万"`, "F2": "m/d/yy"}, want: "甲 | 120000345 | 2026-03-05 | "},
		"an amount rounded to show": {row: []any{"甲", "甲项目", "甲公司", "县水务局", 12000.4567, 46086, ""},
			formats: map[string]string{"E2": "#,##0", "F2": `yyyy"年"mm"月"dd"日"`}, want: "甲 | 120004567 | 2026-03-05 | "},
		"a month of which no day shows": {row: []any{"甲", "甲项目", "甲公司", "县水务局", 12000, 46082, ""},
			formats: map[string]string{"F2": `yyyy"年"m"月"`}, want: "甲 | 120000000 | 2026-03 | "},
		"a month written as a number": {row: []any{"甲", "甲项目", "甲公司", "县水务局", 12000, 2025.1, ""},
			formats: map[string]string{"F2": "0.00"}, want: "甲 | 120000000 | 2025-10 | "},
		"a day of which month and day show": {row: []any{"甲", "甲项目", "甲公司", "县水务局", 12000, 46086, ""},
			formats: map[string]string{"F2": `m"月"d"日"`}, want: "甲 | 120000000 | 2026-03-05 | "},
	} {
		got := lines(read(t, "a.xlsx", formatted(t, header, c.row, c.formats)), "code", "total_investment", "known:signed_on",
			"contact_phone")
		if len(got) != 1 || strings.TrimSuffix(strings.Split(got[0], " [")[0], " ") != strings.TrimSuffix(c.want, " ") {
			t.Errorf("%s: %v, want %s", name, got, c.want)
		}
	}
}

func TestNumbersInTheFormOfOtherProgramsAreNumbers(t *testing.T) {
	t.Parallel()
	want(t, lines(readCase(t, "exponent-numbers.xlsx"), "total_investment", "signed_on", "contact_phone"),
		"12000000 | 2025-10-01 | 13800138000", "350000000 | 2025-10-02 | 13900139000")
	want(t, lines(read(t, "a.csv", []byte("项目名称,投资方,责任单位,总投资(元)\n甲项目,甲公司,县水务局,1.23E+07\n")), "total_investment"),
		"12300000 [D2 warning ledger.approximate]")
}

func TestDigitsThatASpreadsheetDestroyedAreAskedForAndNotKept(t *testing.T) {
	t.Parallel()
	want(t, lines(readCase(t, "digits-destroyed-leads.csv"), "company", "contact_phone"), "甲公司 |  [E2 warning ledger.digits_lost]",
		"乙公司 | 13900139000")
	want(t, lines(readCase(t, "digits-destroyed-clients.csv"), "name", "contact_phone"),
		"甲公司 |  [B2 error ledger.digits_lost] [E2 warning ledger.digits_lost]")
	code := sheetOf(t, "客商", [][]any{{"客商名称", "统一社会信用代码", "企业性质"}, {"甲公司", 911301123456789012, "民企"}}, nil)
	want(t, lines(read(t, "a.xlsx", code), "name"), "甲公司 [B2 error ledger.digits_lost]")
	want(t, lines(read(t, "a.csv", []byte("客商名称,企业性质,联系电话\n甲公司,民企,见附件\n")), "name"), "甲公司 [C2 warning ledger.phone]")
}

func TestTextsThatProgramsGuardAreUnwrapped(t *testing.T) {
	t.Parallel()
	want(t, lines(readCase(t, "csv-equals-quoted-leads.csv"), "company", "contact_phone", "reported_on"),
		"甲公司 | 013800138000 | 2026-03-05", "乙公司 | 13900139000 | 2026-03-06")
	want(t, lines(readCase(t, "csv-equals-quoted-clients.csv"), "name", "credit_code"), "甲公司 | 91110108551385082Q")
	want(t, lines(read(t, "a.xlsx", sheetOf(t, "项目", [][]any{head(), {"甲项目", `="甲公司"`, "县水务局", `="12000"`, "2026-03-05"}}, nil)),
		"investor", "total_investment"), "甲公司 | 120000000")
}

func TestOneBrokenByteOrQuoteDoesNotTurnTheWholeFile(t *testing.T) {
	t.Parallel()
	want(t, lines(readCase(t, "one-broken-byte.csv"), "company", "subject", "note"), "甲公司 | 冷链物流园 | 已对接",
		"乙公司 | 民宿 | 备注\uFFFD [D3 warning ledger.broken_text]")
	const text = "企业名称,意向内容,首报单位,备注\n甲公司,\"冷链,县水务局,已对接\n乙公司,民宿,县水务局,\n丙公司,板材,县水务局,\n"
	want(t, lines(read(t, "a.csv", []byte(text)), "company", "subject"), "甲公司 | \"冷链 [B2 warning ledger.stray_quote]", "乙公司 | 民宿",
		"丙公司 | 板材")
	gb, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte("企业名称,意向内容,首报单位,备注\n甲公司,冷链物流园,县水务局,已对接\n乙公司,民宿,县水务局,"))
	if err != nil {
		t.Fatal(err)
	}
	want(t, lines(read(t, "a.csv", append(gb, 0xFF, '\n')), "company"), "甲公司", "乙公司 [D3 warning ledger.broken_text]")
}

func TestALineBreakPartsUnitsLeadersAndFirms(t *testing.T) {
	t.Parallel()
	want(t, lines(readCase(t, "two-in-one-cell.xlsx"), "investor", "responsible_unit", "helping:responsible_unit", "leader"),
		"北京甲公司、天津乙公司 | 县水务局 | [县财政局] | 郭振华+李秀芳 [B2 warning ledger.several_firms] [C2 warning ledger.several_units]",
		"丙公司 | 县水务局 | [县财政局] | 郭振华+李秀芳 [C3 warning ledger.several_units]")
	want(t, lines(read(t, "a.xlsx", sheetOf(t, "项目", [][]any{head(), {"甲项目", "北京甲科技\n集团有限公司", "县水\n务局", 12000, ""}}, nil)), "investor",
		"responsible_unit"),
		"北京甲科技集团有限公司 | 县水务局")
}

func TestUnitsWithTheirPartsGiveTheLeadAndItsHelpers(t *testing.T) {
	t.Parallel()
	sheets := readCase(t, "unit-with-role.xlsx")
	want(t, lines(sheets, "responsible_unit", "helping:responsible_unit"), "县水务局 | []", "县水务局 | [县财政局]", "县水务局 | [县财政局]", "县水务局 | []")
	if notes(sheets) != "helping_units" {
		t.Errorf("told: %s", notes(sheets))
	}
	for text, line := range map[string]string{
		"配合单位：县财政局\n责任单位：县水务局": "县水务局 | [县财政局]", "县财政局(协办),县水务局(主办)": "县水务局 | [县财政局]", "县水务局（王强）": "县水务局 | []",
		"牵头：县水务局；配合：县飞船局": "县水务局 | [] [C2 warning ledger.unit]", "牵头：县飞船局；配合：县水务局": "牵头：县飞船局；配合：县水务局 | [] [C2 error ledger.unit]",
	} {
		s := read(t, "a.xlsx", sheetOf(t, "项目", [][]any{head(), {"甲项目", "甲公司", text, 12000, ""}}, nil))
		want(t, lines(s, "responsible_unit", "helping:responsible_unit"), line)
	}
}

func TestSpellingsOfANameAreOneName(t *testing.T) {
	t.Parallel()
	want(t, lines(readCase(t, "dots-in-names.xlsx"), "investor", "leader"), "买买提·艾力 | 郭振华", "买买提·艾力 | 郭振华", "买买提·艾力 | 郭振华")
	s := read(t, "a.csv", []byte("日期,带队领导,拜访企业,地点\n2026-09-01,张 伟、郭 振 华,甲公司,北京\n2026-09-02,阿依古丽・买买提,甲公司,北京\n"))
	want(t, lines(s, "leader"), "张伟+郭振华", "阿依古丽·买买提")
}

func TestAreasAndNumbersOfPeopleAreMeasures(t *testing.T) {
	t.Parallel()
	want(t, lines(readCase(t, "land-and-jobs.xlsx"), "land_mu", "jobs"),
		"3000 | 100 [E2 warning ledger.approximate]", "3000 | 100 [D3 warning ledger.converted] [E3 warning ledger.approximate]",
		"3000 |  [D4 warning ledger.converted]", "100000 | 1.5 [E5 error ledger.whole_number]")
	s := read(t, "a.csv", []byte("项目名称,投资方,责任单位,用地面积(公顷)\n甲项目,甲公司,县水务局,2\n乙项目,乙公司,县水务局,30亩\n丙项目,丙公司,县水务局,约3\n"))
	want(t, lines(s, "land_mu"), "3000", "3000", "4500 [D4 warning ledger.approximate]")
	if notes(s) != "converted_column" {
		t.Errorf("told: %s", notes(s))
	}
}

func TestANegativeAmountOfAPaymentIsARefund(t *testing.T) {
	t.Parallel()
	want(t, lines(readCase(t, "negative-refund.xlsx"), "amount", "voucher"), "3000000 | 记-1", "-500000 | 记-2 [C3 warning ledger.refund]",
		"-500000 | 记-3 [C4 warning ledger.refund]")
	want(t, lines(read(t, "a.csv", []byte("项目名称,投资方,责任单位,总投资(万元)\n甲项目,甲公司,县水务局,(50)\n")), "name"), "甲项目 [D2 error ledger.negative]")
}

func TestTheColumnInYuanCountsAndTheDollarsStayDollars(t *testing.T) {
	t.Parallel()
	sheets := readCase(t, "usd-column-first.xlsx")
	want(t, lines(sheets, "total_investment", "foreign:total_investment"), "720000000 | {100000000 USD}")
	if notes(sheets) != "column_foreign" {
		t.Errorf("told: %s", notes(sheets))
	}
	s := read(t, "a.csv", []byte("项目名称,投资方,责任单位,总投资(万元),总投资(万美元)\n甲项目,甲公司,县水务局,72000,10000\n"))
	want(t, lines(s, "total_investment", "foreign:total_investment"), "720000000 | {100000000 USD}")
}

func TestAnAmountWithoutAnyUnitIsAskedAbout(t *testing.T) {
	t.Parallel()
	s := read(t, "a.csv", []byte("项目名称,投资方,责任单位,总投资\n甲项目,甲公司,县水务局,1.2\n乙项目,乙公司,县水务局,1.2亿\n丙项目,丙公司,县水务局,12000000\n"))
	want(t, lines(s, "total_investment"), "1 [D2 warning ledger.no_unit]", "120000000", "12000000")
}

func TestCommaTextByTheNameOfAWorkbookIsSimplyRead(t *testing.T) {
	t.Parallel()
	want(t, lines(readCase(t, "comma-text.xls"), "name", "investor", "total_investment", "signed_on"),
		"甲项目 | 甲公司 | 120000000 | 2026-03-05")
	gb, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte("项目名称;投资方;责任单位\n甲项目;甲公司;县水务局\n"))
	if err != nil {
		t.Fatal(err)
	}
	want(t, lines(read(t, "a.et", gb), "name"), "甲项目")
}
