package api_test

import (
	"net/http"
	"testing"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/internal/apptest"
)

func TestWhatIsLeftUntilAPlannedDayIsWorkingDaysInListAndDetailAlike(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		p.Clock.Set("2026-09-30")
		office.SignInAgain()
		water := p.Units["县水务局"].ID
		left := func(name string, more apptest.Doc) (list, detail any, id domain.ID) {
			t.Helper()
			id = newProject(office, name, more)
			row := office.Get("/projects?q=" + name).Want(http.StatusOK).JSON().Items("items")[0]
			return row["start_left"], office.Get("/projects/" + string(id)).Want(http.StatusOK).JSON().In("days_left")["STARTED"], id
		}
		// The National Day holidays are not worked: 2026-09-30 + 1 working day is 10-08.
		for name, c := range map[string]struct {
			start string
			want  any
		}{"节后开工": {"2026-10-08", 1.0}, "当天开工": {"2026-09-30", 0.0}, "已经晚了": {"2026-09-25", -3.0}, "没有计划": {"", nil}} {
			more := apptest.Doc{"responsible_unit_id": water}
			if c.start != "" {
				more["planned_start"] = c.start
			}
			if list, detail, _ := left(name, more); list != c.want || detail != c.want {
				t.Errorf("%s: the list says %v, the detail %v, want %v", name, list, detail, c.want)
			}
		}
		_, _, id := left("不做了的", apptest.Doc{"responsible_unit_id": water, "planned_start": "2026-09-01"})
		office.Post("/projects/"+string(id)+"/stage-events", apptest.Doc{"code": "LOST", "occurred_on": "2026-09-30", "reason": "investor"}, "If-Match", version(1)).Want(http.StatusCreated)
		if row := office.Get("/projects?q=不做了的").Want(http.StatusOK).JSON().Items("items")[0]; row["start_left"] != nil {
			t.Errorf("what is lost is still held to its day: %v", row)
		}
	})
}
