package goals

import (
	"sangu/domain/goals"
)

// StoredLimits is a goals.Limits as it is stored.
type StoredLimits struct {
	VerifiedShare   float64 `json:"VerifiedShare"`
	RoundShare      float64 `json:"RoundShare"`
	RoundLeast      int     `json:"RoundLeast"`
	LastWeekShare   float64 `json:"LastWeekShare"`
	LastWeekLeast   int     `json:"LastWeekLeast"`
	PermitGrace     int     `json:"PermitGrace"`
	PhotoGrace      int     `json:"PhotoGrace"`
	PhotoKilometres float64 `json:"PhotoKilometres"`
	RegisteredShare float64 `json:"RegisteredShare"`
	UnitLeast       int     `json:"UnitLeast"`
	SignedWithin    int     `json:"SignedWithin"`
	CapitalTimes    int     `json:"CapitalTimes"`
}

// StoreLimits returns the stored form.
func StoreLimits(x goals.Limits) StoredLimits {
	return StoredLimits{
		VerifiedShare:   x.VerifiedShare,
		RoundShare:      x.RoundShare,
		RoundLeast:      x.RoundLeast,
		LastWeekShare:   x.LastWeekShare,
		LastWeekLeast:   x.LastWeekLeast,
		PermitGrace:     x.PermitGrace,
		PhotoGrace:      x.PhotoGrace,
		PhotoKilometres: x.PhotoKilometres,
		RegisteredShare: x.RegisteredShare,
		UnitLeast:       x.UnitLeast,
		SignedWithin:    x.SignedWithin,
		CapitalTimes:    x.CapitalTimes,
	}
}

// Entity returns what was stored.
func (s StoredLimits) Entity() goals.Limits {
	return goals.Limits{
		VerifiedShare:   s.VerifiedShare,
		RoundShare:      s.RoundShare,
		RoundLeast:      s.RoundLeast,
		LastWeekShare:   s.LastWeekShare,
		LastWeekLeast:   s.LastWeekLeast,
		PermitGrace:     s.PermitGrace,
		PhotoGrace:      s.PhotoGrace,
		PhotoKilometres: s.PhotoKilometres,
		RegisteredShare: s.RegisteredShare,
		UnitLeast:       s.UnitLeast,
		SignedWithin:    s.SignedWithin,
		CapitalTimes:    s.CapitalTimes,
	}
}
