// Command mutate breaks the module's guards in a copy, one at a time, and
// prints those that no test notices: version guards, clauses of scope, fields of
// mappers, and rules. Every mutation is built once, behind a number that the
// test binary reads; a mutation is tried by the tests that can tell it.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
)

// options say what is tried, and how.
type options struct {
	dir, only, path, shard, out, keep string
	roots, provers                    string
	databases                         string
	list                              bool
	workers                           int
	patience                          time.Duration
}

func main() {
	var o options
	flag.StringVar(&o.dir, "dir", ".", "folder of the module")
	flag.StringVar(&o.only, "only", "", "kinds to try, by comma: version, scope, mapper, rule")
	flag.StringVar(&o.path, "path", "", "files to try: prefixes of their names, by comma")
	flag.StringVar(&o.shard, "shard", "", "i/n: the i-th of n parts")
	flag.BoolVar(&o.list, "list", false, "list the mutations and try none")
	flag.StringVar(&o.out, "out", "", "file of results, a line of JSON each; those that it holds are not tried again")
	flag.StringVar(&o.keep, "keep", "", "folder that keeps the built copy for other runs on the same sources")
	flag.StringVar(&o.roots, "roots", "./domain/... ./repository/... ./api/... ./internal/importer/...", "packages to break")
	flag.StringVar(&o.provers, "provers", "./domain/... ./repository/... ./internal/importer/... ./api/...", "packages whose tests may notice")
	flag.StringVar(&o.databases, "databases", "sqlite", "SANGU_TEST_DATABASES of the tests")
	flag.IntVar(&o.workers, "workers", runtime.NumCPU(), "test processes at a time")
	flag.DurationVar(&o.patience, "patience", 0, "time of tests spent on one mutation before it counts as survived; 0 for all that reach it")
	flag.Parse()
	survivors, err := run(o)
	switch {
	case err != nil:
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(2)
	case survivors > 0:
		os.Exit(1)
	}
}

// run tries the mutations that the options name and returns how many survived.
func run(o options) (int, error) {
	m, err := openModule(o.dir)
	if err != nil {
		return 0, err
	}
	pkgs, err := m.load(strings.Fields(o.roots))
	if err != nil {
		return 0, err
	}
	changes, err := find(m.Dir, m.Path, pkgs)
	if err != nil {
		return 0, err
	}
	if o.list {
		for _, s := range chosen(number(changes), o) {
			fmt.Println(s.Kind, s)
		}
		return 0, nil
	}
	return o.try(m, changes)
}

// prepared is a mutated copy that is built, with what each test reaches in it.
type prepared struct {
	sites, dropped []*Site
	tests          []*Test
}

// prepare builds the mutated copy in a folder and traces its tests, or takes
// both from a run before on the same sources.
func (o options) prepare(m Module, changes []*change, dir string, r runner) (*prepared, error) {
	print, err := m.fingerprint(number(changes))
	if err != nil {
		return nil, err
	}
	if p := resume(dir, print); p != nil {
		return p, nil
	}
	schema, err := newSchema(m, filepath.Join(dir, "module"), changes)
	if err != nil {
		return nil, err
	}
	binaries, err := schema.binaries(strings.Fields(o.provers), dir)
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(os.Stderr, "built %d mutations\n", len(schema.Sites))
	begin := time.Now()
	tests, err := r.trace(binaries)
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(os.Stderr, "traced %d tests in %v\n", len(tests), time.Since(begin).Round(time.Second))
	p := &prepared{schema.Sites, schema.Dropped, tests}
	return p, keep(dir, print, p)
}

// try prepares the copy and tries the mutations that the options name.
func (o options) try(m Module, changes []*change) (int, error) {
	dir := o.keep
	if dir == "" {
		temp, err := os.MkdirTemp("", "mutate-")
		if err != nil {
			return 0, err
		}
		defer os.RemoveAll(temp)
		dir = temp
	} else if err := os.MkdirAll(dir, 0o755); err != nil {
		return 0, err
	}
	r := runner{env: []string{"SANGU_TEST_DATABASES=" + o.databases, "CI="}, workers: o.workers, temp: dir}
	p, err := o.prepare(m, changes, dir, r)
	if err != nil {
		return 0, err
	}
	for _, t := range p.tests {
		if t.Broken != "" {
			fmt.Fprintf(os.Stderr, "%s fails without a mutation and proves nothing:\n%s\n", t, t.Broken)
		}
	}
	results, err := o.hunt(&hunter{runner: r, tests: p.tests, patience: o.patience}, chosen(p.sites, o))
	if err != nil {
		return 0, err
	}
	return report(os.Stdout, results, chosen(p.dropped, o)), nil
}

// hunt tries the sites that the file of results does not hold yet, and writes
// down each result as it comes.
func (o options) hunt(h *hunter, sites []*Site) ([]Result, error) {
	if o.out == "" {
		var results []Result
		h.hunt(sites, func(r Result) { results = append(results, r) })
		return results, nil
	}
	results, err := earlier(o.out)
	if err != nil {
		return nil, err
	}
	done := map[string]bool{}
	for _, r := range results {
		done[r.Site.String()] = true
	}
	f, err := os.OpenFile(o.out, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var written error
	open := slices.DeleteFunc(slices.Clone(sites), func(s *Site) bool { return done[s.String()] })
	h.hunt(open, func(r Result) {
		results = append(results, r)
		if err := json.NewEncoder(f).Encode(r); err != nil {
			written = err
		}
	})
	return results, written
}

// chosen returns the sites that the options name.
func chosen(sites []*Site, o options) []*Site {
	var part, of int
	if i, n, ok := strings.Cut(o.shard, "/"); ok {
		part, _ = strconv.Atoi(i)
		of, _ = strconv.Atoi(n)
	}
	var out []*Site
	for _, s := range sites {
		inPath := slices.ContainsFunc(strings.Split(o.path, ","), func(p string) bool {
			return strings.HasPrefix(s.File, strings.TrimPrefix(p, "./"))
		})
		ofKind := o.only == "" || slices.Contains(strings.Split(o.only, ","), string(s.Kind))
		if ofKind && inPath && (of == 0 || s.ID%of == part%of) {
			out = append(out, s)
		}
	}
	return out
}
