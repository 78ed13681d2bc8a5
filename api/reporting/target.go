package reporting

import (
	"context"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/reporting"
)

// TargetBreakdownOut is the wire form of a target breakdown.
type TargetBreakdownOut struct {
	Indicator string   `json:"indicator" required:"true"`
	County    *int64   `json:"county" required:"true" description:"null where the county has no target of its own"`
	Units     int64    `json:"units" required:"true" description:"the sum over units"`
	N         int      `json:"n" required:"true" description:"units that it is the sum of"`
	Gap       int64    `json:"gap" required:"true" description:"what the units still lack; below 0 they have more"`
	Without   []string `json:"without" required:"true" description:"units that have none"`
}

// TargetBreakdownFrom returns the wire form of a target breakdown.
func TargetBreakdownFrom(a reporting.TargetBreakdown) TargetBreakdownOut {
	return TargetBreakdownOut{Indicator: a.Indicator, County: a.County, Units: a.Units, N: a.N, Gap: a.Gap(),
		Without: append([]string{}, a.Without...)}
}

type targetWire struct {
	UnitID    domain.ID `json:"unit_id" validate:"required"`
	UnitName  string    `json:"unit_name"`
	Indicator string    `json:"indicator" validate:"required,oneof=signed signed_amount started in_production funds"`
	Value     int64     `json:"value" validate:"min=0" description:"a number, or 元"`
}

type targetsIn struct {
	Year int `path:"year" required:"true" validate:"min=2000,max=2100"`
}

type targetsOut struct {
	Items      []targetWire         `json:"items" required:"true"`
	Breakdowns []TargetBreakdownOut `json:"allotments" required:"true" description:"the county's targets beside the sum of its units'"`
	Version    int                  `json:"version" required:"true" description:"of the year's targets, 1 where none was set"`
}

func (t targetsOut) RecordVersion() int { return t.Version }

// yearTargetsOut is what a stale write of a year's targets is told.
type yearTargetsOut struct {
	Items   []targetWire `json:"items" required:"true"`
	Version int          `json:"version" required:"true"`
}

// YearTargetsFrom returns the wire form of a year's targets, without how the county's were
// handed down.
func YearTargetsFrom(y domain.Versioned[reporting.YearTargets]) yearTargetsOut {
	return yearTargetsOut{kit.Each(y.Value.Targets, targetFrom), y.Version}
}

func targetFrom(t reporting.Target) targetWire {
	return targetWire{UnitID: t.UnitID, UnitName: t.UnitName, Indicator: t.Indicator, Value: t.Value}
}

// targetsOf sets targets beside how they were handed down.
func (a *API) targetsOf(ctx context.Context, actor domain.Actor, y domain.Versioned[reporting.YearTargets]) (targetsOut, error) {
	down, err := a.Reports.TargetBreakdowns(ctx, actor, y.Value.Year)
	return targetsOut{Items: kit.Each(y.Value.Targets, targetFrom), Breakdowns: kit.Each(down, TargetBreakdownFrom), Version: y.Version}, err
}

func (a *API) ListTargets(ctx context.Context, actor domain.Actor, in targetsIn) (targetsOut, error) {
	y, err := a.Reports.YearTargets(ctx, actor, in.Year)
	if err != nil {
		return targetsOut{}, err
	}
	return a.targetsOf(ctx, actor, y)
}

type targetsSet struct {
	targetsIn
	kit.Versioned
	Items []targetWire `json:"items" validate:"required,max=500,dive"`
}

func (a *API) UpdateTargets(ctx context.Context, actor domain.Actor, in targetsSet) (targetsOut, error) {
	set := reporting.YearTargets{Year: in.Year, Targets: kit.Each(in.Items, func(t targetWire) reporting.Target {
		return reporting.Target{UnitID: t.UnitID, Indicator: t.Indicator, Value: t.Value}
	})}
	y, err := a.Reports.SetTargets(ctx, actor, domain.Versioned[reporting.YearTargets]{Value: set, Version: in.Version()})
	if err != nil {
		return targetsOut{}, err
	}
	return a.targetsOf(ctx, actor, y)
}
