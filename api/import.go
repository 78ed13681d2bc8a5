package api

import (
	"context"
	"mime/multipart"

	"sangu/domain"
	"sangu/internal/importer"
	"sangu/internal/ledger"
)

type importIn struct {
	File           *multipart.FileHeader `formData:"file" validate:"required"`
	DryRun         bool                  `formData:"dry_run"`
	AcceptWarnings bool                  `formData:"accept_warnings"`
}

type importOut struct {
	Sheets    []importSheet `json:"sheets" required:"true"`
	Created   int           `json:"created" required:"true"`
	Updated   int           `json:"updated" required:"true"`
	Unchanged int           `json:"unchanged" required:"true"`
	DryRun    bool          `json:"dry_run" required:"true"`
}

type importSheet struct {
	Sheet      string         `json:"sheet" required:"true"`
	Kind       string         `json:"kind" required:"true"`
	HeaderRows []int          `json:"header_rows" required:"true"`
	AsOf       domain.Date    `json:"as_of,omitzero"`
	Unit       int64          `json:"unit" required:"true" description:"元 in the sheet's money unit, 0 where it names none"`
	Columns    []importColumn `json:"columns" required:"true"`
	Rows       int            `json:"rows" required:"true"`
	Accepted   int            `json:"accepted" required:"true"`
	Skipped    int            `json:"skipped" required:"true" description:"group rows, subtotals and notes"`
	Problems   []importRow    `json:"problems" required:"true"`
}

type importColumn struct {
	Header string `json:"header" required:"true"`
	Field  string `json:"field" required:"true" description:"empty where the column is not used"`
}

type importRow struct {
	Row      int               `json:"row" required:"true"`
	Severity string            `json:"severity" required:"true"`
	Texts    map[string]string `json:"texts" required:"true"`
	Findings []importFinding   `json:"findings" required:"true"`
}

type importFinding struct {
	Cell     string `json:"cell" required:"true"`
	Field    string `json:"field" required:"true"`
	Severity string `json:"severity" required:"true"`
	Code     string `json:"code" required:"true"`
	Message  string `json:"message" required:"true"`
}

func (a *API) importLedger(ctx context.Context, actor domain.Actor, in importIn) (importOut, error) {
	body, err := readUpload(in.File)
	if err != nil {
		return importOut{}, err
	}
	res, err := a.Importer.Import(ctx, actor, in.File.Filename, body, importer.Options{DryRun: in.DryRun, AcceptWarnings: in.AcceptWarnings})
	out := importOut{Created: res.Created, Updated: res.Updated, Unchanged: res.Unchanged, DryRun: in.DryRun}
	out.Sheets = each(res.Sheets, func(s ledger.Sheet) importSheet { return a.importSheetFrom(s, actor.Lang) })
	return out, err
}

func (a *API) importSheetFrom(s ledger.Sheet, lang string) importSheet {
	out := importSheet{Sheet: s.Name, Kind: s.Mapping.Kind, HeaderRows: append([]int{}, s.Mapping.HeaderRows...), AsOf: s.AsOf, Unit: int64(s.Mapping.Unit),
		Columns: []importColumn{}, Rows: len(s.Rows), Accepted: len(s.Accepted()), Skipped: s.Skipped, Problems: []importRow{}}
	for c, h := range s.Mapping.Headers {
		if h != "" {
			out.Columns = append(out.Columns, importColumn{h, s.Mapping.Columns[c]})
		}
	}
	for _, r := range s.Rows {
		if r.Worst == "" {
			continue
		}
		row := importRow{Row: r.Number, Severity: string(r.Worst), Texts: r.Texts, Findings: []importFinding{}}
		for _, f := range s.Findings {
			if f.Row == r.Number {
				row.Findings = append(row.Findings, importFinding{f.Cell, f.Field, string(f.Severity), f.Code, a.Messages.Text(lang, f.Code, f.Params)})
			}
		}
		out.Problems = append(out.Problems, row)
	}
	return out
}
