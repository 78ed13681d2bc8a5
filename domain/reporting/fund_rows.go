package reporting

import (
	"context"
	"slices"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/domain/pipeline"
)

// FundRow is one entry of money in place with its project and unit.
type FundRow struct {
	ProjectID     domain.ID
	Project, Unit string
	Category      string
	Voucher       string
	PaidOn        domain.Date
	Amount        domain.Yuan
	Verified      *domain.Yuan // nil where no verifier has looked
	Outside       string       // where outside money comes from, as in FundEntry
	OutsideAmount domain.Yuan  // of what is verified
}

// FundReport is 到位资金表: the entries of a span with their sum, beside the sums
// of the cut-off's month, of its year and of all time.
type FundReport struct {
	Basis
	From                    domain.Date
	Rows                    []FundRow
	Sum                     pipeline.FundSums
	Month, Year, Cumulative pipeline.FundSums
}

// FundQuery selects entries of money in place: those paid from a day to another,
// both included.
type FundQuery struct {
	From, To domain.Date
	// UnverifiedBy keeps those alone that were reported by the end of a day and that no
	// verifier has looked at.
	UnverifiedBy domain.Date
}

// MostFundRows is how many entries a report of money in place lists at most.
const MostFundRows = 500

// Funds reports money in place, paid from a day to the cut-off. Without a day it
// is from 1 January on, or, of what waits for a verifier, from the beginning. It
// returns a KindForbidden error without the right to read reports, and a
// KindInvalid error by the rules of the filter.
func (s *Reports) Funds(ctx context.Context, actor domain.Actor, f ReportFilter, q FundQuery) (FundReport, error) {
	if err := actor.Require(org.ReportRead); err != nil {
		return FundReport{}, err
	}
	f, rule, err := s.resolveFilter(ctx, f)
	if err != nil {
		return FundReport{}, err
	}
	year, _ := domain.NewDate(f.Until.Year(), 1, 1)
	month, _ := domain.NewDate(f.Until.Year(), f.Until.Month(), 1)
	if q.To = f.Until; q.From.IsZero() && q.UnverifiedBy.IsZero() {
		q.From = year
	}
	out := FundReport{Basis: s.BasisOf(f, rule), From: q.From}
	spans := map[*pipeline.FundSums]FundQuery{&out.Sum: q, &out.Month: {From: month, To: f.Until}, &out.Year: {From: year, To: f.Until},
		&out.Cumulative: {To: f.Until}}
	if !f.AsOf.IsZero() {
		return out, s.fundsKnown(ctx, actor, f, q, &out, spans)
	}
	for sum, span := range spans {
		if *sum, err = s.store.FundSums(ctx, actor, f, span); err != nil {
			return FundReport{}, err
		}
	}
	out.Rows, err = s.store.FundRows(ctx, actor, f, q, MostFundRows)
	return out, err
}

// fundsKnown fills in a report of the entries as they were known.
func (s *Reports) fundsKnown(ctx context.Context, actor domain.Actor, f ReportFilter, q FundQuery, out *FundReport,
	spans map[*pipeline.FundSums]FundQuery) error {
	histories, err := s.histories(ctx, actor, f)
	if err != nil {
		return err
	}
	for _, r := range histories {
		if !r.Snapshot(f.Until, out.Rule).within(f.Projects, f.Until) {
			continue
		}
		for sum, span := range spans {
			*sum = sum.Plus(span.sum(r.Funds))
		}
		for _, e := range pipeline.EffectiveFunds(r.Funds) {
			if q.means(e) {
				out.Rows = append(out.Rows, rowOf(r, e))
			}
		}
	}
	slices.SortStableFunc(out.Rows, func(a, b FundRow) int { return b.PaidOn.DaysSince(a.PaidOn) })
	out.Rows = out.Rows[:min(MostFundRows, len(out.Rows))]
	return nil
}

// rowOf returns the row of an entry.
func rowOf(r ProjectHistory, e pipeline.FundEntry) FundRow {
	row := FundRow{ProjectID: r.ProjectID, Project: r.Facts.Name, Unit: r.Facts.ResponsibleUnit, Category: e.Category, Voucher: e.Voucher,
		PaidOn: e.PaidOn, Amount: e.Amount, Outside: e.Outside}
	if v, known := e.Verified(); known {
		row.Verified, row.OutsideAmount = &v, e.OutsideAmount(v)
	}
	return row
}

// means reports whether the query selects an entry.
func (q FundQuery) means(e pipeline.FundEntry) bool {
	if e.PaidOn.Before(q.From) || e.PaidOn.After(q.To) {
		return false
	}
	_, seen := e.Verified()
	return q.UnverifiedBy.IsZero() || !seen && !domain.DateOf(e.ReportedAt).After(q.UnverifiedBy)
}

// sum adds up the effective entries that the query selects.
func (q FundQuery) sum(all []pipeline.FundEntry) pipeline.FundSums {
	kept := slices.DeleteFunc(pipeline.EffectiveFunds(all), func(e pipeline.FundEntry) bool { return !q.means(e) })
	return pipeline.SumFunds(kept, q.From, q.To)
}
