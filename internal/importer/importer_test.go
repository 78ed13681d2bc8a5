package importer_test

import (
	"context"
	"net/http"
	"testing"

	"sangu/demo"
	"sangu/domain"
	"sangu/domain/org"
	"sangu/internal/apptest"
	"sangu/internal/importer"
	"sangu/internal/pgtest"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

func system() domain.Actor { return domain.RunAs("system.import", org.BusinessRights()...) }

func TestTheSameFileAgainChangesNothing(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		run := func(o importer.Options) importer.Result {
			t.Helper()
			res, err := p.Services.Importer.Import(context.Background(), system(), "county.xlsx", demo.Workbook, o)
			if err != nil {
				t.Fatal(err)
			}
			return res
		}
		dry := run(importer.Options{DryRun: true})
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		if n := office.Get("/projects").Want(http.StatusOK).JSON().Int("count"); n != 0 {
			t.Fatalf("a dry run left %d projects", n)
		}
		first := run(importer.Options{})
		if first.Created != 219 || dry.Created != first.Created {
			t.Errorf("created %d, the dry run said %d, want 219", first.Created, dry.Created)
		}
		again := run(importer.Options{})
		if again.Created != 0 || again.Updated != 0 || again.Unchanged != 219 {
			t.Errorf("again: created %d, updated %d, unchanged %d", again.Created, again.Updated, again.Unchanged)
		}
		warned := run(importer.Options{AcceptWarnings: true})
		if warned.Created != 3 || warned.Updated != 0 {
			t.Errorf("with warnings accepted: created %d, updated %d, want 3 and 0", warned.Created, warned.Updated)
		}
		if n := office.Get("/projects").Want(http.StatusOK).JSON().Int("count"); n != 57 {
			t.Errorf("%d projects, want 57", n)
		}
		conv := office.Get("/reports/conversion").Want(http.StatusOK).JSON().In("total")
		if conv.In("signed").Int("count") != 48 || conv.In("started").Int("count") != 29 || conv.In("in_production").Int("count") != 11 {
			t.Errorf("conversion of the county: %v", conv)
		}
	})
}

func TestAWorkbookThatIsNoneIsRefusedByField(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		for name, body := range map[string][]byte{"x.xlsx": []byte("PK\x03\x04 broken"),
			"x.xls": {0xD0, 0xCF, 0x11, 0xE0}, "x.pdf": []byte("%PDF"), "x.csv": []byte("甲,乙\n1,2\n")} {
			_, err := p.Services.Importer.Import(context.Background(), system(), name, body, importer.Options{})
			if !domain.IsKind(err, domain.KindInvalid) {
				t.Errorf("%s: %v, want an invalid file", name, err)
			}
		}
	})
}
