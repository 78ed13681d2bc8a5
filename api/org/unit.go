package org

import (
	"context"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/org"
)

type unitOut struct {
	ID           domain.ID   `json:"id" required:"true"`
	ParentID     domain.ID   `json:"parent_id,omitempty"`
	Name         string      `json:"name" required:"true"`
	Kind         string      `json:"kind" required:"true"`
	DivisionCode string      `json:"division_code" required:"true"`
	Position     int         `json:"position" required:"true"`
	RetiredOn    domain.Date `json:"retired_on,omitzero"`
	Version      int         `json:"version" required:"true"`
}

func (u unitOut) RecordVersion() int { return u.Version }

// UnitFrom returns a unit as the API shows it.
func UnitFrom(u org.Unit) unitOut {
	return unitOut{ID: u.ID, ParentID: u.ParentID, Name: u.Name, Kind: string(u.Kind), DivisionCode: u.DivisionCode, Position: u.Position,
		RetiredOn: u.RetiredOn, Version: u.Version}
}

type unitFacts struct {
	ParentID     domain.ID   `json:"parent_id"`
	Name         string      `json:"name" text:"title" validate:"required,max=100"`
	Kind         string      `json:"kind" validate:"required,oneof=province city county township bureau park office team"`
	DivisionCode string      `json:"division_code" validate:"omitempty,len=6,numeric"`
	Position     int         `json:"position"`
	RetiredOn    domain.Date `json:"retired_on,omitzero"`
}

func (f unitFacts) facts() org.UnitFacts {
	return org.UnitFacts{ParentID: f.ParentID, Name: f.Name, Kind: org.UnitKind(f.Kind), DivisionCode: f.DivisionCode, Position: f.Position,
		RetiredOn: f.RetiredOn}
}

type unitsOut struct {
	Items []unitOut `json:"items" required:"true"`
}

func (a *API) ListUnits(ctx context.Context, _ domain.Actor, _ struct{}) (unitsOut, error) {
	all, err := a.Units.All(ctx)
	return unitsOut{kit.Each(all, UnitFrom)}, err
}

func (a *API) GetUnit(ctx context.Context, _ domain.Actor, in kit.ByID) (unitOut, error) {
	u, err := a.Units.Get(ctx, in.ID)
	return UnitFrom(u), err
}

type unitCreate struct {
	ID domain.ID `json:"id"`
	unitFacts
}

func (a *API) CreateUnit(ctx context.Context, actor domain.Actor, in unitCreate) (unitOut, error) {
	u, err := a.Units.Add(ctx, actor, in.ID, in.facts())
	return UnitFrom(u), err
}

type unitUpdate struct {
	kit.ByID
	kit.Versioned
	unitFacts
}

func (a *API) UpdateUnit(ctx context.Context, actor domain.Actor, in unitUpdate) (unitOut, error) {
	u, err := a.Units.Revise(ctx, actor, in.ID, in.Version(), in.facts())
	return UnitFrom(u), err
}
