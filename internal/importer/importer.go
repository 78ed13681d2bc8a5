// Package importer writes ledgers into the libraries through the same services
// that people use: one unit of work a file, and the same file again changes
// nothing.
package importer

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"

	"sangu/domain"
	"sangu/domain/intake"
	"sangu/domain/library"
	"sangu/domain/org"
	"sangu/domain/pipeline"
	"sangu/domain/recruit"
	"sangu/internal/ledger"
)

// order is that in which kinds of ledger are written: what others refer to first.
func order() []string {
	return []string{"client", "enterprise", "project", "lead", "visit", "fund", "problem"}
}

// Lookups finds what ledger rows are about, whoever may see it. It reads only:
// all that is written goes through the services.
type Lookups interface {
	FindProject(ctx context.Context, nameKey string) (id domain.ID, ok bool, err error)
	FindProjectByCode(ctx context.Context, code string) (id domain.ID, ok bool, err error)
	FindLead(ctx context.Context, company, subject string) (id domain.ID, ok bool, err error)
	FindVisit(ctx context.Context, on domain.Date, company string, leader domain.ID) (id domain.ID, ok bool, err error)
	EnterpriseOf(ctx context.Context, organization domain.ID) (id domain.ID, ok bool, err error)
	PeopleByName(ctx context.Context) (map[string]domain.ID, error)
	// HasNote reports whether a project's page has the line.
	HasNote(ctx context.Context, project, note domain.ID) (bool, error)
	// HasVoucher reports whether an entry of money in place that holds has the
	// voucher of the key.
	HasVoucher(ctx context.Context, key string) (bool, error)
	// Known returns the keys of what the libraries hold of a kind of ledger.
	Known(ctx context.Context, kind string) (map[string]bool, error)
}

// Importer reads ledgers and writes their rows through the services.
type Importer struct {
	lookups     Lookups
	Imports     *intake.Imports
	Units       *org.Units
	Projects    *library.Projects
	Clients     *library.Clients
	Enterprises *library.Enterprises
	Timelines   *library.Timelines
	Pipeline    *pipeline.Pipeline
	Leads       *recruit.Leads
	Visits      *recruit.Visits
	Clock       domain.Clock
	// Actors returns the actor of somebody whose import goes on without them.
	Actors func(ctx context.Context, person domain.ID) (domain.Actor, error)
	Log    *slog.Logger
	cache  *workbookCache
	runs   *runs
}

// New returns im with its lookups filled in, ready to be used; Close ends it.
func New(lookups Lookups, im *Importer) *Importer {
	im.lookups = lookups
	return im.Prepare()
}

// Options say how a file is imported.
type Options struct {
	// DryRun does everything and keeps nothing.
	DryRun bool
	// AcceptWarnings is the yes for warned rows and duplicates' first rows.
	AcceptWarnings bool
	// Mappings override what is found, by sheet name.
	Mappings map[string]ledger.Mapping
}

// Result is what an import found and did.
type Result struct {
	Sheets                      []ledger.Sheet
	Created, Updated, Unchanged int
}

// outcome is what became of one row.
type outcome int

const (
	unchanged outcome = iota
	created
	updated
)

// Import reads a file and writes its accepted rows in one unit of work.
func (im *Importer) Import(ctx context.Context, actor domain.Actor, name string, data []byte, o Options) (Result, error) {
	if err := actor.Require(org.ImportRun); err != nil {
		return Result{}, err
	}
	grids, err := im.open(ctx, name, data)
	if err != nil {
		return Result{}, err
	}
	units, err := im.directory(ctx)
	if err != nil {
		return Result{}, err
	}
	res := Result{Sheets: ledger.Reader{Directory: units, Today: domain.Today(im.Clock), Mappings: o.Mappings}.Read(grids)}
	if len(res.Sheets) == 0 {
		return Result{}, domain.InvalidField("file", "ledger.no_sheet")
	}
	write := func(ctx context.Context) (intake.Progress, error) {
		return im.writeAll(ctx, actor, o.AcceptWarnings, &res)
	}
	if o.DryRun {
		err = im.Imports.Preview(ctx, func(ctx context.Context) error {
			_, err := write(ctx)
			return err
		})
		return res, err
	}
	err = im.Imports.RunOnce(ctx, actor, name, write)
	return res, err
}

// writeAll writes all sheets within the running unit of work, what others refer
// to first.
func (im *Importer) writeAll(ctx context.Context, actor domain.Actor, warnedToo bool, res *Result) (p intake.Progress, err error) {
	people, err := im.lookups.PeopleByName(ctx)
	if err != nil {
		return p, err
	}
	w := writer{Importer: im, actor: actor, people: people}
	for _, kind := range order() {
		for i := range res.Sheets {
			if s := &res.Sheets[i]; s.Mapping.Kind == kind {
				if err := w.sheet(ctx, s, warnedToo, res); err != nil {
					return p, err
				}
			}
		}
	}
	return intake.Progress{Created: res.Created, Updated: res.Updated, Unchanged: res.Unchanged}, nil
}

// writer writes rows within one unit of work.
type writer struct {
	*Importer
	actor  domain.Actor
	people map[string]domain.ID
}

func (w *writer) sheet(ctx context.Context, s *ledger.Sheet, warnedToo bool, res *Result) error {
	for i := range s.Rows {
		r := s.Rows[i]
		if !eligible(r, warnedToo) {
			continue
		}
		did, err := w.row(ctx, s, r)
		if refused, ok := errors.AsType[*domain.Error](err); ok && refused.Kind != domain.KindInternal {
			w.refuse(s, &s.Rows[i], refused)
			continue
		}
		if err != nil {
			return fmt.Errorf("import %s row %d: %w", s.Name, r.Number, err)
		}
		switch did {
		case created:
			res.Created++
		case updated:
			res.Updated++
		default:
			res.Unchanged++
		}
	}
	return nil
}

// eligible reports whether a row is written: errors and duplicates never are,
// warned rows after a yes.
func eligible(r ledger.Row, warnedToo bool) bool {
	return r.Worst == "" || r.Worst == ledger.Warning && warnedToo
}

// row writes one row, or nothing of it where a rule refuses it.
func (w *writer) row(ctx context.Context, s *ledger.Sheet, r ledger.Row) (did outcome, err error) {
	write := map[string]func(context.Context, *ledger.Sheet, ledger.Row) (outcome, error){
		"client": w.client, "enterprise": w.enterprise, "project": w.project, "lead": w.lead, "visit": w.visit,
		"fund": w.fund, "problem": w.problem,
	}[s.Mapping.Kind]
	err = w.Imports.TryRow(ctx, func(ctx context.Context) error {
		did, err = write(ctx, s, r)
		return err
	})
	return did, err
}

// refuse turns a rule's refusal of a row into findings on its cells.
func (w *writer) refuse(s *ledger.Sheet, r *ledger.Row, e *domain.Error) {
	r.Worst = ledger.Error
	for _, f := range fieldsOf(e) {
		s.Findings = append(s.Findings, onCell(s, r.Number, f))
	}
}

// fieldsOf returns what a refusal says, by field.
func fieldsOf(e *domain.Error) []domain.FieldError {
	if len(e.Fields) > 0 {
		return e.Fields
	}
	return []domain.FieldError{{Code: e.Code, Params: e.Params}}
}

// inColumn returns a refusal of a whole record as one of the row's cell in a
// column; other errors, and those of fields, are returned as they are.
func inColumn(err error, column string) error {
	e, ok := errors.AsType[*domain.Error](err)
	if !ok || e.Kind != domain.KindForbidden {
		return err
	}
	return domain.Invalid("input.invalid", domain.FieldError{Path: column, Code: e.Code, Params: e.Params})
}

// inColumns returns a refusal of fields with the names of the ledger's columns.
func inColumns(err error, columns map[string]string) error {
	e, ok := errors.AsType[*domain.Error](err)
	if !ok || len(e.Fields) == 0 {
		return err
	}
	fields := slices.Clone(e.Fields)
	for i, f := range fields {
		if column, ok := columns[f.Path]; ok {
			fields[i].Path = column
		}
	}
	return domain.Invalid(e.Code, fields...)
}

// onCell makes a field's error a finding on the cell that it stands in.
func onCell(s *ledger.Sheet, row int, f domain.FieldError) ledger.Finding {
	return ledger.Finding{
		Cell:     ledger.CellName(row-1, max(slices.Index(s.Mapping.Columns, f.Path), 0)),
		Row:      row,
		Field:    f.Path,
		Severity: ledger.Error,
		Code:     f.Code,
		Params:   f.Params,
	}
}

// ids returns the people of a list of names, and the names that are nobody's.
func (w *writer) ids(list []string) []domain.ID {
	var out []domain.ID
	for _, n := range list {
		if id, ok := w.people[n]; ok {
			out = append(out, id)
		}
	}
	return out
}

// mayWrite refuses rows of units outside the importer's own reach.
func (w *writer) mayWrite(right domain.Right, unit domain.ID, field string) error {
	reach := w.actor.Reach(right)
	if reach.All {
		return nil
	}
	for _, u := range reach.Units {
		if u == unit {
			return nil
		}
	}
	return domain.InvalidField(field, "ledger.other_unit")
}
