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

// SigningKind is what a signing adds (domain.md §3.4, the 三明 2006 rule): money is
// counted by the first signing and by increments only.
type SigningKind string

// The kinds of signing.
const (
	FirstSigning SigningKind = "FIRST"     // 首次签约: counts the project and its money
	Upgrade      SigningKind = "UPGRADE"   // 意向转合同: counts the upgrade, not the money again
	Increment    SigningKind = "INCREMENT" // 增资: counts the added money, no new project
	Replaced     SigningKind = "REPLACED"  // 更换投资方: moves the credit, no money
)

// SigningKinds lists every kind.
func SigningKinds() []SigningKind {
	return []SigningKind{FirstSigning, Upgrade, Increment, Replaced}
}

// Exclusions are the reasons for which counting rules leave a signing out
// (domain.md §3.4).
func Exclusions() []string {
	return []string{"local_investor", "state_budget", "branch_outlet", "pure_extraction", "real_estate", "personal_service", "later_phase",
		"relocation", "below_threshold"}
}

// SigningEvent is one signing of a project. It is never changed: a later event
// corrects or voids it.
type SigningEvent struct {
	ID          domain.ID
	ProjectID   domain.ID
	Kind        SigningKind
	SignedOn    domain.EventDay
	Amount      domain.Yuan
	Counterpart string
	Occasion    string // 签约活动
	Exclusions  []string
	Note        string
	Corrects    domain.ID
	Void        bool
	RecordedAt  time.Time
	RecordedBy  domain.ID
	ByName      string
}

// EffectiveSignings returns the signings that no later one corrects, without the
// voiding ones, by the day signed.
func EffectiveSignings(all []SigningEvent) []SigningEvent {
	return effective(all, func(a, b SigningEvent) int { return a.SignedOn.Compare(b.SignedOn) })
}

// CountedAmount returns the contract amount that the signings count by a day, each
// from the last day on which it may have been signed, in 元: that of the first
// signing and of increments, without those that have an
// excluded reason.
func CountedAmount(all []SigningEvent, by domain.Date, excluded []string) domain.Yuan {
	var sum domain.Yuan
	for _, e := range EffectiveSignings(all) {
		if e.SignedOn.Latest().After(by) || e.Kind != FirstSigning && e.Kind != Increment || e.Excluded(excluded) {
			continue
		}
		sum += e.Amount
	}
	return sum
}

// Excluded reports whether the signing has one of the reasons.
func (e SigningEvent) Excluded(ticks []string) bool {
	return slices.ContainsFunc(e.Exclusions, func(t string) bool { return slices.Contains(ticks, t) })
}

// Check returns a KindInvalid error that names every rule that the signing breaks,
// beside the signings that are effective already and the stage of the project.
func (e SigningEvent) Check(effective []SigningEvent, p library.Project, today domain.Date) error {
	var c domain.Check
	c.That(slices.Contains(SigningKinds(), e.Kind), "kind", "input.enum", "allowed", SigningKinds())
	c.That(!e.SignedOn.IsZero(), "signed_on", "input.required")
	_, happened := e.SignedOn.NotAfter(today)
	c.That(happened, "signed_on", "input.future")
	c.That(e.Amount >= 0, "amount", "input.negative")
	for i, t := range e.Exclusions {
		c.That(slices.Contains(Exclusions(), t), fmt.Sprintf("exclusions[%d]", i), "input.enum", "allowed", Exclusions())
	}
	first := slices.ContainsFunc(effective, func(o SigningEvent) bool { return o.Kind == FirstSigning && o.ID != e.Corrects })
	c.That(e.Kind != FirstSigning || !first, "kind", "signing.first_twice")
	c.That(e.Kind == FirstSigning || e.Kind == Upgrade || first, "kind", "signing.first_missing")
	c.That(e.Kind == FirstSigning || e.Kind == Upgrade || p.Stage.Reached(library.Signed), "kind", "signing.not_signed")
	if !e.Corrects.IsZero() {
		c.That(contains(effective, e.Corrects), "corrects", "stage.corrects_unknown")
		c.That(strings.TrimSpace(e.Note) != "", "note", "stage.correction_reason")
	}
	c.That(!e.Void || !e.Corrects.IsZero(), "corrects", "stage.void_of_what")
	return c.Err()
}

// Signings returns all signings of a project in the order recorded. It returns a
// KindNotFound error if the actor does not see the project.
func (s *Pipeline) Signings(ctx context.Context, actor domain.Actor, project domain.ID) ([]SigningEvent, error) {
	if _, err := s.projects.Project(ctx, actor, project); err != nil {
		return nil, err
	}
	return s.store.Signings(ctx, project)
}

// Sign records a signing and returns all signings of the project. The same ID
// again returns the first result. It returns a KindForbidden error if the actor
// may not move the project, and a KindInvalid error by the rules of
// SigningEvent.Check.
func (s *Pipeline) Sign(ctx context.Context, actor domain.Actor, e SigningEvent) ([]SigningEvent, error) {
	err := s.Work.Do(ctx, func(ctx context.Context) error {
		p, err := s.movable(ctx, actor, e.ProjectID)
		if err != nil {
			return err
		}
		all, err := s.store.Signings(ctx, p.ID)
		if err != nil {
			return err
		}
		if contains(all, e.ID) {
			return nil
		}
		if err := e.Check(EffectiveSignings(all), p, domain.Today(s.Clock)); err != nil {
			return err
		}
		return s.addSigning(ctx, actor, p, all, e, "signing.record", e.SignedOn)
	})
	if err != nil {
		return nil, err
	}
	return s.store.Signings(ctx, e.ProjectID)
}

// addSigning stores a checked signing and the amount that counts from it. action
// is what the journal calls it, and on the day on which it happened.
func (s *Pipeline) addSigning(ctx context.Context, actor domain.Actor, p library.Project, all []SigningEvent, e SigningEvent,
	action string, on domain.EventDay) error {
	if e.ID.IsZero() {
		e.ID = s.IDs.New()
	}
	e.RecordedAt, e.RecordedBy, e.ByName = s.Clock.Now(), actor.PersonID, actor.Name
	e.SignedOn, _ = e.SignedOn.NotAfter(domain.Today(s.Clock))
	if err := s.store.AddSigning(ctx, e); err != nil {
		return fmt.Errorf("add signing: %w", err)
	}
	if SigningStands(p.Denied) {
		counted := CountedAmount(append(all, e), domain.Today(s.Clock), nil)
		if err := s.store.SaveSignedAmount(ctx, p, counted); err != nil {
			return fmt.Errorf("save signed amount: %w", err)
		}
	}
	return s.Journal.Record(ctx, actor, domain.Change{Action: action, Subject: refOf(p), Title: p.Name,
		UnitID: p.ResponsibleUnitID,
		After:  e, OccurredOn: on, Details: map[string]any{"kind": string(e.Kind), "amount": int64(e.Amount), "note": e.Note}})
}
