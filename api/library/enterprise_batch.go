package library

import (
	"context"

	"sangu/domain"
	"sangu/domain/library"
)

// enterpriseSet is what a batch sets on enterprises; what is empty stays, clear
// names what is to be emptied.
type enterpriseSet struct {
	LeaderIDs  []domain.ID `json:"leader_ids" validate:"max=20"`
	UnitID     domain.ID   `json:"unit_id,omitempty"`
	HostUnitID domain.ID   `json:"host_unit_id,omitempty"`
	Industry   string      `json:"industry" validate:"max=3"`
	State      string      `json:"state" validate:"omitempty,oneof=normal distressed half_halted halted resumed"`
}

func (s enterpriseSet) edit(clear []string) library.Edit {
	return EditOf(map[string]string{"leader_ids": library.JoinIDs(s.LeaderIDs), "unit_id": string(s.UnitID),
		"host_unit_id": string(s.HostUnitID),
		"industry":     s.Industry, "state": s.State}, clear)
}

type enterprisePreviewIn struct {
	enterpriseFilter
	BatchSelection
	Set   enterpriseSet `json:"set"`
	Clear []string      `json:"clear" validate:"max=20,dive,oneof=leader_ids host_unit_id industry"`
}

func (a *API) enterpriseSelection(ctx context.Context, actor domain.Actor, in enterprisePreviewIn) library.Selection {
	return Selection(in.BatchSelection, func(p domain.Page) (domain.Slice[library.EnterpriseItem], error) {
		return a.Enterprises.List(ctx, actor, in.Filter(), p)
	}, func(e library.EnterpriseItem) domain.ID { return e.ID })
}

func (a *API) PreviewEnterprises(ctx context.Context, actor domain.Actor, in enterprisePreviewIn) (BatchOut, error) {
	o, err := a.Batches.Preview(ctx, actor, "enterprise", a.enterpriseSelection(ctx, actor, in), in.Set.edit(in.Clear))
	return BatchFrom(a.Messages, a.Batches.Fields(), actor, o), err
}

type enterpriseBatchIn struct {
	ID domain.ID `json:"id"`
	enterprisePreviewIn
}

func (a *API) ChangeEnterprises(ctx context.Context, actor domain.Actor, in enterpriseBatchIn) (BatchOut, error) {
	o, err := a.Batches.Apply(ctx, actor, in.ID, "enterprise", a.enterpriseSelection(ctx, actor, in.enterprisePreviewIn),
		in.Set.edit(in.Clear))
	return BatchFrom(a.Messages, a.Batches.Fields(), actor, o), err
}
