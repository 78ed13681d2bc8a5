package org

import (
	"context"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/org"
)

// viewFacts are the fields of a saved view.
type viewFacts struct {
	Name    string            `json:"name" text:"title" validate:"required,max=40"`
	Shared  bool              `json:"shared" description:"seen by all who see the list; for the office and leaders"`
	Terms   map[string]string `json:"terms" description:"filter and sort as the list's query has them"`
	Columns *viewColumns      `json:"columns" description:"none leaves the columns to the person"`
}

type viewColumns struct {
	Order  []string `json:"order" required:"true" validate:"max=60,dive,max=60"`
	Hidden []string `json:"hidden" required:"true" validate:"max=60,dive,max=60"`
	Frozen int      `json:"frozen" required:"true" validate:"min=0,max=60" description:"columns that stand still, from the left"`
	// Absent in views that were saved before there were widths.
	Widths  map[string]int `json:"widths,omitempty" validate:"max=60,dive,min=60,max=800" description:"of columns whose width was set, in pixels"`
	Density string         `json:"density,omitempty" validate:"omitempty,oneof=compact comfortable"`
}

func (f viewFacts) facts() org.ViewFacts {
	out := org.ViewFacts{Name: f.Name, Shared: f.Shared, Terms: f.Terms}
	if f.Columns != nil {
		out.Columns = &org.Columns{Order: f.Columns.Order, Hidden: f.Columns.Hidden, Frozen: f.Columns.Frozen, Widths: f.Columns.Widths,
			Density: f.Columns.Density}
	}
	return out
}

type viewOut struct {
	ID        domain.ID         `json:"id" required:"true"`
	List      string            `json:"list" required:"true"`
	Name      string            `json:"name" required:"true"`
	Shared    bool              `json:"shared" required:"true"`
	OwnerID   domain.ID         `json:"owner_id" required:"true"`
	OwnerName string            `json:"owner_name" required:"true"`
	Terms     map[string]string `json:"terms" required:"true"`
	Columns   *viewColumns      `json:"columns,omitempty" description:"absent where the view leaves the columns to the person"`
	Mine      bool              `json:"mine" required:"true"`
	MayChange bool              `json:"may_change" required:"true"`
	Version   int               `json:"version" required:"true"`
}

func (v viewOut) RecordVersion() int { return v.Version }

// ViewFrom returns a saved view as the API shows it to an actor.
func ViewFrom(v org.View, actor domain.Actor) viewOut {
	out := viewOut{ID: v.ID, List: v.List, Name: v.Name, Shared: v.Shared, OwnerID: v.OwnerID, OwnerName: v.OwnerName, Terms: v.Terms,
		Mine: v.OwnerID == actor.PersonID, MayChange: v.CanChange(actor) == nil, Version: v.Version}
	if out.Terms == nil {
		out.Terms = map[string]string{}
	}
	if c := v.Columns; c != nil {
		out.Columns = &viewColumns{Order: append([]string{}, c.Order...), Hidden: append([]string{}, c.Hidden...), Frozen: c.Frozen,
			Widths: c.Widths, Density: c.Density}
	}
	return out
}

type viewsIn struct {
	List string `query:"list" validate:"required,oneof=projects clients enterprises leads visits" required:"true"`
}

type viewsOut struct {
	Items    []viewOut `json:"items" required:"true"`
	MayShare bool      `json:"may_share" required:"true"`
}

func (a *API) ListViews(ctx context.Context, actor domain.Actor, in viewsIn) (viewsOut, error) {
	views, err := a.Views.List(ctx, actor, in.List)
	return viewsOut{kit.Each(views, func(v org.View) viewOut { return ViewFrom(v, actor) }), org.MayShare(actor)}, err
}

type viewCreate struct {
	ID   domain.ID `json:"id"`
	List string    `json:"list" validate:"required,oneof=projects clients enterprises leads visits"`
	viewFacts
}

func (a *API) CreateView(ctx context.Context, actor domain.Actor, in viewCreate) (viewOut, error) {
	v, err := a.Views.Save(ctx, actor, in.ID, in.List, in.facts())
	return ViewFrom(v, actor), err
}

type viewUpdate struct {
	kit.ByID
	kit.Versioned
	viewFacts
}

func (a *API) UpdateView(ctx context.Context, actor domain.Actor, in viewUpdate) (viewOut, error) {
	v, err := a.Views.Revise(ctx, actor, in.ID, in.Version(), in.facts())
	return ViewFrom(v, actor), err
}

type viewRemove struct {
	kit.ByID
	kit.Versioned
}

func (a *API) RemoveView(ctx context.Context, actor domain.Actor, in viewRemove) (kit.NoContent, error) {
	return kit.NoContent{}, a.Views.Remove(ctx, actor, in.ID, in.Version())
}
