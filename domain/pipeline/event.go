package pipeline

import (
	"cmp"
	"slices"
	"time"

	"sangu/domain"
	"sangu/domain/library"
)

// Code is what an event records: a stage that was reached, or a status.
type Code string

// The codes of events that are no stages.
const (
	Suspend   Code = "SUSPENDED"
	Resume    Code = "RESUMED"
	Transfer  Code = "TRANSFERRED"
	Lose      Code = "LOST"
	Terminate Code = "TERMINATED"
	Exit      Code = "EXITED"
)

// Stage returns the stage that the code names; ok is false where it names none.
func (c Code) Stage() (library.Stage, bool) {
	s := library.Stage(c)
	return s, s.Rank() >= 0
}

// Status returns the status that the code leads to; ok is false where it names a
// stage.
func (c Code) Status() (library.Status, bool) {
	s, ok := map[Code]library.Status{Suspend: library.Suspended, Resume: library.Active, Transfer: library.Transferred,
		Lose: library.Lost, Terminate: library.Terminated, Exit: library.Exited}[c]
	return s, ok
}

// Codes lists every code: the stages in their order, then the statuses.
func Codes() []Code {
	var all []Code
	for _, s := range library.Stages() {
		all = append(all, Code(s))
	}
	return append(all, Suspend, Resume, Transfer, Lose, Terminate, Exit)
}

// Event is one step of a project's history: what happened on which day, and
// when that was recorded. Events are never changed; a later event corrects.
type Event struct {
	ID        domain.ID
	ProjectID domain.ID
	Code      Code
	// OccurredOn is never after the day of the report: what was reported had happened.
	OccurredOn domain.EventDay
	RecordedAt time.Time
	RecordedBy domain.ID
	ByName     string
	Note       string
	// Reason and ReviewOn go with statuses.
	Reason   string
	ReviewOn domain.Date
	// Amount is the contract amount in CNY, with SIGNED.
	Amount *domain.Yuan
	// Corrects names the event that this one replaces. Void takes it back
	// without putting anything in its place.
	Corrects domain.ID
	Void     bool
	// Source says how the event came: "person" or "ledger".
	Source string
}

// EffectiveEvents returns the events that no later event corrects, without the
// voiding ones, by the day they happened; of one day the stages by rank, then the
// statuses. An event whose day is not known exactly happened no later than what
// must have followed it.
func EffectiveEvents(events []Event) []Event { return inOrder(asRecorded(events)) }

// asRecorded returns the effective events in the order recorded.
func asRecorded(events []Event) []Event {
	return effective(events, func(a, b Event) int { return a.RecordedAt.Compare(b.RecordedAt) })
}

// inOrder puts effective events in the order in which they happened.
func inOrder(known []Event) []Event {
	out := make([]Event, len(known))
	for i, e := range known {
		e.OccurredOn = e.day(known)
		out[i] = e
	}
	slices.SortStableFunc(out, func(a, b Event) int {
		return cmp.Or(a.OccurredOn.Latest().Compare(b.OccurredOn.Latest()), rankOf(a)-rankOf(b), a.RecordedAt.Compare(b.RecordedAt))
	})
	return out
}

// day returns the day of the event with what the others add to it where it is not
// known exactly: a stage was not reached after the later stages, nor a status after
// those recorded later.
func (e Event) day(others []Event) domain.EventDay {
	day := e.OccurredOn
	for _, o := range others {
		if e.precedes(o) {
			if by, ok := day.NotAfter(o.OccurredOn.Latest()); ok {
				day = by
			}
		}
	}
	return day
}

// precedes reports whether o tells of what followed e.
func (e Event) precedes(o Event) bool {
	own, ofStage := e.Code.Stage()
	other, ofStageToo := o.Code.Stage()
	if ofStage || ofStageToo {
		return ofStage && ofStageToo && own.Rank() < other.Rank()
	}
	return e.RecordedAt.Before(o.RecordedAt)
}

// rankOf orders events of one day: stages by rank, statuses after them.
func rankOf(e Event) int {
	if s, ok := e.Code.Stage(); ok {
		return s.Rank()
	}
	return len(library.Stages())
}

// CurrentState is the stage and status of a project as its events have it.
type CurrentState struct {
	Stage        library.Stage
	StageSince   domain.EventDay
	Status       library.Status
	StatusSince  domain.EventDay
	StatusReason string
	ReviewOn     domain.Date
	// Reached is the first day each stage was reached, by events of its own.
	Reached map[library.Stage]domain.EventDay
	// EndedOn is the day the project was lost, terminated or exited.
	EndedOn domain.EventDay
	// Confirmed are the stages that verifiers confirmed.
	Confirmed map[library.Stage]bool
	// Denied is the first stage that is claimed and not recognised; "" where there is
	// none.
	Denied library.Stage
	// SignedAmount is the contract amount of the signing, in CNY.
	SignedAmount *domain.Yuan
}

// CurrentStateOf returns the state that a project has after all events that stand.
func CurrentStateOf(events []Event, verdicts []Verdict) CurrentState {
	s := CurrentState{Status: library.Active, Reached: map[library.Stage]domain.EventDay{},
		Confirmed: ConfirmedStages(events, verdicts), Denied: firstDenied(events, verdicts)}
	for _, e := range StandingEvents(events, verdicts) {
		if stage, ok := e.Code.Stage(); ok {
			s.Stage, s.StageSince = stage, e.OccurredOn
			if _, before := s.Reached[stage]; !before {
				s.Reached[stage] = e.OccurredOn
			}
			if stage == library.Signed && e.Amount != nil {
				s.SignedAmount = e.Amount
			}
			continue
		}
		if status, ok := e.Code.Status(); ok {
			s.Status, s.StatusSince, s.StatusReason, s.ReviewOn = status, e.OccurredOn, e.Reason, e.ReviewOn
			s.EndedOn = domain.EventDay{}
			if status.Over() {
				s.EndedOn = e.OccurredOn
			}
		}
	}
	return s
}
