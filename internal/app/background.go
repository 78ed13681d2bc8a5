package app

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"sangu/internal/jobs"
	"sangu/repository/sqlkit"
)

// keepEvery is how often changed projects are folded into the totals. Figures
// are right in between too; folding keeps them quick.
const keepEvery = 2 * time.Second

// keep maintains the totals until the context ends, and gives a channel that is
// closed when it has stopped.
func (a *App) keep(ctx context.Context) <-chan struct{} {
	done := make(chan struct{})
	go func() {
		defer close(done)
		if err := a.Services.Projects.RecordMissingFacts(ctx); err != nil && !errors.Is(err, context.Canceled) {
			a.Log.ErrorContext(ctx, "keep facts", "error", err)
		}
		tick := time.NewTicker(keepEvery)
		defer tick.Stop()
		for {
			// Also while it runs: a project may have been in the bin, or changed meanwhile.
			if err := a.Services.Pipeline.Restate(ctx); err != nil && !errors.Is(err, context.Canceled) {
				a.Log.ErrorContext(ctx, "restate projects", "error", err)
			}
			if err := a.Services.Totals.Update(ctx); err != nil && !errors.Is(err, context.Canceled) {
				a.Log.ErrorContext(ctx, "keep totals", "error", err)
			}
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
			}
		}
	}()
	return done
}

// tellEvery is how soon people learn of what happened.
const tellEvery = 2 * time.Second

// tell makes notices until the context ends, in one process at a time, and gives
// a channel that is closed when it has stopped.
func (a *App) tell(ctx context.Context) <-chan struct{} {
	done := make(chan struct{})
	host, err := os.Hostname()
	if err != nil {
		host = "unnamed"
	}
	r := &jobs.Runner{Lease: sqlkit.NewLeaseStore(a.DB), Holder: fmt.Sprintf("%s/%d", host, os.Getpid()), Clock: a.Clock, Log: a.Log}
	go func() {
		defer close(done)
		r.Keep(ctx, jobs.Job{Name: "notices", Every: tellEvery, Run: a.Services.Dispatcher.Run})
	}()
	return done
}
