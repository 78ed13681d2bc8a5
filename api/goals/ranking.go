package goals

import (
	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/goals"
)

type unitStandingOut struct {
	UnitID   domain.ID   `json:"unit_id" required:"true"`
	Name     string      `json:"name" required:"true"`
	Reported domain.Yuan `json:"reported" required:"true"`
	completionOut
}

func unitStandingFrom(u goals.UnitRank) unitStandingOut {
	return unitStandingOut{UnitID: u.UnitID, Name: u.Name, Reported: u.Reported, completionOut: completionFrom(u.Completion)}
}

type shortfallOut struct {
	Amount domain.Yuan        `json:"amount" required:"true" description:"reported less verified, of the year"`
	Units  []unitShortfallOut `json:"units" required:"true" description:"the two that make the most of it"`
}

type unitShortfallOut struct {
	UnitID domain.ID   `json:"unit_id" required:"true"`
	Name   string      `json:"name" required:"true"`
	Amount domain.Yuan `json:"amount" required:"true"`
}

func shortfallFrom(s goals.Shortfall) shortfallOut {
	return shortfallOut{s.Amount, kit.Each(s.Units, func(u goals.UnitShortfall) unitShortfallOut { return unitShortfallOut(u) })}
}
