package library

import (
	"context"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/library"
)

type readyViewOut struct {
	Key    string            `json:"key" required:"true" enum:"all,mine,should_start,large,key,stale,watched"`
	Query  map[string]string `json:"query" required:"true" description:"parameters of /projects that give the rows"`
	Count  int               `json:"count" required:"true"`
	Capped bool              `json:"capped" required:"true" description:"true when more than count rows exist"`
}

type readyViewsOut struct {
	Items []readyViewOut `json:"items" required:"true"`
}

// ListReadyViews serves the views of projects that everybody has, with their counts.
func (a *API) ListReadyViews(ctx context.Context, actor domain.Actor, _ struct{}) (readyViewsOut, error) {
	views, err := a.Projects.ReadyViews(ctx, actor)
	return readyViewsOut{kit.Each(views, func(p library.ReadyView) readyViewOut {
		return readyViewOut{Key: p.Key, Query: ProjectQuery(p.Filter), Count: p.Count, Capped: p.Capped}
	})}, err
}
