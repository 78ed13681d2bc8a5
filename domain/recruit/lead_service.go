package recruit

import (
	"context"
	"fmt"
	"strings"

	"sangu/domain"
	"sangu/domain/calendar"
	"sangu/domain/library"
	"sangu/domain/notice"
	"sangu/domain/org"
	"sangu/domain/pipeline"
)

// LeadStore keeps leads, and reads them within the actor's scope.
type LeadStore interface {
	Lead(ctx context.Context, actor domain.Actor, id domain.ID) (Lead, error)
	LeadView(ctx context.Context, actor domain.Actor, id domain.ID) (LeadView, error)
	Leads(ctx context.Context, actor domain.Actor, f LeadFilter, p domain.Page) (domain.Slice[LeadItem], error)
	// LeadGroups counts and sums a filter by what the rows have alike.
	LeadGroups(ctx context.Context, actor domain.Actor, f LeadFilter, by library.GroupBy) ([]library.Group, error)
	AddLead(ctx context.Context, l Lead) error
	SaveLead(ctx context.Context, l Lead) error
}

// Within reports whether a row is inside the reach of a right.
type Within interface {
	Within(ctx context.Context, actor domain.Actor, right domain.Right, subject domain.Ref) (bool, error)
}

// Leads is the service of 线索.
type Leads struct {
	Work     domain.Work
	store    LeadStore
	within   Within
	Clients  *library.Clients
	Projects *library.Projects
	Pipeline *pipeline.Pipeline
	Journal  domain.Journal
	Clock    domain.Clock
	IDs      domain.IDs
	Days     calendar.Calendar
}

// NewLeads returns s, the service, with its stores filled in.
func NewLeads(store LeadStore, within Within, s *Leads) *Leads {
	s.store, s.within = store, within
	return s
}

// List returns one page of leads.
func (s *Leads) List(ctx context.Context, actor domain.Actor, f LeadFilter, p domain.Page) (domain.Slice[LeadItem], error) {
	page, err := s.store.Leads(ctx, actor, f, p)
	today := domain.Today(s.Clock)
	for i, l := range page.Items {
		page.Items[i].NextWorkingDays = workingDaysUntil(s.Days, today, l.NextOn, l.State.followed())
	}
	return page, err
}

// Get returns one lead. It returns a KindNotFound error where the actor sees none.
func (s *Leads) Get(ctx context.Context, actor domain.Actor, id domain.ID) (LeadView, error) {
	return s.view(ctx, actor, id)
}

// Log reports a lead for the actor's unit. The server's receipt decides who was
// first. The same ID again returns the first result. It returns a KindForbidden
// error without the right lead.write and KindInvalid where a rule is broken.
func (s *Leads) Log(ctx context.Context, actor domain.Actor, id domain.ID, f LeadFacts) (v LeadView, err error) {
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		l, err := s.LogWithin(ctx, actor, id, f, actor.UnitID, domain.Date{})
		if err != nil {
			return err
		}
		v, err = s.view(ctx, actor, l.ID)
		return err
	})
	return v, err
}

// LogWithin is Log inside a running unit of work, for a unit and a reported day
// that a ledger names.
func (s *Leads) LogWithin(ctx context.Context, actor domain.Actor, id domain.ID, f LeadFacts, unit domain.ID, reported domain.Date) (Lead,
	error) {
	if err := actor.Require(org.LeadWrite); err != nil {
		return Lead{}, err
	}
	if id.IsZero() {
		id = s.IDs.New()
	} else if l, err := s.store.Lead(ctx, actor, id); err == nil || !domain.IsKind(err, domain.KindNotFound) {
		return l, err
	}
	now := s.Clock.Now()
	f.Company, f.Subject = strings.TrimSpace(f.Company), strings.TrimSpace(f.Subject)
	if f.OwnerID.IsZero() {
		f.OwnerID = actor.PersonID
	}
	if reported.IsZero() {
		reported = domain.DateOf(now)
	}
	if err := f.Check(); err != nil {
		return Lead{}, err
	}
	l := Lead{ID: id, LeadFacts: f, UnitID: unit, ReportedOn: reported, ReceivedAt: now, State: Open, CreatedBy: actor.PersonID,
		UpdatedAt: now, Version: 1}
	if err := s.store.AddLead(ctx, l); err != nil {
		return Lead{}, fmt.Errorf("add lead: %w", err)
	}
	return l, s.Journal.Record(ctx, actor, domain.Change{Action: "lead.create", Subject: domain.Ref{Kind: domain.SubjectLead, ID: id},
		Title:  title(l),
		UnitID: unit, After: l, Links: referrer(l), OccurredOn: domain.OnDay(reported),
		Tell: append(handed(actor.PersonID, l.OwnerID), domain.Recipient{Kind: string(notice.ToAssess),
			Roles: []string{string(org.OfficeAdmin)}})})
}

// handed returns the new owner of a record as a recipient, or none where the owner
// is the same.
func handed(before, after domain.ID) []domain.Recipient {
	if after.IsZero() || after == before {
		return nil
	}
	return []domain.Recipient{{Kind: string(notice.Assigned), PersonID: after}}
}

func title(l Lead) string { return l.Company + "：" + l.Subject }

func referrer(l Lead) []domain.Ref {
	if l.ReferrerID.IsZero() || l.ReferrerKind == "person" {
		return nil
	}
	return []domain.Ref{{Kind: l.ReferrerKind, ID: l.ReferrerID}}
}

// change is changeWithin in a unit of work of its own; it returns the lead's page.
func (s *Leads) change(ctx context.Context, actor domain.Actor, id domain.ID, version int, right domain.Right, action string,
	fn func(ctx context.Context, l *Lead) error) (v LeadView, err error) {
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		if _, err := s.changeWithin(ctx, actor, id, version, right, action, fn); err != nil {
			return err
		}
		v, err = s.view(ctx, actor, id)
		return err
	})
	return v, err
}

// changeWithin loads a lead in scope, checks that the right reaches it and that
// the version is the one read, lets fn change it, and saves it with its journal.
func (s *Leads) changeWithin(ctx context.Context, actor domain.Actor, id domain.ID, version int, right domain.Right, action string,
	fn func(ctx context.Context, l *Lead) error) (Lead, error) {
	if err := actor.Require(right); err != nil {
		return Lead{}, err
	}
	before, err := s.store.Lead(ctx, actor, id)
	if err != nil {
		return Lead{}, err
	}
	subject := domain.Ref{Kind: domain.SubjectLead, ID: id}
	if ok, err := s.within.Within(ctx, actor, right, subject); err != nil || !ok {
		return Lead{}, orForbidden(err)
	}
	if before.Version != version {
		return Lead{}, domain.Stale(before)
	}
	l := before
	if err := fn(ctx, &l); err != nil {
		return Lead{}, err
	}
	return s.save(ctx, actor, action, before, l)
}

// save writes a lead over the version read, with its journal, within the
// running unit of work.
func (s *Leads) save(ctx context.Context, actor domain.Actor, action string, before, l Lead) (Lead, error) {
	l.UpdatedAt = s.Clock.Now()
	if err := s.store.SaveLead(ctx, l); err != nil {
		return Lead{}, fmt.Errorf("save lead %s: %w", l.ID, err)
	}
	l.Version++
	before.UpdatedAt, before.Version = l.UpdatedAt, l.Version
	return l, s.Journal.Record(ctx, actor, domain.Change{Action: action, Subject: domain.Ref{Kind: domain.SubjectLead, ID: l.ID},
		Title:  title(l),
		UnitID: l.UnitID, Before: before, After: l,
		Tell: handed(before.OwnerID, l.OwnerID)})
}

// orForbidden returns err, or a KindForbidden error where there is none: the row
// is outside the reach of the right.
func orForbidden(err error) error {
	if err != nil {
		return err
	}
	return domain.Forbidden("actor.out_of_reach")
}

// Revise changes the facts of a lead over the version read. It returns a
// KindNotFound, KindForbidden or KindStale error, KindInvalid where a rule is
// broken, and KindInvalid of field "contact_phone" for a masked phone that is not
// the one shown.
func (s *Leads) Revise(ctx context.Context, actor domain.Actor, id domain.ID, version int, f LeadFacts) (LeadView, error) {
	return s.change(ctx, actor, id, version, org.LeadWrite, "lead.update", func(_ context.Context, l *Lead) error {
		if f.ContactPhone = org.TypedPhone(f.ContactPhone, l.ContactPhone); f.ContactPhone != l.ContactPhone && org.Masked(f.ContactPhone) {
			return domain.InvalidField("contact_phone", "input.phone_masked")
		}
		l.LeadFacts = f
		return f.Check()
	})
}

// Phone returns the phone of a lead's contact in the clear to an actor who sees
// the lead; the audit keeps who read it. It returns a KindNotFound error where the
// actor sees no such lead.
func (s *Leads) Phone(ctx context.Context, actor domain.Actor, id domain.ID) (phone string, err error) {
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		l, err := s.store.Lead(ctx, actor, id)
		if err != nil {
			return err
		}
		phone = l.ContactPhone
		return s.Journal.Record(ctx, actor, domain.Change{Action: "lead.reveal", Subject: domain.Ref{Kind: domain.SubjectLead, ID: id},
			Title:  title(l),
			UnitID: l.UnitID, Looked: true})
	})
	return phone, err
}

// Assess records whether a lead is valid, with the reason, over the version read.
// It returns a KindNotFound, KindForbidden or KindStale error, and else as
// Lead.Assess.
func (s *Leads) Assess(ctx context.Context, actor domain.Actor, id domain.ID, version int, valid bool, verdict string) (LeadView, error) {
	return s.change(ctx, actor, id, version, org.LeadAssess, "lead.assess", func(_ context.Context, l *Lead) error {
		return l.Assess(valid, verdict, actor.PersonID, domain.Today(s.Clock))
	})
}

// Reopen takes back an assessment over the version read. It returns a
// KindNotFound, KindForbidden or KindStale error, and else as Lead.Reopen.
func (s *Leads) Reopen(ctx context.Context, actor domain.Actor, id domain.ID, version int) (LeadView, error) {
	return s.change(ctx, actor, id, version, org.LeadAssess, "lead.reopen", func(_ context.Context, l *Lead) error { return l.Reopen() })
}

// Postpone sets the next follow-up of a lead over the version read. It returns a
// KindNotFound, KindForbidden or KindStale error, and else as Lead.Postpone.
func (s *Leads) Postpone(ctx context.Context, actor domain.Actor, id domain.ID, version int, on domain.Date) (LeadView, error) {
	return s.change(ctx, actor, id, version, org.LeadWrite, "lead.update", func(_ context.Context, l *Lead) error { return l.Postpone(on) })
}

// view returns a lead with the working days until its next follow-up.
func (s *Leads) view(ctx context.Context, actor domain.Actor, id domain.ID) (LeadView, error) {
	v, err := s.store.LeadView(ctx, actor, id)
	v.NextWorkingDays = workingDaysUntil(s.Days, domain.Today(s.Clock), v.NextOn, v.State.followed())
	return v, err
}
