package importer_test

import (
	"context"
	"net/http"
	"slices"
	"testing"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/internal/apptest"
	"sangu/internal/importer"
)

// Each kind of ledger that ends a record's first step: its text, the list where
// its one record stands, and what the record, its page and the audit say then.
func ended() map[string]struct {
	text, list, kind string
	version          int
	actions          []string
} {
	type want = struct {
		text, list, kind string
		version          int
		actions          []string
	}
	return map[string]want{
		"a lead that was found valid": {text: "线索单位,项目名称,线索来源,研判意见\n甲公司,板材项目,自主招商,符合产业方向\n", list: "/leads", kind: "lead",
			version: 2, actions: []string{"lead.assess", "lead.create"}},
		"a lead of which nothing clear is said": {text: "线索单位,项目名称,线索来源,研判意见\n甲公司,板材项目,自主招商,待定\n", list: "/leads", kind: "lead",
			version: 1, actions: []string{"lead.create"}},
		"a visit that was made": {text: "日期,拜访企业,地点,带队领导,洽谈结果\n2026-09-01,甲公司,北京,,达成意向\n", list: "/visits", kind: "visit",
			version: 2, actions: []string{"visit.complete", "visit.schedule"}},
		"a client with somebody to call": {text: "客商名称,企业性质,来源地,联系人,联系电话\n甲公司,民企,北京,王强,13800138000\n", list: "/clients", kind: "client",
			version: 1, actions: []string{"client.create", "contact.create"}},
	}
}

func TestWhatALedgerWritesIsOnThePageAndInTheAuditAsIfAPersonHadWrittenIt(t *testing.T) {
	t.Parallel()
	for name, c := range ended() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			apptest.Each(t, func(t *testing.T, p *apptest.Product) {
				office := p.Appoint(org.OfficeAdmin, "县商务局")
				res, err := p.Services.Importer.Import(context.Background(), office.Actor, c.kind+".csv", []byte(c.text),
					importer.Options{AcceptWarnings: true})
				if err != nil || res.Created != 1 {
					t.Fatalf("created %d, %v, %+v", res.Created, err, res.Sheets)
				}
				items := office.Get(c.list).Want(http.StatusOK).JSON().Items("items")
				if len(items) != 1 || items[0].Int("version") != c.version {
					t.Fatalf("want one record of version %d, got %v", c.version, items)
				}
				page := office.Get("/timeline?subject_kind=" + c.kind + "&subject_id=" + items[0].Text("id")).Want(http.StatusOK).JSON()
				if got := actions(page.Items("items")); !slices.Equal(got, c.actions) {
					t.Errorf("the page says %v, want %v", got, c.actions)
				}
				audit := p.Appoint(org.AuditAdmin, "赤城县")
				for _, action := range c.actions {
					if n := audit.Get("/audit?action=" + action).Want(http.StatusOK).JSON().Int("count"); n != 1 {
						t.Errorf("the audit has %s %d times, want once", action, n)
					}
				}
			})
		})
	}
}

func actions(lines []apptest.Doc) (out []string) {
	for _, l := range lines {
		out = append(out, l.Text("action"))
	}
	slices.Sort(out)
	return out
}

// A right that is missing refuses the row at the cell that asks for it, and
// nothing of the row is written.
func TestALedgerWritesNothingForWhichItsSenderLacksTheRight(t *testing.T) {
	t.Parallel()
	all := []domain.Right{org.ImportRun, org.LeadRead, org.LeadWrite, org.LeadAssess, org.VisitRead, org.VisitWrite,
		org.ClientRead, org.ClientWrite, org.ProjectRead, org.ProjectWrite, org.StageMove}
	for name, c := range map[string]struct {
		missing           domain.Right
		text, list, field string
	}{
		"to assess a lead":  {missing: org.LeadAssess, text: "线索单位,项目名称,线索来源,研判意见\n甲公司,板材项目,自主招商,符合产业方向\n", list: "/leads", field: "verdict"},
		"to move a project": {missing: org.StageMove, text: "项目名称,投资方,责任单位,总投资(万元),签约时间\n甲项目,甲公司,县水务局,12000,2026-03-05\n", list: "/projects"},
		"to write a visit":  {missing: org.VisitWrite, text: "日期,拜访企业,地点,带队领导,洽谈结果\n2026-09-01,甲公司,北京,,达成意向\n", list: "/visits"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			apptest.Each(t, func(t *testing.T, p *apptest.Product) {
				sender := domain.RunAs("sender", slices.DeleteFunc(slices.Clone(all), func(r domain.Right) bool { return r == c.missing })...)
				res, err := p.Services.Importer.Import(context.Background(), sender, "a.csv", []byte(c.text), importer.Options{AcceptWarnings: true})
				if err != nil || res.Created != 0 || len(res.Sheets) != 1 {
					t.Fatalf("created %d, %v", res.Created, err)
				}
				last := res.Sheets[0].Findings[len(res.Sheets[0].Findings)-1]
				if last.Code != "actor.right_missing" || last.Field != c.field {
					t.Errorf("refused with %+v", last)
				}
				if n := p.Appoint(org.OfficeAdmin, "县商务局").Get(c.list).Want(http.StatusOK).JSON().Int("count"); n != 0 {
					t.Errorf("%d records are left of a row that was refused", n)
				}
			})
		})
	}
}

func TestAContactsPhoneThatIsNoneIsRefusedAtItsCell(t *testing.T) {
	t.Parallel()
	p := apptest.New(t, "sqlite")
	res, err := p.Services.Importer.Import(context.Background(), system(), "客商.csv",
		[]byte("客商名称,企业性质,来源地,联系人,联系电话\n甲公司,民企,北京,王强,123\n"), importer.Options{AcceptWarnings: true})
	if err != nil || res.Created != 0 || len(res.Sheets[0].Findings) != 2 {
		t.Fatalf("created %d, %v, %+v", res.Created, err, res.Sheets)
	}
	if f := res.Sheets[0].Findings[1]; f.Code != "input.phone" || f.Field != "contact_phone" || f.Cell != "E2" {
		t.Errorf("refused with %+v", f)
	}
}
