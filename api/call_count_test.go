package api_test

import (
	"net/http"
	"testing"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/internal/apptest"
)

// TestEveryPlaceCountsTheSameCalls holds the client's page, its list, the list of
// visits, the desk and the gate to one definition: visits that name the client,
// its project, the lead that became both, or all of them count, and each once.
func TestEveryPlaceCountsTheSameCalls(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, leader := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.CountyLeader, "赤城县")
		called := func(links apptest.Doc) {
			body := apptest.Doc{"way": "out", "on": apptest.Day, "company": "绿森板业", "leader_id": leader.ID}
			for name, ids := range links {
				body[name] = ids
			}
			v := office.Post("/visits", body).Want(http.StatusCreated).JSON()
			office.Post("/visits/"+v.Text("id")+"/complete", apptest.Doc{"outcome": "none", "summary": "谈过"}, "If-Match", version(1)).
				Want(http.StatusOK)
		}
		lead := office.Post("/leads", apptest.Doc{"company": "绿森板业", "subject": "板材", "channel": "self"}).Want(http.StatusCreated).JSON()
		called(apptest.Doc{"lead_ids": []domain.ID{lead.ID("id")}})
		lead = office.Post("/leads/"+lead.Text("id")+"/convert", apptest.Doc{"kind": "industry"}, "If-Match", version(1)).
			Want(http.StatusOK).JSON()
		project, client := lead.ID("project_id"), lead.ID("client_id")
		agree := func(want int) {
			t.Helper()
			if n := office.Get("/clients/" + string(client)).JSON().Int("calls"); n != want {
				t.Errorf("the client's page counts %d calls, want %d", n, want)
			}
			if n := office.Get("/clients").JSON().Items("items")[0].Int("calls"); n != want {
				t.Errorf("the list of clients counts %d calls, want %d", n, want)
			}
			for _, v := range office.Get("/visits").JSON().Items("items") {
				if v.Int("calls") != want {
					t.Errorf("the list of visits counts %d calls, want %d", v.Int("calls"), want)
				}
			}
			for _, v := range leader.Get("/desk").JSON().Items("visits") {
				if v.Int("call") != want {
					t.Errorf("the desk counts %d calls, want %d", v.Int("call"), want)
				}
			}
			of := office.Get("/visits?subject_kind=client&subject_id=" + string(client)).Want(http.StatusOK).JSON().Items("items")
			if len(of) != want {
				t.Errorf("the client's page lists %d visits, want %d", len(of), want)
			}
		}
		agree(1)
		refused := office.Post("/projects/"+string(project)+"/stage-events", apptest.Doc{"code": "INTENT", "occurred_on": apptest.Day},
			"If-Match", version(office.Get("/projects/"+string(project)).JSON().Int("version"))).Fields()
		if refused["evidence.intent_letter"] == "" || refused["visit"] != "" {
			t.Errorf("the gate does not see the lead's visit: %v", refused)
		}
		called(apptest.Doc{"project_ids": []domain.ID{project}})
		agree(2)
		called(apptest.Doc{"client_ids": []domain.ID{client}})
		agree(3)
		called(apptest.Doc{"lead_ids": []domain.ID{lead.ID("id")}, "project_ids": []domain.ID{project}, "client_ids": []domain.ID{client}})
		agree(4)
		of := office.Get("/visits?subject_kind=project&subject_id=" + string(project)).Want(http.StatusOK).JSON().Items("items")
		if len(of) != 3 {
			t.Errorf("the project lists %d visits, want the lead's, its own, and the one of all", len(of))
		}
	})
}
