package reporting

import (
	"context"
	"sangu/api/kit"
	libraryapi "sangu/api/library"
	pipelineapi "sangu/api/pipeline"
	"sangu/domain"
	"sangu/domain/reporting"
)

type fundRowsIn struct {
	libraryapi.ProjectFilter
	ReportQuery
	From         domain.Date `query:"from" description:"1 January unless said"`
	UnverifiedBy domain.Date `query:"unseen_by" description:"only what was reported by this day and no verifier has looked at, whenever it was paid"`
}

type fundRowOut struct {
	ProjectID domain.ID    `json:"project_id" required:"true"`
	Project   string       `json:"project" required:"true"`
	Unit      string       `json:"unit" required:"true"`
	Category  string       `json:"category" required:"true"`
	Voucher   string       `json:"voucher" required:"true"`
	PaidOn    domain.Date  `json:"paid_on" required:"true"`
	Amount    domain.Yuan  `json:"amount" required:"true"`
	Verified  *domain.Yuan `json:"verified" required:"true"`
	Outside   string       `json:"outside" required:"true" description:"province, city or abroad; empty for none"`
	OutsideOf domain.Yuan  `json:"outside_amount" required:"true" description:"the outside part of what is verified"`
}

type fundRowsOut struct {
	BasisOut
	From       domain.Date            `json:"from" required:"true"`
	Items      []fundRowOut           `json:"items" required:"true" description:"newest first, 500 at most"`
	Sum        pipelineapi.FundSumOut `json:"sum" required:"true" description:"of all of them"`
	Month      pipelineapi.FundSumOut `json:"month" required:"true" description:"of the cut-off's month"`
	Year       pipelineapi.FundSumOut `json:"year" required:"true"`
	Cumulative pipelineapi.FundSumOut `json:"cumulative" required:"true"`
}

// ListFundRows returns entries of money in place with their sums.
func (a *API) ListFundRows(ctx context.Context, actor domain.Actor, in fundRowsIn) (fundRowsOut, error) {
	r, err := a.Reports.Funds(ctx, actor, in.Over(in.ProjectFilter), reporting.FundQuery{From: in.From, UnverifiedBy: in.UnverifiedBy})
	return fundRowsOut{BasisOut: BasisFrom(r.Basis), From: r.From, Items: kit.Each(r.Rows, func(r reporting.FundRow) fundRowOut {
		return fundRowOut{ProjectID: r.ProjectID, Project: r.Project, Unit: r.Unit, Category: r.Category, Voucher: r.Voucher, PaidOn: r.PaidOn,
			Amount: r.Amount, Verified: r.Verified, Outside: r.Outside, OutsideOf: r.OutsideAmount}
	}), Sum: pipelineapi.FundSumFrom(r.Sum), Month: pipelineapi.FundSumFrom(r.Month), Year: pipelineapi.FundSumFrom(r.Year),
		Cumulative: pipelineapi.FundSumFrom(r.Cumulative)}, err
}
