package org

import (
	"context"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/org"
)

type postOut struct {
	ID       domain.ID   `json:"id" required:"true"`
	UnitID   domain.ID   `json:"unit_id" required:"true"`
	UnitName string      `json:"unit_name" required:"true"`
	Role     string      `json:"role" required:"true"`
	Title    string      `json:"title" required:"true"`
	FromOn   domain.Date `json:"from_on" required:"true"`
	ToOn     domain.Date `json:"to_on,omitzero"`
	Main     bool        `json:"main" required:"true"`
	Version  int         `json:"version" required:"true"`
}

func (p postOut) RecordVersion() int { return p.Version }

// PostFrom returns a post as the API shows it.
func PostFrom(p org.Post) postOut {
	return postOut{ID: p.ID, UnitID: p.UnitID, UnitName: p.UnitName, Role: string(p.Role), Title: p.Title, FromOn: p.FromOn, ToOn: p.ToOn,
		Main: p.Main, Version: p.Version}
}

type postCreate struct {
	PersonID domain.ID   `path:"id" required:"true"`
	ID       domain.ID   `json:"id"`
	UnitID   domain.ID   `json:"unit_id" validate:"required"`
	Role     string      `json:"role" validate:"required,max=32"`
	Title    string      `json:"title" text:"title" validate:"max=100"`
	FromOn   domain.Date `json:"from_on,omitzero"`
	ToOn     domain.Date `json:"to_on,omitzero"`
	Main     bool        `json:"main"`
}

func (a *API) Appoint(ctx context.Context, actor domain.Actor, in postCreate) (postOut, error) {
	p, err := a.People.Appoint(ctx, actor, org.NewPost{ID: in.ID, PersonID: in.PersonID, UnitID: in.UnitID, Role: org.Role(in.Role),
		Title: in.Title, FromOn: in.FromOn, ToOn: in.ToOn, Main: in.Main})
	return PostFrom(p), err
}

type postEnd struct {
	kit.ByID
	kit.Versioned
	ToOn domain.Date `json:"to_on" validate:"required"`
}

func (a *API) EndPost(ctx context.Context, actor domain.Actor, in postEnd) (postOut, error) {
	p, err := a.People.Dismiss(ctx, actor, in.ID, in.Version(), in.ToOn)
	return PostFrom(p), err
}

type postReinstate struct {
	kit.ByID
	kit.Versioned
	ToOn domain.Date `json:"to_on,omitzero" description:"until when, as before it was ended; none for no end"`
}

func (a *API) ReinstatePost(ctx context.Context, actor domain.Actor, in postReinstate) (postOut, error) {
	p, err := a.People.Reinstate(ctx, actor, in.ID, in.Version(), in.ToOn)
	return PostFrom(p), err
}
