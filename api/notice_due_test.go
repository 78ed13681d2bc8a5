package api_test

import (
	"context"
	"fmt"
	"net/http"
	"testing"
	"time"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/internal/apptest"
	"sangu/internal/jobs"
	"sangu/repository/sqlkit"
)

func TestWhatFallsDueIsToldOnceADayFromTheTimeChosen(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		p.Clock.Set("2026-09-01")
		officer, head, leader := p.Appoint(org.Officer, "县水务局"), p.Appoint(org.UnitHead, "县水务局"), p.Appoint(org.CountyLeader, "赤城县")
		officer.Post("/leads", apptest.Doc{"company": "久不跟进公司", "subject": "板材", "channel": "self"}).Want(http.StatusCreated)
		officer.Post("/leads", apptest.Doc{"company": "后天要跟", "subject": "甲", "channel": "self", "next_on": "2026-09-03",
			"next_action": "打电话"}).Want(http.StatusCreated)
		newProject(head, "应开未开", apptest.Doc{"planned_start": "2026-09-02", "leader_ids": []domain.ID{leader.ID}})
		readAll(p, head)
		readAll(p, leader)
		if k := kinds(told(p, officer)); len(k) != 0 {
			t.Errorf("the first day: %v", k)
		}
		on := func(day string) map[string]int {
			t.Helper()
			p.Clock.Set(day)
			for _, who := range []*apptest.Person{officer, head, leader} {
				who.SignInAgain()
			}
			return kinds(told(p, officer))
		}
		if k := on("2026-09-02"); k["step_due"] != 1 || len(k) != 1 {
			t.Errorf("the day before: %v", k)
		}
		if k := on("2026-09-03"); k["step_due"] != 1 || k["step_overdue"] != 0 {
			t.Errorf("on the day it is not told again: %v", k)
		}
		for _, who := range []*apptest.Person{head, leader} {
			if k := kinds(told(p, who)); k["should_have_begun"] != 1 {
				t.Errorf("past its planned start: %v", k)
			}
		}
		if k := on("2026-09-04"); k["step_overdue"] != 1 {
			t.Errorf("a day late: %v", k)
		}
		if k := on("2026-09-16"); k["lead_idle"] != 0 {
			t.Errorf("after 15 days: %v", k)
		}
		if k := on("2026-09-17"); k["lead_idle"] != 2 {
			t.Errorf("after 16 days: %v", k)
		}
		if k := on("2026-09-18"); k["lead_idle"] != 2 || k["step_overdue"] != 1 {
			t.Errorf("one idle time is told once: %v", k)
		}
		if k := kinds(told(p, head)); k["should_have_begun"] != 1 {
			t.Errorf("one planned day is told once: %v", k)
		}
	})
}

func TestAPersonChoosesWhatHowEarlyAndWhen(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		clerk, head := p.Appoint(org.UnitClerk, "县水务局"), p.Appoint(org.UnitHead, "县水务局")
		got := head.Get("/account/notices").Want(http.StatusOK).JSON()
		if got.Int("early_days") != 1 || got.Int("idle_days") != 15 || got.Text("digest_at") != "08:00" || got.Text("quiet_from") != "" {
			t.Errorf("the standard is %v", got)
		}
		choose := func(change apptest.Doc) *apptest.Answer {
			body := apptest.Doc{"off": []string{}, "early_days": 1, "idle_days": 15, "digest_at": "08:00", "quiet_from": "", "quiet_to": ""}
			for k, v := range change {
				body[k] = v
			}
			return head.Request(http.MethodPut, "/api/v1/account/notices", body)
		}
		for field, bad := range map[string]apptest.Doc{
			"off": {"off": []string{"rockets"}}, "early_days": {"early_days": 4}, "idle_days": {"idle_days": 1}, "digest_at": {"digest_at": "8"},
			"quiet_to": {"quiet_from": "22:00", "quiet_to": "25:00"},
			"where":    {"where": []string{"moon"}},
		} {
			if f := choose(bad).Want(http.StatusUnprocessableEntity).Fields(); f[field] == "" {
				t.Errorf("%s is not named: %v", field, f)
			}
		}
		choose(apptest.Doc{"off": []string{"assigned"}, "quiet_from": "11:30", "quiet_to": "14:00", "where": []string{"corner"}}).
			Want(http.StatusOK)
		id := newProject(clerk, "午休时的项目", nil)
		if k := kinds(told(p, head)); len(k) != 0 {
			t.Errorf("a kind that is turned off is told: %v", k)
		}
		note(clerk, id, "请看", head.ID).Want(http.StatusNoContent)
		if n := len(told(p, head)); n != 0 || unread(head) != 0 {
			t.Errorf("%d notices show in quiet hours", n)
		}
		p.Clock.Set("2026-09-27")
		head.SignInAgain()
		if k := kinds(told(p, head)); k["mentioned"] != 1 {
			t.Errorf("after quiet hours: %v", k)
		}
		if again := head.Get("/account/notices").JSON(); again.Text("quiet_from") != "11:30" || fmt.Sprint(again["where"]) != "[corner]" {
			t.Errorf("remembered %v", again)
		}
	})
}

func TestOfTwoProcessesOneTellsAndNobodyIsToldTwice(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		ctx := context.Background()
		clerk, head := p.Appoint(org.UnitClerk, "县水务局"), p.Appoint(org.UnitHead, "县水务局")
		newProject(clerk, "只说一次", nil)
		lease := sqlkit.NewLeaseStore(p.DB)
		one, two := &jobs.Runner{Lease: lease, Holder: "one", Clock: p.Services.Dispatcher.Clock},
			&jobs.Runner{Lease: lease, Holder: "two", Clock: p.Services.Dispatcher.Clock}
		job := jobs.Job{Name: "notices", Every: time.Second, Run: p.Services.Dispatcher.Run}
		for _, turn := range []struct {
			r    *jobs.Runner
			want bool
		}{{one, true}, {two, false}, {one, true}} {
			if ran, err := turn.r.Once(ctx, job); err != nil || ran != turn.want {
				t.Fatalf("%s ran %v, %v", turn.r.Holder, ran, err)
			}
		}
		// The first stops without a word; the second follows when the lease is out.
		p.Clock.Set("2026-09-27")
		head.SignInAgain()
		if ran, err := two.Once(ctx, job); err != nil || !ran {
			t.Fatalf("after the lease: %v, %v", ran, err)
		}
		// Both at the same change, as where a lease ran out half-way.
		if err := p.DB.Exec(ctx, "UPDATE outbox SET untold = true WHERE tell <> '[]'"); err != nil {
			t.Fatal(err)
		}
		if k := kinds(told(p, head)); k["assigned"] != 1 {
			t.Errorf("told %v", k)
		}
	})
}

func TestAnImportTellsItsPersonOnceAndNobodyOfItsRows(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, head := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.UnitHead, "县水务局")
		path := opened(t, office, "项目台账.csv", "项目名称,投资方,责任单位,总投资(万元),签约时间,目前状态\n甲项目,甲公司,县水务局,12000,2026-03-05,签约\n")
		write(p, office, path, false)
		if k := kinds(told(p, head)); k["assigned"] != 0 {
			t.Errorf("each row is told: %v", k)
		}
		all := told(p, office)
		if k := kinds(all); k["import_done"] != 1 || all[0].In("details").Int("created") != 1 || all[0].Text("title") != "项目台账.csv" {
			t.Errorf("the importer is told %v", all)
		}
	})
}
