package pipeline

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"sangu/domain"
	"sangu/domain/library"
)

// PaperReason is why a project needs no paper that a gate requires. It is never
// changed: a later one of the same need replaces it, and one without text takes it
// back.
type PaperReason struct {
	ID        domain.ID
	ProjectID domain.ID
	Need      string // the requirement's name
	Text      string // "" takes back what stood
	By        domain.ID
	ByName    string
	At        time.Time
}

// EffectiveReasons returns the reason in effect of each need, from all reasons in
// the order written.
func EffectiveReasons(all []PaperReason) map[string]PaperReason {
	out := map[string]PaperReason{}
	for _, r := range all {
		if delete(out, r.Need); r.Text != "" {
			out[r.Need] = r
		}
	}
	return out
}

// reasoned reports whether some gate lets a reason stand for what the name names
// on the project.
func (g Gates) reasoned(name string, p library.Project) bool {
	return slices.ContainsFunc(g, func(gate Gate) bool {
		return slices.ContainsFunc(gate.asks(p), func(r Requirement) bool { return r.Reasoned && r.Name() == name })
	})
}

// check refuses a reason where no gate lets one stand for the paper, and an empty
// text where there is no reason to take back. What is written already may be taken
// back whatever the gates say now.
func (r PaperReason) check(gates Gates, p library.Project, all []PaperReason) error {
	_, had := EffectiveReasons(all)[r.Need]
	var c domain.Check
	c.That(had && r.Text == "" || gates.reasoned(r.Need, p), "need", "reason.not_allowed")
	c.That(r.Text != "" || had, "reason", "input.required")
	return c.Err()
}

// Explain records why a paper is not needed, or takes that back, and returns the
// project's history. The same ID again returns the first result. It returns a
// KindForbidden error if the actor may not move the project, and a KindInvalid
// error by the rules of PaperReason.
func (s *Pipeline) Explain(ctx context.Context, actor domain.Actor, r PaperReason) (History, error) {
	err := s.Work.Do(ctx, func(ctx context.Context) error {
		p, err := s.movable(ctx, actor, r.ProjectID)
		if err != nil {
			return err
		}
		all, err := s.store.PaperReasons(ctx, p.ID)
		if err != nil {
			return err
		}
		if slices.ContainsFunc(all, func(had PaperReason) bool { return had.ID == r.ID }) {
			return nil
		}
		gates, err := s.store.Gates(ctx)
		if err != nil {
			return err
		}
		r.Text = strings.TrimSpace(r.Text)
		if err := r.check(gates, p, all); err != nil {
			return err
		}
		before := EffectiveReasons(all)[r.Need]
		return s.explain(ctx, actor, p, before, r)
	})
	if err != nil {
		return History{}, err
	}
	return s.History(ctx, actor, r.ProjectID)
}

// explain stores a checked reason and records the change.
func (s *Pipeline) explain(ctx context.Context, actor domain.Actor, p library.Project, before, r PaperReason) error {
	if r.ID.IsZero() {
		r.ID = s.IDs.New()
	}
	r.By, r.ByName, r.At = actor.PersonID, actor.Name, s.Clock.Now()
	if err := s.store.AddPaperReason(ctx, r); err != nil {
		return fmt.Errorf("add reason for a paper: %w", err)
	}
	return s.Journal.Record(ctx, actor, domain.Change{Action: "stage.explain", Subject: refOf(p), Title: p.Name,
		UnitID: p.ResponsibleUnitID,
		Before: struct{ Reason string }{before.Text}, After: struct{ Reason string }{r.Text},
		Details: map[string]any{"need": r.Need, "note": r.Text}})
}

// relied returns the reasons that a claimed stage depends on in place of papers:
// those of its own gate, and of the stages that were skipped on the way to it.
func (g Gates) relied(events []Event, e Event, h EvidenceOnFile) []PaperReason {
	stage, ok := e.Code.Stage()
	if !ok || e.Void {
		return nil
	}
	from := library.Stage("")
	for _, other := range EffectiveEvents(events) {
		if s, is := other.Code.Stage(); is && s.Rank() < stage.Rank() && s.Rank() > from.Rank() {
			from = s
		}
	}
	var out []PaperReason
	for _, n := range g.Between(from, stage, h) {
		if n.Met && n.Reason != nil {
			out = append(out, *n.Reason)
		}
	}
	return out
}
