package app_test

import (
	"context"
	"io"
	"maps"
	"net/http"
	"testing"

	"sangu/internal/apptest"
	"sangu/internal/pgtest"
)

// days are those on which the story is played: one right after the workbook's
// own, one in a later month, and one at the turn of a year.
func days() []string { return []string{"2026-09-27", "2026-11-25", "2027-01-04"} }

func TestTheDemonstrationCountyIsAlive(t *testing.T) {
	t.Parallel()
	for _, database := range pgtest.Databases(t) {
		for _, day := range days() {
			t.Run(database+" "+day, func(t *testing.T) {
				t.Parallel()
				p := apptest.Demo(t, database, day)
				for login, most := range map[string]int{"majun": 9, "gaolijuan": 9, "xuqiang": 9} {
					desk := p.SignIn(login, "Chicheng-2026").Get("/desk").Want(200).JSON()
					things := len(desk.Items("overdue")) + len(desk.Items("due")) + len(desk.Items("leads"))
					if things < 2 || things > most {
						t.Errorf("%s has %d things to do, want 2 to %d: %v", login, things, most, desk)
					}
				}
				if visits := p.SignIn("wanghaitao", "Chicheng-2026").Get("/visits?from=" + day).Want(200).JSON().Items("items"); len(visits) < 2 {
					t.Errorf("the leader has %d visits to come", len(visits))
				}
				cockpit := p.SignIn("chenzhiyuan", "Chicheng-2026").Get("/reports/cockpit").Want(200).JSON()
				if len(cockpit.Items("units")) < 5 || len(cockpit.In("concerns").Items("items")) < 4 {
					t.Errorf("the cockpit has %d units and %d concerns", len(cockpit.Items("units")), cockpit.In("concerns").Int("total"))
				}
				before := records(p)
				for kind, n := range before {
					if n == 0 {
						t.Errorf("the county has no %s", kind)
					}
				}
				if err := p.App.Demo(context.Background(), io.Discard); err != nil {
					t.Fatalf("a second start: %v", err)
				}
				if after := records(p); !maps.Equal(after, before) {
					t.Errorf("a second start makes it %v, before %v", after, before)
				}
			})
		}
	}
}

// records counts what each library holds, as the office sees it.
func records(p *apptest.Product) map[string]int {
	office := p.SignIn("hewenjing", "Chicheng-2026")
	counts := map[string]int{}
	for _, kind := range []string{"projects", "clients", "enterprises", "leads", "visits"} {
		counts[kind] = office.Get("/" + kind + "?limit=1&exact_count=true").Want(http.StatusOK).JSON().Int("count")
	}
	return counts
}
