package goals

import (
	"context"
	"time"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/goals"
)

type suspicionOut struct {
	ID         domain.ID      `json:"id" required:"true"`
	ProjectID  domain.ID      `json:"project_id" required:"true"`
	Project    string         `json:"project" required:"true"`
	Unit       string         `json:"unit" required:"true"`
	Kind       string         `json:"kind" required:"true"`
	Key        string         `json:"key" required:"true" description:"tells findings of a kind apart; contract or total of one above_contract"`
	Evidence   map[string]any `json:"evidence" required:"true" description:"the numbers and names that the check found; file_id is its file, other_id the other project where it is seen"`
	FoundOn    domain.Date    `json:"found_on" required:"true"`
	State      string         `json:"state" required:"true" description:"open, answered or closed"`
	Answer     string         `json:"answer" required:"true"`
	AnsweredBy string         `json:"answered_by" required:"true"`
	AnsweredAt time.Time      `json:"answered_at,omitzero"`
	Verdict    string         `json:"verdict" required:"true" description:"cleared or upheld"`
	ClosedBy   string         `json:"closed_by" required:"true"`
	ClosedAt   time.Time      `json:"closed_at,omitzero"`
	Version    int            `json:"version" required:"true"`
}

func (s suspicionOut) RecordVersion() int { return s.Version }

// SuspicionFrom returns a suspicion as the API shows it.
func SuspicionFrom(s goals.Suspicion) suspicionOut {
	return suspicionOut{ID: s.ID, ProjectID: s.Anomaly.ProjectID, Project: s.ProjectName, Unit: s.UnitName, Kind: s.Anomaly.Kind,
		Key: s.Anomaly.Key, Evidence: s.Anomaly.Facts, FoundOn: s.FoundOn, State: s.State, Answer: s.Answer, AnsweredBy: s.AnsweredBy,
		AnsweredAt: s.AnsweredAt,
		Verdict:    s.Verdict, ClosedBy: s.ClosedBy, ClosedAt: s.ClosedAt, Version: s.Version}
}

type suspicionsIn struct {
	State string `query:"state" validate:"omitempty,oneof=open answered closed"`
	Kind  string `query:"kind" validate:"max=40"`
}

type suspicionsOut struct {
	Items []suspicionOut `json:"items" required:"true" description:"newest first, 500 at most"`
}

func (a *API) ListSuspicions(ctx context.Context, actor domain.Actor, in suspicionsIn) (suspicionsOut, error) {
	list, err := a.Suspicions.List(ctx, actor, in.State, in.Kind)
	return suspicionsOut{kit.Each(list, SuspicionFrom)}, err
}

type scanOut struct {
	Added int `json:"added" required:"true"`
}

func (a *API) ScanSuspicions(ctx context.Context, actor domain.Actor, _ struct{}) (scanOut, error) {
	n, err := a.Suspicions.RunChecks(ctx, actor)
	return scanOut{n}, err
}

type answerIn struct {
	kit.ByID
	kit.Versioned
	Answer string `json:"answer" text:"remark" validate:"required,max=2000"`
}

func (a *API) AnswerSuspicion(ctx context.Context, actor domain.Actor, in answerIn) (suspicionOut, error) {
	s, err := a.Suspicions.Answer(ctx, actor, in.ID, in.Version(), in.Answer)
	return SuspicionFrom(s), err
}

type closeIn struct {
	kit.ByID
	kit.Versioned
	Verdict string `json:"verdict" validate:"required,oneof=cleared upheld"`
}

func (a *API) CloseSuspicion(ctx context.Context, actor domain.Actor, in closeIn) (suspicionOut, error) {
	s, err := a.Suspicions.CloseSuspicion(ctx, actor, in.ID, in.Version(), in.Verdict)
	return SuspicionFrom(s), err
}
