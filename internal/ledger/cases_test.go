package ledger_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sangu/domain"
	"sangu/internal/ledger"
)

// today is the day on which the case files are read.
func today() domain.Date { return domain.MustDate("2026-10-15") }

// read reads a file as it would be on today.
func read(t *testing.T, name string, data []byte) []ledger.Sheet {
	t.Helper()
	grids, err := ledger.Open(name, data)
	if err != nil {
		t.Fatal(err)
	}
	return ledger.Reader{Directory: demoUnits(t), Today: today()}.Read(grids)
}

// readCase reads a file of testdata/cases.
func readCase(t *testing.T, name string) []ledger.Sheet {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata/cases", name))
	if err != nil {
		t.Fatal(err)
	}
	return read(t, name, data)
}

// lines tells each row of the sheets by the fields asked for, and with what is
// found on it: "甲项目 2026-03-05 [E2 warning ledger.x]".
func lines(sheets []ledger.Sheet, fields ...string) []string {
	var out []string
	for _, s := range sheets {
		for _, r := range s.Rows {
			line := []string{}
			for _, f := range fields {
				line = append(line, cellOf(r, f))
			}
			text := strings.Join(line, " | ")
			for _, f := range s.Findings {
				if f.Row == r.Number {
					text += fmt.Sprintf(" [%s %s %s]", f.Cell, f.Severity, f.Code)
				}
			}
			out = append(out, text)
		}
	}
	return out
}

// cellOf tells a field's value: of a stage's day how well it is known.
func cellOf(r ledger.Row, field string) string {
	if unit, helping := strings.CutPrefix(field, "helping:"); helping {
		return fmt.Sprint(r.Helping[unit])
	}
	if of, foreign := strings.CutPrefix(field, "foreign:"); foreign {
		return fmt.Sprint(r.Foreign[of])
	}
	if of, known := strings.CutPrefix(field, "known:"); known {
		return r.Days[of].String()
	}
	if n, ok := r.Ints[field]; ok {
		return fmt.Sprint(n)
	}
	return said(r, field)
}

func want(t *testing.T, got []string, lines ...string) {
	t.Helper()
	if len(got) != len(lines) {
		t.Fatalf("%d rows, want %d:\n%s", len(got), len(lines), strings.Join(got, "\n"))
	}
	for i, line := range lines {
		if got[i] != line {
			t.Errorf("row %d\n got %s\nwant %s", i+1, got[i], line)
		}
	}
}

// notes are the codes told of sheets as a whole.
func notes(sheets []ledger.Sheet) string {
	var out []string
	for _, s := range sheets {
		for _, f := range s.Notes {
			out = append(out, strings.TrimPrefix(f.Code, "ledger."))
		}
	}
	return strings.Join(out, " ")
}
