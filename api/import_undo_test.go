package api_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

func TestAnUndoIsRefusedWhereRowsWereChangedAndNamesThem(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		path := opened(t, office, "客商.csv", "客商名称,企业性质,来源地\n甲公司,民企,北京\n乙公司,央企,天津\n")
		write(p, office, path, false)
		list := office.Get("/clients").Want(http.StatusOK).JSON().Items("items")
		client := office.Get("/clients/" + list[0].Text("id")).Want(http.StatusOK).JSON()
		office.Post("/timeline", apptest.Doc{"subject_kind": "client", "subject_id": client.ID("id"), "kind": "progress", "text": "去过一趟"}).
			Want(http.StatusNoContent)
		refused := undo(office, path).Want(http.StatusConflict)
		if refused.JSON().Text("code") != "import.changed_since" || len(refused.Fields()) != 1 ||
			!strings.Contains(string(refused.Body), client.Text("name")) {
			t.Errorf("refusal: %s", refused.Body)
		}
		second := office.Get("/clients/" + list[1].Text("id")).Want(http.StatusOK).JSON()
		office.Put("/clients/"+second.Text("id"), second.Int("version"), apptest.Doc{"name": second.Text("name"), "terms": "要标准厂房"}).
			Want(http.StatusOK)
		if refused := undo(office, path).Want(http.StatusConflict); len(refused.Fields()) != 2 {
			t.Errorf("after a change of version: %s", refused.Body)
		}
		if n := office.Get("/clients").Want(http.StatusOK).JSON().Int("count"); n != 2 {
			t.Errorf("%d clients after a refused undo", n)
		}
		later := opened(t, office, "客商.csv", "客商名称,企业性质,来源地\n丙公司,民企,北京\n")
		write(p, office, later, false)
		p.Clock.Set("2026-10-27")
		office.SignInAgain()
		if code := undo(office, later).Want(http.StatusConflict).JSON().Text("code"); code != "import.too_late" {
			t.Errorf("after 31 days: %s", code)
		}
	})
}

func TestAnUpdateShowsWhatItChangesAndIsUndoneToWhatWas(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		const head = "项目名称,投资方,责任单位,总投资(万元),签约时间,开工时间,包联县领导\n"
		write(p, office, opened(t, office, "一.csv", head+"甲项目,甲公司,县水务局,12000,2026-03-05,,郭振华\n"), false)
		id := office.Get("/projects").JSON().Items("items")[0].Text("id")
		was := office.Get("/projects/" + id).Want(http.StatusOK).JSON()
		path := opened(t, office, "二.csv", head+"甲项目,甲公司,县水务局,15000,2026-03-05,2026-05-06,李秀芳\n")
		row := rowsOf(office, path, "二", "").Items("items")[0]
		changes := map[string]string{}
		for _, c := range row.Items("changes") {
			changes[c.Text("field")] = c.Text("before") + "→" + c.Text("after")
		}
		if row.Text("effect") != "updated" || changes["total_investment"] != "12000→15000" || changes["stage"] != "签约→开工" {
			t.Errorf("preview: %s %v", row.Text("effect"), changes)
		}
		if s := sheetsOf(office, path)["二"]; s.Int("known") != 1 || s.Int("fresh") != 0 {
			t.Errorf("known rows: %v", s)
		}
		if i := write(p, office, path, false); i.Int("updated") != 1 {
			t.Fatalf("written: %v", i)
		}
		if now := office.Get("/projects/" + id).JSON(); now.Int("total_investment") != 150_000_000 || now.Text("stage") != "STARTED" {
			t.Fatalf("updated: %v", now)
		}
		undo(office, path).Want(http.StatusOK)
		now := office.Get("/projects/" + id).Want(http.StatusOK).JSON()
		for _, field := range []string{"total_investment", "stage", "name", "started_on", "signed_on"} {
			if fmt.Sprint(now[field]) != fmt.Sprint(was[field]) {
				t.Errorf("%s after the undo: %v, was %v", field, now[field], was[field])
			}
		}
		present := func(d apptest.Doc) (out []string) {
			for _, l := range d.Items("leaders") {
				if l.Text("to_on") == "" {
					out = append(out, l.Text("person_id"))
				}
			}
			return out
		}
		if a, b := present(now), present(was); len(b) != 1 || fmt.Sprint(a) != fmt.Sprint(b) {
			t.Errorf("leaders after the undo: %v, were %v", a, b)
		}
	})
}
