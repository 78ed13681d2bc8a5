package library_test

import (
	"context"
	"testing"
	"time"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
)

// bin holds one record that is there and one that was taken away.
type bin struct {
	reach
	record     library.BinRecord
	dependents string // why others need the record
	away       domain.Withdrawn
	purged     bool
}

func (b *bin) BinRecord(context.Context, domain.Actor, domain.Ref) (library.BinRecord, error) {
	return b.record, nil
}

func (b *bin) Dependents(context.Context, domain.Ref) (string, int, error) {
	return b.dependents, 2, nil
}

func (*bin) Withdraw(context.Context, domain.Withdrawn, int) error { return nil }

func (*bin) Bin(context.Context, domain.Actor, []string, domain.Page) (domain.Slice[domain.Withdrawn], error) {
	return domain.Slice[domain.Withdrawn]{}, nil
}

func (b *bin) Withdrawn(context.Context, domain.Actor, domain.ID) (domain.Withdrawn, error) {
	return b.away, nil
}

func (*bin) Restore(context.Context, domain.Withdrawn) error { return nil }

func (b *bin) Purge(context.Context, domain.Withdrawn) error {
	b.purged = true
	return nil
}

func TestARecordIsTakenAwayByTheRules(t *testing.T) {
	t.Parallel()
	type try struct {
		store   *bin
		version int
		reason  string
	}
	fresh := func() try {
		return try{version: 3, reason: "重复", store: &bin{reach: reach{org.RecordWithdraw: true},
			record: library.BinRecord{Title: "百龙公司", Maker: "another", MadeAt: noon, Version: 3}}}
	}
	withdraw := func(x try) error {
		service := library.NewBin(x.store,
			&library.Bin{Work: noWork{}, Journal: &journal{}, Clock: clockAt(noon)})
		return service.Withdraw(context.Background(), everywhere(), domain.Ref{Kind: domain.SubjectClient, ID: "c"}, x.version, x.reason)
	}
	holds(t, fresh, withdraw, []rule[try]{
		{"a record in reach is taken away", func(*try) {}, nil},
		{"a record that another made and that is out of reach stays", func(x *try) { x.store.reach[org.RecordWithdraw] = false },
			[]string{"forbidden bin.may_not"}},
		{"a record that was changed since stays", func(x *try) { x.version = 2 }, []string{"stale record.stale"}},
		{"a record is taken away for a reason", func(x *try) { x.reason = " " }, []string{"reason input.required"}},
		{"a record that others need stays", func(x *try) { x.store.dependents = "bin.client_has_projects" },
			[]string{"id bin.client_has_projects"}},
	})
}

func TestARecordIsPurgedByTheRules(t *testing.T) {
	t.Parallel()
	type try struct {
		right domain.Right
		away  domain.Withdrawn
	}
	fresh := func() try {
		return try{right: org.RecordPurge, away: domain.Withdrawn{Ref: domain.Ref{Kind: domain.SubjectClient, ID: "c"},
			At: noon.Add(-library.BinRetention)}}
	}
	purge := func(x try) error {
		store := &bin{away: x.away}
		service := library.NewBin(store,
			&library.Bin{Work: noWork{}, Journal: &journal{}, Clock: clockAt(noon)})
		err := service.Purge(context.Background(), everywhere(x.right), "c")
		if store.purged != (err == nil) {
			t.Errorf("purged is %v with %v", store.purged, err)
		}
		return err
	}
	holds(t, fresh, purge, []rule[try]{
		{"a record that was away for 30 days is purged", func(*try) {}, nil},
		{"a record that was away for less is kept", func(x *try) { x.away.At = x.away.At.Add(time.Second) },
			[]string{"conflict bin.too_early"}},
		{"a project is never purged", func(x *try) { x.away.Kind = domain.SubjectProject }, []string{"conflict bin.never_purged"}},
		{"purging needs the right", func(x *try) { x.right = org.RecordWithdraw }, forbidden(org.RecordPurge)},
	})
}
