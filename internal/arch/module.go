package arch

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Source is a package with its syntax and types.
type Source struct {
	Fset  *token.FileSet
	Files []*ast.File
	Types *types.Package
	Info  *types.Info
}

// listed is what go list tells of a package.
type listed struct {
	ImportPath, Dir, Export string
	GoFiles, Imports        []string
}

// Module is the product's own packages.
type Module struct {
	Imports Graph
	Sources []*Source
}

// Load reads the module's packages without their tests. Types of imported
// packages come from the compiler's export data, and so are the same everywhere.
func Load() (*Module, error) {
	cmd := exec.Command("go", "list", "-export", "-deps", "-json=ImportPath,Dir,Export,GoFiles,Imports", "sangu/...")
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("list the module: %w", err)
	}
	exports := map[string]string{}
	var own []listed
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, fmt.Errorf("read what go list says: %w", err)
		}
		exports[p.ImportPath] = p.Export
		if inside(p.ImportPath, "sangu") {
			own = append(own, p)
		}
	}
	m, fset := &Module{Imports: Graph{}}, token.NewFileSet()
	from := importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) })
	for _, p := range own {
		m.Imports[p.ImportPath] = p.Imports
		var files []*ast.File
		for _, name := range p.GoFiles {
			f, err := parser.ParseFile(fset, filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution)
			if err != nil {
				return nil, fmt.Errorf("parse %s: %w", name, err)
			}
			files = append(files, f)
		}
		s, err := check(fset, p.ImportPath, files, from)
		if err != nil {
			return nil, err
		}
		m.Sources = append(m.Sources, s)
	}
	return m, nil
}

// check finds the types of a package's syntax.
func check(fset *token.FileSet, path string, files []*ast.File, from types.Importer) (*Source, error) {
	info := &types.Info{Selections: map[*ast.SelectorExpr]*types.Selection{}, Uses: map[*ast.Ident]types.Object{}}
	conf := types.Config{Importer: from}
	pkg, err := conf.Check(path, fset, files, info)
	if err != nil {
		return nil, fmt.Errorf("check %s: %w", path, err)
	}
	return &Source{Fset: fset, Files: files, Types: pkg, Info: info}, nil
}

// place returns where a node stands, from the module's folder.
func (s *Source) place(pos token.Pos) string {
	p := s.Fset.Position(pos)
	return fmt.Sprintf("%s/%s:%d", strings.TrimPrefix(s.Types.Path(), "sangu/"), filepath.Base(p.Filename), p.Line)
}
