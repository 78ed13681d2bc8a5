package api_test

import (
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
		move(office, id, apptest.Doc{"code": "PERMITTING", "occurred_on": "2026-02-10"}).Want(http.StatusUnprocessableEntity)
		attach(t, office, office.Get("/projects/"+id).JSON().ID("id"), "land_contract")
		history := move(office, id, apptest.Doc{"code": "PERMITTING", "occurred_on": "2026-02-10"}).Want(http.StatusCreated).JSON()
		if n := len(history["not_counted"].([]any)); history.Text("next") != "STARTED" || n != 6 {
			t.Fatalf("toward %s %d works do not count, want 6", history.Text("next"), n)
		}
		start := apptest.Doc{"code": "STARTED", "occurred_on": "2026-03-01", "only_seen": []string{"foundation", "levelling"}}
		if refused := move(office, id, start).Want(http.StatusUnprocessableEntity).Fields(); refused["only_seen[1]"] != "stage.not_counted" || refused["only_seen[0]"] != "" {
			t.Errorf("refused with %v", refused)
		}
		if stage := office.Get("/projects/" + id).JSON().Text("stage"); stage != "PERMITTING" {
			t.Errorf("after the refusal the project stands at %s", stage)
		}

		gates := office.Get("/gates").Want(http.StatusOK).JSON()
		officer.Put("/gates", 0, gates).Want(http.StatusForbidden)
		office.Put("/gates", 0, apptest.Doc{"items": append(gates.Items("items"), gates.Items("items")[0])}).Want(http.StatusUnprocessableEntity)
		for _, g := range gates.Items("items") {
			if g.Text("stage") == "STARTED" {
				g["not_counted"] = []string{"foundation"}
			}
		}
		office.Put("/gates", 0, gates).Want(http.StatusOK)
		if refused := move(office, id, start).Want(http.StatusUnprocessableEntity).Fields(); refused["only_seen[0]"] != "stage.not_counted" {
			t.Errorf("by the new gate refused with %v", refused)
		}
		start["only_seen"] = []string{"levelling"}
		move(office, id, start).Want(http.StatusCreated)
	})
}
