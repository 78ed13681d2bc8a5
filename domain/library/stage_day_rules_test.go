package library

import (
	"testing"

	"sangu/domain"
)

// reachedBy makes the days of stages by their texts.
func reachedBy(days map[Stage]string) map[Stage]domain.EventDay {
	out := map[Stage]domain.EventDay{}
	for stage, day := range days {
		out[stage] = domain.MustEventDay(day)
	}
	return out
}

func TestTheSpanOfAStageIsWhatItsDayAndItsNeighboursAllow(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name            string
		reached         map[Stage]string
		stage           Stage
		day, first, end string
	}{
		{"a day that is known is its span", map[Stage]string{Signed: "2026-03-05"}, Signed, "2026-03-05", "2026-03-05", "2026-03-05"},
		{"a stage that was not reached has none", map[Stage]string{Signed: "2026-03-05"}, Started, "", "", ""},
		{"a year spans from its first day to its last", map[Stage]string{Signed: "2025"}, Signed, "2025", "2025-01-01", "2025-12-31"},
		{"an earlier stage bounds the first day", map[Stage]string{Signed: "2025-06-15", Started: "2025"}, Started, "2025", "2025-06-15",
			"2025-12-31"},
		{"a later stage bounds the last day", map[Stage]string{Signed: "2025", Started: "2025-10-01"}, Signed, "2025", "2025-01-01",
			"2025-10-01"},
		{"a stage that was left out is known by the next later one", map[Stage]string{Signed: "2025-06-15", Completed: "2026-03-01"}, Started,
			"≤ 2026-03-01", "2025-06-15", "2026-03-01"},
		{"nothing bounds what is known by a day alone", map[Stage]string{Started: "≤ 2026-09-30"}, Started, "≤ 2026-09-30", "",
			"2026-09-30"},
		{"days that run backwards bound nothing", map[Stage]string{Signed: "2026-05-01", Started: "2025"}, Started, "2025", "2025-01-01",
			"2025-12-31"},
		{"an earlier stage bounds before a later one that contradicts it, whatever the order of the map",
			map[Stage]string{Signed: "2026-05-01", Started: "2026", Completed: "2026-03-01"}, Started, "2026", "2026-05-01", "2026-12-31"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			reached := reachedBy(c.reached)
			for range 50 { // A map is read in another order each time.
				first, last := SpanOf(reached, c.stage)
				if day := DayOf(reached, c.stage); day.String() != c.day || first.String() != c.first || last.String() != c.end {
					t.Fatalf("%s from %s to %s, want %s from %s to %s", day, first, last, c.day, c.first, c.end)
				}
			}
		})
	}
}

func TestAnEndWasNotBeforeTheStagesThatWereReached(t *testing.T) {
	t.Parallel()
	reached := reachedBy(map[Stage]string{Signed: "2025-06-15", Registered: "2025-09"})
	for ended, want := range map[string]string{"2025": "2025-09-01 2025-12-31", "2025-12-01": "2025-12-01 2025-12-01",
		"≤ 2025-10-01": "2025-09-01 2025-10-01", "2024": "2024-01-01 2024-12-31", "": " "} {
		if first, last := EndSpanOf(reached, domain.MustEventDay(ended)); first.String()+" "+last.String() != want {
			t.Errorf("ended %q from %s to %s, want %s", ended, first, last, want)
		}
	}
}
