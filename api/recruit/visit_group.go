package recruit

import (
	"context"

	"sangu/api/kit"
	libraryapi "sangu/api/library"
	"sangu/domain"
	"sangu/domain/library"
)

type visitGroupsIn struct {
	By string `query:"by" validate:"required,oneof=state unit owner leader"`
	visitFilter
}

func (a *API) ListVisitGroups(ctx context.Context, actor domain.Actor, in visitGroupsIn) (libraryapi.GroupsOut, error) {
	groups, err := a.Visits.Groups(ctx, actor, in.Filter(), library.GroupBy(in.By))
	return libraryapi.GroupsOut{Items: kit.Each(groups, func(g library.Group) libraryapi.GroupOut {
		return libraryapi.GroupFrom(g, libraryapi.Opens(map[string]string{"state": "state", "unit": "unit_id", "owner": "owner_id",
			"leader": "leader_id"}, in.By, g.Key, in.Without))
	})}, err
}
