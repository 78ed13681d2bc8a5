package intake

import (
	"context"
	"errors"

	"sangu/domain"
	"sangu/domain/notice"
	"sangu/domain/org"
)

// mostListed is how many earlier imports are shown.
const mostListed = 50

// Imports is the service of imports: it keeps the files, what people decided
// about them, and what their rows did. The rows themselves are written through
// the services of the libraries.
type Imports struct {
	Work    domain.Work
	store   Store
	Journal domain.Journal
	Clock   domain.Clock
	IDs     domain.IDs
}

// NewImports returns s, the service, with its store filled in.
func NewImports(store Store, s *Imports) *Imports {
	s.store = store
	return s
}

// Get returns an import. It returns a KindNotFound error where there is none
// that the actor sees.
func (s *Imports) Get(ctx context.Context, actor domain.Actor, id domain.ID) (Import, error) {
	return s.store.Import(ctx, actor, id)
}

// List returns the newest imports that the actor sees.
func (s *Imports) List(ctx context.Context, actor domain.Actor) ([]Import, error) {
	return s.store.Imports(ctx, actor, mostListed)
}

// Results counts what an import made and changed, by kind of record.
func (s *Imports) Results(ctx context.Context, actor domain.Actor, id domain.ID) ([]Result, error) {
	if _, err := s.store.Import(ctx, actor, id); err != nil {
		return nil, err
	}
	return s.store.Results(ctx, id)
}

// Unfinished returns the imports whose writing nobody stopped, for the process
// that takes them up again.
func (s *Imports) Unfinished(ctx context.Context) ([]Import, error) { return s.store.Unfinished(ctx) }

// File returns the file of an import that the caller has read in its scope.
func (s *Imports) File(ctx context.Context, i Import) ([]byte, error) { return s.store.File(ctx, i.ID) }

// Remembered returns how the unit of an import had sheets read before, by the
// signature of their header.
func (s *Imports) Remembered(ctx context.Context, i Import) (map[string]Reading, error) {
	return s.store.Remembered(ctx, i.UnitID)
}

// Refusals returns what rules said against rows of an import that the caller has
// read in its scope, the last row first.
func (s *Imports) Refusals(ctx context.Context, i Import) ([]Effect, error) {
	if i.Refused == 0 {
		return nil, nil
	}
	return s.store.Effects(ctx, i.ID, Refused)
}

// Upload keeps a file as an import that is still checked.
func (s *Imports) Upload(ctx context.Context, actor domain.Actor, name string, file []byte) (Import, error) {
	if err := actor.Require(org.ImportRun); err != nil {
		return Import{}, err
	}
	i := Import{ID: s.IDs.New(), FileName: name, State: Checking, UnitID: actor.UnitID, PersonID: actor.PersonID, ByName: actor.Name,
		CreatedAt: s.Clock.Now(), Version: 1}
	return i, s.Work.Do(ctx, func(ctx context.Context) error {
		if err := s.store.AddImport(ctx, i, file); err != nil {
			return err
		}
		return s.record(ctx, actor, "import.upload", i)
	})
}

// Change loads an import in scope, lets fn change it over the version read, and
// saves it with its line in the audit. Version 0 changes whatever is stored.
func (s *Imports) Change(ctx context.Context, actor domain.Actor, id domain.ID, version int, action string,
	fn func(ctx context.Context, i *Import) error) (i Import, err error) {
	if err := actor.Require(org.ImportRun); err != nil {
		return Import{}, err
	}
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		if i, err = s.store.Import(ctx, actor, id); err != nil {
			return err
		}
		if version != 0 && i.Version != version {
			return domain.Stale(i)
		}
		if err := fn(ctx, &i); err != nil {
			return err
		}
		if err := s.store.SaveImport(ctx, i); err != nil {
			return err
		}
		i.Version++
		return s.record(ctx, actor, action, i)
	})
	return i, err
}

// Decide sets how a sheet is read, and remembers it for the unit by the
// signature of the sheet's header; an empty signature is not remembered.
func (s *Imports) Decide(ctx context.Context, actor domain.Actor, id domain.ID, version int, sheet string, r Reading,
	signature string) (Import, error) {
	return s.Change(ctx, actor, id, version, "import.map", func(ctx context.Context, i *Import) error {
		if err := i.Decide(sheet, func(d *Sheet) { d.Reading = &r }); err != nil {
			return err
		}
		if i.UnitID.IsZero() || signature == "" {
			return nil
		}
		return s.store.Remember(ctx, i.UnitID, signature, r)
	})
}

// Stop ends a writing after the rows in hand.
func (s *Imports) Stop(ctx context.Context, actor domain.Actor, id domain.ID) (Import, error) {
	return s.Change(ctx, actor, id, 0, "import.stop", func(_ context.Context, i *Import) error { return i.Stop(s.Clock.Now()) })
}

// Resume goes on with a writing that was stopped.
func (s *Imports) Resume(ctx context.Context, actor domain.Actor, id domain.ID, version int) (Import, error) {
	return s.Change(ctx, actor, id, version, "import.resume", func(_ context.Context, i *Import) error { return i.Resume() })
}

// TryRow runs fn for one row within the running unit of work; what it wrote is
// taken back where it fails, and the unit goes on.
func (s *Imports) TryRow(ctx context.Context, fn func(ctx context.Context) error) error {
	return s.store.Try(ctx, fn)
}

// errPreview ends a unit of work that is to leave nothing.
var errPreview = errors.New("preview")

// Preview runs fn in a unit of work and takes all of it back.
func (s *Imports) Preview(ctx context.Context, fn func(ctx context.Context) error) error {
	err := s.Work.Do(ctx, func(ctx context.Context) error {
		if err := fn(ctx); err != nil {
			return err
		}
		return errPreview
	})
	if errors.Is(err, errPreview) {
		return nil
	}
	return err
}

// record notes a step of an import in the audit, and tells its person of the end.
func (s *Imports) record(ctx context.Context, actor domain.Actor, action string, i Import) error {
	var tell []domain.Recipient
	if action == "import.run" {
		tell = []domain.Recipient{{Kind: string(notice.ImportDone), PersonID: i.PersonID}}
	}
	return s.Journal.Record(
		ctx,
		actor,
		domain.Change{Action: action, Subject: domain.Ref{Kind: domain.SubjectImport, ID: i.ID}, Title: i.FileName,
			UnitID: i.UnitID, Quiet: true, Tell: tell,
			Details: map[string]any{"created": i.Created, "updated": i.Updated, "refused": i.Refused},
			After: struct{ Total, Done, Created, Updated, Unchanged, Refused int }{Total: i.Total, Done: i.Done, Created: i.Created,
				Updated: i.Updated, Unchanged: i.Unchanged, Refused: i.Refused}},
	)
}
