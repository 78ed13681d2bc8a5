package repository

import (
	"sangu/domain"
	"sangu/domain/library"
)

// storedProjectFacts is a library.ProjectFacts as it is stored.
type storedProjectFacts struct {
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
	YearPlans         []storedYearPlan   `json:"YearPlans"`
	KeyLevels         []storedKeyLevel   `json:"KeyLevels"`
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

// storeProjectFacts returns the stored form.
func storeProjectFacts(x library.ProjectFacts) storedProjectFacts {
	return storedProjectFacts{
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
		YearPlans:         eachOf(x.YearPlans, storeYearPlan),
		KeyLevels:         eachOf(x.KeyLevels, storeKeyLevel),
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

// entity returns what was stored.
func (s storedProjectFacts) entity() library.ProjectFacts {
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
		YearPlans:         eachOf(s.YearPlans, storedYearPlan.entity),
		KeyLevels:         eachOf(s.KeyLevels, storedKeyLevel.entity),
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

// storedYearPlan is a library.YearPlan as it is stored.
type storedYearPlan struct {
	Year   int         `json:"Year"`
	Amount domain.Yuan `json:"Amount"`
}

// storeYearPlan returns the stored form.
func storeYearPlan(x library.YearPlan) storedYearPlan {
	return storedYearPlan{
		Year:   x.Year,
		Amount: x.Amount,
	}
}

// entity returns what was stored.
func (s storedYearPlan) entity() library.YearPlan {
	return library.YearPlan{
		Year:   s.Year,
		Amount: s.Amount,
	}
}

// storedKeyLevel is a library.KeyLevel as it is stored.
type storedKeyLevel struct {
	Year  int    `json:"Year"`
	Level string `json:"Level"`
}

// storeKeyLevel returns the stored form.
func storeKeyLevel(x library.KeyLevel) storedKeyLevel {
	return storedKeyLevel{
		Year:  x.Year,
		Level: x.Level,
	}
}

// entity returns what was stored.
func (s storedKeyLevel) entity() library.KeyLevel {
	return library.KeyLevel{
		Year:  s.Year,
		Level: s.Level,
	}
}
