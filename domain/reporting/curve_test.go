package reporting_test

import (
	"math"
	"testing"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/reporting"
)

func watched(days, n int) reporting.Waiting { return reporting.Waiting{Days: days, Count: n} }

func started(days, n int) reporting.Waiting {
	return reporting.Waiting{Days: days, Event: 1, Count: n}
}

func TestAHeadlineReadsTheFurthestMonthToWhichAnybodyWasWatched(t *testing.T) {
	t.Parallel()
	for longest, want := range map[int]float64{90: 0, 91: 3, 200: 6, 365: 12, 456: 12, 457: 15, 2000: 15} {
		c, err := reporting.CurveOf([]reporting.Waiting{started(30, 5), watched(longest, 6)})
		if err != nil {
			t.Fatal(err)
		}
		got := 0.0
		if c.Reading != nil {
			got = c.Reading.Months
		}
		if got != want {
			t.Errorf("watched %d days it reads at %v months, want %v", longest, got, want)
		}
	}
}

func TestACurveIsReadToTheLongestWaitAndNoCloserThanItNeeds(t *testing.T) {
	t.Parallel()
	c, err := reporting.CurveOf([]reporting.Waiting{started(30, 5), watched(2200, 6)})
	if err != nil {
		t.Fatal(err)
	}
	var got []float64
	for _, p := range c.AtMonths {
		got = append(got, p.Months)
	}
	want := []float64{3, 6, 9, 12, 15, 18, 21, 24, 30, 36, 42, 48, 60, 72}
	if len(got) != len(want) {
		t.Fatalf("read at %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("read at %v, want %v", got, want)
		}
	}
}

func TestWhatALedgerDatesBeforeItsSigningHasWaitedNoDay(t *testing.T) {
	t.Parallel()
	c, err := reporting.CurveOf([]reporting.Waiting{started(-40, 1), started(0, 1), watched(100, 8)})
	if err != nil {
		t.Fatal(err)
	}
	if first := c.Points[0]; first.Months != 0 || math.Abs(first.Started-0.2) > 1e-12 || first.StartedCount != 2 {
		t.Errorf("at the signing %+v, want 2 of 10 started", first)
	}
}

func TestARateFromAnotherStageWaitsFromThatStage(t *testing.T) {
	t.Parallel()
	c := reporting.ProjectSnapshot{Reached: map[library.Stage]domain.EventDay{library.Signed: domain.MustEventDay("2026-01-01"),
		library.Registered: domain.MustEventDay("2026-02-01"), library.Started: domain.MustEventDay("2026-04-02")}}
	of := reporting.Preset{Key: "x", Numerator: library.Started, Denominator: library.Registered}
	if w, ok := c.WaitFor(of, domain.MustDate("2026-06-01"), reporting.CountingRule{}); !ok || w.Days != 60 || w.Event != 1 {
		t.Errorf("%+v, want 60 days to its start", w)
	}
	if w, ok := c.WaitFor(of, domain.MustDate("2026-03-01"), reporting.CountingRule{}); !ok || w.Days != 28 || w.Event != 0 {
		t.Errorf("%+v, want 28 days and waiting", w)
	}
	if _, ok := c.WaitFor(of, domain.MustDate("2026-01-15"), reporting.CountingRule{}); ok {
		t.Error("waits before it was registered")
	}
}
