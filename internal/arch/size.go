package arch

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// What a package and a file may hold at most.
const (
	mostFiles = 40
	mostLines = 300
)

// TooLarge returns packages of more than 40 Go files, tests apart, and Go files
// of more than 300 lines, in a tree of the module's files.
func TooLarge(tree fs.FS) (out []string, err error) {
	files := map[string]int{}
	err = fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "node_modules" || name != "." && strings.HasPrefix(d.Name(), ".")):
			return fs.SkipDir
		case d.IsDir() || path.Ext(name) != ".go":
			return nil
		}
		if !strings.HasSuffix(name, "_test.go") {
			files[path.Dir(name)]++
		}
		body, err := fs.ReadFile(tree, name)
		if err != nil {
			return err
		}
		if n := bytes.Count(body, []byte("\n")); n > mostLines {
			out = append(out, fmt.Sprintf("%s has %d lines, at most %d", name, n, mostLines))
		}
		return nil
	})
	for dir, n := range files {
		if n > mostFiles {
			out = append(out, fmt.Sprintf("%s has %d files, at most %d", dir, n, mostFiles))
		}
	}
	slices.Sort(out)
	return out, err
}
