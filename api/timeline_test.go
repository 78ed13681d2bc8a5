package api_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

func TestATimelineIsNarrowedByKindAndEachKindIsCounted(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		id := office.Post("/projects", apptest.Doc{"name": "丙项目", "responsible_unit_id": p.Units["县水务局"].ID}).Want(http.StatusCreated).JSON().
			Text("id")
		of := "subject_kind=project&subject_id=" + id
		for _, n := range []string{"progress", "phone", "problem"} {
			office.Post("/timeline", apptest.Doc{"subject_kind": "project", "subject_id": id, "kind": n, "text": "一句" + n}).
				Want(http.StatusNoContent)
		}
		office.Post("/visits", apptest.Doc{"way": "out", "on": apptest.Day, "company": "丁公司", "project_ids": []string{id}}).
			Want(http.StatusCreated)
		counts := office.Get("/timeline/counts?" + of).Want(http.StatusOK).JSON()
		kinds := counts.In("kinds")
		if counts.Int("all") != 5 || kinds.Int("progress") != 2 || kinds.Int("problem") != 1 || kinds.Int("visit") != 1 ||
			kinds.Int("change") != 1 || kinds.Int("fund") != 0 {
			t.Errorf("counts %v", counts)
		}
		for kind, want := range map[string]int{"visit": 1, "progress": 2, "problem": 1, "change": 1, "fund": 0} {
			page := office.Get("/timeline?" + of + "&kind=" + kind).Want(http.StatusOK).JSON()
			if len(page.Items("items")) != want || page.Int("count") != want {
				t.Errorf("kind %s: %v, want %d", kind, page, want)
			}
		}
		office.Get("/timeline?" + of + "&kind=gossip").Want(http.StatusUnprocessableEntity)
		stranger := p.Appoint(org.Officer, "县文旅局")
		stranger.Get("/timeline/counts?" + of).Want(http.StatusNotFound)
		stranger.Get("/timeline?" + of + "&kind=visit").Want(http.StatusNotFound)
	})
}

func TestAChangeTellsEachFieldBeforeAndAfterInNamesAndWithoutPhones(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		body := apptest.Doc{"name": "丙项目", "responsible_unit_id": p.Units["县水务局"].ID, "land_mu": 98.5}
		id := office.Post("/projects", body).Want(http.StatusCreated).JSON().Text("id")
		office.Put("/projects/"+id, 1, apptest.Doc{"name": "丙项目", "responsible_unit_id": p.Units["县文旅局"].ID,
			"attracting_unit_id": p.Units["县商务局"].ID, "currency": "CNY", "total_investment": 320_000_000, "planned_start": "2026-10-15"}).
			Want(http.StatusOK)
		lines := office.Get("/timeline?kind=change&subject_kind=project&subject_id=" + id).Want(http.StatusOK).JSON().Items("items")
		if len(lines) != 2 || lines[0].Text("action") != "project.update" {
			t.Fatalf("lines %v", lines)
		}
		said := ""
		for _, c := range lines[0].Items("changes") {
			said += fmt.Sprintf("%v:%v>%v ", c["field"], c["before"], c["after"])
		}
		if want := "land_mu:98.5><nil> planned_start:<nil>>2026-10-15 responsible_unit_id:县水务局>县文旅局 " +
			"total_investment:<nil>>3.2e+08 "; said != want {
			t.Errorf("changes %s\nwant    %s", said, want)
		}
		lead := office.Post("/leads", apptest.Doc{"company": "丁公司", "subject": "建厂", "channel": "self", "contact_phone": "13812346021"}).
			Want(http.StatusCreated).JSON().Text("id")
		office.Put("/leads/"+lead, 1, apptest.Doc{"company": "丁公司", "subject": "建厂", "channel": "self", "contact_phone": "13900004470"}).
			Want(http.StatusOK)
		raw := string(office.Get("/timeline?subject_kind=lead&subject_id=" + lead).Want(http.StatusOK).Body)
		if !strings.Contains(raw, "139****4470") || strings.Contains(raw, "13900004470") {
			t.Errorf("the timeline tells phones: %s", raw)
		}
		visit := office.Post("/visits", apptest.Doc{"way": "out", "on": apptest.Day, "company": "丁公司"}).Want(http.StatusCreated).JSON().Text("id")
		office.Put("/visits/"+visit, 1, apptest.Doc{"way": "out", "on": apptest.Day, "company": "丁公司", "place": "北京", "owner_id": office.ID}).
			Want(http.StatusOK)
		line := office.Get("/timeline?subject_kind=visit&subject_id=" + visit).Want(http.StatusOK).JSON().Items("items")[0]
		if cs := line.Items("changes"); len(cs) != 1 || cs[0].Text("field") != "place" || cs[0].Text("after") != "北京" {
			t.Errorf("a visit's change %v", line)
		}
	})
}

func TestAPhoneIsMaskedAndWhoSeesItInTheClearIsInTheAudit(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, audit := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.AuditAdmin, "赤城县")
		client := office.Post("/clients", apptest.Doc{"name": "甲投资有限公司"}).Want(http.StatusCreated).JSON().Text("id")
		contact := office.Post("/contacts", apptest.Doc{"client_id": client, "name": "王总", "work_phone": "13812346021"}).
			Want(http.StatusCreated).JSON()
		lead := office.Post("/leads", apptest.Doc{"company": "丁公司", "subject": "建厂", "channel": "self", "contact_phone": "13900004470"}).
			Want(http.StatusCreated).JSON()
		if contact.Text("work_phone") != "138****6021" || lead.Text("contact_phone") != "139****4470" {
			t.Errorf("phones in the clear: %v %v", contact, lead)
		}
		for path, want := range map[string]string{"/contacts/" + contact.Text("id"): "13812346021", "/leads/" + lead.Text("id"): "13900004470"} {
			if got := office.Post(path+"/phone", nil).Want(http.StatusOK).JSON().Text("phone"); got != want {
				t.Errorf("%s: %s", path, got)
			}
		}
		for _, action := range []string{"contact.reveal", "lead.reveal"} {
			if n := len(audit.Get("/audit?action=" + action).Want(http.StatusOK).JSON().Items("items")); n != 1 {
				t.Errorf("%s: %d rows in the audit, want 1", action, n)
			}
		}
		// What was shown masked and comes back as it was shown is no new phone.
		office.Put("/leads/"+lead.Text("id"), 1, apptest.Doc{"company": "丁公司", "subject": "建新厂", "channel": "self",
			"contact_phone": "139****4470"}).Want(http.StatusOK)
		office.Put("/contacts/"+contact.Text("id"), 1, apptest.Doc{"name": "王董", "work_phone": "138****6021"}).Want(http.StatusOK)
		if got := office.Post("/leads/"+lead.Text("id")+"/phone", nil).JSON().Text("phone"); got != "13900004470" {
			t.Errorf("after a save of the masked phone the lead's is %s", got)
		}
		if got := office.Post("/contacts/"+contact.Text("id")+"/phone", nil).JSON().Text("phone"); got != "13812346021" {
			t.Errorf("after a save of the masked phone the contact's is %s", got)
		}
		p.Appoint(org.Officer, "县文旅局").Post("/leads/"+lead.Text("id")+"/phone", nil).Want(http.StatusNotFound)
		audit.Post("/contacts/"+contact.Text("id")+"/phone", nil).Want(http.StatusForbidden)
	})
}
