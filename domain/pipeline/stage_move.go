package pipeline

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
)

// Move adds an event to a project's history over the version of the project that
// was read, and returns the history. The same event ID again returns the first
// result. It returns a KindForbidden error if the actor may not move the project,
// a KindStale error if the project has changed, and a KindInvalid error if a gate
// is not met or by the rules of Move.Check.
func (s *Pipeline) Move(ctx context.Context, actor domain.Actor, project domain.ID, version int, m Move) (h History, err error) {
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		p, err := s.projects.Project(ctx, actor, project)
		if err != nil {
			return err
		}
		if done, err := s.repeated(ctx, project, m.ID); err != nil || done {
			return err
		}
		if err := s.mayMove(ctx, actor, project); err != nil {
			return err
		}
		if p.Version != version {
			return domain.Stale(p)
		}
		if err := s.gate(ctx, p, m); err != nil {
			return err
		}
		return s.MoveWithin(ctx, actor, p, m, "person")
	})
	if err != nil {
		return History{}, err
	}
	return s.History(ctx, actor, project)
}

// repeated reports whether the event is recorded already.
func (s *Pipeline) repeated(ctx context.Context, project, event domain.ID) (bool, error) {
	if event.IsZero() {
		return false, nil
	}
	events, err := s.store.Events(ctx, project)
	return contains(events, event), err
}

// mayMove returns a KindForbidden error unless the actor may move the project.
func (s *Pipeline) mayMove(ctx context.Context, actor domain.Actor, project domain.ID) error {
	if err := actor.Require(org.StageMove); err != nil {
		return err
	}
	ok, err := s.projects.Within(ctx, actor, org.StageMove, domain.Ref{Kind: domain.SubjectProject, ID: project})
	if err != nil || ok {
		return err
	}
	return domain.Forbidden("actor.out_of_reach")
}

// movable returns a project that the actor may move. It returns a KindNotFound or
// KindForbidden error otherwise.
func (s *Pipeline) movable(ctx context.Context, actor domain.Actor, id domain.ID) (library.Project, error) {
	p, err := s.projects.Project(ctx, actor, id)
	if err != nil {
		return p, err
	}
	return p, s.mayMove(ctx, actor, p.ID)
}

// gate returns a KindInvalid error that names what the stage's gate, or that of a
// skipped stage, requires and is not there.
func (s *Pipeline) gate(ctx context.Context, p library.Project, m Move) error {
	stage, ok := m.Code.Stage()
	if !ok || m.Void || !m.Corrects.IsZero() {
		return nil
	}
	gates, err := s.store.Gates(ctx)
	if err != nil {
		return err
	}
	onFile, err := s.store.EvidenceOnFile(ctx, p)
	if err != nil {
		return err
	}
	var fields []domain.FieldError
	for _, n := range gates.Between(p.Stage, stage, onFile) {
		if !n.Met {
			fields = append(fields, domain.Field(n.Key(), "stage.missing"))
		}
	}
	for i, what := range m.OnlySeen {
		if slices.Contains(gates.NotCounted(stage), what) {
			fields = append(fields, domain.Field(fmt.Sprintf("only_seen[%d]", i), "stage.not_counted", "what", what))
		}
	}
	if len(fields) == 0 {
		return nil
	}
	// What else is wrong is named with it, so that nobody is refused twice.
	events, verdicts, err := s.claims(ctx, p.ID)
	if err != nil {
		return err
	}
	if e, ok := errors.AsType[*domain.Error](m.Check(events, verdicts, domain.Today(s.Clock))); ok {
		fields = append(fields, e.Fields...)
	}
	return domain.Invalid("stage.gate", fields...)
}

// MoveWithin adds the event inside a running unit of work, by the rules of history
// alone: ledgers carry stages whose papers lie elsewhere.
func (s *Pipeline) MoveWithin(ctx context.Context, actor domain.Actor, p library.Project, m Move, source string) error {
	events, verdicts, err := s.claims(ctx, p.ID)
	if err != nil {
		return err
	}
	if err := m.Check(events, verdicts, domain.Today(s.Clock)); err != nil {
		return err
	}
	if m.ID.IsZero() {
		m.ID = s.IDs.New()
	}
	on, _ := m.OccurredOn.NotAfter(domain.Today(s.Clock))
	e := Event{ID: m.ID, ProjectID: p.ID, Code: m.Code, OccurredOn: on, RecordedAt: s.Clock.Now(), RecordedBy: actor.PersonID,
		ByName: actor.Name, Note: m.Note, Reason: m.Reason, ReviewOn: m.ReviewOn, Amount: m.Amount, Corrects: m.Corrects, Void: m.Void,
		Source: source}
	if m.Void {
		e.Code, e.OccurredOn = voided(events, m.Corrects)
	}
	if e.Code == Code(library.Signed) && e.Amount == nil && !e.Void {
		e.Amount = p.ContractYuan()
	}
	if err := s.store.AddEvent(ctx, e); err != nil {
		return fmt.Errorf("add stage event: %w", err)
	}
	signings, err := s.signWith(ctx, p, e)
	if err != nil {
		return err
	}
	if err := s.saveState(ctx, p, append(events, e), verdicts, signings); err != nil {
		return err
	}
	action := "stage.move"
	if !m.Corrects.IsZero() {
		action = "stage.correct"
	}
	return s.Journal.Record(ctx, actor, domain.Change{Action: action, Subject: refOf(p), Title: p.Name,
		UnitID: p.ResponsibleUnitID, After: e, OccurredOn: e.OccurredOn, Links: []domain.Ref{{Kind: domain.SubjectClient, ID: p.ClientID}},
		Details: map[string]any{"from": string(p.Stage), "to": string(e.Code), "note": e.Note, "reason": e.Reason, "void": e.Void},
		Tell:    claimed(p, e)})
}

// claims returns what a project's history is judged by: its events, and what
// verifiers said of them.
func (s *Pipeline) claims(ctx context.Context, project domain.ID) ([]Event, []Verdict, error) {
	events, err := s.store.Events(ctx, project)
	if err != nil {
		return nil, nil, err
	}
	verdicts, err := s.store.Verdicts(ctx, project)
	return events, verdicts, err
}

// saveState writes the state that events, verdicts and signings come to.
func (s *Pipeline) saveState(ctx context.Context, p library.Project, events []Event, verdicts []Verdict, signings []SigningEvent) error {
	state := CurrentStateOf(events, verdicts)
	if SigningStands(state.Denied) && len(EffectiveSignings(signings)) > 0 {
		amount := CountedAmount(signings, domain.Today(s.Clock), nil)
		state.SignedAmount = &amount
	}
	if err := s.store.SaveCurrentState(ctx, p, state); err != nil {
		return fmt.Errorf("save current state of %s: %w", p.ID, err)
	}
	return nil
}

// signWith keeps the first signing in step with the stage event 签约, and returns
// the signings of the project.
func (s *Pipeline) signWith(ctx context.Context, p library.Project, e Event) ([]SigningEvent, error) {
	all, err := s.store.Signings(ctx, p.ID)
	if err != nil || e.Code != Code(library.Signed) {
		return all, err
	}
	first := SigningEvent{ID: s.IDs.New(), ProjectID: p.ID, Kind: FirstSigning, SignedOn: e.OccurredOn, Void: e.Void, Note: e.Note,
		RecordedAt: e.RecordedAt, RecordedBy: e.RecordedBy, ByName: e.ByName}
	if e.Amount != nil {
		first.Amount = *e.Amount
	}
	for _, had := range EffectiveSignings(all) {
		if had.Kind == FirstSigning {
			first.Corrects, first.Counterpart, first.Occasion, first.Exclusions = had.ID, had.Counterpart, had.Occasion, had.Exclusions
		}
	}
	if first.Void && first.Corrects.IsZero() {
		return all, nil
	}
	if err := s.store.AddSigning(ctx, first); err != nil {
		return nil, fmt.Errorf("add first signing: %w", err)
	}
	return append(all, first), nil
}

// voided returns the code and the day of the event that is voided.
func voided(events []Event, id domain.ID) (Code, domain.EventDay) {
	for _, e := range events {
		if e.ID == id {
			return e.Code, e.OccurredOn
		}
	}
	return "", domain.EventDay{}
}
