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

// Store keeps stage events, and the standing that they give on the project.
type Store interface {
	Events(ctx context.Context, project domain.ID) ([]Event, error)
	AddEvent(ctx context.Context, e Event) error
	// SaveStanding writes the standing over the project's version.
	SaveStanding(ctx context.Context, p library.Project, s CurrentState) error
	// Held gives the evidence and visits of a project.
	Held(ctx context.Context, p library.Project) (EvidenceOnFile, error)
	// Event finds one event; AddVerdict and SaveConfirmed keep what verifiers say.
	Event(ctx context.Context, id domain.ID) (Event, error)
	Verdicts(ctx context.Context, project domain.ID) ([]Verdict, error)
	AddVerdict(ctx context.Context, v Verdict) error
	SaveConfirmed(ctx context.Context, p library.Project, stages map[library.Stage]bool) error
	Signings(ctx context.Context, project domain.ID) ([]SigningEvent, error)
	AddSigning(ctx context.Context, e SigningEvent) error
	SaveSignedAmount(ctx context.Context, p library.Project, amount domain.Yuan) error
	Splits(ctx context.Context, project domain.ID) ([]CreditSplit, error)
	// UnitNames names units.
	UnitNames(ctx context.Context) (map[domain.ID]string, error)
	AddSplit(ctx context.Context, c CreditSplit) error
	Funds(ctx context.Context, project domain.ID) ([]FundEntry, error)
	// AddFund refuses a voucher that stands already.
	AddFund(ctx context.Context, e FundEntry) error
	AddFundVerdict(ctx context.Context, v FundVerdict) error
	FundProject(ctx context.Context, entry domain.ID) (domain.ID, error)
	SaveFunds(ctx context.Context, p library.Project, reported, verified domain.Yuan) error
	AttachmentIDs(ctx context.Context, project domain.ID) ([]domain.ID, error)
	Gates(ctx context.Context) (Gates, error)
	// VersionedGates returns the gates with the version that a change is written over.
	VersionedGates(ctx context.Context) (domain.Versioned[Gates], error)
	// SaveGates writes the gates over their version. It returns a KindStale error where
	// another one is stored.
	SaveGates(ctx context.Context, g domain.Versioned[Gates]) error
	// PaperReasons gives all that was ever written, the first first.
	PaperReasons(ctx context.Context, project domain.ID) ([]PaperReason, error)
	AddPaperReason(ctx context.Context, r PaperReason) error
}

// Projects is what the pipeline needs of the library.
type Projects interface {
	Project(ctx context.Context, actor domain.Actor, id domain.ID) (library.Project, error)
	Within(ctx context.Context, actor domain.Actor, right domain.Right, subject domain.Ref) (bool, error)
}

// Pipeline is the service of stage moves.
type Pipeline struct {
	Work     domain.Work
	Store    Store
	Projects Projects
	Journal  domain.Journal
	Clock    domain.Clock
	IDs      domain.IDs
}

// History is a project's events with what it still needs.
type History struct {
	Project library.Project
	Events  []Event
	// Verdicts are what verifiers said of the events.
	Verdicts []Verdict
	// Next is the following stage, "" at the end, or the one asked about, with
	// what it asks for, with what the stages ask for that it skips.
	Next  library.Stage
	Needs []Need
	// NotCounted is what is no proof of Next.
	NotCounted []string
	// Relied are the reasons that stand for papers of each claimed stage, by event.
	Relied map[domain.ID][]PaperReason
}

// History gives a project's events, newest first as recorded, and what is
// missing for the next stage.
func (s *Pipeline) History(ctx context.Context, actor domain.Actor, id domain.ID) (History, error) {
	return s.HistoryToward(ctx, actor, id, "")
}

// HistoryToward is History with what is missing for another stage than the
// next one; "" is the next.
func (s *Pipeline) HistoryToward(ctx context.Context, actor domain.Actor, id domain.ID, toward library.Stage) (History, error) {
	p, err := s.Projects.Project(ctx, actor, id)
	if err != nil {
		return History{}, err
	}
	h := History{Project: p, Next: NextStage(p.Stage)}
	if toward.Rank() >= 0 {
		h.Next = toward
	}
	if h.Events, err = s.Store.Events(ctx, id); err != nil {
		return History{}, err
	}
	if h.Verdicts, err = s.Store.Verdicts(ctx, id); err != nil {
		return History{}, err
	}
	gates, err := s.Store.Gates(ctx)
	if err != nil {
		return History{}, err
	}
	held, err := s.Store.Held(ctx, p)
	if err != nil {
		return History{}, err
	}
	h.Needs, h.NotCounted, h.Relied = gates.Between(p.Stage, h.Next, held), gates.NotCounted(h.Next), map[domain.ID][]PaperReason{}
	for _, e := range EffectiveEvents(h.Events) {
		h.Relied[e.ID] = gates.relied(h.Events, e, held)
	}
	return h, nil
}

// NextStage gives the stage after one, "" after the last.
func NextStage(s library.Stage) library.Stage {
	all := library.Stages()
	if i := s.Rank() + 1; i < len(all) {
		return all[i]
	}
	return ""
}

// Move adds an event to a project's history over the version of the project
// that was read. The same event ID again gives the first result.
func (s *Pipeline) Move(ctx context.Context, actor domain.Actor, project domain.ID, version int, m Move) (h History, err error) {
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		p, err := s.Projects.Project(ctx, actor, project)
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

func (s *Pipeline) repeated(ctx context.Context, project, event domain.ID) (bool, error) {
	if event.IsZero() {
		return false, nil
	}
	events, err := s.Store.Events(ctx, project)
	return stands(events, event), err
}

func (s *Pipeline) mayMove(ctx context.Context, actor domain.Actor, project domain.ID) error {
	if err := actor.Require(org.StageMove); err != nil {
		return err
	}
	ok, err := s.Projects.Within(ctx, actor, org.StageMove, domain.Ref{Kind: domain.SubjectProject, ID: project})
	if err != nil || ok {
		return err
	}
	return domain.Forbidden("actor.out_of_reach")
}

// movable gives a project of which the actor may report.
func (s *Pipeline) movable(ctx context.Context, actor domain.Actor, id domain.ID) (library.Project, error) {
	p, err := s.Projects.Project(ctx, actor, id)
	if err != nil {
		return p, err
	}
	return p, s.mayMove(ctx, actor, p.ID)
}

// gate refuses a stage whose gate, or a skipped one's, asks for what is not
// there; each missing thing is a field of the error.
func (s *Pipeline) gate(ctx context.Context, p library.Project, m Move) error {
	stage, ok := m.Code.Stage()
	if !ok || m.Void || !m.Corrects.IsZero() {
		return nil
	}
	gates, err := s.Store.Gates(ctx)
	if err != nil {
		return err
	}
	held, err := s.Store.Held(ctx, p)
	if err != nil {
		return err
	}
	var fields []domain.FieldError
	for _, n := range gates.Between(p.Stage, stage, held) {
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
	events, err := s.Store.Events(ctx, p.ID)
	if err != nil {
		return err
	}
	if e, ok := errors.AsType[*domain.Error](m.Check(events, domain.Today(s.Clock))); ok {
		fields = append(fields, e.Fields...)
	}
	return domain.Invalid("stage.gate", fields...)
}

// MoveWithin adds the event inside a running unit of work, by the rules of
// history alone: ledgers carry stages whose papers lie elsewhere.
func (s *Pipeline) MoveWithin(ctx context.Context, actor domain.Actor, p library.Project, m Move, source string) error {
	events, err := s.Store.Events(ctx, p.ID)
	if err != nil {
		return err
	}
	if err := m.Check(events, domain.Today(s.Clock)); err != nil {
		return err
	}
	if m.ID.IsZero() {
		m.ID = s.IDs.New()
	}
	e := Event{ID: m.ID, ProjectID: p.ID, Code: m.Code, OccurredOn: m.OccurredOn, RecordedAt: s.Clock.Now(), RecordedBy: actor.PersonID,
		ByName: actor.Name, Note: m.Note, Reason: m.Reason, ReviewOn: m.ReviewOn, Amount: m.Amount, Corrects: m.Corrects, Void: m.Void,
		Source: source}
	if m.Void {
		e.Code, e.OccurredOn = voided(events, m.Corrects)
	}
	if e.Code == Code(library.Signed) && e.Amount == nil && !e.Void {
		e.Amount = p.ContractYuan()
	}
	if err := s.Store.AddEvent(ctx, e); err != nil {
		return fmt.Errorf("add stage event: %w", err)
	}
	if err := s.stand(ctx, actor, p, append(events, e), e); err != nil {
		return err
	}
	action := "stage.move"
	if !m.Corrects.IsZero() {
		action = "stage.correct"
	}
	return s.Journal.Record(ctx, actor, domain.Change{Action: action, Subject: domain.Ref{Kind: domain.SubjectProject, ID: p.ID}, Title: p.Name,
		UnitID: p.ResponsibleUnitID, After: e, OccurredOn: e.OccurredOn, Links: []domain.Ref{{Kind: domain.SubjectClient, ID: p.ClientID}},
		Details: map[string]any{"from": string(p.Stage), "to": string(e.Code), "note": e.Note, "reason": e.Reason, "void": e.Void},
		Tell:    claimed(p, e)})
}

// stand writes where the project stands by its events, what of it is confirmed,
// and the signing that goes with the stage 签约.
func (s *Pipeline) stand(ctx context.Context, actor domain.Actor, p library.Project, events []Event, e Event) error {
	verdicts, err := s.Store.Verdicts(ctx, p.ID)
	if err != nil {
		return err
	}
	standing := CurrentStateOf(events)
	if standing.SignedAmount, err = s.signWith(ctx, actor, p, standing, e); err != nil {
		return err
	}
	standing.Confirmed = ConfirmedStages(events, verdicts)
	if err := s.Store.SaveStanding(ctx, p, standing); err != nil {
		return fmt.Errorf("save standing of %s: %w", p.ID, err)
	}
	return nil
}

// signWith keeps the first signing in step with the stage event 签约, and gives
// the amount that counts.
func (s *Pipeline) signWith(ctx context.Context, actor domain.Actor, p library.Project, standing CurrentState, e Event) (*domain.Yuan,
	error) {
	all, err := s.Store.Signings(ctx, p.ID)
	if err != nil {
		return nil, err
	}
	if e.Code == Code(library.Signed) {
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
		if !first.Void || !first.Corrects.IsZero() {
			if err := s.Store.AddSigning(ctx, first); err != nil {
				return nil, fmt.Errorf("add first signing: %w", err)
			}
			all = append(all, first)
		}
	}
	if len(EffectiveSignings(all)) == 0 {
		return standing.SignedAmount, nil
	}
	amount := CountedAmount(all, domain.Today(s.Clock), nil)
	return &amount, nil
}

func voided(events []Event, id domain.ID) (Code, domain.Date) {
	for _, e := range events {
		if e.ID == id {
			return e.Code, e.OccurredOn
		}
	}
	return "", domain.Date{}
}

// Gates returns the gates that hold, with the version that a change is written over.
func (s *Pipeline) Gates(ctx context.Context) (domain.Versioned[Gates], error) {
	return s.Store.VersionedGates(ctx)
}

// SetGates replaces the gates over the version that was read, and returns the new ones. It
// returns a KindForbidden error unless the actor manages rules, a KindInvalid error where
// a gate breaks a rule, and a KindStale error with the current gates where they were
// changed since.
func (s *Pipeline) SetGates(ctx context.Context, actor domain.Actor,
	g domain.Versioned[Gates]) (out domain.Versioned[Gates], err error) {
	if err := actor.Require(org.RuleManage); err != nil {
		return out, err
	}
	if err := g.Value.Check(); err != nil {
		return out, err
	}
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		before, err := s.Store.VersionedGates(ctx)
		if err != nil {
			return err
		}
		if err := g.Over(before); err != nil {
			return err
		}
		if err := s.Store.SaveGates(ctx, g); err != nil {
			return fmt.Errorf("save gates: %w", err)
		}
		if out, err = s.Store.VersionedGates(ctx); err != nil {
			return err
		}
		return s.Journal.Record(ctx, actor, domain.Change{Action: "gate.update", Subject: domain.Ref{Kind: domain.SubjectSetting},
			Title: "gates", Before: auditedGates(before), After: auditedGates(out), Quiet: true})
	})
	return out, err
}

// AuditedGates are the gates as the audit names them.
type AuditedGates struct {
	Gates   Gates
	Version int
}

func auditedGates(g domain.Versioned[Gates]) AuditedGates {
	return AuditedGates{Gates: g.Value, Version: g.Version}
}
