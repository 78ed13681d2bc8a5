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

// Lease lets one holder at a time have a name; the holder may take it again.
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

// Once runs the job if its lease can be had, and says whether it could.
func (r *Runner) Once(ctx context.Context, j Job) (bool, error) {
	ok, err := r.Lease.Take(ctx, j.Name, r.Holder, r.Clock.Now().Add(periods*j.Every))
	if err != nil || !ok {
		return false, err
	}
	return true, j.Run(ctx)
}

// Keep runs the job until the context ends; what fails is logged and tried again.
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
