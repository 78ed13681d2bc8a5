// Package intake holds imports of ledgers: the file, how its sheets are read,
// what was put right in them, how far the writing came, and what it did, so
// that it can be taken up again and undone.
package intake

import (
	"maps"
	"time"

	"sangu/domain"
)

// State is the state of an import.
type State string

// The states of an import.
const (
	Checking State = "checking" // read and put right; nothing is written
	Writing  State = "writing"
	Stopped  State = "stopped" // by a person; what is written stays until undone
	Written  State = "written"
	Undone   State = "undone"
)

// UndoDays is for how long an import can be undone.
const UndoDays = 30

// Reading is how a person said that a sheet is read: its kind of ledger, "" to
// leave it out, the rows of its header from 1, and the field of each column.
type Reading struct {
	Kind       string
	HeaderRows []int
	Columns    []string
	Headers    []string
	Unit       int64 // 元 in the unit of amounts whose header names none
	// Open says that nobody decided it: what it leaves open is still asked about.
	Open bool
}

// Sheet is the decisions of a person on one sheet.
type Sheet struct {
	Reading *Reading
	// Cells are the texts put in place of those in the file, by name: "U16".
	Cells map[string]string
	// Words are the meanings of texts, by field and text, wherever the text is
	// found.
	Words map[string]map[string]string
	// Kept are cells that stay as they are though they were asked about, with why.
	Kept map[string]string
}

// Import is one file on its way into the libraries.
type Import struct {
	ID             domain.ID
	FileName       string
	State          State
	Sheets         map[string]Sheet
	AcceptWarnings bool
	// Total rows are walked through while writing, Done of them so far.
	Total, Done                          int
	Created, Updated, Unchanged, Refused int
	UnitID                               domain.ID
	PersonID                             domain.ID
	ByName                               string
	CreatedAt, WrittenAt, UndoneAt       time.Time
	Version                              int
}

// Open returns a KindConflict error once the writing of the import has begun: how
// it is read cannot be changed any more.
func (i Import) Open() error {
	if i.State != Checking {
		return domain.Conflict("import.not_checking")
	}
	return nil
}

// Decide changes the decisions on a sheet by fn. The maps that the import had stay
// as they are. It returns an error as Open does.
func (i *Import) Decide(sheet string, fn func(s *Sheet)) error {
	if err := i.Open(); err != nil {
		return err
	}
	s := i.Sheets[sheet]
	cells, kept, words := maps.Clone(s.Cells), maps.Clone(s.Kept), map[string]map[string]string{}
	for field, said := range s.Words {
		words[field] = maps.Clone(said)
	}
	if cells == nil {
		cells = map[string]string{}
	}
	if kept == nil {
		kept = map[string]string{}
	}
	s.Cells, s.Kept, s.Words = cells, kept, words
	fn(&s)
	all := maps.Clone(i.Sheets)
	if all == nil {
		all = map[string]Sheet{}
	}
	all[sheet] = s
	i.Sheets = all
	return nil
}

// Begin starts the writing of total rows. It returns an error as Open does.
func (i *Import) Begin(total int, acceptWarnings bool) error {
	if err := i.Open(); err != nil {
		return err
	}
	i.State, i.Total, i.AcceptWarnings = Writing, total, acceptWarnings
	return nil
}

// Stop ends the writing after the rows in hand. It returns a KindConflict error
// unless the import is being written.
func (i *Import) Stop(now time.Time) error {
	if i.State != Writing {
		return domain.Conflict("import.not_writing")
	}
	i.State, i.WrittenAt = Stopped, now
	return nil
}

// Resume continues a writing that was stopped. It returns a KindConflict error for
// any other import.
func (i *Import) Resume() error {
	if i.State != Stopped {
		return domain.Conflict("import.not_stopped")
	}
	i.State = Writing
	return nil
}

// UndoUntil returns the instant until which the import can be undone, UndoDays
// after it was written; the zero time where it was not.
func (i Import) UndoUntil() time.Time {
	if i.WrittenAt.IsZero() {
		return time.Time{}
	}
	return i.WrittenAt.AddDate(0, 0, UndoDays)
}

// Undo marks the import as undone. It returns a KindConflict error where nothing
// was written, it is undone already, or UndoUntil is past.
func (i *Import) Undo(now time.Time) error {
	if i.State != Written && i.State != Stopped {
		return domain.Conflict("import.nothing_to_undo")
	}
	if now.After(i.UndoUntil()) {
		return domain.Conflict("import.too_late").With("days", UndoDays)
	}
	i.State, i.UndoneAt = Undone, now
	return nil
}
