package pipeline

import (
	"context"
	"time"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/pipeline"
)

type stageEventOut struct {
	ID         domain.ID       `json:"id" required:"true"`
	Code       string          `json:"code" required:"true"`
	OccurredOn domain.EventDay `json:"occurred_on" required:"true"`
	From       domain.Date     `json:"occurred_from,omitzero" description:"the first day on which it may have happened; absent where nothing bounds it"`
	To         domain.Date     `json:"occurred_to" required:"true" description:"the last day on which it may have happened"`
	RecordedAt time.Time       `json:"recorded_at" required:"true"`
	ByName     string          `json:"by_name" required:"true"`
	Note       string          `json:"note" required:"true"`
	Reason     string          `json:"reason" required:"true"`
	ReviewOn   domain.Date     `json:"review_on,omitzero"`
	Amount     *domain.Yuan    `json:"amount" required:"true"`
	Corrects   domain.ID       `json:"corrects,omitempty"`
	Void       bool            `json:"void" required:"true"`
	Holds      bool            `json:"holds" required:"true" description:"false where a later event corrects this one"`
	Source     string          `json:"source" required:"true"`
	Confirmed  bool            `json:"confirmed" required:"true" description:"it stands, and verifiers agreed: two on a signing, one on the rest"`
	State      string          `json:"state" required:"true" enum:"reported,recognised,not_recognised,rests_on_denied," description:"of an event that no later one corrects: only what is reported or recognised counts; rests_on_denied is above a stage that is not recognised; empty where it was corrected"`
	Verdicts   []verdictOut    `json:"verdicts" required:"true"`
	// Reasons are what a verifier must have looked at.
	Reasons []paperReasonOut `json:"reasons" required:"true" description:"reasons that stand for papers of this stage; a yes names them"`
}

type needOut struct {
	Key      string          `json:"key" required:"true" description:"field.client_id, evidence.contract, visit or any"`
	Stage    string          `json:"stage" required:"true" description:"whose gate asks for it: next, or a stage that is skipped on the way"`
	AnyOf    []string        `json:"any_of" required:"true"`
	Met      bool            `json:"met" required:"true"`
	Name     string          `json:"name" required:"true" description:"tells the need from all others; a reason names it"`
	Reasoned bool            `json:"reasoned" required:"true" description:"a written reason may stand for the paper"`
	Instead  []string        `json:"instead" required:"true" description:"papers one of which must be there beside the reason"`
	Reason   *paperReasonOut `json:"reason,omitempty" description:"what was written in place of the paper"`
}

func needFrom(n pipeline.Need) needOut {
	out := needOut{Key: n.Key(), Stage: string(n.Stage), AnyOf: append([]string{}, n.AnyOf...), Met: n.Met, Name: n.Name(),
		Reasoned: n.Reasoned, Instead: append([]string{}, n.Instead...)}
	if n.Reason != nil {
		reason := paperReasonFrom(*n.Reason)
		out.Reason = &reason
	}
	return out
}

type historyOut struct {
	ProjectID  domain.ID       `json:"project_id" required:"true"`
	Stage      string          `json:"stage" required:"true"`
	Denied     string          `json:"denied" required:"true" description:"the first stage that was claimed and is not recognised, or empty"`
	Status     string          `json:"status" required:"true"`
	Version    int             `json:"version" required:"true"`
	Next       string          `json:"next" required:"true" description:"the following stage, or the one asked about; empty at the end"`
	Needs      []needOut       `json:"needs" required:"true"`
	NotCounted []string        `json:"not_counted" required:"true" description:"what is no proof of the next stage; send those that are all there is as only_seen"`
	Events     []stageEventOut `json:"events" required:"true"`
}

func (h historyOut) RecordVersion() int { return h.Version }

func historyFrom(h pipeline.History) historyOut {
	holds := map[domain.ID]bool{}
	for _, e := range pipeline.EffectiveEvents(h.Events) {
		holds[e.ID] = true
	}
	out := historyOut{ProjectID: h.Project.ID, Stage: string(h.Project.Stage),
		Denied: string(h.Project.Denied), Status: string(h.Project.Status), Version: h.Project.Version,
		Next: string(h.Next), Needs: kit.Each(h.Needs, needFrom), NotCounted: append([]string{}, h.NotCounted...), Events: []stageEventOut{}}
	for _, e := range h.Events {
		verdicts := []verdictOut{}
		for _, v := range h.Verdicts {
			if v.EventID == e.ID {
				verdicts = append(verdicts, verdictFrom(v))
			}
		}
		out.Events = append(out.Events, stageEventOut{ID: e.ID, Code: string(e.Code), OccurredOn: e.OccurredOn,
			From: e.OccurredOn.Earliest(), To: e.OccurredOn.Latest(), RecordedAt: e.RecordedAt,
			ByName: e.ByName, Note: e.Note, Reason: e.Reason, ReviewOn: e.ReviewOn,
			Amount: e.Amount, Corrects: e.Corrects, Void: e.Void, Holds: holds[e.ID], Source: e.Source, State: string(h.States[e.ID]),
			Confirmed: h.States[e.ID] == pipeline.Recognised,
			Verdicts:  verdicts, Reasons: kit.Each(h.Relied[e.ID], paperReasonFrom)})
	}
	return out
}

type historyIn struct {
	kit.ByID
	Toward string `query:"toward" validate:"max=20" description:"the stage to say the needs of; without it the next one"`
}

// ListStageEvents returns a project's history with what a stage still requires.
func (a *API) ListStageEvents(ctx context.Context, actor domain.Actor, in historyIn) (historyOut, error) {
	h, err := a.Pipeline.HistoryToward(ctx, actor, in.ID, library.Stage(in.Toward))
	return historyFrom(h), err
}

type stageMove struct {
	Project domain.ID `path:"id" required:"true"`
	kit.Versioned
	ID         domain.ID       `json:"id"`
	Code       string          `json:"code" validate:"max=20" description:"a stage, or SUSPENDED, RESUMED, TRANSFERRED, LOST, TERMINATED, EXITED"`
	OccurredOn domain.EventDay `json:"occurred_on,omitzero"`
	Note       string          `json:"note" text:"remark" validate:"max=2000"`
	Reason     string          `json:"reason" text:"reason" validate:"max=500"`
	ReviewOn   domain.Date     `json:"review_on,omitzero"`
	Amount     *domain.Yuan    `json:"amount" validate:"omitempty,max=1000000000000000"`
	Corrects   domain.ID       `json:"corrects"`
	Void       bool            `json:"void"`
	OnlySeen   []string        `json:"only_seen" validate:"max=20,dive,max=100" description:"what was seen on the spot, of the history's not_counted"`
}

// MoveStage adds an event to a project's history.
func (a *API) MoveStage(ctx context.Context, actor domain.Actor, in stageMove) (historyOut, error) {
	h, err := a.Pipeline.Move(ctx, actor, in.Project, in.Version(),
		pipeline.Move{ID: in.ID, Code: pipeline.Code(in.Code), OccurredOn: in.OccurredOn,
			Note: in.Note, Reason: in.Reason, ReviewOn: in.ReviewOn, Amount: in.Amount, Corrects: in.Corrects, Void: in.Void, OnlySeen: in.OnlySeen})
	return historyFrom(h), err
}
