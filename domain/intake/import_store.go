package intake

import (
	"context"
	"time"

	"sangu/domain"
)

// Progress is the number of records that a chunk of rows made, changed, left and
// refused.
type Progress struct{ Created, Updated, Unchanged, Refused int }

// Store keeps imports. Reads take the actor and obey its scope.
type Store interface {
	AddImport(ctx context.Context, i Import, file []byte) error
	Import(ctx context.Context, actor domain.Actor, id domain.ID) (Import, error)
	// Imports returns the newest.
	Imports(ctx context.Context, actor domain.Actor, limit int) ([]Import, error)
	File(ctx context.Context, id domain.ID) ([]byte, error)
	// SaveImport writes state and decisions over the version; never progress.
	SaveImport(ctx context.Context, i Import) error
	// Unfinished returns those whose writing nobody stopped.
	Unfinished(ctx context.Context) ([]Import, error)
	// Claim moves the writing from row from to row to; false where somebody else
	// moved it, or stopped it.
	Claim(ctx context.Context, id domain.ID, from, to int) (bool, error)
	// Advance adds a chunk's progress, and at the last one the end.
	Advance(ctx context.Context, id domain.ID, p Progress, end time.Time) error
	// Try runs fn within the running unit of work; what it wrote is taken back
	// where it fails, and the unit goes on.
	Try(ctx context.Context, fn func(ctx context.Context) error) error
	AddEffects(ctx context.Context, list []Effect) error
	// Effects returns what an import did, last first; only narrows by outcome.
	Effects(ctx context.Context, id domain.ID, only Outcome) ([]Effect, error)
	// Results counts the records that an import made and changed, by kind.
	Results(ctx context.Context, id domain.ID) ([]Result, error)
	// Versions returns the present versions of records of a kind.
	Versions(ctx context.Context, kind string, ids []domain.ID) (map[domain.ID]int, error)
	// ChangedSince returns records of an import that somebody changed after it.
	ChangedSince(ctx context.Context, i Import) ([]Effect, error)
	// Withdraw takes away the records that an import made.
	Withdraw(ctx context.Context, id domain.ID, at time.Time) error
	HasNote(ctx context.Context, project, note domain.ID) (bool, error)
	HasVoucher(ctx context.Context, key string) (bool, error)
	// Remembered returns a unit's readings by the signature of the header.
	Remembered(ctx context.Context, unit domain.ID) (map[string]Reading, error)
	Remember(ctx context.Context, unit domain.ID, signature string, r Reading) error
	// Known returns the keys of what the libraries hold of a kind of ledger.
	Known(ctx context.Context, kind string) (map[string]bool, error)
}

// Result is the number of records of a kind that an import made and changed; money
// and lines on a project's page are of the kinds fund and note.
type Result struct {
	Kind             string
	Created, Updated int
}
