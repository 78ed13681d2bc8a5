package intake

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"sangu/domain"
	"sangu/domain/org"
)

// Samples is the service of the sample county. A loading runs in the
// background and is whole or nothing: what a failed one, or one whose process
// ended, has made is taken away again.
type Samples struct {
	Work    domain.Work
	store   SampleStore
	Source  SampleSource
	Journal domain.Journal
	Clock   domain.Clock
	IDs     domain.IDs
	Log     *slog.Logger

	running sync.WaitGroup
	ctx     context.Context
	cancel  context.CancelFunc
}

// NewSamples returns s, the service, with its store filled in.
func NewSamples(store SampleStore, s *Samples) *Samples {
	s.store = store
	return s
}

// Prepare makes the service ready to be used; Close ends a loading.
func (s *Samples) Prepare() *Samples {
	s.ctx, s.cancel = context.WithCancel(context.Background())
	return s
}

// Close stops a loading, which takes back what it made.
func (s *Samples) Close() {
	s.cancel()
	s.running.Wait()
}

// Wait waits until no loading goes on in this process.
func (s *Samples) Wait() { s.running.Wait() }

// Get returns the sample, or the zero Sample where there is none; everybody may
// know that what they see is made up.
func (s *Samples) Get(ctx context.Context) (Sample, error) { return s.store.Sample(ctx) }

// Load begins to load the sample in the background. It returns a KindForbidden
// error for who may not, and KindConflict where there is a sample, a record, or a
// unit of the same name.
func (s *Samples) Load(ctx context.Context, actor domain.Actor) (Sample, error) {
	if !MaySample(actor) {
		return Sample{}, actor.Require(org.UnitManage)
	}
	now := s.Clock.Now()
	n := Sample{Run: s.IDs.New(), State: SampleLoading, County: s.Source.County(), ByName: actor.Name, HeartbeatAt: now}
	err := s.Work.Do(ctx, func(ctx context.Context) error {
		if err := s.checkVacant(ctx); err != nil {
			return err
		}
		ok, err := s.store.ClaimSample(ctx, n)
		if err != nil {
			return err
		}
		if !ok {
			return domain.Conflict("sample.there")
		}
		return s.record(ctx, actor, "sample.load", n)
	})
	if err != nil {
		return Sample{}, err
	}
	s.running.Go(func() { s.load(n) })
	return n, nil
}

// checkVacant returns a KindConflict error for a product in which people have
// begun.
func (s *Samples) checkVacant(ctx context.Context) error {
	empty, err := s.store.NoRecords(ctx)
	if err != nil {
		return err
	}
	if !empty {
		return domain.Conflict("sample.not_empty")
	}
	taken, err := s.store.UnitsNamed(ctx, s.Source.Units())
	if err != nil || len(taken) == 0 {
		return err
	}
	return domain.Conflict("sample.units_taken").With("units", taken[0]).With("n", len(taken))
}

func (s *Samples) record(ctx context.Context, actor domain.Actor, action string, n Sample) error {
	return s.Journal.Record(ctx, actor, domain.Change{Action: action, Subject: domain.Ref{Kind: domain.SubjectSetting}, Title: n.County,
		Quiet: true})
}

var errGivenUp = errors.New("the loading was given up")

// load runs in the background.
func (s *Samples) load(n Sample) {
	beat := func(ctx context.Context, done, total int) error {
		ok, err := s.store.Heartbeat(ctx, n.Run, done, total, s.Clock.Now())
		if err == nil && !ok {
			err = errGivenUp
		}
		return err
	}
	total := 0
	made := func(ctx context.Context, r SampleRow) error {
		if err := s.store.AddSampleRow(ctx, r); err != nil {
			return err
		}
		return beat(ctx, -1, total)
	}
	tell := func(done, all int) error {
		total = all
		return s.Work.Do(s.ctx, func(ctx context.Context) error { return beat(ctx, done, all) })
	}
	err := s.Source.Load(s.ctx, made, tell)
	ctx := context.WithoutCancel(s.ctx)
	if err == nil {
		err = s.Work.Do(ctx, func(ctx context.Context) error { return s.store.FinishSample(ctx, n.Run, s.Clock.Now()) })
	}
	if err == nil || errors.Is(err, errGivenUp) {
		return
	}
	s.Log.Error("load the sample county", "error", err)
	if err := s.withdraw(ctx, func(had Sample) bool { return had.Run == n.Run }); err != nil {
		s.Log.Error("take back the sample county", "error", err)
	}
}

func (s *Samples) withdraw(ctx context.Context, when func(Sample) bool) error {
	return s.Work.Do(ctx, func(ctx context.Context) error {
		had, err := s.store.Sample(ctx)
		if err != nil || had.State == "" || !when(had) {
			return err
		}
		return s.store.WithdrawSample(ctx, s.Clock.Now())
	})
}

// Changed returns the records of the sample that somebody changed. It returns a
// KindForbidden error for who may not remove it.
func (s *Samples) Changed(ctx context.Context, actor domain.Actor) ([]SampleRow, error) {
	if !MaySample(actor) {
		return nil, actor.Require(org.UnitManage)
	}
	return s.store.ChangedSample(ctx)
}

// Remove takes the sample away, all of it and nothing else. What people made
// themselves is kept, and so is what that refers to. It returns a KindForbidden
// error for who may not, and else as Sample.CheckRemoval.
func (s *Samples) Remove(ctx context.Context, actor domain.Actor, typed string, force bool) error {
	if !MaySample(actor) {
		return actor.Require(org.UnitManage)
	}
	return s.Work.Do(ctx, func(ctx context.Context) error {
		had, err := s.store.Sample(ctx)
		if err != nil {
			return err
		}
		changed, err := s.store.ChangedSample(ctx)
		if err != nil {
			return err
		}
		if err := had.CheckRemoval(typed, force, changed); err != nil {
			return err
		}
		if err := s.store.WithdrawSample(ctx, s.Clock.Now()); err != nil {
			return fmt.Errorf("withdraw the sample: %w", err)
		}
		return s.record(ctx, actor, "sample.remove", had)
	})
}

// Recover takes back what a loading made whose process has ended.
func (s *Samples) Recover(ctx context.Context) error {
	return s.withdraw(ctx, func(had Sample) bool {
		return had.State == SampleLoading && s.Clock.Now().Sub(had.HeartbeatAt) > sampleTimeout
	})
}

// Watch calls Recover again and again until ctx ends.
func (s *Samples) Watch(ctx context.Context, every time.Duration) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		if err := s.Recover(ctx); err != nil && ctx.Err() == nil {
			s.Log.Error("recover the sample county", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}
