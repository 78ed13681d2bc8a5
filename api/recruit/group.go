package recruit

import (
	"context"

	libraryapi "sangu/api/library"
	"sangu/domain"
	"sangu/domain/library"
)

type leadGroupsIn struct {
	By string `query:"by" validate:"required,oneof=state unit owner"`
	leadFilter
}

// ListLeadGroups serves the groups of a filter's leads.
func (a *API) ListLeadGroups(ctx context.Context, actor domain.Actor, in leadGroupsIn) (libraryapi.GroupsOut, error) {
	groups, err := a.Leads.Groups(ctx, actor, in.Filter(), library.GroupBy(in.By))
	return libraryapi.GroupsFrom(groups, libraryapi.GroupParameters{"state": "state", "unit": "unit_id", "owner": "owner_id"}, in.By,
		in.Without), err
}

type visitGroupsIn struct {
	By string `query:"by" validate:"required,oneof=state unit owner leader"`
	visitFilter
}

// ListVisitGroups serves the groups of a filter's visits.
func (a *API) ListVisitGroups(ctx context.Context, actor domain.Actor, in visitGroupsIn) (libraryapi.GroupsOut, error) {
	groups, err := a.Visits.Groups(ctx, actor, in.Filter(), library.GroupBy(in.By))
	return libraryapi.GroupsFrom(groups, libraryapi.GroupParameters{"state": "state", "unit": "unit_id", "owner": "owner_id",
		"leader": "leader_id"}, in.By, in.Without), err
}
