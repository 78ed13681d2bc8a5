package api_test

import (
	"net/http"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

// What a photo says of itself, and the capital of the investor, are looked at:
// each finding names its numbers, is found once, and ends by answer and verdict.
func TestPhotosFromElsewhereAndThinCapitalAreAskedAbout(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, verifier := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.Verifier, "县发改局")
		id := signedOn(t, p, office, "甲项目", "2026-01-10", 300_000_000)
		project := office.Get("/projects/" + id).Want(http.StatusOK).JSON()
		attachFile(t, office, project.ID("id"), "site_photo", "现场一.jpg", apptest.Photo("2026:03:01 09:00:00", 40.9128, 115.8323))
		attachFile(t, office, project.ID("id"), "site_photo", "现场二.jpg", apptest.Photo("2026:03:01 09:05:00", 40.9135, 115.8330))
		attachFile(t, office, project.ID("id"), "site_photo", "别处.jpg", apptest.Photo("2025:06:01 09:05:00", 40.0135, 116.3330))
		client := office.Get("/clients/" + project.Text("client_id")).Want(http.StatusOK).JSON()
		facts := apptest.Doc{"name": client.Text("name"), "registered_capital": 15_000_000}
		office.Put("/clients/"+client.Text("id"), client.Int("version"), facts).Want(http.StatusOK)
		move(office, id, apptest.Doc{"code": "STARTED", "occurred_on": "2026-03-02"}).Want(http.StatusCreated)

		files := office.Get("/attachments?subject_kind=project&subject_id=" + id).Want(http.StatusOK).JSON().Items("items")
		if files[0].Text("taken_on") != "2025-06-01" || files[0]["latitude"] == nil {
			t.Errorf("the photo's own data are not told: %v", files[0])
		}
		scan := func() map[string]apptest.Doc {
			t.Helper()
			verifier.Post("/suspicions/scan", apptest.Doc{}).Want(http.StatusOK)
			out := map[string]apptest.Doc{}
			for _, s := range office.Get("/suspicions").Want(http.StatusOK).JSON().Items("items") {
				if _, twice := out[s.Text("kind")]; twice {
					t.Errorf("%s is found twice", s.Text("kind"))
				}
				out[s.Text("kind")] = s
			}
			return out
		}
		found := scan()
		if e := found["photo_place"].In("evidence"); e.Text("file") != "别处.jpg" || e.Int("km") < 100 {
			t.Errorf("photo taken elsewhere: %v", e)
		}
		if e := found["photo_date"].In("evidence"); e.Text("dated_on") != "2025-06-01" {
			t.Errorf("photo of another time: %v", e)
		}
		if e := found["thin_capital"].In("evidence"); e.Int("capital") != 15_000_000 || e.Int("signed_amount") != 300_000_000 {
			t.Errorf("thin capital: %v", e)
		}
		thin := found["thin_capital"]
		path := "/suspicions/" + thin.Text("id")
		verifier.Post(path+"/close", apptest.Doc{"verdict": "cleared"}, "If-Match", version(thin.Int("version"))).Want(http.StatusUnprocessableEntity)
		answered := office.Post(path+"/answer", apptest.Doc{"answer": "母公司担保"}, "If-Match", version(thin.Int("version"))).Want(http.StatusOK).JSON()
		verifier.Post(path+"/close", apptest.Doc{"verdict": "cleared"}, "If-Match", version(answered.Int("version"))).Want(http.StatusOK)
		if again := scan()["thin_capital"]; again.Text("state") != "closed" && again != nil {
			t.Errorf("a closed finding came back: %v", again)
		}

		client = office.Get("/clients/" + client.Text("id")).JSON()
		facts["registered_capital"] = -1
		if refused := office.Put("/clients/"+client.Text("id"), client.Int("version"), facts).Want(http.StatusUnprocessableEntity).Fields(); refused["registered_capital"] == "" {
			t.Errorf("capital below zero is not named: %v", refused)
		}
	})
}
