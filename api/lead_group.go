package api

import (
	"context"

	"sangu/domain"
	"sangu/domain/pool"
)

type leadGroupsIn struct {
	By string `query:"by" validate:"required,oneof=state unit owner"`
	leadFilter
}

func (a *API) leadGroups(ctx context.Context, actor domain.Actor, in leadGroupsIn) (groupsOut, error) {
	groups, err := a.Leads.Groups(ctx, actor, in.filter(), pool.GroupBy(in.By))
	return groupsOut{each(groups, func(g pool.Group) groupOut { return groupFrom(g, in.query(g.Key)) })}, err
}

// query gives the parameters that open a group's rows.
func (in leadGroupsIn) query(key string) map[string]string {
	if key == "" {
		return map[string]string{"without": without(in.Without, in.By)}
	}
	return map[string]string{map[string]string{"state": "state", "unit": "unit_id", "owner": "owner_id"}[in.By]: key}
}
