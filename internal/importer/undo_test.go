package importer_test

import (
	"context"
	"net/http"
	"testing"

	"sangu/domain/intake"
	"sangu/domain/org"
	"sangu/internal/apptest"
	"sangu/internal/importer"
)

// The undo of an import is written as a person would write it: the stage is
// taken back by an event, the facts by a change, and both are in the audit.
func TestAnUndoIsOnThePageAndInTheAudit(t *testing.T) {
	t.Parallel()
	p := apptest.New(t, "sqlite")
	ctx, im, office := context.Background(), p.Services.Importer, p.Appoint(org.OfficeAdmin, "县商务局")
	const before = "项目名称,投资方,责任单位,总投资(万元)\n甲项目,甲公司,县水务局,12000\n"
	if _, err := im.Import(ctx, office.Actor, "项目.csv", []byte(before), importer.Options{AcceptWarnings: true}); err != nil {
		t.Fatal(err)
	}
	i, err := im.Upload(ctx, office.Actor, "新项目.csv", []byte("项目名称,投资方,责任单位,总投资(万元),签约时间\n甲项目,甲公司,县水务局,15000,2026-03-05\n"))
	if err != nil {
		t.Fatal(err)
	}
	if i, err = im.Write(ctx, office.Actor, i.ID, i.Version, true); err != nil {
		t.Fatal(err)
	}
	im.Wait()
	said := func() (stage string, total int) {
		one := office.Get("/projects").Want(http.StatusOK).JSON().Items("items")[0]
		doc := office.Get("/projects/" + one.Text("id")).Want(http.StatusOK).JSON()
		return doc.Text("stage"), doc.Int("total_investment")
	}
	if stage, total := said(); stage != "SIGNED" || total != 150_000_000 {
		t.Fatalf("after the import: %s, %d", stage, total)
	}
	if i, err = im.Get(ctx, office.Actor, i.ID); err != nil {
		t.Fatal(err)
	}
	if i, err = im.Undo(ctx, office.Actor, i.ID, i.Version); err != nil || i.State != intake.Undone {
		t.Fatalf("undone: %+v %v", i, err)
	}
	if stage, total := said(); stage == "SIGNED" || total != 120_000_000 {
		t.Errorf("after the undo: %s, %d", stage, total)
	}
	audit := p.Appoint(org.AuditAdmin, "赤城县")
	for action, want := range map[string]int{"stage.correct": 1, "project.update": 2, "import.undo": 1} {
		if n := audit.Get("/audit?action=" + action).Want(http.StatusOK).JSON().Int("count"); n != want {
			t.Errorf("the audit has %s %d times, want %d", action, n, want)
		}
	}
}
