package reporting

import (
	"time"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/pipeline"
)

// CountedFacts is what reports count a project by. They are kept for each
// version of the project, with the names as they were, so that a figure can be
// counted again as it was known.
type CountedFacts struct {
	Code, Name        string
	Kind, Section     string
	Chain, Channel    string
	Horizon, KeyLevel string
	HighTech          bool
	TotalInvestment   *domain.Yuan
	ContractAmount    *domain.Yuan
	FundsReported     domain.Yuan // the ledger's running total
	ResponsibleUnitID domain.ID
	ResponsibleUnit   string
	AttractingUnitID  domain.ID
	AttractingUnit    string
	HostUnitID        domain.ID
	ClientID          domain.ID
	Leaders           []domain.ID
	LeaderNames       []string
	PlannedStart      domain.Date
	PlannedCompletion domain.Date
	Completeness      int
	// FromReferral says that a referrer is recorded on the lead. Whether the project is
	// a referral is said by its channel alone (library.Channel.IsReferral).
	FromReferral bool
}

// ProjectHistory is all that was known of one project at an instant.
type ProjectHistory struct {
	ProjectID     domain.ID
	Facts         CountedFacts
	Events        []pipeline.Event
	Verdicts      []pipeline.Verdict
	Signings      []pipeline.SigningEvent
	Splits        []pipeline.CreditSplit
	Funds         []pipeline.FundEntry
	MonthlyLights []MonthlyLight
}

// ProjectSnapshot is a project as a report counts it: how far it had come by a day.
type ProjectSnapshot struct {
	ProjectID domain.ID
	CountedFacts
	Stage   library.Stage
	Status  library.Status
	Reached map[library.Stage]domain.EventDay
	EndedOn domain.EventDay
	// Confirmed are the stages that verifiers confirmed.
	Confirmed map[library.Stage]bool
	// Denied is the first stage that is claimed and not recognised 未认定, or "".
	// Stage and Reached know nothing of it, nor of what is above it.
	Denied library.Stage
	// SignedAmount counts the first signing and increments, in 元.
	SignedAmount domain.Yuan
	// Excluded is set where an exclusion of the rule leaves the signing out.
	Excluded      bool
	FundsEntered  domain.Yuan
	FundsVerified domain.Yuan
	Shares        []pipeline.CreditShare
	// KnownOn is the day on which the signing was first recorded; known only
	// where the case is counted from events.
	KnownOn domain.Date
	// UpdatedOn is the day of the last change, where it is known.
	UpdatedOn domain.Date
	// MonthlyLights are the lights of the months before, the latest last, where rules look
	// back on them; nil where none does.
	MonthlyLights []MonthlyLight
}

// MonthlyLight is the light that a project showed at the end of a month, and what was
// measured of it then.
type MonthlyLight struct {
	ProjectID domain.ID
	Month     domain.Date // its first day
	Colour    string
	Measured  map[string]float64
}

// before returns the months that had ended before that of a day.
func before(months []MonthlyLight, on domain.Date) []MonthlyLight {
	if months == nil {
		return nil
	}
	out := []MonthlyLight{}
	for _, m := range months {
		if m.Month.Year()*12+m.Month.Month() < on.Year()*12+on.Month() {
			out = append(out, m)
		}
	}
	return out
}

// Snapshot returns the project as it counts on a day under a rule, by what the
// history knows.
func (r ProjectHistory) Snapshot(effective domain.Date, rule CountingRule) ProjectSnapshot {
	verdicts := r.Verdicts
	if rule.countsDenied {
		verdicts = nil
	}
	s := pipeline.CurrentStateOf(pipeline.HappenedBy(r.Events, verdicts, effective), verdicts)
	c := ProjectSnapshot{ProjectID: r.ProjectID, CountedFacts: r.Facts, Stage: s.Stage, Status: s.Status, Reached: s.Reached,
		EndedOn:   s.EndedOn,
		Confirmed: s.Confirmed, Denied: s.Denied, MonthlyLights: before(r.MonthlyLights, effective)}
	if s.SignedAmount != nil {
		c.SignedAmount = *s.SignedAmount
	}
	if signings := pipeline.EffectiveSignings(r.Signings); len(signings) > 0 {
		c.SignedAmount = pipeline.CountedAmount(r.Signings, effective, rule.Excluded)
		for _, e := range signings {
			c.Excluded = c.Excluded || e.Kind == pipeline.FirstSigning && e.Excluded(rule.Excluded)
		}
	}
	if !pipeline.SigningStands(s.Denied) {
		c.SignedAmount = 0
	}
	for _, e := range r.Events {
		if on := domain.DateOf(e.RecordedAt); e.Code == pipeline.Code(library.Signed) && !e.Void && (c.KnownOn.IsZero() || on.Before(c.KnownOn)) {
			c.KnownOn = on
		}
	}
	sums := pipeline.SumFunds(r.Funds, domain.Date{}, effective)
	c.FundsEntered, c.FundsVerified = sums.Reported, sums.Verified
	for _, split := range r.Splits {
		if !split.FromOn.After(effective) {
			c.Shares = split.Shares
		}
	}
	return c
}

// FundsClaimed returns the money in place that the unit claims, in 元: the ledger's
// running total or the sum of entries, whichever is more.
func (p ProjectSnapshot) FundsClaimed() domain.Yuan { return max(p.FundsReported, p.FundsEntered) }

// By returns the day on which the project had come at least so far, as
// library.DayOf. Under a rule that counts what is confirmed, other stages do not
// count.
func (p ProjectSnapshot) By(stage library.Stage, rule CountingRule) domain.EventDay {
	return library.DayOf(p.counting(rule), stage)
}

// counting returns the days of the stages that the rule counts.
func (p ProjectSnapshot) counting(rule CountingRule) map[library.Stage]domain.EventDay {
	if !rule.ConfirmedOnly {
		return p.Reached
	}
	out := map[library.Stage]domain.EventDay{}
	for s, on := range p.Reached {
		if p.Confirmed[s] {
			out[s] = on
		}
	}
	return out
}

// A Span is the first and the last day on which something may have happened. It is
// empty where it has not; First is zero where nothing bounds it.
type Span struct{ First, Last domain.Date }

// exact reports whether the day is known.
func (s Span) exact() bool { return s.First == s.Last }

// IsZero reports whether nothing has happened.
func (s Span) IsZero() bool { return s.Last.IsZero() }

// Within reports whether it happened between two days for certain, both included; a
// zero day is no bound.
func (s Span) Within(from, to domain.Date) bool {
	return !s.IsZero() && (from.IsZero() || !s.First.IsZero() && !s.First.Before(from)) && (to.IsZero() || !s.Last.After(to))
}

// MayBeWithin reports whether it may have happened between two days, both included.
func (s Span) MayBeWithin(from, to domain.Date) bool {
	return !s.IsZero() && !s.Last.Before(from) && !s.First.After(to)
}

// When returns the span of a stage, as library.SpanOf, of the stages that the rule
// counts.
func (p ProjectSnapshot) When(stage library.Stage, rule CountingRule) Span {
	first, last := library.SpanOf(p.counting(rule), stage)
	return Span{First: first, Last: last}
}

// WhenEnded returns the span of the end, as library.EndSpanOf.
func (p ProjectSnapshot) WhenEnded() Span {
	first, last := library.EndSpanOf(p.Reached, p.EndedOn)
	return Span{First: first, Last: last}
}

// Fulfilling returns the day from which the contract was being performed:
// registered, or papers under way, or later.
func (p ProjectSnapshot) Fulfilling(rule CountingRule) domain.EventDay {
	return p.By(library.Registered, rule)
}

// SignedOn returns the day of signing, as stored; it is never guessed from later
// stages.
func (p ProjectSnapshot) SignedOn() domain.EventDay { return p.Reached[library.Signed] }

// Counts reports whether the rule counts the project's signing by the day.
func (p ProjectSnapshot) Counts(effective domain.Date, rule CountingRule) bool {
	on := p.SignedOn()
	if on.IsZero() || on.Latest().After(effective) || p.Excluded || rule.ConfirmedOnly && !p.Confirmed[library.Signed] {
		return false
	}
	window := effective.AddDays(-int(DaysIn(float64(rule.WindowMonths))))
	if rule.WindowMonths > 0 && !p.When(library.Signed, CountingRule{}).Within(window, domain.Date{}) {
		return false
	}
	return p.large(rule)
}

// large reports whether the project is as large as the rule asks.
func (p ProjectSnapshot) large(rule CountingRule) bool {
	size := p.SignedAmount
	if p.TotalInvestment != nil {
		size = *p.TotalInvestment
	}
	return size >= rule.Threshold
}

// Wait returns how many days the project waited from signing to its start or its
// end, or has waited by the day.
func (p ProjectSnapshot) Wait(effective domain.Date, rule CountingRule) Waiting {
	return p.waitFrom(p.When(library.Signed, CountingRule{}), library.Started, effective, rule)
}

// waitFrom returns how many days the project waited from a span to a stage or to its
// end, or has waited by the day. What a stage or an end is known by counts from its
// last possible day.
func (p ProjectSnapshot) waitFrom(from Span, to library.Stage, effective domain.Date, rule CountingRule) Waiting {
	if on := p.When(to, rule); !on.IsZero() && !on.Last.After(effective) {
		return waitBetween(from, on).ended(1)
	}
	if end := p.WhenEnded(); !end.IsZero() && !end.Last.After(effective) {
		return waitBetween(from, end).ended(2)
	}
	return waitBetween(from, Span{First: effective, Last: effective})
}

// credited returns the units that the project is credited to, and for what share.
func (p ProjectSnapshot) credited(rule CountingRule) []pipeline.CreditShare {
	switch {
	case rule.Credit == CreditBySplit && len(p.Shares) > 0:
		return p.Shares
	case rule.Credit != CreditResponsible && !p.AttractingUnitID.IsZero():
		return []pipeline.CreditShare{{UnitID: p.AttractingUnitID, Share: pipeline.WholeCredit, Unit: p.AttractingUnit}}
	}
	return []pipeline.CreditShare{{UnitID: p.ResponsibleUnitID, Share: pipeline.WholeCredit, Unit: p.ResponsibleUnit}}
}

// CreditPart is what one unit gets of a figure.
type CreditPart struct {
	UnitID domain.ID
	Part   int64
}

// Credit divides a figure of the project among the units that the rule credits it
// to, so that the parts add up to it exactly: a single project is that unit's which
// has the largest share, as in every report by unit.
func (p ProjectSnapshot) Credit(rule CountingRule, figure int64) []CreditPart {
	units := p.credited(rule)
	shares := make([]int, len(units))
	for i, u := range units {
		shares[i] = u.Share
	}
	out := make([]CreditPart, len(units))
	for i, part := range pipeline.Allocate(figure, shares) {
		out[i] = CreditPart{UnitID: units[i].UnitID, Part: part}
	}
	return out
}

// AsOf returns the instant at the end of a business day.
func AsOf(day domain.Date) time.Time { return day.AddDays(1).Start().Add(-time.Microsecond).UTC() }
