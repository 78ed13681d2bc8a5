package arch_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"sangu/internal/arch"
)

func TestNoPackageAndNoFileIsTooLarge(t *testing.T) {
	t.Parallel()
	large, err := arch.TooLarge(os.DirFS("../.."))
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range large {
		t.Error(l)
	}
}

func TestLargePackagesAndFilesAreNoticed(t *testing.T) {
	t.Parallel()
	lines := func(n int) *fstest.MapFile { return &fstest.MapFile{Data: []byte(strings.Repeat("\n", n))} }
	tree := fstest.MapFS{"a/long.go": lines(301), "a/fits.go": lines(300), "a/long_test.go": lines(301), "a/long.txt": lines(900),
		"frontend/node_modules/x/long.go": lines(900)}
	for n := range 41 {
		tree[fmt.Sprintf("wide/f%d.go", n)] = lines(1)
		tree[fmt.Sprintf("full/f%d_test.go", n)] = lines(1)
	}
	for n := range 40 {
		tree[fmt.Sprintf("full/f%d.go", n)] = lines(1)
	}
	large, err := arch.TooLarge(tree)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"a/long.go has 301 lines, at most 300", "a/long_test.go has 301 lines, at most 300", "wide has 41 files, at most 40"}
	if fmt.Sprint(large) != fmt.Sprint(want) {
		t.Errorf("said %q, want %q", large, want)
	}
}
