package library

import (
	"context"

	"sangu/domain"
	"sangu/domain/library"
)

// projectSet is what a batch sets on projects; what is empty stays, clear names
// what is to be emptied.
type projectSet struct {
	LeaderIDs         []domain.ID `json:"leader_ids" validate:"max=20"`
	ResponsibleUnitID domain.ID   `json:"responsible_unit_id,omitempty"`
	AttractingUnitID  domain.ID   `json:"attracting_unit_id,omitempty"`
	HostUnitID        domain.ID   `json:"host_unit_id,omitempty"`
	Kind              string      `json:"kind" validate:"omitempty,oneof=industry agriculture service tourism infrastructure other"`
	Channel           string      `json:"channel" validate:"omitempty,oneof=professional leader doorstep referral stationed event intermediary online self"`
	Chain             string      `json:"chain" validate:"max=100"`
	Purpose           string      `json:"purpose" validate:"omitempty,oneof=strong_county prosperous infrastructure"`
	Construction      string      `json:"construction" validate:"omitempty,oneof=new continued expansion upgrade purchase"`
	Horizon           string      `json:"horizon" validate:"omitempty,oneof=near far follow"`
}

func (s projectSet) edit(clear []string) library.Edit {
	return EditOf(map[string]string{"leader_ids": library.JoinIDs(s.LeaderIDs), "responsible_unit_id": string(s.ResponsibleUnitID),
		"attracting_unit_id": string(s.AttractingUnitID), "host_unit_id": string(s.HostUnitID), "kind": s.Kind, "channel": s.Channel,
		"chain": s.Chain, "purpose": s.Purpose, "construction": s.Construction, "horizon": s.Horizon}, clear)
}

type projectPreviewIn struct {
	ProjectFilter
	BatchSelection
	Set   projectSet `json:"set"`
	Clear []string   `json:"clear" validate:"max=20,dive,oneof=leader_ids attracting_unit_id host_unit_id kind channel chain purpose construction horizon"`
}

func (a *API) projectSelection(ctx context.Context, actor domain.Actor, in projectPreviewIn) library.Selection {
	return Selection(in.BatchSelection, func(p domain.Page) (domain.Slice[library.ProjectItem], error) {
		return a.Projects.List(ctx, actor, in.Filter(), p)
	}, func(p library.ProjectItem) domain.ID { return p.ID })
}

func (a *API) PreviewProjects(ctx context.Context, actor domain.Actor, in projectPreviewIn) (BatchOut, error) {
	o, err := a.Batches.Preview(ctx, actor, "project", a.projectSelection(ctx, actor, in), in.Set.edit(in.Clear))
	return BatchFrom(a.Messages, a.Batches.Fields(), actor, o), err
}

type projectBatchIn struct {
	ID domain.ID `json:"id"`
	projectPreviewIn
}

func (a *API) ChangeProjects(ctx context.Context, actor domain.Actor, in projectBatchIn) (BatchOut, error) {
	o, err := a.Batches.Apply(ctx, actor, in.ID, "project", a.projectSelection(ctx, actor, in.projectPreviewIn), in.Set.edit(in.Clear))
	return BatchFrom(a.Messages, a.Batches.Fields(), actor, o), err
}

type projectTotalsOut struct {
	Count           int         `json:"count" required:"true"`
	TotalInvestment domain.Yuan `json:"total_investment" required:"true" description:"元, other currencies at each project's own rate"`
	Unknown         int         `json:"unknown" required:"true" description:"projects whose total investment nobody has said"`
}

func (a *API) GetProjectTotals(ctx context.Context, actor domain.Actor, in ProjectFilter) (projectTotalsOut, error) {
	t, err := a.Projects.Totals(ctx, actor, in.Filter())
	return projectTotalsOut{t.Count, t.TotalInvestment, t.Unknown}, err
}
