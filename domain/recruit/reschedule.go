package recruit

import (
	"context"
	"fmt"

	"sangu/domain"
	"sangu/domain/org"
)

// MoveTo gives a planned visit another day, and an hour unless startsAt is nil.
func (v *Visit) MoveTo(on domain.Date, startsAt *string) error {
	if v.State != Planned {
		return domain.Conflict("visit.not_planned")
	}
	v.On = on
	if startsAt != nil {
		v.StartsAt = *startsAt
	}
	return v.Check()
}

// Postpone gives a lead that is still followed another next day.
func (l *Lead) Postpone(on domain.Date) error {
	switch {
	case l.State == Converted:
		return domain.Conflict("lead.converted")
	case l.State == Invalid:
		return domain.Conflict("lead.not_followed")
	case on.IsZero():
		return domain.InvalidField("next_on", "input.required")
	}
	l.NextOn = on
	return nil
}

// MoveTo gives a step that is not done another day.
func (f *FollowUp) MoveTo(on domain.Date) error {
	switch {
	case !f.DoneAt.IsZero():
		return domain.Conflict("follow_up.done")
	case on.IsZero():
		return domain.InvalidField("due_on", "input.required")
	}
	f.DueOn = on
	return nil
}

// MoveTo gives a planned visit another day over the version read.
func (s *Visits) MoveTo(ctx context.Context, actor domain.Actor, id domain.ID, version int, on domain.Date, startsAt *string) (VisitView,
	error) {
	return s.change(ctx, actor, id, version, "visit.update", func(_ context.Context, v *Visit) error { return v.MoveTo(on, startsAt) })
}

// Postpone gives a lead another next day over the version read.
func (s *Leads) Postpone(ctx context.Context, actor domain.Actor, id domain.ID, version int, on domain.Date) (LeadView, error) {
	return s.change(ctx, actor, id, version, org.LeadWrite, "lead.update", func(_ context.Context, l *Lead) error { return l.Postpone(on) })
}

// MoveStep gives a follow-up of the actor's own another day over the version
// read.
func (s *Visits) MoveStep(ctx context.Context, actor domain.Actor, id domain.ID, version int, on domain.Date) (f FollowUp, err error) {
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		if f, err = s.Store.FollowUp(ctx, id); err != nil {
			return err
		}
		if f.OwnerID != actor.PersonID {
			return domain.NotFound(domain.SubjectFollowUp)
		}
		if f.Version != version {
			return domain.Stale(f)
		}
		before := f
		if err := f.MoveTo(on); err != nil {
			return err
		}
		if err := s.Store.SaveFollowUp(ctx, f); err != nil {
			return fmt.Errorf("save follow-up %s: %w", id, err)
		}
		f.Version++
		return s.Journal.Record(ctx, actor, domain.Change{Action: "follow_up.move", Subject: f.Subject, Title: f.Title, UnitID: f.UnitID,
			Before: before, After: f, Details: map[string]any{"title": f.Title, "from": before.DueOn.String(), "to": f.DueOn.String()}})
	})
	return f, err
}
