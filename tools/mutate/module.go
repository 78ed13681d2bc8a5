package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/mod/modfile"
	"golang.org/x/tools/go/packages"
)

// Module is a module under test.
type Module struct {
	Dir, Path string
}

// openModule reads the module in dir.
func openModule(dir string) (Module, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return Module{}, err
	}
	raw, err := os.ReadFile(filepath.Join(dir, "go.mod"))
	if err != nil {
		return Module{}, err
	}
	return Module{dir, modfile.ModulePath(raw)}, nil
}

// load type-checks the packages of patterns, without their tests.
func (m Module) load(patterns []string) ([]*packages.Package, error) {
	pkgs, err := packages.Load(&packages.Config{Dir: m.Dir, Mode: packages.NeedName | packages.NeedFiles | packages.NeedSyntax |
		packages.NeedTypes | packages.NeedTypesInfo | packages.NeedImports}, patterns...)
	if err != nil {
		return nil, err
	}
	for _, p := range pkgs {
		if len(p.Errors) > 0 {
			return nil, fmt.Errorf("%s: %w", p.PkgPath, p.Errors[0])
		}
	}
	return pkgs, nil
}

// files hands over the module's files, by name and path, without what tests do
// not read.
func (m Module) files(do func(name, path string) error) error {
	return filepath.WalkDir(m.Dir, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(m.Dir, path)
		if err != nil {
			return err
		}
		if d.IsDir() {
			if slices.Contains([]string{".git", "node_modules"}, d.Name()) || slices.Contains([]string{"bin", "data", "tools"}, name) {
				return filepath.SkipDir
			}
			return nil
		}
		if !d.Type().IsRegular() || d.Name() == ".git" || strings.HasSuffix(name, ".test") {
			return nil
		}
		return do(name, path)
	})
}

// copyTo copies the module's files to a folder.
func (m Module) copyTo(to string) error {
	return m.files(func(name, path string) error {
		raw, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if err := os.MkdirAll(filepath.Join(to, filepath.Dir(name)), 0o755); err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, name), raw, 0o644)
	})
}
