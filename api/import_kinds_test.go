package api_test

import (
	"bytes"
	"net/http"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

// workbook makes an .xlsx of sheets in their order; more changes it before it is
// saved.
func workbook(t *testing.T, sheets []sheet, more func(*excelize.File)) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for _, s := range sheets {
		if _, err := f.NewSheet(s.name); err != nil {
			t.Fatal(err)
		}
		for n, r := range s.rows {
			at, err := excelize.CoordinatesToCellName(1, n+1)
			if err != nil {
				t.Fatal(err)
			}
			if err := f.SetSheetRow(s.name, at, &r); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := f.DeleteSheet("Sheet1"); err != nil {
		t.Fatal(err)
	}
	if more != nil {
		more(f)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

type sheet struct {
	name string
	rows [][]any
}

// sevenKinds is a county's workbook with a sheet of each kind that is read.
func sevenKinds(t *testing.T) string {
	return workbook(t, []sheet{
		{"招商项目台账", [][]any{{"赤城县招商引资项目台账"}, {"填报单位：县商务局", "", "", "单位：万元", "截至：2026年9月20日"},
			{"序号", "项目名称", "投资方名称", "责任单位", "总投资", "签约时间", "目前状态", "包联县领导", "存在问题"},
			{1, "甲项目", "甲集团", "县水务局", 12000, "2026-03-05", "签约", "郭振华", "用电未通"}, {"合计", "", "", "", 12000}}},
		{"线索台账", [][]any{{"企业名称", "意向内容", "意向投资（万元）", "线索来源", "引荐人", "首报单位", "首报时间", "研判意见", "联系人", "联系电话"},
			{"乙公司", "冷链物流", 8000, "以商招商", "甲集团", "县水务局", "2026.8.5", "符合产业方向", "王强", "138 1234 5678"}}},
		{"客商库", [][]any{{"客商名称", "企业性质", "来源地", "联系人", "职务", "联系电话", "投资需求"}, {"丙公司", "民企", "北京市", "李丽", "副总", "13912345678", "要厂房两千平"}}},
		{"企业信息", [][]any{{"企业名称", "所在乡镇", "是否规上", "主要产品", "上游需求", "生产经营状态", "包联领导", "企业诉求"},
			{"丁公司", "龙关镇", "是", "矿泉水", "瓶坯", "停产", "李秀芳", "贷款"}}},
		{"外出招商", [][]any{{"日期", "方式", "带队领导", "随行人员", "地点", "拜访企业", "携带项目", "洽谈结果"},
			{"2026年9月1日", "走出去", "郭振华", "王强、李丽", "北京市", "甲集团", "甲项目", "签订框架协议"}}},
		{"到位资金", [][]any{{"项目名称", "到位日期", "资金类别", "金额（万元）", "凭证号"}, {"甲项目", 46086, "设备", 300, "记-001"}}},
		{"问题清单", [][]any{{"项目名称", "存在的问题", "问题类型", "责任单位", "责任领导", "办结时限", "进展情况", "是否销号"},
			{"甲项目", "土地未摘牌", "要素", "县水务局", "郭振华", "2026-10-30", "正在组卷", "否"}}},
	}, nil)
}

// Each kind of ledger that is read comes from one workbook into its library, is
// counted and found by the import that brought it, changes nothing the second
// time, and goes again when the import is undone.
func TestEachOfSevenKindsOfLedgersComesInIsFoundAndGoes(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		path := opened(t, office, "九月台账.xlsx", sevenKinds(t))
		for name, s := range sheetsOf(office, path) {
			if s.Int("rows") != 1 || s.Int("ready") != 1 || s.Int("errors")+s.Int("warnings")+s.Int("duplicates") != 0 {
				t.Errorf("%s: %v", name, s)
			}
			for _, r := range rowsOf(office, path, name, "").Items("items") {
				if r.Text("effect") != "created" {
					t.Errorf("%s row %d would be %q: %v", name, r.Int("row"), r.Text("effect"), r["findings"])
				}
			}
		}
		if i := write(p, office, path, false); i.Int("created") != 7 || i.Int("refused") != 0 {
			t.Fatalf("written: %v", i)
		}
		got := map[string]int{}
		for _, r := range office.Get(path + "/results").Want(http.StatusOK).JSON().Items("items") {
			got[r.Text("kind")] = r.Int("created")
		}
		for kind, n := range map[string]int{"project": 1, "lead": 1, "client": 2, "enterprise": 1, "visit": 1, "fund": 1, "note": 2} {
			if got[kind] != n {
				t.Errorf("%d of the kind %s, want %d; all: %v", got[kind], kind, n, got)
			}
		}
		id := strings.TrimPrefix(path, "/imports/")
		office.Post("/clients", apptest.Doc{"name": "手工录入公司"}).Want(http.StatusCreated)
		one := map[string]apptest.Doc{}
		for list, n := range map[string]int{"projects": 1, "leads": 1, "clients": 2, "enterprises": 1, "visits": 1} {
			items := office.Get("/" + list + "?import_id=" + id).Want(http.StatusOK).JSON().Items("items")
			if len(items) != n {
				t.Fatalf("%d %s by the import, want %d", len(items), list, n)
			}
			one[list] = office.Get("/" + list + "/" + items[0].Text("id")).Want(http.StatusOK).JSON()
			if other := office.Get("/" + list + "?import_id=019950a0-0000-7000-8000-000000000000").JSON().Items("items"); len(other) != 0 {
				t.Errorf("%s of another import: %v", list, other)
			}
		}
		if x := one["projects"]; x.Int("total_investment") != 120_000_000 || x.Text("stage") != "SIGNED" || len(x.Items("leaders")) != 1 {
			t.Errorf("project: %v", x)
		}
		funds := string(office.Get("/projects/" + one["projects"].Text("id") + "/funds").Want(http.StatusOK).Body)
		if !strings.Contains(funds, "记-001") || !strings.Contains(funds, "3000000") || !strings.Contains(funds, "2026-03-05") {
			t.Errorf("money in place: %s", funds)
		}
		third := office.Get("/clients?q=丙公司").Want(http.StatusOK).JSON().Items("items")[0].Text("id")
		if c := office.Get("/clients/" + third).Want(http.StatusOK).
			JSON(); len(c.Items("contacts")) != 1 || c.Items("contacts")[0].Text("name") != "李丽" || c.Text("needs") != "要厂房两千平" {
			t.Errorf("client: %v", c)
		}
		if x := one["leads"]; x.Int("amount") != 80_000_000 || x.Text("channel") != "referral" || x.Text("reported_on") != "2026-08-05" ||
			x.Text("referrer_name") != "甲集团" || x.Text("state") == "new" {
			t.Errorf("lead: %v", x)
		}
		if x := one["enterprises"]; x.Text("state") != "halted" || x.Text("products") != "矿泉水" || x["above_scale"] != true ||
			len(x.Items("leaders")) != 1 {
			t.Errorf("enterprise: %v", x)
		}
		if x := one["visits"]; x.Text("state") != "done" || x.Text("outcome") != "agreement" || x.Text("on") != "2026-09-01" {
			t.Errorf("visit: %v", x)
		}
		lines := string(office.Get("/timeline?subject_kind=project&subject_id=" + one["projects"].Text("id")).Want(http.StatusOK).Body)
		for _, text := range []string{"土地未摘牌", "用电未通", "正在组卷"} {
			if !strings.Contains(lines, text) {
				t.Errorf("%s is not on the project's page: %s", text, lines)
			}
		}
		again := opened(t, office, "九月台账.xlsx", sevenKinds(t))
		if i := write(p, office, again, false); i.Int("created") != 0 || i.Int("updated") != 0 || i.Int("unchanged") != 7 {
			t.Errorf("the same workbook again: %v", i)
		}
		undo(office, path).Want(http.StatusOK)
		for list, n := range map[string]int{"projects": 0, "leads": 0, "clients": 1, "enterprises": 0, "visits": 0} {
			if left := office.Get("/" + list).JSON().Int("count"); left != n {
				t.Errorf("%d %s after the undo, want %d", left, list, n)
			}
		}
		p.Appoint(org.Officer, "县水务局").Get(path + "/results").Want(http.StatusNotFound)
	})
}
