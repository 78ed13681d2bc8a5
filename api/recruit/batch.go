package recruit

import (
	"context"

	libraryapi "sangu/api/library"
	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/recruit"
)

// batches returns the handler of the batches of every list.
func (a *API) batches() libraryapi.BatchHandler {
	return libraryapi.BatchHandler{Batches: a.Batches, Texts: a.Messages}
}

// leadSet is what a batch sets on leads; what is empty stays, emptied names what
// is to be emptied.
type leadSet struct {
	OwnerID    domain.ID   `json:"owner_id,omitempty"`
	Channel    string      `json:"channel" validate:"omitempty,oneof=professional leader doorstep referral stationed event intermediary online self"`
	Industry   string      `json:"industry" validate:"max=3"`
	NextOn     domain.Date `json:"next_on,omitzero"`
	NextAction string      `json:"next_action" text:"line" validate:"max=500"`
}

func (s leadSet) edit(emptied []string) library.Edit {
	return libraryapi.EditOf(map[string]string{"owner_id": string(s.OwnerID), "channel": s.Channel, "industry": s.Industry,
		"next_on":     s.NextOn.String(),
		"next_action": s.NextAction}, emptied)
}

type leadPreviewIn struct {
	leadFilter
	libraryapi.BatchSelection
	Set   leadSet  `json:"set"`
	Clear []string `json:"clear" validate:"max=20,dive,oneof=industry next_on next_action"`
}

type leadBatchIn struct {
	ID domain.ID `json:"id"`
	leadPreviewIn
}

func (a *API) leadBatch(ctx context.Context, actor domain.Actor, in leadPreviewIn) libraryapi.BatchRequest {
	return libraryapi.BatchRequest{Kind: domain.SubjectLead, Set: in.Set.edit(in.Clear), Rows: libraryapi.Selection(in.BatchSelection,
		func(p domain.Page) (domain.Slice[recruit.LeadItem], error) {
			return a.Leads.List(ctx, actor, in.Filter(), p)
		},
		func(r recruit.LeadItem) domain.ID { return r.ID })}
}

// PreviewLeads serves what a batch would change on leads, and which it would skip.
func (a *API) PreviewLeads(ctx context.Context, actor domain.Actor, in leadPreviewIn) (libraryapi.BatchOut, error) {
	return a.batches().Preview(ctx, actor, a.leadBatch(ctx, actor, in))
}

// ChangeLeads changes many leads at once.
func (a *API) ChangeLeads(ctx context.Context, actor domain.Actor, in leadBatchIn) (libraryapi.BatchOut, error) {
	return a.batches().Apply(ctx, actor, in.ID, a.leadBatch(ctx, actor, in.leadPreviewIn))
}

// visitSet is what a batch sets on visits; what is empty stays, emptied names what
// is to be emptied.
type visitSet struct {
	OwnerID  domain.ID   `json:"owner_id,omitempty"`
	LeaderID domain.ID   `json:"leader_id,omitempty"`
	Way      string      `json:"way" validate:"omitempty,oneof=out in"`
	On       domain.Date `json:"on,omitzero"`
	Place    string      `json:"place" text:"name" validate:"max=200"`
	Purpose  string      `json:"purpose" text:"remark" validate:"max=2000"`
}

func (s visitSet) edit(emptied []string) library.Edit {
	return libraryapi.EditOf(map[string]string{"owner_id": string(s.OwnerID), "leader_id": string(s.LeaderID), "way": s.Way,
		"on": s.On.String(), "place": s.Place,
		"purpose": s.Purpose}, emptied)
}

type visitPreviewIn struct {
	visitFilter
	libraryapi.BatchSelection
	Set   visitSet `json:"set"`
	Clear []string `json:"clear" validate:"max=20,dive,oneof=leader_id place purpose"`
}

type visitBatchIn struct {
	ID domain.ID `json:"id"`
	visitPreviewIn
}

func (a *API) visitBatch(ctx context.Context, actor domain.Actor, in visitPreviewIn) libraryapi.BatchRequest {
	return libraryapi.BatchRequest{Kind: domain.SubjectVisit, Set: in.Set.edit(in.Clear), Rows: libraryapi.Selection(in.BatchSelection,
		func(p domain.Page) (domain.Slice[recruit.VisitItem], error) {
			return a.Visits.List(ctx, actor, in.Filter(), p)
		},
		func(r recruit.VisitItem) domain.ID { return r.ID })}
}

// PreviewVisits serves what a batch would change on visits, and which it would skip.
func (a *API) PreviewVisits(ctx context.Context, actor domain.Actor, in visitPreviewIn) (libraryapi.BatchOut, error) {
	return a.batches().Preview(ctx, actor, a.visitBatch(ctx, actor, in))
}

// ChangeVisits changes many visits at once.
func (a *API) ChangeVisits(ctx context.Context, actor domain.Actor, in visitBatchIn) (libraryapi.BatchOut, error) {
	return a.batches().Apply(ctx, actor, in.ID, a.visitBatch(ctx, actor, in.visitPreviewIn))
}
