package pipeline

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
)

// Exclusion sets the reasons for which counting rules may leave an effective
// signing out. They are all of the reasons, those set before as well. It becomes a
// signing event of its own that is otherwise equal to the one it corrects.
type Exclusion struct {
	ID         domain.ID // of the new event
	ProjectID  domain.ID
	SigningID  domain.ID
	Exclusions []string
	Note       string // why
}

// check refuses reasons that do not exist, a change that changes nothing, and a
// change without a note.
func (x Exclusion) check(was SigningEvent) error {
	var c domain.Check
	for i, t := range x.Exclusions {
		c.That(slices.Contains(Exclusions(), t), fmt.Sprintf("exclusions[%d]", i), "input.enum", "allowed", Exclusions())
	}
	c.That(!slices.Equal(x.ticks(), slices.Sorted(slices.Values(was.Exclusions))), "exclusions", "signing.exclusions_same")
	c.That(strings.TrimSpace(x.Note) != "", "note", "input.required")
	return c.Err()
}

// ticks returns the reasons in order, each once.
func (x Exclusion) ticks() []string {
	return slices.Compact(slices.Sorted(slices.Values(x.Exclusions)))
}

// Exclude sets why a signing is left out, and returns all signings of the project.
// Whoever may move the project may do it, and a verifier of another unit. The same
// ID again returns the first result. It returns a KindNotFound error if the
// project has no such signing, a KindConflict error if a later signing corrects
// it, and a KindInvalid error by the rules of Exclusion.
func (s *Pipeline) Exclude(ctx context.Context, actor domain.Actor, x Exclusion) ([]SigningEvent, error) {
	err := s.Work.Do(ctx, func(ctx context.Context) error {
		p, err := s.projects.Project(ctx, actor, x.ProjectID)
		if err != nil {
			return err
		}
		if err := s.mayExclude(ctx, actor, p); err != nil {
			return err
		}
		all, err := s.store.Signings(ctx, p.ID)
		if err != nil {
			return err
		}
		if contains(all, x.ID) {
			return nil
		}
		at := slices.IndexFunc(all, func(e SigningEvent) bool { return e.ID == x.SigningID })
		if at < 0 {
			return domain.NotFound("signing")
		}
		e := all[at]
		if !contains(EffectiveSignings(all), e.ID) {
			return domain.Conflict("signing.superseded")
		}
		if err := x.check(e); err != nil {
			return err
		}
		e.ID, e.Corrects, e.Exclusions, e.Note = x.ID, x.SigningID, x.ticks(), x.Note
		return s.addSigning(ctx, actor, p, all, e, "signing.exclude", domain.OnDay(domain.Today(s.Clock)))
	})
	if err != nil {
		return nil, err
	}
	return s.store.Signings(ctx, x.ProjectID)
}

// mayExclude refuses whoever may neither move the project nor verify what others
// reported of it.
func (s *Pipeline) mayExclude(ctx context.Context, actor domain.Actor, p library.Project) error {
	if actor.May(org.StageConfirm) && !actor.May(org.StageMove) {
		return MayVerify(actor, p, "", "exclusions")
	}
	return s.mayMove(ctx, actor, p.ID)
}
