package api_test

import (
	"context"
	"net/http"
	"testing"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/internal/apptest"
)

func TestADismissedPersonLosesTheRightsAtOnce(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		security := p.Appoint(org.SecurityAdmin, "赤城县")
		office.Get("/projects").Want(http.StatusOK)
		person := security.Get("/people/" + string(office.ID)).Want(http.StatusOK).JSON()
		post := person.Items("posts")[0]
		security.Put("/posts/"+post.Text("id")+"/end", post.Int("version"), apptest.Doc{"to_on": apptest.Day}).Want(http.StatusOK)
		p.Clock.Set("2026-09-27")
		office.SignInAgain()
		office.Get("/projects").Want(http.StatusForbidden)
	})
}

func TestTheThreeAdministratorsExcludeEachOtherAndSeeNoBusiness(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		system, security, audit := p.Appoint(org.SystemAdmin, "赤城县"), p.Appoint(org.SecurityAdmin, "赤城县"), p.Appoint(org.AuditAdmin, "赤城县")
		for _, who := range []*apptest.Person{system, security, audit} {
			for _, path := range []string{"/projects", "/clients", "/enterprises", "/leads", "/visits", "/reports/funnel", "/exports/projects"} {
				who.Get(path).Want(http.StatusForbidden)
			}
		}
		unit := p.Units["赤城县"].ID
		second := security.Post("/people/"+string(system.ID)+"/posts", apptest.Doc{"unit_id": unit, "role": "audit_admin"}).
			Want(http.StatusUnprocessableEntity)
		if code := second.Fields()["role"]; code != "post.administrator_alone" {
			t.Errorf("code %q", code)
		}
		made := system.Post("/people", apptest.Doc{"name": "新人", "login": "xinren", "password": "Brand-New-1"}).Want(http.StatusCreated).JSON()
		system.Post("/people/"+made.Text("id")+"/posts", apptest.Doc{"unit_id": unit, "role": "office_admin"}).Want(http.StatusForbidden)
		security.Post("/people/"+made.Text("id")+"/posts", apptest.Doc{"unit_id": unit, "role": "office_admin"}).Want(http.StatusCreated)
	})
}

func TestTheAuditAdministratorSeesThatBusinessChangedButNotWhat(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, audit := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.AuditAdmin, "赤城县")
		office.Post("/clients", apptest.Doc{"name": "秘密客商有限公司"}).Want(http.StatusCreated)
		rows := audit.Get("/audit?action=client.create").Want(http.StatusOK)
		entry := rows.JSON().Items("items")[0]
		if entry.Text("title") != "" || len(entry.In("changes")) == 0 {
			t.Errorf("entry %v", entry)
		}
		for _, secret := range []string{"秘密客商", "passw"} {
			if bytesContain(rows.Body, secret) {
				t.Errorf("the audit shows %s", secret)
			}
		}
	})
}

func TestTheAuditCannotBeChanged(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		project := office.Post("/projects", apptest.Doc{"name": "水务项目", "responsible_unit_id": p.Units["县水务局"].ID}).Want(http.StatusCreated).
			JSON()
		office.Post("/projects/"+project.Text("id")+"/stage-events",
			apptest.Doc{"code": "SUSPENDED", "occurred_on": apptest.Day, "reason": "等地", "review_on": "2026-12-01"}, "If-Match",
			version(project.Int("version"))).Want(http.StatusCreated)
		for _, statement := range []string{"UPDATE audit SET action = 'x'", "DELETE FROM audit", "UPDATE stage_events SET note = 'x'",
			"DELETE FROM stage_events"} {
			if err := p.DB.Exec(context.Background(), statement); err == nil {
				t.Errorf("%s: went through", statement)
			}
		}
	})
}

func TestWhatIsOutOfScopeIsNotFoundInEveryList(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		own, stranger := p.Appoint(org.UnitClerk, "县水务局"), p.Appoint(org.UnitClerk, "县文旅局")
		leader := p.Appoint(org.CountyLeader, "赤城县")
		water := p.Units["县水务局"].ID
		project := office.Post("/projects", apptest.Doc{"name": "水务项目", "responsible_unit_id": water, "attracting_unit_id": water,
			"leader_ids": []domain.ID{leader.ID}}).Want(http.StatusCreated).JSON()
		lead := own.Post("/leads", apptest.Doc{"company": "甲公司", "subject": "水", "channel": "self"}).Want(http.StatusCreated).JSON()
		visit := own.Post("/visits", apptest.Doc{"way": "in", "on": apptest.Day, "company": "甲公司"}).Want(http.StatusCreated).JSON()
		for path, id := range map[string]string{"/projects": project.Text("id"), "/leads": lead.Text("id"), "/visits": visit.Text("id")} {
			if n := own.Get(path).Want(http.StatusOK).JSON().Int("count"); n != 1 {
				t.Errorf("%s: the own unit sees %d rows, want 1", path, n)
			}
			if n := stranger.Get(path).Want(http.StatusOK).JSON().Int("count"); n != 0 {
				t.Errorf("%s: another unit sees %d rows, want none", path, n)
			}
			stranger.Get(path + "/" + id).Want(http.StatusNotFound)
		}
		if n := leader.Get("/projects").Want(http.StatusOK).JSON().Int("count"); n != 1 {
			t.Errorf("the leader sees %d of the own projects, want 1", n)
		}
		stranger.Post("/visits", apptest.Doc{"way": "in", "on": apptest.Day, "company": "甲", "project_ids": []string{project.Text("id")}}).
			Want(http.StatusUnprocessableEntity)
		if hits := stranger.Get("/search?q=水务").Want(http.StatusOK).JSON().Items("items"); len(hits) != 0 {
			t.Errorf("search leaks %v", hits)
		}
		stranger.Get("/timeline?subject_kind=project&subject_id=" + project.Text("id")).Want(http.StatusNotFound)
		stranger.Get("/attachments?subject_kind=project&subject_id=" + project.Text("id")).Want(http.StatusNotFound)
	})
}
