package org

import (
	"context"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/org"
)

type personOut struct {
	ID        domain.ID `json:"id" required:"true"`
	Name      string    `json:"name" required:"true"`
	Login     string    `json:"login" required:"true"`
	WorkPhone string    `json:"work_phone" required:"true"`
	WorkEmail string    `json:"work_email" required:"true"`
	Disabled  bool      `json:"disabled" required:"true"`
	Posts     []postOut `json:"posts" required:"true"`
	Version   int       `json:"version" required:"true"`
}

func (p personOut) RecordVersion() int { return p.Version }

// PersonFrom returns a person as the API shows it to an actor.
func PersonFrom(v org.PersonView) personOut {
	return personOut{ID: v.ID, Name: v.Name, Login: v.Login, WorkPhone: v.WorkPhone, WorkEmail: v.WorkEmail,
		Disabled: !v.DisabledAt.IsZero(), Posts: kit.Each(v.Posts, PostFrom), Version: v.Version}
}

type peopleIn struct {
	kit.PageQuery
	Query  string    `query:"q" validate:"max=100"`
	UnitID domain.ID `query:"unit_id"`
	Role   string    `query:"role" validate:"max=32"`
	Leader bool      `query:"leader"`
}

func (a *API) ListPeople(ctx context.Context, _ domain.Actor, in peopleIn) (kit.ListOf[personOut], error) {
	s, err := a.People.List(ctx, org.PersonFilter{Query: in.Query, UnitID: in.UnitID, Role: org.Role(in.Role), Leader: in.Leader}, in.Page())
	return kit.ListFrom(s, PersonFrom), err
}

func (a *API) GetPerson(ctx context.Context, _ domain.Actor, in kit.ByID) (personOut, error) {
	v, err := a.People.Get(ctx, in.ID)
	return PersonFrom(v), err
}

type personCreate struct {
	ID        domain.ID `json:"id"`
	Name      string    `json:"name" text:"person" validate:"required,max=100"`
	Login     string    `json:"login" text:"login" validate:"max=64"`
	Password  string    `json:"password" validate:"max=256"`
	WorkPhone string    `json:"work_phone" text:"phone" validate:"max=40"`
	WorkEmail string    `json:"work_email" text:"email" validate:"max=200"`
}

func (a *API) CreatePerson(ctx context.Context, actor domain.Actor, in personCreate) (personOut, error) {
	v, err := a.People.Add(ctx, actor, org.NewPerson{ID: in.ID, Name: in.Name, Login: in.Login, Password: in.Password,
		WorkPhone: in.WorkPhone, WorkEmail: in.WorkEmail})
	return PersonFrom(v), err
}

type personUpdate struct {
	kit.ByID
	kit.Versioned
	Name      string `json:"name" text:"person" validate:"required,max=100"`
	Login     string `json:"login" text:"login" validate:"max=64"`
	WorkPhone string `json:"work_phone" text:"phone" validate:"max=40"`
	WorkEmail string `json:"work_email" text:"email" validate:"max=200"`
	Disabled  bool   `json:"disabled"`
	Password  string `json:"password" validate:"max=256" description:"empty keeps the present one"`
}

func (a *API) UpdatePerson(ctx context.Context, actor domain.Actor, in personUpdate) (personOut, error) {
	v, err := a.People.Revise(ctx, actor, in.ID, in.Version(), org.PersonFacts{Name: in.Name, Login: in.Login, WorkPhone: in.WorkPhone,
		WorkEmail: in.WorkEmail, Disabled: in.Disabled, Password: in.Password})
	return PersonFrom(v), err
}
