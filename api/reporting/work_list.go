package reporting

import (
	"context"

	"sangu/api/kit"
	libraryapi "sangu/api/library"
	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/reporting"
)

type workListOut struct {
	Key    string            `json:"key" required:"true" enum:"should_start,ready,one_sheet,stalled"`
	Count  int               `json:"count" required:"true"`
	Amount domain.Yuan       `json:"amount" required:"true" description:"total investment, 元"`
	Query  map[string]string `json:"query" required:"true" description:"parameters of /projects that give the rows"`
}

type workListsOut struct {
	BasisOut
	Scope ScopeOut      `json:"scope" required:"true"`
	Items []workListOut `json:"items" required:"true"`
}

type workListsIn struct {
	UnitID   domain.ID `query:"unit_id" description:"responsible unit"`
	LeaderID domain.ID `query:"leader_id"`
}

// ListWorkLists returns the four work lists.
func (a *API) ListWorkLists(ctx context.Context, actor domain.Actor, in workListsIn) (workListsOut, error) {
	r, err := a.Reports.WorkLists(ctx, actor, library.ProjectFilter{UnitID: in.UnitID, LeaderID: in.LeaderID})
	return workListsOut{BasisFrom(r.Basis), ScopeFrom(r.Scope), kit.Each(r.Items, func(l reporting.WorkList) workListOut {
		return workListOut{Key: l.Key, Count: l.Count, Amount: l.Amount, Query: libraryapi.ProjectQuery(l.Filter)}
	})}, err
}
