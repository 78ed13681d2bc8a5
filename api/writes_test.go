package api_test

import (
	"fmt"
	"net/http"
	"testing"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/internal/apptest"
)

// library makes one record of each kind and gives the paths of its writes with
// a body that each takes.
func library(p *apptest.Product, office, system *apptest.Person) map[string]apptest.Doc {
	unit := p.Units["县水务局"].ID
	made := func(who *apptest.Person, path string, body apptest.Doc) string {
		return path + "/" + who.Post(path, body).Want(http.StatusCreated).JSON().Text("id")
	}
	client := apptest.Doc{"name": "甲投资有限公司"}
	out := map[string]apptest.Doc{}
	add := func(path string, body apptest.Doc) string { at := made(office, path, body); out[at] = body; return at }
	at := add("/clients", client)
	contact := apptest.Doc{"name": "王总"}
	out["/contacts/"+office.Post("/contacts", apptest.Doc{"client_id": at[len("/clients/"):], "name": "王总"}).Want(http.StatusCreated).JSON().
		Text("id")] = contact
	add("/enterprises", apptest.Doc{"name": "乙制造有限公司", "state": "normal"})
	add("/projects", apptest.Doc{"name": "丙项目", "responsible_unit_id": unit})
	add("/leads", apptest.Doc{"company": "丁公司", "subject": "建厂", "channel": "self"})
	add("/visits", apptest.Doc{"way": "out", "on": apptest.Day, "company": "丁公司"})
	unitBody := apptest.Doc{"name": "新区", "kind": "park", "parent_id": p.Units["赤城县"].ID}
	out[made(system, "/units", unitBody)] = unitBody
	person := made(system, "/people", apptest.Doc{"name": "新人", "login": "xinren", "password": "Brand-New-1"})
	out[person] = apptest.Doc{"name": "新人", "login": "xinren"}
	return out
}

func TestAWriteOverAnOldVersionIsRefusedWithTheRowAsItIs(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, system := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.SystemAdmin, "赤城县")
		for path, body := range library(p, office, system) {
			who := office
			if path[1] == 'u' || path[1] == 'p' && path[2] == 'e' {
				who = system
			}
			if a := who.Put(path, 1, body); a.Status != http.StatusOK {
				t.Errorf("PUT %s: %d %s", path, a.Status, a.Body)
			}
			stale := who.Put(path, 1, body)
			if stale.Status != http.StatusPreconditionFailed || stale.JSON().Text("code") != "record.stale" {
				t.Errorf("PUT %s over version 1 after version 2: %d %s", path, stale.Status, stale.Body)
			}
			if missing := who.Request(http.MethodPut, "/api/v1"+path, body); missing.Status < 400 {
				t.Errorf("PUT %s without If-Match: %d", path, missing.Status)
			}
		}
	})
}

func TestTheSameCreateAgainGivesTheFirstResult(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		unit := p.Units["县水务局"].ID
		for path, body := range map[string]apptest.Doc{
			"/clients": {"name": "甲投资有限公司"}, "/enterprises": {"name": "乙制造有限公司", "state": "normal"},
			"/projects": {"name": "丙项目", "responsible_unit_id": unit},
			"/leads":    {"company": "丁公司", "subject": "建厂", "channel": "self"}, "/visits": {"way": "out", "on": apptest.Day, "company": "丁公司"},
		} {
			id := string(domain.UUIDs{}.New())
			body["id"] = id
			first := office.Post(path, body).Want(http.StatusCreated).JSON()
			again := office.Post(path, body).Want(http.StatusCreated).JSON()
			if first.Text("id") != id || again.Text("id") != id || again.Int("version") != 1 {
				t.Errorf("%s: first %v, again %v", path, first, again)
			}
			if n := office.Get(path).Want(http.StatusOK).JSON().Int("count"); n != 1 {
				t.Errorf("%s: %d rows after the same create twice, want 1", path, n)
			}
		}
	})
}

func TestBadInputNamesEveryFieldAtOnceInTheReadersLanguage(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		bad := `{"name":"","kind":"rockets","jobs":"many","land_mu":-1,"surprise":1,"planned_start":"2026-02-30","responsible_unit_id":"nonsense"}`
		office.Lang = "en"
		refused := office.Post("/projects", bad).Want(http.StatusUnprocessableEntity)
		for _, field := range []string{"name", "kind", "jobs", "surprise", "planned_start", "responsible_unit_id"} {
			if refused.Fields()[field] == "" {
				t.Errorf("%s is not named: %s", field, refused.Body)
			}
		}
		if title := refused.JSON().Text("title"); title == "" || title[0] > 'z' {
			t.Errorf("asked in English, the title is %q", title)
		}
		office.Lang = "zh-CN"
		if title := office.Post("/projects", bad).JSON().Text("title"); title == "" || title[0] < 0x80 {
			t.Errorf("asked in Chinese, the title is %q", title)
		}
		for _, body := range []string{"", "[]", "null", `{"name":`, `{"name":"甲"}{"name":"乙"}`, `"text"`} {
			if a := office.Post("/clients", body); a.Status != http.StatusUnprocessableEntity && a.Status != http.StatusBadRequest {
				t.Errorf("body %q: %d %s", body, a.Status, a.Body)
			}
		}
		if n := office.Get("/projects").JSON().Int("count") + office.Get("/clients").JSON().Int("count"); n != 0 {
			t.Errorf("%d rows were written by refused requests", n)
		}
	})
}

func TestKeysetPagesShowEachRowOnceInTheSameOrderOnBothDatabases(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		names := []string{"Zebra", "apple", "Apple", "乙项目", "甲项目", "_x", "é", "1号", "10号", "2号", "丙", "𠮷"}
		for _, n := range names {
			office.Post("/projects", apptest.Doc{"name": n, "responsible_unit_id": p.Units["县水务局"].ID}).Want(http.StatusCreated)
		}
		var got []string
		cursor := ""
		for range 20 {
			page := office.Get(fmt.Sprintf("/projects?sort=name&limit=5&cursor=%s", cursor)).Want(http.StatusOK).JSON()
			for _, r := range page.Items("items") {
				got = append(got, r.Text("name"))
			}
			if cursor = page.Text("next"); cursor == "" {
				break
			}
		}
		want := []string{"10号", "1号", "2号", "Apple", "Zebra", "_x", "apple", "é", "丙", "乙项目", "甲项目", "𠮷"}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("order %v\nwant  %v", got, want)
		}
		office.Get("/projects?cursor=rubbish").Want(http.StatusUnprocessableEntity)
		office.Get("/projects?limit=201").Want(http.StatusUnprocessableEntity)
		office.Get("/projects?sort=password").Want(http.StatusUnprocessableEntity)
	})
}

func TestContactsAreListedWithinTheClientsInScope(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, audit := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.AuditAdmin, "赤城县")
		client := office.Post("/clients", apptest.Doc{"name": "甲投资有限公司"}).Want(http.StatusCreated).JSON()
		for _, n := range []string{"王总", "李经理"} {
			office.Post("/contacts", apptest.Doc{"client_id": client.Text("id"), "name": n, "work_phone": "13800138000"}).Want(http.StatusCreated)
		}
		rows := office.Get("/contacts?q=王").Want(http.StatusOK).JSON().Items("items")
		if len(rows) != 1 || rows[0].Text("client_name") != "甲投资有限公司" {
			t.Errorf("contacts: %v", rows)
		}
		audit.Get("/contacts").Want(http.StatusForbidden)
	})
}
