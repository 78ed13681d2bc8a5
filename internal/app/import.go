package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/internal/importer"
	"sangu/internal/ledger"
	"sangu/internal/messages"
)

// importReport is what the import command prints as JSON.
type importReport struct {
	Sheets    []ledger.SheetReport `json:"sheets"`
	Created   int                  `json:"created"`
	Updated   int                  `json:"updated"`
	Unchanged int                  `json:"unchanged"`
}

func importCommand(ctx context.Context, env environment, args []string) error {
	f := flags(env, "import")
	database := where(f, env.getenv)
	dry := f.Bool("dry-run", false, "check and count, write nothing")
	format := f.String("format", "text", "text or json")
	accept := f.Bool("accept-warnings", false, "write warned rows too")
	files, err := parse(f, args)
	if err != nil {
		return err
	}
	if len(files) == 0 || *format != "text" && *format != "json" {
		return errors.New("usage: sangu import [--dry-run] [--accept-warnings] [--format text|json] [--data DIR | --database URL] FILE…")
	}
	a, err := New(ctx, Options{Database: *database, Log: env.log})
	if err != nil {
		return err
	}
	defer a.Close()
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		res, err := a.Services.Importer.Import(ctx, systemImport(), filepath.Base(name), data,
			importer.Options{DryRun: *dry, AcceptWarnings: *accept})
		if err != nil {
			return err
		}
		lang := messages.Match(env.getenv("LANG"))
		if err := a.printImport(env.out, res, *format, lang); err != nil {
			return err
		}
	}
	return nil
}

// systemImport is the actor of imports on the command line.
func systemImport() domain.Actor { return domain.RunAs("system.import", org.BusinessRights()...) }

func (a *App) printImport(out io.Writer, res importer.Result, format, lang string) error {
	report := importReport{Sheets: []ledger.SheetReport{}, Created: res.Created, Updated: res.Updated, Unchanged: res.Unchanged}
	for _, s := range res.Sheets {
		report.Sheets = append(report.Sheets, ledger.Report(s,
			func(code string, p domain.Params) string { return a.Messages.Text(lang, code, p) }))
	}
	if format == "json" {
		enc := json.NewEncoder(out)
		enc.SetIndent("", " ")
		return enc.Encode(report)
	}
	for _, s := range report.Sheets {
		fmt.Fprintf(out, "%s (%s): %d\n", s.Sheet, s.Kind, len(s.Accepted))
		for _, f := range s.Findings {
			fmt.Fprintf(out, "  %-9s %-6s %s\n", f.Severity, f.Cell, f.Message)
		}
	}
	fmt.Fprintf(out, "created %d, updated %d, unchanged %d\n", res.Created, res.Updated, res.Unchanged)
	return nil
}
