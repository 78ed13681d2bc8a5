package api_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"sangu/domain/org"
	"sangu/internal/apptest"
	intakestore "sangu/repository/intake"
)

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
