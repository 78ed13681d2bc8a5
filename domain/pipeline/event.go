// Package pipeline holds how projects come from lead to production: stage
// events, gates and their evidence, and the figures counted from them.
package pipeline

import (
	"cmp"
	"time"

	"sangu/domain"
	"sangu/domain/pool"
)

// Code is what an event says: a stage that was reached, or a status.
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

// Stage gives the stage that the code names, if it names one.
func (c Code) Stage() (pool.Stage, bool) {
	s := pool.Stage(c)
	return s, s.Rank() >= 0
}

// Status gives the status that the code leads to, if it is no stage.
func (c Code) Status() (pool.Status, bool) {
	s, ok := map[Code]pool.Status{Suspend: pool.Suspended, Resume: pool.Active, Transfer: pool.Transferred,
		Lose: pool.Lost, Terminate: pool.Terminated, Exit: pool.Exited}[c]
	return s, ok
}

// Codes lists every code.
func Codes() []Code {
	var all []Code
	for _, s := range pool.Stages() {
		all = append(all, Code(s))
	}
	return append(all, Suspend, Resume, Transfer, Lose, Terminate, Exit)
}

// Event is one step of a project's history: what happened on which day, and
// when that was recorded. Events are never changed; a later event corrects.
type Event struct {
	ID         domain.ID
	ProjectID  domain.ID
	Code       Code
	OccurredOn domain.Date
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

// Effective gives the events that hold: those that no later event corrects,
// without the voiding ones, by the day they happened.
func Effective(events []Event) []Event {
	return standing(events, func(a, b Event) int {
		return cmp.Or(a.OccurredOn.Compare(b.OccurredOn), rankOf(a)-rankOf(b), a.RecordedAt.Compare(b.RecordedAt))
	})
}

// rankOf orders events of one day: stages by rank, statuses after them.
func rankOf(e Event) int {
	if s, ok := e.Code.Stage(); ok {
		return s.Rank()
	}
	return len(pool.Stages())
}

// Standing is where a project stands by its events.
type Standing struct {
	Stage        pool.Stage
	StageSince   domain.Date
	Status       pool.Status
	StatusSince  domain.Date
	StatusReason string
	ReviewOn     domain.Date
	// Reached is the first day each stage was reached, by events of its own.
	Reached map[pool.Stage]domain.Date
	// EndedOn is the day the project was lost, terminated or exited.
	EndedOn domain.Date
	// Confirmed are the stages that verifiers confirmed.
	Confirmed map[pool.Stage]bool
	// SignedAmount is the contract amount of the signing, in CNY.
	SignedAmount *domain.Yuan
}

// StandingOf folds events into where the project stands.
func StandingOf(events []Event) Standing {
	s := Standing{Status: pool.Active, Reached: map[pool.Stage]domain.Date{}}
	for _, e := range Effective(events) {
		if stage, ok := e.Code.Stage(); ok {
			s.Stage, s.StageSince = stage, e.OccurredOn
			if _, before := s.Reached[stage]; !before {
				s.Reached[stage] = e.OccurredOn
			}
			if stage == pool.Signed && e.Amount != nil {
				s.SignedAmount = e.Amount
			}
			continue
		}
		if status, ok := e.Code.Status(); ok {
			s.Status, s.StatusSince, s.StatusReason, s.ReviewOn = status, e.OccurredOn, e.Reason, e.ReviewOn
			s.EndedOn = domain.Date{}
			if status.Over() {
				s.EndedOn = e.OccurredOn
			}
		}
	}
	return s
}
