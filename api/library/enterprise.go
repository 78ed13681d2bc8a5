package library

import (
	"context"
	"time"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/library"
)

type enterpriseFacts struct {
	Name              string      `json:"name" text:"name" validate:"required,max=200"`
	CreditCode        string      `json:"credit_code" text:"credit_code" validate:"max=30"`
	CodeOverride      string      `json:"code_override" text:"override" validate:"max=300"`
	RegisteredCapital domain.Yuan `json:"registered_capital" validate:"min=0" description:"元; 0 is not known, and leaves what was"`
	HostUnitID        domain.ID   `json:"host_unit_id,omitempty"`
	UnitID            domain.ID   `json:"unit_id,omitempty"`
	Industry          string      `json:"industry" validate:"max=3"`
	AboveScale        bool        `json:"above_scale"`
	Products          string      `json:"products" text:"note" validate:"max=1000"`
	Upstream          string      `json:"upstream" text:"note" validate:"max=1000"`
	Downstream        string      `json:"downstream" text:"note" validate:"max=1000"`
	State             string      `json:"state" validate:"omitempty,oneof=normal distressed half_halted halted resumed"`
	StateSince        domain.Date `json:"state_since,omitzero"`
	Requests          string      `json:"requests" text:"content" validate:"max=4000"`
	LeaderIDs         []domain.ID `json:"leader_ids" validate:"max=20"`
}

func (f enterpriseFacts) facts() library.EnterpriseFacts {
	return library.EnterpriseFacts{OrganizationFacts: library.OrganizationFacts{Name: f.Name,
		CreditCode: library.NormalCreditCode(f.CreditCode), CodeOverride: f.CodeOverride, RegisteredCapital: f.RegisteredCapital},
		HostUnitID: f.HostUnitID, UnitID: f.UnitID, Industry: f.Industry, AboveScale: f.AboveScale, Products: f.Products, Upstream: f.Upstream,
		Downstream: f.Downstream, State: library.OperatingState(f.State), StateSince: f.StateSince, Requests: f.Requests}
}

type enterpriseOut struct {
	ID domain.ID `json:"id" required:"true"`
	enterpriseFacts
	OrganizationID domain.ID       `json:"organization_id" required:"true"`
	IndustryName   string          `json:"industry_name" required:"true"`
	HostUnit       string          `json:"host_unit" required:"true"`
	UnitName       string          `json:"unit_name" required:"true"`
	Leaders        []assignmentOut `json:"leaders" required:"true"`
	CreatedAt      time.Time       `json:"created_at" required:"true"`
	UpdatedAt      time.Time       `json:"updated_at" required:"true"`
	Version        int             `json:"version" required:"true"`
}

func (e enterpriseOut) RecordVersion() int { return e.Version }

// EnterpriseFrom returns an enterprise as it is served.
func EnterpriseFrom(v library.EnterpriseView) enterpriseOut {
	e := v.Enterprise
	out := enterpriseOut{ID: e.ID, enterpriseFacts: enterpriseFacts{Name: e.Name, CreditCode: string(e.CreditCode),
		CodeOverride: e.CodeOverride, RegisteredCapital: e.RegisteredCapital, HostUnitID: e.HostUnitID, UnitID: e.UnitID, Industry: e.Industry,
		AboveScale: e.AboveScale,
		Products:   e.Products, Upstream: e.Upstream, Downstream: e.Downstream, State: string(e.State), StateSince: e.StateSince,
		Requests: e.Requests, LeaderIDs: []domain.ID{}}, OrganizationID: e.OrganizationID, IndustryName: industryName(e.Industry),
		HostUnit: v.HostUnit, UnitName: v.UnitName, Leaders: kit.Each(e.Leaders, assignmentFrom), CreatedAt: e.CreatedAt,
		UpdatedAt: e.UpdatedAt, Version: e.Version}
	for _, a := range e.Leaders {
		if a.ToOn.IsZero() {
			out.LeaderIDs = append(out.LeaderIDs, a.PersonID)
		}
	}
	return out
}

// enterpriseFilter narrows enterprises, in lists, exports and batches alike.
type enterpriseFilter struct {
	Query      string    `query:"q" validate:"max=100"`
	States     []string  `query:"state" validate:"max=10,dive,max=20"`
	AboveScale *bool     `query:"above_scale"`
	HostUnitID domain.ID `query:"host_unit_id"`
	LeaderID   domain.ID `query:"leader_id"`
	UnitID     domain.ID `query:"unit_id"`
	Industries []string  `query:"industry" validate:"max=20,dive,max=3" description:"divisions of GB/T 4754"`
	Watched    bool      `query:"watched" description:"those that one follows"`
	Without    []string  `query:"without" validate:"max=5,dive,oneof=host unit industry" description:"has none of these"`
	ImportID   domain.ID `query:"import_id" description:"made or changed by this import"`
}

type enterprisesIn struct {
	kit.PageQuery
	enterpriseFilter
}

// Filter returns the filter as the services take it.
func (in enterpriseFilter) Filter() library.EnterpriseFilter {
	return library.EnterpriseFilter{Query: in.Query, States: kit.Words[library.OperatingState](in.States), AboveScale: in.AboveScale,
		HostUnitID: in.HostUnitID, LeaderID: in.LeaderID,
		UnitID: in.UnitID, Industries: in.Industries, Watched: in.Watched, ImportID: in.ImportID, Without: in.Without}
}

type enterpriseItem struct {
	ID         domain.ID   `json:"id" required:"true"`
	Name       string      `json:"name" required:"true"`
	CreditCode string      `json:"credit_code" required:"true"`
	Industry   string      `json:"industry" required:"true"`
	HostUnit   string      `json:"host_unit" required:"true"`
	AboveScale bool        `json:"above_scale" required:"true"`
	State      string      `json:"state" required:"true"`
	StateSince domain.Date `json:"state_since" required:"true"`
	Products   string      `json:"products" required:"true"`
	Leaders    string      `json:"leaders" required:"true"`
	Requests   string      `json:"requests" required:"true"`
	UpdatedOn  domain.Date `json:"updated_on" required:"true"`
	Version    int         `json:"version" required:"true"`
}

func enterpriseItemFrom(e library.EnterpriseItem) enterpriseItem {
	return enterpriseItem{ID: e.ID, Name: e.Name, CreditCode: string(e.CreditCode), Industry: e.Industry, HostUnit: e.HostUnit,
		AboveScale: e.AboveScale, State: string(e.State), StateSince: e.StateSince, Products: e.Products, Leaders: e.Leaders,
		Requests: e.Requests, UpdatedOn: e.UpdatedOn, Version: e.Version}
}

// ListEnterprises serves one page of enterprises.
func (a *API) ListEnterprises(ctx context.Context, actor domain.Actor, in enterprisesIn) (kit.ListOf[enterpriseItem], error) {
	s, err := a.Enterprises.List(ctx, actor, in.Filter(), in.Page())
	return kit.ListFrom(s, enterpriseItemFrom), err
}

// GetEnterprise serves one enterprise.
func (a *API) GetEnterprise(ctx context.Context, actor domain.Actor, in kit.ByID) (enterpriseOut, error) {
	v, err := a.Enterprises.Get(ctx, actor, in.ID)
	return EnterpriseFrom(v), err
}

type enterpriseCreate struct {
	ID domain.ID `json:"id"`
	enterpriseFacts
}

// CreateEnterprise adds an enterprise.
func (a *API) CreateEnterprise(ctx context.Context, actor domain.Actor, in enterpriseCreate) (enterpriseOut, error) {
	v, err := a.Enterprises.Add(ctx, actor, in.ID, in.facts(), in.LeaderIDs)
	return EnterpriseFrom(v), err
}

type enterpriseUpdate struct {
	kit.ByID
	kit.Versioned
	enterpriseFacts
}

// UpdateEnterprise changes an enterprise over the version read.
func (a *API) UpdateEnterprise(ctx context.Context, actor domain.Actor, in enterpriseUpdate) (enterpriseOut, error) {
	v, err := a.Enterprises.Revise(ctx, actor, in.ID, in.Version(), in.facts(), in.LeaderIDs)
	return EnterpriseFrom(v), err
}
