package api

import (
	"context"

	"sangu/domain"
	"sangu/domain/library"
)

type leadGroupsIn struct {
	By string `query:"by" validate:"required,oneof=state unit owner"`
	leadFilter
}

func (a *API) leadGroups(ctx context.Context, actor domain.Actor, in leadGroupsIn) (groupsOut, error) {
	groups, err := a.Leads.Groups(ctx, actor, in.filter(), library.GroupBy(in.By))
	return groupsOut{each(groups, func(g library.Group) groupOut {
		return groupFrom(g, opens(map[string]string{"state": "state", "unit": "unit_id", "owner": "owner_id"}, in.By, g.Key, in.Without))
	})}, err
}
