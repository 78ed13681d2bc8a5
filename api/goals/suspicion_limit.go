package goals

import (
	"context"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/goals"
)

type suspicionLimits struct {
	VerifiedShare   float64 `json:"verified_share" required:"true" description:"asked about where verified is below this share of reported"`
	RoundShare      float64 `json:"round_share" required:"true" description:"share of entries that are whole hundreds of 万元"`
	RoundLeast      int     `json:"round_least" required:"true" description:"of so many entries at least"`
	LastWeekShare   float64 `json:"last_week_share" required:"true" description:"share of a quarter's money in a month's last seven days"`
	LastWeekLeast   int     `json:"last_week_least" required:"true" description:"of so many entries at least"`
	PermitGrace     int     `json:"permit_grace" required:"true" description:"days from a start without a permit"`
	PhotoGrace      int     `json:"photo_grace" required:"true" description:"days of a site photo before the start"`
	PhotoKilometres float64 `json:"photo_kilometres" required:"true" description:"from a site photo to the project's nearest other one"`
	RegisteredShare float64 `json:"registered_share" required:"true" description:"least share of a unit's signings that are registered"`
	UnitLeast       int     `json:"unit_least" required:"true" description:"of so many signings at least"`
	SignedWithin    int     `json:"signed_within" required:"true" description:"days between two signings of one client in two areas"`
	CapitalTimes    int     `json:"capital_times" required:"true" description:"a contract of so many times the registered capital"`
}

type suspicionLimitsOut struct {
	suspicionLimits
	Version int `json:"version" required:"true" description:"1 for the standard limits"`
}

func (l suspicionLimitsOut) RecordVersion() int { return l.Version }

// LimitsFrom returns the wire form of the limits.
func LimitsFrom(l domain.Versioned[goals.Limits]) suspicionLimitsOut {
	return suspicionLimitsOut{suspicionLimits(l.Value), l.Version}
}

func (a *API) GetSuspicionLimits(ctx context.Context, _ domain.Actor, _ struct{}) (suspicionLimitsOut, error) {
	l, err := a.Suspicions.Limits(ctx)
	return LimitsFrom(l), err
}

type limitsIn struct {
	kit.Versioned
	suspicionLimits
}

func (a *API) UpdateSuspicionLimits(ctx context.Context, actor domain.Actor, in limitsIn) (suspicionLimitsOut, error) {
	set := domain.Versioned[goals.Limits]{Value: goals.Limits(in.suspicionLimits), Version: in.Version()}
	l, err := a.Suspicions.SetLimits(ctx, actor, set)
	return LimitsFrom(l), err
}
