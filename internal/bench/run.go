package bench

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"sangu/demo"
	"sangu/internal/app"
	"sangu/internal/pgtest"
	librarystore "sangu/repository/library"
	"sangu/repository/sqlkit"
)

// op is one operation to measure.
type op struct {
	name    string
	method  string
	path    func(i int) string
	body    func(i int) string
	times   int
	pgbench string // the same for pgbench, or empty
	match   bool   // sends If-Match
}

// target is a server under test.
type target struct {
	name, base, token string
	pid               int
}

// Result is what one operation cost on one target.
type result struct {
	cpu, postgres float64 // ms a request
	p50, p95      time.Duration
}

// Child serves one target on a port of its own and prints its address: the
// bench starts it as a process so that its CPU can be told apart.
func Child(ctx context.Context, kind, url string) error {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	var h http.Handler
	if kind == "bare" {
		pool, err := pgxpool.New(ctx, url)
		if err != nil {
			return err
		}
		h = bare(pool)
	} else {
		a, err := app.New(ctx, app.Options{Database: sqlkit.Options{URL: url}})
		if err != nil {
			return err
		}
		h = a.Handler
	}
	fmt.Println(l.Addr())
	server := &http.Server{Handler: h, ReadHeaderTimeout: time.Minute}
	return server.Serve(l)
}

// Run seeds a throwaway PostgreSQL, measures every operation on both targets
// and with pgbench, and prints the table.
func Run(ctx context.Context, out io.Writer, n Size) error {
	cluster, err := pgtest.Start()
	if err != nil {
		return err
	}
	defer cluster.Stop()
	began := time.Now()
	token, err := prepare(ctx, cluster.DSN, n)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "seeded %d projects, %d clients, %d enterprises, %d visits, %d stage events in %.0f s\n", n.Projects, n.Clients,
		n.Enterprises, n.Visits, n.Events, time.Since(began).Seconds())
	ops, err := operations(ctx, cluster.DSN)
	if err != nil {
		return err
	}
	targets := []*target{{name: "sangu", token: token}, {name: "bare"}}
	for _, t := range targets {
		stop, err := t.start(ctx, cluster.DSN)
		if err != nil {
			return err
		}
		defer stop()
	}
	fmt.Fprintf(out, "%-22s %34s %34s %8s %10s\n", "", "sangu  cpu + db ms   p50    p95 ms", "bare   cpu + db ms   p50    p95 ms", "cpu ×",
		"pgbench ms")
	for _, o := range ops {
		var got []result
		for _, t := range targets {
			r, err := t.measure(o, cluster)
			if err != nil {
				return fmt.Errorf("%s on %s: %w", o.name, t.name, err)
			}
			got = append(got, r)
		}
		line := fmt.Sprintf("%-22s", o.name)
		for _, r := range got {
			line += fmt.Sprintf(" %12.2f + %6.2f %6.2f %6.2f", r.cpu, r.postgres, ms(r.p50), ms(r.p95))
		}
		fmt.Fprintf(out, "%s %8.2f %10s\n", line, got[0].cpu/got[1].cpu, pgbench(cluster, o))
	}
	fmt.Fprintln(out, "one client, one after another; cpu is the server's process, db PostgreSQL's; both share this machine and its noise: "+
		"read the ratios.")
	return nil
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// prepare migrates, loads the county, signs somebody in and seeds.
func prepare(ctx context.Context, url string, n Size) (token string, err error) {
	a, err := app.New(ctx, app.Options{Database: sqlkit.Options{URL: url}, CheapPasswords: true})
	if err != nil {
		return "", err
	}
	defer a.Close()
	if _, err := a.LoadRoster(ctx, demo.Units); err != nil {
		return "", err
	}
	units, err := a.Services.Units.All(ctx)
	if err != nil {
		return "", err
	}
	if token, err = office(ctx, a, units[0].ID); err != nil {
		return "", err
	}
	pool, err := pgxpool.New(ctx, url)
	if err != nil {
		return "", err
	}
	defer pool.Close()
	return token, seed(ctx, pool, n)
}

func operations(ctx context.Context, url string) ([]op, error) {
	pool, err := pgxpool.New(ctx, url)
	if err != nil {
		return nil, err
	}
	defer pool.Close()
	var ids, units []string
	if err := pool.QueryRow(ctx,
		"SELECT array_agg(id::text) FROM (SELECT id FROM bench_project ORDER BY g * 7919 % 100003 LIMIT 4000) AS x").Scan(&ids); err != nil {
		return nil, err
	}
	if err := pool.QueryRow(ctx, "SELECT array_agg(DISTINCT responsible_unit_id::text) FROM projects WHERE code LIKE 'B-%'").
		Scan(&units); err != nil {
		return nil, err
	}
	words := []string{"新能", "环保", "恒瑞", "物流", "绿森", "京津", "电子", "矿业"}
	stage := func(i int) string { return []string{"SIGNED", "INTENT", "STARTED"}[i%3] }
	none := func(int) string { return "" }
	fixed := func(p string) func(int) string { return func(int) string { return p } }
	lit := func(s string) string { return "'" + s + "'" }
	bind := func(sql string, args ...string) string {
		for i, a := range args {
			sql = strings.ReplaceAll(sql, fmt.Sprintf("$%d", i+1), a)
		}
		return sql + ";\n"
	}
	grams := "'{" + strings.Trim(strings.ReplaceAll(fmt.Sprint(librarystore.SearchTokens("恒瑞")), " ", ","), "[]") + "}'"
	return []op{
		{name: "one project", method: "GET", path: func(i int) string { return "/api/v1/projects/" + ids[i%2000] }, body: none, times: 600,
			pgbench: bind(sqlOne, lit(ids[0])), match: false},
		{name: "filtered list of 50", method: "GET", path: func(i int) string {
			return "/api/v1/projects?sort=-total_investment&limit=50&unit_id=" + units[i%len(units)] + "&stage=" + stage(i)
		}, body: none, times: 200, pgbench: bind(sqlList, lit(units[0]), lit("SIGNED")) + bind(sqlCount, lit(units[0]), lit("SIGNED")),
			match: false},
		{name: "two-character search", method: "GET", path: func(i int) string {
			return "/api/v1/search?kind=project&limit=20&q=" +
				words[i%len(words)]
		}, body: none, times: 100, pgbench: bind(sqlSearch, grams, lit("恒瑞")), match: false},
		{name: "funnel", method: "GET", path: fixed("/api/v1/reports/funnel"), body: none, times: 20, pgbench: bind(sqlFunnel), match: false},
		{name: "conversion", method: "GET", path: fixed("/api/v1/reports/conversion"), body: none, times: 20,
			pgbench: bind(sqlSigned) + bind(sqlWait), match: false},
		{name: "visit created", method: "POST", path: fixed("/api/v1/visits"), body: func(i int) string {
			return fmt.Sprintf(`{"way":"out","on":"2026-09-26","company":"百龙体育旅游 %d"}`, i)
		}, times: 300, pgbench: bind(sqlVisit, "gen_random_uuid()", lit("x")), match: false},
		{name: "stage moved", method: "POST", path: func(i int) string { return "/api/v1/projects/" + ids[2000+i] + "/stage-events" },
			body: fixed(`{"code":"TRANSFERRED","occurred_on":"2026-09-26","reason":"bench"}`), times: 300,
			pgbench: "BEGIN;\n" + bind(sqlEvent, "gen_random_uuid()", lit(ids[3999])) + bind(sqlMove, lit(ids[3999])) + "COMMIT;\n", match: true},
	}, nil
}
