package api_test

import (
	"fmt"
	"net/http"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

// A tick is an event of its own with its reason: what was counted before it by what
// was known then stays, what is counted after it leaves the signing out.
func TestAnExclusionIsTickedWithAReasonByTheUnitOrAVerifierOfAnother(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		p.Clock.Set("2026-03-01")
		office, clerk, stranger := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.UnitClerk, "县水务局"), p.Appoint(org.UnitClerk, "县文旅局")
		verifier, own, leader := p.Appoint(org.Verifier, "县发改局"), p.Appoint(org.Verifier, "县水务局"), p.Appoint(org.PrincipalLeader, "赤城县")
		openGates(office)
		id := reached(office, apptest.Doc{"name": "甲项目", "responsible_unit_id": p.Units["县水务局"].ID, "contract_amount": 3 * yi},
			"SIGNED 2026-02-10")
		at := "/projects/" + id + "/signings"
		first := office.Get(at).Want(http.StatusOK).JSON().Items("items")[0]
		tick := at + "/" + first.Text("id") + "/exclusions"
		body := func(note string, ticks ...string) apptest.Doc {
			return apptest.Doc{"exclusions": append([]string{}, ticks...), "note": note}
		}
		for field, bad := range map[string]apptest.Doc{"note": body("", "real_estate"), "exclusions[1]": body("核对", "real_estate", "moonlight"),
			"exclusions": body("没有变")} {
			if refused := clerk.Post(tick, bad).Want(http.StatusUnprocessableEntity).Fields(); refused[field] == "" {
				t.Errorf("%s is not named: %v", field, refused)
			}
		}
		stranger.Post(tick, body("核对", "real_estate")).Want(http.StatusNotFound)
		leader.Post(tick, body("核对", "real_estate")).Want(http.StatusForbidden)
		if code := own.Post(tick, body("核对", "real_estate")).Want(http.StatusUnprocessableEntity).JSON().
			Text("code"); code != "verdict.own_unit" {
			t.Errorf("a verifier of the own unit: %s", code)
		}
		clerk.Post(at+"/"+id+"/exclusions", body("核对", "real_estate")).Want(http.StatusNotFound)
		if n := len(office.Get(at).JSON().Items("items")); n != 1 {
			t.Fatalf("%d signings after what was refused, want 1", n)
		}

		p.Clock.Set("2026-04-01")
		for _, who := range []*apptest.Person{office, clerk, verifier} {
			who.SignInAgain()
		}
		again := body("配套商铺占大半", "real_estate", "local_investor", "real_estate")
		again["id"] = "0195b2c4-7a10-7cc0-8000-0000000000aa"
		for range 2 {
			verifier.Post(tick, again).Want(http.StatusCreated)
		}
		items := office.Get(at).JSON().Items("items")
		if len(items) != 2 || items[0]["holds"] != false || items[1]["holds"] != true {
			t.Fatalf("%v, want the tick beside what it corrects", items)
		}
		if now := items[1]; fmt.Sprint(now["exclusions"]) != "[local_investor real_estate]" || now.Text("note") != "配套商铺占大半" ||
			now.Int("amount") != 3*yi || now.Text("signed_on") != "2026-02-10" || now.Text("by_name") == "" ||
			now["by_name"] == items[0]["by_name"] {
			t.Errorf("%v", now)
		}
		if code := clerk.Post(tick, body("旧页面", "relocation")).Want(http.StatusConflict).JSON().Text("code"); code != "signing.superseded" {
			t.Errorf("ticked on what was corrected: %s", code)
		}
		office.Post("/counting-rules", apptest.Doc{"name": "不计房地产", "threshold": 0, "window_months": 0, "excluded": []string{"real_estate"},
			"confirmed_only": false, "credit": "responsible",
			"rates": []apptest.Doc{{"key": "start", "numerator_stage": "STARTED", "denominator_stage": "SIGNED"}}}).Want(http.StatusCreated)
		signed := func(query string) int {
			return office.Get("/reports/conversion?" + query).Want(http.StatusOK).JSON().In("total").In("signed").Int("count")
		}
		if signed("rule=1") != 0 || signed("rule=0") != 1 || signed("rule=1&as_of=2026-03-31") != 1 {
			t.Errorf("by the rule %d, by the standard one %d, as known before the tick %d", signed("rule=1"), signed("rule=0"),
				signed("rule=1&as_of=2026-03-31"))
		}
		// Taken off again, by the unit, it counts.
		clerk.Post(at+"/"+items[1].Text("id")+"/exclusions", body("商铺已剥离")).Want(http.StatusCreated)
		if n := signed("rule=1"); n != 1 {
			t.Errorf("%d after the ticks were taken off, want 1", n)
		}
		found := false
		for _, e := range office.Get("/timeline?subject_kind=project&subject_id=" + id).Want(http.StatusOK).JSON().Items("items") {
			found = found || e.Text("action") == "signing.exclude"
		}
		if !found {
			t.Error("the timeline does not tell of it")
		}
	})
}
