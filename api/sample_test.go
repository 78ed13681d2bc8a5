package api_test

import (
	"context"
	"net/http"
	"testing"

	"sangu/domain"
	"sangu/domain/intake"
	"sangu/domain/org"
	"sangu/internal/apptest"
	"sangu/internal/pgtest"
	intakestore "sangu/repository/intake"
)

// founded gives a product that holds nothing but a county and its first three
// people: the system, the security and the office administrator.
func founded(t *testing.T, database string) (p *apptest.Product, system, security, office *apptest.Person) {
	t.Helper()
	p = apptest.Bare(t, database, "2026-11-25")
	const password = "First-2026-pass"
	p.Nobody().Post("/setup", apptest.Doc{"county_name": "清河县", "name": "秦川", "login": "qinchuan", "password": password}).
		Want(http.StatusCreated)
	system = p.SignIn("qinchuan", password)
	add := func(by, with *apptest.Person, name, login string, role org.Role) *apptest.Person {
		id := by.Post("/people", apptest.Doc{"name": name, "login": login, "password": password}).Want(http.StatusCreated).JSON().ID("id")
		unit := by.Get("/units").Want(http.StatusOK).JSON().Items("items")[0].ID("id")
		with.Post("/people/"+string(id)+"/posts", apptest.Doc{"unit_id": unit, "role": role}).Want(http.StatusCreated)
		return p.SignIn(login, password)
	}
	security = add(system, system, "骆宁", "luoning", org.SecurityAdmin)
	office = add(system, security, "何文静", "hewenjing", org.OfficeAdmin)
	return p, system, security, office
}

// bothDatabases runs a test on products of both kinds that nobody has filled.
func bothDatabases(t *testing.T, test func(t *testing.T, database string)) {
	t.Helper()
	for _, database := range pgtest.Databases(t) {
		t.Run(database, func(t *testing.T) {
			t.Parallel()
			test(t, database)
		})
	}
}

func done(o apptest.Doc) map[string]bool {
	out := map[string]bool{}
	for _, s := range o.Items("steps") {
		out[s.Text("key")], _ = s["done"].(bool)
	}
	return out
}

func TestTheFirstStepsAreCountedAndEachAdministratorDoesTheirOwn(t *testing.T) {
	t.Parallel()
	bothDatabases(t, func(t *testing.T, database string) {
		p, system, security, office := founded(t, database)
		mine := func(who *apptest.Person) (out string) {
			for _, s := range who.Get("/onboarding").Want(http.StatusOK).JSON().Items("steps") {
				if yes, _ := s["mine"].(bool); yes {
					out += s.Text("key") + " "
				}
			}
			return out
		}
		if a, b, c := mine(system), mine(security), mine(office); a != "units people " || b != "roles " || c != "import lead " {
			t.Errorf("steps of the system, security and office administrator: %q %q %q", a, b, c)
		}
		if d := done(office.Get("/onboarding").JSON()); d["units"] || !d["people"] || !d["roles"] || d["import"] || d["lead"] {
			t.Errorf("done before units, import and lead: %v", d)
		}
		unit := system.Post("/units", apptest.Doc{"name": "县商务局", "kind": "bureau", "parent_id": system.Get("/units").JSON().
			Items("items")[0].ID("id")}).Want(http.StatusCreated).JSON().ID("id")
		office.Post("/projects", apptest.Doc{"name": "甲项目", "responsible_unit_id": unit}).Want(http.StatusCreated)
		office.Post("/leads", apptest.Doc{"company": "甲公司", "subject": "建厂", "channel": "self"}).Want(http.StatusCreated)
		o := office.Get("/onboarding").JSON()
		if open, _ := o["open"].(bool); open || len(done(o)) != 5 {
			t.Errorf("something is open after all five: %v", o)
		}
		p.Nobody().Get("/onboarding").Want(http.StatusUnauthorized)
	})
}

func TestTheSampleCountyComesOnRequestAndGoesWholly(t *testing.T) {
	t.Parallel()
	bothDatabases(t, func(t *testing.T, database string) {
		p, system, security, office := founded(t, database)
		security.Post("/sample", nil).Want(http.StatusForbidden)
		security.Request(http.MethodDelete, "/api/v1/sample?confirm=赤城县", nil).Want(http.StatusForbidden)
		system.Request(http.MethodDelete, "/api/v1/sample?confirm=赤城县", nil).Want(http.StatusNotFound)
		load := func() {
			system.Post("/sample", nil).Want(http.StatusAccepted)
			p.Services.Samples.Wait()
			if s := office.Get("/sample").Want(http.StatusOK).JSON(); s.Text("state") != "loaded" || s.Int("done") != s.Int("total") {
				t.Fatalf("the sample is not there: %v", s)
			}
		}
		load()
		system.Post("/sample", nil).Want(http.StatusConflict)
		if n := count(office, "projects"); n < 50 {
			t.Errorf("the sample has %d projects", n)
		}
		if d := done(office.Get("/onboarding").JSON()); d["units"] || d["import"] || d["lead"] {
			t.Errorf("the sample counts as the county's own: %v", d)
		}
		if posts := office.Get("/me").JSON().Items("posts"); len(posts) != 1 {
			t.Errorf("somebody of the county's own was given a post of the sample, who is called the same: %v", posts)
		}
		for _, x := range system.Get("/people?limit=100").JSON().Items("items") {
			if login := x.Text("login"); login != "" && login != "qinchuan" && login != "luoning" && login != "hewenjing" {
				t.Errorf("somebody of the sample may sign in: %s", login)
			}
		}
		own := office.Post("/leads", apptest.Doc{"company": "自家公司", "subject": "建厂", "channel": "self"}).Want(http.StatusCreated).JSON().ID("id")
		if fields := system.Request(http.MethodDelete, "/api/v1/sample?confirm=清河县", nil).Want(http.StatusUnprocessableEntity).
			Fields(); fields["confirm"] != "sample.confirm" {
			t.Errorf("another name is taken: %v", fields)
		}
		touched := office.Get("/projects?limit=1").JSON().Items("items")[0].ID("id")
		office.Post("/timeline", apptest.Doc{"subject_kind": "project", "subject_id": touched, "kind": "progress", "text": "改过"}).
			Want(http.StatusNoContent)
		if n := len(system.Get("/sample/changed").Want(http.StatusOK).JSON().Items("items")); n != 1 {
			t.Errorf("%d records are named as changed, want 1", n)
		}
		system.Request(http.MethodDelete, "/api/v1/sample?confirm=赤城县", nil).Want(http.StatusConflict)
		system.Request(http.MethodDelete, "/api/v1/sample?confirm=赤城县&force=true", nil).Want(http.StatusNoContent)
		bare(t, p, system, office)
		office.Get("/leads/" + string(own)).Want(http.StatusOK)
		office.Get("/projects/" + string(touched)).Want(http.StatusNotFound)
		// People have begun: no sample any more.
		if code := system.Post("/sample", nil).Want(http.StatusConflict).JSON().Text("code"); code != "sample.not_empty" {
			t.Errorf("refused by %s", code)
		}
	})
}

func TestASampleMayComeTwiceAndWhatPeopleBuildOnItStays(t *testing.T) {
	t.Parallel()
	bothDatabases(t, func(t *testing.T, database string) {
		p, system, _, office := founded(t, database)
		for range 2 {
			office.Post("/sample", nil).Want(http.StatusAccepted)
			p.Services.Samples.Wait()
			office.Request(http.MethodDelete, "/api/v1/sample?confirm=赤城县", nil).Want(http.StatusNoContent)
			bare(t, p, system, office)
		}
		office.Post("/sample", nil).Want(http.StatusAccepted)
		p.Services.Samples.Wait()
		unit, client := domain.ID(""), office.Get("/clients?limit=1").JSON().Items("items")[0]
		for _, u := range office.Get("/units").JSON().Items("items") {
			if u.Text("name") == "县水务局" {
				unit = u.ID("id")
			}
		}
		own := office.Post("/projects", apptest.Doc{"name": "自家项目", "responsible_unit_id": unit, "client_id": client.ID("id")}).
			Want(http.StatusCreated).JSON().ID("id")
		office.Request(http.MethodDelete, "/api/v1/sample?confirm=赤城县", nil).Want(http.StatusConflict)
		office.Request(http.MethodDelete, "/api/v1/sample?confirm=赤城县&force=true", nil).Want(http.StatusNoContent)
		kept := office.Get("/projects/" + string(own)).Want(http.StatusOK).JSON()
		if kept.Text("responsible_unit") != "县水务局" || kept.Text("client_name") != client.Text("name") {
			t.Errorf("the own project lost its unit or client: %v", kept)
		}
		if n := count(office, "projects"); n != 1 {
			t.Errorf("%d projects are left, want the own one", n)
		}
	})
}

func TestALoadingWhoseProcessEndedIsTakenBack(t *testing.T) {
	t.Parallel()
	bothDatabases(t, func(t *testing.T, database string) {
		p, system, _, office := founded(t, database)
		ctx, samples, store := context.Background(), p.Services.Samples, intakestore.NewSampleStore(p.DB)
		claim := intake.Sample{Run: domain.UUIDs{}.New(), State: intake.SampleLoading, County: "赤城县", HeartbeatAt: p.Clock.Now()}
		if err := p.DB.Do(ctx, func(ctx context.Context) error { _, err := store.ClaimSample(ctx, claim); return err }); err != nil {
			t.Fatal(err)
		}
		lead := office.Post("/leads", apptest.Doc{"company": "半途公司", "subject": "建厂", "channel": "self"}).JSON().ID("id")
		if err := p.DB.Do(ctx, func(ctx context.Context) error {
			return store.AddSampleRow(ctx, intake.SampleRow{Subject: domain.Ref{Kind: "lead", ID: lead}, Title: "半途"})
		}); err != nil {
			t.Fatal(err)
		}
		if err := samples.Recover(ctx); err != nil || office.Get("/sample").JSON().Text("state") != "loading" {
			t.Errorf("a loading that lives is given up: %v", err)
		}
		p.Clock.Set("2026-11-26")
		office.Return("First-2026-pass")
		system.Return("First-2026-pass")
		if err := samples.Recover(ctx); err != nil || office.Get("/sample").JSON().Text("state") != "" {
			t.Errorf("a loading that ended stays: %v", err)
		}
		bare(t, p, system, office)
	})
}

// bare fails unless nothing of a sample is to be seen.
func bare(t *testing.T, p *apptest.Product, system, office *apptest.Person) {
	t.Helper()
	for _, kind := range []string{"projects", "clients", "enterprises", "visits"} {
		if n := count(office, kind); n != 0 {
			t.Errorf("%d %s are left", n, kind)
		}
	}
	if n := len(system.Get("/units").JSON().Items("items")); n != 1 {
		t.Errorf("%d units are left, want the county", n)
	}
	if n := len(system.Get("/people?limit=100").JSON().Items("items")); n != 3 {
		t.Errorf("%d people are left, want 3", n)
	}
	for _, word := range []string{"飞行小镇", "马骏"} {
		if hits := office.Get("/search?q=" + word + "&kind=project&kind=person").JSON().Items("items"); len(hits) > 0 {
			t.Errorf("the search still finds %s", word)
		}
	}
	for _, list := range []string{"/views?list=projects", "/suspicions"} {
		if rows := office.Get(list).Want(http.StatusOK).JSON().Items("items"); len(rows) > 0 {
			t.Errorf("%s still has %d", list, len(rows))
		}
	}
	if c := office.Get("/reports/cockpit").Want(http.StatusOK).JSON(); len(c.Items("units")) > 0 || len(c.Items("concerns")) > 0 {
		t.Errorf("the cockpit still speaks of the sample: %v", c.Items("units"))
	}
}

func count(who *apptest.Person, list string) int {
	return len(who.Get("/" + list + "?limit=100").Want(http.StatusOK).JSON().Items("items"))
}
