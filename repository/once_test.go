package repository_test

import (
	"context"
	"testing"
	"time"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/notice"
	"sangu/domain/org"
	librarystore "sangu/repository/library"
	noticestore "sangu/repository/notice"
)

// What is done once is not done a second time by whoever comes later: no row is
// changed, and that is said.
func TestWhatIsDoneOnceIsNotDoneAgain(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, s *stores) {
		var person domain.ID
		s.do(func(ctx context.Context) (err error) { person, err = s.refer(ctx, "PersonID"); return err })
		now := time.Date(2026, 9, 1, 8, 0, 0, 0, time.UTC)
		write := func(fn func(ctx context.Context) error) error { return s.db.Do(context.Background(), fn) }

		batches := librarystore.NewBatchStore(s.db)
		batch := library.Batch{ID: domain.UUIDs{}.New(), Kind: domain.SubjectLead, MadeBy: person, MadeAt: now, UndoneAt: now}
		undo := func(ctx context.Context) error { return batches.MarkUndone(ctx, batch) }
		s.do(func(ctx context.Context) error { return batches.AddBatch(ctx, batch) })
		s.do(undo)
		if err := write(undo); !domain.IsKind(err, domain.KindConflict) {
			t.Errorf("a batch undone twice: %v, want a conflict", err)
		}

		bin := librarystore.NewBinStore(s.db)
		lead := heldKinds()[3].add(s)
		away := domain.Withdrawn{Ref: domain.Ref{Kind: domain.SubjectLead, ID: lead}, Title: "l", Reason: "r", By: person, At: now}
		restore := func(ctx context.Context) error { return bin.Restore(ctx, away) }
		s.do(func(ctx context.Context) error { return bin.Withdraw(ctx, away, 1) })
		s.do(restore)
		if err := write(restore); !domain.IsKind(err, domain.KindNotFound) {
			t.Errorf("a record put back twice: %v, want not found", err)
		}

		notices := noticestore.NewDispatchStore(s.db)
		told := func() (n int, lines int64) {
			s.do(func(ctx context.Context) (err error) {
				n, err = notices.AddNotices(ctx, []notice.Notice{{ID: domain.UUIDs{}.New(), PersonID: person, Kind: notice.LeadIdle, CauseID: lead,
					On: domain.MustDate("2026-09-01"), Subject: away.Ref, Title: "l", ShowsAt: now}})
				return err
			})
			if err := s.db.Read(context.Background()).Table("outbox").Where("action = 'notice.made'").Count(&lines).Error; err != nil {
				t.Fatal(err)
			}
			return n, lines
		}
		if n, lines := told(); n != 1 || lines != 1 {
			t.Errorf("told %d of one cause, %d lines of the outbox, want 1 and 1", n, lines)
		}
		if n, lines := told(); n != 0 || lines != 1 {
			t.Errorf("told %d of one cause again, %d lines of the outbox, want 0 and 1", n, lines)
		}
	})
}

// A bin shows what was taken away to who took it and to whom the right to take it
// away reaches, and to nobody else, whatever else they reach.
func TestTheBinShowsWhatOneMayPutBack(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, s *stores) {
		bin, now := librarystore.NewBinStore(s.db), time.Date(2026, 9, 1, 8, 0, 0, 0, time.UTC)
		for _, h := range heldKinds()[:5] {
			away, other := h.add(s), h.add(s)
			w := domain.Withdrawn{Ref: domain.Ref{Kind: h.kind, ID: away}, Title: "x", Reason: "r", At: now}
			s.do(func(ctx context.Context) (err error) {
				if w.By, err = s.refer(ctx, "PersonID"); err != nil {
					return err
				}
				return bin.Withdraw(ctx, w, 1)
			})
			stranger := domain.UUIDs{}.New()
			for name, c := range map[string]struct {
				actor domain.Actor
				want  int
			}{
				"who took it away":               {domain.Actor{PersonID: w.By}, 1},
				"whom the right reaches":         {reader(org.RecordWithdraw, stranger, domain.ScopeUnit, s.column(h.table, h.units[0], away)), 1},
				"whom it reaches another record": {reader(org.RecordWithdraw, stranger, domain.ScopeUnit, s.column(h.table, h.units[0], other)), 0},
				"a stranger":                     {domain.Actor{PersonID: stranger}, 0},
			} {
				got, err := bin.Bin(context.Background(), c.actor, []string{h.kind}, domain.Page{Limit: 5})
				if err != nil || len(got.Items) != c.want {
					t.Errorf("a %s, %s: %d in the bin, want %d (%v)", h.kind, name, len(got.Items), c.want, err)
				}
			}
		}
	})
}
