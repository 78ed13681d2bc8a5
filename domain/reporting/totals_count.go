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
		on := p.When(stage, CountingRule{})
		if stage == library.Signed && p.SignedOn().IsZero() {
			continue
		}
		if !on.IsZero() {
			s := Sum{N: 1, Amount: int64(p.SignedAmount)}
			if p.Confirmed[stage] {
				s.Confirmed = 1
			}
			t.Add(TotalKey{Measure: measure, Slack: on.months()}, MonthBucket(on.Last), s)
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
	in := p.When(library.Negotiating, CountingRule{})
	if in.IsZero() {
		return
	}
	t.Add(TotalKey{Measure: MeasureNegotiationBegun, Slack: in.months()}, MonthBucket(in.Last), Sum{N: 1})
	out := Span{}
	if !p.SignedOn().IsZero() {
		out = p.When(library.Signed, CountingRule{})
	}
	if end := p.WhenEnded(); out.IsZero() || !end.IsZero() && end.Last.Before(out.Last) {
		out = end
	}
	if !out.IsZero() {
		out = out.notBefore(in)
		t.Add(TotalKey{Measure: MeasureNegotiationOver, Slack: out.months()}, MonthBucket(out.Last), Sum{N: 1})
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
		if _, ok := p.Reached[stage]; !ok {
			continue
		}
		from := p.When(stage, CountingRule{})
		key := TotalKey{Measure: MeasureStay, Stage: stage}
		if on := p.When(stages[i+1], CountingRule{}); !on.IsZero() {
			t.addWait(key, waitBetween(from, on).ended(1), from)
		} else if end := p.WhenEnded(); !end.IsZero() {
			t.addWait(key, waitBetween(from, end).ended(2), from)
		} else {
			t.addWait(key, Waiting{}, from)
		}
	}
}

// waits counts how long signed projects that the rule counts waited for their
// start, by the year of signing. A start without a day of signing, as ledgers
// have it, is a start all the same, and no wait.
func (t Totals) waits(p ProjectSnapshot, rule CountingRule, until domain.Date) {
	start := p.When(library.Started, rule)
	if p.SignedOn().IsZero() && !start.IsZero() && p.large(rule) {
		t.Add(TotalKey{Measure: MeasureStart, Slack: start.days()}, dayBucket(start.Last), Sum{N: 1})
	}
	if p.SignedOn().IsZero() || !p.Counts(until, rule) {
		return
	}
	on := p.When(library.Signed, CountingRule{})
	if !start.IsZero() {
		t.Add(TotalKey{Measure: MeasureStart, Year: on.Last.Year(), Slack: start.days()}, dayBucket(start.Last), Sum{N: 1})
	}
	key := TotalKey{Measure: MeasureWait, Year: on.Last.Year()}
	switch end := p.WhenEnded(); {
	case !start.IsZero():
		t.addWait(key, waitBetween(on, start).ended(1), on)
	case !end.IsZero():
		t.addWait(key, waitBetween(on, end).ended(2), on)
	default:
		t.addWait(key, Waiting{}, on)
	}
}

// addWait adds one wait to a line: by its days, or for one that goes on by the day
// on which it began. A stay that a ledger ends before it began took no days.
func (t Totals) addWait(key TotalKey, w Waiting, from Span) {
	key.Outcome, key.Slack = Outcome(w.Event), w.Slack
	if key.Outcome == Open {
		key.Slack = from.days()
		t.Add(key, dayBucket(from.Last), Sum{N: 1})
		return
	}
	if key.Measure == MeasureStay {
		w.Days = max(0, w.Days)
	}
	t.Add(key, w.Days, Sum{N: 1})
}

// days returns how many days earlier than the last the span begins, or Unbounded.
func (s Span) days() int {
	if s.First.IsZero() {
		return Unbounded
	}
	return s.Last.DaysSince(s.First)
}

// months returns how many months earlier than the last the span begins, or Unbounded.
func (s Span) months() int {
	if s.First.IsZero() {
		return Unbounded
	}
	return MonthBucket(s.Last) - MonthBucket(s.First)
}

// notBefore returns the span with neither end before that of o.
func (s Span) notBefore(o Span) Span {
	if s.First.Before(o.First) {
		s.First = o.First
	}
	if s.Last.Before(o.Last) {
		s.Last = o.Last
	}
	return s
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
