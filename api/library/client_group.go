package library

import (
	"context"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/library"
)

type clientGroupsIn struct {
	By string `query:"by" validate:"required,oneof=unit owner class"`
	clientFilter
}

func (a *API) ListClientGroups(ctx context.Context, actor domain.Actor, in clientGroupsIn) (GroupsOut, error) {
	groups, err := a.Clients.Groups(ctx, actor, in.Filter(), library.GroupBy(in.By))
	return GroupsOut{kit.Each(groups, func(g library.Group) GroupOut {
		return GroupFrom(g, Opens(map[string]string{"unit": "unit_id", "owner": "owner_id", "class": "investor_class"}, in.By, g.Key, in.Without))
	})}, err
}
