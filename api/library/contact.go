package library

import (
	"context"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
)

type contactFacts struct {
	Name      string `json:"name" text:"person" validate:"required,max=100"`
	Title     string `json:"title" text:"title" validate:"max=100"`
	WorkPhone string `json:"work_phone" text:"phone" validate:"max=40" description:"given masked; sent back as given it stays"`
	WorkEmail string `json:"work_email" text:"email" validate:"omitempty,email,max=200"`
	Note      string `json:"note" text:"note" validate:"max=1000"`
}

type contactOut struct {
	ID       domain.ID `json:"id" required:"true"`
	ClientID domain.ID `json:"client_id" required:"true"`
	contactFacts
	Version int `json:"version" required:"true"`
}

func (c contactOut) RecordVersion() int { return c.Version }

// ContactFrom returns a contact as it is served, the phone masked.
func ContactFrom(k library.Contact) contactOut {
	return contactOut{ID: k.ID, ClientID: k.ClientID, contactFacts: contactFacts{Name: k.Name, Title: k.Title,
		WorkPhone: org.MaskedPhone(k.WorkPhone), WorkEmail: k.WorkEmail, Note: k.Note}, Version: k.Version}
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
	kit.PageQuery
	Query    string    `query:"q" validate:"max=100" description:"part of the name"`
	ClientID domain.ID `query:"client_id"`
}

type contactItem struct {
	contactOut
	ClientName string `json:"client_name" required:"true"`
}

// ListContacts serves one page of contacts, phones masked.
func (a *API) ListContacts(ctx context.Context, actor domain.Actor, in contactsIn) (kit.ListOf[contactItem], error) {
	s, err := a.Clients.ListContacts(ctx, actor, library.ContactFilter{Query: in.Query, ClientID: in.ClientID}, in.Page())
	return kit.ListFrom(s, func(k library.ContactItem) contactItem { return contactItem{ContactFrom(k.Contact), k.ClientName} }), err
}

// CreateContact adds a person at a client.
func (a *API) CreateContact(ctx context.Context, actor domain.Actor, in contactCreate) (contactOut, error) {
	k := in.contact()
	k.ID, k.ClientID = in.ID, in.ClientID
	k, err := a.Clients.AddContact(ctx, actor, k)
	return ContactFrom(k), err
}

type contactUpdate struct {
	kit.ByID
	kit.Versioned
	contactFacts
}

// UpdateContact changes a contact over the version read.
func (a *API) UpdateContact(ctx context.Context, actor domain.Actor, in contactUpdate) (contactOut, error) {
	k := in.contact()
	k.ID = in.ID
	k, err := a.Clients.ReviseContact(ctx, actor, in.Version(), k)
	return ContactFrom(k), err
}

// RemoveContact takes a person off a client.
func (a *API) RemoveContact(ctx context.Context, actor domain.Actor, in kit.ByID) (kit.NoContent, error) {
	return kit.NoContent{}, a.Clients.RemoveContact(ctx, actor, in.ID)
}

// PhoneOut is a phone unmasked.
type PhoneOut struct {
	Phone string `json:"phone" required:"true"`
}

// RevealContactPhone serves a contact's phone unmasked; the audit records who saw it.
func (a *API) RevealContactPhone(ctx context.Context, actor domain.Actor, in kit.ByID) (PhoneOut, error) {
	phone, err := a.Clients.Phone(ctx, actor, in.ID)
	return PhoneOut{phone}, err
}
