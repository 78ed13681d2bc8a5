package api_test

import (
	"fmt"
	"net/http"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

// written is all that false figures could be written to: it must be the same
// after a refusal as before.
func written(who *apptest.Person, id string) string {
	out := ""
	for _, path := range []string{"", "/stage-events", "/funds", "/signings"} {
		out += fmt.Sprint(string(who.Get("/projects/"+id+path).Want(http.StatusOK).Body), "\n")
	}
	out += string(who.Get("/timeline?subject_kind=project&subject_id=" + id).Want(http.StatusOK).Body)
	return out + fmt.Sprint(who.Get("/reports/conversion").JSON().In("total"))
}

func TestAStageClaimedWithoutItsEvidenceIsRefusedByThePaperAndNothingIsWritten(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		head := p.Appoint(org.UnitHead, "县水务局")
		client := head.Post("/clients", apptest.Doc{"name": "投资方"}).Want(http.StatusCreated).JSON()
		id := head.Post("/projects", apptest.Doc{"name": "甲项目", "responsible_unit_id": p.Units["县水务局"].ID, "client_id": client.Text("id"),
			"contract_amount": 1_000_000}).Want(http.StatusCreated).JSON().Text("id")
		before := written(head, id)
		for stage, paper := range map[string]string{"SIGNED": "contract", "STARTED": "construction_permit", "IN_PRODUCTION": "site_photo"} {
			refused := move(head, id, apptest.Doc{"code": stage, "occurred_on": "2099-09-01"}).Want(http.StatusUnprocessableEntity)
			if named := refused.Fields(); named["evidence."+paper] != "stage.missing" || named["occurred_on"] != "input.future" {
				t.Errorf("%s without %s: %s", stage, paper, refused.Body)
			}
		}
		if after := written(head, id); after != before {
			t.Errorf("something was written:\n%s\n%s", before, after)
		}
	})
}

func TestAConfirmationByTheOwnUnitOrTheClaimantIsRefusedAndNothingIsWritten(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, own, other := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.Verifier, "县水务局"), p.Appoint(org.Verifier, "县发改局")
		id := signedOn(t, p, office, "甲项目", "2026-01-10", 300_000_000)
		fund := office.Post("/projects/"+id+"/funds", apptest.Doc{"category": "land", "amount": 10_000_000, "paid_on": "2026-03-01",
			"voucher": "凭1"}).Want(http.StatusCreated).JSON().Items("items")[0]
		event := office.Get("/projects/" + id + "/stage-events").JSON().Items("events")[0]
		before := written(office, id)
		for path, body := range map[string]apptest.Doc{"/stage-events/" + event.Text("id"): {"agrees": true},
			"/funds/" + fund.Text("id"): {"amount": 10_000_000}} {
			for field := range body {
				if refused := own.Post(path+"/verdicts", body).Want(http.StatusUnprocessableEntity).Fields(); refused[field] != "verdict.own_unit" {
					t.Errorf("%s by the own unit: %v", path, refused)
				}
			}
			office.Post(path+"/verdicts", body).Want(http.StatusForbidden)
		}
		for amount, field := range map[int]string{-1: "amount", 10_000_001: "amount", 9_000_000: "note"} {
			if refused := other.Post("/funds/"+fund.Text("id")+"/verdicts", apptest.Doc{"amount": amount}).
				Want(http.StatusUnprocessableEntity); refused.Fields()[field] == "" {
				t.Errorf("%d verified: %s is not named: %s", amount, field, refused.Body)
			}
		}
		if after := written(office, id); after != before {
			t.Errorf("something was written:\n%s\n%s", before, after)
		}
	})
}

func TestMoneyAboveTheContractOfAFutureDayOrByAKnownVoucherIsRefusedByFieldAndNothingIsWritten(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		id := signedOn(t, p, office, "甲项目", "2026-01-10", 100_000_000)
		other := signedOn(t, p, office, "乙项目", "2026-01-10", 100_000_000)
		entry := func(more apptest.Doc) apptest.Doc {
			d := apptest.Doc{"category": "equipment", "amount": 60_000_000, "paid_on": "2026-05-06", "voucher": "银付 2026-0012"}
			for k, v := range more {
				d[k] = v
			}
			return d
		}
		office.Post("/projects/"+id+"/funds", entry(nil)).Want(http.StatusCreated)
		before := written(office, id) + written(office, other)
		for _, bad := range []struct {
			project, field string
			body           apptest.Doc
		}{
			{id, "amount", apptest.Doc{"voucher": "新1", "amount": 40_000_001}},
			{other, "amount", apptest.Doc{"voucher": "新2", "amount": 100_000_001}}, {other, "amount", apptest.Doc{"voucher": "新3", "amount": 0}},
			{other, "paid_on", apptest.Doc{"voucher": "新4", "paid_on": "2026-09-27"}}, {other, "voucher", apptest.Doc{"voucher": "银付２０２６-0012"}},
			{id, "voucher", apptest.Doc{"amount": 1}},
			{other, "outside_share", apptest.Doc{"voucher": "新5", "outside": "province", "outside_share": 10_001}},
			{other, "evidence[0]", apptest.Doc{"voucher": "新6", "evidence": []string{"01990000-0000-7000-8000-000000000001"}}},
			{other, "category", apptest.Doc{"voucher": "新7", "category": "gifts"}},
		} {
			if refused := office.Post("/projects/"+bad.project+"/funds", entry(bad.body)).
				Want(http.StatusUnprocessableEntity); refused.Fields()[bad.field] == "" {
				t.Errorf("%v: %s is not named: %s", bad.body, bad.field, refused.Body)
			}
		}
		if after := written(office, id) + written(office, other); after != before {
			t.Errorf("something was written:\n%s\n%s", before, after)
		}
	})
}

func TestAStageOrASigningOfAFutureDayIsRefusedByFieldAndNothingIsWritten(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		id := signedOn(t, p, office, "甲项目", "2026-01-10", 100_000_000)
		before := written(office, id)
		if refused := move(office, id, apptest.Doc{"code": "STARTED", "occurred_on": "2026-09-27"}).
			Want(http.StatusUnprocessableEntity); refused.Fields()["occurred_on"] != "input.future" {
			t.Errorf("a start of tomorrow: %s", refused.Body)
		}
		for field, body := range map[string]apptest.Doc{
			"signed_on":     {"kind": "INCREMENT", "signed_on": "2026-09-27", "amount": 1, "exclusions": []string{}},
			"kind":          {"kind": "FIRST", "signed_on": "2026-09-01", "amount": 1, "exclusions": []string{}},
			"amount":        {"kind": "INCREMENT", "signed_on": "2026-09-01", "amount": -1, "exclusions": []string{}},
			"exclusions[0]": {"kind": "INCREMENT", "signed_on": "2026-09-01", "amount": 1, "exclusions": []string{"because"}},
		} {
			if refused := office.Post("/projects/"+id+"/signings", body).Want(http.StatusUnprocessableEntity); refused.Fields()[field] == "" {
				t.Errorf("%v: %s is not named: %s", body, field, refused.Body)
			}
		}
		if after := written(office, id); after != before {
			t.Errorf("something was written:\n%s\n%s", before, after)
		}
	})
}

func TestSharesThatDoNotAddUpAreRefusedByFieldAndNothingIsWritten(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		id := signedOn(t, p, office, "甲项目", "2026-01-10", 100_000_000)
		water, tourism := p.Units["县水务局"].ID, p.Units["县文旅局"].ID
		for field, shares := range map[string][]apptest.Doc{
			"shares":            {{"unit_id": water, "share": 5000}, {"unit_id": tourism, "share": 4999}},
			"shares[1].unit_id": {{"unit_id": water, "share": 5000}, {"unit_id": water, "share": 5000}},
			"shares[0].share":   {{"unit_id": water, "share": 0}, {"unit_id": tourism, "share": 10_000}},
		} {
			if refused := office.Post("/projects/"+id+"/credit", apptest.Doc{"basis": "共同招引", "shares": shares}).
				Want(http.StatusUnprocessableEntity); refused.Fields()[field] == "" {
				t.Errorf("%v: %s is not named: %s", shares, field, refused.Body)
			}
		}
		if n := len(office.Get("/projects/" + id + "/credit").Want(http.StatusOK).JSON().Items("items")); n != 0 {
			t.Errorf("%d splits were written", n)
		}
	})
}
