package library

import (
	"context"
	"slices"
	"strings"

	"sangu/domain"
	"sangu/domain/library"
)

// projectSet is what a batch sets on projects; what is empty stays, emptied names
// what is to be emptied.
type projectSet struct {
	LeaderIDs         []domain.ID `json:"leader_ids" validate:"max=20"`
	ResponsibleUnitID domain.ID   `json:"responsible_unit_id,omitempty"`
	AttractingUnitID  domain.ID   `json:"attracting_unit_id,omitempty"`
	HostUnitID        domain.ID   `json:"host_unit_id,omitempty"`
	Kind              string      `json:"kind" validate:"omitempty,oneof=industry agriculture service tourism infrastructure other"`
	Channel           string      `json:"channel" validate:"omitempty,oneof=professional leader doorstep referral stationed event intermediary online self"`
	Chain             string      `json:"chain" text:"title" validate:"max=100"`
	Purpose           string      `json:"purpose" validate:"omitempty,oneof=strong_county prosperous infrastructure"`
	Construction      string      `json:"construction" validate:"omitempty,oneof=new continued expansion upgrade purchase"`
	Horizon           string      `json:"horizon" validate:"omitempty,oneof=near far follow"`
}

func (s projectSet) edit(emptied []string) library.Edit {
	return EditOf(map[string]string{"leader_ids": library.JoinIDs(s.LeaderIDs), "responsible_unit_id": string(s.ResponsibleUnitID),
		"attracting_unit_id": string(s.AttractingUnitID), "host_unit_id": string(s.HostUnitID), "kind": s.Kind, "channel": s.Channel,
		"chain": s.Chain, "purpose": s.Purpose, "construction": s.Construction, "horizon": s.Horizon}, emptied)
}

type projectPreviewIn struct {
	ProjectFilter
	BatchSelection
	Set   projectSet `json:"set"`
	Clear []string   `json:"clear" validate:"max=20,dive,oneof=leader_ids attracting_unit_id host_unit_id kind channel chain purpose construction horizon"`
}

type projectBatchIn struct {
	ID domain.ID `json:"id"`
	projectPreviewIn
}

func (a *API) projectBatch(ctx context.Context, actor domain.Actor, in projectPreviewIn) BatchRequest {
	return BatchRequest{Kind: domain.SubjectProject, Set: in.Set.edit(in.Clear), Rows: Selection(in.BatchSelection,
		func(p domain.Page) (domain.Slice[library.ProjectItem], error) {
			return a.Projects.List(ctx, actor, in.Filter(), p)
		},
		func(r library.ProjectItem) domain.ID { return r.ID })}
}

// PreviewProjects serves what a batch would change on projects, and which it would skip.
func (a *API) PreviewProjects(ctx context.Context, actor domain.Actor, in projectPreviewIn) (BatchOut, error) {
	return a.batches().Preview(ctx, actor, a.projectBatch(ctx, actor, in))
}

// ChangeProjects changes many projects at once.
func (a *API) ChangeProjects(ctx context.Context, actor domain.Actor, in projectBatchIn) (BatchOut, error) {
	return a.batches().Apply(ctx, actor, in.ID, a.projectBatch(ctx, actor, in.projectPreviewIn))
}

// clientSet is what a batch sets on clients; what is empty stays, emptied names
// what is to be emptied.
type clientSet struct {
	OwnerID       domain.ID `json:"owner_id,omitempty"`
	UnitID        domain.ID `json:"unit_id,omitempty"`
	InvestorClass string    `json:"investor_class" validate:"omitempty,oneof=foreign central_soe state_owned private hk_macao_taiwan"`
	Tiers         []string  `json:"tiers" validate:"max=10,dive,max=40"`
}

func (s clientSet) edit(emptied []string) library.Edit {
	return EditOf(map[string]string{"owner_id": string(s.OwnerID), "unit_id": string(s.UnitID), "investor_class": s.InvestorClass,
		"tiers": strings.Join(slices.Sorted(slices.Values(s.Tiers)), ",")}, emptied)
}

type clientPreviewIn struct {
	clientFilter
	BatchSelection
	Set   clientSet `json:"set"`
	Clear []string  `json:"clear" validate:"max=20,dive,oneof=investor_class tiers"`
}

type clientBatchIn struct {
	ID domain.ID `json:"id"`
	clientPreviewIn
}

func (a *API) clientBatch(ctx context.Context, actor domain.Actor, in clientPreviewIn) BatchRequest {
	return BatchRequest{Kind: domain.SubjectClient, Set: in.Set.edit(in.Clear), Rows: Selection(in.BatchSelection,
		func(p domain.Page) (domain.Slice[library.ClientItem], error) {
			return a.Clients.List(ctx, actor, in.Filter(), p)
		},
		func(r library.ClientItem) domain.ID { return r.ID })}
}

// PreviewClients serves what a batch would change on clients, and which it would skip.
func (a *API) PreviewClients(ctx context.Context, actor domain.Actor, in clientPreviewIn) (BatchOut, error) {
	return a.batches().Preview(ctx, actor, a.clientBatch(ctx, actor, in))
}

// ChangeClients changes many clients at once.
func (a *API) ChangeClients(ctx context.Context, actor domain.Actor, in clientBatchIn) (BatchOut, error) {
	return a.batches().Apply(ctx, actor, in.ID, a.clientBatch(ctx, actor, in.clientPreviewIn))
}

// enterpriseSet is what a batch sets on enterprises; what is empty stays, emptied
// names what is to be emptied.
type enterpriseSet struct {
	LeaderIDs  []domain.ID `json:"leader_ids" validate:"max=20"`
	UnitID     domain.ID   `json:"unit_id,omitempty"`
	HostUnitID domain.ID   `json:"host_unit_id,omitempty"`
	Industry   string      `json:"industry" validate:"max=3"`
	State      string      `json:"state" validate:"omitempty,oneof=normal distressed half_halted halted resumed"`
}

func (s enterpriseSet) edit(emptied []string) library.Edit {
	return EditOf(map[string]string{"leader_ids": library.JoinIDs(s.LeaderIDs), "unit_id": string(s.UnitID),
		"host_unit_id": string(s.HostUnitID),
		"industry":     s.Industry, "state": s.State}, emptied)
}

type enterprisePreviewIn struct {
	enterpriseFilter
	BatchSelection
	Set   enterpriseSet `json:"set"`
	Clear []string      `json:"clear" validate:"max=20,dive,oneof=leader_ids host_unit_id industry"`
}

type enterpriseBatchIn struct {
	ID domain.ID `json:"id"`
	enterprisePreviewIn
}

func (a *API) enterpriseBatch(ctx context.Context, actor domain.Actor, in enterprisePreviewIn) BatchRequest {
	return BatchRequest{Kind: domain.SubjectEnterprise, Set: in.Set.edit(in.Clear), Rows: Selection(in.BatchSelection,
		func(p domain.Page) (domain.Slice[library.EnterpriseItem], error) {
			return a.Enterprises.List(ctx, actor, in.Filter(), p)
		},
		func(r library.EnterpriseItem) domain.ID { return r.ID })}
}

// PreviewEnterprises serves what a batch would change on enterprises, and which it would skip.
func (a *API) PreviewEnterprises(ctx context.Context, actor domain.Actor, in enterprisePreviewIn) (BatchOut, error) {
	return a.batches().Preview(ctx, actor, a.enterpriseBatch(ctx, actor, in))
}

// ChangeEnterprises changes many enterprises at once.
func (a *API) ChangeEnterprises(ctx context.Context, actor domain.Actor, in enterpriseBatchIn) (BatchOut, error) {
	return a.batches().Apply(ctx, actor, in.ID, a.enterpriseBatch(ctx, actor, in.enterprisePreviewIn))
}
