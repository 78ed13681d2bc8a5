package reporting

import (
	"cmp"
	"fmt"
	"slices"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/pipeline"
)

// Grouping is what signings are grouped by.
type Grouping string

// The groupings.
const (
	ByUnit     Grouping = "unit"
	ByLeader   Grouping = "leader"
	ByChain    Grouping = "chain"
	ByChannel  Grouping = "channel"
	ByMonth    Grouping = "month"
	ByQuarter  Grouping = "quarter"
	ByLed      Grouping = "led"      // 有无县领导包联
	ByReferral Grouping = "referral" // 以商招商 or not
	BySize     Grouping = "size"
	ByAll      Grouping = "all"
)

// Groupings lists every grouping.
func Groupings() []Grouping {
	return []Grouping{ByAll, ByUnit, ByLeader, ByChain, ByChannel, ByMonth, ByQuarter, ByLed, ByReferral, BySize}
}

// slot is one group that a project counts for, with its share of the project in
// hundredths of a percent.
type slot struct {
	key, name string
	share     int
}

// slots returns the groups of a project: units by their present names where units
// has them, and else by those of the time, as bulletins have them. A project led
// by two leaders counts for each of them whole, as the list behind the number
// shows it under both; credit by split is divided.
func slots(p ProjectSnapshot, by Grouping, rule CountingRule, units map[domain.ID]string) []slot {
	one := func(key, name string) []slot { return []slot{{key, name, pipeline.WholeCredit}} }
	switch by {
	case ByUnit:
		var out []slot
		for _, s := range p.credited(rule) {
			out = append(out, slot{string(s.UnitID), cmp.Or(units[s.UnitID], s.Unit), s.Share})
		}
		return out
	case ByLeader:
		var out []slot
		for i, id := range p.Leaders {
			out = append(out, slot{string(id), p.LeaderNames[i], pipeline.WholeCredit})
		}
		return out
	case ByChain:
		return one(p.Chain, p.Chain)
	case ByChannel:
		return one(p.Channel, p.Channel)
	case ByMonth:
		month := p.When(library.Signed, CountingRule{}).period(1)
		return one(month, month)
	case ByQuarter:
		quarter := p.When(library.Signed, CountingRule{}).period(3)
		return one(quarter, quarter)
	case ByLed:
		return one(yesNo(len(p.Leaders) > 0), "")
	case ByReferral:
		return one(yesNo(library.Channel(p.Channel).IsReferral()), "")
	case BySize:
		return one(p.size(), "")
	default:
		// What is not named here is dealt with after the switch.
	}
	return one("", "")
}

// period returns the month, or for 3 months the quarter, in which it happened for
// certain: 2026-03 or 2026-Q1; where that is not known the year, 2026, or "".
func (s Span) period(months int) string {
	number := func(d domain.Date) int { return MonthBucket(d) / months }
	switch {
	case s.First.IsZero() || s.First.Year() != s.Last.Year():
		return ""
	case number(s.First) != number(s.Last):
		return fmt.Sprintf("%04d", s.Last.Year())
	case months == 3:
		return fmt.Sprintf("%04d-Q%d", s.Last.Year(), (s.Last.Month()+2)/3)
	}
	return s.Last.String()[:7]
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// size returns the tier by total investment: A from 10 亿元, B from 1 亿元, C below.
func (p ProjectSnapshot) size() string {
	return library.ProjectFacts{TotalInvestment: p.TotalInvestment}.SizeTier()
}

// tallied groups counted snapshots, the largest group first.
func tallied(snapshots []ProjectSnapshot, by Grouping, until domain.Date, rule CountingRule, units map[domain.ID]string) []Signing {
	at := map[string]int{}
	var out []Signing
	for _, p := range snapshots {
		groups, tallies := p.tallies(by, rule, units)
		claimed, verified := divided(p.FundsClaimed(), groups, by, rule), divided(p.FundsVerified, groups, by, rule)
		for i, g := range groups {
			k, ok := at[g.key]
			if !ok {
				k = len(out)
				at[g.key] = k
				out = append(out, Signing{Key: g.key, Name: g.name, ReachedByStage: map[library.Stage]Tally{}})
			}
			out[k].add(p, tallies[i], until, rule)
			out[k].Funds += domain.Yuan(claimed[i])
			out[k].FundsVerified += domain.Yuan(verified[i])
		}
	}
	slices.SortStableFunc(out, func(a, b Signing) int {
		return cmp.Or(cmp.Compare(b.Signed.Count, a.Signed.Count), cmp.Compare(a.Key, b.Key))
	})
	return out
}

// tallies returns the groups of a snapshot, each with what the snapshot adds to
// it.
func (p ProjectSnapshot) tallies(by Grouping, rule CountingRule, units map[domain.ID]string) ([]slot, []Tally) {
	groups := slots(p, by, rule, units)
	counts, amounts := divided(1, groups, by, rule), divided(p.SignedAmount, groups, by, rule)
	out := make([]Tally, len(groups))
	for i := range groups {
		out[i] = Tally{int(counts[i]), domain.Yuan(amounts[i])}
	}
	return groups, out
}

// divided returns an amount's parts by group: divided exactly under credit by
// split, or else whole for each.
func divided(amount domain.Yuan, groups []slot, by Grouping, rule CountingRule) []int64 {
	shares := make([]int, len(groups))
	out := make([]int64, len(groups))
	for i, g := range groups {
		shares[i], out[i] = g.share, int64(amount)
	}
	if by == ByUnit && rule.Credit == CreditBySplit {
		return pipeline.Allocate(int64(amount), shares)
	}
	return out
}

// add counts a snapshot that adds t to the group.
func (s *Signing) add(p ProjectSnapshot, t Tally, until domain.Date, rule CountingRule) {
	by := func(on domain.EventDay) bool { return !on.IsZero() && !on.Latest().After(until) }
	s.Signed = s.Signed.Plus(t)
	if p.Confirmed[library.Signed] {
		s.SignedConfirmed = s.SignedConfirmed.Plus(t)
	}
	for _, stage := range library.Stages() {
		if stage.Reached(library.Registered) && by(p.By(stage, rule)) {
			s.ReachedByStage[stage] = s.ReachedByStage[stage].Plus(t)
		}
	}
	s.Fulfilling, s.Started, s.InProduction = s.ReachedByStage[library.Registered], s.ReachedByStage[library.Started],
		s.ReachedByStage[library.InProduction]
	if by(p.By(library.Started, rule)) && p.Confirmed[library.Started] {
		s.StartedConfirmed = s.StartedConfirmed.Plus(t)
	}
	if by(p.By(library.InProduction, rule)) && p.Confirmed[library.InProduction] {
		s.ProducedConfirmed = s.ProducedConfirmed.Plus(t)
	}
	if by(p.EndedOn) {
		s.Terminated = s.Terminated.Plus(t)
	}
}
