package api_test

import (
	"context"
	"net/http"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

// The rules of 华亭 2017 are a sequence: a reminder that is not heeded becomes a
// warning the next month, and then red. What was shown each month is kept, so the
// sequence goes on, is the same in list and report, and can be read as of a day.
func TestALightThatIsNotHeededGoesOnToTheNextOfItsSequence(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		p.Clock.Set("2026-01-05")
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		silent := func(colour, after string) apptest.Doc {
			return apptest.Doc{"colour": colour, "reason": "久未更新", "when": []apptest.Doc{
				{"measure": "days_silent", "op": ">", "value": 10, "running": 0, "after": ""},
				{"measure": "", "op": "", "value": 0, "running": 0, "after": after}}}
		}
		blue := apptest.Doc{"colour": "blue", "reason": "久未更新",
			"when": []apptest.Doc{{"measure": "days_silent", "op": ">", "value": 10, "running": 0, "after": ""}}}
		rules := apptest.Doc{"name": "华亭 2017", "steps": []apptest.Doc{silent("red", "red"), silent("red", "yellow"), silent("yellow", "blue"),
			blue}}
		setOver(office, "/colour-rules", rules).Want(http.StatusOK)
		id := office.Post("/projects", apptest.Doc{"name": "没人管的项目", "responsible_unit_id": p.Units["县水务局"].ID}).Want(http.StatusCreated).
			JSON().Text("id")
		colour := func(more string) string {
			t.Helper()
			items := office.Get("/reports/lights?id=" + id + more).Want(http.StatusOK).JSON().Items("items")
			if len(items) != 1 {
				t.Fatalf("lights of the project: %v", items)
			}
			return items[0].Text("colour")
		}
		for _, day := range []struct{ on, want string }{{"2026-01-08", "green"}, {"2026-01-31", "blue"}, {"2026-02-10", "yellow"},
			{"2026-02-28", "yellow"}, {"2026-03-03", "red"}, {"2026-04-30", "red"}} {
			p.Clock.Set(day.on)
			office.SignInAgain()
			for _, kept := range []bool{false, true} {
				if kept {
					if err := p.Services.Totals.Update(context.Background()); err != nil {
						t.Fatal(err)
					}
				}
				if got := colour(""); got != day.want {
					t.Errorf("%s (kept %v): %s in the report, want %s", day.on, kept, got, day.want)
				}
				if got := office.Get("/projects").Want(http.StatusOK).JSON().Items("items")[0].Text("light"); got != day.want {
					t.Errorf("%s (kept %v): %s in the list, want %s", day.on, kept, got, day.want)
				}
			}
		}
		if got := colour("&as_of=2026-02-20&effective=2026-02-20"); got != "yellow" {
			t.Errorf("as known on 20 February it is %s, want yellow", got)
		}
		v := office.Get("/projects/" + id).JSON().Int("version")
		office.Put("/projects/"+id, v, apptest.Doc{"name": "有人管的项目", "responsible_unit_id": p.Units["县水务局"].ID}).Want(http.StatusOK)
		if got := colour(""); got != "green" {
			t.Errorf("once somebody did something it is %s, want green", got)
		}
	})
}

// A condition may have to hold for months running, of what no fact tells for the
// months before: it is what was measured then.
func TestAConditionHoldsForMonthsRunningByWhatWasMeasuredThen(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		p.Clock.Set("2026-01-05")
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		rules := apptest.Doc{"name": "连续三个月", "steps": []apptest.Doc{{"colour": "red", "reason": "三个月没有动静",
			"when": []apptest.Doc{{"measure": "days_silent", "op": ">", "value": 10, "running": 3, "after": ""}}}}}
		setOver(office, "/colour-rules", rules).Want(http.StatusOK)
		id := office.Post("/projects", apptest.Doc{"name": "项目", "responsible_unit_id": p.Units["县水务局"].ID}).Want(http.StatusCreated).JSON().
			Text("id")
		for _, month := range []struct{ end, want string }{{"2026-01-31", "green"}, {"2026-02-28", "green"}, {"2026-03-31", "red"}} {
			p.Clock.Set(month.end)
			office.SignInAgain()
			if err := p.Services.Totals.Update(context.Background()); err != nil {
				t.Fatal(err)
			}
			if got := office.Get("/reports/lights?id=" + id).Want(http.StatusOK).JSON().Items("items")[0].Text("colour"); got != month.want {
				t.Errorf("%s: %s, want %s", month.end, got, month.want)
			}
		}
	})
}
