package api_test

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"sangu/internal/apptest"
)

// recordedLogins are the demonstration's sign-ins, one for each role.
func recordedLogins() map[string]string {
	return map[string]string{"officer": "majun", "unit_clerk": "gaolijuan", "unit_head": "xuqiang", "county_leader": "wanghaitao",
		"principal_leader": "chenzhiyuan", "office_admin": "hewenjing", "verifier": "dengmin", "inspector": "fengtao",
		"system_admin": "sysadmin", "security_admin": "secadmin", "audit_admin": "audadmin"}
}

// recordedCounty returns the demonstration county with its story, and with what
// the story does not tell of: imports, a batch, rules of its own, a record in
// the recycle bin, notices. All of it is done in turn, by counted ids and a
// clock that stands, so that it is the same county each time.
func recordedCounty(t *testing.T, database string) county {
	t.Helper()
	p := apptest.Repeatable(t, database, "2026-11-25")
	c := county{p: p, people: map[string]*apptest.Person{"nobody": p.Nobody()},
		names: map[string]string{}, ids: map[string]string{}, feed: map[string]string{}}
	logins := recordedLogins()
	for _, role := range everybody() {
		c.people[role] = p.SignIn(logins[role], "Chicheng-2026")
	}
	c.learn()
	c.setRules()
	c.imports()
	c.deeds()
	ctx := context.Background()
	if err := p.Services.Totals.Update(ctx); err != nil {
		t.Fatal(err)
	}
	if err := p.Services.Dispatcher.Run(ctx); err != nil {
		t.Fatal(err)
	}
	c.learn()
	return c
}

// learn gives each record a name: its kind, what it is called, and a number
// where several of a kind are called the same.
func (c county) learn() {
	office := c.people["office_admin"]
	clear(c.ids)
	maps.Copy(c.ids, c.feed)
	for _, u := range office.Get("/units").Want(http.StatusOK).JSON().Items("items") {
		c.name("unit", u, "name")
	}
	c.learnList("project", "/projects?limit=200&sort=code", "name")
	c.learnList("client", "/clients?limit=200&sort=name", "name")
	c.learnList("enterprise", "/enterprises?limit=200&sort=name", "name")
	c.learnList("lead", "/leads?limit=200&sort=received_at", "company", "subject")
	c.learnList("visit", "/visits?limit=200&sort=on", "company", "on")
	c.learnList("person", "/people?limit=200", "name")
	c.learnList("contact", "/contacts?limit=200", "name")
	c.learnList("bulletin", "/bulletins", "month")
	c.learnList("import", "/imports", "file_name")
	c.learnList("view", "/views?list=projects", "name")
	files := office.Get("/attachments?subject_kind=project&subject_id=" + c.ids["project:飞行小镇项目"]).Want(http.StatusOK).JSON().Items("items")
	if len(files) == 0 {
		c.p.T.Fatal("the county has no file on a project")
	}
	c.ids["file:first"] = files[0].Text("id")
}

func (c county) learnList(kind, path string, by ...string) {
	for cursor := ""; ; {
		more := ""
		if cursor != "" {
			more = "&cursor=" + url.QueryEscape(cursor)
		}
		page := c.people["office_admin"].Get(path + more).Want(http.StatusOK).JSON()
		for _, item := range page.Items("items") {
			c.name(kind, item, by...)
		}
		if cursor = page.Text("next"); cursor == "" {
			return
		}
	}
}

func (c county) name(kind string, item apptest.Doc, by ...string) {
	parts := make([]string, len(by))
	for i, field := range by {
		parts[i] = strings.ReplaceAll(item.Text(field), " ", "_")
	}
	name := kind + ":" + strings.Join(parts, "/")
	for n, plain := 2, name; c.ids[name] != ""; n++ {
		name = fmt.Sprintf("%s#%d", plain, n)
	}
	c.ids[name], c.names[item.Text("id")] = item.Text("id"), name
}

// setRules gives the county a counting rule, lights, limits and a scheme that
// are not the standard ones.
func (c county) setRules() {
	office := c.people["office_admin"]
	office.Post("/counting-rules", apptest.Doc{"name": "五千万以上", "threshold": 50_000_000, "window_months": 36,
		"excluded":       []string{"real_estate"},
		"confirmed_only": false, "credit": "split", "rates": []apptest.Doc{{"key": "start", "numerator_stage": "STARTED",
			"denominator_stage": "SIGNED"},
			{"key": "funds", "numerator_stage": "", "denominator_stage": "SIGNED"}}}).Want(http.StatusCreated)
	change := func(path string, set func(d apptest.Doc)) {
		d := office.Get(path).Want(http.StatusOK).JSON()
		read := d.Int("version")
		delete(d, "version")
		set(d)
		office.Put(path, read, d).Want(http.StatusOK)
	}
	change("/suspicion-limits", func(d apptest.Doc) { d["capital_times"] = 15 })
	change("/colour-rules", func(d apptest.Doc) { d["name"] = "赤城 2026" })
	change("/score-scheme", func(d apptest.Doc) { d["name"] = "赤城 2026 考核" })
}

const recordedLedger = `项目名称,投资方,责任单位,总投资(万元),签约时间,目前状态
甲项目,甲公司,县水务局,12000,2026-03-05,签约
乙项目,,县水务局,5000,2026-04-06,签约
丙项目,丙公司,县飞船局,5000,2026-04-06,签约
丁项目,丁公司,县水务局,很多,2026-04-06,签约
戊项目,戊公司,县水务局,5000,2026.2.30,签约
`

// imports writes one ledger and leaves another as it was checked.
func (c county) imports() {
	office := c.people["office_admin"]
	write(c.p, office, opened(c.p.T, office, "written.csv", recordedLedger), true)
	opened(c.p.T, office, "checked.csv", recordedLedger)
}

// deeds are what people do beside the story.
func (c county) deeds() {
	officer, office, head := c.people["officer"], c.people["office_admin"], c.people["unit_head"]
	one, two := c.ids["project:飞行小镇项目"], c.ids["project:二商生猪养殖二期项目"]
	pick := func(id string) apptest.Doc {
		return apptest.Doc{"id": id, "version": office.Get("/projects/" + id).Want(http.StatusOK).JSON().Int("version")}
	}
	office.Post("/projects/batch", apptest.Doc{"rows": []apptest.Doc{pick(one), pick(two)},
		"set": apptest.Doc{"channel": "event"}}).Want(http.StatusOK)
	withdraw(office, "/leads/"+c.ids["lead:唐山恒泰矿物材料有限公司/沸石深加工"], "重复").Want(http.StatusNoContent)
	office.Post("/timeline", apptest.Doc{"subject_kind": "project", "subject_id": one, "kind": "progress",
		"text": "@陈志远 请跟进供电方案", "mentions": []any{c.ids["person:陈志远"]}}).Want(http.StatusNoContent)
	officer.Request(http.MethodPut, "/api/v1/account/preferences/list.projects",
		apptest.Doc{"value": `{"density":"compact"}`}).Want(http.StatusOK)
	officer.Post("/me/tokens", apptest.Doc{"name": "报表", "days": 30}).Want(http.StatusCreated)
	head.Request(http.MethodPut, "/api/v1/watches/project/"+c.ids["project:三道川铁精粉提质改造项目(60号线)"], nil).Want(http.StatusNoContent)
	office.Post("/contacts/"+c.ids["contact:佟卫东"]+"/phone", nil).Want(http.StatusOK)
	address := officer.Post("/account/calendar-feed", apptest.Doc{}).Want(http.StatusCreated).JSON().Text("address")
	c.feed["feed:own"] = strings.TrimPrefix(address, "/api/v1/calendar/")
}
