package library

import (
	"context"
	"time"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/library"
)

type clientFacts struct {
	Name              string      `json:"name" text:"name" validate:"required,max=200"`
	CreditCode        string      `json:"credit_code" text:"credit_code" validate:"max=30"`
	CodeOverride      string      `json:"code_override" text:"override" validate:"max=300" description:"why a code whose check character fails is right"`
	RegisteredCapital domain.Yuan `json:"registered_capital" validate:"min=0" description:"元; 0 is not known, and leaves what was"`
	InvestorClass     string      `json:"investor_class" validate:"omitempty,oneof=foreign central_soe state_owned private hk_macao_taiwan"`
	Tiers             []string    `json:"tiers" validate:"max=10,dive,max=40"`
	OriginCode        string      `json:"origin_code" validate:"omitempty,len=6,numeric"`
	OriginName        string      `json:"origin_name" text:"title" validate:"max=100"`
	Strength          string      `json:"strength" text:"content" validate:"max=4000"`
	Terms             string      `json:"terms" text:"content" validate:"max=4000"`
	Needs             string      `json:"needs" text:"content" validate:"max=4000"`
	KeyAccount        bool        `json:"key_account"`
	OwnerID           domain.ID   `json:"owner_id,omitempty"`
	UnitID            domain.ID   `json:"unit_id,omitempty"`
}

func (f clientFacts) facts() library.ClientFacts {
	return library.ClientFacts{OrganizationFacts: library.OrganizationFacts{Name: f.Name, CreditCode: library.NormalCreditCode(f.CreditCode),
		CodeOverride: f.CodeOverride, RegisteredCapital: f.RegisteredCapital},
		InvestorClass: f.InvestorClass, Tiers: f.Tiers, OriginCode: f.OriginCode, OriginName: f.OriginName, Strength: f.Strength, Terms: f.Terms,
		Needs: f.Needs, KeyAccount: f.KeyAccount, OwnerID: f.OwnerID, UnitID: f.UnitID}
}

type clientOut struct {
	ID domain.ID `json:"id" required:"true"`
	clientFacts
	OrganizationID domain.ID    `json:"organization_id" required:"true"`
	OwnerName      string       `json:"owner_name" required:"true"`
	UnitName       string       `json:"unit_name" required:"true"`
	Calls          int          `json:"calls" required:"true" description:"visits at the client's door led by a leader"`
	Contacts       []contactOut `json:"contacts" required:"true"`
	CreatedAt      time.Time    `json:"created_at" required:"true"`
	UpdatedAt      time.Time    `json:"updated_at" required:"true"`
	Version        int          `json:"version" required:"true"`
}

func (c clientOut) RecordVersion() int { return c.Version }

// ClientFrom returns a client as it is served.
func ClientFrom(v library.ClientView) clientOut {
	c := v.Client
	return clientOut{ID: c.ID, clientFacts: clientFacts{Name: c.Name, CreditCode: string(c.CreditCode), CodeOverride: c.CodeOverride,
		RegisteredCapital: c.RegisteredCapital, InvestorClass: c.InvestorClass, Tiers: append([]string{}, c.Tiers...), OriginCode: c.OriginCode,
		OriginName: c.OriginName, Strength: c.Strength, Terms: c.Terms, Needs: c.Needs, KeyAccount: c.KeyAccount, OwnerID: c.OwnerID,
		UnitID: c.UnitID}, OrganizationID: c.OrganizationID, OwnerName: v.OwnerName,
		UnitName: v.UnitName, Calls: c.Calls, Contacts: kit.Each(c.Contacts, ContactFrom), CreatedAt: c.CreatedAt, UpdatedAt: c.UpdatedAt,
		Version: c.Version}
}

// clientFilter narrows clients, in lists, exports and batches alike.
type clientFilter struct {
	Query      string    `query:"q" validate:"max=100"`
	Classes    []string  `query:"investor_class" validate:"max=10,dive,max=40"`
	KeyAccount bool      `query:"key_account"`
	OwnerID    domain.ID `query:"owner_id"`
	UnitID     domain.ID `query:"unit_id"`
	Watched    bool      `query:"watched" description:"those that one follows"`
	Without    []string  `query:"without" validate:"max=5,dive,oneof=owner unit class" description:"has none of these"`
	ImportID   domain.ID `query:"import_id" description:"made or changed by this import"`
}

type clientsIn struct {
	kit.PageQuery
	clientFilter
}

type clientItem struct {
	ID            domain.ID   `json:"id" required:"true"`
	Name          string      `json:"name" required:"true"`
	CreditCode    string      `json:"credit_code" required:"true"`
	InvestorClass string      `json:"investor_class" required:"true"`
	OriginName    string      `json:"origin_name" required:"true"`
	KeyAccount    bool        `json:"key_account" required:"true"`
	OwnerName     string      `json:"owner_name" required:"true"`
	UnitName      string      `json:"unit_name" required:"true"`
	Projects      int         `json:"projects" required:"true"`
	Calls         int         `json:"calls" required:"true"`
	LastVisitOn   domain.Date `json:"last_visit_on,omitzero"`
	UpdatedOn     domain.Date `json:"updated_on" required:"true"`
	Version       int         `json:"version" required:"true"`
}

func clientItemFrom(c library.ClientItem) clientItem {
	return clientItem{ID: c.ID, Name: c.Name, CreditCode: string(c.CreditCode), InvestorClass: c.InvestorClass, OriginName: c.OriginName,
		KeyAccount: c.KeyAccount, OwnerName: c.OwnerName, UnitName: c.UnitName, Projects: c.Projects, Calls: c.Calls,
		LastVisitOn: c.LastVisitOn, UpdatedOn: c.UpdatedOn, Version: c.Version}
}

// Filter returns the filter as the services take it.
func (in clientFilter) Filter() library.ClientFilter {
	return library.ClientFilter{Query: in.Query, Classes: in.Classes, KeyAccount: in.KeyAccount, OwnerID: in.OwnerID, UnitID: in.UnitID,
		Watched: in.Watched, ImportID: in.ImportID, Without: in.Without}
}

// ListClients serves one page of clients.
func (a *API) ListClients(ctx context.Context, actor domain.Actor, in clientsIn) (kit.ListOf[clientItem], error) {
	s, err := a.Clients.List(ctx, actor, in.Filter(), in.Page())
	return kit.ListFrom(s, clientItemFrom), err
}

// GetClient serves one client with contacts.
func (a *API) GetClient(ctx context.Context, actor domain.Actor, in kit.ByID) (clientOut, error) {
	v, err := a.Clients.Get(ctx, actor, in.ID)
	return ClientFrom(v), err
}

type clientCreate struct {
	ID domain.ID `json:"id"`
	clientFacts
}

// CreateClient adds a client.
func (a *API) CreateClient(ctx context.Context, actor domain.Actor, in clientCreate) (clientOut, error) {
	v, err := a.Clients.Add(ctx, actor, in.ID, in.facts())
	return ClientFrom(v), err
}

type clientUpdate struct {
	kit.ByID
	kit.Versioned
	clientFacts
}

// UpdateClient changes a client over the version read.
func (a *API) UpdateClient(ctx context.Context, actor domain.Actor, in clientUpdate) (clientOut, error) {
	v, err := a.Clients.Revise(ctx, actor, in.ID, in.Version(), in.facts())
	return ClientFrom(v), err
}
