package recruit

import (
	"context"
	"fmt"
	"time"

	"sangu/domain"
)

// FollowUp is a next step that somebody has to take by a day.
type FollowUp struct {
	ID      domain.ID
	Subject domain.Ref // what it follows up: the visit, or a lead
	Title   string
	About   string // names what it is about, for the desk
	OwnerID domain.ID
	UnitID  domain.ID
	DueOn   domain.Date
	DoneAt  time.Time
	// Left is as workingDaysUntil returns for the day it is due; it is
	// set on a visit's page only.
	Left    *int
	Version int
}

// Reschedule moves a follow-up to another day. It returns a KindConflict error for
// one that is done and KindInvalid of field "due_on" without a day.
func (f *FollowUp) Reschedule(on domain.Date) error {
	switch {
	case !f.DoneAt.IsZero():
		return domain.Conflict("follow_up.done")
	case on.IsZero():
		return domain.InvalidField("due_on", "input.required")
	}
	f.DueOn = on
	return nil
}

// FinishFollowUp marks one of the actor's own follow-ups as done, or takes that
// back. It returns a KindNotFound error for anybody else's.
func (s *Visits) FinishFollowUp(ctx context.Context, actor domain.Actor, id domain.ID, done bool) (f FollowUp, err error) {
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		if f, err = s.store.FollowUp(ctx, id); err != nil {
			return err
		}
		if f.OwnerID != actor.PersonID {
			return domain.NotFound(domain.SubjectFollowUp)
		}
		before := f
		f.DoneAt = time.Time{}
		if done {
			f.DoneAt = s.Clock.Now()
		}
		if err := s.store.SaveFollowUp(ctx, f); err != nil {
			return fmt.Errorf("save follow-up %s: %w", id, err)
		}
		f.Version++
		return s.Journal.Record(ctx, actor, domain.Change{Action: "follow_up.finish", Subject: f.Subject, Title: f.Title, UnitID: f.UnitID,
			Before: before, After: f, Details: map[string]any{"title": f.Title, "done": done}})
	})
	return f, err
}

// RescheduleFollowUp moves one of the actor's own follow-ups to another day over
// the version read. It returns a KindNotFound error for anybody else's, KindStale,
// and else as FollowUp.Reschedule.
func (s *Visits) RescheduleFollowUp(ctx context.Context, actor domain.Actor, id domain.ID, version int, on domain.Date) (f FollowUp,
	err error) {
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		if f, err = s.store.FollowUp(ctx, id); err != nil {
			return err
		}
		if f.OwnerID != actor.PersonID {
			return domain.NotFound(domain.SubjectFollowUp)
		}
		if f.Version != version {
			return domain.Stale(f)
		}
		before := f
		if err := f.Reschedule(on); err != nil {
			return err
		}
		if err := s.store.SaveFollowUp(ctx, f); err != nil {
			return fmt.Errorf("save follow-up %s: %w", id, err)
		}
		f.Version++
		return s.Journal.Record(ctx, actor, domain.Change{Action: "follow_up.move", Subject: f.Subject, Title: f.Title, UnitID: f.UnitID,
			Before: before, After: f, Details: map[string]any{"title": f.Title, "from": before.DueOn.String(), "to": f.DueOn.String()}})
	})
	return f, err
}
