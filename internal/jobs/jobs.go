// Package jobs runs work by the clock, in one process at a time: each run takes
// the job's lease for a while, and a process that does not get it leaves the run
// to the one that holds it. A process that ends without a word is followed by
// another when its lease runs out. What a job does must bear being done twice.
package jobs

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"sangu/domain"
)

// Lease gives one holder at a time the use of a name; the holder may renew it.
type Lease interface {
	Take(ctx context.Context, name, holder string, until time.Time) (bool, error)
}

// Job is work that is done again and again.
type Job struct {
	Name  string
	Every time.Duration
	Run   func(ctx context.Context) error
}

// Runner runs jobs under leases, as one holder.
type Runner struct {
	Lease  Lease
	Holder string
	Clock  domain.Clock
	Log    *slog.Logger
}

// periods is for how many runs a lease is taken: a holder that misses so many is
// gone.
const periods = 5

// Once runs the job if its lease can be had, and reports whether it could. It
// returns the error of the lease or of the job.
func (r *Runner) Once(ctx context.Context, j Job) (bool, error) {
	ok, err := r.Lease.Take(ctx, j.Name, r.Holder, r.Clock.Now().Add(periods*j.Every))
	if err != nil || !ok {
		return false, err
	}
	return true, j.Run(ctx)
}

// Keep runs the job every period until the context ends. An error is logged, and
// the job tried again.
func (r *Runner) Keep(ctx context.Context, j Job) {
	tick := time.NewTicker(j.Every)
	defer tick.Stop()
	for {
		if _, err := r.Once(ctx, j); err != nil && !errors.Is(err, context.Canceled) {
			r.Log.ErrorContext(ctx, "job failed", "job", j.Name, "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}
