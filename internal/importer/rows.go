package importer

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"sangu/domain"
	"sangu/domain/intake"
	"sangu/domain/library"
	"sangu/domain/pipeline"
	"sangu/internal/ledger"
)

// RowView is a row as the file has it, with what is wrong and what writing it
// would do.
type RowView struct {
	Row      int
	Severity ledger.Severity
	Cells    []string
	Findings []ledger.Finding
	// Right are the row's cells that a person put right, or left as they are with
	// a reason.
	Right []PutRight
	// Effect is "created", "updated" or "unchanged"; empty where the row is not
	// written, or no longer checked.
	Effect  string
	Changes []FieldChange
}

// PutRight is a cell that a person looked at: what the file says there, and why
// it stays so, where it does.
type PutRight struct{ Cell, Was, Kept string }

// FieldChange is what an update would change in one field.
type FieldChange struct {
	Field         string
	Before, After any
}

// RowsPage is a page of a sheet's rows.
type RowsPage struct {
	Kind  string
	Total int
	Rows  []RowView
}

// Part says which rows of a sheet are read.
type Part struct {
	Sheet string
	// Problems wants only rows with problems, and those Held: numbers of rows that
	// were there before they were put right, so that none leaves while it is read.
	Problems      bool
	Held          []int
	Offset, Limit int
}

// Rows returns a page of a sheet's rows.
func (im *Importer) Rows(ctx context.Context, actor domain.Actor, id domain.ID, part Part) (RowsPage, error) {
	sheet := part.Sheet
	i, err := im.Imports.Get(ctx, actor, id)
	if err != nil {
		return RowsPage{}, err
	}
	b, err := im.book(ctx, i)
	if err != nil {
		return RowsPage{}, err
	}
	s, err := b.sheet(sheet)
	if err != nil {
		return RowsPage{}, err
	}
	refused, err := im.refused(ctx, i, s)
	if err != nil {
		return RowsPage{}, err
	}
	g, err := b.grid(sheet)
	if err != nil {
		return RowsPage{}, err
	}
	out := RowsPage{Kind: s.Mapping.Kind}
	var shown []ledger.Row
	for _, r := range s.Rows {
		if part.Problems && r.Worst == "" && refused[r.Number] == nil && !slices.Contains(part.Held, r.Number) {
			continue
		}
		if out.Total++; out.Total > part.Offset && len(shown) < part.Limit {
			shown = append(shown, r)
		}
	}
	for _, r := range shown {
		v := RowView{Row: r.Number, Severity: r.Worst, Findings: append(slices.Clone(b.findings[sheet][r.Number]), refused[r.Number]...)}
		if refused[r.Number] != nil {
			v.Severity = ledger.Error
		}
		b.texts(&v, s, g, i.Sheets[sheet])
		out.Rows = append(out.Rows, v)
	}
	if i.State == intake.Checking {
		err = im.preview(ctx, actor, b, s, shown, out.Rows)
	}
	return out, err
}

// texts returns a row's cells as they are read: with what was put right, and what
// is meant by names that were explained.
func (b *book) texts(v *RowView, s *ledger.Sheet, g ledger.Grid, said intake.Sheet) {
	sent := b.sent[s.Name]
	for c, field := range s.Mapping.Columns {
		name := ledger.CellName(v.Row-1, c)
		now := g.Shown(s.Mapping.Kind, field, v.Row-1, c)
		was := sent.Shown(s.Mapping.Kind, field, v.Row-1, c)
		if field != "" {
			now = ledger.Meant(s.Mapping.Kind, field, now, said.Words[field])
		}
		if why := said.Kept[name]; why != "" || now != was {
			v.Right = append(v.Right, PutRight{name, was, why})
		}
		v.Cells = append(v.Cells, now)
	}
}

// refused returns what rules said against rows of a sheet while they were
// written.
func (im *Importer) refused(ctx context.Context, i intake.Import, s *ledger.Sheet) (map[int][]ledger.Finding, error) {
	out := map[int][]ledger.Finding{}
	all, err := im.Imports.Refusals(ctx, i)
	for _, e := range all {
		if e.Sheet != s.Name {
			continue
		}
		for _, f := range e.Findings {
			out[e.Row] = append(out[e.Row], onCell(s, e.Row, f))
		}
	}
	return out, err
}

// preview writes the rows, keeps what was recorded, and takes all of it back.
func (im *Importer) preview(ctx context.Context, actor domain.Actor, b *book, s *ledger.Sheet, rows []ledger.Row, views []RowView) error {
	people, err := im.lookups.PeopleByName(ctx)
	if err != nil {
		return err
	}
	saw := &recordingJournal{discard: true}
	w := writer{Importer: im.under(saw), actor: actor, people: people}
	return im.Imports.Preview(ctx, func(ctx context.Context) error {
		for n, r := range rows {
			if !eligible(r, true) {
				continue
			}
			saw.changes = nil
			did, err := w.row(ctx, s, r)
			if refused, ok := errors.AsType[*domain.Error](err); ok && refused.Kind != domain.KindInternal {
				im.previewRefusal(b, &views[n], s, refused)
				continue
			}
			if err != nil {
				return err
			}
			views[n].Effect = map[outcome]string{unchanged: "unchanged", created: "created", updated: "updated"}[did]
			if did == updated {
				views[n].Changes = fieldChanges(saw.changes)
			}
		}
		return nil
	})
}

// previewRefusal notes a refusal, unless it is for a project that an earlier sheet of
// the same file brings.
func (im *Importer) previewRefusal(b *book, v *RowView, s *ledger.Sheet, e *domain.Error) {
	for _, f := range fieldsOf(e) {
		if name, _ := f.Params["text"].(string); f.Code == "ledger.project_unknown" && b.brings(name) {
			v.Effect = "created"
			continue
		}
		v.Severity = ledger.Error
		v.Findings = append(v.Findings, onCell(s, v.Row, f))
	}
}

// brings reports whether the workbook has a project of the name.
func (b *book) brings(name string) bool {
	for _, s := range b.sheets {
		if s.Mapping.Kind == domain.SubjectProject && slices.ContainsFunc(s.Rows, func(r ledger.Row) bool {
			return eligible(r, true) && library.NameKey(r.Texts["name"]) == library.NameKey(name)
		}) {
			return true
		}
	}
	return false
}

// fieldChanges returns what updates and moves change, by field.
func fieldChanges(changes []domain.Change) []FieldChange {
	var out []FieldChange
	for _, c := range changes {
		if e, ok := c.After.(pipeline.Event); ok {
			out = append(out, FieldChange{"stage", c.Details["from"], string(e.Code)})
			continue
		}
		if c.Before == nil || c.After == nil {
			continue
		}
		for field, d := range domain.Differences(c.Before, c.After) {
			out = append(out, FieldChange{field, d.Before, d.After})
		}
	}
	slices.SortFunc(out, func(x, y FieldChange) int { return cmp.Compare(x.Field, y.Field) })
	return out
}
