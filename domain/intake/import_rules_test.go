package intake_test

import (
	"testing"
	"time"

	"sangu/domain"
	"sangu/domain/intake"
)

func TestAnImportMovesOnlyWhereItsStateAllows(t *testing.T) {
	t.Parallel()
	written := domain.MustDate("2026-09-26").Start()
	last := written.AddDate(0, 0, intake.UndoDays)
	begin := func(i *intake.Import) error { return i.Begin(7, true) }
	stop := func(i *intake.Import) error { return i.Stop(written) }
	resume := func(i *intake.Import) error { return i.Resume() }
	decide := func(i *intake.Import) error { return i.Decide("表", func(s *intake.Sheet) { s.Cells["A1"] = "改" }) }
	undo := func(now time.Time) func(*intake.Import) error {
		return func(i *intake.Import) error { return i.Undo(now) }
	}
	const reading = "import.not_checking"
	for _, c := range []struct {
		name string
		from intake.State
		fn   func(*intake.Import) error
		want string
		to   intake.State
	}{
		{name: "a ledger that was read is written", from: intake.Checking, fn: begin, to: intake.Writing},
		{name: "not one that is being written", from: intake.Writing, fn: begin, want: reading, to: intake.Writing},
		{name: "not one that was stopped", from: intake.Stopped, fn: begin, want: reading, to: intake.Stopped},
		{name: "not one that was written", from: intake.Written, fn: begin, want: reading, to: intake.Written},
		{name: "not one that was undone", from: intake.Undone, fn: begin, want: reading, to: intake.Undone},
		{name: "a ledger that was read is put right", from: intake.Checking, fn: decide, to: intake.Checking},
		{name: "not one that was written", from: intake.Written, fn: decide, want: reading, to: intake.Written},
		{name: "the writing is stopped", from: intake.Writing, fn: stop, to: intake.Stopped},
		{name: "only while it goes on", from: intake.Written, fn: stop, want: "import.not_writing", to: intake.Written},
		{name: "what was stopped goes on", from: intake.Stopped, fn: resume, to: intake.Writing},
		{name: "what goes on is not resumed", from: intake.Writing, fn: resume, want: "import.not_stopped", to: intake.Writing},
		{name: "what was written is undone", from: intake.Written, fn: undo(written), to: intake.Undone},
		{name: "so is what was stopped", from: intake.Stopped, fn: undo(written), to: intake.Undone},
		{name: "until thirty days have gone by", from: intake.Written, fn: undo(last), to: intake.Undone},
		{name: "not after", from: intake.Written, fn: undo(last.Add(time.Microsecond)), want: "import.too_late", to: intake.Written},
		{name: "what is only read has nothing to undo", from: intake.Checking, fn: undo(written), want: "import.nothing_to_undo",
			to: intake.Checking},
		{name: "what is being written is stopped first", from: intake.Writing, fn: undo(written), want: "import.nothing_to_undo",
			to: intake.Writing},
		{name: "what was undone is not undone again", from: intake.Undone, fn: undo(written), want: "import.nothing_to_undo", to: intake.Undone},
	} {
		i := intake.Import{State: c.from, WrittenAt: written}
		if got := refusal(c.fn(&i)); got != c.want || i.State != c.to {
			t.Errorf("%s: refused by %q and %s, want %q and %s", c.name, got, i.State, c.want, c.to)
		}
	}
}

func TestADecisionLeavesTheImportThatWasReadAsItIs(t *testing.T) {
	t.Parallel()
	read := intake.Import{State: intake.Checking, Sheets: map[string]intake.Sheet{"表": {Cells: map[string]string{"A1": "旧"},
		Words: map[string]map[string]string{"unit": {"水务": "水务局"}}}}}
	changed := read
	err := changed.Decide("表", func(s *intake.Sheet) {
		s.Cells["A1"], s.Words["unit"]["水务"], s.Kept["B2"] = "新", "水利局", "属实"
	})
	if err != nil || read.Sheets["表"].Cells["A1"] != "旧" || read.Sheets["表"].Words["unit"]["水务"] != "水务局" || len(read.Sheets["表"].Kept) != 0 {
		t.Errorf("what was read became %+v %v", read.Sheets, err)
	}
	if s := changed.Sheets["表"]; s.Cells["A1"] != "新" || s.Words["unit"]["水务"] != "水利局" || s.Kept["B2"] != "属实" {
		t.Errorf("what was decided is %+v", s)
	}
}
