package api_test

import (
	"fmt"
	"net/http"
	"testing"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/internal/apptest"
)

// credited is what one unit is told to have done, by scores, conversion and the
// ranking of the cockpit.
func credited(t *testing.T, who *apptest.Person, unit string) map[string]float64 {
	t.Helper()
	get := func(path string) apptest.Doc { return who.Get(path).Want(http.StatusOK).JSON() }
	out := map[string]float64{}
	scores := get("/reports/scores")
	for _, u := range scores.Items("units") {
		if u.Text("unit_id") != unit {
			continue
		}
		for i, name := range []string{"signed", "started", "funds", "signed_amount"} {
			out["score "+name] = u.Items("items")[i].In("first")["actual"].(float64)
		}
		out["score overdue"] = u.Items("items")[4]["faults"].([]any)[0].(float64)
	}
	for _, g := range get("/reports/conversion?by=unit").Items("groups") {
		if g.Text("key") == unit {
			out["conversion signed"], out["conversion started"] = g.In("signed")["count"].(float64), g.In("started")["count"].(float64)
			out["conversion funds"], out["conversion signed_amount"] = g["funds_verified"].(float64), g.In("signed")["amount"].(float64)
		}
	}
	for _, u := range get("/reports/cockpit").Items("units") {
		if u.Text("unit_id") == unit {
			out["cockpit funds"] = u["actual"].(float64)
		}
	}
	return out
}

func TestScoresCreditTheUnitsThatTheRuleCredits(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, verifier := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.Verifier, "县发改局")
		water, tourism := string(p.Units["县水务局"].ID), string(p.Units["县文旅局"].ID)
		item := func(indicator string) apptest.Doc {
			return apptest.Doc{"name": indicator, "method": "efficacy", "points": 100, "indicator": indicator, "second": "", "cap": 0,
				"per_unit": 0, "faults": []apptest.Doc{}}
		}
		faults := item("")
		faults["name"], faults["method"], faults["faults"] = "faults", "deduction", []apptest.Doc{{"indicator": "overdue_starts", "per_unit": 1}}
		setOver(office, "/score-scheme", apptest.Doc{"name": "考核", "veto": "",
			"items": []apptest.Doc{item("signed"), item("started"), item("funds"), item("signed_amount"), faults}}).Want(http.StatusOK)
		ids := []string{signedOn(t, p, office, "甲项目", "2026-01-10", 300_000_000), signedOn(t, p, office, "乙项目", "2026-02-10", 100_000_000)}
		move(office, ids[0], apptest.Doc{"code": "STARTED", "occurred_on": "2026-06-10"}).Want(http.StatusCreated)
		late := office.Get("/projects/" + ids[1]).JSON()
		office.Put("/projects/"+ids[1], late.Int("version"), apptest.Doc{"name": "乙项目", "responsible_unit_id": water,
			"client_id": late.Text("client_id"), "contract_amount": 100_000_000, "planned_start": "2026-03-01"}).Want(http.StatusOK)
		for i, id := range ids {
			paid(t, office, verifier, id, 10_000_000*(i+1))
		}
		share := func(id string, shares ...apptest.Doc) {
			office.Post("/projects/"+id+"/credit", apptest.Doc{"from_on": "2026-01-01", "basis": "会议纪要", "shares": shares}).
				Want(http.StatusCreated)
		}
		share(ids[0], apptest.Doc{"unit_id": tourism, "share": 10_000})
		share(ids[1], apptest.Doc{"unit_id": tourism, "share": 4_000}, apptest.Doc{"unit_id": water, "share": 6_000})
		check := func(credit string, unit string, want map[string]float64) {
			t.Helper()
			got := credited(t, office, unit)
			for name, n := range want {
				for _, where := range []string{"score ", "conversion "} {
					if got[where+name] != n {
						t.Errorf("credit by %s: %s%s is %v, want %v", credit, where, name, got[where+name], n)
					}
				}
			}
			if got["cockpit funds"] != want["funds"] {
				t.Errorf("credit by %s: the cockpit ranks by %v, want %v", credit, got["cockpit funds"], want["funds"])
			}
		}
		all := map[string]float64{"signed": 2, "started": 1, "funds": 30_000_000, "signed_amount": 400_000_000}
		none := map[string]float64{"signed": 0, "started": 0, "funds": 0, "signed_amount": 0}
		check("responsible", water, all)
		check("responsible", tourism, none)
		rule := apptest.Doc{"name": "分享", "credit": "split", "rates": []apptest.Doc{{"key": "start", "numerator_stage": "STARTED",
			"denominator_stage": "SIGNED"}}}
		office.Post("/counting-rules", rule).Want(http.StatusCreated)
		check("split", tourism, map[string]float64{"signed": 1, "started": 1, "funds": 18_000_000, "signed_amount": 340_000_000})
		check("split", water, map[string]float64{"signed": 1, "started": 0, "funds": 12_000_000, "signed_amount": 60_000_000})
		if n := credited(t, office, water)["score overdue"]; n != 1 {
			t.Errorf("%v starts of the responsible unit are overdue, want 1: a duty is not shared with the credit", n)
		}
		rule["name"], rule["credit"] = "引资", "attracting"
		office.Post("/counting-rules", rule).Want(http.StatusCreated)
		moved := office.Get("/projects/" + ids[0]).JSON()
		office.Put("/projects/"+ids[0], moved.Int("version"), apptest.Doc{"name": "甲项目", "responsible_unit_id": water,
			"attracting_unit_id": tourism, "client_id": moved.Text("client_id"), "contract_amount": 300_000_000}).Want(http.StatusOK)
		check("attracting", tourism, map[string]float64{"signed": 1, "started": 1, "funds": 10_000_000, "signed_amount": 300_000_000})
	})
}

// paid reports money in place with its voucher, and lets a verifier find all of it.
func paid(t *testing.T, office, verifier *apptest.Person, id string, amount int) {
	t.Helper()
	entry := office.Post("/projects/"+id+"/funds", apptest.Doc{"category": "equipment", "amount": amount, "paid_on": "2026-05-06",
		"voucher": "银付 " + id}).Want(http.StatusCreated).JSON().Items("items")[0]
	verifier.Post("/funds/"+entry.Text("id")+"/verdicts",
		apptest.Doc{"amount": amount, "supports": shown(t, office, id, amount)}).Want(http.StatusOK)
}

// shown attaches a voucher to a project, and returns it as what a verifier names for
// money that it shows.
func shown(t *testing.T, who *apptest.Person, project string, amount int) []apptest.Doc {
	t.Helper()
	files := func() []apptest.Doc {
		return who.Get("/attachments?subject_kind=project&subject_id=" + project).Want(http.StatusOK).JSON().Items("items")
	}
	had := map[string]bool{}
	for _, f := range files() {
		had[f.Text("id")] = true
	}
	attachFile(t, who, domain.ID(project), "payment_voucher", "凭证.pdf", fmt.Appendf(nil, "%%PDF-1.4 %s %d %d", project, amount, len(had)))
	for _, f := range files() {
		if id := f.Text("id"); !had[id] {
			return []apptest.Doc{{"evidence": id, "amount": amount}}
		}
	}
	t.Fatal("the voucher is not on file")
	return nil
}
