package scenario

import (
	"sync"
	"time"

	"sangu/domain"
)

// Clock plays days that have gone by: it is set forward from step to step,
// never back, and never beyond the clock that really runs.
type Clock struct {
	mu  sync.Mutex
	now time.Time
	// Real is the clock that runs.
	Real domain.Clock
}

// NewClock returns a clock that stands at an instant, or at the present where
// that is still to come.
func NewClock(from time.Time, present domain.Clock) *Clock {
	c := &Clock{Real: present}
	c.Set(from)
	return c
}

// Now implements domain.Clock. Each reading is a microsecond later, so that
// what is recorded in turn is ordered.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(time.Microsecond)
	return c.now
}

// Set moves on to an instant; one that is past already leaves the clock as it
// stands.
func (c *Clock) Set(to time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if limit := c.Real.Now(); to.After(limit) {
		to = limit
	}
	if to.After(c.now) {
		c.now = to.UTC().Truncate(time.Microsecond)
	}
}
