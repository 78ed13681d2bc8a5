package library_test

import (
	"testing"
	"time"

	"sangu/domain"
	"sangu/domain/library"
)

func TestABatchIsUndoneOnceByItsMakerWithinADay(t *testing.T) {
	t.Parallel()
	made := time.Date(2026, 9, 26, 4, 0, 0, 0, time.UTC)
	batch := func() *library.Batch { return &library.Batch{MadeBy: "a", MadeAt: made} }
	if err := batch().Undo("b", made); !domain.IsKind(err, domain.KindNotFound) {
		t.Errorf("by another: %v", err)
	}
	if err := batch().Undo("a", made.Add(24*time.Hour+time.Second)); !domain.IsKind(err, domain.KindConflict) {
		t.Errorf("a day later: %v", err)
	}
	b := batch()
	if err := b.Undo("a", made.Add(time.Minute)); err != nil {
		t.Errorf("by its maker: %v", err)
	}
	if err := b.Undo("a", made.Add(time.Minute)); !domain.IsKind(err, domain.KindConflict) {
		t.Errorf("twice: %v", err)
	}
}

func TestAnEditChangesOnlyWhatARecordDoesNotSayYet(t *testing.T) {
	t.Parallel()
	r := library.Editable{Values: library.Edit{"kind": "industry", "chain": "", "leader_ids": library.JoinIDs([]domain.ID{"b", "a", "b"})}}
	got := r.Changed(library.Edit{"kind": "industry", "chain": "竹木", "leader_ids": library.JoinIDs([]domain.ID{"a", "b"})})
	if len(got) != 1 || got["chain"] != "竹木" {
		t.Errorf("changed %v", got)
	}
}

func TestABatchOfProjectsTakesOnlyWhatItsFieldsAllow(t *testing.T) {
	t.Parallel()
	err, _ := library.ProjectBatch(&library.Projects{}).CheckEdit(library.Edit{"kind": "rockets", "responsible_unit_id": "", "stage": "SIGNED",
		"channel": "event"}).(*domain.Error)
	if err == nil {
		t.Fatal("taken")
	}
	named := map[string]string{}
	for _, f := range err.Fields {
		named[f.Path] = f.Code
	}
	want := map[string]string{"kind": "input.enum", "responsible_unit_id": "input.required", "stage": "input.unknown"}
	for path, code := range want {
		if named[path] != code {
			t.Errorf("%s: %q, want %q", path, named[path], code)
		}
	}
	if len(named) != len(want) {
		t.Errorf("named %v", named)
	}
}
