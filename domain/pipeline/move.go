package pipeline

import (
	"slices"
	"strings"

	"sangu/domain"
	"sangu/domain/library"
)

// Move is an event that is to be added to a project's history.
type Move struct {
	ID         domain.ID
	Code       Code
	OccurredOn domain.EventDay
	Note       string
	Reason     string
	ReviewOn   domain.Date
	Amount     *domain.Yuan
	Corrects   domain.ID
	Void       bool
	// OnlySeen are the works seen on the spot, where they are of those that the
	// gate of the stage does not count.
	OnlySeen []string
}

// Check returns a KindInvalid error that names every rule of history that the move
// breaks: no days to come, a reason where one belongs, a status that fits how far
// the project has come, a correction of an effective event, no stage above one that
// is not recognised, and days that do not run backwards along the stages.
func (m Move) Check(events []Event, verdicts []Verdict, today domain.Date) error {
	var c domain.Check
	c.That(slices.Contains(Codes(), m.Code) || m.Void, "code", "input.enum", "allowed", Codes())
	c.That(!m.OccurredOn.IsZero() || m.Void, "occurred_on", "input.required")
	_, happened := m.OccurredOn.NotAfter(today)
	c.That(happened, "occurred_on", "input.future")
	c.That(m.Amount == nil || *m.Amount >= 0, "amount", "input.negative")
	m.checkCorrection(&c, events)
	m.checkDenied(&c, events, verdicts)
	if status, ok := m.Code.Status(); ok {
		m.checkStatus(&c, status, CurrentStateOf(m.without(events), verdicts))
	}
	if err := c.Err(); err != nil {
		return err
	}
	return m.checkOrder(events, verdicts)
}

// checkDenied refuses to claim a stage above one that is not recognised, and to put
// anything but a new claim of the same stage in the place of a claim that was denied:
// withdrawn, it would let what rests on it stand again.
func (m Move) checkDenied(c *domain.Check, events []Event, verdicts []Verdict) {
	denied := firstDenied(events, verdicts)
	if stage, ok := m.Code.Stage(); ok && denied != "" && m.Corrects.IsZero() {
		c.That(stage.Rank() <= denied.Rank(), "code", "stage.rests_on_denied", "stage", string(denied))
	}
	for _, e := range events {
		if e.ID == m.Corrects && e.Denied(verdicts) {
			c.That(!m.Void && m.Code == e.Code, "corrects", "stage.denied_stays")
		}
	}
}

// checkCorrection refuses a correction of what is not effective or without a note,
// and voiding nothing.
func (m Move) checkCorrection(c *domain.Check, events []Event) {
	if m.Corrects.IsZero() {
		c.That(!m.Void, "corrects", "stage.void_of_what")
		return
	}
	c.That(contains(EffectiveEvents(events), m.Corrects), "corrects", "stage.corrects_unknown")
	c.That(strings.TrimSpace(m.Note) != "", "note", "stage.correction_reason")
}

// checkStatus refuses a status that does not fit the project's state s.
func (m Move) checkStatus(c *domain.Check, to library.Status, s CurrentState) {
	c.That(to == library.Active || strings.TrimSpace(m.Reason) != "", "reason", "input.required")
	c.That(to != library.Suspended || !m.ReviewOn.IsZero(), "review_on", "input.required")
	c.That(to != library.Lost || !s.Stage.Reached(library.Signed), "code", "stage.lost_after_signing")
	c.That(to != library.Terminated || s.Stage.Reached(library.Signed), "code", "stage.terminated_before_signing")
	c.That(to != library.Exited || s.Stage.Reached(library.InProduction), "code", "stage.exited_before_production")
}

// without returns the effective events other than the one that m corrects.
func (m Move) without(events []Event) []Event {
	var out []Event
	for _, e := range EffectiveEvents(events) {
		if e.ID != m.Corrects {
			out = append(out, e)
		}
	}
	return out
}

// checkOrder refuses a stage that was reached before an earlier stage for certain, and
// a correction, or a new claim of what was denied, to a day that is after that of a later
// one for certain. What was denied happened on no day.
func (m Move) checkOrder(events []Event, verdicts []Verdict) error {
	stage, ok := m.Code.Stage()
	if !ok || m.Void {
		return nil
	}
	again := !m.Corrects.IsZero() || slices.Contains(DeniedStages(events, verdicts), stage)
	for _, e := range m.without(events) {
		other, ok := e.Code.Stage()
		if !ok || e.Denied(verdicts) {
			continue
		}
		if other.Rank() < stage.Rank() && m.OccurredOn.Before(e.OccurredOn) {
			return domain.InvalidField("occurred_on", "stage.before_earlier", "stage", string(other), "on", e.OccurredOn.String())
		}
		if other.Rank() > stage.Rank() && m.OccurredOn.After(e.OccurredOn) && again {
			return domain.InvalidField("occurred_on", "stage.after_later", "stage", string(other), "on", e.OccurredOn.String())
		}
	}
	return nil
}
