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

// TargetStore stores targets.
type TargetStore interface {
	Targets(ctx context.Context, year int) ([]Target, error)
	// UnitPlaces gives the units that are there, by path; retired ones are left out.
	UnitPlaces(ctx context.Context) ([]UnitPlace, error)
	SaveTarget(ctx context.Context, t Target) error
}

// YearTargets returns a year's targets. It returns a KindForbidden error without
// the right to read reports.
func (s *Reports) YearTargets(ctx context.Context, actor domain.Actor, year int) ([]Target, error) {
	if err := actor.Require(org.ReportRead); err != nil {
		return nil, err
	}
	return s.Targets.Targets(ctx, year)
}

// checkTargets refuses targets of a year that is none, of an indicator that does not
// exist, below 0, or of no unit.
func checkTargets(year int, targets []Target) error {
	var c domain.Check
	c.That(year >= 2000 && year <= 2100, "year", "input.range", "min", 2000, "max", 2100)
	for i, t := range targets {
		c.That(slices.Contains(Indicators(), t.Indicator), fmt.Sprintf("items[%d].indicator", i), "input.enum", "allowed", Indicators())
		c.That(t.Value >= 0, fmt.Sprintf("items[%d].value", i), "input.negative")
		c.That(!t.UnitID.IsZero(), fmt.Sprintf("items[%d].unit_id", i), "input.required")
	}
	return c.Err()
}

// SetTargets sets targets of units for a year, and returns all of the year;
// targets that are not named stay. It returns a KindForbidden error unless the
// actor may manage rules, and a KindInvalid error by the rules of checkTargets.
func (s *Reports) SetTargets(ctx context.Context, actor domain.Actor, year int, targets []Target) ([]Target, error) {
	if err := actor.Require(org.RuleManage); err != nil {
		return nil, err
	}
	if err := checkTargets(year, targets); err != nil {
		return nil, err
	}
	err := s.Work.Do(ctx, func(ctx context.Context) error {
		for _, t := range targets {
			t.ID, t.Year = s.IDs.New(), year
			if err := s.Targets.SaveTarget(ctx, t); err != nil {
				return fmt.Errorf("save target: %w", err)
			}
		}
		return s.Journal.Record(
			ctx,
			actor,
			domain.Change{Action: "target.set", Subject: domain.Ref{Kind: domain.SubjectSetting}, Title: fmt.Sprint(year),
				After: struct{ Targets []Target }{targets}, Quiet: true},
		)
	})
	if err != nil {
		return nil, err
	}
	return s.Targets.Targets(ctx, year)
}
