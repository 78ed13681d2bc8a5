package goals_test

import (
	"testing"

	"sangu/domain"
	"sangu/domain/goals"
	"sangu/domain/library"
	"sangu/domain/reporting"
)

func TestWhatHasPromisedNoStartMissesNoneAndWhatIsSignedIsAskedForIt(t *testing.T) {
	on := domain.MustDate("2026-11-25")
	talks := reporting.ProjectSnapshot{Stage: library.Negotiating, UpdatedOn: domain.MustDate("2026-11-20"),
		Reached: map[library.Stage]domain.EventDay{}}
	if got := goals.StandardColours().Judge(goals.SignalsOf(talks, on)); got.Colour != goals.Green {
		t.Errorf("in talks, touched five days ago: %+v, want green", got)
	}
	talks.UpdatedOn = domain.MustDate("2026-09-20")
	if got := goals.StandardColours().Judge(goals.SignalsOf(talks, on)); got.Colour != goals.Red || got.Reason != "silent" {
		t.Errorf("in talks, silent for 66 days: %+v, want red", got)
	}
	signed := talks
	signed.UpdatedOn, signed.Stage, signed.Reached = on, library.Signed,
		map[library.Stage]domain.EventDay{library.Signed: domain.MustEventDay("2026-05-01")}
	if got := goals.StandardColours().Judge(goals.SignalsOf(signed, on)); got.Colour != goals.NoData {
		t.Errorf("signed without a day to start: %+v, want no data", got)
	}
	signed.PlannedStart = domain.MustDate("2026-12-20")
	if got := goals.StandardColours().Judge(goals.SignalsOf(signed, on)); got.Colour != goals.Green {
		t.Errorf("signed, to start next month: %+v, want green", got)
	}
}
