package intake

import (
	"context"
	"time"

	"sangu/domain"
)

// Progress is the number of records that a chunk of rows made, changed, left and
// refused.
type Progress struct{ Created, Updated, Unchanged, Refused int }

// ImportStore keeps imports and how far each has come. Reads take the actor and
// obey its scope.
type ImportStore interface {
	// AddImport adds an import with the bytes of its file.
	AddImport(ctx context.Context, i Import, file []byte) error
	// Import returns one import, or a KindNotFound error.
	Import(ctx context.Context, actor domain.Actor, id domain.ID) (Import, error)
	// Imports returns the newest imports, at most limit.
	Imports(ctx context.Context, actor domain.Actor, limit int) ([]Import, error)
	// File returns the bytes of an import's file.
	File(ctx context.Context, id domain.ID) ([]byte, error)
	// SaveImport writes state and decisions over the version, never progress. It
	// returns a KindStale error where the version is another.
	SaveImport(ctx context.Context, i Import) error
	// Unfinished returns the imports that are being written.
	Unfinished(ctx context.Context) ([]Import, error)
	// Claim moves the writing from row from to row to. It returns false where
	// another process moved it, or somebody stopped it.
	Claim(ctx context.Context, id domain.ID, from, to int) (bool, error)
	// Advance adds a chunk's progress, and at the last chunk the end.
	Advance(ctx context.Context, id domain.ID, p Progress, end time.Time) error
	// Try runs fn within the running unit of work. Where fn returns an error, what
	// it wrote is taken back and the unit goes on.
	Try(ctx context.Context, fn func(ctx context.Context) error) error
}

// EffectStore keeps what imports did, by which they are undone.
type EffectStore interface {
	AddEffects(ctx context.Context, list []Effect) error
	// Effects returns what an import did, the last first, of one outcome or of all.
	Effects(ctx context.Context, id domain.ID, only Outcome) ([]Effect, error)
	// Results counts the records that an import made and changed, by kind.
	Results(ctx context.Context, id domain.ID) ([]Result, error)
	// Versions returns the present versions of records of a kind.
	Versions(ctx context.Context, kind string, ids []domain.ID) (map[domain.ID]int, error)
	// ChangedSince returns records of an import that somebody changed after it.
	ChangedSince(ctx context.Context, i Import) ([]Effect, error)
	// Withdraw takes away the records that an import made.
	Withdraw(ctx context.Context, id domain.ID, at time.Time) error
}

// ReadingStore keeps how a unit's ledgers are read.
type ReadingStore interface {
	// Remembered returns a unit's readings by the signature of the header.
	Remembered(ctx context.Context, unit domain.ID) (map[string]Reading, error)
	// Remember keeps the reading of a header for the unit's next ledger.
	Remember(ctx context.Context, unit domain.ID, signature string, r Reading) error
}

// Store is all that the writing and undoing of imports needs.
type Store interface {
	ImportStore
	EffectStore
	ReadingStore
}

// Result is the number of records of a kind that an import made and changed; money
// and lines on a project's page are of the kinds fund and note.
type Result struct {
	Kind             string
	Created, Updated int
}
