package ledger_test

import (
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/unicode"

	"sangu/internal/ledger"
)

func grid(t *testing.T, text string) ledger.Grid {
	t.Helper()
	grids, err := ledger.Open("表.csv", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return grids[0]
}

func TestASignatureIsThatOfTheHeaderWhateverStandsAboveIt(t *testing.T) {
	t.Parallel()
	a := grid(t, "谁,啥,多少(万元)\n甲,乙,1\n")
	b := grid(t, "某县台账\n截至,2026.9.26\n 谁 ,啥,多少（万元）\n丙,丁,2\n")
	c := grid(t, "啥,谁,多少(万元)\n乙,甲,1\n")
	known := ledger.Signature(ledger.Headers(a, []int{1}))
	signature, rows, ok := ledger.Recognised(b, func(s string) bool { return s == known })
	if !ok || signature != known || len(rows) != 1 || rows[0] != 3 {
		t.Errorf("found %v at %v", ok, rows)
	}
	if _, _, ok := ledger.Recognised(c, func(s string) bool { return s == known }); ok {
		t.Error("columns in another order have the same signature")
	}
}

func TestAHeaderPointedAtNamesWhatItCan(t *testing.T) {
	t.Parallel()
	g := grid(t, "某表\n项目名称,没见过的列,总投资(亿元)\n甲,x,1.2\n")
	m := ledger.At(g, "project", []int{2})
	if want := []string{"name", "", "total_investment"}; len(m.Columns) != 3 || m.Columns[0] != want[0] || m.Columns[1] != "" ||
		m.Columns[2] != want[2] {
		t.Errorf("columns %v", m.Columns)
	}
	s := ledger.Read([]ledger.Grid{g}, demoUnits(t), map[string]ledger.Mapping{"表": m})
	if len(s) != 1 || s[0].Rows[0].Money["total_investment"].Amount != 120_000_000 {
		t.Errorf("read: %+v", s)
	}
}

func TestFixesStandInPlaceOfCellsAndTheFileStays(t *testing.T) {
	t.Parallel()
	g := grid(t, "项目名称,投资方,责任单位\n甲,乙,县飞船局\n丙,丁,县飞船局\n")
	fixed := g.With(map[string]string{"B2": " 戊 ", "D3": "末", "不是": "x", "A99": "x"})
	if g.Cell(1, 1) != "乙" || fixed.Cell(1, 1) != "戊" || fixed.Cell(2, 3) != "末" || fixed.Cell(2, 0) != "丙" {
		t.Errorf("cells %q %q", g.Cell(1, 1), fixed.Cell(1, 1))
	}
	m, ok := ledger.Find(fixed)
	if !ok {
		t.Fatal("no header found")
	}
	m.Words = map[string]map[string]string{"responsible_unit": {"县飞船局": "县水务局"}}
	s := ledger.Read([]ledger.Grid{fixed}, demoUnits(t), map[string]ledger.Mapping{"表": m})
	if len(s[0].Findings) != 0 || s[0].Rows[1].Texts["responsible_unit"] != "县水务局" {
		t.Errorf("findings %v", s[0].Findings)
	}
}

// Sheets of other offices, by their headers alone: the file's name says nothing.
func TestKindsAreToldByTheirHeaders(t *testing.T) {
	t.Parallel()
	for text, kind := range map[string]string{
		"序号,项目名称,企业名称,投资额（亿元）,建设地点,进展情况\n1,甲,乙公司,1.2,龙关镇,在谈\n":                  "project",
		"序号,项目名称,投资商,招商单位,计划总投资,建设内容,开工时间\n1,甲,乙公司,县水务局,12000,厂房,2026.5\n":      "project",
		"项目名称,存在问题,责任单位,解决时限\n甲,没有电,县水务局,2026.10.30\n":                          "problem",
		"序号,项目名称,企业名称,拟投资额,线索来源,首报单位,跟进人\n1,甲,乙公司,3000,以商招商,县商务局,马俊\n":          "lead",
		"企业,内容,意向额,来源,首报单位,研判意见,跟进人,下次跟进\n乙公司,甲,3000,中介,县商务局,符合,马俊,2026.10.1\n": "lead",
		"客商名称,联系人,联系电话,投资意向\n乙公司,张三,13900000000,光伏\n":                           "client",
		"企业名称,统一社会信用代码,所属行业,是否规上,主要产品\n乙公司,,农副食品加工业,是,面粉\n":                     "enterprise",
		"企业名称,规上,主要产品,上游,下游,停产/危困,包联领导,诉求\n乙公司,是,面粉,,,正常,郭振华,用电\n":              "enterprise",
		"日期,带队领导,随行,地点,拜访企业,携带项目,结果\n2026.4.6,郭振华,,北京,乙公司,甲,达成意向\n":             "visit",
		"时间,带队人,地点,拜访对象,洽谈情况\n2026.4.6,郭振华,北京,乙公司,达成意向\n":                       "visit",
		"日期,类别,金额,凭证号,项目名称\n2026.5.6,设备,300,记1,甲\n":                             "fund",
		"问题,类型,责任单位,责任领导,时限,进展,是否销号,项目名称\n没有电,要素,县水务局,郭振华,2026.10.30,,否,甲\n":    "problem",
		"说明\n请各单位如实填报\n": "",
	} {
		m, _ := ledger.Find(grid(t, text))
		if m.Kind != kind {
			t.Errorf("read as %q, want %q: %s", m.Kind, kind, text)
		}
	}
}

func TestAProjectLedgerMayDoWithoutTheResponsibleUnitsColumnButNotItsCell(t *testing.T) {
	t.Parallel()
	without := ledger.Read([]ledger.Grid{grid(t, "项目名称,投资方,总投资(万元)\n甲,乙公司,1200\n")}, demoUnits(t), nil)
	if len(without) != 1 || len(without[0].Findings) != 0 {
		t.Errorf("without the column: %+v", without)
	}
	empty := ledger.Read([]ledger.Grid{grid(t, "项目名称,投资方,责任单位\n甲,乙公司,\n乙,丙公司,县水务局、县商务局\n")}, demoUnits(t), nil)
	if f := empty[0].Findings; len(f) != 2 || f[0].Code != "ledger.required" || f[1].Code != "ledger.several_units" ||
		f[1].Severity != ledger.Warning {
		t.Errorf("an empty cell and two units: %+v", f)
	}
}

func TestFormulasThatKeepNoValueAreCalculated(t *testing.T) {
	t.Parallel()
	data := sheetOf(t, "项目", [][]any{{"项目名称", "投资方", "责任单位", "固定资产投资(万元)", "总投资(万元)"}, {"甲", "乙公司", "县水务局", 6000, nil},
		{"丙", "丁公司", "县水务局", 100, nil}}, func(f *excelize.File) {
		_ = f.SetCellFormula("项目", "E2", "D2*2")
		_ = f.SetCellFormula("项目", "E3", "SUM(D2:D3)")
	})
	s := readOne(t, "a.xlsx", data)
	if a, b := s.Rows[0].Money["total_investment"].Amount, s.Rows[1].Money["total_investment"].Amount; a != 120_000_000 ||
		b != 61_000_000 {
		t.Errorf("calculated %d and %d", a, b)
	}
}

func TestUnicodeTextOfExcelIsRead(t *testing.T) {
	t.Parallel()
	data, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes([]byte("项目名称\t投资方\t责任单位\r\n甲\t乙公司\t县水务局\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	if s := readOne(t, "a.txt", data); len(s.Rows) != 1 || len(s.Findings) != 0 {
		t.Errorf("read: %+v", s)
	}
}

// Ledgers of money in place and of problems, as other offices head them.
func TestFundsAndProblemsAreRecognised(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ kind, text string }{
		"funds with other names":    {"fund", "项目,到位时间,到位金额(万元),资金用途,凭证编号\n甲,2026.5.6,300,设备,记001\n"},
		"funds by invoice":          {"fund", "序号,项目名称,付款日期,金额（元）,发票号\n1,甲,20260506,3000000,No.77\n"},
		"problems with other names": {"problem", "序号,项目名称,存在的问题,牵头单位,整改时限\n1,甲,没有电,县水务局,2026年10月底\n"},
		"problems by the office":    {"problem", "涉及项目,问题描述,问题类型,责任单位,是否销号\n甲,没有电,要素保障,县水务局,否\n"},
	} {
		m, ok := ledger.Find(grid(t, c.text))
		if !ok || m.Kind != c.kind {
			t.Errorf("%s: read as %q", name, m.Kind)
			continue
		}
		s := ledger.Read([]ledger.Grid{grid(t, c.text)}, demoUnits(t), nil)
		if len(s) != 1 || len(s[0].Findings) != 0 || len(s[0].Rows) != 1 {
			t.Errorf("%s: %+v", name, s)
		}
	}
}

// A cell that was put right is asked about no more, whatever was wrong with it.
func TestACellThatWasPutRightIsAskedAboutNoMore(t *testing.T) {
	t.Parallel()
	g := grid(t, "企业名称,意向内容,首报单位,备注\n甲公司,\"冷链,县水务局,\n乙公司,民宿,县水务局,坏\xff字\n")
	again := ledger.Read([]ledger.Grid{g.With(map[string]string{"B2": "冷链", "D3": "好字"})}, demoUnits(t), nil)
	if n := len(ledger.Read([]ledger.Grid{g}, demoUnits(t), nil)[0].Findings); n != 2 {
		t.Errorf("%d findings before", n)
	}
	if f := again[0].Findings; len(f) != 0 || again[0].Rows[0].Texts["subject"] != "冷链" {
		t.Errorf("after: %v", f)
	}
}
