package scenario

import (
	"context"
	"fmt"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/pipeline"
	"sangu/domain/reporting"
)

// fundDeed is money in place: paid in a month of this year, or on a day counted
// from today. What would be paid later than it is reported is left out.
type fundDeed struct {
	Project  string      `json:"project"`
	Category string      `json:"category"`
	Wan      domain.Yuan `json:"wan"`
	Voucher  string      `json:"voucher"`
	Month    int         `json:"month"`
	Day      int         `json:"day"`
	On       *Day        `json:"on"`
	Outside  string      `json:"outside"`
	Percent  int         `json:"percent"`
}

// verifyDeed is what a verifier found in place of vouchers, in 万元; those
// without a figure in full.
type verifyDeed struct {
	Project  string                 `json:"project"`
	Vouchers []string               `json:"vouchers"`
	Less     map[string]domain.Yuan `json:"less"`
	Note     string                 `json:"note"`
}

type targetsDeed struct {
	Units []struct {
		Unit       string      `json:"unit"`
		Signed     int64       `json:"signed"`
		SignedWan  domain.Yuan `json:"signed_wan"`
		Started    int64       `json:"started"`
		Production int64       `json:"in_production"`
		FundsWan   domain.Yuan `json:"funds_wan"`
	} `json:"units"`
}

type answerDeed struct {
	Kind string `json:"kind"`
	Text string `json:"text"`
}

// bulletinDeed is the bulletin of a month counted from this one: -1 is the last.
type bulletinDeed struct {
	Month int `json:"month"`
}

func (p *runner) report(ctx context.Context, who domain.Actor, list []fundDeed) error {
	for _, d := range list {
		on := p.date(d.On)
		if d.On == nil {
			day, ok := domain.NewDate(p.today.Year(), d.Month, d.Day)
			if !ok {
				return fmt.Errorf("voucher %s: no such day", d.Voucher)
			}
			on = day
		}
		if on.After(domain.Today(p.Clock)) {
			continue
		}
		x, err := p.project(ctx, who, d.Project)
		if err != nil {
			return err
		}
		e := pipeline.FundEntry{ProjectID: x.ID, Category: d.Category, Amount: d.Wan * domain.Wan, PaidOn: on, Voucher: d.Voucher,
			Outside: d.Outside, OutsideShare: d.Percent * 100}
		paid := library.NewAttachment{Subject: domain.Ref{Kind: domain.SubjectProject, ID: x.ID}, Kind: "payment_voucher", DatedOn: on,
			Name: d.Voucher + ".pdf", Body: paper([]string{"付款凭证", x.Name, fmt.Sprintf("%s  %d 万元  %s", on, d.Wan, d.Voucher)})}
		file, err := p.Attachments.Attach(ctx, who, paid)
		if err != nil {
			return fmt.Errorf("attach voucher %s: %w", d.Voucher, err)
		}
		e.Evidence = []domain.ID{file.ID}
		if _, err := p.Pipeline.ReportFund(ctx, who, e); err != nil {
			return fmt.Errorf("voucher %s: %w", d.Voucher, err)
		}
	}
	return nil
}

func (p *runner) verify(ctx context.Context, who domain.Actor, d verifyDeed) error {
	x, err := p.project(ctx, who, d.Project)
	if err != nil {
		return err
	}
	all, err := p.Pipeline.Funds(ctx, who, x.ID)
	if err != nil {
		return err
	}
	byVoucher := map[string]pipeline.FundEntry{}
	for _, e := range pipeline.EffectiveFunds(all) {
		byVoucher[e.Voucher] = e
	}
	for _, voucher := range d.Vouchers {
		e, ok := byVoucher[voucher]
		if !ok {
			continue // not paid yet this year
		}
		v := pipeline.FundVerdict{EntryID: e.ID, Amount: e.Amount}
		if less, ok := d.Less[voucher]; ok {
			v.Amount, v.Note = less*domain.Wan, d.Note
		}
		if v.Amount > 0 {
			v.Supports = []pipeline.Support{{Evidence: e.Evidence[0], Amount: v.Amount}}
		}
		if _, err := p.Pipeline.VerifyFund(ctx, who, v); err != nil {
			return fmt.Errorf("verify %s: %w", voucher, err)
		}
	}
	return nil
}

func (p *runner) targets(ctx context.Context, who domain.Actor, d targetsDeed) error {
	var list []reporting.Target
	for _, u := range d.Units {
		unit, err := p.unit(u.Unit)
		if err != nil {
			return err
		}
		// In one order: the story is the same each time that it is played.
		for _, target := range []reporting.Target{
			{Indicator: "signed", Value: u.Signed}, {Indicator: "signed_amount", Value: int64(u.SignedWan * domain.Wan)},
			{Indicator: "started", Value: u.Started}, {Indicator: "in_production", Value: u.Production},
			{Indicator: "funds", Value: int64(u.FundsWan * domain.Wan)},
		} {
			if target.Value > 0 {
				target.UnitID = unit
				list = append(list, target)
			}
		}
	}
	set, err := p.Reports.YearTargets(ctx, who, p.today.Year())
	if err != nil {
		return err
	}
	set.Value.Targets = list
	_, err = p.Reports.SetTargets(ctx, who, set)
	return err
}

func (p *runner) answer(ctx context.Context, who domain.Actor, d answerDeed) error {
	found, err := p.Suspicions.List(ctx, who, "open", d.Kind)
	if err != nil {
		return err
	}
	if len(found) == 0 {
		return fmt.Errorf("nothing suspected of %s", d.Kind)
	}
	_, err = p.Suspicions.Answer(ctx, who, found[0].ID, found[0].Version, d.Text)
	return err
}

func (p *runner) bulletin(ctx context.Context, who domain.Actor, d bulletinDeed) error {
	first, _ := domain.NewDate(p.today.Year(), p.today.Month(), 1)
	month := domain.DateOf(first.Start().AddDate(0, d.Month, 0))
	_, err := p.Reports.Publish(ctx, who, month.String()[:7])
	return err
}
