package reporting

import (
	"sangu/domain"
	"sangu/domain/reporting"
)

// StoredCountedFacts is a reporting.CountedFacts as it is stored.
type StoredCountedFacts struct {
	Code              string       `json:"Code"`
	Name              string       `json:"Name"`
	Kind              string       `json:"Kind"`
	Section           string       `json:"Section"`
	Chain             string       `json:"Chain"`
	Channel           string       `json:"Channel"`
	Horizon           string       `json:"Horizon"`
	KeyLevel          string       `json:"KeyLevel"`
	HighTech          bool         `json:"HighTech"`
	TotalInvestment   *domain.Yuan `json:"TotalInvestment"`
	ContractAmount    *domain.Yuan `json:"ContractAmount"`
	FundsReported     domain.Yuan  `json:"FundsReported"`
	ResponsibleUnitID domain.ID    `json:"ResponsibleUnitID"`
	ResponsibleUnit   string       `json:"ResponsibleUnit"`
	AttractingUnitID  domain.ID    `json:"AttractingUnitID"`
	AttractingUnit    string       `json:"AttractingUnit"`
	HostUnitID        domain.ID    `json:"HostUnitID"`
	ClientID          domain.ID    `json:"ClientID"`
	Leaders           []domain.ID  `json:"Leaders"`
	LeaderNames       []string     `json:"LeaderNames"`
	PlannedStart      domain.Date  `json:"PlannedStart"`
	PlannedCompletion domain.Date  `json:"PlannedCompletion"`
	Completeness      int          `json:"Completeness"`
	FromReferral      bool         `json:"FromReferral"`
}

// StoreCountedFacts returns the stored form.
func StoreCountedFacts(x reporting.CountedFacts) StoredCountedFacts {
	return StoredCountedFacts{
		Code:              x.Code,
		Name:              x.Name,
		Kind:              x.Kind,
		Section:           x.Section,
		Chain:             x.Chain,
		Channel:           x.Channel,
		Horizon:           x.Horizon,
		KeyLevel:          x.KeyLevel,
		HighTech:          x.HighTech,
		TotalInvestment:   x.TotalInvestment,
		ContractAmount:    x.ContractAmount,
		FundsReported:     x.FundsReported,
		ResponsibleUnitID: x.ResponsibleUnitID,
		ResponsibleUnit:   x.ResponsibleUnit,
		AttractingUnitID:  x.AttractingUnitID,
		AttractingUnit:    x.AttractingUnit,
		HostUnitID:        x.HostUnitID,
		ClientID:          x.ClientID,
		Leaders:           x.Leaders,
		LeaderNames:       x.LeaderNames,
		PlannedStart:      x.PlannedStart,
		PlannedCompletion: x.PlannedCompletion,
		Completeness:      x.Completeness,
		FromReferral:      x.FromReferral,
	}
}

// Entity returns what was stored.
func (s StoredCountedFacts) Entity() reporting.CountedFacts {
	return reporting.CountedFacts{
		Code:              s.Code,
		Name:              s.Name,
		Kind:              s.Kind,
		Section:           s.Section,
		Chain:             s.Chain,
		Channel:           s.Channel,
		Horizon:           s.Horizon,
		KeyLevel:          s.KeyLevel,
		HighTech:          s.HighTech,
		TotalInvestment:   s.TotalInvestment,
		ContractAmount:    s.ContractAmount,
		FundsReported:     s.FundsReported,
		ResponsibleUnitID: s.ResponsibleUnitID,
		ResponsibleUnit:   s.ResponsibleUnit,
		AttractingUnitID:  s.AttractingUnitID,
		AttractingUnit:    s.AttractingUnit,
		HostUnitID:        s.HostUnitID,
		ClientID:          s.ClientID,
		Leaders:           s.Leaders,
		LeaderNames:       s.LeaderNames,
		PlannedStart:      s.PlannedStart,
		PlannedCompletion: s.PlannedCompletion,
		Completeness:      s.Completeness,
		FromReferral:      s.FromReferral,
	}
}
