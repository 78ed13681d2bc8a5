package importer

import (
	"slices"

	"sangu/domain"
	"sangu/domain/intake"
	"sangu/internal/ledger"
)

// book is a workbook as it is read now: by what was found, remembered and
// decided.
type book struct {
	version  int
	units    directory
	grids    []ledger.Grid
	sent     map[string]ledger.Grid    // by sheet, as the file has them
	readings map[string]intake.Reading // of all sheets; kind "" is left out
	from     map[string]origin
	why      map[string]string // sheets are left out for
	sheets   []ledger.Sheet
	findings map[string]map[int][]ledger.Finding // by sheet and row
}

// origin is where a sheet's reading comes from.
type origin string

const (
	byMeaning  origin = "found"
	byMemory   origin = "remembered"
	byDecision origin = "decided"
)

// slot is one row among all, in the order of writing.
type slot struct{ sheet, row int }

// slots returns all rows of all sheets in the order of writing. It depends on
// the file and the decisions alone, so a position in it outlives a process.
func (b *book) slots() []slot {
	var out []slot
	for _, kind := range order() {
		for i, s := range b.sheets {
			if s.Mapping.Kind != kind {
				continue
			}
			for r := range s.Rows {
				out = append(out, slot{i, r})
			}
		}
	}
	return out
}

func (b *book) sheet(name string) (*ledger.Sheet, error) {
	for i := range b.sheets {
		if b.sheets[i].Name == name {
			return &b.sheets[i], nil
		}
	}
	return nil, domain.InvalidField("sheet", "import.sheet_unknown")
}

func (b *book) grid(name string) (ledger.Grid, error) {
	for _, g := range b.grids {
		if g.Name == name {
			return g, nil
		}
	}
	return ledger.Grid{}, domain.InvalidField("sheet", "import.sheet_unknown")
}

// read reads a workbook by what was decided, else remembered, else found.
func read(i intake.Import, grids []ledger.Grid, reader ledger.Reader, known map[string]intake.Reading) *book {
	b := &book{
		version:  i.Version,
		sent:     map[string]ledger.Grid{},
		readings: map[string]intake.Reading{},
		from:     map[string]origin{},
		why:      map[string]string{},
		findings: map[string]map[int][]ledger.Finding{},
	}
	mappings := map[string]ledger.Mapping{}
	for _, g := range grids {
		said := i.Sheets[g.Name]
		r, from, found := reading(g, said, known)
		m := ledger.Mapping{
			Kind:       r.Kind,
			HeaderRows: r.HeaderRows,
			Columns:    r.Columns,
			Headers:    r.Headers,
			Unit:       ledger.Magnitude(r.Unit),
			Words:      said.Words,
			Kept:       said.Kept,
			Rivals:     found.Rivals,
			Sure:       found.Sure,
			Instead:    found.Instead,
		}
		b.readings[g.Name], b.from[g.Name], mappings[g.Name] = r, from, m
		if r.Kind == "" && from == byMeaning {
			b.why[g.Name] = ledger.SkipReason(g)
		}
		b.sent[g.Name] = g
		b.grids = append(b.grids, g.With(said.Cells))
	}
	reader.Mappings = mappings
	b.sheets = reader.Read(b.grids)
	for _, s := range b.sheets {
		rows := map[int][]ledger.Finding{}
		for _, f := range s.Findings {
			rows[f.Row] = append(rows[f.Row], f)
		}
		b.findings[s.Name] = rows
	}
	return b
}

// reading returns how a sheet is read and where that comes from; found is what
// the sheet itself says, where nobody decided.
func reading(g ledger.Grid, said intake.Sheet, known map[string]intake.Reading) (r intake.Reading, from origin, found ledger.Mapping) {
	if said.Reading != nil {
		if m, ok := ledger.Find(g); ok && said.Reading.Open && slices.Equal(m.Columns, said.Reading.Columns) {
			found = m
		}
		return *said.Reading, byDecision, found
	}
	if signature, rows, ok := ledger.Recognised(g, func(s string) bool { _, ok := known[s]; return ok }); ok {
		r := known[signature]
		r.HeaderRows, r.Headers = rows, ledger.Headers(g, rows)
		return r, byMemory, found
	}
	m, ok := ledger.Find(g)
	if !ok {
		return intake.Reading{}, byMeaning, found
	}
	return intake.Reading{Kind: m.Kind, HeaderRows: m.HeaderRows, Columns: m.Columns, Headers: m.Headers, Unit: int64(m.Unit), Open: true},
		byMeaning, m
}
