package importer

import (
	"cmp"
	"context"
	"slices"

	"sangu/domain"
	"sangu/domain/intake"
	"sangu/domain/library"
	"sangu/domain/pipeline"
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
	Notes    []ledger.Finding // told of the sheet as a whole
}

// Unknown is a name that no unit, or nobody, has, with how many cells say it.
type Unknown struct {
	Sheet, Field, Name string
	Cells              int
}

// topRows and topColumns are how much of a sheet is shown to point at its header.
const (
	topRows    = 12
	topColumns = 60
)

// View is an import with its sheets, and the units and people in them that the
// product does not know.
type View struct {
	Import        intake.Import
	Sheets        []SheetView
	Units, People []Unknown
}

// View returns how an import is read.
func (im *Importer) View(ctx context.Context, actor domain.Actor, id domain.ID) (View, error) {
	i, err := im.Imports.Get(ctx, actor, id)
	if err != nil {
		return View{}, err
	}
	b, err := im.book(ctx, i)
	if err != nil {
		return View{}, err
	}
	out := View{Import: i, Units: b.unknown("ledger.unit", "ledger.unit_near"), People: b.unknown("ledger.person")}
	for _, g := range b.grids {
		v := SheetView{
			Name:    g.Name,
			Reading: b.readings[g.Name],
			Origin:  string(b.from[g.Name]),
			Why:     b.why[g.Name],
			By:      map[ledger.Severity]int{},
		}
		for _, row := range g.Rows[:min(topRows, len(g.Rows))] {
			v.Top = append(v.Top, row[:min(topColumns, len(row))])
		}
		if s, err := b.sheet(g.Name); err == nil {
			if err := im.count(ctx, &v, s); err != nil {
				return View{}, err
			}
		}
		out.Sheets = append(out.Sheets, v)
	}
	return out, nil
}

func (im *Importer) count(ctx context.Context, v *SheetView, s *ledger.Sheet) error {
	known, err := im.lookups.Known(ctx, s.Mapping.Kind)
	if err != nil {
		return err
	}
	people, err := im.lookups.PeopleByName(ctx)
	if err != nil {
		return err
	}
	w := writer{Importer: im, people: people}
	v.Notes = s.Notes
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
	case domain.SubjectProject:
		return []string{or(t["code"], library.NameKey(t["name"])), library.NameKey(t["name"])}
	case domain.SubjectLead:
		return []string{t["company"] + "|" + t["subject"]}
	case domain.SubjectClient, domain.SubjectEnterprise:
		return []string{or(r.Words["credit_code"], t["name"]), t["name"]}
	case domain.SubjectVisit:
		leader := ""
		if ids := w.ids(r.People["leader"]); len(ids) > 0 {
			leader = string(ids[0])
		}
		return []string{r.Dates["on"].String() + "|" + t["company"] + "|" + leader}
	case "fund":
		return []string{pipeline.VoucherKey(t["voucher"])}
	case "problem":
		return []string{string(noteID(r.Texts["project"], "problem", problemText(r)))}
	}
	return nil
}

// unknown returns the names that findings of the codes are about, the commonest
// first.
func (b *book) unknown(codes ...string) []Unknown {
	var out []Unknown
	at := map[Unknown]int{}
	for _, s := range b.sheets {
		for _, f := range s.Findings {
			name, _ := f.Params["text"].(string)
			if !slices.Contains(codes, f.Code) || name == "" {
				continue
			}
			u := Unknown{Sheet: s.Name, Field: f.Field, Name: name}
			n, ok := at[u]
			if !ok {
				n = len(out)
				at[u] = n
				out = append(out, u)
			}
			out[n].Cells++
		}
	}
	slices.SortStableFunc(out, func(x, y Unknown) int { return cmp.Compare(y.Cells, x.Cells) })
	return out
}
