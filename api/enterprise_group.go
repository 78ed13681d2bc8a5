package api

import (
	"context"

	"sangu/domain"
	"sangu/domain/library"
)

type enterpriseGroupsIn struct {
	By string `query:"by" validate:"required,oneof=state industry host unit"`
	enterpriseFilter
}

func (a *API) enterpriseGroups(ctx context.Context, actor domain.Actor, in enterpriseGroupsIn) (groupsOut, error) {
	groups, err := a.Enterprises.Groups(ctx, actor, in.filter(), library.GroupBy(in.By))
	return groupsOut{each(groups, func(g library.Group) groupOut {
		if in.By == "industry" {
			g.Name = industryName(g.Key)
		}
		return groupFrom(g, opens(map[string]string{"state": "state", "industry": "industry", "host": "host_unit_id", "unit": "unit_id"}, in.By, g.Key, in.Without))
	})}, err
}
