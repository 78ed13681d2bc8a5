package org

import (
	"context"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/org"
)

type setupOut struct {
	Needed     bool   `json:"needed" required:"true"`
	CountyName string `json:"county_name" required:"true"`
}

func (a *API) GetSetup(ctx context.Context, _ domain.Actor, _ struct{}) (setupOut, error) {
	needed, err := a.Setup.Needed(ctx)
	if err != nil {
		return setupOut{}, err
	}
	p, err := a.Setup.Profile(ctx)
	return setupOut{needed, p.CountyName}, err
}

type setupIn struct {
	CountyName   string `json:"county_name" text:"title" validate:"required,max=100"`
	DivisionCode string `json:"division_code" validate:"omitempty,len=6,numeric"`
	Name         string `json:"name" text:"person" validate:"required,max=100"`
	Login        string `json:"login" text:"login" validate:"required,max=64"`
	Password     string `json:"password" validate:"required,max=256"`
}

func (a *API) SetUp(ctx context.Context, actor domain.Actor, in setupIn) (kit.Named, error) {
	p, err := a.Setup.FirstAdministrator(ctx, actor, org.Profile{CountyName: in.CountyName, DivisionCode: in.DivisionCode},
		org.NewPerson{Name: in.Name, Login: in.Login, Password: in.Password})
	return kit.Named{ID: p.ID, Name: p.Name}, err
}
