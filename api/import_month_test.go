package api_test

import (
	"net/http"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

// A county's ledger comes again each month: only what is new in it is a new line.
func TestNextMonthsLedgerAddsWhatIsNewOfAProjectAndSaysNothingTwice(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		const head = "项目名称,投资方,企业联系人及电话,责任单位,总投资(万元),本年计划,签约时间,目前进展情况,存在问题\n"
		ledger := func(progress, problem string) string {
			return head + "甲项目,甲公司,王经理 13800138000,县水务局,12000,5000,2026-03-05," + progress + "," + problem + "\n"
		}
		first := opened(t, office, "八月.csv", ledger("完成备案", "用水指标不足"))
		if i := write(p, office, first, false); i.Int("created") != 1 {
			t.Fatalf("written: %v", i)
		}
		project := office.Get("/projects").JSON().Items("items")[0]
		id := project.Text("id")
		lines := func() map[string]int {
			out := map[string]int{}
			for _, e := range office.Get("/timeline?limit=100&subject_kind=project&subject_id=" + id).Want(http.StatusOK).JSON().Items("items") {
				if text := e.In("details").Text("text"); text != "" {
					out[text]++
				}
			}
			return out
		}
		if got := lines(); len(got) != 2 || got["完成备案"] != 1 || got["用水指标不足"] != 1 {
			t.Errorf("the first month says %v", got)
		}
		whole := office.Get("/projects/" + id).Want(http.StatusOK).JSON()
		if plans := whole.Items("year_plans"); len(plans) != 1 || plans[0].Int("amount") != 50_000_000 {
			t.Errorf("planned for the year: %v", plans)
		}
		contacts := office.Get("/clients/" + whole.Text("client_id")).Want(http.StatusOK).JSON().Items("contacts")
		if len(contacts) != 1 || contacts[0].Text("name") != "王经理" {
			t.Errorf("the investor's contacts: %v", contacts)
		}
		if i := write(p, office, opened(t, office, "又是八月.csv", ledger("完成备案", "用水指标不足")), false); i.Int("unchanged") != 1 {
			t.Errorf("the same again: %v", i)
		}
		second := opened(t, office, "九月.csv", ledger("基坑开挖", "用水指标不足"))
		if row := rowsOf(office, second, "九月", "").Items("items")[0]; row.Text("effect") != "updated" {
			t.Errorf("the preview of new progress: %v", row)
		}
		if i := write(p, office, second, false); i.Int("updated") != 1 {
			t.Errorf("the next month: %v", i)
		}
		if got := lines(); got["基坑开挖"] != 1 || got["用水指标不足"] != 1 || got["完成备案"] != 1 {
			t.Errorf("the next month says %v", got)
		}
		undo(office, second).Want(http.StatusOK)
		if got := lines(); got["基坑开挖"] != 0 || got["完成备案"] != 1 {
			t.Errorf("after the undo: %v", got)
		}
	})
}

func TestALeadsLedgerBringsItsNextStepAndItsTalks(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		path := opened(t, office, "线索.csv", "客商名称,拟投领域,拟投资额（万元）,信息来源,联系人及电话,跟踪单位,获取日期,目前洽谈进展,下步措施,回访时间\n"+
			"江苏某公司,光伏组件,暂定5000万,商会推介,李总（139 0013 9000）,县水务局,2026年8月20日,已通电话,寄送地块资料,2026-12-01\n")
		if i := write(p, office, path, true); i.Int("created") != 1 {
			t.Fatalf("written: %v", i)
		}
		id := office.Get("/leads").JSON().Items("items")[0].Text("id")
		l := office.Get("/leads/" + id).Want(http.StatusOK).JSON()
		for field, want := range map[string]string{"company": "江苏某公司", "subject": "光伏组件", "contact_name": "李总", "next_action": "寄送地块资料",
			"next_on": "2026-12-01", "note": "已通电话", "reported_on": "2026-08-20", "channel": "intermediary"} {
			if l.Text(field) != want {
				t.Errorf("%s is %q, want %q", field, l.Text(field), want)
			}
		}
		if l.Int("amount") != 50_000_000 {
			t.Errorf("amount %d", l.Int("amount"))
		}
	})
}
