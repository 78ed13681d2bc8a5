package repository

import (
	"sangu/domain"
	"sangu/domain/library"
)

// storedClientFacts is a library.ClientFacts as it is stored.
type storedClientFacts struct {
	storedOrganizationFacts
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

// storeClientFacts returns the stored form.
func storeClientFacts(x library.ClientFacts) storedClientFacts {
	return storedClientFacts{
		storedOrganizationFacts: storeOrganizationFacts(x.OrganizationFacts),
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

// entity returns what was stored.
func (s storedClientFacts) entity() library.ClientFacts {
	return library.ClientFacts{
		OrganizationFacts: s.storedOrganizationFacts.entity(),
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

// storedOrganizationFacts is a library.OrganizationFacts as it is stored.
type storedOrganizationFacts struct {
	Name              string             `json:"Name"`
	CreditCode        library.CreditCode `json:"CreditCode"`
	CodeOverride      string             `json:"CodeOverride"`
	RegisteredCapital domain.Yuan        `json:"RegisteredCapital"`
}

// storeOrganizationFacts returns the stored form.
func storeOrganizationFacts(x library.OrganizationFacts) storedOrganizationFacts {
	return storedOrganizationFacts{
		Name:              x.Name,
		CreditCode:        x.CreditCode,
		CodeOverride:      x.CodeOverride,
		RegisteredCapital: x.RegisteredCapital,
	}
}

// entity returns what was stored.
func (s storedOrganizationFacts) entity() library.OrganizationFacts {
	return library.OrganizationFacts{
		Name:              s.Name,
		CreditCode:        s.CreditCode,
		CodeOverride:      s.CodeOverride,
		RegisteredCapital: s.RegisteredCapital,
	}
}

// storedEnterpriseFacts is a library.EnterpriseFacts as it is stored.
type storedEnterpriseFacts struct {
	storedOrganizationFacts
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

// storeEnterpriseFacts returns the stored form.
func storeEnterpriseFacts(x library.EnterpriseFacts) storedEnterpriseFacts {
	return storedEnterpriseFacts{
		storedOrganizationFacts: storeOrganizationFacts(x.OrganizationFacts),
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

// entity returns what was stored.
func (s storedEnterpriseFacts) entity() library.EnterpriseFacts {
	return library.EnterpriseFacts{
		OrganizationFacts: s.storedOrganizationFacts.entity(),
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
