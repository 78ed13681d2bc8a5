package goals

import (
	"context"
	"slices"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
	"sangu/domain/pipeline"
)

// DecisionKind is the kind of a decision.
type DecisionKind string

// The kinds of decision.
const (
	ConfirmStage    DecisionKind = "stage"            // a claimed stage waits for a verdict
	VerifyFund      DecisionKind = "fund"             // money in place waits to be verified
	AssessLead      DecisionKind = "lead"             // a lead waits to be judged
	AnswerSuspicion DecisionKind = "suspicion_answer" // the unit is to account for a suspicion
	CloseSuspicion  DecisionKind = "suspicion_close"  // an answered suspicion waits for its end
)

// DecisionKinds lists them, in the order a desk shows them.
func DecisionKinds() []DecisionKind {
	return []DecisionKind{ConfirmStage, VerifyFund, CloseSuspicion, AnswerSuspicion, AssessLead}
}

// mostDecisions is how many of a kind a desk reads; a count beyond is not made.
const mostDecisions = 20

// Decision is one thing that waits for the actor, with what is needed to decide
// it on the spot.
type Decision struct {
	Kind    DecisionKind
	ID      domain.ID  // of the event, entry, lead or suspicion
	Version int        // of a lead or suspicion
	Subject domain.Ref // the page with the whole of it
	Title   string     // the project, or the lead's company
	Unit    string
	By      string // who claimed, reported or answered
	On      domain.Date
	// What is the stage, the category of money, or the check.
	What    string
	Amount  *domain.Yuan
	Voucher string
	// Evidence are the attachments that the unit named for money in place.
	Evidence []domain.ID
	Text     string // what the lead is about, or the unit's answer
	Facts    map[string]any
}

// DecisionGroup holds the decisions of one kind that wait, at most 20, the oldest first;
// More is true where there are others.
type DecisionGroup struct {
	Kind  DecisionKind
	Items []Decision
	More  bool
}

// Verifier is who verifies, and what that person may not: figures of the own
// units, and own reports.
type Verifier struct {
	PersonID domain.ID
	Units    []domain.ID
}

// DecisionStore reads what waits for the actor within scope, most at the most.
type DecisionStore interface {
	// StagesWaiting returns claims of the stages, not corrected or voided, that nobody has
	// refused, this verifier has not judged, and that still need a verdict.
	StagesWaiting(ctx context.Context, actor domain.Actor, by Verifier, stages []library.Stage, most int) ([]Decision, error)
	// FundsWaiting returns entries of money, not corrected or voided, without a verdict.
	FundsWaiting(ctx context.Context, actor domain.Actor, by Verifier, most int) ([]Decision, error)
	// LeadsWaiting returns leads within the reach that nobody has judged.
	LeadsWaiting(ctx context.Context, actor domain.Actor, within domain.Reach, most int) ([]Decision, error)
	// SuspicionsWaiting returns suspicions in a state, of projects within the reach.
	SuspicionsWaiting(ctx context.Context, actor domain.Actor, within domain.Reach, state string, most int) ([]Decision, error)
}

// DecisionService is the service of 待我决定.
type DecisionService struct {
	store DecisionStore
}

// NewDecisionService returns the service over its store.
func NewDecisionService(store DecisionStore) *DecisionService {
	return &DecisionService{store: store}
}

// Waiting returns the decisions that wait for the actor, by kind; kinds that the actor may not
// decide, and those of which nothing waits, are left out.
func (s *DecisionService) Waiting(ctx context.Context, actor domain.Actor) ([]DecisionGroup, error) {
	var out []DecisionGroup
	for _, kind := range DecisionKinds() {
		if !actor.May(rightOf(kind)) {
			continue
		}
		items, err := s.waiting(ctx, actor, kind)
		if err != nil {
			return nil, err
		}
		if len(items) == 0 {
			continue
		}
		for i := range items {
			items[i].Kind = kind
		}
		out = append(out, DecisionGroup{kind, items[:min(mostDecisions, len(items))], len(items) > mostDecisions})
	}
	return out, nil
}

// rightOf is the right that a decision needs.
func rightOf(kind DecisionKind) domain.Right {
	switch kind {
	case AssessLead:
		return org.LeadAssess
	case AnswerSuspicion:
		return org.ProjectWrite
	default:
		// What is not named here is dealt with after the switch.
	}
	return org.StageConfirm
}

func (s *DecisionService) waiting(ctx context.Context, actor domain.Actor, kind DecisionKind) ([]Decision, error) {
	reach := actor.Reach(rightOf(kind))
	switch kind {
	case ConfirmStage:
		return s.store.StagesWaiting(ctx, actor, verifier(actor), pipeline.VerifiedStages(), mostDecisions+1)
	case VerifyFund:
		return s.store.FundsWaiting(ctx, actor, verifier(actor), mostDecisions+1)
	case AssessLead:
		return s.store.LeadsWaiting(ctx, actor, reach, mostDecisions+1)
	case AnswerSuspicion:
		// The account is the unit's, though an office may write it for any.
		return s.store.SuspicionsWaiting(ctx, actor, domain.Reach{Units: ResponsibleProjectsOf(actor).Units}, "open", mostDecisions+1)
	case CloseSuspicion:
		return s.store.SuspicionsWaiting(ctx, actor, reach, "answered", mostDecisions+1)
	}
	return nil, nil
}

func verifier(actor domain.Actor) Verifier {
	v := Verifier{PersonID: actor.PersonID}
	for _, g := range actor.Grants {
		if !g.UnitID.IsZero() && !slices.Contains(v.Units, g.UnitID) {
			v.Units = append(v.Units, g.UnitID)
		}
	}
	return v
}
