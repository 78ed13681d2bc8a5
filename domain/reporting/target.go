package reporting

import (
	"context"
	"fmt"
	"slices"

	"sangu/domain"
	"sangu/domain/org"
)

// Indicators lists what targets are set for: signings and starts by number,
// amounts in 元.
func Indicators() []string {
	return []string{"signed", "signed_amount", "started", "in_production", "funds"}
}

// Target is what a unit, or the county as the top of the tree, is to reach in a
// year.
type Target struct {
	ID        domain.ID
	UnitID    domain.ID
	UnitName  string
	County    bool   // the unit is the top of the tree
	Path      string // of the unit, as UnitPlace has it
	Year      int
	Indicator string
	Value     int64
	Version   int
}

// YearTargets are the targets of a year, which are set together.
type YearTargets struct {
	Year    int
	Targets []Target
}

// Check returns a KindInvalid error that names every target that breaks a rule.
func (y YearTargets) Check() error {
	var c domain.Check
	c.That(y.Year >= 2000 && y.Year <= 2100, "year", "input.range", "min", 2000, "max", 2100)
	for i, t := range y.Targets {
		c.That(slices.Contains(Indicators(), t.Indicator), fmt.Sprintf("items[%d].indicator", i), "input.enum", "allowed", Indicators())
		c.That(t.Value >= 0, fmt.Sprintf("items[%d].value", i), "input.negative")
		c.That(!t.UnitID.IsZero(), fmt.Sprintf("items[%d].unit_id", i), "input.required")
	}
	return c.Err()
}

// TargetStore stores targets.
type TargetStore interface {
	// Targets returns the targets of a year, by unit from the top of the tree, then by
	// indicator.
	Targets(ctx context.Context, year int) ([]Target, error)
	// YearTargets returns them with the version that a change is written over.
	YearTargets(ctx context.Context, year int) (domain.Versioned[YearTargets], error)
	// SaveTargets writes targets over the version of their year; what is not named stays.
	// It returns a KindStale error where another version is stored.
	SaveTargets(ctx context.Context, y domain.Versioned[YearTargets]) error
	// UnitPlaces returns the units that are there, by path; retired ones are left out.
	UnitPlaces(ctx context.Context) ([]UnitPlace, error)
}

// YearTargets returns a year's targets with the version that a change is written over.
// It returns a KindForbidden error unless the actor reads reports.
func (s *Reports) YearTargets(ctx context.Context, actor domain.Actor, year int) (domain.Versioned[YearTargets], error) {
	if err := actor.Require(org.ReportRead); err != nil {
		return domain.Versioned[YearTargets]{}, err
	}
	return s.targets.YearTargets(ctx, year)
}

// SetTargets sets targets of a year over the version that was read; what is not named
// stays. It returns the year's targets. It returns a KindForbidden error unless the actor
// manages rules, a KindInvalid error where a target breaks a rule, and a KindStale error
// with the current targets where any of the year was set since.
func (s *Reports) SetTargets(ctx context.Context, actor domain.Actor,
	y domain.Versioned[YearTargets]) (out domain.Versioned[YearTargets], err error) {
	if err := actor.Require(org.RuleManage); err != nil {
		return out, err
	}
	if err := y.Value.Check(); err != nil {
		return out, err
	}
	year := y.Value.Year
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		before, err := s.targets.YearTargets(ctx, year)
		if err != nil {
			return err
		}
		if err := y.Over(before); err != nil {
			return err
		}
		targets := slices.Clone(y.Value.Targets)
		for i := range targets {
			targets[i].ID, targets[i].Year = s.IDs.New(), year
		}
		if err := s.targets.SaveTargets(ctx, domain.Versioned[YearTargets]{Value: YearTargets{Year: year, Targets: targets},
			Version: y.Version}); err != nil {
			return fmt.Errorf("save targets: %w", err)
		}
		if out, err = s.targets.YearTargets(ctx, year); err != nil {
			return err
		}
		return s.Journal.Record(ctx, actor, domain.Change{Action: "target.set", Subject: domain.Ref{Kind: domain.SubjectSetting},
			Title: fmt.Sprint(year), After: struct{ Targets []Target }{y.Value.Targets}, Quiet: true})
	})
	return out, err
}

// TargetsOf returns the targets of a year, of all units.
func (s *Reports) TargetsOf(ctx context.Context, year int) ([]Target, error) {
	return s.targets.Targets(ctx, year)
}
