package recruit

import (
	"context"

	libraryapi "sangu/api/library"
	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/recruit"
)

// leadSet is what a batch sets on leads; what is empty stays, clear names what
// is to be emptied.
type leadSet struct {
	OwnerID    domain.ID   `json:"owner_id,omitempty"`
	Channel    string      `json:"channel" validate:"omitempty,oneof=professional leader doorstep referral stationed event intermediary online self"`
	Industry   string      `json:"industry" validate:"max=3"`
	NextOn     domain.Date `json:"next_on,omitzero"`
	NextAction string      `json:"next_action" validate:"max=500"`
}

func (s leadSet) edit(clear []string) library.Edit {
	return libraryapi.EditOf(map[string]string{"owner_id": string(s.OwnerID), "channel": s.Channel, "industry": s.Industry,
		"next_on":     s.NextOn.String(),
		"next_action": s.NextAction}, clear)
}

type leadPreviewIn struct {
	leadFilter
	libraryapi.BatchSelection
	Set   leadSet  `json:"set"`
	Clear []string `json:"clear" validate:"max=20,dive,oneof=industry next_on next_action"`
}

func (a *API) leadSelection(ctx context.Context, actor domain.Actor, in leadPreviewIn) library.Selection {
	return libraryapi.Selection(in.BatchSelection, func(p domain.Page) (domain.Slice[recruit.LeadItem], error) {
		return a.Leads.List(ctx, actor, in.Filter(), p)
	}, func(l recruit.LeadItem) domain.ID { return l.ID })
}

func (a *API) PreviewLeads(ctx context.Context, actor domain.Actor, in leadPreviewIn) (libraryapi.BatchOut, error) {
	o, err := a.Batches.Preview(ctx, actor, "lead", a.leadSelection(ctx, actor, in), in.Set.edit(in.Clear))
	return libraryapi.BatchFrom(a.Messages, a.Batches.Fields(), actor, o), err
}

type leadBatchIn struct {
	ID domain.ID `json:"id"`
	leadPreviewIn
}

func (a *API) ChangeLeads(ctx context.Context, actor domain.Actor, in leadBatchIn) (libraryapi.BatchOut, error) {
	o, err := a.Batches.Apply(ctx, actor, in.ID, "lead", a.leadSelection(ctx, actor, in.leadPreviewIn), in.Set.edit(in.Clear))
	return libraryapi.BatchFrom(a.Messages, a.Batches.Fields(), actor, o), err
}
