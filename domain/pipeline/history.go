package pipeline

import (
	"context"

	"sangu/domain"
	"sangu/domain/library"
)

// History is a project's events with what its next stage still requires.
type History struct {
	Project library.Project
	Events  []Event
	// Verdicts are what verifiers said of the events.
	Verdicts []Verdict
	// States are those of the claims that no later event corrects, by event.
	States map[domain.ID]ClaimState
	// Next is the following stage, "" at the end, or the one asked about, with
	// what it asks for, with what the stages ask for that it skips.
	Next  library.Stage
	Needs []Need
	// NotCounted is what is no proof of Next.
	NotCounted []string
	// Relied are the reasons that stand for papers of each claimed stage, by event.
	Relied map[domain.ID][]PaperReason
}

// History returns a project's events in the order recorded, and what the next
// stage still requires. It returns a KindNotFound error if the actor does not see
// the project.
func (s *Pipeline) History(ctx context.Context, actor domain.Actor, id domain.ID) (History, error) {
	return s.HistoryToward(ctx, actor, id, "")
}

// HistoryToward is History with what another stage than the next one requires; ""
// is the next.
func (s *Pipeline) HistoryToward(ctx context.Context, actor domain.Actor, id domain.ID, toward library.Stage) (History, error) {
	p, err := s.projects.Project(ctx, actor, id)
	if err != nil {
		return History{}, err
	}
	h := History{Project: p, Next: NextStage(p.Stage)}
	if toward.Rank() >= 0 {
		h.Next = toward
	}
	if h.Events, h.Verdicts, err = s.claims(ctx, id); err != nil {
		return History{}, err
	}
	h.States = ClaimStates(h.Events, h.Verdicts)
	gates, err := s.store.Gates(ctx)
	if err != nil {
		return History{}, err
	}
	onFile, err := s.store.EvidenceOnFile(ctx, p)
	if err != nil {
		return History{}, err
	}
	h.Needs, h.NotCounted, h.Relied = gates.Between(p.Stage, h.Next, onFile), gates.NotCounted(h.Next), map[domain.ID][]PaperReason{}
	for _, e := range EffectiveEvents(h.Events) {
		h.Relied[e.ID] = gates.relied(h.Events, e, onFile)
	}
	return h, nil
}

// refOf names a project as the subject of a change.
func refOf(p library.Project) domain.Ref { return domain.Ref{Kind: domain.SubjectProject, ID: p.ID} }

// NextStage returns the stage after s, or "" after the last.
func NextStage(s library.Stage) library.Stage {
	all := library.Stages()
	if i := s.Rank() + 1; i < len(all) {
		return all[i]
	}
	return ""
}
