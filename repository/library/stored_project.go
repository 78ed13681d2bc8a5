package library

import (
	"sangu/domain"
	"sangu/domain/library"
	"sangu/repository/sqlkit"
)

// StoredProjectFacts is a library.ProjectFacts as it is stored.
type StoredProjectFacts struct {
	Code              string             `json:"Code"`
	Name              string             `json:"Name"`
	Content           string             `json:"Content"`
	Purpose           string             `json:"Purpose"`
	Kind              string             `json:"Kind"`
	Industry          string             `json:"Industry"`
	Chain             string             `json:"Chain"`
	Construction      string             `json:"Construction"`
	HostUnitID        domain.ID          `json:"HostUnitID"`
	Site              string             `json:"Site"`
	Land              *library.Mu        `json:"Land"`
	TotalInvestment   *domain.Yuan       `json:"TotalInvestment"`
	FixedInvestment   *domain.Yuan       `json:"FixedInvestment"`
	ContractAmount    *domain.Yuan       `json:"ContractAmount"`
	FundsReported     *domain.Yuan       `json:"FundsReported"`
	Currency          domain.Currency    `json:"Currency"`
	RateMicro         int64              `json:"RateMicro"`
	RateOn            domain.Date        `json:"RateOn"`
	Jobs              *int               `json:"Jobs"`
	AnnualOutput      *domain.Yuan       `json:"AnnualOutput"`
	AnnualTax         *domain.Yuan       `json:"AnnualTax"`
	YearPlans         []StoredYearPlan   `json:"YearPlans"`
	KeyLevels         []StoredKeyLevel   `json:"KeyLevels"`
	Horizon           string             `json:"Horizon"`
	HighTech          bool               `json:"HighTech"`
	HighTechBasis     string             `json:"HighTechBasis"`
	PlannedStart      domain.Date        `json:"PlannedStart"`
	PlannedCompletion domain.Date        `json:"PlannedCompletion"`
	PlannedProduction domain.Date        `json:"PlannedProduction"`
	ResponsibleUnitID domain.ID          `json:"ResponsibleUnitID"`
	AttractingUnitID  domain.ID          `json:"AttractingUnitID"`
	Channel           library.Channel    `json:"Channel"`
	ClientID          domain.ID          `json:"ClientID"`
	CompanyName       string             `json:"CompanyName"`
	CompanyCode       library.CreditCode `json:"CompanyCode"`
	CodeOverride      string             `json:"CodeOverride"`
}

// StoreProjectFacts returns the stored form.
func StoreProjectFacts(x library.ProjectFacts) StoredProjectFacts {
	return StoredProjectFacts{
		Code:              x.Code,
		Name:              x.Name,
		Content:           x.Content,
		Purpose:           x.Purpose,
		Kind:              x.Kind,
		Industry:          x.Industry,
		Chain:             x.Chain,
		Construction:      x.Construction,
		HostUnitID:        x.HostUnitID,
		Site:              x.Site,
		Land:              x.Land,
		TotalInvestment:   x.TotalInvestment,
		FixedInvestment:   x.FixedInvestment,
		ContractAmount:    x.ContractAmount,
		FundsReported:     x.FundsReported,
		Currency:          x.Currency,
		RateMicro:         x.RateMicro,
		RateOn:            x.RateOn,
		Jobs:              x.Jobs,
		AnnualOutput:      x.AnnualOutput,
		AnnualTax:         x.AnnualTax,
		YearPlans:         sqlkit.EachOf(x.YearPlans, StoreYearPlan),
		KeyLevels:         sqlkit.EachOf(x.KeyLevels, StoreKeyLevel),
		Horizon:           x.Horizon,
		HighTech:          x.HighTech,
		HighTechBasis:     x.HighTechBasis,
		PlannedStart:      x.PlannedStart,
		PlannedCompletion: x.PlannedCompletion,
		PlannedProduction: x.PlannedProduction,
		ResponsibleUnitID: x.ResponsibleUnitID,
		AttractingUnitID:  x.AttractingUnitID,
		Channel:           x.Channel,
		ClientID:          x.ClientID,
		CompanyName:       x.CompanyName,
		CompanyCode:       x.CompanyCode,
		CodeOverride:      x.CodeOverride,
	}
}

// Entity returns what was stored.
func (s StoredProjectFacts) Entity() library.ProjectFacts {
	return library.ProjectFacts{
		Code:              s.Code,
		Name:              s.Name,
		Content:           s.Content,
		Purpose:           s.Purpose,
		Kind:              s.Kind,
		Industry:          s.Industry,
		Chain:             s.Chain,
		Construction:      s.Construction,
		HostUnitID:        s.HostUnitID,
		Site:              s.Site,
		Land:              s.Land,
		TotalInvestment:   s.TotalInvestment,
		FixedInvestment:   s.FixedInvestment,
		ContractAmount:    s.ContractAmount,
		FundsReported:     s.FundsReported,
		Currency:          s.Currency,
		RateMicro:         s.RateMicro,
		RateOn:            s.RateOn,
		Jobs:              s.Jobs,
		AnnualOutput:      s.AnnualOutput,
		AnnualTax:         s.AnnualTax,
		YearPlans:         sqlkit.EachOf(s.YearPlans, StoredYearPlan.Entity),
		KeyLevels:         sqlkit.EachOf(s.KeyLevels, StoredKeyLevel.Entity),
		Horizon:           s.Horizon,
		HighTech:          s.HighTech,
		HighTechBasis:     s.HighTechBasis,
		PlannedStart:      s.PlannedStart,
		PlannedCompletion: s.PlannedCompletion,
		PlannedProduction: s.PlannedProduction,
		ResponsibleUnitID: s.ResponsibleUnitID,
		AttractingUnitID:  s.AttractingUnitID,
		Channel:           s.Channel,
		ClientID:          s.ClientID,
		CompanyName:       s.CompanyName,
		CompanyCode:       s.CompanyCode,
		CodeOverride:      s.CodeOverride,
	}
}

// StoredYearPlan is a library.YearPlan as it is stored.
type StoredYearPlan struct {
	Year   int         `json:"Year"`
	Amount domain.Yuan `json:"Amount"`
}

// StoreYearPlan returns the stored form.
func StoreYearPlan(x library.YearPlan) StoredYearPlan {
	return StoredYearPlan{
		Year:   x.Year,
		Amount: x.Amount,
	}
}

// Entity returns what was stored.
func (s StoredYearPlan) Entity() library.YearPlan {
	return library.YearPlan{
		Year:   s.Year,
		Amount: s.Amount,
	}
}

// StoredKeyLevel is a library.KeyLevel as it is stored.
type StoredKeyLevel struct {
	Year  int    `json:"Year"`
	Level string `json:"Level"`
}

// StoreKeyLevel returns the stored form.
func StoreKeyLevel(x library.KeyLevel) StoredKeyLevel {
	return StoredKeyLevel{
		Year:  x.Year,
		Level: x.Level,
	}
}

// Entity returns what was stored.
func (s StoredKeyLevel) Entity() library.KeyLevel {
	return library.KeyLevel{
		Year:  s.Year,
		Level: s.Level,
	}
}
