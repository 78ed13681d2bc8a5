package library

import (
	"context"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/library"
)

type enterpriseGroupsIn struct {
	By string `query:"by" validate:"required,oneof=state industry host unit"`
	enterpriseFilter
}

func (a *API) ListEnterpriseGroups(ctx context.Context, actor domain.Actor, in enterpriseGroupsIn) (GroupsOut, error) {
	groups, err := a.Enterprises.Groups(ctx, actor, in.Filter(), library.GroupBy(in.By))
	return GroupsOut{kit.Each(groups, func(g library.Group) GroupOut {
		if in.By == "industry" {
			g.Name = industryName(g.Key)
		}
		return GroupFrom(g, Opens(map[string]string{"state": "state", "industry": "industry", "host": "host_unit_id", "unit": "unit_id"}, in.By,
			g.Key, in.Without))
	})}, err
}
