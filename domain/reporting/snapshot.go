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
	Reached map[library.Stage]domain.Date
	EndedOn domain.Date
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
	var happened []pipeline.Event
	for _, e := range pipeline.EffectiveEvents(r.Events) {
		if !e.OccurredOn.After(effective) {
			happened = append(happened, e)
		}
	}
	s := pipeline.CurrentStateOf(happened, r.Verdicts)
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

// By returns the day on which the project had come at least so far: that of the
// stage or of the next later one that it reached, as ledgers leave stages out.
// Under a rule that counts what is confirmed, other stages do not count.
func (p ProjectSnapshot) By(stage library.Stage, rule CountingRule) domain.Date {
	for _, s := range library.Stages() {
		if d, ok := p.Reached[s]; ok && s.Reached(stage) && (!rule.ConfirmedOnly || p.Confirmed[s]) {
			return d
		}
	}
	return domain.Date{}
}

// Fulfilling returns the day from which the contract was being performed:
// registered, or papers under way, or later.
func (p ProjectSnapshot) Fulfilling(rule CountingRule) domain.Date {
	return p.By(library.Registered, rule)
}

// SignedOn returns the day of signing, as stored; it is never guessed from later
// stages.
func (p ProjectSnapshot) SignedOn() domain.Date { return p.Reached[library.Signed] }

// Counts reports whether the rule counts the project's signing by the day.
func (p ProjectSnapshot) Counts(effective domain.Date, rule CountingRule) bool {
	on := p.SignedOn()
	if on.IsZero() || on.After(effective) || p.Excluded || rule.ConfirmedOnly && !p.Confirmed[library.Signed] {
		return false
	}
	if rule.WindowMonths > 0 && on.Before(effective.AddDays(-int(DaysIn(float64(rule.WindowMonths))))) {
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
	from := p.SignedOn()
	if on := p.By(library.Started, rule); !on.IsZero() && !on.After(effective) {
		return Waiting{Days: on.DaysSince(from), Event: 1, Count: 1}
	}
	if !p.EndedOn.IsZero() && !p.EndedOn.After(effective) {
		return Waiting{Days: p.EndedOn.DaysSince(from), Event: 2, Count: 1}
	}
	return Waiting{Days: effective.DaysSince(from), Event: 0, Count: 1}
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
