package recruit

import (
	"context"

	"sangu/api/kit"
	libraryapi "sangu/api/library"
	"sangu/domain"
	"sangu/domain/library"
)

type leadGroupsIn struct {
	By string `query:"by" validate:"required,oneof=state unit owner"`
	leadFilter
}

func (a *API) ListLeadGroups(ctx context.Context, actor domain.Actor, in leadGroupsIn) (libraryapi.GroupsOut, error) {
	groups, err := a.Leads.Groups(ctx, actor, in.Filter(), library.GroupBy(in.By))
	return libraryapi.GroupsOut{Items: kit.Each(groups, func(g library.Group) libraryapi.GroupOut {
		return libraryapi.GroupFrom(g, libraryapi.Opens(map[string]string{"state": "state", "unit": "unit_id", "owner": "owner_id"}, in.By,
			g.Key, in.Without))
	})}, err
}
