package migrations

import (
	"io/fs"
	"slices"
	"strconv"
	"testing"
)

// neverApplied are numbers that no released migration has; README.md says why.
func neverApplied() []int { return []int{8, 12, 14, 16, 20, 21} }

func names(t *testing.T, dialect string) []string {
	t.Helper()
	entries, err := fs.ReadDir(Files, dialect)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

func TestMigrationsComeInPairsAndWithoutNewGaps(t *testing.T) {
	t.Parallel()
	sqlite, postgres := names(t, "sqlite"), names(t, "postgres")
	if !slices.Equal(sqlite, postgres) {
		t.Fatalf("sqlite has %v, postgres has %v", sqlite, postgres)
	}
	next := 1
	for _, name := range sqlite {
		number, err := strconv.Atoi(name[:4])
		if err != nil {
			t.Fatalf("%s does not begin with four digits", name)
		}
		for slices.Contains(neverApplied(), next) {
			next++
		}
		if number != next {
			t.Fatalf("%s follows %04d", name, next-1)
		}
		next++
	}
}
