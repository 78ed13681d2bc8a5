// Package intake holds imports of ledgers: the file, how its sheets are read,
// what was put right in them, how far the writing came, and what it did, so
// that it can be taken up again and undone.
package intake

import (
	"maps"
	"time"

	"sangu/domain"
)

// State is how far an import has come.
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

// Reading says how a sheet is read, where a person said so: its kind of ledger,
// "" to leave it out, its header's rows from 1, and the field of each column.
type Reading struct {
	Kind       string
	HeaderRows []int
	Columns    []string
	Headers    []string
	Unit       int64 // 元 in the unit of amounts whose header names none
	// Open says that nobody decided it: what it leaves open is still asked about.
	Open bool
}

// Sheet is what a person decided about one sheet.
type Sheet struct {
	Reading *Reading
	// Cells are the texts put in place of those in the file, by name: "U16".
	Cells map[string]string
	// Words are, by field, what is meant by a text wherever it stands.
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

// Open refuses changes to how an import is read once its writing has begun.
func (i Import) Open() error {
	if i.State != Checking {
		return domain.Conflict("import.not_checking")
	}
	return nil
}

// Decide gives the import with a sheet's decisions changed by fn; the import
// that was read stays as it is.
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

// Begin starts the writing of so many rows.
func (i *Import) Begin(total int, acceptWarnings bool) error {
	if err := i.Open(); err != nil {
		return err
	}
	i.State, i.Total, i.AcceptWarnings = Writing, total, acceptWarnings
	return nil
}

// Stop ends the writing after the rows in hand.
func (i *Import) Stop(now time.Time) error {
	if i.State != Writing {
		return domain.Conflict("import.not_writing")
	}
	i.State, i.WrittenAt = Stopped, now
	return nil
}

// Resume goes on where the writing was stopped.
func (i *Import) Resume() error {
	if i.State != Stopped {
		return domain.Conflict("import.not_stopped")
	}
	i.State = Writing
	return nil
}

// UndoUntil is the instant until which the import can be undone.
func (i Import) UndoUntil() time.Time {
	if i.WrittenAt.IsZero() {
		return time.Time{}
	}
	return i.WrittenAt.AddDate(0, 0, UndoDays)
}

// Undo takes back what was written.
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
