package library

import (
	"context"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/library"
)

// noStage stands in filters and on the board for projects that came to no
// stage yet.
const noStage = "NONE"

type boardIn struct {
	Limit int    `query:"limit" validate:"omitempty,min=1,max=50" description:"cards of a stage, at most 50"`
	Sort  string `query:"sort" validate:"max=64" description:"as of the list"`
	ProjectFilter
}

type lane struct {
	Stage string        `json:"stage" required:"true" description:"NONE for projects that came to no stage yet"`
	Count int           `json:"count" required:"true"`
	Total domain.Yuan   `json:"total" required:"true" description:"total investment in 元, of those that say one"`
	Items []projectItem `json:"items" required:"true"`
	Next  string        `json:"next" required:"true" description:"cursor of the list narrowed to this stage, empty at the end"`
}

func laneFrom(l library.Lane) lane {
	stage := string(l.Stage)
	if stage == "" {
		stage = noStage
	}
	return lane{Stage: stage, Count: l.Count, Total: l.Total, Items: kit.Each(l.Page.Items, projectItemFrom), Next: l.Page.Next}
}

type boardOut struct {
	Lanes []lane `json:"lanes" required:"true"`
}

// GetProjectBoard serves a filter's projects by stage.
func (a *API) GetProjectBoard(ctx context.Context, actor domain.Actor, in boardIn) (boardOut, error) {
	if in.Limit == 0 {
		in.Limit = 20
	}
	lanes, err := a.Projects.Board(ctx, actor, in.Filter(), domain.Page{Limit: in.Limit, Sort: in.Sort})
	return boardOut{kit.Each(lanes, laneFrom)}, err
}

// stagesOf reads the stages of a filter.
func stagesOf(in []string) []library.Stage {
	out := kit.Words[library.Stage](in)
	for i, s := range out {
		if s == noStage {
			out[i] = ""
		}
	}
	return out
}
