package bench

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
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

func (t *target) start(ctx context.Context, url string) (stop func(), err error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, self, "child-"+t.name, url)
	cmd.Stderr = os.Stderr
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	line, err := bufio.NewReader(pipe).ReadString('\n')
	if err != nil {
		return nil, fmt.Errorf("start %s: %w", t.name, err)
	}
	t.base, t.pid = "http://"+strings.TrimSpace(line), cmd.Process.Pid
	return func() { _ = cmd.Process.Kill(); _ = cmd.Wait() }, nil
}

func (t *target) measure(o op, cluster *pgtest.Cluster) (result, error) {
	for i := range min(10, o.times) {
		if o.method == "GET" {
			if _, err := t.send(o, i); err != nil {
				return result{}, err
			}
		}
	}
	before, beforeDB := cpu(t.pid), cluster.CPU()
	took := make([]time.Duration, o.times)
	for i := range o.times {
		d, err := t.send(o, i)
		if err != nil {
			return result{}, err
		}
		took[i] = d
	}
	r := result{cpu: (cpu(t.pid) - before) / float64(o.times), postgres: (cluster.CPU() - beforeDB) / float64(o.times)}
	slices.Sort(took)
	r.p50, r.p95 = took[len(took)/2], took[len(took)*95/100]
	return r, nil
}

// send makes one request. A stage move counts up its own project's version:
// each is moved once a target.
func (t *target) send(o op, i int) (time.Duration, error) {
	offset := 0
	if o.match && t.name == "bare" {
		offset = 500
	}
	req, err := http.NewRequest(o.method, t.base+o.path(i+offset), strings.NewReader(o.body(i)))
	if err != nil {
		return 0, err
	}
	if t.token != "" {
		req.Header.Set("Authorization", "Bearer "+t.token)
	}
	if o.match {
		req.Header.Set("If-Match", `"1"`)
	}
	began := time.Now()
	answer, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, err
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	took := time.Since(began)
	if err == nil && answer.StatusCode >= 300 {
		err = fmt.Errorf("status %d: %.200s", answer.StatusCode, body)
	}
	if err == nil && o.method == "GET" && !json.Valid(body) {
		err = fmt.Errorf("no JSON: %.100s", body)
	}
	return took, err
}

// cpu gives the CPU time that a process has used, in ms.
func cpu(pid int) float64 {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0
	}
	fields := strings.Fields(string(b[strings.LastIndexByte(string(b), ')')+1:]))
	user, _ := strconv.ParseFloat(fields[11], 64)
	system, _ := strconv.ParseFloat(fields[12], 64)
	const msPerTick = 10 // USER_HZ is 100 on Linux
	return (user + system) * msPerTick
}

// pgbench runs an operation's SQL in pgbench and gives its mean latency.
func pgbench(cluster *pgtest.Cluster, o op) string {
	program := filepath.Join(cluster.Bin(), "pgbench")
	if _, err := os.Stat(program); err != nil {
		return "no pgbench"
	}
	script, err := os.CreateTemp("", "sangu-bench-*.sql")
	if err != nil {
		return err.Error()
	}
	defer os.Remove(script.Name())
	_, _ = script.WriteString(strings.ReplaceAll(o.pgbench, "\n\t\t", " ")) // a short script in a temporary file
	script.Close()
	said, err := exec.Command(program, "-n", "-M", "simple", "-c", "1", "-t", strconv.Itoa(o.times), "-f", script.Name(), cluster.DSN).
		CombinedOutput()
	if err != nil {
		return "failed"
	}
	for line := range strings.SplitSeq(string(said), "\n") {
		if rest, ok := strings.CutPrefix(line, "latency average = "); ok {
			return strings.TrimSuffix(rest, " ms")
		}
	}
	return "?"
}
