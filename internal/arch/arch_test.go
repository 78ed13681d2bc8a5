package arch_test

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"sangu/internal/arch"
)

func TestTheArrowsPointDownAndLeft(t *testing.T) {
	t.Parallel()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", "sangu/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	g := arch.Graph{}
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		g[p.ImportPath] = p.Imports
	}
	if len(g) < 10 {
		t.Fatalf("only %d packages found", len(g))
	}
	for _, v := range arch.Violations(g) {
		t.Error(v)
	}
}

func TestEachRuleCanBeBroken(t *testing.T) {
	t.Parallel()
	for name, g := range map[string]arch.Graph{
		"the domain may not reach gorm through its own parts": {"sangu/domain/org": {"sangu/domain"}, "sangu/domain": {"gorm.io/gorm"}},
		"the domain may not speak HTTP":                       {"sangu/domain": {"net/http"}},
		"an area may not know one to its right":               {"sangu/domain/org": {"sangu/domain/library"}},
		"an area of the store may not know one to its right":  {"sangu/repository/org": {"sangu/repository/goals"}},
		"an area of the API may not know one to its right":    {"sangu/api/library": {"sangu/api/recruit"}},
		"the kit may not know an area":                        {"sangu/api/kit": {"sangu/api/org"}},
		"the parts of SQL may not know an area":               {"sangu/repository/sqlkit": {"sangu/repository/org"}},
		"a leaf may not know the importer":                    {"sangu/internal/ledger": {"sangu/internal/importer"}},
		"a leaf may not know a store through a third": {"sangu/internal/photo": {"sangu/internal/x"},
			"sangu/internal/x": {"sangu/repository/org"}},
		"the importer may not know a store":              {"sangu/internal/importer": {"sangu/repository/intake"}},
		"the jobs may not know a store":                  {"sangu/internal/jobs": {"sangu/repository/sqlkit"}},
		"the store may not know the importer":            {"sangu/repository/intake": {"sangu/internal/importer"}},
		"the root of the domain may not know an area":    {"sangu/domain": {"sangu/domain/org"}},
		"the API may not know the store through a third": {"sangu/api": {"sangu/internal/x"}, "sangu/internal/x": {"sangu/repository"}},
		"the store may not know the API":                 {"sangu/repository": {"sangu/api"}},
		"main may not reach past internal/app":           {"sangu": {"sangu/api"}},
		"the catalogue may not know the API":             {"sangu/internal/messages": {"sangu/api"}},
		"a package may not be called util":               {"sangu/internal/util": {}},
	} {
		if len(arch.Violations(g)) == 0 {
			t.Errorf("%s: not noticed", name)
		}
	}
}

func TestTheDomainAsksNoMachineForTheTime(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../../domain/*/*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("no files of the domain: %v", err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok && s.Sel.Name == "Now" {
				if x, ok := s.X.(*ast.Ident); ok && x.Name == "time" {
					t.Errorf("%s calls time.Now: a clock is injected", file)
				}
			}
			return true
		})
	}
}
