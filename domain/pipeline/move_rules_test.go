package pipeline

import (
	"testing"

	"sangu/domain"
	"sangu/domain/library"
)

// event makes an event of a stage or a status by the name of its code.
func event(id domain.ID, code Code, on string) Event {
	return Event{ID: id, Code: code, OccurredOn: domain.MustEventDay(on)}
}

// moved is a move with the history that it is added to.
type moved struct {
	Move
	events   []Event
	verdicts []Verdict
}

func TestMovesAreRefusedByTheRulesOfHistory(t *testing.T) {
	t.Parallel()
	negotiating, signed := event("negotiating", Code(library.Negotiating), "2026-03-01"), event("signed", Code(library.Signed), "2026-06-01")
	produced := event("produced", Code(library.InProduction), "2026-08-01")
	valid := func() moved {
		return moved{Move: Move{Code: Code(library.Started), OccurredOn: domain.MustEventDay("2026-09-01")}, events: []Event{negotiating, signed}}
	}
	correct := func(m *moved, id domain.ID) { m.Corrects, m.Note = id, "录入有误" }
	status := func(m *moved, c Code) { m.Code, m.Reason = c, "资金链断裂" }
	holdRules(t, valid, func(m moved) error { return m.Check(m.events, m.verdicts, today) }, []rule[moved]{
		{"a code that is no stage and no status is refused", func(m *moved) { m.Code = "BUILT" }, "code input.enum"},
		{"voiding an event needs no code and no day", func(m *moved) {
			m.Code, m.OccurredOn, m.Void = "", domain.EventDay{}, true
			correct(m, "signed")
		}, ""},
		{"a move without a day is refused", func(m *moved) { m.OccurredOn = domain.EventDay{} },
			"occurred_on input.required"},
		{"a move of today is taken", func(m *moved) { m.OccurredOn = domain.OnDay(today) }, ""},
		{"a move of tomorrow is refused", func(m *moved) { m.OccurredOn = domain.OnDay(today.AddDays(1)) }, "occurred_on input.future"},
		{"a move of the year that runs is taken", func(m *moved) { m.OccurredOn = domain.MustEventDay("2026") }, ""},
		{"a move by a day to come has happened by today", func(m *moved) { m.OccurredOn = domain.MustEventDay("≤ 2026-12-31") }, ""},
		{"a move of the next month is refused", func(m *moved) { m.OccurredOn = domain.MustEventDay("2026-10") }, "occurred_on input.future"},
		{"an amount of nothing is taken", func(m *moved) { m.Amount = yuan(0) }, ""},
		{"an amount below nothing is refused", func(m *moved) { m.Amount = yuan(-1) }, "amount input.negative"},
		{"voiding says which event", func(m *moved) { m.Void = true }, "corrects stage.void_of_what"},
		{"a correction is of an event of the project", func(m *moved) { correct(m, "of another") }, "corrects stage.corrects_unknown"},
		{"an event that was corrected is not corrected again", func(m *moved) {
			m.events = append(
				m.events,
				Event{ID: "again", Code: Code(library.Signed), OccurredOn: domain.MustEventDay("2026-06-02"), Corrects: "signed"},
			)
			correct(m, "signed")
		}, "corrects stage.corrects_unknown"},
		{"an event that was voided is not corrected", func(m *moved) {
			m.events = append(m.events, Event{ID: "void", Code: Code(library.Signed), Corrects: "signed", Void: true})
			correct(m, "signed")
		}, "corrects stage.corrects_unknown"},
		{"a correction is taken with a reason", func(m *moved) { correct(m, "signed") }, ""},
		{"a correction without a reason is refused", func(m *moved) { m.Corrects, m.Note = "signed", " \t" }, "note stage.correction_reason"},
		{"a suspension is taken with a reason and a day of review", func(m *moved) {
			status(m, Suspend)
			m.ReviewOn = domain.MustDate("2026-12-31")
		}, ""},
		{"a suspension without a reason is refused", func(m *moved) {
			m.Code, m.Reason, m.ReviewOn = Suspend, " ", domain.MustDate("2026-12-31")
		}, "reason input.required"},
		{"a suspension without a day of review is refused", func(m *moved) { status(m, Suspend) }, "review_on input.required"},
		{"a project is resumed without a reason", func(m *moved) { m.Code = Resume }, ""},
		{"a transfer needs a reason alone", func(m *moved) { status(m, Transfer) }, ""},
		{"a signed project is not lost", func(m *moved) { status(m, Lose) }, "code stage.lost_after_signing"},
		{"a project is lost before it is signed", func(m *moved) {
			status(m, Lose)
			m.events = []Event{negotiating}
		}, ""},
		{"what corrects the signing itself may say that it was lost", func(m *moved) {
			status(m, Lose)
			correct(m, "signed")
		}, ""},
		{"a signed project is terminated", func(m *moved) { status(m, Terminate) }, ""},
		{"a project is not terminated before it is signed", func(m *moved) {
			status(m, Terminate)
			m.events = []Event{negotiating}
		}, "code stage.terminated_before_signing"},
		{"a project does not exit before production", func(m *moved) { status(m, Exit) }, "code stage.exited_before_production"},
		{"a project in production exits", func(m *moved) {
			status(m, Exit)
			m.events = append(m.events, produced)
		}, ""},
		{"a stage on the day of an earlier one is taken", func(m *moved) { m.OccurredOn = domain.MustEventDay("2026-06-01") }, ""},
		{"a stage before the day of an earlier one is refused", func(m *moved) { m.OccurredOn = domain.MustEventDay("2026-05-31") },
			"occurred_on stage.before_earlier"},
		{"the same stage on an earlier day is taken", func(m *moved) {
			m.Code, m.OccurredOn = Code(library.Signed), domain.MustEventDay("2026-05-31")
		}, ""},
		{"going back to an earlier stage is taken", func(m *moved) { m.Code = Code(library.Negotiating) }, ""},
		{"a correction to the day of a later stage is taken", func(m *moved) {
			m.Code, m.OccurredOn = Code(library.Negotiating), domain.MustEventDay("2026-06-01")
			correct(m, "negotiating")
		}, ""},
		{"a correction to after the day of a later stage is refused", func(m *moved) {
			m.Code, m.OccurredOn = Code(library.Negotiating), domain.MustEventDay("2026-06-02")
			correct(m, "negotiating")
		}, "occurred_on stage.after_later"},
		{"a correction to after the day of the same stage is taken", func(m *moved) {
			m.Code, m.OccurredOn = Code(library.Signed), domain.MustEventDay("2026-06-20")
			m.events = append(m.events, event("signed again", Code(library.Signed), "2026-06-10"))
			correct(m, "signed")
		}, ""},
		{"a stage known by the month of an earlier one is taken", func(m *moved) { m.OccurredOn = domain.MustEventDay("2026-06") }, ""},
		{"a stage known by a month before an earlier one is refused", func(m *moved) { m.OccurredOn = domain.MustEventDay("2026-05") },
			"occurred_on stage.before_earlier"},
		{"a stage known to have been reached by a day before an earlier one is refused", func(m *moved) {
			m.OccurredOn = domain.MustEventDay("≤ 2026-05-31")
		}, "occurred_on stage.before_earlier"},
		{"a correction to the month of a later stage is taken", func(m *moved) {
			m.Code, m.OccurredOn = Code(library.Negotiating), domain.MustEventDay("2026-06")
			correct(m, "negotiating")
		}, ""},
		{"a correction to a month after a later stage is refused", func(m *moved) {
			m.Code, m.OccurredOn = Code(library.Negotiating), domain.MustEventDay("2026-07")
			correct(m, "negotiating")
		}, "occurred_on stage.after_later"},
		{"voiding a stage asks for no order", func(m *moved) {
			m.Code, m.Void = Code(library.Negotiating), true
			correct(m, "negotiating")
		}, ""},
		{"statuses are not in the order of stages", func(m *moved) {
			m.events = append(m.events, event("suspended", Suspend, "2026-09-20"))
		}, ""},
		{"all that is wrong is named at once", func(m *moved) {
			m.Move = Move{Code: "BUILT", OccurredOn: domain.OnDay(today.AddDays(1)), Amount: yuan(-1), Void: false, Corrects: "of another"}
		}, "code input.enum, occurred_on input.future, amount input.negative, corrects stage.corrects_unknown, note stage.correction_reason"},
	})
}
