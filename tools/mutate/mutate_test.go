package main

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// county tries every mutation of the fixture, once for all tests of this file.
func county(t *testing.T) []Result {
	t.Helper()
	m, err := openModule("testdata/county")
	if err != nil {
		t.Fatal(err)
	}
	pkgs, err := m.load([]string{"./..."})
	if err != nil {
		t.Fatal(err)
	}
	changes, err := find(m.Dir, m.Path, pkgs)
	if err != nil {
		t.Fatal(err)
	}
	schema, err := newSchema(m, filepath.Join(t.TempDir(), "module"), changes)
	if err != nil {
		t.Fatal(err)
	}
	if len(schema.Dropped) > 0 {
		t.Errorf("not compiled: %v", schema.Dropped)
	}
	temp := t.TempDir()
	binaries, err := schema.binaries([]string{"./..."}, temp)
	if err != nil {
		t.Fatal(err)
	}
	r := runner{workers: 2, temp: temp}
	tests, err := r.trace(binaries)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range tests {
		if test.Broken != "" {
			t.Errorf("%s fails without a mutation:\n%s", test, test.Broken)
		}
	}
	var results []Result
	(&hunter{runner: r, tests: tests}).hunt(schema.Sites, func(r Result) { results = append(results, r) })
	return results
}

func TestAGuardThatATestProvesIsNoticedAndAnotherSurvives(t *testing.T) {
	t.Parallel()
	results := county(t)
	// What is broken, and the test that notices it; "" for a survivor.
	want := map[string]string{
		`FieldError{path}: never !ok`:                 "pool.TestSomebodyComes",
		`Conflict("right_missing")`:                   "api.TestVisitsAreForReaders",
		`never v.State != "planned"`:                  "pool.TestAVisitIsCompletedOnce",
		`never summary == ""`:                         "pool.TestASummaryIsWanted",
		`never len(summary) > 5`:                      "",
		`len(summary) > 5 to len(summary) >= 5`:       "",
		`always v.Guests >= 1`:                        "pool.TestSomebodyComes",
		`v.Guests >= 1 to v.Guests > 1`:               "",
		`always v.Place`:                              "",
		`never v.Version != stored().Version`:         "repository.TestAStaleVisitIsNotSaved",
		`no version asked for`:                        "",
		`not narrowed by inScope`:                     "repository.TestUnitsNarrow",
		`left out: "unit IN ?"`:                       "repository.TestUnitsNarrow",
		`left out: "1 = 0"`:                           "",
		`never len(r.Units) == 0`:                     "",
		`Visit.State not carried over`:                "repository.TestTheStateIsKept",
		`Visit.Place not carried over`:                "",
		`Visit.Version not carried over`:              "",
		`column left out: "state"`:                    "repository.TestTheStateIsKept",
		`column left out: "place"`:                    "",
		`get /visits without`:                         "api.TestVisitsAreForReaders",
		`get /leads without`:                          "",
		`right not asked for: actor.Require(o.right)`: "api.TestVisitsAreForReaders",
		`visitRow.State not carried over`:             "repository.TestTheStateIsKept",
		`visitRow.Place not carried over`:             "",
		`visitRow.Version not carried over`:           "",
	}
	for what, by := range want {
		i := slices.IndexFunc(results, func(r Result) bool { return strings.Contains(r.What, what) })
		if i < 0 {
			t.Errorf("nothing breaks %q", what)
			continue
		}
		if results[i].By != by {
			t.Errorf("%s: noticed by %q, want %q", results[i].Site, results[i].By, by)
		}
	}
	for _, r := range results {
		expected := func(what string) bool { return strings.Contains(r.What, what) }
		if !slices.ContainsFunc(slices.Collect(maps.Keys(want)), expected) {
			t.Errorf("an unexpected mutation: %s, by %q", r.Site, r.By)
		}
	}
	var out strings.Builder
	survivors := report(&out, results, nil)
	if survivors == 0 || !strings.Contains(out.String(), "equivalent  domain/pool/visit.go:29") ||
		!strings.Contains(out.String(), "because the place is asked for elsewhere") {
		t.Errorf("%d survivors in the report:\n%s", survivors, &out)
	}
}

func TestChangesNestAndMoveNoLine(t *testing.T) {
	t.Parallel()
	source := []byte("package p\n\nvar a = f(x < y)\n")
	at := strings.Index(string(source), "f(")
	changes := []*change{
		{start: at, end: at + 8, open: "[\x00 ", close: "]", sites: []*Site{{}}},
		{start: at + 2, end: at + 7, open: "<\x00 ", close: ">", sites: []*Site{{}}},
		{start: at + 2, end: at + 3, open: "{\x00 ", close: "}", sites: []*Site{{}}},
	}
	number(changes)
	want := "package p; import mutant__ \"m\"\n\nvar a = [1 f(<2 {3 x} < y>)]\n"
	if got := string(rewrite(source, changes, len("package p"), "m")); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTheFlagsChooseSites(t *testing.T) {
	t.Parallel()
	sites := []*Site{{ID: 1, Kind: Rule, File: "domain/a.go"},
		{ID: 2, Kind: Scope, File: "domain/b.go"}, {ID: 3, Kind: Scope, File: "api/c.go"}}
	for _, c := range []struct {
		options options
		want    []int
	}{
		{options{}, []int{1, 2, 3}},
		{options{only: "scope"}, []int{2, 3}},
		{options{path: "./domain"}, []int{1, 2}},
		{options{shard: "1/2"}, []int{1, 3}},
		{options{only: "scope", path: "domain"}, []int{2}},
	} {
		var got []int
		for _, s := range chosen(sites, c.options) {
			got = append(got, s.ID)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%+v: %v, want %v", c.options, got, c.want)
		}
	}
}

func TestAnSQLTextThatSetsAVersionIsNoGuard(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"id = ? AND version = ?":                          true,
		"UPDATE t SET version = ? WHERE id = ?":           false,
		"UPDATE t SET a = ? WHERE id = ? AND version = ?": true,
		"SELECT * FROM t":                                 false,
	} {
		if got := isVersionGuard(text); got != want {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}

func TestMain(m *testing.M) {
	os.Setenv("CGO_ENABLED", "0")
	os.Exit(m.Run())
}

func TestAKeptCopyIsTakenUpOnTheSameSourcesOnly(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	b := &Binary{Pkg: "p", Dir: "d", Path: "p.test"}
	test := &Test{Binary: b, Name: "TestA", Reached: map[int]bool{2: true}}
	p := &prepared{sites: []*Site{{ID: 2, Kind: Rule, File: "a.go", What: "w"}}, tests: []*Test{test}}
	if err := keep(dir, "now", p); err != nil {
		t.Fatal(err)
	}
	if resume(dir, "later") != nil {
		t.Error("taken up on other sources")
	}
	again := resume(dir, "now")
	if again == nil || len(again.sites) != 1 || *again.sites[0] != *p.sites[0] {
		t.Fatalf("the sites got lost: %+v", again)
	}
	if got := again.tests[0]; got.String() != "p.TestA" || !got.Reached[2] || got.Reached[1] {
		t.Errorf("what the test reached got lost: %+v", got)
	}
}
