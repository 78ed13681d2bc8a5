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
		verifier.Post(path+"/close", apptest.Doc{"verdict": "cleared"}, "If-Match", version(thin.Int("version"))).
			Want(http.StatusUnprocessableEntity)
		answered := office.Post(path+"/answer", apptest.Doc{"answer": "母公司担保"}, "If-Match", version(thin.Int("version"))).Want(http.StatusOK).
			JSON()
		verifier.Post(path+"/close", apptest.Doc{"verdict": "cleared"}, "If-Match", version(answered.Int("version"))).Want(http.StatusOK)
		if again := scan()["thin_capital"]; again.Text("state") != "closed" && again != nil {
			t.Errorf("a closed finding came back: %v", again)
		}

		client = office.Get("/clients/" + client.Text("id")).JSON()
		facts["registered_capital"] = -1
		if refused := office.Put("/clients/"+client.Text("id"), client.Int("version"), facts).Want(http.StatusUnprocessableEntity).
			Fields(); refused["registered_capital"] == "" {
			t.Errorf("capital below zero is not named: %v", refused)
		}
	})
}

// A finding is closed by a verifier of another unit, comes back when it happens
// again, and is looked for by the clock as well, by the office's own limits.
func TestAFindingIsClosedByAnotherUnitAndOpensAgain(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		verifier, own, clerk, stranger := p.Appoint(org.Verifier, "县发改局"), p.Appoint(org.Verifier, "县水务局"), p.Appoint(org.UnitClerk, "县水务局"),
			p.Appoint(org.UnitClerk, "县财政局")
		id := signedOn(t, p, office, "甲项目", "2026-01-10", 300_000_000)
		project := office.Get("/projects/" + id).Want(http.StatusOK).JSON()
		if project.Text("responsible_unit") != "县水务局" {
			t.Fatalf("responsible is %s", project.Text("responsible_unit"))
		}
		client := office.Get("/clients/" + project.Text("client_id")).Want(http.StatusOK).JSON()
		capital := func(yuan int) {
			t.Helper()
			now := office.Get("/clients/" + client.Text("id")).JSON()
			office.Put("/clients/"+client.Text("id"), now.Int("version"), apptest.Doc{"name": client.Text("name"), "registered_capital": yuan}).
				Want(http.StatusOK)
		}
		capital(20_000_000)
		limits := office.Get("/suspicion-limits").Want(http.StatusOK).JSON()
		if limits.Int("capital_times") != 20 {
			t.Errorf("standard limits: %v", limits)
		}
		scan := func() int {
			return verifier.Post("/suspicions/scan", apptest.Doc{}).Want(http.StatusOK).JSON().Int("added")
		}
		if n := scan(); n != 0 {
			t.Errorf("15 times the capital is asked about: %d", n)
		}
		read := limits.Int("version")
		delete(limits, "version")
		limits["capital_times"] = 0
		if bad := office.Put("/suspicion-limits", read, limits).Want(http.StatusUnprocessableEntity).Fields(); bad["capital_times"] == "" {
			t.Errorf("a wrong limit is not named: %v", bad)
		}
		limits["capital_times"] = 15
		clerk.Put("/suspicion-limits", read, limits).Want(http.StatusForbidden)
		if set := office.Put("/suspicion-limits", read, limits).Want(http.StatusOK).JSON(); set.Int("version") != read+1 {
			t.Errorf("after version %d comes %d", read, set.Int("version"))
		}
		// Two who read the same limits do not write over each other.
		limits["capital_times"] = 30
		if now := office.Put("/suspicion-limits", read, limits).Want(http.StatusPreconditionFailed).JSON().
			In("current"); now.Int("capital_times") != 15 {
			t.Errorf("the refusal does not show what holds: %v", now)
		}
		p.Clock.Set("2026-09-27")
		if err := p.Services.Suspicions.RunDailyChecks(t.Context()); err != nil {
			t.Fatal(err)
		}
		for _, who := range []*apptest.Person{office, verifier, own, clerk, stranger} {
			who.SignInAgain()
		}
		if n := scan(); n != 0 {
			t.Errorf("the clock left %d findings to the hand", n)
		}
		one := func() apptest.Doc {
			t.Helper()
			list := office.Get("/suspicions?kind=thin_capital").Want(http.StatusOK).JSON().Items("items")
			if len(list) != 1 {
				t.Fatalf("findings: %v", list)
			}
			return list[0]
		}
		path := "/suspicions/" + one().Text("id")
		if n := len(stranger.Get("/suspicions").Want(http.StatusOK).JSON().Items("items")); n != 0 {
			t.Errorf("another unit sees %d findings", n)
		}
		stranger.Post(path+"/answer", apptest.Doc{"answer": "x"}, "If-Match", version(1)).Want(http.StatusNotFound)
		answered := clerk.Post(path+"/answer", apptest.Doc{"answer": "母公司担保"}, "If-Match", version(one().Int("version"))).Want(http.StatusOK).
			JSON()
		clerk.Post(path+"/answer", apptest.Doc{"answer": "x"}, "If-Match", version(1)).Want(http.StatusPreconditionFailed)
		done := apptest.Doc{"verdict": "cleared"}
		if refused := own.Post(path+"/close", done, "If-Match", version(answered.Int("version"))).Want(http.StatusUnprocessableEntity).
			Fields(); refused["verdict"] != "suspicion.own_unit" {
			t.Errorf("closed by the own unit: %v", refused)
		}
		verifier.Post(path+"/close", done, "If-Match", version(answered.Int("version"))).Want(http.StatusOK)
		if n := scan(); n != 0 || one().Text("state") != "closed" {
			t.Errorf("nothing has changed, and %d are open again", n)
		}
		capital(1_000_000)
		if n := scan(); n != 1 || one().Text("state") != "open" || one().Text("answer") != "" || one().In("evidence").
			Int("capital") != 1_000_000 {
			t.Errorf("it happened again: %d, %v", n, one())
		}
	})
}

// A finding names the other project to all who see the finding, and opens it
// for those alone who see that project too.
func TestAFindingOpensTheOtherProjectOnlyToThoseWhoSeeIt(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, clerk := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.UnitClerk, "县水务局")
		other := office.Post("/projects", apptest.Doc{"name": "别家项目", "responsible_unit_id": p.Units["县财政局"].ID}).Want(http.StatusCreated).JSON()
		own := office.Post("/projects", apptest.Doc{"name": "自家项目", "responsible_unit_id": p.Units["县水务局"].ID}).Want(http.StatusCreated).JSON()
		photo := apptest.Photo("2026:03:01 09:00:00", 40.9128, 115.8323)
		attachFile(t, office, other.ID("id"), "site_photo", "现场.jpg", photo)
		attachFile(t, office, own.ID("id"), "site_photo", "照片.jpg", photo)
		office.Post("/suspicions/scan", apptest.Doc{}).Want(http.StatusOK)
		for _, who := range []*apptest.Person{office, clerk} {
			list := who.Get("/suspicions?kind=same_evidence").Want(http.StatusOK).JSON().Items("items")
			if len(list) != 1 || list[0].In("evidence").Text("other") != "别家项目" {
				t.Fatalf("findings: %v", list)
			}
			found := list[0].In("evidence")
			who.Get("/attachments/" + found.Text("file_id")).Want(http.StatusOK)
			if _, opens := found["other_id"]; opens != (who == office) {
				t.Errorf("the other project opens: %v, want %v", opens, who == office)
			}
		}
	})
}
