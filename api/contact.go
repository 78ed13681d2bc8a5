package api

import (
	"context"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
)

type contactFacts struct {
	Name      string `json:"name" validate:"required,max=100"`
	Title     string `json:"title" validate:"max=100"`
	WorkPhone string `json:"work_phone" validate:"max=40" description:"given masked; sent back as given it stays"`
	WorkEmail string `json:"work_email" validate:"omitempty,email,max=200"`
	Note      string `json:"note" validate:"max=1000"`
}

type contactOut struct {
	ID       domain.ID `json:"id" required:"true"`
	ClientID domain.ID `json:"client_id" required:"true"`
	contactFacts
	Version int `json:"version" required:"true"`
}

func (c contactOut) RecordVersion() int { return c.Version }

func contactFrom(k library.Contact) contactOut {
	return contactOut{k.ID, k.ClientID, contactFacts{k.Name, k.Title, org.MaskedPhone(k.WorkPhone), k.WorkEmail, k.Note}, k.Version}
}

func (f contactFacts) contact() library.Contact {
	return library.Contact{Name: f.Name, Title: f.Title, WorkPhone: f.WorkPhone, WorkEmail: f.WorkEmail, Note: f.Note}
}

type contactCreate struct {
	ID       domain.ID `json:"id"`
	ClientID domain.ID `json:"client_id" validate:"required"`
	contactFacts
}

type contactsIn struct {
	pageQuery
	Query    string    `query:"q" validate:"max=100" description:"part of the name"`
	ClientID domain.ID `query:"client_id"`
}

type contactItem struct {
	contactOut
	ClientName string `json:"client_name" required:"true"`
}

func (a *API) contacts(ctx context.Context, actor domain.Actor, in contactsIn) (listOf[contactItem], error) {
	s, err := a.Clients.Contacts(ctx, actor, library.ContactFilter{Query: in.Query, ClientID: in.ClientID}, in.page())
	return listFrom(s, func(k library.ContactItem) contactItem { return contactItem{contactFrom(k.Contact), k.ClientName} }), err
}

func (a *API) createContact(ctx context.Context, actor domain.Actor, in contactCreate) (contactOut, error) {
	k := in.contact()
	k.ID, k.ClientID = in.ID, in.ClientID
	k, err := a.Clients.AddContact(ctx, actor, k)
	return contactFrom(k), err
}

type contactUpdate struct {
	byID
	versioned
	contactFacts
}

func (a *API) updateContact(ctx context.Context, actor domain.Actor, in contactUpdate) (contactOut, error) {
	k := in.contact()
	k.ID = in.ID
	k, err := a.Clients.ReviseContact(ctx, actor, in.version(), k)
	return contactFrom(k), err
}

func (a *API) removeContact(ctx context.Context, actor domain.Actor, in byID) (nothing, error) {
	return nothing{}, a.Clients.RemoveContact(ctx, actor, in.ID)
}

type phoneOut struct {
	Phone string `json:"phone" required:"true"`
}

func (a *API) contactPhone(ctx context.Context, actor domain.Actor, in byID) (phoneOut, error) {
	phone, err := a.Clients.Phone(ctx, actor, in.ID)
	return phoneOut{phone}, err
}
