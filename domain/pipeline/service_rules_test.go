package pipeline

import (
	"context"
	"testing"
	"time"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
)

// memory holds one project and what happened to it. Methods of the store that it
// does not have are not asked by what is tested here.
type memory struct {
	Store
	project  library.Project
	events   []Event
	verdicts []Verdict
	funds    []FundEntry
	signings []SigningEvent
	gates    Gates
	reasons  map[string]PaperReason
	near     bool // whether the project is within reach of whoever writes
}

func (m *memory) Project(context.Context, domain.Actor, domain.ID) (library.Project, error) {
	return m.project, nil
}

func (m *memory) Within(context.Context, domain.Actor, domain.Right, domain.Ref) (bool, error) {
	return m.near, nil
}

func (m *memory) Event(_ context.Context, id domain.ID) (Event, error) {
	for _, e := range m.events {
		if e.ID == id {
			return e, nil
		}
	}
	return Event{}, domain.NotFound("stage_event")
}

func (m *memory) Events(context.Context, domain.ID) ([]Event, error) { return m.events, nil }

func (m *memory) AddEvent(_ context.Context, e Event) error {
	m.events = append(m.events, e)
	return nil
}

func (m *memory) Verdicts(context.Context, domain.ID) ([]Verdict, error) { return m.verdicts, nil }

func (m *memory) AddVerdict(_ context.Context, v Verdict) error {
	m.verdicts = append(m.verdicts, v)
	return nil
}

func (m *memory) Signings(context.Context, domain.ID) ([]SigningEvent, error) { return m.signings, nil }

func (m *memory) Funds(context.Context, domain.ID) ([]FundEntry, error) { return m.funds, nil }

func (m *memory) FundProject(context.Context, domain.ID) (domain.ID, error) { return m.project.ID, nil }

func (m *memory) AttachmentIDs(context.Context, domain.ID) ([]domain.ID, error) {
	return []domain.ID{"slip", "invoice", "photo"}, nil
}

func (m *memory) AddFundVerdict(context.Context, FundVerdict) error { return nil }

func (m *memory) Gates(context.Context) (Gates, error) { return m.gates, nil }

func (m *memory) EvidenceOnFile(_ context.Context, p library.Project) (EvidenceOnFile, error) {
	return EvidenceOnFile{Project: p, Reasons: m.reasons}, nil
}

func (m *memory) SaveCurrentState(_ context.Context, _ library.Project, s CurrentState) error {
	m.project.Stage, m.project.Version = s.Stage, m.project.Version+1
	return nil
}

func (m *memory) SaveFunds(context.Context, library.Project, domain.Yuan, domain.Yuan) error {
	return nil
}

// Do, Record, Now and New make memory a unit of work, a journal, a clock and a
// maker of IDs.
func (m *memory) Do(ctx context.Context, fn func(context.Context) error) error { return fn(ctx) }

func (m *memory) Record(context.Context, domain.Actor, domain.Change) error { return nil }

func (m *memory) Now() time.Time { return today.Start().Add(12 * time.Hour) }

func (m *memory) New() domain.ID { return "new" }

func (m *memory) service() *Pipeline {
	return &Pipeline{Work: m, store: m, projects: m, Journal: m, Clock: m, IDs: m}
}

func negotiated() *memory {
	return &memory{near: true, project: library.Project{ID: "p", Stage: library.Negotiating, Version: 3,
		ProjectFacts: library.ProjectFacts{ResponsibleUnitID: "bureau"}},
		events: []Event{event("negotiating", Code(library.Negotiating), "2026-03-01")}}
}

func TestWhoMayMoveWhat(t *testing.T) {
	t.Parallel()
	type asked struct {
		*memory
		actor   domain.Actor
		version int
		move    Move
	}
	valid := func() asked {
		return asked{negotiated(), person("reporter", "bureau", org.StageMove), 3,
			Move{ID: "m", Code: Code(library.Intent), OccurredOn: domain.MustEventDay("2026-05-01")}}
	}
	check := func(a asked) error {
		h, err := a.service().Move(t.Context(), a.actor, "p", a.version, a.move)
		if err == nil && len(h.Events) == 0 {
			t.Error("a move that is taken answers with the project's history")
		}
		return err
	}
	holdRules(t, valid, check, []rule[asked]{
		{"nobody moves without the right", func(a *asked) { a.actor.Grants = nil }, "actor.right_missing"},
		{"nobody moves what is out of reach", func(a *asked) { a.near = false }, "actor.out_of_reach"},
		{"nobody moves what was changed meanwhile", func(a *asked) { a.version = 2 }, "record.stale"},
		{"a move that is there already is the same move, whatever the version", func(a *asked) {
			a.events, a.version = append(a.events, Event{ID: "m", Code: Code(library.Intent)}), 2
		}, ""},
		{"a stage is not entered without what its gate asks for", func(a *asked) {
			a.gates = Gates{{Stage: library.Intent, Needs: []Requirement{{Field: "industry"}}}}
		}, "field.industry stage.missing"},
		{"a skipped stage's gate asks as well, and what else is wrong is named with it", func(a *asked) {
			a.gates = Gates{{Stage: library.Intent, Needs: []Requirement{{Evidence: "intent_letter"}}}}
			a.move.Code, a.move.OccurredOn = Code(library.Reviewed), domain.OnDay(today.AddDays(1))
		}, "evidence.intent_letter stage.missing, occurred_on input.future"},
		{"works that are not counted are no start", func(a *asked) {
			a.gates = Gates{{Stage: library.Intent, NotCounted: []string{"survey"}}}
			a.move.OnlySeen = []string{"piling", "survey"}
		}, "only_seen[1] stage.not_counted"},
		{"a correction asks no gate", func(a *asked) {
			a.gates = Gates{{Stage: library.Negotiating, Needs: []Requirement{{Field: "industry"}}}}
			a.move.Code, a.move.Corrects, a.move.Note = Code(library.Negotiating), "negotiating", "日期有误"
		}, ""},
		{"the rules of history hold", func(a *asked) { a.move.OccurredOn = domain.MustEventDay("2026-02-28") },
			"occurred_on stage.before_earlier"},
	})
}

func TestWhoMayConfirmWhat(t *testing.T) {
	t.Parallel()
	type asked struct {
		*memory
		actor   domain.Actor
		verdict Verdict
	}
	valid := func() asked {
		m := negotiated()
		m.events[0].RecordedBy = "reporter"
		return asked{m, person("verifier", "statistics", org.StageConfirm), Verdict{EventID: "negotiating", Agrees: true}}
	}
	check := func(a asked) error {
		_, err := a.service().Confirm(t.Context(), a.actor, a.verdict)
		return err
	}
	relyOnReason := func(a *asked) {
		a.gates = Gates{{Stage: library.Negotiating, Needs: []Requirement{{Evidence: "filing", Reasoned: true}}}}
		a.reasons = map[string]PaperReason{"evidence.filing": {ID: "why", Need: "evidence.filing", Text: "无需备案"}}
	}
	given := func(agrees bool) func(*asked) {
		return func(a *asked) {
			a.verdicts = append(a.verdicts, Verdict{EventID: "negotiating", By: "verifier", Agrees: agrees})
		}
	}
	holdRules(t, valid, check, []rule[asked]{
		{"nobody confirms without the right", func(a *asked) { a.actor.Grants = nil }, "actor.right_missing"},
		{"nobody confirms what he reported", func(a *asked) { a.actor.PersonID = "reporter" }, "agrees verdict.own_report"},
		{"an event that there is not is not found", func(a *asked) { a.verdict.EventID = "another" }, "stage_event.not_found"},
		{"an event that was corrected is not confirmed", func(a *asked) {
			a.events = append(a.events, Event{ID: "again", Code: Code(library.Negotiating), Corrects: "negotiating"})
		}, "verdict.corrected"},
		{"the same verdict again is the same", given(true), ""},
		{"another verdict of the same person is refused", given(false), "verdict.given"},
		{"a yes that has not looked at a reason in place of a paper is refused", relyOnReason, "reasons verdict.reasons_unread"},
		{"a yes that has looked at it is taken", func(a *asked) {
			relyOnReason(a)
			a.verdict.Reasons = []domain.ID{"why"}
		}, ""},
		{"a no need not look at it", func(a *asked) {
			relyOnReason(a)
			a.verdict.Agrees, a.verdict.Note = false, "未见意向书"
		}, ""},
	})
}

func TestWhoMayVerifyFunds(t *testing.T) {
	t.Parallel()
	type asked struct {
		*memory
		actor   domain.Actor
		verdict FundVerdict
	}
	valid := func() asked {
		m := negotiated()
		m.funds = []FundEntry{{ID: "first", Amount: 4_000_000, PaidOn: domain.MustDate("2026-07-01"), ReportedBy: "reporter"}}
		return asked{m, person("verifier", "statistics", org.StageConfirm), FundVerdict{EntryID: "first", Amount: 4_000_000,
			Supports: []Support{{Evidence: "slip", Amount: 3_000_000}, {Evidence: "invoice", Amount: 1_000_000}}}}
	}
	check := func(a asked) error {
		_, err := a.service().VerifyFund(t.Context(), a.actor, a.verdict)
		return err
	}
	holdRules(t, valid, check, []rule[asked]{
		{"nobody verifies without the right", func(a *asked) { a.actor.Grants = nil }, "actor.right_missing"},
		{"nobody verifies what he reported", func(a *asked) { a.actor.PersonID = "reporter" }, "amount verdict.own_report"},
		{"an entry that was corrected is not verified", func(a *asked) {
			a.funds = append(a.funds, FundEntry{ID: "second", Corrects: "first"})
		}, "verdict.corrected"},
		{"money is not found without evidence", func(a *asked) { a.verdict.Supports = nil }, "supports fund.evidence_missing"},
		{"that nothing was found needs none", func(a *asked) { a.verdict = FundVerdict{EntryID: "first", Note: "没有票据"} }, ""},
		{"no more is found than the evidence shows", func(a *asked) { a.verdict.Supports[1].Amount-- }, "amount fund.above_evidence"},
		{"evidence is on the project's file", func(a *asked) { a.verdict.Supports[1].Evidence = "of another" },
			"supports[1].evidence fund.evidence_elsewhere"},
		{"evidence is counted once", func(a *asked) { a.verdict.Supports[1].Evidence = "slip" },
			"supports[1].evidence fund.evidence_twice"},
		{"evidence shows something", func(a *asked) { a.verdict.Supports = append(a.verdict.Supports, Support{Evidence: "photo"}) },
			"supports[2].amount input.too_small"},
		{"the rules of the verdict hold", func(a *asked) { a.verdict.Amount++ }, "amount fund.above_reported, note fund.why_less"},
	})
}

func TestTheOfficeAloneSplitsCredit(t *testing.T) {
	t.Parallel()
	split := CreditSplit{ProjectID: "p", Basis: "会议纪要", Shares: []CreditShare{{UnitID: "a", Share: 9999}}}
	s := negotiated().service()
	if _, err := s.Split(t.Context(), person("reporter", "bureau", org.StageMove), split); refusal(t, err) != "actor.right_missing" {
		t.Errorf("without the right: %v", err)
	}
	if _, err := s.Split(t.Context(), person("office", "bureau", org.RuleManage), split); refusal(t, err) != "shares split.whole" {
		t.Errorf("with shares of less than the whole: %v", err)
	}
}
