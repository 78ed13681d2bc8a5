package reporting

import (
	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/pipeline"
)

// Count adds a project as it is on a day, under the rule.
func (t Totals) Count(p ProjectSnapshot, rule CountingRule, until domain.Date) {
	t.reach(p)
	t.negotiations(p)
	t.stays(p)
	t.waits(p, rule, until)
	t.plannedStart(p)
}

// plannedStart counts what goes on and has a day to begin that it has not begun on,
// whether or not the day has come.
func (t Totals) plannedStart(p ProjectSnapshot) {
	if p.PlannedStart.IsZero() || p.Status != library.Active || p.Stage.Rank() >= library.Started.Rank() {
		return
	}
	s := Sum{N: 1}
	if p.TotalInvestment != nil {
		s.Amount = int64(*p.TotalInvestment)
	}
	t.Add(TotalKey{Measure: MeasurePlannedStart}, dayBucket(p.PlannedStart), s)
}

// reach counts starts, signings and productions by month, whatever the rule.
func (t Totals) reach(p ProjectSnapshot) {
	for measure, stage := range map[Measure]library.Stage{MeasureSigned: library.Signed,
		MeasureStarted: library.Started, MeasureProduced: library.InProduction} {
		on := p.By(stage, CountingRule{})
		if stage == library.Signed {
			on = p.SignedOn()
		}
		if !on.IsZero() {
			s := Sum{N: 1, Amount: int64(p.SignedAmount)}
			if p.Confirmed[stage] {
				s.Confirmed = 1
			}
			t.Add(TotalKey{Measure: measure}, MonthBucket(on), s)
		}
	}
}

// negotiations counts what is being negotiated now, and by month what came into
// negotiation and left it, signed or ended.
func (t Totals) negotiations(p ProjectSnapshot) {
	size := int64(0)
	if p.TotalInvestment != nil {
		size = int64(*p.TotalInvestment)
	}
	if (p.Stage == library.Negotiating || p.Stage == library.Intent || p.Stage == library.Reviewed) && !p.Status.Over() {
		t.Add(TotalKey{Measure: MeasureNegotiating}, 0, Sum{N: 1, Amount: size})
	}
	in := p.By(library.Negotiating, CountingRule{})
	if in.IsZero() {
		return
	}
	t.Add(TotalKey{Measure: MeasureNegotiationBegun}, MonthBucket(in), Sum{N: 1})
	out := p.SignedOn()
	if out.IsZero() || !p.EndedOn.IsZero() && p.EndedOn.Before(out) {
		out = p.EndedOn
	}
	if !out.IsZero() {
		t.Add(TotalKey{Measure: MeasureNegotiationOver}, max(MonthBucket(in), MonthBucket(out)), Sum{N: 1})
	}
}

// stays counts the stage of the project and the days it spent at each stage:
// Reached with the next stage, Ended, or Open by the day it came.
func (t Totals) stays(p ProjectSnapshot) {
	if p.Stage.Rank() >= 0 {
		size, over := Sum{N: 1}, 0
		if p.TotalInvestment != nil {
			size.Amount = int64(*p.TotalInvestment)
		}
		if p.Status.Over() {
			over = 1
		}
		t.Add(TotalKey{Measure: MeasureAtStage, Stage: p.Stage}, over, size)
	}
	stages := library.Stages()
	for i, stage := range stages[:len(stages)-1] {
		from, ok := p.Reached[stage]
		if !ok {
			continue
		}
		stay := func(o Outcome) TotalKey { return TotalKey{Measure: MeasureStay, Stage: stage, Outcome: o} }
		if on := p.By(stages[i+1], CountingRule{}); !on.IsZero() {
			t.Add(stay(Reached), max(0, on.DaysSince(from)), Sum{N: 1})
		} else if !p.EndedOn.IsZero() {
			t.Add(stay(Ended), max(0, p.EndedOn.DaysSince(from)), Sum{N: 1})
		} else {
			t.Add(stay(Open), dayBucket(from), Sum{N: 1})
		}
	}
}

// waits counts how long signed projects that the rule counts waited for their
// start, by the year of signing. A start without a day of signing, as ledgers
// have it, is a start all the same, and no wait.
func (t Totals) waits(p ProjectSnapshot, rule CountingRule, until domain.Date) {
	on, start := p.SignedOn(), p.By(library.Started, rule)
	if on.IsZero() && !start.IsZero() && p.large(rule) {
		t.Add(TotalKey{Measure: MeasureStart}, dayBucket(start), Sum{N: 1})
	}
	if on.IsZero() || !p.Counts(until, rule) {
		return
	}
	wait := func(o Outcome) TotalKey { return TotalKey{Measure: MeasureWait, Year: on.Year(), Outcome: o} }
	if !start.IsZero() {
		t.Add(TotalKey{Measure: MeasureStart, Year: on.Year()}, dayBucket(start), Sum{N: 1})
	}
	switch {
	case !start.IsZero():
		t.Add(wait(Reached), start.DaysSince(on), Sum{N: 1})
	case !p.EndedOn.IsZero():
		t.Add(wait(Ended), p.EndedOn.DaysSince(on), Sum{N: 1})
	default:
		t.Add(wait(Open), dayBucket(on), Sum{N: 1})
	}
}

// money counts a project's money in place until a day, for the units that the rule
// credits it to.
func (t Totals) money(r ProjectHistory, p ProjectSnapshot, rule CountingRule, until domain.Date) {
	for _, e := range pipeline.EffectiveFunds(r.Funds) {
		if !e.PaidOn.After(until) {
			verified, known := e.Verified()
			entries, confirmed := p.Credit(rule, 1), p.Credit(rule, int64(verified))
			for i, amount := range p.Credit(rule, int64(e.Amount)) {
				t.Add(FundsKey(amount.UnitID), MonthBucket(e.PaidOn),
					Sum{N: entries[i].Part, Confirmed: confirmed[i].Part, Amount: amount.Part})
			}
			if !known {
				t.AddUnverified(domain.DateOf(e.ReportedAt), e.Amount)
			}
		}
	}
}
