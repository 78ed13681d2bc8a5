package api_test

import (
	"net/http"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

// The office's own rules hold for the next light, which says its reason in the
// office's words; what nobody knows is grey and says what is not known; a light
// without a reason is no rule.
func TestEveryLightSaysItsReasonByTheOfficesOwnRules(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, officer := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.Officer, "县商务局")
		openGates(office)
		unit := p.Units["县水务局"].ID
		late := reached(office, apptest.Doc{"name": "晚了", "responsible_unit_id": unit, "planned_start": "2026-05-01"}, "SIGNED 2026-01-10")
		undated := reached(office, apptest.Doc{"name": "没定日子", "responsible_unit_id": unit}, "SIGNED 2026-01-10")
		step := func(colour, reason, measure, op string, value, running int) apptest.Doc {
			return apptest.Doc{"colour": colour, "reason": reason,
				"when": []apptest.Doc{{"measure": measure, "op": op, "value": value, "running": running, "after": ""}}}
		}
		yinchuan := apptest.Doc{"name": "银川 2025", "steps": []apptest.Doc{
			step("red", "连续三个月未按期开工", "start_overdue_months", ">", 0, 3), step("yellow", "本月应开未开", "start_overdue_months", ">", 0, 0)}}
		officer.Put("/colour-rules", 1, yinchuan).Want(http.StatusForbidden)
		wrong := apptest.Doc{"name": "", "steps": []apptest.Doc{step("red", " ", "start_overdue_months", ">", 0, 0),
			step("pink", "x", "weather", "~", 0, 0)}}
		if bad := setOver(office, "/colour-rules", wrong).Want(http.StatusUnprocessableEntity).
			Fields(); bad["name"] == "" || bad["steps[1].colour"] == "" {
			t.Errorf("wrong rules are refused with %v", bad)
		}
		wrong = apptest.Doc{"name": "x", "steps": []apptest.Doc{step("red", " ", "weather", "~", 0, 0)}}
		if bad := setOver(office, "/colour-rules", wrong).Want(http.StatusUnprocessableEntity).
			Fields(); bad["steps[0].reason"] != "input.required" || bad["steps[0].when[0].measure"] != "input.enum" ||
			bad["steps[0].when[0].op"] != "input.enum" {
			t.Errorf("wrong rules are refused with %v", bad)
		}
		light := func(id string) apptest.Doc {
			t.Helper()
			return office.Get("/reports/lights?id=" + id).Want(http.StatusOK).JSON().Items("items")[0]
		}
		setOver(office, "/colour-rules", yinchuan).Want(http.StatusOK)
		if l := light(late); l.Text("colour") != "red" || l.Text("reason") != "连续三个月未按期开工" {
			t.Errorf("four months late: %s, %s", l.Text("colour"), l.Text("reason"))
		}
		if l := light(undated); l.Text("colour") != "none" || len(l["unknown"].([]any)) != 1 ||
			l["unknown"].([]any)[0] != "start_overdue_months" {
			t.Errorf("without a day to start: %s, not known %v", l.Text("colour"), l["unknown"])
		}
		// What nothing feeds yet is told as such, and is grey.
		setOver(office, "/colour-rules", apptest.Doc{"name": "天津", "steps": []apptest.Doc{step("red", "负增长", "growth_percent", "<", 0, 0)}}).
			Want(http.StatusOK)
		if l := light(late); l.Text("colour") != "none" {
			t.Errorf("growth is not measured, and the light is %s", l.Text("colour"))
		}
		if unfed := office.Get("/colour-rules").JSON()["unfed"].([]any); len(unfed) != 3 {
			t.Errorf("not fed are %v", unfed)
		}
	})
}
