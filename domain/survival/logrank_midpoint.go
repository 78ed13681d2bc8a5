package survival

// IntervalLogRankTest is a log-rank test that had to put times at the middle of
// their intervals.
type IntervalLogRankTest struct {
	LogRankTest
	// Midpoints is how many subjects had no exact time; 0 says that the test is the
	// usual one.
	Midpoints int
}

// LogRankAtMidpoints tests that groups wait alike, as LogRank does, with each
// inexact time put at the middle of its interval. That is an approximation: it
// treats the middles as observed, so where intervals are long beside the waits, or
// longer in one group, the p-value is indicative only (Law and Brookmeyer 1992). It
// returns an error where LogRank does and for an interval that is none.
func LogRankAtMidpoints(groups ...[]IntervalObservation) (IntervalLogRankTest, error) {
	placed := make([][]Observation, len(groups))
	inexact := 0
	for i, g := range groups {
		if err := checkIntervals(g); err != nil {
			return IntervalLogRankTest{}, err
		}
		placed[i] = midpoints(g)
		_, n := countExact(g)
		inexact += n
	}
	t, err := LogRank(placed...)
	if err != nil {
		return IntervalLogRankTest{}, err
	}
	return IntervalLogRankTest{LogRankTest: t, Midpoints: inexact}, nil
}
