package main

import (
	_ "embed"
	"fmt"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

//go:embed runtime/mutant.go
var runtimeSource []byte

// Schema is a copy of a module in which every mutation waits for its number.
type Schema struct {
	Module  Module // the copy
	from    Module
	changes []*change
	Sites   []*Site
	// Dropped are mutations that the compiler refused.
	Dropped []*Site
}

// newSchema copies the module to a folder, writes the changes into it, and
// leaves out those that do not compile.
func newSchema(from Module, to string, changes []*change) (*Schema, error) {
	s := &Schema{Module: Module{to, from.Path}, from: from, changes: changes}
	if err := from.copyTo(to); err != nil {
		return nil, err
	}
	dir := filepath.Join(to, "internal", "mutant")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	if err := os.WriteFile(filepath.Join(dir, "mutant.go"), runtimeSource, 0o644); err != nil {
		return nil, err
	}
	s.Sites = number(s.changes)
	for {
		if err := s.write(); err != nil {
			return nil, err
		}
		refused, output := s.compile()
		if output == "" {
			return s, nil
		}
		if !s.drop(refused) {
			return nil, fmt.Errorf("the mutated copy does not compile:\n%s", output)
		}
	}
}

// write writes every changed file, from its original.
func (s *Schema) write() error {
	byFile := map[string][]*change{}
	for _, c := range s.changes {
		byFile[c.file] = append(byFile[c.file], c)
	}
	for name, changes := range byFile {
		source, err := os.ReadFile(filepath.Join(s.from.Dir, name))
		if err != nil {
			return err
		}
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, name, source, parser.PackageClauseOnly)
		if err != nil {
			return err
		}
		live := slices.DeleteFunc(slices.Clone(changes), func(c *change) bool { return c.dropped })
		if len(live) > 0 {
			source = rewrite(source, live, fset.Position(file.Name.End()).Offset, s.from.Path+"/internal/mutant")
		}
		if err := os.WriteFile(filepath.Join(s.Module.Dir, name), source, 0o644); err != nil {
			return err
		}
	}
	return nil
}

var compileError = regexp.MustCompile(`(?m)^(\S+\.go):(\d+):\d+: `)

// compile builds the changed packages, and returns the places of errors.
func (s *Schema) compile() (map[string]bool, string) {
	dirs := map[string]bool{}
	args := []string{"build"}
	for _, c := range s.changes {
		if dir := "./" + filepath.Dir(c.file); !dirs[dir] {
			dirs[dir] = true
			args = append(args, dir)
		}
	}
	cmd := exec.Command("go", args...)
	cmd.Dir = s.Module.Dir
	raw, err := cmd.CombinedOutput()
	if err == nil {
		return nil, ""
	}
	places := map[string]bool{}
	for _, m := range compileError.FindAllStringSubmatch(string(raw), -1) {
		places[filepath.Clean(m[1])+":"+m[2]] = true
	}
	return places, string(raw)
}

// drop leaves out the changes at the places, and reports whether there were any.
func (s *Schema) drop(places map[string]bool) bool {
	any := false
	for _, c := range s.changes {
		if c.dropped {
			continue
		}
		for _, site := range c.sites {
			if places[site.File+":"+strconv.Itoa(site.Line)] {
				c.dropped, any = true, true
				s.Dropped = append(s.Dropped, site)
			}
		}
	}
	s.Sites = slices.DeleteFunc(s.Sites, func(site *Site) bool { return slices.Contains(s.Dropped, site) })
	return any
}

// binaries builds the test binaries of packages and returns their paths by
// import path; packages without tests have none.
func (s *Schema) binaries(patterns []string, to string) ([]*Binary, error) {
	form := "{{if or .TestGoFiles .XTestGoFiles}}{{.ImportPath}}\t{{.Dir}}{{end}}"
	list := exec.Command("go", append([]string{"list", "-f", form}, patterns...)...)
	list.Dir, list.Stderr = s.Module.Dir, os.Stderr
	raw, err := list.Output()
	if err != nil {
		return nil, err
	}
	var out []*Binary
	for line := range strings.Lines(string(raw)) {
		path, dir, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok {
			continue
		}
		b := &Binary{Pkg: path, Dir: dir, Path: filepath.Join(to, strings.ReplaceAll(path, "/", "_")+".test")}
		build := exec.Command("go", "test", "-c", "-ldflags=-s -w", "-o", b.Path, path)
		build.Dir = s.Module.Dir
		if said, err := build.CombinedOutput(); err != nil {
			return nil, fmt.Errorf("build the tests of %s: %w\n%s", path, err, said)
		}
		out = append(out, b)
	}
	return out, nil
}
