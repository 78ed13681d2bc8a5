package app

import (
	"context"
	"errors"
	"time"
)

// checkDaily runs the checks on figures once each business day until the
// context ends. Several processes may: what one found the other leaves.
func (a *App) checkDaily(ctx context.Context, every time.Duration) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			if err := a.Services.Suspicions.RunDailyChecks(ctx); err != nil && !errors.Is(err, context.Canceled) {
				a.Log.ErrorContext(ctx, "check figures", "error", err)
			}
		}
	}
}
