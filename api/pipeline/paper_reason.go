package pipeline

import (
	"context"
	"time"

	"sangu/domain"
	"sangu/domain/pipeline"
)

type paperReasonOut struct {
	ID     domain.ID `json:"id" required:"true"`
	Need   string    `json:"need" required:"true" description:"the name of the need that it stands for"`
	Reason string    `json:"reason" required:"true"`
	ByName string    `json:"by_name" required:"true"`
	At     time.Time `json:"at" required:"true"`
}

func paperReasonFrom(r pipeline.PaperReason) paperReasonOut {
	return paperReasonOut{ID: r.ID, Need: r.Need, Reason: r.Text, ByName: r.ByName, At: r.At}
}

type paperReasonIn struct {
	Project domain.ID `path:"id" required:"true"`
	ID      domain.ID `json:"id"`
	Need    string    `json:"need" text:"reason" validate:"required,max=500"`
	Reason  string    `json:"reason" text:"reason" validate:"max=500" description:"empty takes back what stands"`
}

// ExplainMissingPaper records why a paper is not needed.
func (a *API) ExplainMissingPaper(ctx context.Context, actor domain.Actor, in paperReasonIn) (historyOut, error) {
	h, err := a.Pipeline.Explain(ctx, actor, pipeline.PaperReason{ID: in.ID, ProjectID: in.Project, Need: in.Need, Text: in.Reason})
	return historyFrom(h), err
}
