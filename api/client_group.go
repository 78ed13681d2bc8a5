package api

import (
	"context"

	"sangu/domain"
	"sangu/domain/library"
)

type clientGroupsIn struct {
	By string `query:"by" validate:"required,oneof=unit owner class"`
	clientFilter
}

func (a *API) clientGroups(ctx context.Context, actor domain.Actor, in clientGroupsIn) (groupsOut, error) {
	groups, err := a.Clients.Groups(ctx, actor, in.filter(), library.GroupBy(in.By))
	return groupsOut{each(groups, func(g library.Group) groupOut {
		return groupFrom(g, opens(map[string]string{"unit": "unit_id", "owner": "owner_id", "class": "investor_class"}, in.By, g.Key, in.Without))
	})}, err
}
