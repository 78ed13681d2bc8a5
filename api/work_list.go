package api

import (
	"context"
	"strconv"
	"strings"

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
	basisOut
	Scope scopeOut      `json:"scope" required:"true"`
	Items []workListOut `json:"items" required:"true"`
}

type workListsIn struct {
	UnitID   domain.ID `query:"unit_id" description:"responsible unit"`
	LeaderID domain.ID `query:"leader_id"`
}

func (a *API) workLists(ctx context.Context, actor domain.Actor, in workListsIn) (workListsOut, error) {
	r, err := a.Reports.WorkLists(ctx, actor, library.ProjectFilter{UnitID: in.UnitID, LeaderID: in.LeaderID})
	return workListsOut{basisFrom(r.Basis), scopeFrom(r.Scope), each(r.Items, func(l reporting.WorkList) workListOut {
		return workListOut{l.Key, l.Count, l.Amount, projectQuery(l.Filter)}
	})}, err
}

// projectQuery writes the filters that work lists and ready views use as /projects
// takes them.
func projectQuery(f library.ProjectFilter) map[string]string {
	q := map[string]string{}
	put := func(key, value string) {
		if value != "" {
			q[key] = value
		}
	}
	put("unit_id", string(f.UnitID))
	put("leader_id", string(f.LeaderID))
	put("should_have_begun", f.ShouldHaveBegun.String())
	put("stale_before", f.StaleBefore.String())
	put("not_reached", string(f.NotReached))
	put("evidence", strings.Join(f.Evidence, ","))
	put("key_level", strings.Join(f.KeyLevels, ","))
	for _, s := range f.Statuses {
		put("status", string(s))
	}
	if f.Going {
		put("going", "true")
	}
	if f.MinInvestment != nil {
		put("min_investment", strconv.FormatInt(int64(*f.MinInvestment), 10))
	}
	if f.Watched {
		q["watched"] = "true"
	}
	if f.Mine {
		q["mine"] = "true"
	}
	if f.OneSheet {
		put("one_sheet", "true")
	}
	return q
}
