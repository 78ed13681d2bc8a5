package library_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
)

// batches keeps batches, and knows the names of the people and units "known".
type batches struct{ kept map[domain.ID]library.Batch }

func (b *batches) Batch(_ context.Context, id domain.ID) (library.Batch, error) {
	return found(b.kept, nil, id, domain.SubjectBatch)
}

func (b *batches) AddBatch(_ context.Context, x library.Batch) error {
	b.kept[x.ID] = x
	return nil
}

func (*batches) AddBatchRows(context.Context, domain.ID, int, []library.BatchChange, int) error {
	return nil
}

func (*batches) RecentBatches(context.Context, domain.ID, int) ([]library.MadeBatch, error) {
	return nil, nil
}

func (*batches) MarkUndone(context.Context, library.Batch) error { return nil }

func (*batches) RecordRestored(context.Context, domain.ID, int) error { return nil }

func (*batches) Names(_ context.Context, _ string, ids []domain.ID) (map[domain.ID]string, error) {
	out := map[domain.ID]string{}
	for _, id := range ids {
		if id != "unknown" {
			out[id] = "某" + string(id)
		}
	}
	return out, nil
}

func batchService() (*memory, *batches, *library.Batches, reach) {
	m, projects, clients, _, reaches := county()
	kept := &batches{kept: map[domain.ID]library.Batch{}}
	return m, kept, library.NewBatches(kept,
		&library.Batches{Work: noWork{}, Journal: &journal{}, Clock: clockAt(noon), IDs: &countedIDs{},
			Targets: []library.BatchTarget{library.ProjectBatch(projects), library.ClientBatch(clients)}}), reaches
}

func rows(n int) []library.Picked {
	out := make([]library.Picked, n)
	for i := range out {
		out[i].ID = domain.ID(fmt.Sprint(i))
	}
	return out
}

func TestABatchIsBegunByTheRules(t *testing.T) {
	t.Parallel()
	_, _, service, _ := batchService()
	may := everywhere(org.ProjectRead, org.ProjectWrite)
	set := library.Edit{"chain": "竹木"}
	all := func(n int) library.Selection {
		return library.Selection{All: func(_ context.Context, p domain.Page) ([]domain.ID, string, error) {
			var ids []domain.ID
			for _, r := range rows(min(p.Limit, n)) {
				ids = append(ids, r.ID)
			}
			if n -= len(ids); n > 0 {
				return ids, "more", nil
			}
			return ids, "", nil
		}}
	}
	preview := func(actor domain.Actor, kind string, sel library.Selection, set library.Edit) func() error {
		return func() error { return only(service.Preview(t.Context(), actor, kind, sel, set)) }
	}
	few := library.Selection{Rows: rows(1)}
	refuses(t, []refusal{
		{"a batch of one row is begun", preview(may, "project", few, set), nil},
		{"a batch sets something", preview(may, "project", few, nil), []string{"set input.required"}},
		{"a batch is of some rows", preview(may, "project", library.Selection{}, set), []string{"rows input.required"}},
		{"a batch of 2000 rows is begun", preview(may, "project", library.Selection{Rows: rows(2000)}, set), nil},
		{"a batch of 2001 rows is too many", preview(may, "project", library.Selection{Rows: rows(2001)}, set), []string{"rows batch.too_many"}},
		{"a filter of 2000 rows is begun", preview(may, "project", all(2000), set), nil},
		{"a filter of 2001 rows is too many", preview(may, "project", all(2001), set), []string{"all batch.too_many"}},
		{"reading is not enough", preview(everywhere(org.ProjectRead), "project", few, set), forbidden(org.ProjectWrite)},
		{"writing is not enough", preview(everywhere(org.ProjectWrite), "project", few, set), forbidden(org.ProjectRead)},
		{"there are no batches of bulletins", preview(may, "bulletin", few, set), []string{"not_found batch.not_found"}},
		{"the edit keeps to the rules", preview(may, "project", few, library.Edit{"kind": "rockets"}), []string{"set.kind input.enum"}},
		{"people and units are there, and named in the order of the fields",
			preview(may, "project", few, library.Edit{"host_unit_id": "unknown", "leader_ids": "a,unknown", "attracting_unit_id": "unknown"}),
			[]string{"set.leader_ids record.reference_missing", "set.attracting_unit_id record.reference_missing",
				"set.host_unit_id record.reference_missing"}},
	})
}

func TestABatchPassesOverWhatItMayNotChange(t *testing.T) {
	t.Parallel()
	may := everywhere(org.ProjectRead, org.ProjectWrite)
	// one is one record of a batch, as the rows below change it.
	type one struct {
		set     library.Edit
		row     library.Picked
		asOf    time.Time
		reached bool
		project library.Project
	}
	for _, c := range []struct {
		sentence string
		change   func(*one)
		want     library.Reason // empty where the record is changed
	}{
		{"a record in reach is changed", func(*one) {}, ""},
		{"any version will do where none was read", func(o *one) { o.row.Version = 0 }, ""},
		{"a record out of scope", func(o *one) { o.row.ID = "q" }, library.OutOfScope},
		{"a record out of reach", func(o *one) { o.reached = false }, library.OutOfReach},
		{"a record of another version", func(o *one) { o.row.Version = 2 }, library.Outdated},
		{"a record changed after the preview", func(o *one) { o.asOf, o.project.UpdatedAt = noon, noon.Add(time.Second) }, library.Outdated},
		{"a record changed at the preview", func(o *one) { o.asOf, o.project.UpdatedAt = noon, noon }, ""},
		{"a record that is as set", func(o *one) { o.set = library.Edit{"chain": ""} }, library.Unchanged},
		{"a record whose own rules refuse", func(o *one) { o.project.HighTech = true }, library.Refused},
	} {
		m, _, service, reaches := batchService()
		o := one{set: library.Edit{"chain": "竹木"}, row: library.Picked{ID: "p", Version: 3}, reached: true, project: m.projects["p"]}
		c.change(&o)
		m.projects["p"], reaches[org.ProjectWrite] = o.project, o.reached
		done, err := service.Preview(t.Context(), may, "project", library.Selection{Rows: []library.Picked{o.row}, AsOf: o.asOf}, o.set)
		if err != nil {
			t.Fatalf("%s: %v", c.sentence, err)
		}
		var got library.Reason
		for _, s := range done.Skipped {
			got = s.Reason
		}
		if got != c.want || len(done.Changes)+len(done.Skipped) != 1 {
			t.Errorf("%s: changed %d, passed over %q, want %q", c.sentence, len(done.Changes), got, c.want)
		}
	}
}

func TestTheSameBatchAgainIsItsMakersOfTheSameList(t *testing.T) {
	t.Parallel()
	_, _, service, _ := batchService()
	may := everywhere(org.ProjectRead, org.ProjectWrite, org.ClientRead, org.ClientWrite)
	another := may
	another.PersonID = "another"
	sel := library.Selection{Rows: []library.Picked{{ID: "p"}}}
	apply := func(actor domain.Actor, kind string) func() error {
		return func() error {
			return only(service.Apply(t.Context(), actor, "b", kind, sel, library.Edit{"chain": "竹木"}))
		}
	}
	refuses(t, []refusal{
		{"a batch is made", apply(may, "project"), nil},
		{"the same again is answered", apply(may, "project"), nil},
		{"another's batch is not", apply(another, "project"), []string{"conflict record.id_taken"}},
		{"nor one of another list", apply(may, "client"), []string{"conflict record.id_taken"}},
	})
}

func TestABatchIsUndoneToTheMomentWithinADay(t *testing.T) {
	t.Parallel()
	made := noon
	for _, c := range []struct {
		sentence string
		after    time.Duration
		refused  []string
	}{
		{"a day later to the moment", 24 * time.Hour, nil},
		{"a moment more than a day later", 24*time.Hour + 1, []string{"conflict batch.too_old"}},
	} {
		b := library.Batch{MadeBy: "me", MadeAt: made}
		m := library.MadeBatch{MadeAt: made, Changed: 1}
		refuses(t, []refusal{{c.sentence, func() error { return b.Undo("me", made.Add(c.after)) }, c.refused}})
		if m.Undoable(made.Add(c.after)) != (c.refused == nil) {
			t.Errorf("%s: the list says otherwise", c.sentence)
		}
	}
}
