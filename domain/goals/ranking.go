package goals

import (
	"cmp"
	"context"
	"slices"

	"sangu/domain"
	"sangu/domain/pipeline"
	"sangu/domain/reporting"
)

// UnitRank is one unit's line of the ranking by money in place.
type UnitRank struct {
	UnitID   domain.ID
	Name     string
	Reported domain.Yuan
	Completion
}

// Shortfall is how far verified money is below what was reported, and the units
// that make the most of it.
type Shortfall struct {
	Amount domain.Yuan
	Units  []UnitShortfall
}

// UnitShortfall is one unit's part of it.
type UnitShortfall struct {
	UnitID domain.ID
	Name   string
	Amount domain.Yuan
}

// mostShort is how many units a sentence names.
const mostShort = 2

// money adds this year's money in place, by units against their targets.
func (s *CockpitService) money(ctx context.Context, t reporting.Totals, aims reporting.ComparableTargets, c *Cockpit) error {
	year, _ := domain.NewDate(c.Until.Year(), 1, 1)
	names, err := s.store.UnitNames(ctx)
	if err != nil {
		return err
	}
	total := Figure{Key: "funds", Unit: "yuan"}
	for id, name := range names {
		line := reporting.FundsKey(id)
		sum, _ := t.Between(line, reporting.MonthBucket(year), reporting.MonthBucket(c.Until))
		total.Claimed += sum.Amount
		total.Confirmed += sum.Confirmed
		earlier, _ := t.Between(line, reporting.MonthBucket(year), reporting.MonthBucket(c.Before))
		total.Before += earlier.Confirmed
		if target, aimed := aims.Units[id]; aimed || sum != (reporting.Sum{}) {
			c.Units = append(c.Units, UnitRank{UnitID: id, Name: name, Reported: domain.Yuan(sum.Amount),
				Completion: CompletionOf(sum.Confirmed, target, 12*pipeline.YearGone(c.Until))})
		}
	}
	c.Figures = append([]Figure{total}, c.Figures...)
	target := int64(0)
	if aims.Funds != nil {
		target = *aims.Funds
	}
	c.Funds = CompletionOf(total.Confirmed, target, 12*pipeline.YearGone(c.Until))
	c.Money = reporting.FundsOutlookOf(t.FundMonths(), c.Until, (*domain.Yuan)(aims.Funds))
	c.Shortfall = shortfall(c.Units)
	slices.SortFunc(c.Units, ahead)
	return nil
}

// ahead ranks: who is furthest on with the target first; without a target nobody
// is ranked, and comes after by the money in place.
func ahead(a, b UnitRank) int {
	if a.Done.Known != b.Done.Known {
		if a.Done.Known {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(b.Done.Value, a.Done.Value), cmp.Compare(b.Actual, a.Actual), cmp.Compare(a.Name, b.Name),
		cmp.Compare(a.UnitID, b.UnitID))
}

// shortfall finds who makes the gap between reported and verified.
func shortfall(units []UnitRank) Shortfall {
	var out Shortfall
	for _, u := range units {
		if gap := u.Reported - domain.Yuan(u.Actual); gap > 0 {
			out.Amount += gap
			out.Units = append(out.Units, UnitShortfall{u.UnitID, u.Name, gap})
		}
	}
	slices.SortFunc(out.Units, func(a, b UnitShortfall) int {
		return cmp.Or(cmp.Compare(b.Amount, a.Amount), cmp.Compare(a.Name, b.Name), cmp.Compare(a.UnitID, b.UnitID))
	})
	out.Units = out.Units[:min(mostShort, len(out.Units))]
	return out
}
