package importer_test

import (
	"bytes"
	"context"
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"

	"sangu/domain/intake"
	"sangu/domain/org"
	"sangu/internal/apptest"
	"sangu/internal/importer"
	intakestore "sangu/repository/intake"
)

// fifty is a workbook of 50,000 leads, every thousandth with a date that is none.
func fifty(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName("Sheet1", "线索台账"); err != nil {
		t.Fatal(err)
	}
	w, err := f.NewStreamWriter("线索台账")
	if err != nil {
		t.Fatal(err)
	}
	rows := [][]any{{"赤城县线索台账 单位：万元 截至：2026年9月26日"}, {"企业名称", "意向内容", "意向投资", "线索来源", "首报单位", "首报时间"}}
	for n := range 50_000 {
		day := "2026-09-01"
		if n%1000 == 999 {
			day = "2026-02-30"
		}
		rows = append(rows, []any{fmt.Sprintf("第%d公司", n), "冷链物流", 1000 + n, "以商招商", "县商务局", day})
	}
	for n, r := range rows {
		if err := w.SetRow(fmt.Sprintf("A%d", n+1), r); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestFiftyThousandRowsAreCheckedPagedWrittenAndUndone(t *testing.T) {
	t.Parallel()
	p, ctx := apptest.New(t, "sqlite"), context.Background()
	office, im := p.Appoint(org.OfficeAdmin, "县商务局").Actor, p.Services.Importer
	i, err := im.Upload(ctx, office, "线索.xlsx", fifty(t))
	if err != nil {
		t.Fatal(err)
	}
	v, err := im.View(ctx, office, i.ID)
	if err != nil || v.Sheets[0].Rows != 50_000 || v.Sheets[0].Ready != 49_950 || v.Sheets[0].Fresh != 49_950 {
		t.Fatalf("checked: %+v %v", v, err)
	}
	page, err := im.Rows(ctx, office, i.ID, importer.Part{Sheet: "线索台账", Problems: true, Offset: 25, Limit: 50})
	if err != nil || page.Total != 50 || len(page.Rows) != 25 || page.Rows[24].Row != 50_002 {
		t.Fatalf("the second page of problems: %d of %d, %v", len(page.Rows), page.Total, err)
	}
	if i, err = im.Fix(ctx, office, i.ID, i.Version, "线索台账", []importer.Fix{{Cell: "F50002", Text: "2026-02-28"}}); err != nil {
		t.Fatal(err)
	}
	if page, err = im.Rows(ctx, office, i.ID, importer.Part{Sheet: "线索台账", Offset: 49_990, Limit: 50}); err != nil || page.Total != 50_000 ||
		len(page.Rows) != 10 ||
		page.Rows[9].Effect != "created" {
		t.Fatalf("the last page: %d of %d, %v", len(page.Rows), page.Total, err)
	}
	if i, err = im.Write(ctx, office, i.ID, i.Version, false); err != nil {
		t.Fatal(err)
	}
	im.Wait()
	if i, err = im.Get(ctx, office, i.ID); err != nil || i.State != intake.Written || i.Created != 49_951 || i.Done != 50_000 {
		t.Fatalf("written: %+v %v", i, err)
	}
	if i, err = im.Undo(ctx, office, i.ID, i.Version); err != nil || i.State != intake.Undone {
		t.Fatalf("undone: %+v %v", i, err)
	}
	if left, err := intakestore.NewImportStore(p.DB).Known(ctx, "lead"); err != nil || len(left) != 0 {
		t.Errorf("%d leads are left, %v", len(left), err)
	}
}
