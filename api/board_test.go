package api_test

import (
	"fmt"
	"net/http"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

// lanes gives the board's lanes by stage.
func lanes(who *apptest.Person, query string) map[string]apptest.Doc {
	out := map[string]apptest.Doc{}
	for _, l := range who.Get("/projects/board" + query).Want(http.StatusOK).JSON().Items("lanes") {
		out[l.Text("stage")] = l
	}
	return out
}

func TestTheBoardCountsAndSumsEachStageOfAFilterAndPagesOnAsTheListDoes(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		unit := p.Units["县水务局"].ID
		add := func(body apptest.Doc) apptest.Doc {
			body["responsible_unit_id"] = unit
			return office.Post("/projects", body).Want(http.StatusCreated).JSON()
		}
		lead := func(project apptest.Doc) {
			office.Post("/projects/"+project.Text("id")+"/stage-events", apptest.Doc{"code": "LEAD", "occurred_on": apptest.Day}, "If-Match",
				`"1"`).Want(http.StatusCreated)
		}
		for i := range 5 {
			lead(add(apptest.Doc{"name": fmt.Sprintf("看板%d", i), "kind": "industry", "total_investment": 100_000_000}))
		}
		lead(add(apptest.Doc{"name": "看板外币", "kind": "industry", "total_investment": 10_000_000, "currency": "USD", "rate": 7.1234}))
		lead(add(apptest.Doc{"name": "看板旅游", "kind": "tourism", "total_investment": 700_000_000}))
		add(apptest.Doc{"name": "看板未定", "kind": "industry"})

		board := lanes(office, "?limit=4&kind=industry&sort=-name")
		if len(board) != 13 {
			t.Errorf("%d lanes, want twelve stages and the one before them", len(board))
		}
		l := board["LEAD"]
		if l.Int("count") != 6 || l.Int("total") != 571_234_000 || len(l.Items("items")) != 4 {
			t.Errorf("LEAD: %d projects, %d 元, %d cards, want 6, 571234000, 4", l.Int("count"), l.Int("total"), len(l.Items("items")))
		}
		if none := board["NONE"]; none.Int("count") != 1 || none.Int("total") != 0 {
			t.Errorf("without a stage: %v", none)
		}
		if signed := board["SIGNED"]; signed.Int("count") != 0 || signed.Text("next") != "" {
			t.Errorf("SIGNED: %v", signed)
		}
		seen := map[string]bool{}
		for _, x := range l.Items("items") {
			seen[x.Text("id")] = true
		}
		rest := office.Get("/projects?stage=LEAD&kind=industry&sort=-name&cursor=" + l.Text("next")).Want(http.StatusOK).JSON()
		for _, x := range rest.Items("items") {
			seen[x.Text("id")] = true
		}
		if len(rest.Items("items")) != 2 || len(seen) != 6 {
			t.Errorf("the list went on with %d rows to %d in all, want 2 and 6", len(rest.Items("items")), len(seen))
		}
		if n := office.Get("/projects?stage=NONE").Want(http.StatusOK).JSON().Int("count"); n != 1 {
			t.Errorf("the list of stage NONE has %d rows, want 1", n)
		}
	})
}

func TestTheBoardShowsNoProjectsOutOfScope(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, stranger := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.Officer, "县文旅局")
		office.Post("/projects", apptest.Doc{"name": "丙项目", "responsible_unit_id": p.Units["县水务局"].ID, "total_investment": 5}).
			Want(http.StatusCreated)
		if l := lanes(office, "")["NONE"]; l.Int("count") != 1 || l.Int("total") != 5 {
			t.Errorf("the office sees %v", l)
		}
		if l := lanes(stranger, "")["NONE"]; l.Int("count") != 0 || l.Int("total") != 0 || len(l.Items("items")) != 0 {
			t.Errorf("an officer of another unit sees %v", l)
		}
		p.Appoint(org.AuditAdmin, "赤城县").Get("/projects/board").Want(http.StatusForbidden)
		p.Nobody().Get("/projects/board").Want(http.StatusUnauthorized)
		if fields := office.Get("/projects/board?limit=500&colour=red").Want(http.StatusUnprocessableEntity).
			Fields(); fields["limit"] == "" || fields["colour"] != "input.unknown" {
			t.Errorf("bad input named %v", fields)
		}
	})
}

func TestWhatIsMissingCanBeAskedForAnyStage(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		project := office.Post("/projects", apptest.Doc{"name": "丙项目", "responsible_unit_id": p.Units["县水务局"].ID}).Want(http.StatusCreated).JSON()
		path := "/projects/" + project.Text("id") + "/stage-events"
		if next := office.Get(path).Want(http.StatusOK).JSON(); next.Text("next") != "LEAD" || len(next.Items("needs")) != 0 {
			t.Errorf("next is %v", next)
		}
		asked := office.Get(path + "?toward=SIGNED").Want(http.StatusOK).JSON()
		refused := office.Post(path, apptest.Doc{"code": "SIGNED", "occurred_on": apptest.Day}, "If-Match", `"1"`).
			Want(http.StatusUnprocessableEntity)
		if asked.Text("next") != "SIGNED" || len(asked.Items("needs")) != len(refused.Fields()) {
			t.Errorf("asked for SIGNED: %v; refused: %v", asked, refused.Fields())
		}
	})
}
