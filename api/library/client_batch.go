package library

import (
	"context"
	"slices"
	"strings"

	"sangu/domain"
	"sangu/domain/library"
)

// clientSet is what a batch sets on clients; what is empty stays, clear names
// what is to be emptied.
type clientSet struct {
	OwnerID       domain.ID `json:"owner_id,omitempty"`
	UnitID        domain.ID `json:"unit_id,omitempty"`
	InvestorClass string    `json:"investor_class" validate:"omitempty,oneof=foreign central_soe state_owned private hk_macao_taiwan"`
	Tiers         []string  `json:"tiers" validate:"max=10,dive,max=40"`
}

func (s clientSet) edit(clear []string) library.Edit {
	return EditOf(map[string]string{"owner_id": string(s.OwnerID), "unit_id": string(s.UnitID), "investor_class": s.InvestorClass,
		"tiers": strings.Join(slices.Sorted(slices.Values(s.Tiers)), ",")}, clear)
}

type clientPreviewIn struct {
	clientFilter
	BatchSelection
	Set   clientSet `json:"set"`
	Clear []string  `json:"clear" validate:"max=20,dive,oneof=investor_class tiers"`
}

func (a *API) clientSelection(ctx context.Context, actor domain.Actor, in clientPreviewIn) library.Selection {
	return Selection(in.BatchSelection, func(p domain.Page) (domain.Slice[library.ClientItem], error) {
		return a.Clients.List(ctx, actor, in.Filter(), p)
	}, func(c library.ClientItem) domain.ID { return c.ID })
}

func (a *API) PreviewClients(ctx context.Context, actor domain.Actor, in clientPreviewIn) (BatchOut, error) {
	o, err := a.Batches.Preview(ctx, actor, "client", a.clientSelection(ctx, actor, in), in.Set.edit(in.Clear))
	return BatchFrom(a.Messages, a.Batches.Fields(), actor, o), err
}

type clientBatchIn struct {
	ID domain.ID `json:"id"`
	clientPreviewIn
}

func (a *API) ChangeClients(ctx context.Context, actor domain.Actor, in clientBatchIn) (BatchOut, error) {
	o, err := a.Batches.Apply(ctx, actor, in.ID, "client", a.clientSelection(ctx, actor, in.clientPreviewIn), in.Set.edit(in.Clear))
	return BatchFrom(a.Messages, a.Batches.Fields(), actor, o), err
}
