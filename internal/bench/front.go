package bench

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"time"

	"sangu/demo"
	"sangu/domain"
	"sangu/domain/org"
	"sangu/internal/app"
	"sangu/internal/pgtest"
	"sangu/repository/sqlkit"
)

// Front seeds both databases with n projects and half as many entries of money,
// folds them into the totals, and measures the leader's front page: as it stands,
// with a change only marked, and right after that change was folded in.
func Front(ctx context.Context, out io.Writer, n int) error {
	dir, err := os.MkdirTemp("", "sangu-front-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	cluster, err := pgtest.Start()
	if err != nil {
		return err
	}
	defer cluster.Stop()
	fmt.Fprintf(out, "%-12s %10s %10s %10s %28s %28s %28s\n", "", "projects", "seed s", "fold s", "still  p50   p95 ms",
		"marked  p50   p95 ms", "just folded  p50   p95 ms")
	for _, d := range []dialect{sqliteSeed(dir), postgresSeed(cluster.DSN)} {
		if err := front(ctx, out, d, n); err != nil {
			return fmt.Errorf("%s: %w", d.name, err)
		}
	}
	return nil
}

func front(ctx context.Context, out io.Writer, d dialect, n int) error {
	a, err := app.New(ctx, app.Options{Database: d.options, CheapPasswords: true})
	if err != nil {
		return err
	}
	defer a.Close()
	if _, err := a.LoadRoster(ctx, demo.Units); err != nil {
		return err
	}
	units, err := a.Services.Units.All(ctx)
	if err != nil {
		return err
	}
	token, err := office(ctx, a, units[0].ID)
	if err != nil {
		return err
	}
	began := time.Now()
	if err := d.seed(ctx, a, units, n); err != nil {
		return err
	}
	seeded := time.Since(began)
	began = time.Now()
	if err := a.Services.Totals.Update(ctx); err != nil {
		return err
	}
	folded := time.Since(began)
	c := caller{a.Handler, token}
	touch := func(i int) error {
		return a.DB.Exec(ctx, fmt.Sprintf("UPDATE projects SET total_investment = total_investment + 10000 WHERE code = 'F-%d'", i*7+1))
	}
	still, err := c.times(40, func(int) error { return nil })
	if err != nil {
		return err
	}
	marked, err := c.times(40, touch)
	if err != nil {
		return err
	}
	fresh, err := c.times(20, func(i int) error {
		if err := touch(i); err != nil {
			return err
		}
		return a.Services.Totals.Update(ctx)
	})
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%-12s %10d %10.1f %10.1f %28s %28s %28s\n", d.name, n, seeded.Seconds(), folded.Seconds(), still, marked, fresh)
	return nil
}

// caller asks for the front page as an office would.
type caller struct {
	handler http.Handler
	token   string
}

type quantiles struct{ p50, p95 time.Duration }

func (q quantiles) String() string { return fmt.Sprintf("%.1f  %.1f", ms(q.p50), ms(q.p95)) }

func (c caller) times(n int, before func(i int) error) (quantiles, error) {
	var all []time.Duration
	for i := range n {
		if err := before(i); err != nil {
			return quantiles{}, err
		}
		r := httptest.NewRequest(http.MethodGet, "/api/v1/reports/cockpit", nil)
		r.Header.Set("Authorization", "Bearer "+c.token)
		w := httptest.NewRecorder()
		began := time.Now()
		c.handler.ServeHTTP(w, r)
		all = append(all, time.Since(began))
		if w.Code != http.StatusOK {
			return quantiles{}, fmt.Errorf("status %d: %s", w.Code, w.Body)
		}
	}
	slices.Sort(all)
	return quantiles{all[n/2], all[n*95/100]}, nil
}

// office signs in a person who sees the whole county, for a program.
func office(ctx context.Context, a *app.App, unit domain.ID) (token string, err error) {
	system := domain.RunAs("system.bench", org.PersonManage, org.RoleGrant)
	person, err := a.Services.People.Add(ctx, system, org.NewPerson{Name: "Bench", Login: "bench", Password: "Seeded-2026-once"})
	if err != nil {
		return "", err
	}
	if _, err := a.Services.People.Appoint(ctx, system, org.NewPost{PersonID: person.ID, UnitID: unit, Role: org.OfficeAdmin}); err != nil {
		return "", err
	}
	_, token, err = a.Services.Sessions.IssueToken(ctx, domain.Actor{PersonID: person.ID}, "bench", 24*time.Hour)
	return token, err
}

// dialect says how one database writes what the seed needs.
type dialect struct {
	name    string
	options sqlkit.Options
	id      func(expr string) string
	instant func(expr string) string
	json    func(expr string) string
	numbers string
}

func sqliteSeed(dir string) dialect {
	plain := func(e string) string { return e }
	return dialect{name: "sqlite", options: sqlkit.Options{Dir: dir}, id: plain, instant: plain, json: plain,
		numbers: "WITH RECURSIVE s(g) AS (SELECT 1 UNION ALL SELECT g + 1 FROM s WHERE g < %d)"}
}

func postgresSeed(url string) dialect {
	return dialect{name: "postgres", options: sqlkit.Options{URL: url}, id: func(e string) string { return "CAST(" + e + " AS uuid)" },
		instant: func(e string) string { return "CAST(" + e + " AS timestamptz)" },
		json:    func(e string) string { return "CAST(" + e + " AS jsonb)" },
		numbers: "WITH s(g) AS (SELECT generate_series(1, %d))"}
}

// seed writes projects over twelve stages and 1500 days, a seventeenth of the
// signed ones ended, every 4000th on a list of key projects, and money on every
// second one.
func (d dialect) seed(ctx context.Context, a *app.App, units []org.Unit, n int) error {
	var days, places []string
	first := domain.MustDate("2022-06-01")
	for i := range 1700 {
		days = append(days, fmt.Sprintf("(%d, '%s')", i, first.AddDays(i)))
	}
	for i, u := range units[1:] {
		places = append(places, fmt.Sprintf("(%d, '%s')", i, u.ID))
	}
	named := func(prefix, g string) string {
		return d.id("'" + prefix + "' || substr('000000000000', 1 + length(CAST(" + g + " AS text))) || CAST(" + g + " AS text)")
	}
	rank, plus := "((CAST(s.g AS bigint) * 7919) % 12)", func(days string) string {
		return "(SELECT b.d FROM bench_days AS b WHERE b.n = ((CAST(s.g AS bigint) * 31) % 1400) + " + days + ")"
	}
	at := func(r int, on string) string {
		return fmt.Sprintf("CASE WHEN %s >= %d THEN %s END", rank, r, on)
	}
	start := plus("30 + s.g % 250")
	reached := fmt.Sprintf(`'{' || CASE WHEN %[1]s >= 2 THEN '"NEGOTIATING":"' || %[2]s || '"' ELSE '"LEAD":"' || %[2]s || '"' END ||
		CASE WHEN %[1]s >= 5 THEN ',"SIGNED":"' || %[3]s || '"' ELSE '' END || CASE WHEN %[1]s >= 8 THEN ',"STARTED":"' || %[4]s || '"'
		ELSE '' END || '}'`,
		rank, plus("0"), plus("20"), start)
	steps := []string{
		"CREATE TABLE bench_days (n integer PRIMARY KEY, d " + map[bool]string{true: "date", false: "text"}[d.name == "postgres"] + ")",
		"INSERT INTO bench_days (n, d) VALUES " + strings.Join(days, ", "),
		"CREATE TABLE bench_units (n integer PRIMARY KEY, id text)",
		"INSERT INTO bench_units (n, id) VALUES " + strings.Join(places, ", "),
		fmt.Sprintf(d.numbers, n) +
			` INSERT INTO projects (id, code, name, name_key, kind, industry, section, total_investment, key_levels, key_level,
				responsible_unit_id, channel, dossier, stage, stage_rank, status, reached,
				signed_on, started_on, ended_on, planned_start, planned_completion, signed_amount, signed_confirmed, created_at, updated_at, version)
			SELECT ` + named("00000000-0000-7000-8000-", "s.g") +
			`, 'F-' || CAST(s.g AS text), '项目' || CAST(s.g AS text), 'front' || CAST(s.g AS text), 'industry', '39', 'C', CAST(1000000 AS
				bigint) * (1 + (CAST(s.g AS bigint) * 37) % 5000), '[]', CASE WHEN s.g % 4000 = 0 THEN 'county' ELSE '' END,
				` + d.id("u.id") + `, 'leader', '{}',
				CASE ` + rank +
			` WHEN 0 THEN 'LEAD' WHEN 1 THEN 'QUALIFIED' WHEN 2 THEN 'NEGOTIATING' WHEN 3 THEN 'INTENT' WHEN 4 THEN 'REVIEWED' WHEN 5 THEN
				'SIGNED' WHEN 6 THEN 'REGISTERED' WHEN 7 THEN 'PERMITTING' WHEN 8 THEN 'STARTED' WHEN 9 THEN 'COMPLETED' WHEN 10 THEN
				'IN_PRODUCTION' ELSE 'FULL_CAPACITY' END,
				` + rank + `, CASE WHEN ` + rank + ` IN (5, 6, 7) AND s.g % 17 = 0 THEN 'terminated' ELSE 'active' END, ` + d.json(reached) + `,
				` + at(5, plus("20")) + `, ` + at(8, start) + `, CASE WHEN ` + rank + ` IN (5, 6, 7) AND s.g % 17 = 0 THEN ` +
			plus("60 + s.g % 200") + ` END, ` + plus("90") + `, ` + plus("299") + `,
				` + at(5, "CAST(1000000 AS bigint) * (1 + (CAST(s.g AS bigint) * 37) % 5000)") + `, s.g % 3 = 0, ` +
			d.instant("'2026-09-01 00:00:00+00:00'") + `, ` + d.instant("'2026-09-01 00:00:00+00:00'") + `, 1
			FROM s JOIN bench_units AS u ON u.n = s.g % ` + fmt.Sprint(len(places)),
		fmt.Sprintf(d.numbers, n/2) + ` INSERT INTO fund_entries (id, project_id, category, amount, paid_on, voucher, evidence, reported_at)
			SELECT ` + named("00000000-0000-7000-9000-", "s.g") + `, ` + named("00000000-0000-7000-8000-", "(2 * s.g)") +
			`, 'building', 100000 * (1 + s.g % 900), ` + plus("100") + `, 'V' || CAST(s.g AS text), '[]', ` +
			d.instant("'2026-09-01 00:00:00+00:00'") + ` FROM s`,
	}
	for _, s := range append(steps, "ANALYZE") {
		if err := a.DB.Exec(ctx, s); err != nil {
			return fmt.Errorf("seed: %w in %.90s", err, s)
		}
	}
	return nil
}
