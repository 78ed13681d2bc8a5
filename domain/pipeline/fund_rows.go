package pipeline

import (
	"context"

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
	f, _, err := s.settle(ctx, f)
	if err != nil {
		return nil, FundSums{}, err
	}
	if from.IsZero() {
		from, _ = domain.NewDate(f.Until.Year(), 1, 1)
	}
	return s.Keep.FundRows(ctx, actor, f, from, f.Until, MostFundRows)
}
