package api_test

import (
	"net/http"
	"net/url"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

// withdraw takes a record away over the version that stands.
func withdraw(who *apptest.Person, path, reason string) *apptest.Answer {
	now := who.Get(path).Want(http.StatusOK).JSON()
	return withdrawVersion(who, path, now.Int("version"), reason)
}

func withdrawVersion(who *apptest.Person, path string, n int, reason string) *apptest.Answer {
	return who.Request(http.MethodDelete, "/api/v1"+path+"?reason="+url.QueryEscape(reason), nil, "If-Match", version(n))
}

func bin(who *apptest.Person) []apptest.Doc {
	return who.Get("/recycle-bin").Want(http.StatusOK).JSON().Items("items")
}

func restore(who *apptest.Person, id string) *apptest.Answer {
	return who.Post("/recycle-bin/"+id+"/restore", nil)
}

func TestEachKindOfRecordIsTakenAwayAndPutBackAsItWas(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		head, other := p.Appoint(org.UnitHead, "县水务局"), p.Appoint(org.UnitHead, "县文旅局")
		clerk := p.Appoint(org.UnitClerk, "县水务局")
		made := map[string]apptest.Doc{
			"projects":    clerk.Post("/projects", apptest.Doc{"name": "要删的项目"}).Want(http.StatusCreated).JSON(),
			"clients":     clerk.Post("/clients", apptest.Doc{"name": "要删的客商"}).Want(http.StatusCreated).JSON(),
			"enterprises": clerk.Post("/enterprises", apptest.Doc{"name": "要删的企业"}).Want(http.StatusCreated).JSON(),
			"leads":       clerk.Post("/leads", apptest.Doc{"company": "要删的线索", "subject": "板材", "channel": "self"}).Want(http.StatusCreated).JSON(),
			"visits":      clerk.Post("/visits", apptest.Doc{"way": "out", "on": apptest.Day, "company": "要删的拜访"}).Want(http.StatusCreated).JSON(),
		}
		for list, doc := range made {
			path := "/" + list + "/" + doc.Text("id")
			if f := withdraw(head, path, " ").Want(http.StatusUnprocessableEntity).Fields(); f["reason"] == "" {
				t.Errorf("%s without a reason: %v", list, f)
			}
			withdrawVersion(head, path, 7, "重复").Want(http.StatusPreconditionFailed)
			if list == "projects" || list == "leads" || list == "visits" {
				withdrawVersion(other, path, 1, "重复").Want(http.StatusNotFound)
			} else {
				withdrawVersion(other, path, 1, "重复").Want(http.StatusForbidden)
			}
			withdraw(head, path, "重复录入").Want(http.StatusNoContent)
			head.Get(path).Want(http.StatusNotFound)
			withdrawVersion(head, path, 2, "重复").Want(http.StatusNotFound)
			if n := head.Get("/" + list).Want(http.StatusOK).JSON().Int("count"); n != 0 {
				t.Errorf("%s counts %d that were taken away", list, n)
			}
			if n := len(head.Get("/search?q=" + url.QueryEscape("要删的") + "&kind=project&kind=client&kind=enterprise&kind=lead").
				Want(http.StatusOK).JSON().Items("items")); n > 4 {
				t.Errorf("search finds %d", n)
			}
			items := bin(head)
			if len(items) != 1 || items[0].Text("reason") != "重复录入" || items[0].Text("by_name") != head.Actor.Name ||
				items[0]["purgeable"] != false {
				t.Fatalf("the bin of %s holds %v", list, items)
			}
			if n := len(bin(other)); n != 0 {
				t.Errorf("another unit's bin holds %d", n)
			}
			restore(other, doc.Text("id")).Want(http.StatusNotFound)
			restore(head, doc.Text("id")).Want(http.StatusOK)
			restore(head, doc.Text("id")).Want(http.StatusNotFound)
			back := head.Get(path).Want(http.StatusOK).JSON()
			if back.Int("version") != 3 {
				t.Errorf("%s is back as %v", list, back)
			}
			lines := head.Get("/timeline?subject_kind=" + list[:len(list)-1] + "&subject_id=" + doc.Text("id")).Want(http.StatusOK).JSON().
				Items("items")
			if len(lines) < 3 || lines[0].Text("action") != list[:len(list)-1]+".restore" || lines[1].Text("action") != list[:len(list)-1]+
				".withdraw" {
				t.Errorf("the timeline of %s says %v", list, lines)
			}
			if found := head.Get("/search?q=" + url.QueryEscape("要删的")).Status; found != http.StatusOK {
				t.Errorf("search answers %d", found)
			}
		}
	})
}

func TestWhoMadeARecordTakesItAwayWithinADay(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		officer, colleague := p.Appoint(org.Officer, "县水务局"), p.Appoint(org.Officer, "县水务局")
		one, two := string(newProject(officer, "甲", nil)), string(newProject(officer, "乙", nil))
		if a := withdraw(colleague, "/projects/"+one, "不要了").Want(http.StatusForbidden); a.JSON().Text("code") != "bin.may_not" {
			t.Errorf("a colleague is told %s", a.Body)
		}
		withdraw(officer, "/projects/"+one, "录错了").Want(http.StatusNoContent)
		if items := bin(officer); len(items) != 1 {
			t.Errorf("one's own bin holds %v", items)
		}
		p.Clock.Set("2026-09-28")
		officer.SignInAgain()
		withdraw(officer, "/projects/"+two, "录错了").Want(http.StatusForbidden)
		restore(officer, one).Want(http.StatusOK)
	})
}

func TestWhatOthersDependOnStaysAndSaysWhy(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		id := signedOn(t, p, office, "签了的", apptest.Day, 90_000_000)
		project := office.Get("/projects/" + id).JSON()
		refused := func(path, code string) {
			t.Helper()
			a := withdraw(office, path, "不要了").Want(http.StatusConflict)
			if a.JSON().Text("code") != code || a.Fields()["id"] != code {
				t.Errorf("%s is refused by %s", path, a.Body)
			}
		}
		refused("/clients/"+project.Text("client_id"), "bin.client_has_projects")
		fund := office.Post("/projects/"+id+"/funds", apptest.Doc{"category": "building", "amount": 1_000_000, "paid_on": apptest.Day,
			"voucher": "V-1"}).Want(http.StatusCreated)
		refused("/projects/"+id, "bin.project_has_funds")
		entry := fund.JSON().Items("items")[0]
		office.Post("/projects/"+id+"/funds", apptest.Doc{"corrects": entry.Text("id"), "void": true, "note": "重了", "category": "building",
			"amount": 1_000_000, "paid_on": apptest.Day, "voucher": "V-1"}).Want(http.StatusCreated)
		withdraw(office, "/projects/"+id, "重复").Want(http.StatusNoContent)
		withdraw(office, "/clients/"+project.Text("client_id"), "重复").Want(http.StatusNoContent)
		if a := restore(office, id).Want(http.StatusConflict); a.JSON().Text("code") != "bin.parent_away" {
			t.Errorf("a project before its client: %s", a.Body)
		}
		restore(office, project.Text("client_id")).Want(http.StatusOK)
		restore(office, id).Want(http.StatusOK)
		office.Post("/bulletins", apptest.Doc{"month": "2026-09"}).Want(http.StatusCreated)
		refused("/projects/"+id, "bin.project_in_bulletin")
	})
}

func TestACodeTakenSinceIsAConflictThatSaysSo(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		head := p.Appoint(org.UnitHead, "县水务局")
		first := head.Post("/projects", apptest.Doc{"name": "旧", "code": "A-1"}).Want(http.StatusCreated).JSON()
		withdraw(head, "/projects/"+first.Text("id"), "重复").Want(http.StatusNoContent)
		head.Post("/projects", apptest.Doc{"name": "新", "code": "A-1"}).Want(http.StatusCreated)
		if a := restore(head, first.Text("id")).Want(http.StatusConflict); a.JSON().Text("code") != "bin.code_taken" {
			t.Errorf("the code: %s", a.Body)
		}
		client := head.Post("/clients", apptest.Doc{"name": "同一家"}).Want(http.StatusCreated).JSON()
		withdraw(head, "/clients/"+client.Text("id"), "重复").Want(http.StatusNoContent)
		head.Post("/clients", apptest.Doc{"name": "同一家"}).Want(http.StatusCreated)
		if a := restore(head, client.Text("id")).Want(http.StatusConflict); a.JSON().Text("code") != "client.exists" {
			t.Errorf("the organisation: %s", a.Body)
		}
		view := head.Post("/views", apptest.Doc{"list": "projects", "name": "我的"}).Want(http.StatusCreated).JSON()
		head.Request(http.MethodDelete, "/api/v1/views/"+view.Text("id"), nil, "If-Match", version(1)).Want(http.StatusNoContent)
		again := head.Post("/views", apptest.Doc{"list": "projects", "name": "我的"}).Want(http.StatusCreated).JSON()
		if a := restore(head, view.Text("id")).Want(http.StatusConflict); a.JSON().Text("code") != "bin.name_taken" {
			t.Errorf("the view's name: %s", a.Body)
		}
		head.Request(http.MethodDelete, "/api/v1/views/"+again.Text("id"), nil, "If-Match", version(1)).Want(http.StatusNoContent)
		restore(head, view.Text("id")).Want(http.StatusOK)
		if n := len(head.Get("/views?list=projects").JSON().Items("items")); n != 1 {
			t.Errorf("%d views", n)
		}
	})
}

func TestContactsAndFilesComeBackFromTheBin(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		head := p.Appoint(org.UnitHead, "县水务局")
		client := head.Post("/clients", apptest.Doc{"name": "某客商"}).Want(http.StatusCreated).JSON()
		contact := head.Post("/contacts", apptest.Doc{"client_id": client.Text("id"), "name": "张总", "work_phone": "13800138000"}).
			Want(http.StatusCreated).JSON()
		head.Request(http.MethodDelete, "/api/v1/contacts/"+contact.Text("id"), nil).Want(http.StatusNoContent)
		if n := len(head.Get("/clients/" + client.Text("id")).JSON().Items("contacts")); n != 0 {
			t.Errorf("%d contacts after removing", n)
		}
		project := newProject(head, "有附件", nil)
		attach(t, head, project, "contract")
		files := func() []apptest.Doc {
			return head.Get("/attachments?subject_kind=project&subject_id=" + string(project)).Want(http.StatusOK).JSON().Items("items")
		}
		file := files()[0].Text("id")
		head.Request(http.MethodDelete, "/api/v1/attachments/"+file, nil).Want(http.StatusNoContent)
		if n := len(bin(head)); n != 2 || len(files()) != 0 {
			t.Errorf("the bin holds %d, the project %d files", n, len(files()))
		}
		restore(head, contact.Text("id")).Want(http.StatusOK)
		restore(head, file).Want(http.StatusOK)
		if k := head.Get("/clients/" + client.Text("id")).JSON().Items("contacts"); len(k) != 1 || len(files()) != 1 {
			t.Errorf("back are %v and %d files", k, len(files()))
		}
		if phone := head.Post("/contacts/"+contact.Text("id")+"/phone", nil).Want(http.StatusOK).JSON().Text("phone"); phone != "13800138000" {
			t.Errorf("the phone is back as %q", phone)
		}
	})
}
