package api_test

import (
	"net/http"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

func TestDeskAndNoticeSayTheSameDaysOfAnIdleLeadAndTellItOnce(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		p.Clock.Set("2026-09-01")
		officer := p.Appoint(org.Officer, "县水务局")
		lead := officer.Post("/leads", apptest.Doc{"company": "安静公司", "subject": "板材", "channel": "self"}).Want(http.StatusCreated).JSON()
		idle := func(day string) []apptest.Doc {
			t.Helper()
			p.Clock.Set(day)
			officer.SignInAgain()
			var out []apptest.Doc
			for _, n := range told(p, officer) {
				if n.Text("kind") == "lead_idle" {
					out = append(out, n)
				}
			}
			return out
		}
		choose := func(days int) {
			officer.Request(http.MethodPut, "/api/v1/account/notices",
				apptest.Doc{"off": []string{}, "early_days": 1, "idle_days": days, "digest_at": "08:00", "quiet_from": "", "quiet_to": ""}).
				Want(http.StatusOK)
		}
		// What was done on an earlier day is written down later: it counts from that day.
		p.Clock.Set("2026-09-10")
		officer.SignInAgain()
		officer.Post("/timeline", apptest.Doc{"subject_kind": "lead", "subject_id": lead.Text("id"), "kind": "phone", "text": "打了电话",
			"occurred_on": "2026-09-05"}).Want(http.StatusNoContent)
		if n := idle("2026-09-20"); len(n) != 0 {
			t.Errorf("after 15 days: %v", n)
		}
		n := idle("2026-09-25")
		desk := officer.Get("/desk/leads").Want(http.StatusOK).JSON().Items("idle")
		if len(n) != 1 || n[0].In("details").Int("days") != 20 || n[0].In("details").Text("since") != "2026-09-05" {
			t.Errorf("told %v", n)
		}
		if len(desk) != 1 || desk[0].Int("days") != 20 || desk[0].Text("since") != "2026-09-05" {
			t.Errorf("the desk says %v", desk)
		}
		choose(10)
		if n := idle("2026-09-26"); len(n) != 1 {
			t.Errorf("the same idle time is told again after another choice: %v", n)
		}
		officer.Post("/timeline", apptest.Doc{"subject_kind": "lead", "subject_id": lead.Text("id"), "kind": "phone", "text": "又打了电话"}).
			Want(http.StatusNoContent)
		if n := idle("2026-10-06"); len(n) != 1 {
			t.Errorf("ten days after a word: %v", n)
		}
		if n := idle("2026-10-07"); len(n) != 2 || n[0].In("details").Int("days") != 11 {
			t.Errorf("a new idle time: %v", n)
		}
	})
}
