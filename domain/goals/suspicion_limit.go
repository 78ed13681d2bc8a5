package goals

import (
	"context"
	"fmt"

	"sangu/domain"
	"sangu/domain/org"
)

// Limits say from where on a figure is asked about: they are the office's to
// set. Shares are between 0 and 1, days and counts whole.
type Limits struct {
	VerifiedShare   float64 // verified below this share of reported
	RoundShare      float64 // entries that are whole hundreds of 万元
	RoundLeast      int     // of so many entries at least
	LastWeekShare   float64 // of a quarter's money in a month's last seven days
	LastWeekLeast   int     // of so many entries at least
	PermitGrace     int     // days from a start without a permit
	PhotoGrace      int     // days of a site photo before the start
	PhotoKilometres float64 // from a site photo to the project's nearest other one
	RegisteredShare float64 // of a unit's signings that are registered, at least
	UnitLeast       int     // of so many signings at least
	SignedWithin    int     // days between two signings of one client in two areas
	CapitalTimes    int     // a contract of so many times the registered capital
}

// StandardLimits are those of domain.md §5.9.
func StandardLimits() Limits {
	return Limits{VerifiedShare: 0.7, RoundShare: 0.8, RoundLeast: 5, LastWeekShare: 0.6, LastWeekLeast: 3, PermitGrace: 30, PhotoGrace: 30,
		PhotoKilometres: 3, RegisteredShare: 0.3, UnitLeast: 5,
		SignedWithin: 365, CapitalTimes: 20}
}

// Check names every limit that is out of its range.
func (l Limits) Check() error {
	var c domain.Check
	for path, share := range map[string]float64{"verified_share": l.VerifiedShare, "round_share": l.RoundShare,
		"last_week_share": l.LastWeekShare, "registered_share": l.RegisteredShare} {
		c.That(share > 0 && share <= 1, path, "suspicion.share")
	}
	for path, n := range map[string]int{"round_least": l.RoundLeast, "last_week_least": l.LastWeekLeast, "unit_least": l.UnitLeast,
		"capital_times": l.CapitalTimes, "signed_within": l.SignedWithin} {
		c.That(n >= 1 && n <= 10_000, path, "suspicion.count")
	}
	for path, n := range map[string]int{"permit_grace": l.PermitGrace, "photo_grace": l.PhotoGrace} {
		c.That(n >= 0 && n <= 3_650, path, "suspicion.days")
	}
	c.That(l.PhotoKilometres >= 0.1 && l.PhotoKilometres <= 1_000, "photo_kilometres", "suspicion.kilometres")
	return c.Err()
}

// LimitStore stores the limits of the checks.
type LimitStore interface {
	// Limits returns the limits with the version that a change is written over: the
	// standard ones until the office sets its own.
	Limits(ctx context.Context) (domain.Versioned[Limits], error)
	// SaveLimits writes the limits over their version. It returns a KindStale error where
	// another one is stored.
	SaveLimits(ctx context.Context, l domain.Versioned[Limits]) error
}

// Limits returns the limits that hold, with the version that a change is written over.
func (s *SuspicionService) Limits(ctx context.Context) (domain.Versioned[Limits], error) {
	return s.limitStore.Limits(ctx)
}

// SetLimits replaces the limits over the version that was read, and returns the new ones;
// the next run of the checks goes by them. It returns a KindForbidden error unless the
// actor manages rules, a KindInvalid error where a limit is out of its range, and a
// KindStale error with the current limits where they were changed since.
func (s *SuspicionService) SetLimits(ctx context.Context, actor domain.Actor,
	l domain.Versioned[Limits]) (out domain.Versioned[Limits], err error) {
	if err := actor.Require(org.RuleManage); err != nil {
		return out, err
	}
	if err := l.Value.Check(); err != nil {
		return out, err
	}
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		before, err := s.limitStore.Limits(ctx)
		if err != nil {
			return err
		}
		if err := l.Over(before); err != nil {
			return err
		}
		if err := s.limitStore.SaveLimits(ctx, l); err != nil {
			return fmt.Errorf("save limits: %w", err)
		}
		if out, err = s.limitStore.Limits(ctx); err != nil {
			return err
		}
		return s.Journal.Record(ctx, actor, domain.Change{Action: "suspicion.limits", Subject: domain.Ref{Kind: domain.SubjectSetting},
			Title: "suspicions", Before: before.Value, After: l.Value, Quiet: true})
	})
	return out, err
}
