package intake

import (
	"context"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/intake"
	"sangu/internal/importer"
	"sangu/internal/ledger"
)

type importSheet struct {
	Sheet      string         `json:"sheet" required:"true"`
	Kind       string         `json:"kind" required:"true" description:"empty where the sheet is left out"`
	Origin     string         `json:"origin" required:"true" enum:"found,remembered,decided"`
	Why        string         `json:"why" required:"true" enum:",blank,hidden,unknown,targets,bids,promises" description:"why it is left out, where nobody decided so"`
	HeaderRows []int          `json:"header_rows" required:"true"`
	Columns    []importColumn `json:"columns" required:"true"`
	Top        [][]string     `json:"top" required:"true" description:"the first rows, to point at the header"`
	AsOf       domain.Date    `json:"as_of,omitzero"`
	Unit       int64          `json:"unit" required:"true" description:"元 in the sheet's money unit, 0 where it names none"`
	Rows       int            `json:"rows" required:"true"`
	Ready      int            `json:"ready" required:"true" description:"rows without an error that repeat no other"`
	Fresh      int            `json:"fresh" required:"true" description:"of them, records that the libraries do not have"`
	Known      int            `json:"known" required:"true" description:"of them, records that they have: updated where something differs"`
	Errors     int            `json:"errors" required:"true"`
	Warnings   int            `json:"warnings" required:"true"`
	Duplicates int            `json:"duplicates" required:"true"`
	Skipped    int            `json:"skipped" required:"true" description:"group rows, subtotals and notes"`
	Notes      []importNote   `json:"notes" required:"true" description:"what is told of the sheet as a whole: what was done for many rows alike, and what is not sure of how it is read"`
}

type importNote struct {
	Cell    string `json:"cell" required:"true"`
	Code    string `json:"code" required:"true"`
	Message string `json:"message" required:"true"`
}

type importColumn struct {
	Letter string `json:"letter" required:"true"`
	Header string `json:"header" required:"true"`
	Field  string `json:"field" required:"true" description:"empty where the column is not used"`
}

type unknownNameOut struct {
	Sheet string `json:"sheet" required:"true"`
	Field string `json:"field" required:"true"`
	Name  string `json:"name" required:"true"`
	Cells int    `json:"cells" required:"true"`
}

type importSheetsOut struct {
	Import importOut        `json:"import" required:"true"`
	Sheets []importSheet    `json:"sheets" required:"true"`
	Units  []unknownNameOut `json:"units" required:"true" description:"names that no unit has"`
	People []unknownNameOut `json:"people" required:"true" description:"names of people that nobody has, or more than one"`
}

func (a *API) ListImportSheets(ctx context.Context, actor domain.Actor, in kit.ByID) (importSheetsOut, error) {
	v, err := a.Importer.View(ctx, actor, in.ID)
	name := func(u importer.Unknown) unknownNameOut { return unknownNameOut(u) }
	sheet := func(v importer.SheetView) importSheet { return a.importSheetFrom(actor, v) }
	return importSheetsOut{Import: ImportFrom(v.Import), Sheets: kit.Each(v.Sheets, sheet), Units: kit.Each(v.Units, name),
		People: kit.Each(v.People, name)}, err
}

func (a *API) importSheetFrom(actor domain.Actor, v importer.SheetView) importSheet {
	r := v.Reading
	out := importSheet{Sheet: v.Name, Kind: r.Kind, Origin: v.Origin, Why: v.Why, HeaderRows: append([]int{}, r.HeaderRows...),
		Columns: []importColumn{}, Top: [][]string{}, AsOf: v.AsOf, Unit: v.Unit,
		Rows: v.Rows, Ready: v.Ready, Fresh: v.Fresh, Known: v.Known, Errors: v.By[ledger.Error], Warnings: v.By[ledger.Warning],
		Duplicates: v.By[ledger.Duplicate], Skipped: v.Skipped}
	out.Notes = kit.Each(v.Notes, func(f ledger.Finding) importNote {
		return importNote{Cell: f.Cell, Code: f.Code, Message: a.Messages.Text(actor.Lang, f.Code, f.Params)}
	})
	for _, row := range v.Top {
		out.Top = append(out.Top, append([]string{}, row...))
	}
	for c, field := range r.Columns {
		header := ""
		if c < len(r.Headers) {
			header = r.Headers[c]
		}
		out.Columns = append(out.Columns, importColumn{ledger.ColumnName(c), header, field})
	}
	return out
}

type readingIn struct {
	kit.ByID
	kit.Versioned
	Sheet      string   `json:"sheet" validate:"required,max=200"`
	Kind       string   `json:"kind" validate:"omitempty,oneof=project lead visit enterprise client fund problem" description:"empty leaves the sheet out"`
	HeaderRows []int    `json:"header_rows" validate:"max=5" description:"the header's rows, from 1, one after another; none where there is none"`
	Columns    []string `json:"columns" validate:"max=512" description:"the field of each column; none has them named by their headers"`
	Unit       int64    `json:"unit" validate:"omitempty,oneof=1 1000 10000 1000000 100000000" description:"元 in the unit of amounts whose header names none; 0 as the title says"`
}

func (a *API) UpdateReading(ctx context.Context, actor domain.Actor, in readingIn) (importOut, error) {
	i, err := a.Importer.Decide(ctx, actor, in.ID, in.Version(), importer.Decision{Sheet: in.Sheet,
		Reading: intake.Reading{Kind: in.Kind, HeaderRows: in.HeaderRows, Columns: in.Columns, Unit: in.Unit}})
	return ImportFrom(i), err
}

type fixesIn struct {
	kit.ByID
	kit.Versioned
	Sheet string  `json:"sheet" validate:"required,max=200"`
	Fixes []fixIn `json:"fixes" validate:"required,min=1,max=500,dive"`
}

type fixIn struct {
	Cell  string `json:"cell" validate:"max=10" description:"one cell, as U16; or"`
	Field string `json:"field" validate:"max=50" description:"a field, and"`
	From  string `json:"from" validate:"max=1000" description:"what it says, wherever it says so"`
	Text  string `json:"text" validate:"max=32767" description:"what stands there instead"`
	Keep  string `json:"keep" validate:"max=200" description:"why the cell stays as it is though it was asked about, as in place of text"`
}

func (a *API) CorrectCells(ctx context.Context, actor domain.Actor, in fixesIn) (importOut, error) {
	i, err := a.Importer.Fix(ctx, actor, in.ID, in.Version(), in.Sheet,
		kit.Each(in.Fixes, func(f fixIn) importer.Fix { return importer.Fix(f) }))
	return ImportFrom(i), err
}
