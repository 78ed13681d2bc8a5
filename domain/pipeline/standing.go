package pipeline

import (
	"slices"

	"sangu/domain"
	"sangu/domain/library"
)

// ClaimState is what verifiers have made of a claimed stage.
type ClaimState string

// The states of a claim. Only the first two stand: what does not stand is neither
// reported nor reached, in any figure.
const (
	Reported      ClaimState = "reported"       // 仅上报: waits for verifiers
	Recognised    ClaimState = "recognised"     // 已确认: enough of them agree
	NotRecognised ClaimState = "not_recognised" // 未认定: one of them does not
	// RestsOnDenied 前序未认定 is a claim above a stage that is not recognised,
	// whatever verifiers said of it: who has not begun to build cannot have begun to
	// produce, and a stage is only left out on the papers of its own gate
	// (domain.md §3.1).
	RestsOnDenied ClaimState = "rests_on_denied"
)

// Denied reports whether a verifier does not recognise the event. An event that
// replaces it is a new claim, to be judged again.
func (e Event) Denied(verdicts []Verdict) bool {
	return slices.ContainsFunc(verdicts, func(v Verdict) bool { return v.EventID == e.ID && !v.Agrees })
}

// DeniedStages returns the stages that are claimed and not recognised, in their
// order: every claim of them that no later event corrects was denied.
func DeniedStages(events []Event, verdicts []Verdict) []library.Stage {
	claimed, stands := map[library.Stage]bool{}, map[library.Stage]bool{}
	for _, e := range EffectiveEvents(events) {
		if stage, ok := e.Code.Stage(); ok {
			claimed[stage] = true
			stands[stage] = stands[stage] || !e.Denied(verdicts)
		}
	}
	return slices.DeleteFunc(library.Stages(), func(s library.Stage) bool { return !claimed[s] || stands[s] })
}

// firstDenied returns the first stage that is not recognised, or "".
func firstDenied(events []Event, verdicts []Verdict) library.Stage {
	for _, s := range DeniedStages(events, verdicts) {
		return s
	}
	return ""
}

// SigningStands reports whether the contract amount of a project counts whose first
// stage that is not recognised is denied.
func SigningStands(denied library.Stage) bool {
	return denied == "" || denied.Rank() > library.Signed.Rank()
}

// ClaimStates returns the state of each effective event, by its ID. A status rests on
// no stage.
func ClaimStates(events []Event, verdicts []Verdict) map[domain.ID]ClaimState {
	denied := firstDenied(events, verdicts)
	out := map[domain.ID]ClaimState{}
	for _, e := range EffectiveEvents(events) {
		stage, isStage := e.Code.Stage()
		switch {
		case e.Denied(verdicts):
			out[e.ID] = NotRecognised
		case isStage && denied != "" && stage.Rank() > denied.Rank():
			out[e.ID] = RestsOnDenied
		case e.Confirmed(verdicts):
			out[e.ID] = Recognised
		default:
			out[e.ID] = Reported
		}
	}
	return out
}

// StandingEvents returns the effective events whose claim stands, in their order. All
// that is said of how far a project has come is said of these.
func StandingEvents(events []Event, verdicts []Verdict) []Event {
	states := ClaimStates(events, verdicts)
	return inOrder(slices.DeleteFunc(asRecorded(events), func(e Event) bool {
		return states[e.ID] == NotRecognised || states[e.ID] == RestsOnDenied
	}))
}

// HappenedBy returns the effective events, denied ones included, that had happened by a
// day for certain. What is denied says nothing of when the others happened.
func HappenedBy(events []Event, verdicts []Verdict, day domain.Date) []Event {
	known := map[domain.ID]domain.EventDay{}
	for _, e := range StandingEvents(events, verdicts) {
		known[e.ID] = e.OccurredOn
	}
	var out []Event
	for _, e := range asRecorded(events) {
		if on, stands := known[e.ID]; stands {
			e.OccurredOn = on
		}
		if !e.OccurredOn.Latest().After(day) {
			out = append(out, e)
		}
	}
	return out
}
