package api_test

import (
	"context"
	"net/http"
	"testing"

	"sangu/demo"
	"sangu/domain"
	"sangu/domain/org"
	"sangu/internal/apptest"
	"sangu/internal/importer"
	"sangu/internal/ledger"
)

func TestAnExportHasTheLedgersColumnsAndNoFormulas(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		if _, err := p.Services.Importer.Import(context.Background(), domain.RunAs("system.import", org.BusinessRights()...), "county.xlsx", demo.Workbook, importer.Options{}); err != nil {
			t.Fatal(err)
		}
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		office.Post("/leads", apptest.Doc{"company": "=cmd|' /C calc'!A0", "subject": "+1", "channel": "self"}).Want(http.StatusCreated)
		read := func(path string) ledger.Sheet {
			t.Helper()
			grids, err := ledger.Open("x.xlsx", office.Get(path).Want(http.StatusOK).Body)
			if err != nil {
				t.Fatal(err)
			}
			sheets := ledger.Read(grids, everywhere{}, nil)
			if len(sheets) != 1 {
				t.Fatalf("%s is not read as a ledger again: %d sheets", path, len(sheets))
			}
			return sheets[0]
		}
		projects := read("/exports/projects?stage=STARTED")
		if n := len(projects.Rows); n == 0 || projects.Mapping.Kind != "project" {
			t.Errorf("%d rows of %s", n, projects.Mapping.Kind)
		}
		for _, r := range projects.Rows {
			if r.Words["stage"] != "STARTED" {
				t.Errorf("row %d has stage %s: the filter was not honoured", r.Number, r.Words["stage"])
			}
		}
		guarded := false
		for _, r := range read("/exports/leads").Rows {
			guarded = guarded || r.Texts["company"] == "'=cmd|' /C calc'!A0"
		}
		if !guarded {
			t.Error("a text that begins like a formula was not guarded")
		}
		p.Appoint(org.Inspector, "赤城县").Get("/exports/projects").Want(http.StatusForbidden)
		audit := p.Appoint(org.AuditAdmin, "赤城县").Get("/audit?action=export.run").Want(http.StatusOK).JSON()
		if audit.Int("count") != 2 {
			t.Errorf("%d exports in the audit, want 2", audit.Int("count"))
		}
	})
}

// everywhere knows any unit.
type everywhere struct{}

func (everywhere) Unit(name string) (domain.ID, bool) { return domain.ID(name), true }
