package app

import (
	"context"
	"errors"
	"time"
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
		if err := a.Services.Projects.KeepMissingFacts(ctx); err != nil && !errors.Is(err, context.Canceled) {
			a.Log.ErrorContext(ctx, "keep facts", "error", err)
		}
		tick := time.NewTicker(keepEvery)
		defer tick.Stop()
		for {
			if err := a.Services.Keeper.Keep(ctx); err != nil && !errors.Is(err, context.Canceled) {
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
