package api_test

import (
	"net/http"
	"testing"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/internal/apptest"
)

func TestWhatIsLeftUntilAPlannedDayIsWorkingDaysInListAndDetailAlike(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		p.Clock.Set("2026-09-30")
		office.SignInAgain()
		water := p.Units["县水务局"].ID
		left := func(name string, more apptest.Doc) (list, detail any, id domain.ID) {
			t.Helper()
			id = newProject(office, name, more)
			row := office.Get("/projects?q=" + name).Want(http.StatusOK).JSON().Items("items")[0]
			return row["start_left"], office.Get("/projects/" + string(id)).Want(http.StatusOK).JSON().In("days_left")["STARTED"], id
		}
		// The National Day holidays are not worked: 2026-09-30 + 1 working day is 10-08.
		for name, c := range map[string]struct {
			start string
			want  any
		}{"节后开工": {"2026-10-08", 1.0}, "当天开工": {"2026-09-30", 0.0}, "已经晚了": {"2026-09-25", -3.0}, "没有计划": {"", nil}} {
			more := apptest.Doc{"responsible_unit_id": water}
			if c.start != "" {
				more["planned_start"] = c.start
			}
			if list, detail, _ := left(name, more); list != c.want || detail != c.want {
				t.Errorf("%s: the list says %v, the detail %v, want %v", name, list, detail, c.want)
			}
		}
		_, _, id := left("不做了的", apptest.Doc{"responsible_unit_id": water, "planned_start": "2026-09-01"})
		office.Post("/projects/"+string(id)+"/stage-events", apptest.Doc{"code": "LOST", "occurred_on": "2026-09-30", "reason": "investor"},
			"If-Match", version(1)).Want(http.StatusCreated)
		if row := office.Get("/projects?q=不做了的").Want(http.StatusOK).JSON().Items("items")[0]; row["start_left"] != nil {
			t.Errorf("what is lost is still held to its day: %v", row)
		}
	})
}

func TestWhatIsLeftUntilAFollowUpIsWorkingDaysToo(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		officer := p.Appoint(org.Officer, "县水务局")
		p.Clock.Set("2026-09-30")
		officer.SignInAgain()
		lead := officer.Post("/leads", apptest.Doc{"company": "甲公司", "subject": "建厂", "channel": "self", "next_on": "2026-10-08"}).
			Want(http.StatusCreated).JSON()
		row := officer.Get("/leads").Want(http.StatusOK).JSON().Items("items")[0]
		if lead["next_left"] != 1.0 || row["next_left"] != 1.0 {
			t.Errorf("the page says %v, the list %v", lead["next_left"], row["next_left"])
		}
		visit := officer.Post("/visits", apptest.Doc{"way": "out", "on": "2026-09-30", "company": "甲公司"}).Want(http.StatusCreated).JSON()
		done := officer.Post("/visits/"+visit.Text("id")+"/complete",
			apptest.Doc{"outcome": "none", "summary": "谈过", "steps": []apptest.Doc{{"title": "送合同", "due_on": "2026-10-09"}}}, "If-Match",
			version(1)).Want(http.StatusOK).JSON()
		if left := done.Items("steps")[0]["left"]; left != 2.0 {
			t.Errorf("the step says %v", left)
		}
		p.Clock.Set("2026-10-12")
		officer.SignInAgain()
		if left := officer.Get("/visits/" + visit.Text("id")).Want(http.StatusOK).JSON().Items("steps")[0]["left"]; left != -2.0 {
			t.Errorf("a step that is late says %v", left)
		}
		closed := officer.Post("/leads/"+lead.Text("id")+"/assess", apptest.Doc{"valid": false, "verdict": "不符"}, "If-Match", version(1)).
			Want(http.StatusOK).JSON()
		if closed["next_left"] != nil {
			t.Errorf("nobody follows an invalid lead up, and it says %v", closed["next_left"])
		}
	})
}

func TestAPhoneWhoseMiddleIsHiddenIsNotWrittenOverAnother(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		officer := p.Appoint(org.Officer, "县水务局")
		body := apptest.Doc{"company": "甲公司", "subject": "建厂", "channel": "self", "contact_phone": "13800000001"}
		lead := officer.Post("/leads", body).Want(http.StatusCreated).JSON()
		at, masked := "/leads/"+lead.Text("id"), lead.Text("contact_phone")
		body["contact_phone"] = "13900000002"
		officer.Put(at, 1, body).Want(http.StatusOK)
		body["contact_phone"] = masked
		if f := officer.Put(at, 2, body).Want(http.StatusUnprocessableEntity).Fields(); f["contact_phone"] != "input.phone_masked" {
			t.Errorf("the hidden number of before names %v", f)
		}
	})
}
