package reporting

import (
	"cmp"
	"context"
	"fmt"
	"reflect"
	"slices"
	"time"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/pipeline"
)

// HistoryStore is where counted things are kept: histories, rules, bulletins.
type HistoryStore interface {
	RuleStore
	BulletinStore
	// Standings gives projects as they stand now, from what the pipeline stored:
	// the quick way. ended keeps what is over out.
	Standings(ctx context.Context, actor domain.Actor, f ReportFilter) ([]ProjectSnapshot, error)
	// Records gives all that was known of projects at an instant: the slow way,
	// from events. Only the actor's scope narrows it, and where some are named,
	// to those.
	Records(ctx context.Context, actor domain.Actor, asOf time.Time, only ...domain.ID) ([]ProjectHistory, error)
	// Touched gives when each of some projects was last changed up to an instant.
	Touched(ctx context.Context, projects []domain.ID, asOf time.Time) (map[domain.ID]time.Time, error)
	// FundMonths adds up entries paid until a day, by responsible unit and month
	// (FundsMeasure, MonthBucket), and those that no verifier has looked at.
	FundMonths(ctx context.Context, actor domain.Actor, f ReportFilter, until domain.Date) (Totals, error)
	// FundRows gives the entries asked for that hold, newest first, at most so many;
	// FundSums what all of them add up to.
	FundRows(ctx context.Context, actor domain.Actor, f ReportFilter, q FundQuery, most int) ([]FundRow, error)
	FundSums(ctx context.Context, actor domain.Actor, f ReportFilter, q FundQuery) (pipeline.FundSums, error)
	// UnitNames names units.
	UnitNames(ctx context.Context) (map[domain.ID]string, error)
}

// cases gives the projects that a report is about: as they stand, or, where the
// filter asks for what was known on a day or the rule needs it, from events.
func (s *Reports) cases(ctx context.Context, actor domain.Actor, f ReportFilter, rule CountingRule) ([]ProjectSnapshot, error) {
	if f.AsOf.IsZero() && !f.LateEntry && rule.standing() && f.Until == domain.Today(s.Clock) {
		return s.Keep.Standings(ctx, actor, f)
	}
	return s.replayed(ctx, actor, f, rule)
}

// Count gives the projects that a report is about with their totals, money in
// place by month included. The filter is settled.
func (s *Reports) Count(ctx context.Context, actor domain.Actor, f ReportFilter, rule CountingRule) ([]ProjectSnapshot, Totals, error) {
	if f.AsOf.IsZero() && !f.LateEntry && rule.standing() && f.Until == domain.Today(s.Clock) {
		cases, err := s.Keep.Standings(ctx, actor, f)
		if err != nil {
			return nil, nil, err
		}
		totals := TotalsOf(cases, rule, f.Until)
		money, err := s.Keep.FundMonths(ctx, actor, f, f.Until)
		totals.Merge(money, 1)
		return cases, totals, err
	}
	records, err := s.records(ctx, actor, f)
	if err != nil {
		return nil, nil, err
	}
	var cases []ProjectSnapshot
	totals := Totals{}
	for _, r := range records {
		if c := r.Snapshot(f.Until, rule); c.within(f.Projects, f.Until) {
			cases = append(cases, c)
			totals.Count(c, rule, f.Until)
			totals.money(r, f.Until)
		}
	}
	return cases, totals, nil
}

// replayed counts from events: what had happened by f.Until as known at f.AsOf.
func (s *Reports) replayed(ctx context.Context, actor domain.Actor, f ReportFilter, rule CountingRule) ([]ProjectSnapshot, error) {
	records, err := s.records(ctx, actor, f)
	if err != nil {
		return nil, err
	}
	var out []ProjectSnapshot
	for _, r := range records {
		if c := r.Snapshot(f.Until, rule); c.within(f.Projects, f.Until) {
			out = append(out, c)
		}
	}
	return out, nil
}

// records gives all that was known at f.AsOf, or is known now.
func (s *Reports) records(ctx context.Context, actor domain.Actor, f ReportFilter) ([]ProjectHistory, error) {
	asOf := f.AsOf
	if asOf.IsZero() {
		asOf = s.Clock.Now()
	}
	records, err := s.Keep.Records(ctx, actor, asOf)
	if err != nil {
		return nil, fmt.Errorf("read histories: %w", err)
	}
	return s.held(ctx, actor, records, f.Projects)
}

// Whole reports whether a report is of every project as it stands, counted by a
// rule that leaves nothing out: what maintained totals can answer.
func (s *Reports) Whole(f ReportFilter, rule CountingRule) bool {
	return f.AsOf.IsZero() && f.Until == domain.Today(s.Clock) && rule.Threshold == 0 && rule.WindowMonths == 0 && len(rule.Excluded) == 0 &&
		!rule.ConfirmedOnly && reflect.ValueOf(f.Projects).IsZero()
}

// Known gives some projects as they stood at the end of a day by what was known at
// an instant, with the day of their last change; what was not there yet is left
// out.
func (s *Reports) Known(ctx context.Context, actor domain.Actor, day domain.Date, asOf time.Time, rule CountingRule,
	projects []domain.ID) ([]ProjectSnapshot, error) {
	if len(projects) == 0 {
		return nil, nil
	}
	records, err := s.Keep.Records(ctx, actor, asOf, projects...)
	if err != nil {
		return nil, fmt.Errorf("read histories: %w", err)
	}
	var out []ProjectSnapshot
	for _, r := range records {
		out = append(out, r.Snapshot(day, rule))
	}
	return out, s.Touch(ctx, out, asOf)
}

// Touch completes replayed cases by the day of their last change, as known at an
// instant.
func (s *Reports) Touch(ctx context.Context, cases []ProjectSnapshot, asOf time.Time) error {
	const atOnce = 1000
	for part := range slices.Chunk(cases, atOnce) {
		ids := make([]domain.ID, len(part))
		for i, c := range part {
			ids[i] = c.ProjectID
		}
		touched, err := s.Keep.Touched(ctx, ids, asOf)
		if err != nil {
			return fmt.Errorf("read last changes: %w", err)
		}
		for i, c := range part {
			if at, ok := touched[c.ProjectID]; ok {
				part[i].UpdatedOn = domain.DateOf(at)
			}
		}
	}
	return nil
}

// standing reports whether stored standings know all that the rule asks for.
func (r CountingRule) standing() bool { return len(r.Excluded) == 0 && r.Credit != CreditBySplit }

// counted keeps the cases whose signing the rule counts.
func counted(cases []ProjectSnapshot, until domain.Date, rule CountingRule) []ProjectSnapshot {
	var out []ProjectSnapshot
	for _, c := range cases {
		if c.Counts(until, rule) {
			out = append(out, c)
		}
	}
	return out
}

// slot is one group that a case counts for, with its share of the case.
type slot struct {
	key, name string
	share     int
}

// slots gives the groups of a case, units by their present names where these are
// given, and else by those of the time, as bulletins have them. A case led by two leaders counts for each
// of them whole, as the list behind the number shows it under both; credit by
// split is divided.
func slots(c ProjectSnapshot, by Grouping, rule CountingRule, units map[domain.ID]string) []slot {
	one := func(key, name string) []slot { return []slot{{key, name, pipeline.WholeCredit}} }
	switch by {
	case ByUnit:
		var out []slot
		for _, s := range c.credited(rule) {
			out = append(out, slot{string(s.UnitID), cmp.Or(units[s.UnitID], s.Unit), s.Share})
		}
		return out
	case ByLeader:
		var out []slot
		for i, id := range c.Leaders {
			out = append(out, slot{string(id), c.LeaderNames[i], pipeline.WholeCredit})
		}
		return out
	case ByChain:
		return one(c.Chain, c.Chain)
	case ByChannel:
		return one(c.Channel, c.Channel)
	case ByMonth:
		month := c.SignedOn().String()[:7]
		return one(month, month)
	case ByQuarter:
		on := c.SignedOn()
		quarter := fmt.Sprintf("%d-Q%d", on.Year(), (on.Month()+2)/3)
		return one(quarter, quarter)
	case ByLed:
		return one(yesNo(len(c.Leaders) > 0), "")
	case ByReferral:
		return one(yesNo(c.FromReferral || c.Channel == string(library.ByReferral)), "")
	case BySize:
		return one(c.size(), "")
	}
	return one("", "")
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// size is the tier by total investment: A from 10 亿元, B from 1 亿元, C below.
func (c ProjectSnapshot) size() string {
	return library.ProjectFacts{TotalInvestment: c.TotalInvestment}.SizeTier()
}

// tallied groups counted cases, largest group first.
func tallied(cases []ProjectSnapshot, by Grouping, until domain.Date, rule CountingRule, units map[domain.ID]string) []Signing {
	at := map[string]int{}
	var out []Signing
	for _, c := range cases {
		groups, tallies := c.spread(by, rule, units)
		claimed, verified := divided(c.FundsClaimed(), groups, by, rule), divided(c.FundsVerified, groups, by, rule)
		for i, g := range groups {
			k, ok := at[g.key]
			if !ok {
				k = len(out)
				at[g.key] = k
				out = append(out, Signing{Key: g.key, Name: g.name, ReachedByStage: map[library.Stage]Tally{}})
			}
			out[k].add(c, tallies[i], until, rule)
			out[k].Funds += domain.Yuan(claimed[i])
			out[k].FundsVerified += domain.Yuan(verified[i])
		}
	}
	slices.SortStableFunc(out, func(a, b Signing) int {
		return cmp.Or(cmp.Compare(b.Signed.Count, a.Signed.Count), cmp.Compare(a.Key, b.Key))
	})
	return out
}

// spread gives the groups of a case, each with what it counts there.
func (c ProjectSnapshot) spread(by Grouping, rule CountingRule, units map[domain.ID]string) ([]slot, []Tally) {
	groups := slots(c, by, rule, units)
	counts, amounts := divided(1, groups, by, rule), divided(c.SignedAmount, groups, by, rule)
	out := make([]Tally, len(groups))
	for i := range groups {
		out[i] = Tally{int(counts[i]), domain.Yuan(amounts[i])}
	}
	return groups, out
}

// divided gives an amount's parts by group: divided exactly under credit by
// split, or else whole to each.
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

// add counts a case of the given weight.
func (s *Signing) add(c ProjectSnapshot, t Tally, until domain.Date, rule CountingRule) {
	by := func(d domain.Date) bool { return !d.IsZero() && !d.After(until) }
	s.Signed = s.Signed.Plus(t)
	if c.Confirmed[library.Signed] {
		s.SignedConfirmed = s.SignedConfirmed.Plus(t)
	}
	for _, stage := range library.Stages() {
		if stage.Reached(library.Registered) && by(c.By(stage, rule)) {
			s.ReachedByStage[stage] = s.ReachedByStage[stage].Plus(t)
		}
	}
	s.Fulfilling, s.Started, s.InProduction = s.ReachedByStage[library.Registered], s.ReachedByStage[library.Started],
		s.ReachedByStage[library.InProduction]
	if by(c.By(library.Started, rule)) && c.Confirmed[library.Started] {
		s.StartedConfirmed = s.StartedConfirmed.Plus(t)
	}
	if by(c.By(library.InProduction, rule)) && c.Confirmed[library.InProduction] {
		s.ProducedConfirmed = s.ProducedConfirmed.Plus(t)
	}
	if by(c.EndedOn) {
		s.Terminated = s.Terminated.Plus(t)
	}
}

// waits gives the waits of counted cases.
func waits(cases []ProjectSnapshot, until domain.Date, rule CountingRule) []Waiting {
	out := make([]Waiting, len(cases))
	for i, c := range cases {
		out[i] = c.Wait(until, rule)
	}
	return out
}

// TotalsOf counts cases as they stand on a day.
func TotalsOf(cases []ProjectSnapshot, rule CountingRule, until domain.Date) Totals {
	t := Totals{}
	for _, c := range cases {
		t.Count(c, rule, until)
	}
	return t
}

// ResolveFilter fills in the cut-off and the rule of a filter.
func (s *Reports) ResolveFilter(ctx context.Context, f ReportFilter) (ReportFilter, CountingRule, error) {
	return s.resolveFilter(ctx, f)
}

// Basis is what a report prints beside its figures: the cut-off, the instant up
// to which things were known, and the counting rule.
type Basis struct {
	Until domain.Date
	AsOf  time.Time
	Rule  CountingRule
}

// BasisOf is what a settled filter is counted by.
func (s *Reports) BasisOf(f ReportFilter, rule CountingRule) Basis {
	b := Basis{Until: f.Until, AsOf: f.AsOf, Rule: rule}
	if b.AsOf.IsZero() {
		b.AsOf = s.Clock.Now()
	}
	return b
}

// Cases gives the projects that a selection is about, and what they were counted
// by.
func (s *Reports) Cases(ctx context.Context, actor domain.Actor, f ReportFilter) ([]ProjectSnapshot, Basis, error) {
	f, rule, err := s.resolveFilter(ctx, f)
	if err != nil {
		return nil, Basis{}, err
	}
	cases, err := s.cases(ctx, actor, f, rule)
	return cases, s.BasisOf(f, rule), err
}
