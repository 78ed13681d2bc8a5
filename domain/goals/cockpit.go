package goals

import (
	"cmp"
	"context"
	"slices"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/domain/pipeline"
	"sangu/domain/pool"
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

// Cockpit puts the front page together for what the actor sees.
func (s *Portfolios) Cockpit(ctx context.Context, actor domain.Actor, f pipeline.ReportFilter) (Cockpit, error) {
	if err := actor.Require(org.ReportRead); err != nil {
		return Cockpit{}, err
	}
	cases, on, err := s.Reports.Cases(ctx, actor, f)
	if err != nil {
		return Cockpit{}, err
	}
	since, _ := domain.NewDate(on.Year()-1, 1, 1)
	conv, outlook, err := s.Reports.Summary(ctx, cases, f, since)
	if err != nil {
		return Cockpit{}, err
	}
	colours, err := s.Store.Colours(ctx)
	if err != nil {
		return Cockpit{}, err
	}
	first, _ := domain.NewDate(on.Year(), on.Month(), 1)
	end, _ := domain.NewDate(on.Year(), 12, 31)
	c := Cockpit{On: on, Rule: conv.Rule, DaysLeft: end.DaysSince(on), Before: first.AddDays(-1), Since: since, Outlook: outlook, Curve: conv.Curve,
		Plain: pipeline.RateOf(int64(conv.Total.Started.Count), int64(conv.Total.Signed.Count)), Lights: LightsOf(cases, on, colours)}
	c.Path = pipeline.Path(cases, on)
	c.Figures = figures(cases, on, c.Before, since)
	if err := s.money(ctx, actor, f, &c); err != nil {
		return Cockpit{}, err
	}
	return c, s.concerns(ctx, actor, cases, &c)
}

// figures counts the numbers on top, now and at the end of the month before.
func figures(cases []pipeline.Case, on, before, since domain.Date) []Figure {
	year, _ := domain.NewDate(on.Year(), 1, 1)
	out := []Figure{{Key: "started", Unit: "count"}, {Key: "signed", Unit: "count"}, {Key: "negotiating", Unit: "count"}, {Key: "in_production", Unit: "count"}}
	rule := pipeline.CountingRule{}
	count := func(f *Figure, c pipeline.Case, day, from domain.Date, confirmed bool, amount domain.Yuan) {
		if day.IsZero() || day.Before(from) || day.After(on) {
			return
		}
		f.Claimed++
		f.Amount += amount
		if confirmed {
			f.Confirmed++
		}
		if !day.After(before) {
			f.Before++
		}
	}
	for _, c := range cases {
		count(&out[0], c, c.By(pool.Started, rule), year, c.Confirmed[pool.Started], c.SignedAmount)
		count(&out[1], c, c.SignedOn(), since, c.Confirmed[pool.Signed], c.SignedAmount)
		count(&out[3], c, c.By(pool.InProduction, rule), since, c.Confirmed[pool.InProduction], c.SignedAmount)
		if (c.Stage == pool.Negotiating || c.Stage == pool.Intent || c.Stage == pool.Reviewed) && !c.Status.Over() {
			out[2].Claimed++
			out[2].Amount += size(c)
		}
		if talks := c.By(pool.Negotiating, rule); !talks.IsZero() && !talks.After(before) && (c.SignedOn().IsZero() || c.SignedOn().After(before)) && (c.EndedOn.IsZero() || c.EndedOn.After(before)) {
			out[2].Before++
		}
	}
	// Talks are confirmed by nobody: what is claimed is all there is.
	out[2].Confirmed = out[2].Claimed
	return out
}

// money adds this year's money in place, by units against their targets.
func (s *Portfolios) money(ctx context.Context, actor domain.Actor, f pipeline.ReportFilter, c *Cockpit) error {
	year, _ := domain.NewDate(c.On.Year(), 1, 1)
	now, err := s.Reports.Keep.FundSums(ctx, actor, f, year, c.On)
	if err != nil {
		return err
	}
	before, err := s.Reports.Keep.FundSums(ctx, actor, f, year, c.Before)
	if err != nil {
		return err
	}
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
	total := Figure{Key: "funds", Unit: "yuan"}
	for id, sums := range now {
		total.Claimed += int64(sums.Reported)
		total.Confirmed += int64(sums.Verified)
		if _, ok := units[id]; !ok {
			units[id] = 0
		}
	}
	for _, sums := range before {
		total.Before += int64(sums.Verified)
	}
	c.Figures = append([]Figure{total}, c.Figures...)
	county, ok, err := s.Reports.Targets.Total(ctx, c.On.Year(), "funds")
	if err != nil {
		return err
	}
	if !ok {
		county = 0
	}
	c.Funds = CompletionOf(total.Confirmed, county, months)
	for id, target := range units {
		if _, active := now[id]; !active && target == county && len(units) > 1 {
			continue // the county's own target is the total's
		}
		c.Units = append(c.Units, UnitStanding{id, names[id], now[id].Reported, CompletionOf(int64(now[id].Verified), target, months)})
	}
	slices.SortFunc(c.Units, func(a, b UnitStanding) int {
		return cmp.Or(cmp.Compare(b.Done.Value, a.Done.Value), cmp.Compare(b.Actual, a.Actual), cmp.Compare(a.Name, b.Name))
	})
	return nil
}

// concerns picks what wants the leader: what is red, what should have started,
// and what nobody answered.
func (s *Portfolios) concerns(ctx context.Context, actor domain.Actor, cases []pipeline.Case, c *Cockpit) error {
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
