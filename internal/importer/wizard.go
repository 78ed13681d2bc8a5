package importer

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"sangu/domain"
	"sangu/domain/intake"
	"sangu/domain/org"
	"sangu/internal/ledger"
)

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
	i, err := im.Imports.Upload(ctx, actor, filepath.Base(name), file)
	if err != nil {
		return i, err
	}
	e := im.cache.entry(i.ID)
	e.mu.Lock()
	e.grids = grids
	e.mu.Unlock()
	return i, nil
}

// Get returns an import. It returns a KindNotFound error where there is none
// that the actor sees.
func (im *Importer) Get(ctx context.Context, actor domain.Actor, id domain.ID) (intake.Import, error) {
	return im.Imports.Get(ctx, actor, id)
}

// List returns the newest imports that the actor sees.
func (im *Importer) List(ctx context.Context, actor domain.Actor) ([]intake.Import, error) {
	return im.Imports.List(ctx, actor)
}

// Results counts what an import made and changed, by kind of record.
func (im *Importer) Results(ctx context.Context, actor domain.Actor, id domain.ID) ([]intake.Result, error) {
	return im.Imports.Results(ctx, actor, id)
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
	before, err := im.Imports.Get(ctx, actor, id)
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
	signature := ""
	if strings.Join(r.Headers, "") != "" {
		signature = ledger.Signature(r.Headers)
	}
	return im.Imports.Decide(ctx, actor, id, version, d.Sheet, r, signature)
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
func (im *Importer) Fix(
	ctx context.Context,
	actor domain.Actor,
	id domain.ID,
	version int,
	sheet string,
	fixes []Fix,
) (intake.Import, error) {
	before, err := im.Imports.Get(ctx, actor, id)
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
	return im.Imports.Change(ctx, actor, id, version, "import.fix", func(_ context.Context, i *intake.Import) error {
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
	i, err := im.Imports.Get(ctx, actor, id)
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
