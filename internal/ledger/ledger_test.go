package ledger_test

import (
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"sort"
	"strings"
	"testing"

	"sangu/demo"
	"sangu/domain"
	"sangu/internal/ledger"
)

// county is a directory of the demonstration's units.
type county map[string]bool

// Unit knows units by their names, and with the county's own before them.
func (c county) Unit(name string) (domain.ID, bool) {
	if rest, ours := strings.CutPrefix(name, "赤城县"); ours && !c[name] {
		name = "县" + rest
	}
	return domain.ID(name), c[name]
}

// Person knows everybody but 查无此人.
func (c county) Person(name string) bool { return name != "查无此人" }

func demoUnits(t testing.TB) county {
	t.Helper()
	var f struct{ Units []struct{ Name string } }
	if err := json.Unmarshal(demo.Units, &f); err != nil {
		t.Fatal(err)
	}
	c := county{}
	for _, u := range f.Units {
		c[u.Name] = true
	}
	return c
}

type expected struct {
	Accepted      []map[string]any `json:"accepted"`
	AsOf          string           `json:"as_of"`
	HeaderRows    []int            `json:"header_rows"`
	OtherSheets   map[string]int   `json:"other_sheets"`
	RejectedCells []struct{ Cell string }
	Rejected      []struct{ Cell, Kind string } `json:"rejected_cells"`
	Warned        []struct{ Cell, Kind string } `json:"warned_cells"`
}

func TestTheDemonstrationWorkbookReadsAsExpected(t *testing.T) {
	t.Parallel()
	raw, err := os.ReadFile("../../demo/county-ledger-2026.expected.json")
	if err != nil {
		t.Fatal(err)
	}
	var want expected
	if err := json.Unmarshal(raw, &want); err != nil {
		t.Fatal(err)
	}
	grids, err := ledger.Open("county.xlsx", demo.Workbook)
	if err != nil {
		t.Fatal(err)
	}
	sheets := ledger.Read(grids, demoUnits(t), nil)
	if len(sheets) != 4 {
		t.Fatalf("%d sheets, want 4", len(sheets))
	}
	projects := sheets[0]
	if projects.AsOf.String() != want.AsOf || !reflect.DeepEqual(projects.Mapping.HeaderRows, want.HeaderRows) ||
		projects.Mapping.Unit != 10_000 {
		t.Errorf("as of %s, header %v, unit %d", projects.AsOf, projects.Mapping.HeaderRows, projects.Mapping.Unit)
	}
	var got, cells []string
	for _, f := range projects.Findings {
		got = append(got, f.Cell+" "+string(f.Severity))
	}
	for _, f := range append(want.Rejected, want.Warned...) {
		cells = append(cells, f.Cell+" "+f.Kind)
	}
	sort.Strings(got)
	sort.Strings(cells)
	if !slices.Equal(got, cells) {
		t.Errorf("findings\n got %v\nwant %v", got, cells)
	}
	report := ledger.Report(projects, func(code string, _ domain.Params) string { return code })
	if len(report.Accepted) != len(want.Accepted) {
		t.Fatalf("%d rows accepted, want %d", len(report.Accepted), len(want.Accepted))
	}
	for i, w := range want.Accepted {
		b, _ := json.Marshal(report.Accepted[i])
		var g map[string]any
		_ = json.Unmarshal(b, &g)
		for key, value := range w {
			if !reflect.DeepEqual(g[key], value) {
				t.Errorf("row %v: %s is %v, want %v", w["row"], key, g[key], value)
			}
		}
		for _, key := range []string{"signed_on", "started_on", "in_production_on"} {
			if w[key] == nil && g[key] != nil {
				t.Errorf("row %v: %s is %v, want nothing", w["row"], key, g[key])
			}
		}
	}
	for _, s := range sheets[1:] {
		if n := len(s.Accepted()); n != want.OtherSheets[s.Name] {
			t.Errorf("%s: %d rows accepted, want %d: %v", s.Name, n, want.OtherSheets[s.Name], s.Findings)
		}
	}
}
