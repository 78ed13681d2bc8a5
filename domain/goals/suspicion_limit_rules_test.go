package goals_test

import (
	"testing"

	"sangu/domain/goals"
)

func TestLimitsKeepToTheirRanges(t *testing.T) {
	t.Parallel()
	type limits = goals.Limits
	rules := []rule[limits]{
		{says: "the standard limits are allowed", change: func(*limits) {}},
		{says: "photos may be 100 m apart", change: func(l *limits) { l.PhotoKilometres = 0.1 }},
		{says: "photos are not asked about below 100 m", change: func(l *limits) { l.PhotoKilometres = 0.09 },
			faults: []string{"photo_kilometres suspicion.kilometres"}},
		{says: "photos may be 1,000 km apart", change: func(l *limits) { l.PhotoKilometres = 1000 }},
		{says: "photos are not asked about beyond 1,000 km", change: func(l *limits) { l.PhotoKilometres = 1000.1 },
			faults: []string{"photo_kilometres suspicion.kilometres"}},
		{says: "every fault is named at once", change: func(l *limits) { l.VerifiedShare, l.PermitGrace = 0, -1 },
			faults: []string{"verified_share suspicion.share", "permit_grace suspicion.days"}},
	}
	for path, of := range map[string]func(*limits) *float64{
		"verified_share":   func(l *limits) *float64 { return &l.VerifiedShare },
		"round_share":      func(l *limits) *float64 { return &l.RoundShare },
		"last_week_share":  func(l *limits) *float64 { return &l.LastWeekShare },
		"registered_share": func(l *limits) *float64 { return &l.RegisteredShare },
	} {
		faults := []string{path + " suspicion.share"}
		rules = append(rules,
			rule[limits]{says: path + " may be small", change: func(l *limits) { *of(l) = 0.001 }},
			rule[limits]{says: path + " is more than nothing", change: func(l *limits) { *of(l) = 0 }, faults: faults},
			rule[limits]{says: path + " may be the whole", change: func(l *limits) { *of(l) = 1 }},
			rule[limits]{says: path + " is no more than the whole", change: func(l *limits) { *of(l) = 1.001 }, faults: faults})
	}
	whole := func(code string, least, most int, fields map[string]func(*limits) *int) {
		for path, of := range fields {
			faults := []string{path + " " + code}
			rules = append(rules,
				rule[limits]{says: path + " at its least", change: func(l *limits) { *of(l) = least }},
				rule[limits]{says: path + " below its least", change: func(l *limits) { *of(l) = least - 1 }, faults: faults},
				rule[limits]{says: path + " at its most", change: func(l *limits) { *of(l) = most }},
				rule[limits]{says: path + " above its most", change: func(l *limits) { *of(l) = most + 1 }, faults: faults})
		}
	}
	whole("suspicion.count", 1, 10_000, map[string]func(*limits) *int{
		"round_least":     func(l *limits) *int { return &l.RoundLeast },
		"last_week_least": func(l *limits) *int { return &l.LastWeekLeast },
		"unit_least":      func(l *limits) *int { return &l.UnitLeast },
		"capital_times":   func(l *limits) *int { return &l.CapitalTimes },
		"signed_within":   func(l *limits) *int { return &l.SignedWithin },
	})
	whole("suspicion.days", 0, 3_650, map[string]func(*limits) *int{
		"permit_grace": func(l *limits) *int { return &l.PermitGrace },
		"photo_grace":  func(l *limits) *int { return &l.PhotoGrace },
	})
	holds(t, goals.StandardLimits, limits.Check, rules)
}
