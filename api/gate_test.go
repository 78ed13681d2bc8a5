package api_test

import (
	"fmt"
	"net/http"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

// What a gate does not count is refused with the thing named, and nothing is
// written; the office may say anew what does not count.
func TestLevellingTheSiteIsNoStart(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, officer := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.Officer, "县商务局")
		id := signedOn(t, p, office, "甲项目", "2026-01-10", 300_000_000)
		history := move(office, id, apptest.Doc{"code": "PERMITTING", "occurred_on": "2026-02-10"}).Want(http.StatusCreated).JSON()
		if n := len(history["not_counted"].([]any)); history.Text("next") != "STARTED" || n != 6 {
			t.Fatalf("toward %s %d works do not count, want 6", history.Text("next"), n)
		}
		start := apptest.Doc{"code": "STARTED", "occurred_on": "2026-03-01", "only_seen": []string{"foundation", "levelling"}}
		if refused := move(office, id, start).Want(http.StatusUnprocessableEntity).
			Fields(); refused["only_seen[1]"] != "stage.not_counted" || refused["only_seen[0]"] != "" {
			t.Errorf("refused with %v", refused)
		}
		if stage := office.Get("/projects/" + id).JSON().Text("stage"); stage != "PERMITTING" {
			t.Errorf("after the refusal the project stands at %s", stage)
		}

		gates := office.Get("/gates").Want(http.StatusOK).JSON()
		read, twice := gates.Int("version"), append(gates.Items("items"), gates.Items("items")[0])
		set := apptest.Doc{"items": gates["items"]}
		officer.Put("/gates", read, set).Want(http.StatusForbidden)
		if bad := office.Put("/gates", read, apptest.Doc{"items": twice}).Want(http.StatusUnprocessableEntity).
			Fields(); bad[fmt.Sprintf("items[%d].stage", len(twice)-1)] != "gate.twice" {
			t.Errorf("a stage written twice is refused with %v", bad)
		}
		for _, g := range gates.Items("items") {
			if g.Text("stage") == "STARTED" {
				g["not_counted"] = []string{"foundation"}
			}
		}
		office.Put("/gates", read, set).Want(http.StatusOK)
		// Two who read the same gates do not write over each other.
		if now := office.Put("/gates", read, set).Want(http.StatusPreconditionFailed).JSON().In("current"); now.Int("version") != read+1 {
			t.Errorf("the refusal shows version %d, want %d", now.Int("version"), read+1)
		}
		if refused := move(office, id, start).Want(http.StatusUnprocessableEntity).Fields(); refused["only_seen[0]"] != "stage.not_counted" {
			t.Errorf("by the new gate refused with %v", refused)
		}
		start["only_seen"] = []string{"levelling"}
		move(office, id, start).Want(http.StatusCreated)
	})
}

// A stage may be skipped, but not what its gate wants recorded; what a history
// that only begins left behind is not asked for.
func TestAStageThatIsSkippedStillAsksForItsEvidence(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		client := office.Post("/clients", apptest.Doc{"name": "投资方"}).Want(http.StatusCreated).JSON()
		made := office.Post("/projects", apptest.Doc{"name": "甲项目", "responsible_unit_id": p.Units["县水务局"].ID, "client_id": client.Text("id"),
			"contract_amount": 100_000_000}).Want(http.StatusCreated).JSON()
		id := made.Text("id")
		attach(t, office, made.ID("id"), "contract")
		move(office, id, apptest.Doc{"code": "SIGNED", "occurred_on": "2026-01-10"}).Want(http.StatusCreated)

		permitting := apptest.Doc{"code": "PERMITTING", "occurred_on": "2026-02-10"}
		attach(t, office, made.ID("id"), "filing")
		refused := move(office, id, permitting).Want(http.StatusUnprocessableEntity).Fields()
		if len(refused) != 3 || refused["field.company_name"] != "stage.missing" || refused["evidence.business_licence"] != "stage.missing" {
			t.Errorf("without the registration refused with %v", refused)
		}
		asked := map[string]string{}
		for _, n := range office.Get("/projects/" + id + "/stage-events?toward=PERMITTING").Want(http.StatusOK).JSON().Items("needs") {
			asked[n.Text("key")] = n.Text("stage")
		}
		if len(asked) != 4 || asked["evidence.business_licence"] != "REGISTERED" || asked["any"] != "PERMITTING" {
			t.Errorf("asked for %v", asked)
		}
		// Production asks for the photo that the start asks for already: once.
		photos := 0
		for _, n := range office.Get("/projects/" + id + "/stage-events?toward=IN_PRODUCTION").JSON().Items("needs") {
			if n.Text("key") == "evidence.site_photo" {
				photos++
			}
		}
		if photos != 1 {
			t.Errorf("the photo is asked for %d times", photos)
		}

		attach(t, office, made.ID("id"), "business_licence")
		now := office.Get("/projects/" + id).JSON()
		office.Put("/projects/"+id, now.Int("version"), apptest.Doc{"name": "甲项目", "responsible_unit_id": p.Units["县水务局"].ID,
			"client_id":       client.Text("id"),
			"contract_amount": 100_000_000, "company_name": "甲公司", "company_code": "91130732MA0CEXQ31L"}).Want(http.StatusOK)
		move(office, id, permitting).Want(http.StatusCreated)
		// A way back passes no gate.
		if needs := office.Get("/projects/" + id + "/stage-events?toward=LEAD").JSON().Items("needs"); len(needs) != 0 {
			t.Errorf("back to LEAD asks for %v", needs)
		}
	})
}
