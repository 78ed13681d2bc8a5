package api_test

import (
	"bytes"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

// Bodies of wrong shapes are refused with a reason, never with a fault of ours.
func TestWrongBodiesOfImportsAreRefused(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		path := opened(t, office, "客商.csv", "客商名称,企业性质,来源地\n甲公司,民企,北京\n")
		for _, c := range []struct {
			at   string
			body any
		}{
			{"/cells", apptest.Doc{"sheet": "客商", "fixes": "A1"}},
			{"/cells", apptest.Doc{"sheet": "客商", "fixes": []any{1}}},
			{"/cells", apptest.Doc{"sheet": "客商", "fixes": []any{}}},
			{"/cells", apptest.Doc{"sheet": 7, "fixes": []apptest.Doc{{"cell": "A1", "text": "x"}}}},
			{"/cells", apptest.Doc{"sheet": "客商", "fixes": []apptest.Doc{{"cell": "A99999999999", "text": "x"}}}},
			{"/cells", apptest.Doc{"sheet": "客商", "fixes": []apptest.Doc{{"cell": "A2", "keep": "  "}}}},
			{"/cells", apptest.Doc{"sheet": "客商", "fixes": []apptest.Doc{{"cell": "", "field": "name", "from": "甲公司", "keep": "x"}}}},
			{"/cells", apptest.Doc{"sheet": "客商", "fixes": []apptest.Doc{{"cell": "A2", "text": "x", "whatever": 1}}}},
			{"/reading", apptest.Doc{"sheet": "客商", "kind": "client", "header_rows": "1"}},
			{"/reading", apptest.Doc{"sheet": "客商", "kind": "client", "header_rows": []int{-1}}},
			{"/reading", apptest.Doc{"sheet": "客商", "kind": "client", "header_rows": []int{1 << 40}}},
			{"/reading", apptest.Doc{"sheet": "客商", "kind": "client", "header_rows": []int{1}, "columns": []any{1, nil}}},
			{"/reading", apptest.Doc{"sheet": "客商", "kind": "client", "header_rows": []int{1}, "unit": 12}},
			{"/reading", apptest.Doc{"sheet": "客商", "kind": "targets", "header_rows": []int{1}}},
		} {
			if got := office.Put(path+c.at, 1, c.body); got.Status != http.StatusUnprocessableEntity && got.Status != http.StatusBadRequest {
				t.Errorf("%s %v: %d %s", c.at, c.body, got.Status, got.Body)
			}
		}
		for _, more := range []string{"&offset=-1", "&limit=0.5", "&limit=1000", "&problems=maybe", "&offset=99999999999999999999"} {
			if got := office.Get(path + "/rows?sheet=" + "%E5%AE%A2%E5%95%86" + more); got.Status != http.StatusUnprocessableEntity &&
				got.Status != http.StatusBadRequest {
				t.Errorf("%s: %d %s", more, got.Status, got.Body)
			}
		}
		for _, id := range []string{"x", "00000000-0000-0000-0000-000000000000", "%27%20OR%201=1"} {
			if got := office.Get("/imports/" + id); got.Status != http.StatusNotFound && got.Status != http.StatusUnprocessableEntity {
				t.Errorf("the id %s: %d", id, got.Status)
			}
		}
		if n := office.Get(path).JSON().Int("version"); n != 1 {
			t.Errorf("a refused body changed the import: version %d", n)
		}
	})
}

func TestTwoThatWriteOneImportWriteItOnce(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, colleague := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.OfficeAdmin, "县商务局")
		path := opened(t, office, "客商.csv", "客商名称,企业性质,来源地\n甲公司,民企,北京\n")
		office.Post(path+"/write", apptest.Doc{}, "If-Match", version(1)).Want(http.StatusOK)
		for _, who := range []*apptest.Person{office, colleague} {
			if got := who.Post(path+"/write", apptest.Doc{}, "If-Match", version(1)); got.Status != http.StatusPreconditionFailed &&
				got.Status != http.StatusConflict {
				t.Errorf("a second yes: %d %s", got.Status, got.Body)
			}
		}
		p.Services.Importer.Wait()
		i := office.Get(path).JSON()
		if i.Text("state") != "written" || i.Int("created") != 1 {
			t.Errorf("written: %v", i)
		}
		fix(office, path, "客商", i.Int("version"), apptest.Doc{"cell": "A2", "text": "x"}).Want(http.StatusConflict)
		undo(office, path).Want(http.StatusOK)
		if code := undo(office, path).Want(http.StatusConflict).JSON().Text("code"); code != "import.nothing_to_undo" {
			t.Errorf("undone twice: %s", code)
		}
	})
}

func TestAChangedRowIsKnownByItsCodeElseByNameAndInvestor(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		const head = "项目编号,项目名称,投资方,责任单位,总投资(万元),项目阶段,签约时间\n"
		write(p, office, opened(t, office, "一.csv", head+"A-1,甲项目,甲公司,县水务局,12000,签约,2026-03-05\nA-2,乙项目,乙公司,县水务局,5000,洽谈\n"), false)
		renamed := opened(t, office, "二.csv",
			head+"A-1,甲项目（二期）,甲集团,县水务局,12000,签约,2026-03-05\n,乙项目,乙有限公司,县水务局,6000,终止\n,乙项目,丁公司,县水务局,7000,\nA-1,丙项目,丙公司,县水务局,1,\n")
		// Another investor makes 乙项目 a question; it is no longer taken for the same.
		if s := sheetsOf(office, renamed)["二"]; s.Int("known") != 3 || s.Int("duplicates") != 1 || s.Int("warnings") != 1 {
			t.Errorf("checked: %v", s)
		}
		if i := write(p, office, renamed, false); i.Int("updated") != 2 || i.Int("created") != 0 {
			t.Fatalf("written: %v", i)
		}
		got := map[string]apptest.Doc{}
		for _, x := range office.Get("/projects").JSON().Items("items") {
			got[x.Text("code")] = x
		}
		if len(got) != 2 || got["A-1"].Text("name") != "甲项目（二期）" || got["A-2"].Int("total_investment") != 60_000_000 {
			t.Errorf("projects: %v", got)
		}
		if status := office.Get("/projects/" + got["A-2"].Text("id")).JSON().Text("status"); status != "lost" && status != "LOST" {
			t.Errorf("终止 before a signing is %q", status)
		}
		for text, field := range map[string]string{",甲项目（二期）,飞船公司,县水务局,1,\n": "investor", "A-2,甲项目（二期）,甲集团,县水务局,1,\n": "code"} {
			path := opened(t, office, "三.csv", head+text)
			row := rowsOf(office, path, "三", "").Items("items")[0]
			if f := row.Items("findings"); row.Text("severity") != "error" || len(f) != 1 || f[0].Text("field") != field {
				t.Errorf("%q: %v", text, row)
			}
			if i := write(p, office, path, false); i.Int("refused") != 1 {
				t.Errorf("%q written: %v", text, i)
			}
		}
	})
}

// A cell that is asked about is kept with a reason, or taken as suggested.
func TestACellIsKeptWithAReasonOrTakenAsSuggested(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		path := opened(t, office, "项目.csv", "项目名称,投资方,责任单位,总投资(万元)\n甲项目,甲公司,县水务局,160000000\n乙项目,乙公司,水务,5000\n丙项目,丙公司,县水务局,9800\n")
		rows := rowsOf(office, path, "项目", "&problems=true").Items("items")
		found := map[string]apptest.Doc{}
		for _, r := range rows {
			for _, f := range r.Items("findings") {
				found[f.Text("cell")] = f
			}
		}
		if f := found["D2"]; f.Text("suggest") != "16000" || !strings.Contains(f.Text("why"), "160,000,000") ||
			!strings.Contains(f.Text("why"), "16,000 万元") || !strings.Contains(f.Text("why"), "5,000 万元—9,800 万元") {
			t.Errorf("the amount: %v", f)
		}
		if f := found["C3"]; f.Text("suggest") != "县水务局" {
			t.Errorf("the unit: %v", f)
		}
		fix(office, path, "项目", 1, apptest.Doc{"cell": "d2", "keep": "国家级项目"}, apptest.Doc{"cell": "C3", "text": "县水务局"}).Want(http.StatusOK)
		if s := sheetsOf(office, path)["项目"]; s.Int("ready") != 3 || s.Int("warnings") != 0 {
			t.Errorf("after both: %v", s)
		}
		fix(office, path, "项目", 2, apptest.Doc{"cell": "D2", "text": "160000000"}).Want(http.StatusOK)
		if s := sheetsOf(office, path)["项目"]; s.Int("warnings") != 1 {
			t.Errorf("a cell that is written anew is asked about anew: %v", s)
		}
	})
}

// A row that was put right stays where it was read, marked, until the filter is
// applied again; names that are nobody's are told, and explained once for all.
func TestARowThatWasPutRightStaysWhereItWasAndNobodysNameIsAskedAbout(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		path := opened(t, office, "项目.csv", "项目名称,投资方,责任单位,总投资(万元),包联县领导,项目阶段,签约时间\n甲项目,甲公司,县水务局,很多,郭振华,签约,2026-03-05\n"+
			"乙项目,乙公司,县水务局,5000,查无此人、郭振华,签约,2026-03-05\n"+
			"丙项目,丙公司,县水务局,9800,郭振华,推进中,2026-03-05\n丁项目,丁公司,县水务局,700,查无此人,在谈\n")
		v := office.Get(path + "/sheets").Want(http.StatusOK).JSON()
		if people := v.Items("people"); len(people) != 1 || people[0].Text("name") != "查无此人" || people[0].Text("field") != "leader" ||
			people[0].Int("cells") != 2 {
			t.Fatalf("people: %v", people)
		}
		fix(office, path, "项目", 1, apptest.Doc{"cell": "D2", "text": "1.2亿"}, apptest.Doc{"field": "leader", "from": "查无此人", "text": "李秀芳"}).
			Want(http.StatusOK)
		if n := rowsOf(office, path, "项目", "&problems=true").Int("total"); n != 1 {
			t.Errorf("%d rows with problems, want 1", n)
		}
		kept := rowsOf(office, path, "项目", "&problems=true&held=2&held=3&held=4&held=5").Items("items")
		if len(kept) != 4 || kept[0].Int("row") != 2 || kept[0].Text("severity") != "" || kept[0].Text("effect") != "created" {
			t.Fatalf("held: %v", kept)
		}
		for n, want := range map[int][3]string{0: {"D2", "很多", "1.2亿"}, 1: {"E3", "查无此人、郭振华", "李秀芳、郭振华"}, 3: {"E5", "查无此人", "李秀芳"}} {
			right := kept[n].Items("right")
			col := int(want[0][0] - 'A')
			if len(right) != 1 || right[0].Text("cell") != want[0] || right[0].Text("was") != want[1] || kept[n]["cells"].([]any)[col] != want[2] {
				t.Errorf("row %d: %v", kept[n].Int("row"), kept[n])
			}
		}
		fix(office, path, "项目", 2, apptest.Doc{"cell": "F4", "text": "签约"}).Want(http.StatusOK)
		if i := write(p, office, path, false); i.Int("created") != 4 {
			t.Fatalf("written: %v", i)
		}
		for _, x := range office.Get("/projects").JSON().Items("items") {
			want := map[string]int{"甲项目": 1, "乙项目": 2, "丙项目": 1, "丁项目": 1}[x.Text("name")]
			if got := office.Get("/projects/" + x.Text("id")).JSON().Items("leaders"); len(got) != want {
				t.Errorf("%s has the leaders %v", x.Text("name"), got)
			}
		}
		choices := map[string][]any{}
		for _, k := range office.Get("/ledger-kinds").JSON().Items("items") {
			for _, f := range k.Items("fields") {
				choices[k.Text("kind")+"."+f.Text("key")], _ = f["choices"].([]any)
			}
		}
		if len(choices["project.stage"]) < 12 || len(choices["project.name"]) != 0 {
			t.Errorf("choices: %v", choices)
		}
	})
}

// What workbooks of other offices bring besides rows: sheets without a place,
// texts that would be formulas or markup, telephone numbers of all sorts.
func TestWhatStrangersBringStaysTextAndIsNamed(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		const script = `<img src=x onerror=alert(1)>`
		f := excelize.NewFile()
		defer f.Close()
		for sheet, rows := range map[string][][]any{
			"目标任务": {{"责任单位", "指标名称", "年度目标", "1月", "2月"}, {"县水务局", "签约", 3, 1, 1}},
			"线索": {{"企业名称", "意向内容", "首报单位", "联系人", "联系电话", "首报时间"}, {"甲公司", script, "县水务局", "王强", "13812345678、13912345678", 46086},
				{"乙公司", "=cmd|' /c calc'!A0", "县水务局", "李丽", "0313-6312345转801", "2026.2.30"},
				{"丙公司", "冷链", "县水务局", "赵敏", "+86 138-1234-5678", "2026-03-05"}},
		} {
			_, _ = f.NewSheet(sheet)
			for n, r := range rows {
				for c, v := range r {
					_ = f.SetCellValue(sheet, string(rune('A'+c))+fmt.Sprint(n+1), v)
				}
			}
		}
		_ = f.DeleteSheet("Sheet1")
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			t.Fatal(err)
		}
		path := opened(t, office, "杂.xlsx", b.String())
		sheets := sheetsOf(office, path)
		if s := sheets["目标任务"]; s.Text("kind") != "" || s.Text("why") != "targets" {
			t.Errorf("targets: %v", s)
		}
		first := rowsOf(office, path, "线索", "").Items("items")[0]
		if cells := first["cells"].([]any); cells[5] != "2026-03-05" || cells[1] != script {
			t.Errorf("cells as a reader sees them: %v", cells)
		}
		if i := write(p, office, path, true); i.Int("created") != 2 || i.Int("refused") != 0 {
			t.Fatalf("written: %v %s", i, office.Get(path+"/rows?sheet=%E7%BA%BF%E7%B4%A2").Body)
		}
		if all := string(office.Get("/leads").Want(http.StatusOK).Body); strings.Contains(all, "<img") {
			t.Errorf("markup is not escaped in JSON: %s", all)
		}
		x, err := excelize.OpenReader(bytes.NewReader(office.Get(path + "/problems").Want(http.StatusOK).Body))
		if err != nil {
			t.Fatal(err)
		}
		defer x.Close()
		rows, _ := x.GetRows("线索")
		formula, _ := x.GetCellFormula("线索", "B2")
		if len(rows) != 2 || formula != "" || rows[1][1] != "'=cmd|' /c calc'!A0" {
			t.Errorf("problem rows: %v, formula %q", rows, formula)
		}
	})
}
