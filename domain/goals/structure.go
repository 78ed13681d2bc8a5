package goals

import (
	"slices"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/reporting"
)

// Structure is the portfolio (R10, R33): number, total and median size, key
// levels, and horizon by size.
type Structure struct {
	N             int
	Total, Median domain.Yuan
	Levels        map[string]int
	// Tiers counts size tiers A, B, C and "" for unknown; Matrix by horizon.
	Tiers  map[string]int
	Matrix []StructureCell
}

// StructureCell is one cell of horizon × size.
type StructureCell struct {
	Horizon, Tier string
	Of
}

// StructureOf describes the projects that go on.
func StructureOf(cases []reporting.ProjectSnapshot) Structure {
	s := Structure{Levels: map[string]int{}, Tiers: map[string]int{}}
	var sizes []domain.Yuan
	at := map[[2]string]int{}
	for _, c := range cases {
		if c.Status.Over() {
			continue
		}
		s.N++
		if c.KeyLevel != "" {
			s.Levels[c.KeyLevel]++
		}
		var sum domain.Yuan
		if c.TotalInvestment != nil {
			sum = *c.TotalInvestment
			sizes = append(sizes, sum)
		}
		s.Total += sum
		tier := library.ProjectFacts{TotalInvestment: c.TotalInvestment}.SizeTier()
		s.Tiers[tier]++
		k, ok := at[[2]string{c.Horizon, tier}]
		if !ok {
			k = len(s.Matrix)
			at[[2]string{c.Horizon, tier}] = k
			s.Matrix = append(s.Matrix, StructureCell{Horizon: c.Horizon, Tier: tier})
		}
		s.Matrix[k].Count++
		s.Matrix[k].Amount += sum
	}
	s.Median = median(sizes)
	return s
}

func median(sizes []domain.Yuan) domain.Yuan {
	if len(sizes) == 0 {
		return 0
	}
	sorted := append([]domain.Yuan{}, sizes...)
	slices.Sort(sorted)
	mid := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[mid]
	}
	return (sorted[mid-1] + sorted[mid]) / 2
}
