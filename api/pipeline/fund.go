package pipeline

import (
	"context"
	"time"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/pipeline"
)

type support struct {
	Evidence domain.ID   `json:"evidence" validate:"required" required:"true" description:"an attachment of the project"`
	Amount   domain.Yuan `json:"amount" validate:"min=0,max=1000000000000000" required:"true" description:"how much it shows, 元"`
}

func supportFrom(s pipeline.Support) support { return support{Evidence: s.Evidence, Amount: s.Amount} }

func (s support) domain() pipeline.Support {
	return pipeline.Support{Evidence: s.Evidence, Amount: s.Amount}
}

type fundVerdictOut struct {
	Amount   domain.Yuan `json:"amount" required:"true"`
	Note     string      `json:"note" required:"true"`
	Supports []support   `json:"supports" required:"true" description:"the evidence that it was found by; empty on verdicts of before it was asked for"`
	ByName   string      `json:"by_name" required:"true"`
	At       time.Time   `json:"at" required:"true"`
}

type fundOut struct {
	ID           domain.ID        `json:"id" required:"true"`
	Category     string           `json:"category" required:"true"`
	Amount       domain.Yuan      `json:"amount" required:"true" description:"as reported, 元"`
	PaidOn       domain.Date      `json:"paid_on" required:"true"`
	Voucher      string           `json:"voucher" required:"true"`
	Outside      string           `json:"outside" required:"true"`
	OutsideShare int              `json:"outside_share" required:"true" description:"hundredths of a percent"`
	Evidence     []domain.ID      `json:"evidence" required:"true"`
	Note         string           `json:"note" required:"true"`
	Holds        bool             `json:"holds" required:"true"`
	Verified     *domain.Yuan     `json:"verified" required:"true" description:"null where no verifier has looked"`
	Verdicts     []fundVerdictOut `json:"verdicts" required:"true"`
	ByName       string           `json:"by_name" required:"true"`
	ReportedAt   time.Time        `json:"reported_at" required:"true"`
}

// FundSumOut is the wire form of sums of money in place, in 元.
type FundSumOut struct {
	Reported domain.Yuan `json:"reported" required:"true"`
	Verified domain.Yuan `json:"verified" required:"true"`
	Outside  domain.Yuan `json:"outside" required:"true" description:"the outside part of what is verified"`
	Entries  int         `json:"entries" required:"true"`
	Waiting  int         `json:"waiting" required:"true" description:"looked at by nobody"`
}

// FundSumFrom returns the wire form of sums of money in place.
func FundSumFrom(s pipeline.FundSums) FundSumOut {
	return FundSumOut{Reported: s.Reported, Verified: s.Verified, Outside: s.Outside, Entries: s.Entries, Waiting: s.Waiting}
}

type fundsOut struct {
	Items      []fundOut  `json:"items" required:"true"`
	Month      FundSumOut `json:"month" required:"true"`
	Year       FundSumOut `json:"year" required:"true"`
	Cumulative FundSumOut `json:"cumulative" required:"true"`
	Pace       float64    `json:"pace" required:"true" description:"share of the year that has gone: where an even pace would be 时序进度"`
}

func (a *API) fundsFrom(all []pipeline.FundEntry) fundsOut {
	holds := map[domain.ID]bool{}
	for _, e := range pipeline.EffectiveFunds(all) {
		holds[e.ID] = true
	}
	today := domain.Today(a.Pipeline.Clock)
	month, _ := domain.NewDate(today.Year(), today.Month(), 1)
	year, _ := domain.NewDate(today.Year(), 1, 1)
	out := fundsOut{Items: []fundOut{}, Month: FundSumFrom(pipeline.SumFunds(all, month, today)),
		Year:       FundSumFrom(pipeline.SumFunds(all, year, today)),
		Cumulative: FundSumFrom(pipeline.SumFunds(all, domain.Date{}, today)), Pace: pipeline.YearGone(today)}
	for _, e := range all {
		o := fundOut{ID: e.ID, Category: e.Category, Amount: e.Amount, PaidOn: e.PaidOn, Voucher: e.Voucher, Outside: e.Outside,
			OutsideShare: e.OutsideShare, Evidence: append([]domain.ID{}, e.Evidence...), Note: e.Note, Holds: holds[e.ID], Verified: nil,
			Verdicts: kit.Each(e.Verdicts, func(v pipeline.FundVerdict) fundVerdictOut {
				return fundVerdictOut{Amount: v.Amount, Note: v.Note, Supports: kit.Each(v.Supports, supportFrom), ByName: v.ByName, At: v.At}
			}), ByName: e.ByName, ReportedAt: e.ReportedAt}
		if v, known := e.Verified(); known {
			o.Verified = &v
		}
		out.Items = append(out.Items, o)
	}
	return out
}

// ListFunds returns a project's entries of money in place.
func (a *API) ListFunds(ctx context.Context, actor domain.Actor, in kit.ByID) (fundsOut, error) {
	all, err := a.Pipeline.Funds(ctx, actor, in.ID)
	return a.fundsFrom(all), err
}

type fundIn struct {
	Project      domain.ID   `path:"id" required:"true"`
	ID           domain.ID   `json:"id"`
	Category     string      `json:"category" validate:"required,oneof=land building equipment installation working_capital registered_capital other"`
	Amount       domain.Yuan `json:"amount" validate:"min=0,max=1000000000000000" description:"元"`
	PaidOn       domain.Date `json:"paid_on" validate:"required"`
	Voucher      string      `json:"voucher" text:"title" validate:"required,max=100"`
	Outside      string      `json:"outside" validate:"omitempty,oneof=province city abroad"`
	OutsideShare int         `json:"outside_share" validate:"min=0,max=10000"`
	Evidence     []domain.ID `json:"evidence" validate:"max=20"`
	Note         string      `json:"note" text:"note" validate:"max=1000"`
	Corrects     domain.ID   `json:"corrects"`
	Void         bool        `json:"void"`
}

// ReportFunds records money in place.
func (a *API) ReportFunds(ctx context.Context, actor domain.Actor, in fundIn) (fundsOut, error) {
	all, err := a.Pipeline.ReportFund(ctx, actor, pipeline.FundEntry{ID: in.ID, ProjectID: in.Project, Category: in.Category,
		Amount: in.Amount, PaidOn: in.PaidOn, Voucher: in.Voucher,
		Outside: in.Outside, OutsideShare: in.OutsideShare, Evidence: in.Evidence, Note: in.Note, Corrects: in.Corrects, Void: in.Void})
	return a.fundsFrom(all), err
}

type fundVerdictIn struct {
	kit.ByID
	Amount   domain.Yuan `json:"amount" validate:"min=0" description:"found in place, 元; 0 for none; at most what the evidence shows"`
	Note     string      `json:"note" text:"note" validate:"max=1000"`
	Supports []support   `json:"supports" validate:"max=50,dive" description:"what each piece of evidence shows; needed where money was found"`
}

// VerifyFunds records how much of an entry was found in place.
func (a *API) VerifyFunds(ctx context.Context, actor domain.Actor, in fundVerdictIn) (fundsOut, error) {
	all, err := a.Pipeline.VerifyFund(ctx, actor, pipeline.FundVerdict{EntryID: in.ID, Amount: in.Amount, Note: in.Note,
		Supports: kit.Each(in.Supports, support.domain)})
	return a.fundsFrom(all), err
}
