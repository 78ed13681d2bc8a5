package importer

import (
	"context"
	"slices"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/pipeline"
	"sangu/internal/ledger"
)

// historyFits refuses moves that break the rules of history before anything of
// the row is written.
func (w *writer) historyFits(ctx context.Context, p library.Project, moves []pipeline.Move) error {
	var events []pipeline.Event
	var verdicts []pipeline.Verdict
	if !p.ID.IsZero() {
		var err error
		if events, verdicts, err = w.Pipeline.Claims(ctx, w.actor, p.ID); err != nil {
			return err
		}
	}
	for _, m := range missing(events, moves) {
		if err := m.Check(events, verdicts, domain.Today(w.Clock)); err != nil {
			return err
		}
		events = append(events, pipeline.Event{ID: domain.ID(m.Code), Code: m.Code, OccurredOn: m.OccurredOn, RecordedAt: w.Clock.Now()})
	}
	return nil
}

// missing returns the moves whose code no event that holds has yet. A ledger that
// says again what was denied says nothing new: it is no new claim.
func missing(events []pipeline.Event, moves []pipeline.Move) []pipeline.Move {
	var out []pipeline.Move
	for _, m := range moves {
		if !slices.ContainsFunc(pipeline.EffectiveEvents(events), func(e pipeline.Event) bool { return e.Code == m.Code }) {
			out = append(out, m)
		}
	}
	return out
}

// suspendedDays is when a project that a ledger calls halted is looked at again.
const suspendedDays = 30

// moves returns the stage events that a row says, in order, each on its day as well
// as the ledger knows it. Of a stage without a day, a halt and an end only is known
// that they had come about by the ledger's own day.
func (w *writer) moves(s *ledger.Sheet, r ledger.Row, before library.Stage) []pipeline.Move {
	asOf, today := s.AsOf, domain.Today(w.Clock)
	if asOf.IsZero() || asOf.After(today) {
		asOf = today
	}
	var out []pipeline.Move
	last := -1
	for _, step := range []struct {
		key   string
		stage library.Stage
	}{{"intent_on", library.Intent}, {"signed_on", library.Signed}, {"registered_on", library.Registered}, {"started_on", library.Started},
		{"completed_on", library.Completed}, {"in_production_on", library.InProduction}, {"full_capacity_on", library.FullCapacity}} {
		if d, ok := r.Days[step.key]; ok {
			out = append(out, pipeline.Move{Code: pipeline.Code(step.stage), OccurredOn: d})
			last = step.stage.Rank()
		}
	}
	code := pipeline.Code(r.Words["stage"])
	if stage, ok := code.Stage(); ok && stage.Rank() > max(last, before.Rank()) && !r.Ahead(string(stage)) {
		out = append(out, pipeline.Move{Code: code, OccurredOn: domain.By(asOf)})
	}
	if _, ok := code.Status(); ok {
		m := pipeline.Move{Code: code, OccurredOn: domain.By(asOf), Reason: "ledger"}
		if code == pipeline.Terminate && max(last, before.Rank()) < library.Signed.Rank() {
			m.Code = pipeline.Lose
		}
		if code == pipeline.Suspend {
			m.ReviewOn = today.AddDays(suspendedDays)
		}
		out = append(out, m)
	}
	return out
}

func (w *writer) move(ctx context.Context, p library.Project, moves []pipeline.Move) (bool, error) {
	events, err := w.Pipeline.Events(ctx, w.actor, p.ID)
	if err != nil {
		return false, err
	}
	todo := missing(events, moves)
	for _, m := range todo {
		if err := w.Pipeline.MoveByLedgerWithin(ctx, w.actor, p.ID, m); err != nil {
			return false, err
		}
	}
	return len(todo) > 0, nil
}
