package goals

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"sangu/domain"
	"sangu/domain/notice"
	"sangu/domain/org"
	"sangu/domain/pipeline"
)

// Suspicion is an oddity that somebody is to account for: the unit answers, a
// verifier closes.
type Suspicion struct {
	ID          domain.ID
	Oddity      Oddity
	ProjectName string
	UnitName    string
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
	Material(ctx context.Context) (Material, error)
	Suspicions(ctx context.Context, actor domain.Actor, state, kind string) ([]Suspicion, error)
	Suspicion(ctx context.Context, actor domain.Actor, id domain.ID) (Suspicion, error)
	// AddSuspicion adds an oddity unless it was found before; added says which.
	AddSuspicion(ctx context.Context, s Suspicion) (added bool, err error)
	SaveSuspicion(ctx context.Context, s Suspicion) error
}

// Scan runs the checks and adds what is new; what was found before stays as it
// is, closed ones too.
func (s *Portfolios) Scan(ctx context.Context, actor domain.Actor) (added int, err error) {
	if !actor.May(org.StageConfirm) && !actor.May(org.RuleManage) {
		return 0, actor.Require(org.StageConfirm)
	}
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		added = 0
		m, err := s.Store.Material(ctx)
		if err != nil {
			return fmt.Errorf("read what the checks look at: %w", err)
		}
		cases, basis, err := s.Reports.Cases(ctx, domain.RunAs("system.checks", org.ProjectRead), pipeline.ReportFilter{Rule: -1})
		if err != nil {
			return err
		}
		m.Cases, m.Today = cases, basis.Until
		for _, o := range m.Look() {
			fresh, err := s.Store.AddSuspicion(ctx, Suspicion{ID: s.IDs.New(), Oddity: o, FoundOn: basis.Until, State: "open", Version: 1})
			if err != nil {
				return fmt.Errorf("add suspicion: %w", err)
			}
			if !fresh {
				continue
			}
			added++
			if err := s.ask(ctx, actor, o, cases); err != nil {
				return err
			}
		}
		if added == 0 {
			return nil
		}
		return s.Journal.Record(ctx, actor, domain.Change{Action: "suspicion.scan", Subject: domain.Ref{Kind: "setting"}, Title: "suspicions", After: struct{ Added int }{added}, Quiet: true})
	})
	return added, err
}

// ask tells the responsible unit of a suspicion that it has to account for.
func (s *Portfolios) ask(ctx context.Context, actor domain.Actor, o Oddity, cases []pipeline.Case) error {
	i := slices.IndexFunc(cases, func(c pipeline.Case) bool { return c.ProjectID == o.ProjectID })
	if i < 0 {
		return nil
	}
	c := cases[i]
	return s.Journal.Record(ctx, actor, domain.Change{Action: "suspicion.find", Subject: domain.Ref{Kind: "project", ID: c.ProjectID}, Title: c.Name, UnitID: c.ResponsibleUnitID, Quiet: true,
		Details: map[string]any{"kind": o.Kind}, Tell: []domain.Told{{Kind: string(notice.Suspected), UnitID: c.ResponsibleUnitID, Roles: []string{string(org.UnitHead), string(org.UnitClerk)}}}})
}

// List gives the suspicions about projects in the actor's scope, newest first.
func (s *Portfolios) List(ctx context.Context, actor domain.Actor, state, kind string) ([]Suspicion, error) {
	if err := actor.Require(org.ReportRead); err != nil {
		return nil, err
	}
	return s.Store.Suspicions(ctx, actor, state, kind)
}

// Answer is the unit's account of a suspicion.
func (s *Portfolios) Answer(ctx context.Context, actor domain.Actor, id domain.ID, version int, text string) (Suspicion, error) {
	return s.change(ctx, actor, id, version, "suspicion.answer", func(x *Suspicion) error {
		if err := actor.Require(org.ProjectWrite); err != nil {
			return err
		}
		if x.State == "closed" {
			return domain.Invalid("suspicion.closed")
		}
		if strings.TrimSpace(text) == "" {
			return domain.InvalidField("answer", "input.required")
		}
		x.State, x.Answer, x.AnsweredBy, x.AnsweredAt = "answered", text, actor.Name, s.Clock.Now()
		return nil
	})
}

// CloseSuspicion ends a suspicion; only a verifier does, and only one that was
// answered.
func (s *Portfolios) CloseSuspicion(ctx context.Context, actor domain.Actor, id domain.ID, version int, verdict string) (Suspicion, error) {
	return s.change(ctx, actor, id, version, "suspicion.close", func(x *Suspicion) error {
		if err := actor.Require(org.StageConfirm); err != nil {
			return err
		}
		if x.State != "answered" {
			return domain.Invalid("suspicion.not_answered")
		}
		if !slices.Contains([]string{"cleared", "upheld"}, verdict) {
			return domain.InvalidField("verdict", "input.enum", "allowed", []string{"cleared", "upheld"})
		}
		x.State, x.Verdict, x.ClosedBy, x.ClosedAt = "closed", verdict, actor.Name, s.Clock.Now()
		return nil
	})
}

func (s *Portfolios) change(ctx context.Context, actor domain.Actor, id domain.ID, version int, action string, how func(*Suspicion) error) (out Suspicion, err error) {
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
		err = s.Journal.Record(ctx, actor, domain.Change{Action: action, Subject: domain.Ref{Kind: "project", ID: x.Oddity.ProjectID}, Title: x.ProjectName, Before: before, After: x,
			Details: map[string]any{"kind": x.Oddity.Kind, "text": x.Answer, "verdict": x.Verdict}})
		if err != nil {
			return err
		}
		out, err = s.Store.Suspicion(ctx, actor, id)
		return err
	})
	return out, err
}
