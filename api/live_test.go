package api_test

import (
	"bufio"
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

// A reader hears of changes to what he sees, and of nothing else; where he left
// off he goes on.
func TestChangesAreToldToThoseWhoSeeThem(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, water, tourism := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.UnitHead, "县水务局"), p.Appoint(org.UnitHead, "县文旅局")
		server := httptest.NewServer(p.Handler)
		t.Cleanup(server.Close)
		follow := func(who *apptest.Person, last string) func() (event, data, id string) {
			t.Helper()
			ctx, stop := context.WithCancel(context.Background())
			t.Cleanup(stop)
			r, err := http.NewRequestWithContext(ctx, http.MethodGet, server.URL+"/api/v1/live", nil)
			if err != nil {
				t.Fatal(err)
			}
			who.Sign(r)
			if last != "" {
				r.Header.Set("Last-Event-ID", last)
			}
			answer, err := http.DefaultClient.Do(r)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = answer.Body.Close() })
			if answer.StatusCode != http.StatusOK || answer.Header.Get("Content-Type") != "text/event-stream" {
				t.Fatalf("%d %s", answer.StatusCode, answer.Header.Get("Content-Type"))
			}
			lines := bufio.NewScanner(answer.Body)
			return func() (event, data, id string) {
				for lines.Scan() {
					name, value, _ := strings.Cut(lines.Text(), ": ")
					switch {
					case name == "event":
						event = value
					case name == "data":
						data = value
					case name == "id":
						id = value
					case lines.Text() == "" && event != "":
						return event, data, id
					}
				}
				return "", "", ""
			}
		}
		heardByWater, heardByTourism := follow(water, ""), follow(tourism, "")
		one := office.Post("/projects", apptest.Doc{"name": "水务项目", "responsible_unit_id": p.Units["县水务局"].ID}).Want(http.StatusCreated).JSON()
		two := office.Post("/projects", apptest.Doc{"name": "文旅项目", "responsible_unit_id": p.Units["县文旅局"].ID}).Want(http.StatusCreated).JSON()
		event, data, first := heardByWater()
		if event != "changed" || !strings.Contains(data, one.Text("id")) || strings.Contains(data, `"own":true`) {
			t.Errorf("water hears %s %s", event, data)
		}
		if _, data, _ := heardByTourism(); !strings.Contains(data, two.Text("id")) {
			t.Errorf("tourism hears %s, not of its own project", data)
		}
		again := office.Put("/projects/"+one.Text("id"), 1, apptest.Doc{"name": "水务项目改", "responsible_unit_id": p.Units["县水务局"].ID}).
			Want(http.StatusOK).JSON()
		if _, data, _ := follow(water, first)(); !strings.Contains(data, again.Text("id")) {
			t.Errorf("after coming back water hears %s", data)
		}
		if event, _, _ := follow(water, "00000000-0000-7000-8000-000000000000")(); event != "reload" {
			t.Errorf("who was away for years is told %s", event)
		}
		if a := p.Nobody().Get("/live"); a.Status != http.StatusUnauthorized {
			t.Errorf("a stranger: %d", a.Status)
		}
	})
}
