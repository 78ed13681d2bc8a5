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

// MostFundRows is how many entries a report of money in place lists.
const MostFundRows = 500

// FundRows gives the entries behind money in place: paid from a day to the
// cut-off, within the actor's scope. Without a day it is since 1 January.
func (s *Reports) FundRows(ctx context.Context, actor domain.Actor, f ReportFilter, from domain.Date) ([]FundRow, FundSums, error) {
	if err := actor.Require(org.ReportRead); err != nil {
		return nil, FundSums{}, err
	}
	f, rule, err := s.settle(ctx, f)
	if err != nil {
		return nil, FundSums{}, err
	}
	if from.IsZero() {
		from, _ = domain.NewDate(f.Until.Year(), 1, 1)
	}
	if f.AsOf.IsZero() {
		return s.Keep.FundRows(ctx, actor, f, from, f.Until, MostFundRows)
	}
	return s.fundRowsKnown(ctx, actor, f, rule, from)
}

// fundRowsKnown gives the entries as they were known.
func (s *Reports) fundRowsKnown(ctx context.Context, actor domain.Actor, f ReportFilter, rule CountingRule, from domain.Date) ([]FundRow, FundSums, error) {
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
		sum = sum.plus(SumFunds(r.Funds, from, f.Until))
		for _, e := range StandingFunds(r.Funds) {
			if e.PaidOn.Before(from) || e.PaidOn.After(f.Until) {
				continue
			}
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

func (s FundSums) plus(o FundSums) FundSums {
	return FundSums{s.Reported + o.Reported, s.Verified + o.Verified, s.Outside + o.Outside, s.Entries + o.Entries, s.Waiting + o.Waiting}
}
