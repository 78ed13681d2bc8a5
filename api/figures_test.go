package api_test

import (
	"fmt"
	"net/http"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

// signedOn puts a project into the library, with its papers, and signs it.
func signedOn(t *testing.T, p *apptest.Product, office *apptest.Person, name, day string, contract int) string {
	t.Helper()
	client := office.Post("/clients", apptest.Doc{"name": "投资方" + name}).Want(http.StatusCreated).JSON()
	made := office.Post("/projects", apptest.Doc{"name": name, "responsible_unit_id": p.Units["县水务局"].ID,
		"attracting_unit_id": p.Units["县水务局"].ID, "client_id": client.Text("id"), "contract_amount": contract, "company_name": name + "公司",
		"company_code": "91130732MA0CEXQ31L"}).Want(http.StatusCreated).JSON()
	for _, kind := range []string{"contract", "business_licence", "filing", "construction_permit", "site_photo", "construction_contract"} {
		attach(t, office, made.ID("id"), kind)
	}
	move(office, made.Text("id"), apptest.Doc{"code": "SIGNED", "occurred_on": day}).Want(http.StatusCreated)
	return made.Text("id")
}

func move(who *apptest.Person, id string, body apptest.Doc) *apptest.Answer {
	now := who.Get("/projects/" + id).Want(http.StatusOK).JSON()
	return who.Post("/projects/"+id+"/stage-events", body, "If-Match", version(now.Int("version")))
}

func TestAStartIsConfirmedByAVerifierOfAnotherUnitAndASigningByTwo(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		own, one, two := p.Appoint(org.Verifier, "县水务局"), p.Appoint(org.Verifier, "县发改局"), p.Appoint(org.Verifier, "县文旅局")
		id := signedOn(t, p, office, "甲项目", "2026-01-10", 300_000_000)
		event := office.Get("/projects/" + id + "/stage-events").Want(http.StatusOK).JSON().Items("events")[0]
		path := "/stage-events/" + event.Text("id") + "/verdicts"
		if code := own.Post(path, apptest.Doc{"agrees": true}).Want(http.StatusUnprocessableEntity).JSON().
			Text("code"); code != "verdict.own_unit" {
			t.Errorf("own unit: %s", code)
		}
		office.Post(path, apptest.Doc{"agrees": true}).Want(http.StatusForbidden)
		confirmed := func() int {
			return office.Get("/reports/conversion").Want(http.StatusOK).JSON().In("total").In("signed_confirmed").Int("count")
		}
		one.Post(path, apptest.Doc{"agrees": true}).Want(http.StatusOK)
		one.Post(path, apptest.Doc{"agrees": true}).Want(http.StatusOK)
		if n := confirmed(); n != 0 {
			t.Errorf("%d confirmed after one person, want none", n)
		}
		two.Post(path, apptest.Doc{"agrees": true}).Want(http.StatusOK)
		if n := confirmed(); n != 1 {
			t.Errorf("%d confirmed after two people, want 1", n)
		}
		one.Post(path, apptest.Doc{"agrees": false, "note": "不对"}).Want(http.StatusUnprocessableEntity)
	})
}

func TestMoneyInPlaceIsReportedOnceAndVerifiedByOthers(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, verifier := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.Verifier, "县发改局")
		id := signedOn(t, p, office, "甲项目", "2026-01-10", 100_000_000)
		other := signedOn(t, p, office, "乙项目", "2026-01-10", 100_000_000)
		entry := apptest.Doc{"category": "equipment", "amount": 60_000_000, "paid_on": "2026-05-06", "voucher": "银付 2026-0012"}
		made := office.Post("/projects/"+id+"/funds", entry).Want(http.StatusCreated).JSON().Items("items")[0]
		for path, bad := range map[string]apptest.Doc{
			"voucher": {"category": "equipment", "amount": 1, "paid_on": "2026-05-06", "voucher": "银付2026-0012"},
			"paid_on": {"category": "equipment", "amount": 1, "paid_on": "2026-12-06", "voucher": "x"},
			"amount":  {"category": "equipment", "amount": 100_000_001, "paid_on": "2026-05-06", "voucher": "y"},
		} {
			if refused := office.Post("/projects/"+other+"/funds", bad).Want(http.StatusUnprocessableEntity); refused.Fields()[path] == "" {
				t.Errorf("%s is not named: %s", path, refused.Body)
			}
		}
		if n := len(office.Get("/projects/" + other + "/funds").JSON().Items("items")); n != 0 {
			t.Errorf("%d refused entries were written", n)
		}
		at := "/funds/" + made.Text("id") + "/verdicts"
		office.Post(at, apptest.Doc{"amount": 1}).Want(http.StatusForbidden)
		verifier.Post(at, apptest.Doc{"amount": 60_000_001}).Want(http.StatusUnprocessableEntity)
		verifier.Post(at, apptest.Doc{"amount": 40_000_000}).Want(http.StatusUnprocessableEntity)
		invoice := shown(t, office, id, 40_000_000)
		for field, bad := range map[string]apptest.Doc{
			"supports": {"amount": 40_000_000, "note": "没有凭证"},
			"amount":   {"amount": 40_000_001, "note": "多一元", "supports": invoice},
			"supports[0].evidence": {"amount": 40_000_000, "note": "别处的材料",
				"supports": shown(t, office, other, 40_000_000)},
		} {
			refused := verifier.Post(at, bad).Want(http.StatusUnprocessableEntity)
			if refused.Fields()[field] == "" {
				t.Errorf("%s is not named: %s", field, refused.Body)
			}
		}
		if v := office.Get("/projects/" + id + "/funds").JSON().Items("items")[0]["verified"]; v != nil {
			t.Errorf("%v were verified without evidence", v)
		}
		sums := verifier.Post(at, apptest.Doc{"amount": 40_000_000, "note": "发票只有四千万", "supports": invoice}).Want(http.StatusOK).JSON().In("year")
		if sums.Int("reported") != 60_000_000 || sums.Int("verified") != 40_000_000 {
			t.Errorf("sums %v", sums)
		}
		total := office.Get("/reports/conversion").Want(http.StatusOK).JSON().In("total")
		if total.Int("funds") != 60_000_000 || total.Int("funds_verified") != 40_000_000 {
			t.Errorf("total %v", total)
		}
		office.Post("/projects/"+id+"/funds", apptest.Doc{"category": "equipment", "amount": 0, "paid_on": "2026-05-06",
			"voucher": "银付 2026-0012", "corrects": made.Text("id"), "void": true, "note": "重复"}).Want(http.StatusCreated)
		office.Post("/projects/"+other+"/funds", entry).Want(http.StatusCreated)
	})
}

func TestABulletinPrintsTheSameBytesAfterCorrections(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		var ids []string
		for i := range 3 {
			ids = append(ids, signedOn(t, p, office, fmt.Sprintf("项目%d", i), "2026-03-10", 100_000_000*(i+1)))
		}
		move(office, ids[0], apptest.Doc{"code": "STARTED", "occurred_on": "2026-06-10"}).Want(http.StatusCreated)
		b := office.Post("/bulletins", apptest.Doc{"month": "2026-08"}).Want(http.StatusCreated).JSON()
		office.Post("/bulletins", apptest.Doc{"month": "2026-08"}).Want(http.StatusConflict)
		frozen := office.Get("/bulletins/" + b.Text("id")).Want(http.StatusOK).JSON()
		if !frozen["same"].(bool) || frozen.In("printed").In("total").Int("started") != 1 || frozen.In("printed").In("total").Int("signed") != 3 {
			t.Fatalf("frozen %v", frozen)
		}
		// The start is taken back, another is corrected, amounts and units change.
		event := office.Get("/projects/" + ids[0] + "/stage-events").JSON().Items("events")[1]
		move(office, ids[0], apptest.Doc{"void": true, "corrects": event.Text("id"), "note": "报错了"}).Want(http.StatusCreated)
		move(office, ids[1], apptest.Doc{"code": "STARTED", "occurred_on": "2026-07-01"}).Want(http.StatusCreated)
		now := office.Get("/projects/" + ids[2]).JSON()
		office.Put("/projects/"+ids[2], now.Int("version"), apptest.Doc{"name": "改名", "responsible_unit_id": p.Units["县文旅局"].ID,
			"client_id": now.Text("client_id"), "contract_amount": 1}).Want(http.StatusOK)
		later := office.Get("/bulletins/" + b.Text("id")).Want(http.StatusOK).JSON()
		if later.Text("figures") != frozen.Text("figures") || !later["same"].(bool) {
			t.Errorf("the bulletin changed:\n%s\n%s", frozen.Text("figures"), later.Text("figures"))
		}
		if len(later.Items("corrections")) == 0 {
			t.Error("corrections since are not shown")
		}
		office.Get("/bulletins/" + b.Text("id") + "/docx").Want(http.StatusOK)
		office.Get("/bulletins/" + b.Text("id") + "/xlsx").Want(http.StatusOK)
	})
}

func TestEveryFigureOpensTheRowsThatItCountsAndBothWaysOfCountingAgree(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, clerk, verifier := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.UnitClerk, "县水务局"), p.Appoint(org.Verifier, "县发改局")
		for i := range 6 {
			id := signedOn(t, p, office, fmt.Sprintf("项目%d", i), fmt.Sprintf("2026-0%d-10", i+1), 100_000_000*(i+1))
			fund := apptest.Doc{"category": "equipment", "amount": 50_000_000, "paid_on": "2026-08-06", "voucher": fmt.Sprintf("银付 %d", i)}
			entry := office.Post("/projects/"+id+"/funds", fund).Want(http.StatusCreated).JSON().Items("items")[0]
			verifier.Post("/funds/"+entry.Text("id")+"/verdicts", apptest.Doc{"amount": 10_000_000, "note": "票据不全",
				"supports": shown(t, office, id, 10_000_000)}).Want(http.StatusOK)
			if i%2 == 0 {
				move(office, id, apptest.Doc{"code": "STARTED", "occurred_on": "2026-08-10"}).Want(http.StatusCreated)
			}
			if i == 5 {
				move(office, id, apptest.Doc{"code": "TERMINATED", "occurred_on": "2026-08-20", "reason": "退出"}).Want(http.StatusCreated)
			}
		}
		for _, who := range []*apptest.Person{office, clerk} {
			for _, by := range []string{"unit", "month", "channel"} {
				quick := who.Get("/reports/conversion?by=" + by).Want(http.StatusOK).JSON()
				slow := who.Get("/reports/conversion?as_of=2026-09-26&by=" + by).Want(http.StatusOK).JSON()
				if fmt.Sprint(quick["total"]) != fmt.Sprint(slow["total"]) || fmt.Sprint(quick["groups"]) != fmt.Sprint(slow["groups"]) ||
					fmt.Sprint(quick["curve"]) != fmt.Sprint(slow["curve"]) {
					t.Errorf("by %s: stored %v\nreplayed %v", by, quick["groups"], slow["groups"])
				}
				for _, g := range quick.Items("groups") {
					for _, figure := range []string{"signed", "started", "terminated", "fulfilling"} {
						rows := who.Get(fmt.Sprintf("/reports/rows?by=%s&key=%s&figure=%s", by, g.Text("key"), figure)).Want(http.StatusOK).JSON()
						sum := 0
						for _, r := range rows.Items("items") {
							sum += r.Int("signed_amount")
						}
						if rows.Int("count") != g.In(figure).Int("count") || sum != g.In(figure).Int("amount") {
							t.Errorf("%s of %s: figure %v, rows %d of %d", figure, g.Text("name"), g.In(figure), rows.Int("count"), sum)
						}
					}
				}
			}
		}
		leader, principal := p.Appoint(org.CountyLeader, "赤城县"), p.Appoint(org.PrincipalLeader, "赤城县")
		led(t, p, office, "包联项目", apptest.Doc{"leader_ids": []any{leader.ID}, "planned_start": "2026-03-01",
			"key_levels": []apptest.Doc{{"year": 2026, "level": "city"}}})
		paid := office.Get("/projects?q=包联项目").Want(http.StatusOK).JSON().Items("items")[0].Text("id")
		office.Post("/projects/"+paid+"/funds", apptest.Doc{"category": "land", "amount": 7_000_000, "paid_on": "2026-08-16",
			"voucher": "土 1"}).Want(http.StatusCreated)
		for _, who := range []*apptest.Person{office, clerk, leader, principal} {
			c := who.Get("/reports/cockpit").Want(http.StatusOK).JSON()
			money := who.Get("/reports/funds").Want(http.StatusOK).JSON()
			if known := who.Get("/reports/funds?as_of=2026-09-26").Want(http.StatusOK).
				JSON(); fmt.Sprint(known["sum"]) != fmt.Sprint(money["sum"]) || len(known.Items("items")) != len(money.Items("items")) {
				t.Errorf("money in place as known today %v, as stored %v", known["sum"], money["sum"])
			}
			reported, verified := 0, 0
			for _, r := range money.Items("items") {
				reported, verified = reported+r.Int("amount"), verified+r.Int("verified")
			}
			if f := c.Items("figures")[0]; f.Text("key") != "funds" || f.Int("claimed") != reported || f.Int("confirmed") != verified ||
				money.In("sum").Int("reported") != reported || reported == 0 {
				t.Errorf("money in place %v, its entries %d and %d, their sum %v", f, reported, verified, money.In("sum"))
			}
			behindTheCockpit(t, who, "")
		}
		for _, path := range []string{"/reports/cockpit", "/reports/portfolio", "/reports/lights", "/reports/analysis", "/counting-rules",
			"/colour-rules", "/targets/2026"} {
			office.Get(path).Want(http.StatusOK)
			clerk.Get(path).Want(http.StatusOK)
		}
		if n := office.Post("/suspicions/scan", apptest.Doc{}).Want(http.StatusOK).JSON().Int("added"); n == 0 {
			t.Error("a fifth of the money verified on six projects raises no suspicion")
		}
		list := clerk.Get("/suspicions?state=open").Want(http.StatusOK).JSON().Items("items")
		if len(list) == 0 {
			t.Fatal("the unit sees no suspicion of its own")
		}
		at := "/suspicions/" + list[0].Text("id")
		verifier.Post(at+"/close", apptest.Doc{"verdict": "cleared"}, "If-Match", version(1)).Want(http.StatusUnprocessableEntity)
		clerk.Post(at+"/answer", apptest.Doc{"answer": "用的是同一份模板"}, "If-Match", version(1)).Want(http.StatusOK)
		verifier.Post(at+"/close", apptest.Doc{"verdict": "cleared"}, "If-Match", version(2)).Want(http.StatusOK)
	})
}
