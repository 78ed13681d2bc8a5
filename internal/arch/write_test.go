package arch_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"sangu/internal/arch"
)

func TestThereIsOneWayToWrite(t *testing.T) {
	t.Parallel()
	m, err := arch.Load()
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Sources) < 30 {
		t.Fatalf("only %d packages found", len(m.Sources))
	}
	for _, v := range arch.WaysToWrite(m.Sources) {
		t.Error(v)
	}
}

// small is a house in small, sound as it stands: a service over a store, an
// importer over the service.
func small() map[string]string {
	return map[string]string{
		"sangu/domain/recruit": `package recruit
			type LeadStore interface { Lead(id string) (int, error); SaveLead(l int) error }
			type Leads struct { store LeadStore; Clock func() int }
			func NewLeads(store LeadStore, s *Leads) *Leads { s.store = store; return s }
			func (s *Leads) Assess(id string) error { l, err := s.store.Lead(id); if err != nil { return err }; return s.store.SaveLead(l) }`,
		"sangu/repository/recruit": `package recruit
			type LeadStore struct{}
			func (s *LeadStore) Lead(id string) (int, error) { return 0, nil }
			func (s *LeadStore) SaveLead(l int) error { return nil }
			func (s *LeadStore) FindLead(name string) (string, error) { return "", nil }`,
		"sangu/internal/importer": `package importer
			import "sangu/domain/recruit"
			type Lookups interface { FindLead(name string) (string, error) }
			type Importer struct { lookups Lookups; Leads *recruit.Leads }
			func (im *Importer) Write() error { id, err := im.lookups.FindLead("a"); if err != nil { return err }; return im.Leads.Assess(id) }`,
		"sangu/internal/app": `package app
			import ("sangu/domain/recruit"; store "sangu/repository/recruit"; "sangu/internal/importer")
			func New() *importer.Importer { return &importer.Importer{Leads: recruit.NewLeads(&store.LeadStore{}, &recruit.Leads{})} }`,
	}
}

// order is that in which the packages of the small house are checked.
var order = []string{"sangu/domain/recruit", "sangu/repository/recruit", "sangu/internal/importer", "sangu/internal/scenario",
	"sangu/internal/jobs", "sangu/internal/app"}

type packages map[string]*types.Package

func (p packages) Import(path string) (*types.Package, error) { return p[path], nil }

func built(t *testing.T, house map[string]string) []*arch.Source {
	t.Helper()
	fset, known := token.NewFileSet(), packages{}
	var out []*arch.Source
	for _, path := range order {
		text, ok := house[path]
		if !ok {
			continue
		}
		file, err := parser.ParseFile(fset, path+"/x.go", text, 0)
		if err != nil {
			t.Fatal(err)
		}
		info := &types.Info{Selections: map[*ast.SelectorExpr]*types.Selection{}, Uses: map[*ast.Ident]types.Object{}}
		pkg, err := (&types.Config{Importer: known}).Check(path, fset, []*ast.File{file}, info)
		if err != nil {
			t.Fatal(err)
		}
		known[path] = pkg
		out = append(out, &arch.Source{Fset: fset, Files: []*ast.File{file}, Types: pkg, Info: info})
	}
	return out
}

func TestASoundHouseHasOneWayToWrite(t *testing.T) {
	t.Parallel()
	if v := arch.WaysToWrite(built(t, small())); len(v) != 0 {
		t.Errorf("a sound house: %v", v)
	}
}

func TestEachOtherWayToWriteIsNoticed(t *testing.T) {
	t.Parallel()
	scenario := `package scenario
		import "sangu/domain/recruit"
		func Play(s recruit.LeadStore) error { return s.SaveLead(1) }`
	for name, c := range map[string]struct{ pkg, old, new, want string }{
		"a service that shows its store": {pkg: "sangu/domain/recruit", old: "struct { store LeadStore;", new: "struct { store, Store LeadStore;",
			want: "shows its store"},
		"an embedded store": {pkg: "sangu/domain/recruit", old: "struct { store LeadStore;", new: "struct { store LeadStore; LeadStore;",
			want: "shows its store"},
		"an importer that saves by a port of its own": {pkg: "sangu/internal/importer", old: "(name string) (string, error) }",
			new: "(name string) (string, error); SaveLead(l int) (int, error) }", want: "a port of lookups reads"},
		"a port that returns an error alone": {pkg: "sangu/internal/importer", old: "(name string) (string, error) }",
			new: "(name string) (string, error); Touch(l int) error }", want: "a port of lookups reads"},
		"a scenario that calls a store": {pkg: "sangu/internal/scenario", new: scenario, want: "calls a store"},
		"a job that calls a store": {pkg: "sangu/internal/jobs", new: strings.Replace(scenario, "package scenario", "package jobs", 1),
			want: "calls a store"},
		"a command that calls a store": {pkg: "sangu/internal/app", old: "func New()",
			new:  "func Run() error { return (&store.LeadStore{}).SaveLead(1) }; func New()",
			want: "calls a store"},
		"a store that calls a service": {pkg: "sangu/repository/recruit", old: "package recruit",
			new: `package recruit; import domain "sangu/domain/recruit"
				func Up(l *domain.Leads) error { return l.Assess("") }`, want: "calls a service"},
	} {
		house := small()
		if house[c.pkg] = strings.Replace(house[c.pkg], c.old, c.new, 1); house[c.pkg] == small()[c.pkg] {
			t.Fatalf("%s: nothing is broken", name)
		}
		if v := arch.WaysToWrite(built(t, house)); len(v) == 0 || !strings.Contains(strings.Join(v, "\n"), c.want) {
			t.Errorf("%s: said %q, want %q", name, v, c.want)
		}
	}
}
