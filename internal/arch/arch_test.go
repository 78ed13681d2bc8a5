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
		"an area may not know one to its right":               {"sangu/domain/org": {"sangu/domain/pool"}},
		"the root of the domain may not know an area":         {"sangu/domain": {"sangu/domain/org"}},
		"the API may not know the store through a third":      {"sangu/api": {"sangu/internal/x"}, "sangu/internal/x": {"sangu/repository"}},
		"the store may not know the API":                      {"sangu/repository": {"sangu/api"}},
		"main may not reach past internal/app":                {"sangu": {"sangu/api"}},
		"the catalogue may not know the product":              {"sangu/internal/messages": {"sangu/domain"}},
		"a package may not be called util":                    {"sangu/internal/util": {}},
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
