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

func (b *bin) BinRecord(context.Context, domain.Actor, domain.Ref) (library.BinRecord, error) { return b.record, nil }

func (b *bin) Dependents(context.Context, domain.Ref) (string, int, error) { return b.dependents, 2, nil }

func (*bin) Withdraw(context.Context, domain.Withdrawn, int) error { return nil }

func (*bin) Bin(context.Context, domain.Actor, []string, domain.Page) (domain.Slice[domain.Withdrawn], error) {
	return domain.Slice[domain.Withdrawn]{}, nil
}

func (b *bin) Withdrawn(context.Context, domain.Actor, domain.ID) (domain.Withdrawn, error) { return b.away, nil }

func (*bin) Restore(context.Context, domain.Withdrawn) error { return nil }

func (b *bin) Purge(context.Context, domain.Withdrawn) error {
	b.purged = true
	return nil
}

func TestARecordIsTakenAwayByTheRules(t *testing.T) {
	t.Parallel()
	client := domain.Ref{Kind: domain.SubjectClient, ID: "c"}
	for _, c := range []struct {
		sentence   string
		reached    bool
		version    int
		reason     string
		dependents string
		refused    []string
	}{
		{"a record in reach is taken away", true, 3, "重复", "", nil},
		{"a record that another made and that is out of reach stays", false, 3, "重复", "", []string{"forbidden bin.may_not"}},
		{"a record that was changed since stays", true, 2, "重复", "", []string{"stale record.stale"}},
		{"a record is taken away for a reason", true, 3, " ", "", []string{"reason input.required"}},
		{"a record that others need stays", true, 3, "重复", "bin.client_has_projects", []string{"id bin.client_has_projects"}},
	} {
		store := &bin{reach: reach{org.RecordWithdraw: c.reached}, dependents: c.dependents,
			record: library.BinRecord{Title: "百龙公司", Maker: "another", MadeAt: noon, Version: 3}}
		service := library.Bin{Work: noWork{}, Store: store, Journal: &journal{}, Clock: clockAt(noon)}
		refuses(t, []refusal{{c.sentence, func() error {
			return service.Withdraw(t.Context(), everywhere(), client, c.version, c.reason)
		}, c.refused}})
	}
}

func TestARecordIsPurgedByTheRules(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		sentence string
		right    domain.Right
		kind     string
		ago      time.Duration
		refused  []string
	}{
		{"a record that was away for 30 days is purged", org.RecordPurge, domain.SubjectClient, library.BinRetention, nil},
		{"a record that was away for less is kept", org.RecordPurge, domain.SubjectClient, library.BinRetention - time.Second,
			[]string{"conflict bin.too_early"}},
		{"a project is never purged", org.RecordPurge, domain.SubjectProject, 2 * library.BinRetention, []string{"conflict bin.never_purged"}},
		{"purging needs the right", org.RecordWithdraw, domain.SubjectClient, 2 * library.BinRetention, forbidden(org.RecordPurge)},
	} {
		store := &bin{away: domain.Withdrawn{Ref: domain.Ref{Kind: c.kind, ID: "c"}, At: noon.Add(-c.ago)}}
		service := library.Bin{Work: noWork{}, Store: store, Journal: &journal{}, Clock: clockAt(noon)}
		refuses(t, []refusal{{c.sentence, func() error { return service.Purge(t.Context(), everywhere(c.right), "c") }, c.refused}})
		if store.purged != (c.refused == nil) {
			t.Errorf("%s: purged is %v", c.sentence, store.purged)
		}
	}
}
