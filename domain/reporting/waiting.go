package reporting

import (
	"sangu/domain"
)

// Waiting is a number of projects that waited the same days from signing to
// the same end.
type Waiting struct {
	Days  int
	Event int // 0 waiting still, 1 started, 2 terminated
	Entry int // the day on which watching began; 0 at the signing
	Count int
}

// waits returns the waits of counted snapshots.
func waits(snapshots []ProjectSnapshot, until domain.Date, rule CountingRule) []Waiting {
	out := make([]Waiting, len(snapshots))
	for i, p := range snapshots {
		out[i] = p.Wait(until, rule)
	}
	return out
}
