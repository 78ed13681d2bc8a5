package library

import (
	"slices"
	"time"

	"sangu/domain"
)

// ClientFacts is what is recorded of an investor, in three fixed blocks (R54).
type ClientFacts struct {
	OrganizationFacts
	InvestorClass string   // 外资、央企、国企、民企、港澳台
	Tiers         []string // 世界500强、中国500强、民企500强、上市公司、链主
	OriginCode    string   // GB/T 2260 division, with its name at the time
	OriginName    string
	Strength      string // 实力: capital, credit, risks
	Terms         string // 条件: what the investor asks
	Needs         string // 需求: site, power, water, labour
	KeyAccount    bool
	OwnerID       domain.ID
	UnitID        domain.ID
}

// Client is an entry of 客户资源库.
type Client struct {
	ID             domain.ID
	OrganizationID domain.ID
	ClientFacts
	Contacts []Contact
	// Calls counts the done visits at the client's door that a leader led 三顾.
	Calls     int
	CreatedBy domain.ID
	CreatedAt time.Time
	UpdatedAt time.Time
	Version   int
}

// InvestorClasses lists 外资、央企、国企、民企、港澳台.
func InvestorClasses() []string {
	return []string{"foreign", "central_soe", "state_owned", "private", "hk_macao_taiwan"}
}

// InvestorTiers lists the rankings of investors; one may have several.
func InvestorTiers() []string {
	return []string{"global_500", "china_500", "private_500", "listed", "chain_leader"}
}

// Check returns a KindInvalid error that names every rule the facts break.
func (f ClientFacts) Check() error {
	var c domain.Check
	c.Add("", f.OrganizationFacts.Check())
	c.That(f.InvestorClass == "" || slices.Contains(InvestorClasses(), f.InvestorClass), "investor_class", "input.enum", "allowed",
		InvestorClasses())
	for _, t := range f.Tiers {
		c.That(slices.Contains(InvestorTiers(), t), "tiers", "input.enum", "allowed", InvestorTiers())
	}
	return c.Err()
}
