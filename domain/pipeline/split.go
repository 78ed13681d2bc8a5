package pipeline

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"sangu/domain"
	"sangu/domain/org"
)

// WholeCredit is 100 % in hundredths of a percent, the unit of shares.
const WholeCredit = 10_000

// CreditShare is one unit's share of a project's figures, in hundredths of a
// percent.
type CreditShare struct {
	UnitID domain.ID
	Share  int
	// Unit is the unit's name as it was when the split was recorded: what a
	// bulletin of that time prints.
	Unit string
}

// CreditSplit shares a project's figures among units (domain.md §4.5). A later
// split replaces it from its day; the earlier one is kept.
type CreditSplit struct {
	ID         domain.ID
	ProjectID  domain.ID
	FromOn     domain.Date
	Basis      string
	Shares     []CreditShare
	RecordedAt time.Time
	RecordedBy domain.ID
	ByName     string
}

// Check returns a KindInvalid error unless every share is of another unit and
// above 0, all add up to exactly 100 %, and there is a basis.
func (c CreditSplit) Check() error {
	var k domain.Check
	sum := 0
	seen := map[domain.ID]bool{}
	for i, s := range c.Shares {
		k.That(s.Share > 0, fmt.Sprintf("shares[%d].share", i), "input.too_small", "min", 1)
		k.That(!seen[s.UnitID], fmt.Sprintf("shares[%d].unit_id", i), "split.unit_twice")
		k.That(!s.UnitID.IsZero(), fmt.Sprintf("shares[%d].unit_id", i), "input.required")
		seen[s.UnitID] = true
		sum += s.Share
	}
	k.That(sum == WholeCredit, "shares", "split.whole", "sum", float64(sum)/100)
	k.That(strings.TrimSpace(c.Basis) != "", "basis", "input.required")
	return k.Err()
}

// Allocate divides an amount by shares so that the parts add up to the whole
// exactly: by the largest remainder, ties to the earlier share. Shares need not
// add up to anything; where they add up to 0, every part is 0.
func Allocate(total int64, shares []int) []int64 {
	out := make([]int64, len(shares))
	var whole int64
	for _, s := range shares {
		whole += int64(s)
	}
	if whole <= 0 {
		return out
	}
	type rest struct {
		index     int
		remainder int64
	}
	rests := make([]rest, len(shares))
	left := total
	for i, s := range shares {
		// total·share may pass 2⁶³: divide before multiplying what is above.
		part := total/whole*int64(s) + total%whole*int64(s)/whole
		out[i], rests[i] = part, rest{i, total % whole * int64(s) % whole}
		left -= part
	}
	slices.SortStableFunc(rests, func(a, b rest) int { return cmp.Compare(b.remainder, a.remainder) })
	for i := 0; left > 0; i = (i + 1) % len(rests) {
		out[rests[i].index]++
		left--
	}
	for i := 0; left < 0; i = (i + 1) % len(rests) {
		out[rests[len(rests)-1-i].index]--
		left++
	}
	return out
}

// Splits returns all splits of a project in the order recorded. It returns a
// KindNotFound error if the actor does not see the project.
func (s *Pipeline) Splits(ctx context.Context, actor domain.Actor, project domain.ID) ([]CreditSplit, error) {
	if _, err := s.projects.Project(ctx, actor, project); err != nil {
		return nil, err
	}
	return s.store.Splits(ctx, project)
}

// Split records how a project's figures are shared among units, and returns all
// splits of the project. It returns a KindForbidden error unless the actor may
// manage rules: the office decides, not the units. It returns a KindInvalid error
// by the rules of CreditSplit.
func (s *Pipeline) Split(ctx context.Context, actor domain.Actor, c CreditSplit) ([]CreditSplit, error) {
	if err := actor.Require(org.RuleManage); err != nil {
		return nil, err
	}
	if c.FromOn.IsZero() {
		c.FromOn = domain.Today(s.Clock)
	}
	if err := c.Check(); err != nil {
		return nil, err
	}
	err := s.Work.Do(ctx, func(ctx context.Context) error {
		p, err := s.projects.Project(ctx, actor, c.ProjectID)
		if err != nil {
			return err
		}
		if c.ID.IsZero() {
			c.ID = s.IDs.New()
		}
		units, err := s.store.UnitNames(ctx)
		if err != nil {
			return err
		}
		for i, share := range c.Shares {
			c.Shares[i].Unit = units[share.UnitID]
		}
		c.RecordedAt, c.RecordedBy, c.ByName = s.Clock.Now(), actor.PersonID, actor.Name
		if err := s.store.AddSplit(ctx, c); err != nil {
			return fmt.Errorf("add split: %w", err)
		}
		return s.Journal.Record(ctx, actor, domain.Change{Action: "split.record", Subject: refOf(p), Title: p.Name,
			UnitID: p.ResponsibleUnitID, After: c, OccurredOn: domain.OnDay(c.FromOn), Details: map[string]any{"note": c.Basis}})
	})
	if err != nil {
		return nil, err
	}
	return s.store.Splits(ctx, c.ProjectID)
}
