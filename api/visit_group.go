package api

import (
	"context"

	"sangu/domain"
	"sangu/domain/library"
)

type visitGroupsIn struct {
	By string `query:"by" validate:"required,oneof=state unit owner leader"`
	visitFilter
}

func (a *API) visitGroups(ctx context.Context, actor domain.Actor, in visitGroupsIn) (groupsOut, error) {
	groups, err := a.Visits.Groups(ctx, actor, in.filter(), library.GroupBy(in.By))
	return groupsOut{each(groups, func(g library.Group) groupOut {
		return groupFrom(g, opens(map[string]string{"state": "state", "unit": "unit_id", "owner": "owner_id", "leader": "leader_id"}, in.By, g.Key, in.Without))
	})}, err
}
