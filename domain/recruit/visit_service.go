package recruit

import (
	"context"
	"fmt"

	"sangu/domain"
	"sangu/domain/calendar"
	"sangu/domain/library"
	"sangu/domain/notice"
	"sangu/domain/org"
)

// VisitStore keeps visits and follow-ups, within the actor's scope.
type VisitStore interface {
	Visit(ctx context.Context, actor domain.Actor, id domain.ID) (Visit, error)
	VisitView(ctx context.Context, actor domain.Actor, id domain.ID) (VisitView, error)
	Visits(ctx context.Context, actor domain.Actor, f VisitFilter, p domain.Page) (domain.Slice[VisitItem], error)
	// VisitGroups counts a filter by what the rows have alike.
	VisitGroups(ctx context.Context, actor domain.Actor, f VisitFilter, by library.GroupBy) ([]library.Group, error)
	AddVisit(ctx context.Context, v Visit) error
	SaveVisit(ctx context.Context, v Visit) error
	// Readable reports whether the actor sees a linked record.
	Readable(ctx context.Context, actor domain.Actor, subject domain.Ref) (bool, error)
	FollowUp(ctx context.Context, id domain.ID) (FollowUp, error)
	FollowUps(ctx context.Context, person domain.ID, from, to domain.Date, doneToo bool) ([]FollowUp, error)
	AddFollowUp(ctx context.Context, f FollowUp) error
	SaveFollowUp(ctx context.Context, f FollowUp) error
	// RemoveOpenFollowUps removes a record's follow-ups that are not done.
	RemoveOpenFollowUps(ctx context.Context, subject domain.Ref) error
}

// Visits is the service of 拜访.
type Visits struct {
	Work    domain.Work
	store   VisitStore
	within  Within
	Journal domain.Journal
	Clock   domain.Clock
	IDs     domain.IDs
	Days    calendar.Calendar
	// Audience decides who may be mentioned in the texts of a visit.
	Audience *notice.Audience
}

// NewVisits returns s, the service, with its stores filled in.
func NewVisits(store VisitStore, within Within, s *Visits) *Visits {
	s.store, s.within = store, within
	return s
}

// List returns one page of visits.
func (s *Visits) List(ctx context.Context, actor domain.Actor, f VisitFilter, p domain.Page) (domain.Slice[VisitItem], error) {
	return s.store.Visits(ctx, actor, f, p)
}

// Get returns one visit. It returns a KindNotFound error where the actor sees
// none.
func (s *Visits) Get(ctx context.Context, actor domain.Actor, id domain.ID) (VisitView, error) {
	return s.view(ctx, actor, id)
}

// Schedule plans a visit of the actor's unit; its purpose may mention people. The
// same ID again returns the first result. It returns a KindForbidden error without
// the right visit.write, and KindInvalid where a rule is broken, a linked record
// is not one the actor sees, or a mention is not allowed.
func (s *Visits) Schedule(ctx context.Context, actor domain.Actor, id domain.ID, f VisitFacts, mentions []domain.ID) (v VisitView,
	err error) {
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		n, err := s.schedule(ctx, actor, id, f, actor.UnitID, mentions)
		if err != nil {
			return err
		}
		v, err = s.view(ctx, actor, n.ID)
		return err
	})
	return v, err
}

// ScheduleWithin is Schedule inside a running unit of work.
func (s *Visits) ScheduleWithin(ctx context.Context, actor domain.Actor, id domain.ID, f VisitFacts, unit domain.ID) (Visit, error) {
	return s.schedule(ctx, actor, id, f, unit, nil)
}

func (s *Visits) schedule(ctx context.Context, actor domain.Actor, id domain.ID, f VisitFacts, unit domain.ID,
	mentions []domain.ID) (Visit, error) {
	if err := actor.Require(org.VisitWrite); err != nil {
		return Visit{}, err
	}
	if id.IsZero() {
		id = s.IDs.New()
	} else if v, err := s.store.Visit(ctx, actor, id); err == nil || !domain.IsKind(err, domain.KindNotFound) {
		return v, err
	}
	if err := s.check(ctx, actor, f); err != nil {
		return Visit{}, err
	}
	if f.OwnerID.IsZero() {
		f.OwnerID = actor.PersonID
	}
	now := s.Clock.Now()
	v := Visit{ID: id, VisitFacts: f, UnitID: unit, State: Planned, CreatedBy: actor.PersonID, CreatedAt: now, UpdatedAt: now, Version: 1}
	if err := s.store.AddVisit(ctx, v); err != nil {
		return Visit{}, fmt.Errorf("add visit: %w", err)
	}
	var err error
	if v.mentions, err = s.resolveMentions(ctx, v, mentions); err != nil {
		return Visit{}, err
	}
	return v, s.record(ctx, actor, "visit.schedule", nil, v, append(handed(actor.PersonID, f.OwnerID), handed(f.OwnerID, f.LeaderID)...))
}

// resolveMentions returns the people mentioned in a visit's text: those who see
// the visit, or a record on whose page it is shown.
func (s *Visits) resolveMentions(ctx context.Context, v Visit, people []domain.ID) ([]notice.Mention, error) {
	return s.Audience.Resolve(ctx, append([]domain.Ref{{Kind: domain.SubjectVisit, ID: v.ID}}, v.Links()...), people)
}

// check returns a KindInvalid error where the facts break a rule or link to a
// record that the actor does not see.
func (s *Visits) check(ctx context.Context, actor domain.Actor, f VisitFacts) error {
	var c domain.Check
	c.Add("", f.Check())
	for _, link := range f.Links() {
		ok, err := s.store.Readable(ctx, actor, link)
		if err != nil {
			return err
		}
		c.That(ok, link.Kind+"s", "visit.link_unknown")
	}
	return c.Err()
}

func (s *Visits) record(ctx context.Context, actor domain.Actor, action string, before any, v Visit, tell []domain.Recipient) error {
	details := map[string]any{"way": v.Way, "on": v.On.String(), "outcome": v.Outcome, "summary": v.Summary, "met": v.Met, "reason": v.Reason}
	return s.Journal.Record(ctx, actor, domain.Change{Action: action, Subject: domain.Ref{Kind: domain.SubjectVisit, ID: v.ID},
		Title:  v.Company,
		UnitID: v.UnitID, Before: before, After: v, Links: v.Links(), OccurredOn: domain.OnDay(v.On), Details: details,
		Tell: append(notice.AddMentions(details, v.mentions), tell...)})
}

// change is changeWithin in a unit of work of its own; it returns the visit's page.
func (s *Visits) change(ctx context.Context, actor domain.Actor, id domain.ID, version int, action string,
	fn func(ctx context.Context, v *Visit) error) (out VisitView, err error) {
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		if _, err := s.changeWithin(ctx, actor, id, version, action, fn); err != nil {
			return err
		}
		out, err = s.view(ctx, actor, id)
		return err
	})
	return out, err
}

// changeWithin loads a visit in scope, checks that the right reaches it and that
// the version is the one read, lets fn change it, and saves it with its journal.
func (s *Visits) changeWithin(ctx context.Context, actor domain.Actor, id domain.ID, version int, action string,
	fn func(ctx context.Context, v *Visit) error) (Visit, error) {
	if err := actor.Require(org.VisitWrite); err != nil {
		return Visit{}, err
	}
	before, err := s.store.Visit(ctx, actor, id)
	if err != nil {
		return Visit{}, err
	}
	if ok, err := s.within.Within(ctx, actor, org.VisitWrite, domain.Ref{Kind: domain.SubjectVisit, ID: id}); err != nil || !ok {
		return Visit{}, orForbidden(err)
	}
	if before.Version != version {
		return Visit{}, domain.Stale(before)
	}
	v := before
	if err := fn(ctx, &v); err != nil {
		return Visit{}, err
	}
	return s.save(ctx, actor, action, before, v)
}

// save writes a visit over the version read, with its journal, within the
// running unit of work.
func (s *Visits) save(ctx context.Context, actor domain.Actor, action string, before, v Visit) (Visit, error) {
	v.UpdatedAt = s.Clock.Now()
	if err := s.store.SaveVisit(ctx, v); err != nil {
		return Visit{}, fmt.Errorf("save visit %s: %w", v.ID, err)
	}
	before.UpdatedAt = v.UpdatedAt
	tell := append(handed(before.OwnerID, v.OwnerID), handed(before.LeaderID, v.LeaderID)...)
	err := s.record(ctx, actor, action, before, v, append(tell, v.handedSteps...))
	v.Version++
	return v, err
}

// Revise changes the facts of a visit over the version read. It returns a
// KindNotFound, KindForbidden or KindStale error, KindConflict for a cancelled
// visit, and else as Schedule.
func (s *Visits) Revise(ctx context.Context, actor domain.Actor, id domain.ID, version int, f VisitFacts) (VisitView, error) {
	return s.change(ctx, actor, id, version, "visit.update", func(ctx context.Context, v *Visit) error {
		if v.State == Cancelled {
			return domain.Conflict("visit.not_planned")
		}
		v.VisitFacts = f
		return s.check(ctx, actor, f)
	})
}

// Result is the outcome of a visit, with the next steps that it leads to.
type Result struct {
	Outcome, Summary, Met string
	Steps                 []FollowUp
	// Mentions are people named in the summary.
	Mentions []domain.ID
}

// Complete records the outcome of a planned visit over the version read; each next
// step becomes a follow-up of its owner. It returns an error as Visit.Complete,
// and KindInvalid of "steps[i]" for a step without a title or a day.
func (s *Visits) Complete(ctx context.Context, actor domain.Actor, id domain.ID, version int, r Result) (VisitView, error) {
	return s.change(ctx, actor, id, version, "visit.complete", func(ctx context.Context, v *Visit) error {
		return s.complete(ctx, actor, v, r)
	})
}

// CompleteWithin is Complete inside a running unit of work, of a visit that was
// read in it. Errors are those of Complete.
func (s *Visits) CompleteWithin(ctx context.Context, actor domain.Actor, v Visit, r Result) (Visit, error) {
	return s.changeWithin(ctx, actor, v.ID, v.Version, "visit.complete", func(ctx context.Context, v *Visit) error {
		return s.complete(ctx, actor, v, r)
	})
}

// complete ends a visit by its result and adds the next steps; the caller saves
// the visit.
func (s *Visits) complete(ctx context.Context, actor domain.Actor, v *Visit, r Result) error {
	if err := v.Complete(r.Outcome, r.Summary, r.Met, domain.Today(s.Clock)); err != nil {
		return err
	}
	var err error
	if v.mentions, err = s.resolveMentions(ctx, *v, r.Mentions); err != nil {
		return err
	}
	for i, step := range r.Steps {
		step.ID, step.Subject, step.About, step.UnitID, step.Version = s.IDs.New(), domain.Ref{Kind: domain.SubjectVisit, ID: v.ID}, v.Company,
			v.UnitID, 1
		if step.OwnerID.IsZero() {
			step.OwnerID = actor.PersonID
		}
		if step.Title == "" || step.DueOn.IsZero() {
			return domain.InvalidField(fmt.Sprintf("steps[%d]", i), "input.required")
		}
		if err := s.store.AddFollowUp(ctx, step); err != nil {
			return fmt.Errorf("add follow-up: %w", err)
		}
		v.handedSteps = append(v.handedSteps, handed(actor.PersonID, step.OwnerID)...)
	}
	return nil
}

// Cancel calls a planned visit off over the version read. It returns a
// KindNotFound, KindForbidden or KindStale error, and else as Visit.Cancel.
func (s *Visits) Cancel(ctx context.Context, actor domain.Actor, id domain.ID, version int, reason string) (VisitView, error) {
	return s.change(ctx, actor, id, version, "visit.cancel", func(_ context.Context, v *Visit) error { return v.Cancel(reason) })
}

// Reopen takes back the end of a visit over the version read. The follow-ups that
// it led to go with it, unless they were done. It returns a KindNotFound,
// KindForbidden or KindStale error, and else as Visit.Reopen.
func (s *Visits) Reopen(ctx context.Context, actor domain.Actor, id domain.ID, version int) (VisitView, error) {
	return s.change(ctx, actor, id, version, "visit.reopen", func(ctx context.Context, v *Visit) error {
		if err := v.Reopen(); err != nil {
			return err
		}
		if err := s.store.RemoveOpenFollowUps(ctx, domain.Ref{Kind: domain.SubjectVisit, ID: id}); err != nil {
			return fmt.Errorf("remove next steps of visit %s: %w", id, err)
		}
		return nil
	})
}

// Reschedule moves a planned visit to another day over the version read. It
// returns a KindNotFound, KindForbidden or KindStale error, and else as
// Visit.Reschedule.
func (s *Visits) Reschedule(ctx context.Context, actor domain.Actor, id domain.ID, version int, on domain.Date,
	startsAt *string) (VisitView,
	error) {
	return s.change(ctx, actor, id, version, "visit.update", func(_ context.Context, v *Visit) error { return v.Reschedule(on, startsAt) })
}

// view returns a visit with the working days until each of its next steps.
func (s *Visits) view(ctx context.Context, actor domain.Actor, id domain.ID) (VisitView, error) {
	v, err := s.store.VisitView(ctx, actor, id)
	today := domain.Today(s.Clock)
	for i, step := range v.Steps {
		v.Steps[i].Left = workingDaysUntil(s.Days, today, step.DueOn, step.DoneAt.IsZero())
	}
	return v, err
}
