package api_test

import (
	"archive/zip"
	"bytes"
	"context"
	"io/fs"
	"net/http"
	"slices"
	"strings"
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
		if _, err := p.Services.Importer.Import(context.Background(), domain.RunAs("system.import", org.BusinessRights()...), "county.xlsx",
			demo.Workbook, importer.Options{}); err != nil {
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
		grids, err := ledger.Open("x.xlsx", office.Get("/exports/leads").Want(http.StatusOK).Body)
		if err != nil {
			t.Fatal(err)
		}
		back := false
		for _, r := range ledger.Read(grids, everywhere{}, nil)[0].Rows {
			back = back || r.Texts["company"] == "=cmd|' /C calc'!A0"
		}
		if !back {
			t.Error("a text that begins like a formula does not come back as it was")
		}
		p.Appoint(org.Inspector, "赤城县").Get("/exports/projects").Want(http.StatusForbidden)
		audit := p.Appoint(org.AuditAdmin, "赤城县").Get("/audit?action=export.run").Want(http.StatusOK).JSON()
		if audit.Int("count") != 2 {
			t.Errorf("%d exports in the audit, want 2", audit.Int("count"))
		}
	})
}

// The ledger in office form holds every project of the filter with the sum, and
// is read back as a ledger: title, head and totals are not taken for projects.
func TestTheProjectLedgerInOfficeFormIsReadBackAsOne(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		if _, err := p.Services.Importer.Import(context.Background(), domain.RunAs("system.import", org.BusinessRights()...), "county.xlsx",
			demo.Workbook, importer.Options{}); err != nil {
			t.Fatal(err)
		}
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		listed := office.Get("/projects?reached=SIGNED&limit=200").Want(http.StatusOK).JSON()
		grids, err := ledger.Open("x.xlsx", office.Get("/exports/project-ledger/xlsx?reached=SIGNED").Want(http.StatusOK).Body)
		if err != nil {
			t.Fatal(err)
		}
		sheets := ledger.Read(grids, everywhere{}, nil)
		if len(sheets) != 1 || sheets[0].Mapping.Kind != "project" || len(sheets[0].Rows) != listed.Int("count") {
			t.Fatalf("%d sheets, %d rows, want %d", len(sheets), len(sheets[0].Rows), listed.Int("count"))
		}
		sum := 0
		for _, r := range listed.Items("items") {
			sum += r.Int("total_investment")
		}
		read := domain.Yuan(0)
		for _, r := range sheets[0].Rows {
			read += domain.Yuan(r.Money["total_investment"].Amount)
		}
		if int(read) != sum {
			t.Errorf("the ledger adds up to %d 元, the list to %d", read, sum)
		}
		paper := office.Get("/exports/project-ledger/docx?reached=SIGNED").Want(http.StatusOK).Body
		z, err := zip.NewReader(bytes.NewReader(paper), int64(len(paper)))
		if err != nil {
			t.Fatal(err)
		}
		body, err := fs.ReadFile(z, "word/document.xml")
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(body), "<w:tr>"); n != listed.Int("count")+2 || !strings.Contains(string(body), "landscape") {
			t.Errorf("%d rows in the document, want %d", n, listed.Int("count")+2)
		}
	})
}

// everywhere knows any unit and anybody.
type everywhere struct{}

func (everywhere) Unit(name string) (domain.ID, bool) { return domain.ID(name), true }
func (everywhere) Person(string) bool                 { return true }

func TestAnExportHasTheColumnsThatWereChosen(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		office.Post("/projects", apptest.Doc{"name": "甲项目", "responsible_unit_id": p.Units["县水务局"].ID, "total_investment": 5_000_000}).
			Want(http.StatusCreated)
		grids, err := ledger.Open("x.xlsx", office.Get("/exports/projects?columns=light,name,total_investment").Want(http.StatusOK).Body)
		if err != nil {
			t.Fatal(err)
		}
		got := grids[0].Rows[0]
		if !slices.Equal(got, []string{"亮灯", "项目名称", "总投资(万元)"}) {
			t.Errorf("columns are %v", got)
		}
		if f := office.Get("/exports/projects?columns=secret").Want(http.StatusUnprocessableEntity).Fields(); f["columns"] == "" {
			t.Errorf("a column that is none named %v", f)
		}
	})
}
