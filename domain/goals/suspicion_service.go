package goals

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"sangu/domain"
	"sangu/domain/notice"
	"sangu/domain/org"
	"sangu/domain/reporting"
)

// SuspicionStore stores suspicions.
type SuspicionStore interface {
	// Suspicions returns the suspicions about projects in the actor's scope, in a state and
	// of a kind unless those are "", the newest first, 500 at most.
	Suspicions(ctx context.Context, actor domain.Actor, state, kind string) ([]Suspicion, error)
	// Suspicion returns one in the actor's scope, or a KindNotFound error.
	Suspicion(ctx context.Context, actor domain.Actor, id domain.ID) (Suspicion, error)
	// SuspicionsByKey returns all that were ever found, whoever sees them.
	SuspicionsByKey(ctx context.Context) (map[AnomalyKey]Suspicion, error)
	// AddSuspicion adds a suspicion unless its anomaly was found before, and reports
	// whether it did.
	AddSuspicion(ctx context.Context, s Suspicion) (added bool, err error)
	// SaveSuspicion writes over the suspicion's version. It returns a KindStale error where
	// another one is stored.
	SaveSuspicion(ctx context.Context, s Suspicion) error
	// SeenProjects returns those of the projects that the actor sees.
	SeenProjects(ctx context.Context, actor domain.Actor, projects []domain.ID) ([]domain.ID, error)
}

// CheckStore reads what the checks look at, and stores when they ran.
type CheckStore interface {
	// CheckInput returns what the checks look at, but for the cases, the limits and the day.
	CheckInput(ctx context.Context) (CheckInput, error)
	// LastRun returns the business day on which the checks ran last, the zero day where they
	// never have.
	LastRun(ctx context.Context) (domain.Date, error)
	// SaveLastRun stores it.
	SaveLastRun(ctx context.Context, on domain.Date) error
}

// SuspicionService is the service of what looks false: the checks, the accounts that units
// give, and the verdicts on those.
type SuspicionService struct {
	Reports    *reporting.Reports
	store      SuspicionStore
	checks     CheckStore
	limitStore LimitStore
	Work       domain.Work
	Journal    domain.Journal
	Clock      domain.Clock
	IDs        domain.IDs
}

// NewSuspicionService returns s, the service, with its stores filled in.
func NewSuspicionService(store SuspicionStore, checks CheckStore, limitStore LimitStore, s *SuspicionService) *SuspicionService {
	s.store, s.checks, s.limitStore = store, checks, limitStore
	return s
}

// RunChecks runs the checks. What is new is added; what is open shows its present
// facts; what was closed is opened again where it happened again with other
// facts, and stays closed where nothing has changed. It returns how many are newly open,
// and a KindForbidden error unless the actor confirms stages or manages rules.
func (s *SuspicionService) RunChecks(ctx context.Context, actor domain.Actor) (added int, err error) {
	if !actor.May(org.StageConfirm) && !actor.May(org.RuleManage) {
		return 0, actor.Require(org.StageConfirm)
	}
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		added, err = s.runChecks(ctx, actor)
		return err
	})
	return added, err
}

func (s *SuspicionService) runChecks(ctx context.Context, actor domain.Actor) (added int, err error) {
	m, err := s.checkInput(ctx)
	if err != nil {
		return 0, err
	}
	held, err := s.store.SuspicionsByKey(ctx)
	if err != nil {
		return 0, err
	}
	for _, o := range m.Anomalies() {
		before, known := held[o.key()]
		switch {
		case !known:
			fresh, err := s.store.AddSuspicion(ctx, Suspicion{ID: s.IDs.New(), Anomaly: o, FoundOn: m.Today, State: SuspicionOpen, Version: 1})
			if err != nil {
				return 0, fmt.Errorf("add suspicion: %w", err)
			}
			if !fresh {
				continue
			}
			added++
			if err := s.notifyUnit(ctx, actor, o, m.Cases); err != nil {
				return 0, err
			}
		case !sameFacts(before.Anomaly.Facts, o.Facts):
			reopened := before.update(o, m.Today)
			if err := s.store.SaveSuspicion(ctx, before); err != nil {
				return 0, fmt.Errorf("open suspicion again: %w", err)
			}
			if !reopened {
				continue
			}
			added++
			if err := s.notifyUnit(ctx, actor, o, m.Cases); err != nil {
				return 0, err
			}
		}
	}
	if err := s.checks.SaveLastRun(ctx, m.Today); err != nil || added == 0 {
		return added, err
	}
	return added, s.Journal.Record(ctx, actor, domain.Change{Action: "suspicion.scan", Subject: domain.Ref{Kind: domain.SubjectSetting},
		Title: "suspicions", After: struct{ Added int }{added}, Quiet: true})
}

// checkInput returns what the checks look at, by the office's limits, as of today.
func (s *SuspicionService) checkInput(ctx context.Context) (CheckInput, error) {
	m, err := s.checks.CheckInput(ctx)
	if err != nil {
		return m, fmt.Errorf("read what the checks look at: %w", err)
	}
	limits, err := s.limitStore.Limits(ctx)
	if err != nil {
		return m, err
	}
	m.Limits = limits.Value
	cases, basis, err := s.Reports.Snapshots(ctx, domain.RunAs("system.checks", org.ProjectRead), reporting.ReportFilter{Rule: -1})
	m.Cases, m.Today = cases, basis.Until
	return m, err
}

// RunDailyChecks runs the checks once a business day, whoever keeps the clock.
func (s *SuspicionService) RunDailyChecks(ctx context.Context) error {
	last, err := s.checks.LastRun(ctx)
	if err != nil || !last.Before(domain.Today(s.Clock)) {
		return err
	}
	_, err = s.RunChecks(ctx, domain.RunAs("system.checks", org.ProjectRead, org.StageConfirm))
	return err
}

// notifyUnit tells the responsible unit of a suspicion that it has to account for.
func (s *SuspicionService) notifyUnit(ctx context.Context, actor domain.Actor, o Anomaly, cases []reporting.ProjectSnapshot) error {
	i := slices.IndexFunc(cases, func(c reporting.ProjectSnapshot) bool { return c.ProjectID == o.ProjectID })
	if i < 0 {
		return nil
	}
	c := cases[i]
	return s.Journal.Record(ctx, actor, domain.Change{Action: "suspicion.find",
		Subject: domain.Ref{Kind: domain.SubjectProject, ID: c.ProjectID},
		Title:   c.Name, UnitID: c.ResponsibleUnitID, Quiet: true,
		Details: map[string]any{"kind": o.Kind}, Tell: []domain.Recipient{{Kind: string(notice.Suspected), UnitID: c.ResponsibleUnitID,
			Roles: []string{string(org.UnitHead), string(org.UnitClerk)}}}})
}

// List returns the suspicions about projects in the actor's scope, in a state and of a kind
// unless those are "", the newest first. It returns a KindForbidden error unless the actor
// reads reports.
func (s *SuspicionService) List(ctx context.Context, actor domain.Actor, state, kind string) ([]Suspicion, error) {
	if err := actor.Require(org.ReportRead); err != nil {
		return nil, err
	}
	all, err := s.store.Suspicions(ctx, actor, state, kind)
	if err != nil {
		return nil, err
	}
	return all, s.hideUnseen(ctx, actor, all)
}

// hideUnseen leaves out the way to other records that the actor does not see:
// their names are part of the finding, their pages are not.
func (s *SuspicionService) hideUnseen(ctx context.Context, actor domain.Actor, all []Suspicion) error {
	var others []domain.ID
	for _, x := range all {
		if id, ok := x.Anomaly.other(); ok {
			others = append(others, id)
		}
	}
	if len(others) == 0 {
		return nil
	}
	seen, err := s.store.SeenProjects(ctx, actor, others)
	if err != nil {
		return err
	}
	for i, x := range all {
		if id, ok := x.Anomaly.other(); ok && !slices.Contains(seen, id) {
			all[i].Anomaly.Facts = maps.Clone(x.Anomaly.Facts)
			delete(all[i].Anomaly.Facts, "other_id")
		}
	}
	return nil
}

// Answer records the unit's account of a suspicion, over the version that was read. It
// returns a KindForbidden error unless the actor writes projects, a KindNotFound error
// where the suspicion is out of scope, a KindStale error where it was changed since, and
// a KindInvalid error as [Suspicion.Account] does.
func (s *SuspicionService) Answer(ctx context.Context, actor domain.Actor, id domain.ID, version int, text string) (Suspicion, error) {
	if err := actor.Require(org.ProjectWrite); err != nil {
		return Suspicion{}, err
	}
	return s.change(ctx, actor, id, version, "suspicion.answer", func(x *Suspicion) error {
		return x.Account(text, actor.Name, s.Clock.Now())
	})
}

// CloseSuspicion closes a suspicion with a verdict, cleared or upheld, over the version
// that was read. It returns a KindForbidden error unless the actor confirms stages, a
// KindNotFound error where the suspicion is out of scope, a KindStale error where it was
// changed since, and a KindInvalid error as [Suspicion.Close] does.
func (s *SuspicionService) CloseSuspicion(ctx context.Context, actor domain.Actor, id domain.ID, version int,
	verdict string) (Suspicion, error) {
	if err := actor.Require(org.StageConfirm); err != nil {
		return Suspicion{}, err
	}
	return s.change(ctx, actor, id, version, "suspicion.close", func(x *Suspicion) error {
		return x.Close(verdict, actor, s.Clock.Now())
	})
}

func (s *SuspicionService) change(ctx context.Context, actor domain.Actor, id domain.ID, version int, action string,
	how func(*Suspicion) error) (out Suspicion, err error) {
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		x, err := s.store.Suspicion(ctx, actor, id)
		if err != nil {
			return err
		}
		if x.Version != version {
			return domain.Stale(x)
		}
		before := x
		if err := how(&x); err != nil {
			return err
		}
		if err := s.store.SaveSuspicion(ctx, x); err != nil {
			return err
		}
		err = s.Journal.Record(ctx, actor, domain.Change{Action: action,
			Subject: domain.Ref{Kind: domain.SubjectProject, ID: x.Anomaly.ProjectID},
			Title:   x.ProjectName, Before: before, After: x,
			Details: map[string]any{"kind": x.Anomaly.Kind, "text": x.Answer, "verdict": x.Verdict}})
		if err != nil {
			return err
		}
		out, err = s.store.Suspicion(ctx, actor, id)
		return err
	})
	return out, err
}
