package reporting

import (
	"context"
	"slices"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
	"sangu/domain/survival"
)

// Compared is one group of a comparison at a horizon.
type Compared struct {
	Key, Name string
	N         int
	Started   int
	// Share had started by the horizon, by Aalen and Johansen, with the log–log
	// band. Known is false where nothing is estimated; Why says why: TooFew or TooShort.
	Known        bool
	Why          string
	Share        float64
	Lower, Upper float64
	Indicative   bool // fewer than five were watched so long
	// Shrunk is the plain share drawn towards the county's.
	Shrunk float64
}

// Comparison sets groups side by side with the log-rank test. Assignment was never
// random: the test shows whether groups wait equally long, not why.
type Comparison struct {
	By      Grouping
	Months  float64
	Groups  []Compared
	Tested  bool
	ChiSq   float64
	DF      int
	P       float64
	Overlap bool // the bands of the two largest groups that are estimated overlap
}

// PathStep is one stage of the whole way, with the time spent at it by the
// projects that reached it, those still there included.
type PathStep struct {
	Stage   library.Stage
	Reached Tally
	Now     Tally
	// OfBefore is the share of those at the step before.
	OfBefore Rate
	// Days are quartiles of the days from this step to the next, nil where too
	// few have gone on; N is how many were watched.
	N                          int
	Quarter, Median, ThreeQuar *int
}

// Analysis is the conversion in full.
type Analysis struct {
	Basis
	Scope   Scope
	Rates   []WaitRate
	Path    []PathStep
	Cohorts []Cohort
	Compare Comparison
	Outlook Outlook
	Money   FundsOutlook
}

// AnalysisQuery is what to analyse besides the filter. Months is the horizon of
// the comparison.
type AnalysisQuery struct {
	Cohorts Grouping // ByMonth or ByQuarter
	Compare Grouping
	Months  float64
}

// Analyse returns the conversion in full. It returns a KindForbidden error without
// the right to read reports, and a KindInvalid error by the rules of the filter.
func (s *Reports) Analyse(ctx context.Context, actor domain.Actor, f ReportFilter, q AnalysisQuery) (Analysis, error) {
	if err := actor.Require(org.ReportRead); err != nil {
		return Analysis{}, err
	}
	f, rule, err := s.resolveFilter(ctx, f)
	if err != nil {
		return Analysis{}, err
	}
	all, totals, err := s.Count(ctx, actor, f, rule)
	if err != nil {
		return Analysis{}, err
	}
	units, err := s.store.UnitNames(ctx)
	if err != nil {
		return Analysis{}, err
	}
	signed := counted(all, f.Until, rule)
	out := Analysis{Basis: s.BasisOf(f, rule), Path: totals.Path(f.Until), Cohorts: cohorts(signed, q.Cohorts, f.Until, rule)}
	if out.Rates, err = waitRates(signed, f, rule); err != nil {
		return Analysis{}, err
	}
	if out.Compare, err = compare(signed, q, f.Until, rule, units); err != nil {
		return Analysis{}, err
	}
	targets, err := s.ComparableTargets(ctx, actor, f)
	if err != nil {
		return Analysis{}, err
	}
	out.Scope, out.Money = targets.Scope, FundsOutlookOf(totals.FundMonths(), f.Until, (*domain.Yuan)(targets.Funds))
	out.Outlook, err = OutlookOf(totals, f.Until, targets.Started)
	return out, err
}

// resolveFilter fills in the cut-off, the projects that show the lights asked for,
// and the rule. It returns a KindInvalid error for a cut-off to come or a rule
// that does not exist.
func (s *Reports) resolveFilter(ctx context.Context, f ReportFilter) (ReportFilter, CountingRule, error) {
	today := domain.Today(s.Clock)
	if f.Until.IsZero() {
		f.Until = today
	}
	if f.Until.After(today) {
		return f, CountingRule{}, domain.InvalidField("until", "input.future")
	}
	var err error
	if f.Projects, err = f.Projects.WithLights(ctx, s.Lights); err != nil {
		return f, CountingRule{}, err
	}
	rule, err := s.Rule(ctx, f.Rule)
	return f, rule, err
}

// compare sets the groups side by side and tests those that are large enough.
func compare(signed []ProjectSnapshot, q AnalysisQuery, until domain.Date, rule CountingRule, units map[domain.ID]string) (Comparison,
	error) {
	out := Comparison{By: q.Compare, Months: q.Months}
	if q.Compare == "" || q.Compare == ByAll || len(signed) == 0 {
		return out, nil
	}
	members := map[string][]survival.Observation{}
	for _, p := range signed {
		for _, g := range slots(p, q.Compare, rule, units) {
			w := p.Wait(until, rule)
			members[g.key] = append(members[g.key], survival.Observation{Time: float64(max(0, w.Days)), Event: w.Event, Count: 1})
		}
	}
	whole := tallied(signed, ByAll, until, rule, units)[0]
	county := float64(whole.Started.Count) / float64(whole.Signed.Count)
	var tested [][]survival.Observation
	for _, g := range tallied(signed, q.Compare, until, rule, units) {
		obs := members[g.Key]
		c := Compared{Key: g.Key, Name: g.Name, N: len(obs), Started: g.Started.Count, Shrunk: survival.Shrunk(g.Started.Count, len(obs), county)}
		if c.N >= survival.MinSample {
			tested = append(tested, causeOne(obs))
		}
		if err := c.read(obs, DaysIn(q.Months)); err != nil { // mutate: equivalent, because no wait is negative and each ends by one cause
			return out, err
		}
		out.Groups = append(out.Groups, c)
	}
	if len(tested) < 2 {
		return out, nil
	}
	t, err := survival.LogRank(tested...)
	out.Tested, out.ChiSq, out.DF, out.P = err == nil, t.ChiSq, t.DF, t.P
	out.Overlap = overlap(out.Groups)
	return out, err
}

// read reads the group's share off its curve at a horizon, in days, where enough
// projects were watched and any of them so long.
func (c *Compared) read(obs []survival.Observation, days float64) error {
	switch {
	case c.N < survival.MinSample:
		c.Why = TooFew
		return nil
	case !slices.ContainsFunc(obs, func(o survival.Observation) bool { return o.Time >= days }):
		c.Why = TooShort
		return nil
	}
	steps, err := survival.AalenJohansen(obs, 2)
	if err != nil {
		return err
	}
	now := survival.At(steps, days).Causes[1]
	c.Known, c.Share, c.Indicative = true, now.F, survival.AtRisk(obs, days) < survival.MinAtRisk
	if now.Lower < now.Upper {
		c.Lower, c.Upper = now.Lower, now.Upper
	}
	return nil
}

// overlap reports whether the bands of the two largest groups that are estimated
// overlap.
func overlap(groups []Compared) bool {
	known := slices.DeleteFunc(slices.Clone(groups), func(g Compared) bool { return !g.Known })
	return len(known) > 1 && known[0].Lower <= known[1].Upper && known[1].Lower <= known[0].Upper
}

// causeOne takes ends other than a start as leaving: the test is of starting.
func causeOne(obs []survival.Observation) []survival.Observation {
	out := slices.Clone(obs)
	for i := range out {
		if out[i].Event != 1 {
			out[i].Event = 0
		}
	}
	return out
}

// Path returns every stage of the whole way, with the time spent at each as of a
// day.
func (t Totals) Path(until domain.Date) []PathStep {
	stages := library.Stages()
	out := make([]PathStep, len(stages))
	for i, stage := range stages {
		out[i].Stage = stage
		for over, s := range t[TotalKey{Measure: MeasureAtStage, Stage: stage}] {
			tally := Tally{int(s.N), domain.Yuan(s.Amount)}
			for j := range out[:i+1] {
				out[j].Reached = out[j].Reached.Plus(tally)
			}
			if over == 0 {
				out[i].Now = tally
			}
		}
	}
	for i := range out {
		if i > 0 {
			out[i].OfBefore = RateOf(int64(out[i].Reached.Count), int64(out[i-1].Reached.Count))
		}
		if i+1 < len(out) {
			out[i].time(t.staysAt(stages[i], until))
		}
	}
	return out
}

// staysAt returns the days spent at a stage: those still there count for what they
// have waited.
func (t Totals) staysAt(stage library.Stage, until domain.Date) []survival.Observation {
	var out []survival.Observation
	for _, outcome := range []Outcome{Open, Reached, Ended} {
		for bucket, s := range t[TotalKey{Measure: MeasureStay, Stage: stage, Outcome: outcome}] {
			if outcome == Open {
				bucket = dayBucket(until) - bucket
			}
			if s.N > 0 {
				out = append(out, survival.Observation{Time: float64(bucket), Event: int(outcome), Count: int(s.N)})
			}
		}
	}
	return out
}

// time fills in the quartiles of the days at a step, by Aalen and Johansen with an
// end as competing event.
func (p *PathStep) time(obs []survival.Observation) {
	for _, o := range obs {
		p.N += o.Count
	}
	if p.N < survival.MinSample {
		return
	}
	curve, err := survival.AalenJohansen(obs, 2)
	if err != nil {
		return
	}
	quantile := func(share float64) *int {
		for _, c := range curve {
			if c.Causes[1].F >= share {
				days := int(c.Time)
				return &days
			}
		}
		return nil
	}
	p.Quarter, p.Median, p.ThreeQuar = quantile(0.25), quantile(0.5), quantile(0.75)
}
