package ledger_test

import (
	"testing"

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
	if want := []string{"name", "", "total_investment"}; len(m.Columns) != 3 || m.Columns[0] != want[0] || m.Columns[1] != "" || m.Columns[2] != want[2] {
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
