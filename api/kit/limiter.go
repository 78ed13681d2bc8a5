package kit

import (
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// limiter gives each address its own bucket and forgets idle ones.
type limiter struct {
	mu      sync.Mutex
	buckets map[string]*bucket
	every   rate.Limit
	burst   int
}

type bucket struct {
	rate *rate.Limiter
	seen time.Time
}

func newLimiter(every rate.Limit, burst int) *limiter {
	return &limiter{buckets: map[string]*bucket{}, every: every, burst: burst}
}

func (l *limiter) allow(address string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := time.Now()
	if len(l.buckets) > 10_000 {
		for a, b := range l.buckets {
			if now.Sub(b.seen) > 10*time.Minute {
				delete(l.buckets, a)
			}
		}
	}
	b, ok := l.buckets[address]
	if !ok {
		b = &bucket{rate: rate.NewLimiter(l.every, l.burst)}
		l.buckets[address] = b
	}
	b.seen = now
	return b.rate.Allow()
}
