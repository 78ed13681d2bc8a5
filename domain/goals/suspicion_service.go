package goals

import (
	"context"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"

	"sangu/domain"
	"sangu/domain/notice"
	"sangu/domain/org"
	"sangu/domain/reporting"
)

// Suspicion is an oddity that somebody is to account for: the unit answers, a
// verifier closes.
type Suspicion struct {
	ID          domain.ID
	Oddity      Anomaly
	ProjectName string
	UnitID      domain.ID // of the project's responsible unit
	UnitName    string
	Amount      domain.Yuan // the project's investment
	FoundOn     domain.Date
	State       string // open, answered, closed
	Answer      string
	AnsweredBy  string
	AnsweredAt  time.Time
	// Verdict says how it was closed: "cleared" or "upheld", with a reason in
	// Note.
	Verdict  string
	ClosedBy string
	ClosedAt time.Time
	Version  int
}

// SuspicionStore keeps suspicions and gives what the checks look at.
type SuspicionStore interface {
	ColourStore
	LimitStore
	Material(ctx context.Context) (CheckInput, error)
	Suspicions(ctx context.Context, actor domain.Actor, state, kind string) ([]Suspicion, error)
	Suspicion(ctx context.Context, actor domain.Actor, id domain.ID) (Suspicion, error)
	// AddSuspicion adds an oddity unless it was found before; added says which.
	AddSuspicion(ctx context.Context, s Suspicion) (added bool, err error)
	SaveSuspicion(ctx context.Context, s Suspicion) error
	// SeenProjects gives those of the projects that the actor sees.
	SeenProjects(ctx context.Context, actor domain.Actor, projects []domain.ID) ([]domain.ID, error)
	// HeldSuspicions gives all that were ever found, by the key of the oddity.
	HeldSuspicions(ctx context.Context) (map[AnomalyKey]Suspicion, error)
	// LastScan is the day the checks ran last, Scanned notes one.
	LastScan(ctx context.Context) (domain.Date, error)
	Scanned(ctx context.Context, on domain.Date) error
}

// Scan runs the checks. What is new is added; what is open shows its present
// facts; what was closed is opened again where it happened again with other
// facts, and stays closed where nothing has changed.
func (s *Portfolios) Scan(ctx context.Context, actor domain.Actor) (added int, err error) {
	if !actor.May(org.StageConfirm) && !actor.May(org.RuleManage) {
		return 0, actor.Require(org.StageConfirm)
	}
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		added, err = s.scan(ctx, actor)
		return err
	})
	return added, err
}

func (s *Portfolios) scan(ctx context.Context, actor domain.Actor) (added int, err error) {
	m, err := s.material(ctx)
	if err != nil {
		return 0, err
	}
	held, err := s.Store.HeldSuspicions(ctx)
	if err != nil {
		return 0, err
	}
	for _, o := range m.Look() {
		before, known := held[o.key()]
		switch {
		case !known:
			fresh, err := s.Store.AddSuspicion(ctx, Suspicion{ID: s.IDs.New(), Oddity: o, FoundOn: m.Today, State: "open", Version: 1})
			if err != nil {
				return 0, fmt.Errorf("add suspicion: %w", err)
			}
			if !fresh {
				continue
			}
			added++
			if err := s.ask(ctx, actor, o, m.Cases); err != nil {
				return 0, err
			}
		case !sameFacts(before.Oddity.Facts, o.Facts):
			reopened := before.again(o, m.Today)
			if err := s.Store.SaveSuspicion(ctx, before); err != nil {
				return 0, fmt.Errorf("open suspicion again: %w", err)
			}
			if !reopened {
				continue
			}
			added++
			if err := s.ask(ctx, actor, o, m.Cases); err != nil {
				return 0, err
			}
		}
	}
	if err := s.Store.Scanned(ctx, m.Today); err != nil || added == 0 {
		return added, err
	}
	return added, s.Journal.Record(ctx, actor, domain.Change{Action: "suspicion.scan", Subject: domain.Ref{Kind: domain.SubjectSetting},
		Title: "suspicions", After: struct{ Added int }{added}, Quiet: true})
}

// material is what the checks look at, by the office's limits, as of today.
func (s *Portfolios) material(ctx context.Context) (CheckInput, error) {
	m, err := s.Store.Material(ctx)
	if err != nil {
		return m, fmt.Errorf("read what the checks look at: %w", err)
	}
	limits, err := s.Store.Limits(ctx)
	if err != nil {
		return m, err
	}
	m.Limits = limits.Limits
	cases, basis, err := s.Reports.Snapshots(ctx, domain.RunAs("system.checks", org.ProjectRead), reporting.ReportFilter{Rule: -1})
	m.Cases, m.Today = cases, basis.Until
	return m, err
}

// Daily runs the checks once a business day, whoever keeps the clock.
func (s *Portfolios) Daily(ctx context.Context) error {
	last, err := s.Store.LastScan(ctx)
	if err != nil || !last.Before(domain.Today(s.Clock)) {
		return err
	}
	_, err = s.Scan(ctx, domain.RunAs("system.checks", org.ProjectRead, org.StageConfirm))
	return err
}

// again takes the present facts; it reports whether what was closed is open
// again. The account that was given stays in the history.
func (x *Suspicion) again(o Anomaly, today domain.Date) bool {
	x.Oddity.Facts = o.Facts
	if x.State != "closed" {
		return false
	}
	x.State, x.FoundOn, x.Verdict, x.ClosedBy, x.ClosedAt = "open", today, "", "", time.Time{}
	x.Answer, x.AnsweredBy, x.AnsweredAt = "", "", time.Time{}
	return true
}

// sameFacts reports whether facts are alike but for what passes by itself. One
// side may have been kept, where every number is a float.
func sameFacts(a, b map[string]any) bool {
	plain := func(m map[string]any) map[string]any {
		c := maps.Clone(m)
		delete(c, "days")
		delete(c, "file_id")
		return c
	}
	return maps.EqualFunc(plain(a), plain(b), func(x, y any) bool {
		n, one := numberOf(x)
		m, other := numberOf(y)
		if one && other {
			return n == m
		}
		return fmt.Sprint(x) == fmt.Sprint(y)
	})
}

func numberOf(x any) (float64, bool) {
	switch v := reflect.ValueOf(x); {
	case v.CanInt():
		return float64(v.Int()), true
	case v.CanFloat():
		return v.Float(), true
	}
	return 0, false
}

// ask tells the responsible unit of a suspicion that it has to account for.
func (s *Portfolios) ask(ctx context.Context, actor domain.Actor, o Anomaly, cases []reporting.ProjectSnapshot) error {
	i := slices.IndexFunc(cases, func(c reporting.ProjectSnapshot) bool { return c.ProjectID == o.ProjectID })
	if i < 0 {
		return nil
	}
	c := cases[i]
	return s.Journal.Record(ctx, actor, domain.Change{Action: "suspicion.find", Subject: domain.Ref{Kind: domain.SubjectProject, ID: c.ProjectID},
		Title: c.Name, UnitID: c.ResponsibleUnitID, Quiet: true,
		Details: map[string]any{"kind": o.Kind}, Tell: []domain.Recipient{{Kind: string(notice.Suspected), UnitID: c.ResponsibleUnitID,
			Roles: []string{string(org.UnitHead), string(org.UnitClerk)}}}})
}

// List gives the suspicions about projects in the actor's scope, newest first.
func (s *Portfolios) List(ctx context.Context, actor domain.Actor, state, kind string) ([]Suspicion, error) {
	if err := actor.Require(org.ReportRead); err != nil {
		return nil, err
	}
	all, err := s.Store.Suspicions(ctx, actor, state, kind)
	if err != nil {
		return nil, err
	}
	return all, s.withinReach(ctx, actor, all)
}

// withinReach leaves out the way to other records that the actor does not see:
// their names are part of the finding, their pages are not.
func (s *Portfolios) withinReach(ctx context.Context, actor domain.Actor, all []Suspicion) error {
	var others []domain.ID
	for _, x := range all {
		if id, ok := x.Oddity.other(); ok {
			others = append(others, id)
		}
	}
	if len(others) == 0 {
		return nil
	}
	seen, err := s.Store.SeenProjects(ctx, actor, others)
	if err != nil {
		return err
	}
	for i, x := range all {
		if id, ok := x.Oddity.other(); ok && !slices.Contains(seen, id) {
			all[i].Oddity.Facts = maps.Clone(x.Oddity.Facts)
			delete(all[i].Oddity.Facts, "other_id")
		}
	}
	return nil
}

// other is the other project that a finding is about, if there is one.
func (o Anomaly) other() (domain.ID, bool) {
	id, ok := o.Facts["other_id"].(string)
	return domain.ID(id), ok
}

// Answer is the unit's account of a suspicion.
func (s *Portfolios) Answer(ctx context.Context, actor domain.Actor, id domain.ID, version int, text string) (Suspicion, error) {
	return s.change(ctx, actor, id, version, "suspicion.answer", func(x *Suspicion) error {
		if err := actor.Require(org.ProjectWrite); err != nil {
			return err
		}
		if x.State == "closed" {
			return domain.Invalid("suspicion.closed", domain.Field("answer", "suspicion.closed"))
		}
		if strings.TrimSpace(text) == "" {
			return domain.InvalidField("answer", "input.required")
		}
		x.State, x.Answer, x.AnsweredBy, x.AnsweredAt = "answered", text, actor.Name, s.Clock.Now()
		return nil
	})
}

// CloseSuspicion ends a suspicion; only a verifier does, never of the unit that
// answers, and only one that was answered.
func (s *Portfolios) CloseSuspicion(ctx context.Context, actor domain.Actor, id domain.ID, version int, verdict string) (Suspicion, error) {
	return s.change(ctx, actor, id, version, "suspicion.close", func(x *Suspicion) error {
		if err := actor.Require(org.StageConfirm); err != nil {
			return err
		}
		if !x.UnitID.IsZero() && x.UnitID == actor.UnitID {
			return domain.Invalid("suspicion.own_unit", domain.Field("verdict", "suspicion.own_unit"))
		}
		if x.State != "answered" {
			return domain.Invalid("suspicion.not_answered", domain.Field("verdict", "suspicion.not_answered"))
		}
		if !slices.Contains([]string{"cleared", "upheld"}, verdict) {
			return domain.InvalidField("verdict", "input.enum", "allowed", []string{"cleared", "upheld"})
		}
		x.State, x.Verdict, x.ClosedBy, x.ClosedAt = "closed", verdict, actor.Name, s.Clock.Now()
		return nil
	})
}

func (s *Portfolios) change(ctx context.Context, actor domain.Actor, id domain.ID, version int, action string,
	how func(*Suspicion) error) (out Suspicion, err error) {
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		x, err := s.Store.Suspicion(ctx, actor, id)
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
		if err := s.Store.SaveSuspicion(ctx, x); err != nil {
			return err
		}
		err = s.Journal.Record(ctx, actor, domain.Change{Action: action, Subject: domain.Ref{Kind: domain.SubjectProject, ID: x.Oddity.ProjectID},
			Title: x.ProjectName, Before: before, After: x,
			Details: map[string]any{"kind": x.Oddity.Kind, "text": x.Answer, "verdict": x.Verdict}})
		if err != nil {
			return err
		}
		out, err = s.Store.Suspicion(ctx, actor, id)
		return err
	})
	return out, err
}
