package importer_test

import (
	"bytes"
	"context"
	"net/http"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"sangu/domain"
	"sangu/domain/intake"
	"sangu/domain/org"
	"sangu/internal/apptest"
	"sangu/internal/importer"
	"sangu/internal/ledger"
)

// imported imports a text as an office, with every question answered yes.
func imported(t *testing.T, p *apptest.Product, name, text string) importer.Result {
	t.Helper()
	res, err := p.Services.Importer.Import(context.Background(), p.Appoint(org.OfficeAdmin, "县商务局").Actor, name, []byte(text),
		importer.Options{AcceptWarnings: true})
	if err != nil {
		t.Fatal(err)
	}
	return res
}

// A stage is written with what the ledger knows of its day and no more: neither the
// ledger's own day, nor one that is yet to come, nor the first of a month.
func TestNoStageIsWrittenOnADayThatNobodyReported(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		imported(t, p, "项目.csv", "截至2026年9月20日,单位:万元\n项目名称,投资方,责任单位,总投资,目前状态,签约时间,开工时间\n"+
			"未来项目,甲公司,县水务局,12000,开工,2026-03-05,2027-05-01\n无日项目,乙公司,县水务局,12000,开工,2026-03-05,\n"+
			"月份项目,丙公司,县水务局,12000,开工,2026-03-05,2026年8月\n年份项目,丁公司,县水务局,12000,签约,2025年,\n"+
			"有日项目,戊公司,县水务局,12000,开工,2026-03-05,2026-08-01\n在谈项目,己公司,县水务局,12000,在谈,,\n")
		got := map[string]apptest.Doc{}
		for _, x := range office.Get("/projects").Want(http.StatusOK).JSON().Items("items") {
			got[x.Text("name")] = office.Get("/projects/" + x.Text("id")).Want(http.StatusOK).JSON()
		}
		for name, want := range map[string]string{"未来项目": "SIGNED 2026-03-05", "无日项目": "STARTED ≤ 2026-09-20",
			"月份项目": "STARTED 2026-08", "年份项目": "SIGNED 2025", "有日项目": "STARTED 2026-08-01", "在谈项目": "NEGOTIATING ≤ 2026-09-20"} {
			if is := got[name].Text("stage") + " " + got[name].Text("stage_since"); is != want {
				t.Errorf("%s is %q, want %s", name, is, want)
			}
		}
		if day := got["未来项目"].Text("planned_start"); day != "2027-05-01" {
			t.Errorf("the day that is yet to come is planned for %q", day)
		}
	})
}

func TestTwoProjectsOfOneNameWithTheirOwnCodesAreBothWritten(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		const text = "项目编号,项目名称,投资方,责任单位,总投资(万元)\nA-1,标准化厂房建设项目,甲公司,县水务局,12000\nA-2,标准化厂房建设项目,乙公司,县财政局,5000\n"
		if res := imported(t, p, "项目.csv", text); res.Created != 2 {
			t.Fatalf("created %d: %v", res.Created, res.Sheets[0].Findings)
		}
		if res := imported(t, p, "项目.csv", text); res.Created != 0 || res.Unchanged != 2 {
			t.Errorf("again: created %d, unchanged %d: %v", res.Created, res.Unchanged, res.Sheets[0].Findings)
		}
		if n := office.Get("/projects").JSON().Int("count"); n != 2 {
			t.Errorf("%d projects", n)
		}
	})
}

// A voucher number that begins anew would be dropped as a repeat: it is refused
// with a word, and the same row again changes nothing.
func TestAVoucherOfAnotherAmountIsNotDroppedInSilence(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		imported(t, p, "项目.csv", "项目名称,投资方,责任单位,总投资(万元),合同投资额(万元)\n甲项目,甲公司,县水务局,12000,12000\n")
		res := imported(t, p, "资金.csv", "项目名称,到位日期,金额(万元),凭证号\n甲项目,2026-03-05,300,记-1\n甲项目,2026-04-05,200,记-1\n")
		if f := res.Sheets[0].Findings; res.Created != 1 || len(f) != 1 || f[0].Code != "ledger.voucher_taken" || f[0].Row != 3 {
			t.Errorf("created %d: %v", res.Created, f)
		}
		if res := imported(t, p, "资金.csv", "项目名称,到位日期,金额(万元),凭证号\n甲项目,2026-03-05,300,记-1\n"); res.Unchanged != 1 {
			t.Errorf("again: %+v", res)
		}
	})
}

func TestAVisitKeepsItsHourAndWhomTheyMet(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		imported(t, p, "外出.csv", "姓名,职务,开始时间,目的地,拜访企业名称,接洽人姓名,接洽人职务\n郭振华,副县长,2026-09-01 14:30,北京,甲公司,王某,总经理\n")
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		items := office.Get("/visits").Want(http.StatusOK).JSON().Items("items")
		if len(items) != 1 {
			t.Fatalf("%d visits", len(items))
		}
		v := office.Get("/visits/" + items[0].Text("id")).Want(http.StatusOK).JSON()
		if v.Text("on") != "2026-09-01" || v.Text("starts_at") != "14:30" || v.Text("met") != "王某 总经理" {
			t.Errorf("the visit: %v", v)
		}
	})
}

// What a sheet leaves open waits for a yes, until a person says how it is read.
func TestASheetThatIsNotSureIsNotWrittenWithoutAYes(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		ctx, im := context.Background(), p.Services.Importer
		office := p.Appoint(org.OfficeAdmin, "县商务局").Actor
		unsure := []byte("企业名称,主要产品,联系人,联系电话,所在地,诉求\n甲公司,板材,王强,13800138000,龙关镇,用电\n")
		i, err := im.Upload(ctx, office, "表.csv", unsure)
		if err != nil {
			t.Fatal(err)
		}
		v, err := im.View(ctx, office, i.ID)
		if err != nil || len(v.Sheets[0].Notes) != 1 || v.Sheets[0].Notes[0].Code != "ledger.kind_unsure" || v.Sheets[0].By[ledger.Warning] != 1 {
			t.Fatalf("as found: %+v %v", v.Sheets, err)
		}
		write := func(i intake.Import, accept bool) intake.Import {
			t.Helper()
			if i, err = im.Write(ctx, office, i.ID, i.Version, accept); err != nil {
				t.Fatal(err)
			}
			im.Wait()
			if i, err = im.Get(ctx, office, i.ID); err != nil {
				t.Fatal(err)
			}
			return i
		}
		if i = write(i, false); i.Created != 0 {
			t.Errorf("without a yes %d were created", i.Created)
		}
		if i, err = im.Upload(ctx, office, "表.csv", unsure); err != nil {
			t.Fatal(err)
		}
		r := v.Sheets[0].Reading
		if i, err = im.Decide(ctx, office, i.ID, i.Version, importer.Decision{Sheet: "表", Reading: intake.Reading{Kind: r.Kind,
			HeaderRows: r.HeaderRows}}); err != nil {
			t.Fatal(err)
		}
		if v, err = im.View(ctx, office, i.ID); err != nil || len(v.Sheets[0].Notes) != 0 || v.Sheets[0].By[ledger.Warning] != 0 {
			t.Errorf("decided: %+v %v", v.Sheets, err)
		}
		if i = write(i, false); i.Created != 1 {
			t.Errorf("decided, %d were created", i.Created)
		}
	})
}

func TestASecondTableOfASheetIsWrittenByItsOwnHead(t *testing.T) {
	t.Parallel()
	p := apptest.New(t, "sqlite")
	f := excelize.NewFile()
	defer f.Close()
	for n, r := range [][]any{{"项目名称", "投资方", "责任单位", "总投资(万元)"}, {"甲项目", "甲公司", "县水务局", 12000}, {}, {"二、在谈项目"},
		{"项目名称", "投资方", "总投资(万元)", "责任单位"}, {"丙项目", "丙公司", 6000, "县财政局"}} {
		if err := f.SetSheetRow("Sheet1", ledger.CellName(n, 0), &r); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	if res := imported(t, p, "项目.xlsx", b.String()); res.Created != 2 {
		t.Fatalf("created %d: %v", res.Created, res.Sheets)
	}
	for _, x := range p.Appoint(org.OfficeAdmin, "县商务局").Get("/projects").JSON().Items("items") {
		if x.Text("name") == "丙项目" && (x.Int("total_investment") != 60_000_000 || !strings.Contains(x.Text("responsible_unit"), "财政")) {
			t.Errorf("the second table: %v", x)
		}
	}
}

func TestAWorkbookOverTheLimitsIsRefusedAsTooLarge(t *testing.T) {
	t.Parallel()
	p := apptest.New(t, "sqlite")
	_, err := p.Services.Importer.Upload(context.Background(), p.Appoint(org.OfficeAdmin, "县商务局").Actor, "a.csv", bytes.Repeat([]byte(","),
		5<<20))
	var refused *domain.Error
	if e, ok := err.(*domain.Error); ok {
		refused = e
	}
	if refused == nil || len(refused.Fields) != 1 || refused.Fields[0].Code != "ledger.too_large" {
		t.Errorf("refused with %v", err)
	}
}

// An older ledger after a newer one sets nothing back in silence.
func TestAnOlderLedgerSetsNothingBackInSilence(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		const head = "项目名称,投资方,责任单位,总投资(万元),累计到位资金(万元)\n"
		imported(t, p, "九月.csv", head+"甲项目,甲公司,县水务局,12000,900\n")
		res := imported(t, p, "三月.csv", head+"甲项目,甲公司,县水务局,10000,300\n")
		if f := res.Sheets[0].Findings; res.Updated != 0 || len(f) != 1 || f[0].Code != "ledger.funds_fell" || f[0].Cell != "E2" {
			t.Errorf("updated %d: %v", res.Updated, f)
		}
		grids, err := ledger.Open("三月.csv", []byte(head))
		if err != nil {
			t.Fatal(err)
		}
		m, _ := ledger.Find(grids[0])
		m.Kept = map[string]string{"E2": "审计核减"}
		kept, err := p.Services.Importer.Import(context.Background(), p.Appoint(org.OfficeAdmin, "县商务局").Actor, "三月.csv",
			[]byte(head+"甲项目,甲公司,县水务局,10000,300\n"), importer.Options{AcceptWarnings: true, Mappings: map[string]ledger.Mapping{"三月": m}})
		if err != nil || kept.Updated != 1 {
			t.Errorf("with a reason: %+v %v", kept, err)
		}
	})
}
