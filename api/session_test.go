package api_test

import (
	"net/http"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

func TestSignIn(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		officer := p.Appoint(org.Officer, "县商务局")
		me := officer.Get("/me").Want(http.StatusOK).JSON()
		if me.Text("unit_name") != "县商务局" {
			t.Errorf("unit %q, want 县商务局", me.Text("unit_name"))
		}
		p.Nobody().Get("/me").Want(http.StatusUnauthorized)
		wrong := p.Nobody().Post("/session", apptest.Doc{"login": "nobody", "password": "wrong"}).Want(http.StatusUnauthorized)
		if code := wrong.JSON().Text("code"); code != "session.refused" {
			t.Errorf("code %q, want session.refused", code)
		}
	})
}

func TestBadInputNamesEveryFieldAtOnceInTheLanguageAskedFor(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		admin := p.Appoint(org.SystemAdmin, "赤城县")
		admin.Lang = "en"
		body := `{"name": 7, "kind": "castle", "position": "first", "colour": "red"}`
		fields := admin.Post("/units", body).Want(http.StatusUnprocessableEntity).Fields()
		want := map[string]string{"name": "input.type", "kind": "input.enum", "position": "input.type", "colour": "input.unknown"}
		for path, code := range want {
			if fields[path] != code {
				t.Errorf("%s: %q, want %q", path, fields[path], code)
			}
		}
	})
}

func TestOnlyTheVersionReadMayBeWritten(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		admin := p.Appoint(org.SystemAdmin, "赤城县")
		unit := admin.Post("/units", apptest.Doc{"name": "招商一股", "kind": "office", "parent_id": p.Units["县商务局"].ID}).Want(http.StatusCreated).
			JSON()
		facts := apptest.Doc{"name": "招商二股", "kind": "office", "parent_id": p.Units["县商务局"].ID}
		admin.Put("/units/"+unit.Text("id"), 1, facts).Want(http.StatusOK)
		stale := admin.Put("/units/"+unit.Text("id"), 1, facts).Want(http.StatusPreconditionFailed).JSON()
		if now := stale.In("current").Text("name"); now != "招商二股" {
			t.Errorf("current name %q, want 招商二股", now)
		}
		again := admin.Post("/units", apptest.Doc{"id": unit.Text("id"), "name": "别的名字", "kind": "office"}).Want(http.StatusCreated).JSON()
		if again.Text("name") != "招商二股" {
			t.Errorf("the same create again gave %q, want the first result", again.Text("name"))
		}
	})
}
