package api_test

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

// upload sends a file as an import.
func upload(t *testing.T, who *apptest.Person, name, body string) *apptest.Answer {
	t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	f, err := w.CreateFormFile("file", name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Write([]byte(body)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return who.Request(http.MethodPost, "/api/v1/imports", b.Bytes(), "Content-Type", w.FormDataContentType())
}

// opened uploads a file and gives its address.
func opened(t *testing.T, who *apptest.Person, name, body string) string {
	t.Helper()
	return "/imports/" + upload(t, who, name, body).Want(http.StatusCreated).JSON().Text("id")
}

// sheetsOf gives an import's sheets by name.
func sheetsOf(who *apptest.Person, path string) map[string]apptest.Doc {
	out := map[string]apptest.Doc{}
	for _, s := range who.Get(path + "/sheets").Want(http.StatusOK).JSON().Items("sheets") {
		out[s.Text("sheet")] = s
	}
	return out
}

func rowsOf(who *apptest.Person, path, sheet, more string) apptest.Doc {
	return who.Get(path + "/rows?sheet=" + url.QueryEscape(sheet) + more).Want(http.StatusOK).JSON()
}

func fix(who *apptest.Person, path, sheet string, version int, fixes ...apptest.Doc) *apptest.Answer {
	return who.Put(path+"/cells", version, apptest.Doc{"sheet": sheet, "fixes": fixes})
}

// write writes an import to its end and gives it.
func write(p *apptest.Product, who *apptest.Person, path string, accept bool) apptest.Doc {
	p.T.Helper()
	n := who.Get(path).Want(http.StatusOK).JSON().Int("version")
	who.Post(path+"/write", apptest.Doc{"accept_warnings": accept}, "If-Match", version(n)).Want(http.StatusOK)
	p.Services.Importer.Wait()
	return who.Get(path).Want(http.StatusOK).JSON()
}

func undo(who *apptest.Person, path string) *apptest.Answer {
	n := who.Get(path).Want(http.StatusOK).JSON().Int("version")
	return who.Post(path+"/undo", apptest.Doc{}, "If-Match", version(n))
}

const fiveErrors = `项目名称,投资方,责任单位,总投资(万元),签约时间,目前状态
甲项目,甲公司,县水务局,12000,2026-03-05,签约
乙项目,,县水务局,5000,2026-04-06,签约
丙项目,丙公司,县飞船局,5000,2026-04-06,签约
丁项目,丁公司,县水务局,很多,2026-04-06,签约
戊项目,戊公司,县水务局,5000,2026.2.30,签约
己项目,己公司,县水务局,5000,2026-04-06,推进中
`

func TestFiveErrorsArePutRightInPlaceWrittenAndUndone(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		path := opened(t, office, "项目台账.csv", fiveErrors)
		s := sheetsOf(office, path)["项目台账"]
		if s.Text("kind") != "project" || s.Int("rows") != 6 || s.Int("errors") != 5 || s.Int("ready") != 1 || s.Int("fresh") != 1 ||
			s.Text("origin") != "found" {
			t.Fatalf("sheet: %v", s)
		}
		rows := rowsOf(office, path, "项目台账", "&problems=true")
		if rows.Int("total") != 5 {
			t.Fatalf("problem rows: %v", rows)
		}
		found := map[string]string{}
		for _, r := range rows.Items("items") {
			for _, f := range r.Items("findings") {
				found[f.Text("cell")] = f.Text("code")
			}
		}
		want := map[string]string{"B3": "ledger.required", "C4": "ledger.unit", "D5": "ledger.amount", "E6": "ledger.no_such_day",
			"F7": "ledger.stage"}
		for cell, code := range want {
			if found[cell] != code {
				t.Errorf("%s: %q, want %s", cell, found[cell], code)
			}
		}
		fix(office, path, "项目台账", 1, apptest.Doc{"cell": "B3", "text": "乙公司"}, apptest.Doc{"cell": "D5", "text": "1.2亿"},
			apptest.Doc{"cell": "E6", "text": "2026-02-28"}).Want(http.StatusOK)
		fix(office, path, "项目台账", 1, apptest.Doc{"cell": "F7", "text": "签约"}).Want(http.StatusPreconditionFailed)
		fix(office, path, "项目台账", 2, apptest.Doc{"cell": "F7", "text": "签约"},
			apptest.Doc{"field": "responsible_unit", "from": "县飞船局", "text": "县水务局"}).Want(http.StatusOK)
		if s := sheetsOf(office, path)["项目台账"]; s.Int("errors") != 0 || s.Int("ready") != 6 {
			t.Fatalf("put right: %v", s)
		}
		for _, r := range rowsOf(office, path, "项目台账", "").Items("items") {
			if r.Text("effect") != "created" {
				t.Errorf("row %d would be %q", r.Int("row"), r.Text("effect"))
			}
		}
		if n := office.Get("/projects").Want(http.StatusOK).JSON().Int("count"); n != 0 {
			t.Fatalf("a preview left %d projects", n)
		}
		if i := write(p, office, path, false); i.Text("state") != "written" || i.Int("created") != 6 || i.Int("done") != 6 ||
			i.Int("refused") != 0 {
			t.Fatalf("written: %v", i)
		}
		if n := office.Get("/projects").Want(http.StatusOK).JSON().Int("count"); n != 6 {
			t.Fatalf("%d projects, want 6", n)
		}
		fix(office, path, "项目台账", 5, apptest.Doc{"cell": "F7", "text": "签约"}).Want(http.StatusConflict)
		if i := undo(office, path).Want(http.StatusOK).JSON(); i.Text("state") != "undone" {
			t.Fatalf("undone: %v", i)
		}
		undo(office, path).Want(http.StatusConflict)
		for _, list := range []string{"/projects", "/clients"} {
			if n := office.Get(list).Want(http.StatusOK).JSON().Int("count"); n != 0 {
				t.Errorf("%s after the undo: %d", list, n)
			}
		}
		if total := office.Get("/reports/conversion").Want(http.StatusOK).JSON().In("total"); total.In("signed").Int("count") != 0 {
			t.Errorf("an undone project still counts: %v", total)
		}
		again := opened(t, office, "项目台账.csv", strings.SplitAfter(fiveErrors, "签约\n")[0])
		if i := write(p, office, again, false); i.Int("created") != 1 {
			t.Errorf("the same ledger after an undo: %v", i)
		}
	})
}

func TestAMappingIsCorrectedAndRememberedForTheUnitByItsHeader(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, other := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.OfficeAdmin, "县财政局")
		const strange = "表一\n谁来投,投个啥,归谁管,多少钱\n甲公司,甲项目,县水务局,1.2\n"
		path := opened(t, office, "奇怪的表.csv", strange)
		if s := sheetsOf(office, path)["奇怪的表"]; s.Text("kind") != "" || len(s["top"].([]any)) != 3 {
			t.Fatalf("an unknown sheet: %v", s)
		}
		said := apptest.Doc{"sheet": "奇怪的表", "kind": "project", "header_rows": []int{2},
			"columns": []string{"investor", "name", "responsible_unit", "total_investment"}, "unit": 100_000_000}
		for field, wrong := range map[string]apptest.Doc{
			"columns":     {"sheet": "奇怪的表", "kind": "project", "header_rows": []int{2}, "columns": []string{"investor", "investor"}},
			"header_rows": {"sheet": "奇怪的表", "kind": "project", "header_rows": []int{9}},
			"sheet":       {"sheet": "没有", "kind": "project", "header_rows": []int{1}},
			"kind":        {"sheet": "奇怪的表", "kind": "飞船", "header_rows": []int{1}},
		} {
			if got := office.Put(path+"/reading", 1, wrong).Want(http.StatusUnprocessableEntity).Fields(); got[field] == "" {
				t.Errorf("wrong %s: %v", field, got)
			}
		}
		office.Put(path+"/reading", 1, said).Want(http.StatusOK)
		office.Put(path+"/reading", 1, said).Want(http.StatusPreconditionFailed)
		if s := sheetsOf(office, path)["奇怪的表"]; s.Text("origin") != "decided" || s.Int("ready") != 1 {
			t.Fatalf("decided: %v", s)
		}
		write(p, office, path, false)
		if v := office.Get("/projects").JSON().Items("items")[0]; v.Int("total_investment") != 120_000_000 {
			t.Errorf("written: %v", v)
		}
		next := opened(t, office, "下个月.csv", "表一\n说明 一行\n"+strings.TrimPrefix(strange, "表一\n"))
		if s := sheetsOf(office, next)["下个月"]; s.Text("origin") != "remembered" || s.Text("kind") != "project" || s.Int("ready") != 1 {
			t.Errorf("the next file with the same header: %v", s)
		}
		if s := sheetsOf(other, opened(t, other, "别家.csv", strange))["别家"]; s.Text("kind") != "" {
			t.Errorf("another unit's file: %v", s)
		}
	})
}

func TestUnknownUnitsAreOfferedAndCreated(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, clerk := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.UnitClerk, "县水务局")
		const body = "项目名称,投资方,责任单位\n甲项目,甲公司,县飞船局\n乙项目,乙公司,县飞船局\n"
		path := opened(t, office, "项目.csv", body)
		units := office.Get(path + "/sheets").JSON().Items("units")
		if len(units) != 1 || units[0].Text("name") != "县飞船局" || units[0].Int("cells") != 2 {
			t.Fatalf("unknown units: %v", units)
		}
		made := apptest.Doc{"units": []apptest.Doc{{"name": "县飞船局", "parent_id": p.Units["赤城县"].ID, "kind": "bureau"}}}
		clerk.Post(opened(t, clerk, "项目.csv", body)+"/units", made).Want(http.StatusForbidden)
		office.Post(path+"/units", apptest.Doc{"units": []apptest.Doc{{"name": "县飞船局", "parent_id": p.Units["赤城县"].ID, "kind": "ship"}}}).
			Want(http.StatusUnprocessableEntity)
		office.Post(path+"/units", made).Want(http.StatusOK)
		if s := sheetsOf(office, path)["项目"]; s.Int("ready") != 2 {
			t.Errorf("after the unit was made: %v", s)
		}
	})
}

func TestAForeignImportIsNotFound(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		mine, other := p.Appoint(org.UnitClerk, "县水务局"), p.Appoint(org.UnitClerk, "县财政局")
		inspector := p.Appoint(org.Inspector, "县商务局")
		path := opened(t, mine, "客商.csv", "客商名称,企业性质,来源地\n甲公司,民企,北京\n")
		for _, x := range []string{"", "/sheets", "/rows?sheet=a", "/problems"} {
			other.Get(path + x).Want(http.StatusNotFound)
			inspector.Get(path + x).Want(http.StatusForbidden)
		}
		other.Put(path+"/reading", 1, apptest.Doc{"sheet": "客商", "kind": ""}).Want(http.StatusNotFound)
		fix(other, path, "客商", 1, apptest.Doc{"cell": "A1", "text": "x"}).Want(http.StatusNotFound)
		for _, x := range []string{"/write", "/resume", "/undo", "/stop"} {
			other.Post(path+x, apptest.Doc{}, "If-Match", version(1)).Want(http.StatusNotFound)
		}
		if items := other.Get("/imports").Want(http.StatusOK).JSON().Items("items"); len(items) != 0 {
			t.Errorf("another unit sees %v", items)
		}
		if items := mine.Get("/imports").Want(http.StatusOK).JSON().Items("items"); len(items) != 1 {
			t.Errorf("one's own imports: %v", items)
		}
		mine.Post(path+"/stop", apptest.Doc{}).Want(http.StatusConflict)
		mine.Post(path+"/resume", apptest.Doc{}, "If-Match", version(1)).Want(http.StatusConflict)
		mine.Post(path+"/undo", apptest.Doc{}, "If-Match", version(1)).Want(http.StatusConflict)
		fix(mine, path, "客商", 1, apptest.Doc{"cell": "不是格子", "text": "x"}).Want(http.StatusUnprocessableEntity)
		mine.Get(path + "/rows?sheet=没有").Want(http.StatusUnprocessableEntity)
		upload(t, mine, "x.pdf", "%PDF").Want(http.StatusUnprocessableEntity)
	})
}
