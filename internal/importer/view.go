package importer

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"sangu/domain"
	"sangu/domain/intake"
	"sangu/domain/pipeline"
	"sangu/domain/pool"
	"sangu/internal/ledger"
)

// SheetView is a sheet with how it is read and how much of it is right.
type SheetView struct {
	Name     string
	Reading  intake.Reading
	Origin   string // "found", "remembered" or "decided"
	Why      string // it is left out, where nobody decided so
	Top      [][]string
	AsOf     domain.Date
	Unit     int64
	Rows     int
	Ready    int
	By       map[ledger.Severity]int
	Skipped  int
	Fresh    int // ready rows of records that the libraries do not have
	Known    int // and of those that they have
	Problems int
}

// UnknownUnit is a name that no unit has, with how many cells say it.
type UnknownUnit struct {
	Sheet, Field, Name string
	Cells              int
}

// topRows and topColumns are how much of a sheet is shown to point at its header.
const (
	topRows    = 12
	topColumns = 60
)

// View gives an import's sheets, and the units that nobody knows.
func (im *Importer) View(ctx context.Context, actor domain.Actor, id domain.ID) (intake.Import, []SheetView, []UnknownUnit, error) {
	i, err := im.Keep.Import(ctx, actor, id)
	if err != nil {
		return i, nil, nil, err
	}
	b, err := im.book(ctx, i)
	if err != nil {
		return i, nil, nil, err
	}
	var out []SheetView
	for _, g := range b.grids {
		v := SheetView{Name: g.Name, Reading: b.readings[g.Name], Origin: string(b.from[g.Name]), Why: b.why[g.Name], By: map[ledger.Severity]int{}}
		for _, row := range g.Rows[:min(topRows, len(g.Rows))] {
			v.Top = append(v.Top, row[:min(topColumns, len(row))])
		}
		if s, err := b.sheet(g.Name); err == nil {
			if err := im.count(ctx, &v, s); err != nil {
				return i, nil, nil, err
			}
		}
		out = append(out, v)
	}
	return i, out, unknownUnits(b), nil
}

func (im *Importer) count(ctx context.Context, v *SheetView, s *ledger.Sheet) error {
	known, err := im.Keep.Known(ctx, s.Mapping.Kind)
	if err != nil {
		return err
	}
	people, err := im.Store.PeopleByName(ctx)
	if err != nil {
		return err
	}
	w := writer{Importer: im, people: people}
	v.AsOf, v.Unit, v.Rows, v.Skipped = s.AsOf, int64(s.Mapping.Unit), len(s.Rows), s.Skipped
	for _, r := range s.Rows {
		v.By[r.Worst]++
		if r.Worst != "" {
			v.Problems++
		}
		if !eligible(r, true) {
			continue
		}
		v.Ready++
		if slices.ContainsFunc(w.keys(s.Mapping.Kind, r), func(k string) bool { return known[k] }) {
			v.Known++
		} else {
			v.Fresh++
		}
	}
	return nil
}

// keys are those by which the libraries may know a row.
func (w *writer) keys(kind string, r ledger.Row) []string {
	t := r.Texts
	switch kind {
	case "project":
		return []string{or(t["code"], pool.NameKey(t["name"])), pool.NameKey(t["name"])}
	case "lead":
		return []string{t["company"] + "|" + t["subject"]}
	case "client", "enterprise":
		return []string{or(r.Words["credit_code"], t["name"]), t["name"]}
	case "visit":
		leader := ""
		if ids := w.ids(r.People["leader"]); len(ids) > 0 {
			leader = string(ids[0])
		}
		return []string{r.Dates["on"].String() + "|" + t["company"] + "|" + leader}
	case "fund":
		return []string{pipeline.VoucherKey(t["voucher"])}
	case "problem":
		return []string{string(noteID(r))}
	}
	return nil
}

func unknownUnits(b *book) []UnknownUnit {
	var out []UnknownUnit
	at := map[UnknownUnit]int{}
	for _, s := range b.sheets {
		for _, f := range s.Findings {
			name, _ := f.Params["text"].(string)
			if f.Code != "ledger.unit" && f.Code != "ledger.unit_near" || name == "" {
				continue
			}
			u := UnknownUnit{Sheet: s.Name, Field: f.Field, Name: name}
			n, ok := at[u]
			if !ok {
				n = len(out)
				at[u] = n
				out = append(out, u)
			}
			out[n].Cells++
		}
	}
	slices.SortStableFunc(out, func(x, y UnknownUnit) int { return cmp.Compare(y.Cells, x.Cells) })
	return out
}

// RowView is a row as the file has it, with what is wrong and what writing it
// would do.
type RowView struct {
	Row      int
	Severity ledger.Severity
	Cells    []string
	Findings []ledger.Finding
	// Effect is "created", "updated" or "unchanged"; empty where the row is not
	// written, or no longer checked.
	Effect  string
	Changes []FieldChange
}

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

// Rows gives a page of a sheet's rows, only those with problems where wanted.
func (im *Importer) Rows(ctx context.Context, actor domain.Actor, id domain.ID, sheet string, problems bool, offset, limit int) (RowsPage, error) {
	i, err := im.Keep.Import(ctx, actor, id)
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
		if problems && r.Worst == "" && refused[r.Number] == nil {
			continue
		}
		if out.Total++; out.Total > offset && len(shown) < limit {
			shown = append(shown, r)
		}
	}
	for _, r := range shown {
		v := RowView{Row: r.Number, Severity: r.Worst, Findings: append(slices.Clone(b.findings[sheet][r.Number]), refused[r.Number]...)}
		if refused[r.Number] != nil {
			v.Severity = ledger.Error
		}
		for c, field := range s.Mapping.Columns {
			v.Cells = append(v.Cells, g.Shown(s.Mapping.Kind, field, r.Number-1, c))
		}
		out.Rows = append(out.Rows, v)
	}
	if i.State == intake.Checking {
		err = im.preview(ctx, actor, b, s, shown, out.Rows)
	}
	return out, err
}

// refused gives what rules said against rows of a sheet while they were
// written.
func (im *Importer) refused(ctx context.Context, i intake.Import, s *ledger.Sheet) (map[int][]ledger.Finding, error) {
	out := map[int][]ledger.Finding{}
	if i.Refused == 0 {
		return out, nil
	}
	all, err := im.Keep.Effects(ctx, i.ID, intake.Refused)
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
	people, err := im.Store.PeopleByName(ctx)
	if err != nil {
		return err
	}
	saw := &witness{}
	w := writer{Importer: im.under(saw), actor: actor, people: people}
	err = im.Work.Do(ctx, func(ctx context.Context) error {
		for n, r := range rows {
			if !eligible(r, true) {
				continue
			}
			saw.changes = nil
			did, err := w.row(ctx, s, r)
			if refused, ok := errors.AsType[*domain.Error](err); ok && refused.Kind != domain.KindInternal {
				im.foresee(b, &views[n], s, refused)
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
		return errDry
	})
	if errors.Is(err, errDry) {
		return nil
	}
	return err
}

// foresee notes a refusal, unless it is for a project that an earlier sheet of
// the same file brings.
func (im *Importer) foresee(b *book, v *RowView, s *ledger.Sheet, e *domain.Error) {
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
		if s.Mapping.Kind == "project" && slices.ContainsFunc(s.Rows, func(r ledger.Row) bool {
			return eligible(r, true) && pool.NameKey(r.Texts["name"]) == pool.NameKey(name)
		}) {
			return true
		}
	}
	return false
}

// fieldChanges gives what updates and moves change, by field.
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
