package pipeline

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"sangu/domain"
)

// FundVerdict is how much of an entry a verifier found in place, in 元; 0 for none.
// The last verdict of an entry counts.
type FundVerdict struct {
	ID        domain.ID
	EntryID   domain.ID
	ProjectID domain.ID
	Amount    domain.Yuan
	Note      string
	By        domain.ID
	ByName    string
	UnitID    domain.ID
	At        time.Time
	// Supports say which attachments of the project show how much of it: money is
	// found by what is on paper. Those of verdicts before this was asked are empty.
	Supports []Support
}

// Support is how much of an entry one piece of evidence shows, in 元.
type Support struct {
	Evidence domain.ID // an attachment of the project
	Amount   domain.Yuan
}

// supported returns what the pieces of evidence show together.
func (v FundVerdict) supported() domain.Yuan {
	var sum domain.Yuan
	for _, s := range v.Supports {
		sum += s.Amount
	}
	return sum
}

// checkSupports refuses evidence that is not on the project's file, that is named
// twice or that shows nothing, and more money than the evidence shows (domain.md
// §5.1). Where nothing was found nothing needs to be shown.
func (v FundVerdict) checkSupports(onFile []domain.ID) error {
	var c domain.Check
	seen := map[domain.ID]bool{}
	for i, s := range v.Supports {
		c.That(slices.Contains(onFile, s.Evidence), fmt.Sprintf("supports[%d].evidence", i), "fund.evidence_elsewhere")
		c.That(!seen[s.Evidence], fmt.Sprintf("supports[%d].evidence", i), "fund.evidence_twice")
		c.That(s.Amount > 0, fmt.Sprintf("supports[%d].amount", i), "input.too_small", "min", 1)
		seen[s.Evidence] = true
	}
	c.That(v.Amount <= 0 || len(v.Supports) > 0, "supports", "fund.evidence_missing")
	c.That(len(v.Supports) == 0 || v.Amount <= v.supported(), "amount", "fund.above_evidence", "limit", int64(v.supported()))
	return c.Err()
}

// check refuses a verdict on an entry that a later one corrects, an amount below 0
// or above what was reported, and less than was reported without a reason.
func (v FundVerdict) check(e FundEntry, all []FundEntry) error {
	if !contains(EffectiveFunds(all), e.ID) {
		return domain.Invalid("verdict.corrected")
	}
	var c domain.Check
	c.That(v.Amount >= 0, "amount", "input.negative")
	c.That(v.Amount <= e.Amount, "amount", "fund.above_reported", "limit", int64(e.Amount))
	c.That(v.Amount == e.Amount || strings.TrimSpace(v.Note) != "", "note", "fund.why_less")
	return c.Err()
}

// VerifyFund records how much of an entry a verifier found in place, and returns
// all entries of the project. It returns a KindNotFound error if there is no such
// entry, and a KindInvalid or KindForbidden error by the rules of MayVerify and of
// FundVerdict.
func (s *Pipeline) VerifyFund(ctx context.Context, actor domain.Actor, v FundVerdict) ([]FundEntry, error) {
	var project domain.ID
	err := s.Work.Do(ctx, func(ctx context.Context) error {
		var err error
		if project, err = s.store.FundProject(ctx, v.EntryID); err != nil {
			return err
		}
		p, err := s.projects.Project(ctx, actor, project)
		if err != nil {
			return err
		}
		all, err := s.store.Funds(ctx, project)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(all, func(e FundEntry) bool { return e.ID == v.EntryID })
		e := all[i]
		if err := MayVerify(actor, p, e.ReportedBy, "amount"); err != nil {
			return err
		}
		if err := v.check(e, all); err != nil {
			return err
		}
		onFile, err := s.store.AttachmentIDs(ctx, p.ID)
		if err != nil {
			return err
		}
		if err := v.checkSupports(onFile); err != nil {
			return err
		}
		v.ID, v.ProjectID, v.By, v.ByName, v.UnitID, v.At = s.IDs.New(), p.ID, actor.PersonID, actor.Name, actor.UnitID, s.Clock.Now()
		if err := s.store.AddFundVerdict(ctx, v); err != nil {
			return fmt.Errorf("add fund verdict: %w", err)
		}
		all[i].Verdicts = append(all[i].Verdicts, v)
		if err := s.saveFunds(ctx, p, all); err != nil {
			return err
		}
		return s.Journal.Record(ctx, actor, domain.Change{Action: "fund.verify", Subject: refOf(p), Title: p.Name,
			UnitID: p.ResponsibleUnitID,
			After:  v, Details: map[string]any{"amount": int64(v.Amount), "voucher": e.Voucher, "note": v.Note, "agrees": v.Amount == e.Amount},
			Tell: answered(e.ReportedBy)})
	})
	if err != nil {
		return nil, err
	}
	return s.store.Funds(ctx, project)
}
