package pipeline

import (
	"context"
	"time"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/pipeline"
)

type verdictOut struct {
	Agrees bool      `json:"agrees" required:"true"`
	Note   string    `json:"note" required:"true"`
	ByName string    `json:"by_name" required:"true"`
	At     time.Time `json:"at" required:"true"`
}

func verdictFrom(v pipeline.Verdict) verdictOut {
	return verdictOut{Agrees: v.Agrees, Note: v.Note, ByName: v.ByName, At: v.At}
}

type verdictIn struct {
	kit.ByID
	Agrees  bool        `json:"agrees" description:"true: it is so; false: it is not"`
	Note    string      `json:"note" text:"note" validate:"max=1000"`
	Reasons []domain.ID `json:"reasons" validate:"max=50" description:"the reasons in place of papers that were looked at"`
}

// VerifyStage records a verdict on a stage event.
func (a *API) VerifyStage(ctx context.Context, actor domain.Actor, in verdictIn) (historyOut, error) {
	h, err := a.Pipeline.Confirm(ctx, actor, pipeline.Verdict{EventID: in.ID, Agrees: in.Agrees, Note: in.Note, Reasons: in.Reasons})
	return historyFrom(h), err
}
