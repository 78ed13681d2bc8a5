package importer

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"sangu/domain"
	"sangu/domain/intake"
	"sangu/domain/notice"
	"sangu/domain/org"
	"sangu/internal/ledger"
)

// mostListed is how many earlier imports are shown.
const mostListed = 50

// Upload keeps a file as an import that is still checked; nothing of it is
// written yet.
func (im *Importer) Upload(ctx context.Context, actor domain.Actor, name string, file []byte) (intake.Import, error) {
	if err := actor.Require(org.ImportRun); err != nil {
		return intake.Import{}, err
	}
	grids, err := im.open(ctx, name, file)
	if err != nil {
		return intake.Import{}, err
	}
	if !slices.ContainsFunc(grids, func(g ledger.Grid) bool { return len(g.Rows) > 0 }) {
		return intake.Import{}, domain.InvalidField("file", "ledger.no_sheet")
	}
	i := intake.Import{ID: im.IDs.New(), FileName: filepath.Base(name), State: intake.Checking, UnitID: actor.UnitID, PersonID: actor.PersonID, ByName: actor.Name,
		CreatedAt: im.Clock.Now(), Version: 1}
	e := im.shelf.entry(i.ID)
	e.mu.Lock()
	e.grids = grids
	e.mu.Unlock()
	return i, im.Work.Do(ctx, func(ctx context.Context) error {
		if err := im.Keep.AddImport(ctx, i, file); err != nil {
			return err
		}
		return im.record(ctx, actor, "import.upload", i)
	})
}

// record notes a step of an import in the audit.
func (im *Importer) record(ctx context.Context, actor domain.Actor, action string, i intake.Import) error {
	var tell []domain.Recipient
	if action == "import.run" {
		tell = []domain.Recipient{{Kind: string(notice.ImportDone), PersonID: i.PersonID}}
	}
	return im.Journal.Record(ctx, actor, domain.Change{Action: action, Subject: domain.Ref{Kind: domain.SubjectImport, ID: i.ID}, Title: i.FileName, UnitID: i.UnitID, Quiet: true, Tell: tell,
		Details: map[string]any{"created": i.Created, "updated": i.Updated, "refused": i.Refused},
		After:   struct{ Total, Done, Created, Updated, Unchanged, Refused int }{i.Total, i.Done, i.Created, i.Updated, i.Unchanged, i.Refused}})
}

// Get gives one import.
func (im *Importer) Get(ctx context.Context, actor domain.Actor, id domain.ID) (intake.Import, error) {
	return im.Keep.Import(ctx, actor, id)
}

// List gives the newest imports that the actor sees.
func (im *Importer) List(ctx context.Context, actor domain.Actor) ([]intake.Import, error) {
	return im.Keep.Imports(ctx, actor, mostListed)
}

// Results counts what an import made and changed, by kind of record.
func (im *Importer) Results(ctx context.Context, actor domain.Actor, id domain.ID) ([]intake.Result, error) {
	if _, err := im.Keep.Import(ctx, actor, id); err != nil {
		return nil, err
	}
	return im.Keep.Results(ctx, id)
}

// change loads an import in scope, lets fn change it over the version read, and
// saves it with its line in the audit.
func (im *Importer) change(ctx context.Context, actor domain.Actor, id domain.ID, version int, action string, fn func(ctx context.Context, i *intake.Import) error) (i intake.Import, err error) {
	if err := actor.Require(org.ImportRun); err != nil {
		return intake.Import{}, err
	}
	err = im.Work.Do(ctx, func(ctx context.Context) error {
		if i, err = im.Keep.Import(ctx, actor, id); err != nil {
			return err
		}
		if version != 0 && i.Version != version {
			return domain.Stale(i)
		}
		if err := fn(ctx, &i); err != nil {
			return err
		}
		if err := im.Keep.SaveImport(ctx, i); err != nil {
			return err
		}
		i.Version++
		return im.record(ctx, actor, action, i)
	})
	return i, err
}

// Decision says how a sheet is to be read. Without columns they are named as
// well as they name themselves.
type Decision struct {
	Sheet string
	intake.Reading
}

// Decide sets how a sheet is read, and remembers it for the unit: the next file
// with the same header is read so.
func (im *Importer) Decide(ctx context.Context, actor domain.Actor, id domain.ID, version int, d Decision) (intake.Import, error) {
	before, err := im.Keep.Import(ctx, actor, id)
	if err != nil {
		return before, err
	}
	b, err := im.book(ctx, before)
	if err != nil {
		return before, err
	}
	g, err := b.grid(d.Sheet)
	if err != nil {
		return before, err
	}
	r, err := decided(g, d.Reading)
	if err != nil {
		return before, err
	}
	return im.change(ctx, actor, id, version, "import.map", func(ctx context.Context, i *intake.Import) error {
		if err := i.Decide(d.Sheet, func(s *intake.Sheet) { s.Reading = &r }); err != nil {
			return err
		}
		if i.UnitID.IsZero() || strings.Join(r.Headers, "") == "" {
			return nil
		}
		return im.Keep.Remember(ctx, i.UnitID, ledger.Signature(r.Headers), r)
	})
}

// decided completes a reading and refuses one that does not fit its sheet.
func decided(g ledger.Grid, r intake.Reading) (intake.Reading, error) {
	var c domain.Check
	kind, known := ledger.KindByKey(r.Kind)
	c.That(known || r.Kind == "", "kind", "input.enum", "allowed", order())
	for n, row := range r.HeaderRows {
		c.That(row >= 1 && row <= len(g.Rows) && (n == 0 || row == r.HeaderRows[n-1]+1), "header_rows", "import.header_rows")
	}
	c.That(len(r.HeaderRows) <= 5, "header_rows", "import.header_rows")
	seen := map[string]bool{}
	for _, key := range r.Columns {
		ok := slices.ContainsFunc(kind.Fields, func(f ledger.Field) bool { return f.Key == key })
		c.That(key == "" || ok, "columns", "import.field_unknown", "field", key)
		c.That(key == "" || !seen[key], "columns", "import.field_twice", "field", key)
		seen[key] = true
	}
	if err := c.Err(); err != nil {
		return r, err
	}
	m := ledger.At(g, r.Kind, r.HeaderRows)
	r.Headers = m.Headers
	if len(r.Columns) == 0 {
		r.Columns = m.Columns
	}
	for len(r.Columns) < len(r.Headers) {
		r.Columns = append(r.Columns, "")
	}
	r.Columns = r.Columns[:len(r.Headers)]
	return r, nil
}

// Fix puts a text in place of a cell's, or of a text wherever a field says it.
type Fix struct {
	Cell        string // "U16", or empty with
	Field, From string
	Text        string
	// Keep leaves a cell as it is though it was asked about, and says why.
	Keep string
}

// Fix puts right what a sheet says; the file itself stays as it was sent.
func (im *Importer) Fix(ctx context.Context, actor domain.Actor, id domain.ID, version int, sheet string, fixes []Fix) (intake.Import, error) {
	before, err := im.Keep.Import(ctx, actor, id)
	if err != nil {
		return before, err
	}
	b, err := im.book(ctx, before)
	if err != nil {
		return before, err
	}
	if _, err := b.grid(sheet); err != nil {
		return before, err
	}
	var c domain.Check
	for _, f := range fixes {
		c.That(ledger.IsCell(f.Cell) || f.Cell == "" && f.Field != "" && f.From != "", "fixes", "import.cell_unknown", "cell", f.Cell)
		c.That(f.Keep == "" || f.Cell != "" && strings.TrimSpace(f.Keep) != "", "fixes", "import.keep_reason")
	}
	if err := c.Err(); err != nil {
		return before, err
	}
	return im.change(ctx, actor, id, version, "import.fix", func(_ context.Context, i *intake.Import) error {
		return i.Decide(sheet, func(s *intake.Sheet) {
			for _, f := range fixes {
				if f.Cell != "" && f.Keep != "" {
					s.Kept[strings.ToUpper(f.Cell)] = f.Keep
					continue
				}
				if f.Cell != "" {
					delete(s.Kept, strings.ToUpper(f.Cell))
					s.Cells[strings.ToUpper(f.Cell)] = f.Text
					continue
				}
				if s.Words[f.Field] == nil {
					s.Words[f.Field] = map[string]string{}
				}
				s.Words[f.Field][f.From] = f.Text
			}
		})
	})
}

// AddUnits puts units that an import names, and nobody knew, into the tree.
func (im *Importer) AddUnits(ctx context.Context, actor domain.Actor, id domain.ID, units []org.UnitFacts) (intake.Import, error) {
	i, err := im.Keep.Import(ctx, actor, id)
	if err != nil {
		return i, err
	}
	if err := i.Open(); err != nil {
		return i, err
	}
	for _, u := range units {
		if _, err := im.Units.Add(ctx, actor, "", u); err != nil {
			return i, err
		}
	}
	return i, nil
}
