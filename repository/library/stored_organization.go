package library

import (
	"sangu/domain"
	"sangu/domain/library"
)

// StoredClientFacts is a library.ClientFacts as it is stored.
type StoredClientFacts struct {
	StoredOrganizationFacts
	InvestorClass string    `json:"InvestorClass"`
	Tiers         []string  `json:"Tiers"`
	OriginCode    string    `json:"OriginCode"`
	OriginName    string    `json:"OriginName"`
	Strength      string    `json:"Strength"`
	Terms         string    `json:"Terms"`
	Needs         string    `json:"Needs"`
	KeyAccount    bool      `json:"KeyAccount"`
	OwnerID       domain.ID `json:"OwnerID"`
	UnitID        domain.ID `json:"UnitID"`
}

// StoreClientFacts returns the stored form.
func StoreClientFacts(x library.ClientFacts) StoredClientFacts {
	return StoredClientFacts{
		StoredOrganizationFacts: StoreOrganizationFacts(x.OrganizationFacts),
		InvestorClass:           x.InvestorClass,
		Tiers:                   x.Tiers,
		OriginCode:              x.OriginCode,
		OriginName:              x.OriginName,
		Strength:                x.Strength,
		Terms:                   x.Terms,
		Needs:                   x.Needs,
		KeyAccount:              x.KeyAccount,
		OwnerID:                 x.OwnerID,
		UnitID:                  x.UnitID,
	}
}

// Entity returns what was stored.
func (s StoredClientFacts) Entity() library.ClientFacts {
	return library.ClientFacts{
		OrganizationFacts: s.StoredOrganizationFacts.Entity(),
		InvestorClass:     s.InvestorClass,
		Tiers:             s.Tiers,
		OriginCode:        s.OriginCode,
		OriginName:        s.OriginName,
		Strength:          s.Strength,
		Terms:             s.Terms,
		Needs:             s.Needs,
		KeyAccount:        s.KeyAccount,
		OwnerID:           s.OwnerID,
		UnitID:            s.UnitID,
	}
}

// StoredOrganizationFacts is a library.OrganizationFacts as it is stored.
type StoredOrganizationFacts struct {
	Name              string             `json:"Name"`
	CreditCode        library.CreditCode `json:"CreditCode"`
	CodeOverride      string             `json:"CodeOverride"`
	RegisteredCapital domain.Yuan        `json:"RegisteredCapital"`
}

// StoreOrganizationFacts returns the stored form.
func StoreOrganizationFacts(x library.OrganizationFacts) StoredOrganizationFacts {
	return StoredOrganizationFacts{
		Name:              x.Name,
		CreditCode:        x.CreditCode,
		CodeOverride:      x.CodeOverride,
		RegisteredCapital: x.RegisteredCapital,
	}
}

// Entity returns what was stored.
func (s StoredOrganizationFacts) Entity() library.OrganizationFacts {
	return library.OrganizationFacts{
		Name:              s.Name,
		CreditCode:        s.CreditCode,
		CodeOverride:      s.CodeOverride,
		RegisteredCapital: s.RegisteredCapital,
	}
}

// StoredEnterpriseFacts is a library.EnterpriseFacts as it is stored.
type StoredEnterpriseFacts struct {
	StoredOrganizationFacts
	HostUnitID domain.ID              `json:"HostUnitID"`
	UnitID     domain.ID              `json:"UnitID"`
	Industry   string                 `json:"Industry"`
	AboveScale bool                   `json:"AboveScale"`
	Products   string                 `json:"Products"`
	Upstream   string                 `json:"Upstream"`
	Downstream string                 `json:"Downstream"`
	State      library.OperatingState `json:"State"`
	StateSince domain.Date            `json:"StateSince"`
	Requests   string                 `json:"Requests"`
}

// StoreEnterpriseFacts returns the stored form.
func StoreEnterpriseFacts(x library.EnterpriseFacts) StoredEnterpriseFacts {
	return StoredEnterpriseFacts{
		StoredOrganizationFacts: StoreOrganizationFacts(x.OrganizationFacts),
		HostUnitID:              x.HostUnitID,
		UnitID:                  x.UnitID,
		Industry:                x.Industry,
		AboveScale:              x.AboveScale,
		Products:                x.Products,
		Upstream:                x.Upstream,
		Downstream:              x.Downstream,
		State:                   x.State,
		StateSince:              x.StateSince,
		Requests:                x.Requests,
	}
}

// Entity returns what was stored.
func (s StoredEnterpriseFacts) Entity() library.EnterpriseFacts {
	return library.EnterpriseFacts{
		OrganizationFacts: s.StoredOrganizationFacts.Entity(),
		HostUnitID:        s.HostUnitID,
		UnitID:            s.UnitID,
		Industry:          s.Industry,
		AboveScale:        s.AboveScale,
		Products:          s.Products,
		Upstream:          s.Upstream,
		Downstream:        s.Downstream,
		State:             s.State,
		StateSince:        s.StateSince,
		Requests:          s.Requests,
	}
}
