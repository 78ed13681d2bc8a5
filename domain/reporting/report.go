package reporting

import (
	"context"
	"slices"
	"time"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
	"sangu/domain/survival"
)

// ReportFilter says which projects a report counts. Dates are of the signing.
type ReportFilter struct {
	Projects library.ProjectFilter
	// Until is the cut-off: what had happened by the end of that day.
	Until domain.Date
	// AsOf is the instant up to which things were known; zero is now.
	AsOf time.Time
	// Rule is the version of the counting rule; below 0 the one that holds.
	Rule int
	// LateEntry watches a project from the day its signing was recorded: what
	// was signed and ended before anybody wrote it down is not known, and what
	// was written down late has not been watched before.
	LateEntry bool
}

// Tally is a number of projects and their amount, in 元.
type Tally struct {
	Count  int
	Amount domain.Yuan
}

// FunnelStage is one step of the funnel.
type FunnelStage struct {
	Stage library.Stage
	// Reached counts what has come at least this far, Now what stands here.
	Reached Tally
	Now     Tally
}

// Funnel gives how many projects came how far, lost and terminated ones apart.
type Funnel struct {
	Basis
	Stages []FunnelStage
	Over   Tally
}

// StageTally is what stands at a stage, as the store counts it.
type StageTally struct {
	Stage library.Stage
	Over  bool
	Tally
}

// Signing is a group of signed projects and how far they had come by the
// cut-off.
type Signing struct {
	Key, Name    string
	Signed       Tally
	Fulfilling   Tally
	Started      Tally
	InProduction Tally
	Terminated   Tally
	Funds        domain.Yuan // reported in place: the ledger's total or the entries
	// What verifiers confirmed of it, apart.
	SignedConfirmed   Tally
	StartedConfirmed  Tally
	ProducedConfirmed Tally
	FundsVerified     domain.Yuan
	// ReachedByStage counts what came at least so far, by stage, where it was asked for.
	ReachedByStage map[library.Stage]Tally
	// Shrunk is the plain share that started, drawn towards the whole's: what a
	// small group may be set beside others by. It is not shown unless Enough.
	Shrunk float64
}

// Enough reports whether the group is large enough to be set beside others.
func (s Signing) Enough() bool { return s.Signed.Count >= survival.MinSample }

// Waiting is a number of projects that waited the same days from signing to
// the same end.
type Waiting struct {
	Days  int
	Event int // 0 waiting still, 1 started, 2 terminated
	Entry int // the day on which watching began; 0 at the signing
	Count int
}

// Grouping is by what signings are grouped.
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

// ReportStore counts within the actor's scope.
type ReportStore interface {
	StageTallies(ctx context.Context, actor domain.Actor, f ReportFilter) ([]StageTally, error)
	SignedGroups(ctx context.Context, actor domain.Actor, f ReportFilter, by Grouping) ([]Signing, error)
	Waitings(ctx context.Context, actor domain.Actor, f ReportFilter) ([]Waiting, error)
}

// Reports is the service of figures.
type Reports struct {
	Store   ReportStore
	Keep    HistoryStore
	Targets TargetStore
	Lists   WorkListStore
	Lights  library.Lights
	Work    domain.Work
	Journal domain.Journal
	Clock   domain.Clock
	IDs     domain.IDs
}

// Funnel counts projects by how far they have come: as they stand, or as they
// stood on a day by what was known on another.
func (s *Reports) Funnel(ctx context.Context, actor domain.Actor, f ReportFilter) (Funnel, error) {
	if err := actor.Require(org.ReportRead); err != nil {
		return Funnel{}, err
	}
	f, rule, err := s.resolveFilter(ctx, f)
	if err != nil {
		return Funnel{}, err
	}
	tallies, err := s.stageTallies(ctx, actor, f, rule)
	if err != nil {
		return Funnel{}, err
	}
	out := Funnel{Basis: s.BasisOf(f, rule)}
	for _, stage := range library.Stages() {
		step := FunnelStage{Stage: stage}
		for _, t := range tallies {
			if t.Stage.Reached(stage) {
				step.Reached = step.Reached.Plus(t.Tally)
			}
			if t.Stage == stage && !t.Over {
				step.Now = step.Now.Plus(t.Tally)
			}
		}
		out.Stages = append(out.Stages, step)
	}
	for _, t := range tallies {
		if t.Over {
			out.Over = out.Over.Plus(t.Tally)
		}
	}
	return out, nil
}

// stageTallies lets the store count what stands now, and counts from events
// otherwise.
func (s *Reports) stageTallies(ctx context.Context, actor domain.Actor, f ReportFilter, rule CountingRule) ([]StageTally, error) {
	if f.AsOf.IsZero() && f.Until == domain.Today(s.Clock) {
		return s.Store.StageTallies(ctx, actor, f)
	}
	cases, err := s.replayed(ctx, actor, f, rule)
	var out []StageTally
	for _, c := range cases {
		if c.Stage != "" {
			t := StageTally{Stage: c.Stage, Over: !c.EndedOn.IsZero(), Tally: Tally{Count: 1}}
			if c.TotalInvestment != nil {
				t.Amount = *c.TotalInvestment
			}
			out = append(out, t)
		}
	}
	return out, err
}

func (t Tally) Plus(o Tally) Tally { return Tally{t.Count + o.Count, t.Amount + o.Amount} }

// Conversion is signed-to-started: the plain rates and, beside them, the curve
// that allows for projects which have not had time.
type Conversion struct {
	Basis
	Scope  Scope
	Total  Signing
	Groups []Signing
	By     Grouping
	Curve  Curve
}

// Conversion counts signings and how far they have come by the cut-off.
func (s *Reports) Conversion(ctx context.Context, actor domain.Actor, f ReportFilter, by Grouping) (Conversion, error) {
	if err := actor.Require(org.ReportRead); err != nil {
		return Conversion{}, err
	}
	if !slices.Contains(Groupings(), by) {
		return Conversion{}, domain.InvalidField("by", "input.enum", "allowed", Groupings())
	}
	f, rule, err := s.resolveFilter(ctx, f)
	if err != nil {
		return Conversion{}, err
	}
	units, err := s.Keep.UnitNames(ctx)
	if err != nil {
		return Conversion{}, err
	}
	out := Conversion{Basis: s.BasisOf(f, rule), Scope: scopeOf(actor, f.Projects, units), By: by}
	if f.AsOf.IsZero() && !f.LateEntry && rule.Plain() && slices.Contains([]Grouping{ByAll, ByUnit, ByLeader, ByChain, ByChannel, ByMonth},
		by) {
		out, err = s.conversionNow(ctx, actor, f, out)
	} else {
		out, err = s.conversionOf(ctx, actor, f, out)
	}
	out.shrink()
	return out, err
}

// shrink draws the groups' shares towards the whole's.
func (c *Conversion) shrink() {
	whole := RateOf(int64(c.Total.Started.Count), int64(c.Total.Signed.Count)).Value
	for i, g := range c.Groups {
		c.Groups[i].Shrunk = survival.Shrunk(g.Started.Count, g.Signed.Count, whole)
	}
}

// conversionOf counts case by case.
func (s *Reports) conversionOf(ctx context.Context, actor domain.Actor, f ReportFilter, out Conversion) (Conversion, error) {
	all, err := s.cases(ctx, actor, f, out.Rule)
	if err != nil {
		return Conversion{}, err
	}
	units, err := s.Keep.UnitNames(ctx)
	if err != nil {
		return Conversion{}, err
	}
	signed := counted(all, f.Until, out.Rule)
	for _, g := range tallied(signed, ByAll, f.Until, out.Rule, units) {
		out.Total = g
	}
	if out.By != ByAll {
		out.Groups = tallied(signed, out.By, f.Until, out.Rule, units)
	}
	w := waits(signed, f.Until, out.Rule)
	if f.LateEntry {
		w = watched(signed, w)
	}
	out.Curve, err = CurveOf(w)
	return out, err
}

// watched gives waits from the day each signing was recorded; what ended before
// was never watched.
func watched(signed []ProjectSnapshot, waits []Waiting) []Waiting {
	var out []Waiting
	for i, w := range waits {
		if c := signed[i]; !c.KnownOn.IsZero() {
			w.Entry = max(0, c.KnownOn.DaysSince(c.SignedOn()))
		}
		if w.Entry == 0 || w.Entry < w.Days {
			out = append(out, w)
		}
	}
	return out
}

// conversionNow lets the store count what stands now.
func (s *Reports) conversionNow(ctx context.Context, actor domain.Actor, f ReportFilter, out Conversion) (Conversion, error) {
	total, err := s.Store.SignedGroups(ctx, actor, f, ByAll)
	if err != nil {
		return Conversion{}, err
	}
	if len(total) > 0 {
		out.Total = total[0]
	}
	if out.By != ByAll {
		if out.Groups, err = s.Store.SignedGroups(ctx, actor, f, out.By); err != nil {
			return Conversion{}, err
		}
	}
	waits, err := s.Store.Waitings(ctx, actor, f)
	if err != nil {
		return Conversion{}, err
	}
	out.Curve, err = CurveOf(waits)
	return out, err
}
