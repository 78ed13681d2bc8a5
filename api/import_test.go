package api_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"sangu/domain/org"
	"sangu/internal/apptest"
	intakestore "sangu/repository/intake"
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

func TestAnUndoIsRefusedWhereRowsWereChangedAndNamesThem(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		path := opened(t, office, "客商.csv", "客商名称,企业性质,来源地\n甲公司,民企,北京\n乙公司,央企,天津\n")
		write(p, office, path, false)
		list := office.Get("/clients").Want(http.StatusOK).JSON().Items("items")
		client := office.Get("/clients/" + list[0].Text("id")).Want(http.StatusOK).JSON()
		office.Post("/timeline", apptest.Doc{"subject_kind": "client", "subject_id": client.ID("id"), "kind": "progress", "text": "去过一趟"}).
			Want(http.StatusNoContent)
		refused := undo(office, path).Want(http.StatusConflict)
		if refused.JSON().Text("code") != "import.changed_since" || len(refused.Fields()) != 1 ||
			!strings.Contains(string(refused.Body), client.Text("name")) {
			t.Errorf("refusal: %s", refused.Body)
		}
		second := office.Get("/clients/" + list[1].Text("id")).Want(http.StatusOK).JSON()
		office.Put("/clients/"+second.Text("id"), second.Int("version"), apptest.Doc{"name": second.Text("name"), "terms": "要标准厂房"}).
			Want(http.StatusOK)
		if refused := undo(office, path).Want(http.StatusConflict); len(refused.Fields()) != 2 {
			t.Errorf("after a change of version: %s", refused.Body)
		}
		if n := office.Get("/clients").Want(http.StatusOK).JSON().Int("count"); n != 2 {
			t.Errorf("%d clients after a refused undo", n)
		}
		later := opened(t, office, "客商.csv", "客商名称,企业性质,来源地\n丙公司,民企,北京\n")
		write(p, office, later, false)
		p.Clock.Set("2026-10-27")
		office.SignInAgain()
		if code := undo(office, later).Want(http.StatusConflict).JSON().Text("code"); code != "import.too_late" {
			t.Errorf("after 31 days: %s", code)
		}
	})
}

func TestAnUpdateShowsWhatItChangesAndIsUndoneToWhatWas(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		const head = "项目名称,投资方,责任单位,总投资(万元),签约时间,开工时间,包联县领导\n"
		write(p, office, opened(t, office, "一.csv", head+"甲项目,甲公司,县水务局,12000,2026-03-05,,郭振华\n"), false)
		id := office.Get("/projects").JSON().Items("items")[0].Text("id")
		was := office.Get("/projects/" + id).Want(http.StatusOK).JSON()
		path := opened(t, office, "二.csv", head+"甲项目,甲公司,县水务局,15000,2026-03-05,2026-05-06,李秀芳\n")
		row := rowsOf(office, path, "二", "").Items("items")[0]
		changes := map[string]string{}
		for _, c := range row.Items("changes") {
			changes[c.Text("field")] = c.Text("before") + "→" + c.Text("after")
		}
		if row.Text("effect") != "updated" || changes["total_investment"] != "12000→15000" || changes["stage"] != "签约→开工" {
			t.Errorf("preview: %s %v", row.Text("effect"), changes)
		}
		if s := sheetsOf(office, path)["二"]; s.Int("known") != 1 || s.Int("fresh") != 0 {
			t.Errorf("known rows: %v", s)
		}
		if i := write(p, office, path, false); i.Int("updated") != 1 {
			t.Fatalf("written: %v", i)
		}
		if now := office.Get("/projects/" + id).JSON(); now.Int("total_investment") != 150_000_000 || now.Text("stage") != "STARTED" {
			t.Fatalf("updated: %v", now)
		}
		undo(office, path).Want(http.StatusOK)
		now := office.Get("/projects/" + id).Want(http.StatusOK).JSON()
		for _, field := range []string{"total_investment", "stage", "name", "started_on", "signed_on"} {
			if fmt.Sprint(now[field]) != fmt.Sprint(was[field]) {
				t.Errorf("%s after the undo: %v, was %v", field, now[field], was[field])
			}
		}
		present := func(d apptest.Doc) (out []string) {
			for _, l := range d.Items("leaders") {
				if l.Text("to_on") == "" {
					out = append(out, l.Text("person_id"))
				}
			}
			return out
		}
		if a, b := present(now), present(was); len(b) != 1 || fmt.Sprint(a) != fmt.Sprint(b) {
			t.Errorf("leaders after the undo: %v, were %v", a, b)
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

func TestMoneyInPlaceAndProblemsComeInWithTheirProjects(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		var b bytes.Buffer
		f := excelize.NewFile()
		defer f.Close()
		for sheet, rows := range map[string][][]any{
			"到位资金": {{"到位资金凭证 单位:万元"}, {"项目名称", "日期", "资金类别", "金额", "凭证号"}, {"甲项目", "2026-05-06", "设备购置", 300, "记-001"},
				{"甲项目", "2026-06-06", "土建", 200, "记-002"},
				{"没有的项目", "2026-06-06", "土建", 200, "记-003"}},
			"问题清单": {{"项目名称", "存在问题", "责任单位", "办结时限", "是否销号"}, {"甲项目", "用电没有解决", "县水务局", "2026-10-30", "否"}},
			"项目台账": {{"项目名称", "投资方", "责任单位", "总投资(万元)", "签约时间"}, {"甲项目", "甲公司", "县水务局", 12000, "2026-03-05"}},
			"外出招商": {{"日期", "方式", "带队领导", "地点", "拜访企业", "携带项目", "洽谈结果"}, {"2026-04-06", "走出去", "郭振华", "北京", "甲公司", "甲项目", "达成意向"}},
		} {
			_, _ = f.NewSheet(sheet)
			for n, r := range rows {
				_ = f.SetSheetRow(sheet, fmt.Sprintf("A%d", n+1), &r)
			}
		}
		_ = f.DeleteSheet("Sheet1")
		if err := f.Write(&b); err != nil {
			t.Fatal(err)
		}
		path := opened(t, office, "全套.xlsx", b.String())
		sheets := sheetsOf(office, path)
		for sheet, kind := range map[string]string{"到位资金": "fund", "问题清单": "problem", "项目台账": "project", "外出招商": "visit"} {
			if sheets[sheet].Text("kind") != kind {
				t.Errorf("%s is read as %q", sheet, sheets[sheet].Text("kind"))
			}
		}
		i := write(p, office, path, true)
		if i.Int("created") != 5 || i.Int("refused") != 1 {
			t.Fatalf("written: %v", i)
		}
		if rows := rowsOf(office, path, "到位资金", "&problems=true"); rows.Int("total") != 1 ||
			rows.Items("items")[0].Items("findings")[0].Text("code") != "ledger.project_unknown" {
			t.Errorf("the refused row: %v", rows)
		}
		id := office.Get("/projects").JSON().Items("items")[0].Text("id")
		if sum := office.Get("/projects/" + id + "/funds").Want(http.StatusOK).JSON().In("cumulative"); sum.Int("reported") != 5_000_000 {
			t.Errorf("money in place: %v", sum)
		}
		if line := office.Get("/timeline?subject_kind=project&subject_id=" + id).
			Want(http.StatusOK); !strings.Contains(string(line.Body), "用电没有解决") {
			t.Errorf("the problem is not on the project's page: %s", line.Body)
		}
		again := opened(t, office, "全套.xlsx", b.String())
		if i := write(p, office, again, true); i.Int("created") != 0 || i.Int("updated") != 0 || i.Int("unchanged") != 5 {
			t.Errorf("the same file again: %v", i)
		}
		problems := office.Get(path + "/problems").Want(http.StatusOK)
		x, err := excelize.OpenReader(bytes.NewReader(problems.Body))
		if err != nil {
			t.Fatal(err)
		}
		defer x.Close()
		rows, _ := x.GetRows("到位资金")
		if len(rows) != 2 || rows[1][0] != "没有的项目" || !strings.Contains(rows[1][len(rows[1])-1], "没有这个项目") ||
			!strings.Contains(rows[0][3], "万元") {
			t.Errorf("the workbook of problem rows: %v", rows)
		}
		undo(office, again).Want(http.StatusOK)
		undo(office, path).Want(http.StatusOK)
		for _, list := range []string{"/projects", "/visits", "/clients"} {
			if n := office.Get(list).JSON().Int("count"); n != 0 {
				t.Errorf("%s after the undo: %d", list, n)
			}
		}
		if i := write(p, office, opened(t, office, "全套.xlsx", b.String()), true); i.Int("created") != 5 {
			t.Errorf("after the undo the same file comes in again: %v", i)
		}
	})
}

func TestAStoppedOrKilledWritingGoesOnWhereItWas(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		ctx := context.Background()
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		var body strings.Builder
		body.WriteString("客商名称,企业性质,来源地\n")
		for n := range 350 {
			fmt.Fprintf(&body, "客商%d公司,民企,北京\n", n)
		}
		path := opened(t, office, "客商.csv", body.String())
		id := office.Get(path).JSON().ID("id")
		im := p.Services.Importer
		im.Close() // as a process that was killed right after the yes
		office.Post(path+"/write", apptest.Doc{}, "If-Match", version(1)).Want(http.StatusOK)
		back := errors.New("taken back")
		imports := intakestore.NewImportStore(p.DB)
		err := p.DB.Do(ctx, func(ctx context.Context) error {
			first, err := imports.Claim(ctx, id, 0, 100)
			if err != nil {
				return err
			}
			second, err := imports.Claim(ctx, id, 0, 100)
			if err != nil {
				return err
			}
			if !first || second {
				t.Errorf("two processes claim the same rows: %v and %v", first, second)
			}
			return back
		})
		if !errors.Is(err, back) {
			t.Fatal(err)
		}
		if more, err := im.Step(ctx, office.Actor, id); err != nil || !more {
			t.Fatalf("the first step: %v %v", more, err)
		}
		if i := office.Get(path).JSON(); i.Text("state") != "writing" || i.Int("done") != 100 || i.Int("created") != 100 {
			t.Fatalf("after one step: %v", i)
		}
		office.Post(path+"/stop", apptest.Doc{}).Want(http.StatusOK)
		if more, err := im.Step(ctx, office.Actor, id); err != nil || more {
			t.Fatalf("a step after the stop: %v %v", more, err)
		}
		stopped := office.Get(path).JSON()
		if stopped.Text("state") != "stopped" || stopped.Int("done") != 100 {
			t.Fatalf("stopped: %v", stopped)
		}
		office.Post(path+"/resume", apptest.Doc{}, "If-Match", version(stopped.Int("version"))).Want(http.StatusOK)
		im.Prepare() // the next process
		if err := im.ResumeAll(ctx); err != nil {
			t.Fatal(err)
		}
		im.Wait()
		if i := office.Get(path).JSON(); i.Text("state") != "written" || i.Int("created") != 350 || i.Int("done") != 350 {
			t.Fatalf("resumed: %v", i)
		}
		if n := office.Get("/clients?exact_count=true").JSON().Int("count"); n != 350 {
			t.Errorf("%d clients, want 350", n)
		}
		undo(office, path).Want(http.StatusOK)
		if n := office.Get("/clients?exact_count=true").JSON().Int("count"); n != 0 {
			t.Errorf("%d clients after the undo", n)
		}
	})
}

func TestALedgerWithoutUnitsIsOfTheOneThatSendsItAndOnlyItsOwn(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		clerk := p.Appoint(org.UnitClerk, "龙关镇")
		path := opened(t, clerk, "项目.csv", "项目名称,投资方,总投资(万元)\n甲项目,甲公司,1200\n")
		if i := write(p, clerk, path, false); i.Int("created") != 1 {
			t.Fatalf("written: %v", i)
		}
		id := clerk.Get("/projects").JSON().Items("items")[0].Text("id")
		if v := clerk.Get("/projects/" + id).Want(http.StatusOK).JSON(); v.Text("responsible_unit") != "龙关镇" {
			t.Errorf("responsible: %v", v)
		}
		other := opened(t, clerk, "别家.csv", "项目名称,投资方,责任单位\n乙项目,乙公司,赤城县水务局\n丙项目,丙公司,龙关镇人民政府\n")
		if i := write(p, clerk, other, false); i.Int("created") != 1 || i.Int("refused") != 1 {
			t.Errorf("another unit's row: %v", i)
		}
		rows := rowsOf(clerk, other, "别家", "&problems=true").Items("items")
		if len(rows) != 1 || rows[0].Items("findings")[0].Text("code") != "ledger.other_unit" ||
			rows[0].Items("findings")[0].Text("cell") != "C2" {
			t.Errorf("why: %v", rows)
		}
		if n := p.Appoint(org.OfficeAdmin, "县商务局").Get("/clients").JSON().Int("count"); n != 2 {
			t.Errorf("%d clients: a refused row left one", n)
		}
	})
}

func TestARowThatIsRefusedHalfWayLeavesNothingAndTheOthersComeIn(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		path := opened(t, office, "项目.csv",
			"项目名称,投资方,责任单位,计划开工时间,计划竣工时间\n甲项目,甲公司,县水务局,2026-12-01,2027-12-01\n乙项目,乙公司,县水务局,2027-12-01,2026-12-01\n丙项目,丙公司,县水务局,,\n")
		if i := write(p, office, path, false); i.Text("state") != "written" || i.Int("created") != 2 || i.Int("refused") != 1 {
			t.Fatalf("written: %v", i)
		}
		if n := office.Get("/clients").JSON().Int("count"); n != 2 {
			t.Errorf("%d clients: the refused row left its investor", n)
		}
		undo(office, path).Want(http.StatusOK)
		if n := office.Get("/clients").JSON().Int("count"); n != 0 {
			t.Errorf("%d clients after the undo", n)
		}
	})
}
