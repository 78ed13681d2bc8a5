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

// Exclusion says of a signing that holds for which reasons counting rules may
// leave it out: all of them, those ticked before as well. It becomes a signing
// event of its own that says all else as the one before it.
type Exclusion struct {
	ID         domain.ID // of the new event
	ProjectID  domain.ID
	SigningID  domain.ID
	Exclusions []string
	Note       string // why
}

// check refuses ticks that there are not, that change nothing, or without a reason.
func (x Exclusion) check(was SigningEvent) error {
	var c domain.Check
	for i, t := range x.Exclusions {
		c.That(slices.Contains(Exclusions(), t), fmt.Sprintf("exclusions[%d]", i), "input.enum", "allowed", Exclusions())
	}
	c.That(!slices.Equal(x.ticks(), slices.Sorted(slices.Values(was.Exclusions))), "exclusions", "signing.exclusions_same")
	c.That(strings.TrimSpace(x.Note) != "", "note", "input.required")
	return c.Err()
}

// ticks are the reasons in one order, each once.
func (x Exclusion) ticks() []string {
	return slices.Compact(slices.Sorted(slices.Values(x.Exclusions)))
}

// Exclude ticks why a signing is left out. Who may move the project may, and a
// verifier of another unit. The same ID again gives the first result.
func (s *Pipeline) Exclude(ctx context.Context, actor domain.Actor, x Exclusion) ([]SigningEvent, error) {
	err := s.Work.Do(ctx, func(ctx context.Context) error {
		p, err := s.Projects.Project(ctx, actor, x.ProjectID)
		if err != nil {
			return err
		}
		if err := s.mayExclude(ctx, actor, p); err != nil {
			return err
		}
		all, err := s.Store.Signings(ctx, p.ID)
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
		return s.addSigning(ctx, actor, p, all, e, "signing.exclude", domain.Today(s.Clock))
	})
	if err != nil {
		return nil, err
	}
	return s.Store.Signings(ctx, x.ProjectID)
}

func (s *Pipeline) mayExclude(ctx context.Context, actor domain.Actor, p library.Project) error {
	if actor.May(org.StageConfirm) && !actor.May(org.StageMove) {
		return MayVerify(actor, p, "", "exclusions")
	}
	return s.mayMove(ctx, actor, p.ID)
}
