package text_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"sangu/domain/text"
)

// tagged finds the text fields of the wire: a string with a name and a most.
var tagged = regexp.MustCompile(`(?m)^\s*\w+\s+\*?string\s+.json:"([a-z_]+)[^"]*"[^\n]*validate:"[^"]*max=(\d+)`)

func TestTheLimitsAreWhatTheAPITakes(t *testing.T) {
	t.Parallel()
	fields, found := text.Fields(), map[string]bool{}
	err := filepath.WalkDir("../../api", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, m := range tagged.FindAllStringSubmatch(string(source), -1) {
			field := strings.TrimSuffix(filepath.Base(path), ".go") + "." + m[1]
			kind, listed := fields[field]
			if !listed {
				continue
			}
			found[field] = true
			if most, err := strconv.Atoi(m[2]); err != nil || most != kind.Limit() {
				t.Errorf("%s takes %s characters, its kind %d (%v)", field, m[2], kind.Limit(), err)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for field := range fields {
		if !found[field] {
			t.Errorf("%s is in no tag", field)
		}
	}
}
