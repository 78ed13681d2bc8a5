package ledger_test

import (
	"os"
	"strings"
	"testing"

	"sangu/internal/ledger"
)

// phrases are the phrases of one part of the table: "used" ones were looked at
// while the grammar was written, "held" ones were not.
func phrases(t *testing.T, part string) map[string]string {
	t.Helper()
	raw, err := os.ReadFile("testdata/stage_phrases.tsv")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for line := range strings.Lines(string(raw)) {
		cells := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(cells) == 3 && cells[0] == part {
			out[cells[1]] = cells[2]
		}
	}
	return out
}

func TestEveryPhraseThatWasLookedAtIsReadRight(t *testing.T) {
	t.Parallel()
	table := phrases(t, "used")
	if len(table) < 150 {
		t.Fatalf("only %d phrases", len(table))
	}
	for text, want := range table {
		if got, _ := ledger.StageOf(text); got != want {
			t.Errorf("%s is read as %q, want %q", text, got, want)
		}
	}
}

// Precision is the share of stages read that are right, recall the share of
// stages meant that are read; on phrases that were not used while writing.
func TestPhrasesThatWereNotLookedAtAreReadRightForTheMostPart(t *testing.T) {
	t.Parallel()
	read, right, meant := 0, 0, 0
	for text, want := range phrases(t, "held") {
		got, _ := ledger.StageOf(text)
		if got != "" {
			read++
		}
		if want != "" {
			meant++
		}
		if got == want && got != "" {
			right++
		}
		if got != want && os.Getenv("SHOW_HELD") != "" {
			t.Logf("%s is read as %q, want %q", text, got, want)
		}
	}
	precision, recall := float64(right)/float64(read), float64(right)/float64(meant)
	t.Logf("precision %.3f (%d of %d), recall %.3f (%d of %d)", precision, right, read, recall, right, meant)
	if precision < 0.95 || recall < 0.9 {
		t.Errorf("precision %.3f, recall %.3f", precision, recall)
	}
}
