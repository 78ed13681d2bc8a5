package recruit

import (
	"context"
	"slices"

	"sangu/domain"
	"sangu/domain/notice"
	"sangu/domain/org"
)

// A lead that nothing was recorded on for so many days is reminded of, and after
// so many ought to be released for others (domain.md §5.7). The product only
// reminds: releasing is the office's act.
const (
	IdleReminderDays = notice.DefaultIdleDays
	IdleReleaseDays  = 30
)

// maxIdleLeads bounds the idle leads that a desk shows.
const maxIdleLeads = 5

// IdleLead is an open or valid lead with the last day that something happened
// on it: it was reported, changed, noted on, or visited for.
type IdleLead struct {
	ID      domain.ID
	Company string
	Subject string
	Since   domain.Date
}

// Days returns for how many calendar days nothing has happened, on a day.
func (l IdleLead) Days(on domain.Date) int { return on.DaysSince(l.Since) }

// ReleaseOn returns the day on which the lead ought to be released for others.
func (l IdleLead) ReleaseOn() domain.Date { return l.Since.AddDays(IdleReleaseDays) }

// OwnLeads selects a person's own leads: those the person owns, or all of the
// person's units where the post answers for a unit.
type OwnLeads struct {
	PersonID domain.ID
	Units    []domain.ID
}

// LeadFunnel counts the leads reported since a day by how far they have come. Each
// stage includes those beyond it.
type LeadFunnel struct {
	Since domain.Date
	// Unit is true where the leads are the unit's, and not the person's alone.
	Unit                                                 bool
	Leads, Valid, Negotiating, Intended, Signed, Started int
}

// LeadDesk is the part of a desk that is about leads.
type LeadDesk struct {
	Today domain.Date
	// Idle are the actor's own leads beyond the reminder, the longest idle
	// first, few of them; IdleCount counts on to maxDeskTasks.
	Idle      []IdleLead
	IdleCount int
	// Funnel is of this year's leads; nil for a person who works on none.
	Funnel *LeadFunnel
}

// LeadDesk returns the actor's idle leads and the funnel of this year's.
func (s *Desks) LeadDesk(ctx context.Context, actor domain.Actor) (LeadDesk, error) {
	today := domain.Today(s.Visits.Clock)
	out := LeadDesk{Today: today}
	idle, err := s.store.IdleLeads(ctx, actor, notice.IdleCutoff(today, IdleReminderDays), maxDeskTasks)
	if err != nil {
		return LeadDesk{}, err
	}
	out.Idle, out.IdleCount = idle[:min(maxIdleLeads, len(idle))], len(idle)
	own, works := ownLeads(actor)
	if !works {
		return out, nil
	}
	since, _ := domain.NewDate(today.Year(), 1, 1)
	way, err := s.store.LeadFunnel(ctx, actor, own, since)
	way.Since, way.Unit = since, len(own.Units) > 0
	out.Funnel = &way
	return out, err
}

// ownLeads returns which leads are the actor's. A post that moves stages for a
// unit and reports leads for it has the unit's, an officer the own ones. Leaders,
// who do neither for a unit, have none.
func ownLeads(actor domain.Actor) (own OwnLeads, works bool) {
	own.PersonID = actor.PersonID
	for _, g := range actor.Grants {
		if !slices.Contains(g.Rights, org.LeadWrite) || !actor.May(org.StageMove) {
			continue
		}
		works = true
		switch g.Scope {
		case domain.ScopeUnit, domain.ScopeSubtree:
			own.Units = append(own.Units, g.Units...)
		case domain.ScopeAll:
			own.Units = append(own.Units, g.UnitID)
		default:
			// What is not named here is dealt with after the switch.
		}
	}
	return own, works
}
