package pipeline

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"sangu/domain"
	"sangu/domain/library"
)

// FundCategories lists the categories of money in place: 土地、土建、设备、安装、流动资金、注册资本、其他
// (domain.md §5.1).
func FundCategories() []string {
	return []string{"land", "building", "equipment", "installation", "working_capital", "registered_capital", "other"}
}

// FundEntry is money in place 到位资金 by one voucher. It is never changed: a
// later entry corrects or voids it.
type FundEntry struct {
	ID        domain.ID
	ProjectID domain.ID
	Category  string
	Amount    domain.Yuan // as reported
	PaidOn    domain.Date
	Voucher   string
	// Outside says where outside money comes from: "" none, "province" 省外,
	// "city" 市外, "abroad" 境外; OutsideShare in hundredths of a percent.
	Outside      string
	OutsideShare int
	Evidence     []domain.ID // attachments of the project
	Note         string
	Corrects     domain.ID
	Void         bool
	ReportedAt   time.Time
	ReportedBy   domain.ID
	ByName       string
	UnitID       domain.ID
	// Verdicts are what verifiers said of it, oldest first.
	Verdicts []FundVerdict
}

// Verified returns the amount found in place, in 元; known is false where no
// verifier has looked.
func (e FundEntry) Verified() (amount domain.Yuan, known bool) {
	if len(e.Verdicts) == 0 {
		return 0, false
	}
	return e.Verdicts[len(e.Verdicts)-1].Amount, true
}

// OutsideAmount returns the part of an amount of the entry that comes from
// outside, in 元, rounded half up.
func (e FundEntry) OutsideAmount(of domain.Yuan) domain.Yuan {
	return domain.Yuan(Allocate(int64(of), []int{e.OutsideShare, WholeCredit - e.OutsideShare})[0])
}

// VoucherKey returns the form of a voucher number by which two vouchers are the
// same: without spaces and hyphens, in capitals.
func VoucherKey(voucher string) string { return strings.ToUpper(library.NameKey(voucher)) }

// EffectiveFunds returns the entries that no later one corrects, without the
// voiding ones, by the day paid.
func EffectiveFunds(all []FundEntry) []FundEntry {
	return effective(all, func(a, b FundEntry) int { return a.PaidOn.Compare(b.PaidOn) })
}

// YearGone returns the share of a day's year that has passed, by whole months as
// money is reported: where an even pace 时序进度 would be. It is 0.75 all through
// September.
func YearGone(on domain.Date) float64 { return float64(on.Month()) / 12 }

// FundSums adds up effective entries, in 元.
type FundSums struct {
	Reported, Verified, Outside domain.Yuan
	Entries, Waiting            int // Waiting were looked at by nobody
}

// SumFunds returns the sums of the effective entries that were paid from one day
// to another, both included; a zero from is from the beginning.
func SumFunds(all []FundEntry, from, to domain.Date) FundSums {
	var s FundSums
	for _, e := range EffectiveFunds(all) {
		if e.PaidOn.Before(from) || e.PaidOn.After(to) {
			continue
		}
		s.Entries++
		s.Reported += e.Amount
		v, known := e.Verified()
		if !known {
			s.Waiting++
		}
		s.Verified += v
		s.Outside += e.OutsideAmount(v)
	}
	return s
}

// Check returns a KindInvalid error that names every rule that the entry breaks,
// beside the entries that are effective already: category, amount, day, voucher,
// where outside money comes from, what it corrects and why, and that all entries
// together do not exceed the contract amount of the project.
func (e FundEntry) Check(effective []FundEntry, p library.Project, today domain.Date) error {
	var c domain.Check
	c.That(slices.Contains(FundCategories(), e.Category), "category", "input.enum", "allowed", FundCategories())
	c.That(e.Amount > 0 || e.Void, "amount", "input.too_small", "min", 1)
	c.That(!e.PaidOn.IsZero(), "paid_on", "input.required")
	c.That(!e.PaidOn.After(today), "paid_on", "input.future")
	c.That(VoucherKey(e.Voucher) != "", "voucher", "input.required")
	c.That(slices.Contains([]string{"", "province", "city", "abroad"}, e.Outside), "outside", "input.enum", "allowed",
		[]string{"province", "city", "abroad"})
	c.That(e.OutsideShare >= 0 && e.OutsideShare <= WholeCredit, "outside_share", "input.range", "min", 0, "max", WholeCredit)
	if !e.Corrects.IsZero() {
		c.That(contains(effective, e.Corrects), "corrects", "stage.corrects_unknown")
		c.That(strings.TrimSpace(e.Note) != "", "note", "stage.correction_reason")
	}
	c.That(!e.Void || !e.Corrects.IsZero(), "corrects", "stage.void_of_what")
	if limit := p.ContractYuan(); !e.Void && limit != nil {
		sum := e.Amount
		for _, o := range effective {
			if o.ID != e.Corrects {
				sum += o.Amount
			}
		}
		c.That(sum <= *limit, "amount", "fund.above_contract", "sum", int64(sum)/10_000, "limit", int64(*limit)/10_000)
	}
	return c.Err()
}

// Funds returns all entries of a project in the order reported, with their
// verdicts. It returns a KindNotFound error if the actor does not see the project.
func (s *Pipeline) Funds(ctx context.Context, actor domain.Actor, project domain.ID) ([]FundEntry, error) {
	if _, err := s.projects.Project(ctx, actor, project); err != nil {
		return nil, err
	}
	return s.store.Funds(ctx, project)
}

// ReportFund records money in place as the unit reports it, and returns all
// entries of the project. The same ID again returns the first result. It returns a
// KindForbidden error if the actor may not move the project, and a KindInvalid
// error by the rules of FundEntry.Check or if evidence is not attached to the
// project.
func (s *Pipeline) ReportFund(ctx context.Context, actor domain.Actor, e FundEntry) ([]FundEntry, error) {
	err := s.Work.Do(ctx, func(ctx context.Context) error { return s.ReportFundWithin(ctx, actor, e) })
	if err != nil {
		return nil, err
	}
	return s.store.Funds(ctx, e.ProjectID)
}

// ReportFundWithin is ReportFund inside a running unit of work.
func (s *Pipeline) ReportFundWithin(ctx context.Context, actor domain.Actor, e FundEntry) error {
	p, err := s.movable(ctx, actor, e.ProjectID)
	if err != nil {
		return err
	}
	all, err := s.store.Funds(ctx, p.ID)
	if err != nil {
		return err
	}
	if contains(all, e.ID) {
		return nil
	}
	if e.Void {
		for _, o := range all {
			if o.ID == e.Corrects {
				note := e.Note
				id := e.ID
				e = o
				e.ID, e.Corrects, e.Void, e.Note, e.Verdicts = id, o.ID, true, note, nil
			}
		}
	}
	if err := e.Check(EffectiveFunds(all), p, domain.Today(s.Clock)); err != nil {
		return err
	}
	if err := s.checkEvidence(ctx, p.ID, e.Evidence); err != nil {
		return err
	}
	if e.ID.IsZero() {
		e.ID = s.IDs.New()
	}
	e.ReportedAt, e.ReportedBy, e.ByName, e.UnitID = s.Clock.Now(), actor.PersonID, actor.Name, actor.UnitID
	if err := s.store.AddFund(ctx, e); err != nil {
		return err
	}
	if err := s.saveFunds(ctx, p, append(all, e)); err != nil {
		return err
	}
	return s.Journal.Record(ctx, actor, domain.Change{Action: "fund.report", Subject: refOf(p), Title: p.Name,
		UnitID: p.ResponsibleUnitID,
		After:  e, OccurredOn: domain.OnDay(e.PaidOn),
		Details: map[string]any{"amount": int64(e.Amount), "category": e.Category, "voucher": e.Voucher,
			"void": e.Void, "note": e.Note},
		Tell: toVerify(p, e)})
}

// toVerify returns the verifiers who are told of money that waits for them; nobody
// is told of a voided entry.
func toVerify(p library.Project, e FundEntry) []domain.Recipient {
	if e.Void {
		return nil
	}
	return toVerifiers(p)
}

// checkEvidence refuses evidence that is not attached to the project.
func (s *Pipeline) checkEvidence(ctx context.Context, project domain.ID, evidence []domain.ID) error {
	if len(evidence) == 0 {
		return nil
	}
	onFile, err := s.store.AttachmentIDs(ctx, project)
	if err != nil {
		return err
	}
	var c domain.Check
	for i, id := range evidence {
		c.That(slices.Contains(onFile, id), fmt.Sprintf("evidence[%d]", i), "fund.evidence_elsewhere")
	}
	return c.Err()
}

// saveFunds writes the sums of all entries onto the project.
func (s *Pipeline) saveFunds(ctx context.Context, p library.Project, all []FundEntry) error {
	sums := SumFunds(all, domain.Date{}, domain.Today(s.Clock))
	if err := s.store.SaveFunds(ctx, p, sums.Reported, sums.Verified); err != nil {
		return fmt.Errorf("save funds of %s: %w", p.ID, err)
	}
	return nil
}

// Plus returns the sums of both.
func (s FundSums) Plus(o FundSums) FundSums {
	return FundSums{Reported: s.Reported + o.Reported, Verified: s.Verified + o.Verified, Outside: s.Outside + o.Outside,
		Entries: s.Entries + o.Entries, Waiting: s.Waiting + o.Waiting}
}
