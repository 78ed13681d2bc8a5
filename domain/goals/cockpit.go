package goals

import (
	"cmp"
	"context"
	"slices"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/domain/pipeline"
)

// Figure is one number of the cockpit: what is claimed, what of it verifiers
// confirmed, and what it was at the end of the month before. Unit says what it
// counts: "count" or "yuan".
type Figure struct {
	Key       string
	Unit      string
	Claimed   int64
	Confirmed int64
	Before    int64
	Amount    domain.Yuan // beside a count
}

// UnitStanding is one unit's line of the ranking by money in place.
type UnitStanding struct {
	UnitID   domain.ID
	Name     string
	Reported domain.Yuan
	Completion
}

// Cockpit is a leader's front page: a few numbers, what is to be expected, and
// what needs the leader.
type Cockpit struct {
	On       domain.Date
	Rule     pipeline.CountingRule
	DaysLeft int
	Before   domain.Date // the end of the month before
	Since    domain.Date // from when signings and productions are counted
	Figures  []Figure
	Funds    Completion
	Money    pipeline.FundsOutlook
	Outlook  pipeline.Outlook
	Path     []pipeline.PathStep
	Curve    pipeline.Curve
	Plain    pipeline.Rate
	Lights   Lights
	Units    []UnitStanding
	Concerns []Concern
	Open     int // suspicions that wait
}

// Concern is one thing that wants the leader: a red light, a project that should
// have started, or a suspicion that nobody answered.
type Concern struct {
	Kind      string // red, should_start, suspicion
	ProjectID domain.ID
	Project   string
	Unit      string
	Amount    domain.Yuan
	Reason    string
	Days      int
}

// MostConcerns is how many concerns the front page holds.
const MostConcerns = 8

// FrontLights is how many lights the front page holds, the worst first.
const FrontLights = 10

// front is what the front page is put together from.
type front struct {
	totals pipeline.Totals // with money in place by unit
	lights Lights
}

// Cockpit puts the front page together for what the actor sees. The whole of the
// county as it stands is read from the totals that are maintained; any other
// selection is counted.
func (s *Portfolios) Cockpit(ctx context.Context, actor domain.Actor, f pipeline.ReportFilter) (Cockpit, error) {
	if err := actor.Require(org.ReportRead); err != nil {
		return Cockpit{}, err
	}
	f, rule, err := s.Reports.Settle(ctx, f)
	if err != nil {
		return Cockpit{}, err
	}
	from, err := s.front(ctx, actor, f, rule)
	if err != nil {
		return Cockpit{}, err
	}
	on := f.Until
	since, _ := domain.NewDate(on.Year()-1, 1, 1)
	curve, outlook, err := s.Reports.Summary(ctx, from.totals, on, since.Year())
	if err != nil {
		return Cockpit{}, err
	}
	first, _ := domain.NewDate(on.Year(), on.Month(), 1)
	end, _ := domain.NewDate(on.Year(), 12, 31)
	c := Cockpit{On: on, Rule: rule, DaysLeft: end.DaysSince(on), Before: first.AddDays(-1), Since: since, Outlook: outlook, Curve: curve,
		Plain: pipeline.RateOf(int64(curve.Started), int64(curve.N)), Lights: from.lights}
	c.Lights.Items = c.Lights.Items[:min(FrontLights, len(c.Lights.Items))]
	c.Path = from.totals.Path(on)
	c.Figures = figures(from.totals, on, c.Before, since)
	if err := s.money(ctx, from.totals, &c); err != nil {
		return Cockpit{}, err
	}
	return c, s.concerns(ctx, actor, &c)
}

// front reads what is maintained where it serves, and counts otherwise.
func (s *Portfolios) front(ctx context.Context, actor domain.Actor, f pipeline.ReportFilter, rule pipeline.CountingRule) (front, error) {
	if s.Keeper != nil && actor.Reach(org.ProjectRead).All && s.Reports.Whole(f, rule) {
		if kept, ok, err := s.Keeper.front(ctx, f.Until); ok || err != nil {
			return kept, err
		}
	}
	cases, totals, err := s.Reports.Count(ctx, actor, f, rule)
	if err != nil {
		return front{}, err
	}
	colours, err := s.Store.Colours(ctx)
	return front{totals, LightsOf(cases, f.Until, colours)}, err
}

// figures reads the numbers on top, now and at the end of the month before.
func figures(t pipeline.Totals, on, before, since domain.Date) []Figure {
	year, _ := domain.NewDate(on.Year(), 1, 1)
	now, then := pipeline.MonthBucket(on), pipeline.MonthBucket(before)
	figure := func(key, measure string, from domain.Date) Figure {
		sum := t.Between(measure, pipeline.MonthBucket(from), now)
		return Figure{Key: key, Unit: "count", Claimed: sum.N, Confirmed: sum.Confirmed, Amount: domain.Yuan(sum.Amount), Before: t.Between(measure, pipeline.MonthBucket(from), then).N}
	}
	talking := t[pipeline.TotalTalking][0]
	// Talks are confirmed by nobody: what is claimed is all there is.
	talks := Figure{Key: "negotiating", Unit: "count", Claimed: talking.N, Confirmed: talking.N, Amount: domain.Yuan(talking.Amount),
		Before: t.Between(pipeline.TotalTalkIn, 0, then).N - t.Between(pipeline.TotalTalkOut, 0, then).N}
	return []Figure{figure("started", pipeline.TotalStarted, year), figure("signed", pipeline.TotalSigned, since), talks, figure("in_production", pipeline.TotalProduced, since)}
}

// money adds this year's money in place, by units against their targets.
func (s *Portfolios) money(ctx context.Context, t pipeline.Totals, c *Cockpit) error {
	year, _ := domain.NewDate(c.On.Year(), 1, 1)
	names, err := s.Reports.Keep.UnitNames(ctx)
	if err != nil {
		return err
	}
	targets, err := s.Reports.Targets.Targets(ctx, c.On.Year())
	if err != nil {
		return err
	}
	months := float64(c.On.Month())
	units := map[domain.ID]int64{}
	for _, t := range targets {
		if t.Indicator == "funds" {
			units[t.UnitID] = t.Value
		}
	}
	now, before := map[domain.ID]pipeline.Sum{}, pipeline.Sum{}
	for id := range names {
		if sum := t.Between(pipeline.FundsMeasure(id), pipeline.MonthBucket(year), pipeline.MonthBucket(c.On)); sum.N > 0 {
			now[id] = sum
		}
		before.Confirmed += t.Between(pipeline.FundsMeasure(id), pipeline.MonthBucket(year), pipeline.MonthBucket(c.Before)).Confirmed
	}
	total := Figure{Key: "funds", Unit: "yuan"}
	for id, sums := range now {
		total.Claimed += sums.Amount
		total.Confirmed += sums.Confirmed
		if _, ok := units[id]; !ok {
			units[id] = 0
		}
	}
	total.Before = before.Confirmed
	c.Figures = append([]Figure{total}, c.Figures...)
	county, ok, err := s.Reports.Targets.Total(ctx, c.On.Year(), "funds")
	if err != nil {
		return err
	}
	if !ok {
		county = 0
	}
	c.Funds = CompletionOf(total.Confirmed, county, months)
	if target := domain.Yuan(county); ok {
		c.Money.Target = &target
	}
	c.Money = pipeline.FundsOutlookOf(t.FundMonths(), c.On, c.Money.Target)
	for id, target := range units {
		if _, active := now[id]; !active && target == county && len(units) > 1 {
			continue // the county's own target is the total's
		}
		c.Units = append(c.Units, UnitStanding{id, names[id], domain.Yuan(now[id].Amount), CompletionOf(now[id].Confirmed, target, months)})
	}
	slices.SortFunc(c.Units, func(a, b UnitStanding) int {
		return cmp.Or(cmp.Compare(b.Done.Value, a.Done.Value), cmp.Compare(b.Actual, a.Actual), cmp.Compare(a.Name, b.Name), cmp.Compare(a.UnitID, b.UnitID))
	})
	return nil
}

// concerns picks what wants the leader: what is red, what should have started,
// and what nobody answered.
func (s *Portfolios) concerns(ctx context.Context, actor domain.Actor, c *Cockpit) error {
	open, err := s.Store.Suspicions(ctx, actor, "open", "")
	if err != nil {
		return err
	}
	c.Open = len(open)
	for _, x := range open {
		c.Concerns = append(c.Concerns, Concern{Kind: "suspicion", ProjectID: x.Oddity.ProjectID, Project: x.ProjectName, Unit: x.UnitName, Reason: x.Oddity.Kind, Days: c.On.DaysSince(x.FoundOn)})
		if len(c.Concerns) == MostConcerns/2 {
			break
		}
	}
	for _, l := range c.Lights.Items {
		if l.Light.Colour != Red || len(c.Concerns) == MostConcerns {
			break
		}
		c.Concerns = append(c.Concerns, Concern{Kind: "red", ProjectID: l.Case.ProjectID, Project: l.Case.Name, Unit: l.Case.ResponsibleUnit, Amount: size(l.Case),
			Reason: l.Light.Reason, Days: int(l.Light.Measured["start_overdue_months"] * pipeline.DaysPerMonth)})
	}
	return nil
}
