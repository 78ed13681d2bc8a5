package recruit

import (
	"context"

	libraryapi "sangu/api/library"
	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/recruit"
)

// visitSet is what a batch sets on visits; what is empty stays, clear names what
// is to be emptied.
type visitSet struct {
	OwnerID  domain.ID   `json:"owner_id,omitempty"`
	LeaderID domain.ID   `json:"leader_id,omitempty"`
	Way      string      `json:"way" validate:"omitempty,oneof=out in"`
	On       domain.Date `json:"on,omitzero"`
	Place    string      `json:"place" validate:"max=200"`
	Purpose  string      `json:"purpose" validate:"max=2000"`
}

func (s visitSet) edit(clear []string) library.Edit {
	return libraryapi.EditOf(map[string]string{"owner_id": string(s.OwnerID), "leader_id": string(s.LeaderID), "way": s.Way,
		"on": s.On.String(), "place": s.Place,
		"purpose": s.Purpose}, clear)
}

type visitPreviewIn struct {
	visitFilter
	libraryapi.BatchSelection
	Set   visitSet `json:"set"`
	Clear []string `json:"clear" validate:"max=20,dive,oneof=leader_id place purpose"`
}

func (a *API) visitSelection(ctx context.Context, actor domain.Actor, in visitPreviewIn) library.Selection {
	return libraryapi.Selection(in.BatchSelection, func(p domain.Page) (domain.Slice[recruit.VisitItem], error) {
		return a.Visits.List(ctx, actor, in.Filter(), p)
	}, func(v recruit.VisitItem) domain.ID { return v.ID })
}

func (a *API) PreviewVisits(ctx context.Context, actor domain.Actor, in visitPreviewIn) (libraryapi.BatchOut, error) {
	o, err := a.Batches.Preview(ctx, actor, "visit", a.visitSelection(ctx, actor, in), in.Set.edit(in.Clear))
	return libraryapi.BatchFrom(a.Messages, a.Batches.Fields(), actor, o), err
}

type visitBatchIn struct {
	ID domain.ID `json:"id"`
	visitPreviewIn
}

func (a *API) ChangeVisits(ctx context.Context, actor domain.Actor, in visitBatchIn) (libraryapi.BatchOut, error) {
	o, err := a.Batches.Apply(ctx, actor, in.ID, "visit", a.visitSelection(ctx, actor, in.visitPreviewIn), in.Set.edit(in.Clear))
	return libraryapi.BatchFrom(a.Messages, a.Batches.Fields(), actor, o), err
}
