package pipeline

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/notice"
	"sangu/domain/org"
)

// Verdict is whether one verifier agrees with a claimed stage event. Verdicts are
// never changed.
type Verdict struct {
	ID        domain.ID
	EventID   domain.ID
	ProjectID domain.ID
	Agrees    bool
	Note      string
	By        domain.ID
	ByName    string
	UnitID    domain.ID
	At        time.Time
	// Reasons are those in place of papers that the verifier looked at.
	Reasons []domain.ID
}

// VerifiedStages lists the stages whose figures are counted claimed and confirmed
// apart, so that a claim needs a verdict.
func VerifiedStages() []library.Stage {
	return []library.Stage{library.Signed, library.Started, library.InProduction}
}

// Confirmers returns how many people must agree before an event counts as
// confirmed: two for a signing (domain.md §3.1), one for every other.
func Confirmers(code Code) int {
	if code == Code(library.Signed) {
		return 2
	}
	return 1
}

// Confirmed reports whether the verdicts confirm the event: enough people
// agree, and nobody disagrees.
func (e Event) Confirmed(verdicts []Verdict) bool {
	agree := 0
	for _, v := range verdicts {
		if v.EventID != e.ID {
			continue
		}
		if !v.Agrees {
			return false
		}
		agree++
	}
	return agree >= Confirmers(e.Code)
}

// ConfirmedStages returns, of each stage with an event that stands, whether that
// event is confirmed.
func ConfirmedStages(events []Event, verdicts []Verdict) map[library.Stage]bool {
	out := map[library.Stage]bool{}
	for _, e := range StandingEvents(events, verdicts) {
		if stage, ok := e.Code.Stage(); ok {
			out[stage] = e.Confirmed(verdicts)
		}
	}
	return out
}

// MayVerify returns an error if the actor may not verify what was reported of the
// project: KindForbidden without the right, and KindInvalid for a unit that the
// project belongs to or for the reporter himself. It names the field by which the
// verdict is given.
func MayVerify(actor domain.Actor, p library.Project, reporter domain.ID, field string) error {
	if err := actor.Require(org.StageConfirm); err != nil {
		return err
	}
	if !reporter.IsZero() && reporter == actor.PersonID {
		return domain.Invalid("verdict.own_report", domain.Field(field, "verdict.own_report"))
	}
	for _, g := range actor.Grants {
		if !g.UnitID.IsZero() && (g.UnitID == p.ResponsibleUnitID || g.UnitID == p.AttractingUnitID) {
			return domain.Invalid("verdict.own_unit", domain.Field(field, "verdict.own_unit"))
		}
	}
	return nil
}

// Confirm records a verifier's verdict on a claimed event, and returns the
// project's history. The same verdict of the same person again is one verdict. It
// returns a KindNotFound error if there is no such event, and a KindInvalid or
// KindForbidden error by the rules of MayVerify and Verdict, or if the person has
// given another verdict.
func (s *Pipeline) Confirm(ctx context.Context, actor domain.Actor, v Verdict) (History, error) {
	var project domain.ID
	err := s.Work.Do(ctx, func(ctx context.Context) error {
		e, err := s.store.Event(ctx, v.EventID)
		if err != nil {
			return err
		}
		project = e.ProjectID
		p, err := s.projects.Project(ctx, actor, project)
		if err != nil {
			return err
		}
		if err := MayVerify(actor, p, e.RecordedBy, "agrees"); err != nil {
			return err
		}
		events, err := s.store.Events(ctx, project)
		if err != nil {
			return err
		}
		verdicts, err := s.store.Verdicts(ctx, project)
		if err != nil {
			return err
		}
		if err := v.check(e, events, verdicts); err != nil {
			return err
		}
		for _, had := range verdicts {
			if had.EventID == v.EventID && had.By == actor.PersonID {
				if had.Agrees == v.Agrees {
					return nil
				}
				return domain.Invalid("verdict.given")
			}
		}
		if err := s.lookedAt(ctx, p, e, events, v); err != nil {
			return err
		}
		return s.decide(ctx, actor, p, e, events, verdicts, v)
	})
	if err != nil {
		return History{}, err
	}
	return s.History(ctx, actor, project)
}

// lookedAt refuses agreement by a verifier who has not looked at every reason that
// stands for a paper: a reason is looked at as the paper would have been.
func (s *Pipeline) lookedAt(ctx context.Context, p library.Project, e Event, events []Event, v Verdict) error {
	if !v.Agrees {
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
	for _, r := range gates.relied(events, e, onFile) {
		if !slices.Contains(v.Reasons, r.ID) {
			return domain.Invalid("verdict.reasons_unread", domain.Field("reasons", "verdict.reasons_unread"))
		}
	}
	return nil
}

// check refuses a verdict on an event that a later one corrects, disagreement
// without a note, and agreement with a stage above one that is not recognised.
func (v Verdict) check(e Event, events []Event, verdicts []Verdict) error {
	if !contains(EffectiveEvents(events), e.ID) {
		return domain.Invalid("verdict.corrected")
	}
	if v.Agrees && ClaimStates(events, verdicts)[e.ID] == RestsOnDenied {
		return domain.InvalidField("agrees", "verdict.rests_on_denied", "stage", string(firstDenied(events, verdicts)))
	}
	if !v.Agrees && strings.TrimSpace(v.Note) == "" {
		return domain.InvalidField("note", "input.required")
	}
	return nil
}

// decide stores a checked verdict, and the state that it leaves the project in.
func (s *Pipeline) decide(ctx context.Context, actor domain.Actor, p library.Project, e Event, events []Event, verdicts []Verdict,
	v Verdict) error {
	v.ID, v.ProjectID, v.By, v.ByName, v.UnitID, v.At = s.IDs.New(), p.ID, actor.PersonID, actor.Name, actor.UnitID, s.Clock.Now()
	if err := s.store.AddVerdict(ctx, v); err != nil {
		return fmt.Errorf("add verdict: %w", err)
	}
	signings, err := s.store.Signings(ctx, p.ID)
	if err != nil {
		return err
	}
	if err := s.saveState(ctx, p, events, append(verdicts, v), signings); err != nil {
		return err
	}
	action := "stage.confirm"
	if !v.Agrees {
		action = "stage.refute"
	}
	return s.Journal.Record(ctx, actor, domain.Change{Action: action, Subject: refOf(p), Title: p.Name,
		UnitID: p.ResponsibleUnitID, After: v, Details: map[string]any{"to": string(e.Code), "on": e.OccurredOn.String(), "note": v.Note,
			"agrees": v.Agrees},
		Tell: answered(e.RecordedBy)})
}

// claimed returns the verifiers of other units, who are told of a stage whose
// figure waits for them.
func claimed(p library.Project, e Event) []domain.Recipient {
	stage, _ := e.Code.Stage()
	if e.Void || !slices.Contains([]library.Stage{library.Signed, library.Started, library.InProduction}, stage) {
		return nil
	}
	return toVerifiers(p)
}

// toVerifiers returns every verifier but those of the project's own units.
func toVerifiers(p library.Project) []domain.Recipient {
	own := []domain.ID{p.ResponsibleUnitID}
	if !p.AttractingUnitID.IsZero() {
		own = append(own, p.AttractingUnitID)
	}
	return []domain.Recipient{{Kind: string(notice.ToVerify), Roles: []string{string(org.Verifier)}, Except: own}}
}

// answered returns the person who reported something, who is told of its verdict.
func answered(reporter domain.ID) []domain.Recipient {
	if reporter.IsZero() {
		return nil
	}
	return []domain.Recipient{{Kind: string(notice.Verdict), PersonID: reporter}}
}
