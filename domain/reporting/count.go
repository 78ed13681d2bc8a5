package reporting

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"time"

	"sangu/domain"
)

// snapshots returns the projects that a report is about: as they are now, or,
// where the filter asks for another day or the rule needs it, from their
// histories.
func (s *Reports) snapshots(ctx context.Context, actor domain.Actor, f ReportFilter, rule CountingRule) ([]ProjectSnapshot, error) {
	if f.AsOf.IsZero() && !f.LateEntry && rule.byCurrentState() && f.Until == domain.Today(s.Clock) {
		return s.store.CurrentSnapshots(ctx, actor, f)
	}
	return s.replayed(ctx, actor, f, rule)
}

// Count returns the projects that a report by a resolved filter is about with
// their totals, money in place by month included.
func (s *Reports) Count(ctx context.Context, actor domain.Actor, f ReportFilter, rule CountingRule) ([]ProjectSnapshot, Totals, error) {
	if f.AsOf.IsZero() && !f.LateEntry && rule.byCurrentState() && f.Until == domain.Today(s.Clock) {
		snapshots, err := s.store.CurrentSnapshots(ctx, actor, f)
		if err != nil {
			return nil, nil, err
		}
		totals := TotalsOf(snapshots, rule, f.Until)
		money, err := s.store.FundMonths(ctx, actor, f, f.Until, rule.Credit)
		totals.Merge(money, 1)
		return snapshots, totals, err
	}
	histories, err := s.histories(ctx, actor, f)
	if err != nil {
		return nil, nil, err
	}
	var snapshots []ProjectSnapshot
	totals := Totals{}
	for _, r := range histories {
		if p := r.Snapshot(f.Until, rule); p.within(f.Projects, f.Until) {
			snapshots = append(snapshots, p)
			totals.Count(p, rule, f.Until)
			totals.money(r, p, rule, f.Until)
		}
	}
	return snapshots, totals, nil
}

// replayed counts from histories: what had happened by f.Until as known at f.AsOf.
func (s *Reports) replayed(ctx context.Context, actor domain.Actor, f ReportFilter, rule CountingRule) ([]ProjectSnapshot, error) {
	histories, err := s.histories(ctx, actor, f)
	if err != nil {
		return nil, err
	}
	var out []ProjectSnapshot
	for _, r := range histories {
		if p := r.Snapshot(f.Until, rule); p.within(f.Projects, f.Until) {
			out = append(out, p)
		}
	}
	return out, nil
}

// histories returns all that was known at f.AsOf, or is known now.
func (s *Reports) histories(ctx context.Context, actor domain.Actor, f ReportFilter) ([]ProjectHistory, error) {
	asOf := f.AsOf
	if asOf.IsZero() {
		asOf = s.Clock.Now()
	}
	histories, err := s.store.Histories(ctx, actor, asOf)
	if err != nil {
		return nil, fmt.Errorf("read histories: %w", err)
	}
	return s.fittingNow(ctx, actor, histories, f.Projects)
}

// Whole reports whether a report is of every project as it is now, counted by a
// rule that leaves nothing out and credits the responsible unit: what the maintained
// totals can answer.
func (s *Reports) Whole(f ReportFilter, rule CountingRule) bool {
	return f.AsOf.IsZero() && f.Until == domain.Today(s.Clock) && rule.Threshold == 0 && rule.WindowMonths == 0 && len(rule.Excluded) == 0 &&
		!rule.ConfirmedOnly && rule.Credit == CreditResponsible && reflect.ValueOf(f.Projects).IsZero()
}

// Known returns some projects as they were at the end of a day by what was known
// at an instant, with the day of their last change. A project that was not there
// yet is absent.
func (s *Reports) Known(ctx context.Context, actor domain.Actor, day domain.Date, asOf time.Time, rule CountingRule,
	projects []domain.ID) ([]ProjectSnapshot, error) {
	if len(projects) == 0 {
		return nil, nil
	}
	histories, err := s.store.Histories(ctx, actor, asOf, projects...)
	if err != nil {
		return nil, fmt.Errorf("read histories: %w", err)
	}
	var out []ProjectSnapshot
	for _, r := range histories {
		out = append(out, r.Snapshot(day, rule))
	}
	return out, s.Touch(ctx, out, asOf)
}

// Touch fills in the day of the last change of replayed snapshots, as known at an
// instant.
func (s *Reports) Touch(ctx context.Context, snapshots []ProjectSnapshot, asOf time.Time) error {
	const atOnce = 1000
	for part := range slices.Chunk(snapshots, atOnce) {
		ids := make([]domain.ID, len(part))
		for i, p := range part {
			ids[i] = p.ProjectID
		}
		touched, err := s.store.LastChanges(ctx, ids, asOf)
		if err != nil {
			return fmt.Errorf("read last changes: %w", err)
		}
		for i, p := range part {
			if at, ok := touched[p.ProjectID]; ok {
				part[i].UpdatedOn = domain.DateOf(at)
			}
		}
	}
	return nil
}

// byCurrentState reports whether the stored current states know all that the rule
// asks for.
func (r CountingRule) byCurrentState() bool { return len(r.Excluded) == 0 && r.Credit != CreditBySplit }

// counted returns the snapshots whose signing the rule counts.
func counted(snapshots []ProjectSnapshot, until domain.Date, rule CountingRule) []ProjectSnapshot {
	var out []ProjectSnapshot
	for _, p := range snapshots {
		if p.Counts(until, rule) {
			out = append(out, p)
		}
	}
	return out
}

// TotalsOf returns the totals of snapshots as of a day.
func TotalsOf(snapshots []ProjectSnapshot, rule CountingRule, until domain.Date) Totals {
	t := Totals{}
	for _, p := range snapshots {
		t.Count(p, rule, until)
	}
	return t
}

// Snapshots returns the projects that a selection is about, and what they are
// counted by. It returns a KindInvalid error by the rules of the filter.
func (s *Reports) Snapshots(ctx context.Context, actor domain.Actor, f ReportFilter) ([]ProjectSnapshot, Basis, error) {
	f, rule, err := s.resolveFilter(ctx, f)
	if err != nil {
		return nil, Basis{}, err
	}
	snapshots, err := s.snapshots(ctx, actor, f, rule)
	return snapshots, s.BasisOf(f, rule), err
}
