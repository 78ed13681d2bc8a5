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

// opens gives the parameters that open a group's rows, by the names of the
// parameters: of those that have what the group has, or that have nothing.
func opens(names map[string]string, by, key string, lacking []string) map[string]string {
	if key == "" {
		return map[string]string{"without": without(lacking, by)}
	}
	return map[string]string{names[by]: key}
}
