package goals

import (
	"sangu/domain/reporting"
)

// Completion is a target's completion beside the even pace (domain.md §5.3).
type Completion struct {
	Actual, Target int64
	Done           reporting.Rate
	Pace           float64 // share of the period that has gone
	// Gap is Done − Pace in percentage points: above 0 ahead 超进度, below behind.
	Gap float64
}

// CompletionOf compares an actual with a target after some months of twelve.
func CompletionOf(actual, target int64, months float64) Completion {
	c := Completion{Actual: actual, Target: target, Done: reporting.RateOf(actual, target), Pace: months / 12}
	if c.Done.Known {
		c.Gap = (c.Done.Value - c.Pace) * 100
	}
	return c
}
