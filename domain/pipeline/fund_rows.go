package pipeline

import (
	"context"
	"slices"

	"sangu/domain"
	"sangu/domain/org"
)

// FundRow is one entry of money in place with whose it is.
type FundRow struct {
	ProjectID     domain.ID
	Project, Unit string
	Category      string
	Voucher       string
	PaidOn        domain.Date
	Amount        domain.Yuan
	Verified      *domain.Yuan // nil where no verifier has looked
}

// FundQuery says which entries of money in place are meant: those paid from a day
// to another, both included.
type FundQuery struct {
	From, To domain.Date
	// UnseenBy keeps those alone that were reported by the end of a day and that no
	// verifier has looked at.
	UnseenBy domain.Date
}

// MostFundRows is how many entries a report of money in place lists.
const MostFundRows = 500

// FundRows gives the entries behind money in place: paid from a day to the
// cut-off, within the actor's scope. Without a day it is since 1 January, or of
// what waits for a verifier since ever.
func (s *Reports) FundRows(ctx context.Context, actor domain.Actor, f ReportFilter, q FundQuery) ([]FundRow, FundSums, error) {
	if err := actor.Require(org.ReportRead); err != nil {
		return nil, FundSums{}, err
	}
	f, rule, err := s.settle(ctx, f)
	if err != nil {
		return nil, FundSums{}, err
	}
	if q.To = f.Until; q.From.IsZero() && q.UnseenBy.IsZero() {
		q.From, _ = domain.NewDate(f.Until.Year(), 1, 1)
	}
	if f.AsOf.IsZero() {
		return s.Keep.FundRows(ctx, actor, f, q, MostFundRows)
	}
	return s.fundRowsKnown(ctx, actor, f, rule, q)
}

// fundRowsKnown gives the entries as they were known.
func (s *Reports) fundRowsKnown(ctx context.Context, actor domain.Actor, f ReportFilter, rule CountingRule, q FundQuery) ([]FundRow, FundSums, error) {
	records, err := s.records(ctx, actor, f)
	if err != nil {
		return nil, FundSums{}, err
	}
	var out []FundRow
	var sum FundSums
	for _, r := range records {
		if !r.Case(f.Until, rule).within(f.Projects) {
			continue
		}
		kept := slices.DeleteFunc(StandingFunds(r.Funds), func(e FundEntry) bool { return !q.means(e) })
		sum = sum.plus(SumFunds(kept, q.From, q.To))
		for _, e := range kept {
			row := FundRow{ProjectID: r.ProjectID, Project: r.Facts.Name, Unit: r.Facts.ResponsibleUnit, Category: e.Category, Voucher: e.Voucher, PaidOn: e.PaidOn, Amount: e.Amount}
			if v, known := e.Verified(); known {
				row.Verified = &v
			}
			out = append(out, row)
		}
	}
	slices.SortStableFunc(out, func(a, b FundRow) int { return b.PaidOn.DaysSince(a.PaidOn) })
	return out[:min(MostFundRows, len(out))], sum, nil
}

// means reports whether an entry is among those asked for.
func (q FundQuery) means(e FundEntry) bool {
	if e.PaidOn.Before(q.From) || e.PaidOn.After(q.To) {
		return false
	}
	_, seen := e.Verified()
	return q.UnseenBy.IsZero() || !seen && !domain.DateOf(e.ReportedAt).After(q.UnseenBy)
}

func (s FundSums) plus(o FundSums) FundSums {
	return FundSums{s.Reported + o.Reported, s.Verified + o.Verified, s.Outside + o.Outside, s.Entries + o.Entries, s.Waiting + o.Waiting}
}
