package library

import (
	"context"
	"math"
	"time"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/library"
)

// projectFacts is what is said of a project; amounts are whole 元 of the
// currency, land is 亩.
type projectFacts struct {
	Code              string         `json:"code" text:"code" validate:"max=40"`
	Name              string         `json:"name" text:"name" validate:"required,max=200"`
	Content           string         `json:"content" text:"content" validate:"max=4000"`
	Purpose           string         `json:"purpose" validate:"omitempty,oneof=strong_county prosperous infrastructure"`
	Kind              string         `json:"kind" validate:"omitempty,oneof=industry agriculture service tourism infrastructure other"`
	Industry          string         `json:"industry" validate:"max=3" description:"GB/T 4754-2017 division, two digits"`
	Chain             string         `json:"chain" text:"title" validate:"max=100"`
	Construction      string         `json:"construction" validate:"omitempty,oneof=new continued expansion upgrade purchase"`
	HostUnitID        domain.ID      `json:"host_unit_id,omitempty"`
	Site              string         `json:"site" text:"name" validate:"max=200"`
	LandMu            *float64       `json:"land_mu" validate:"omitempty,min=0,max=1000000"`
	TotalInvestment   *domain.Yuan   `json:"total_investment" validate:"omitempty,max=1000000000000000"`
	FixedInvestment   *domain.Yuan   `json:"fixed_investment" validate:"omitempty,max=1000000000000000"`
	ContractAmount    *domain.Yuan   `json:"contract_amount" validate:"omitempty,max=1000000000000000"`
	FundsReported     *domain.Yuan   `json:"funds_reported" validate:"omitempty,max=1000000000000000" description:"funds in place so far as reported, not verified"`
	Currency          string         `json:"currency" validate:"omitempty,oneof=CNY USD HKD EUR JPY"`
	Rate              *float64       `json:"rate" validate:"omitempty,min=0" description:"元 for one unit of the currency"`
	RateOn            domain.Date    `json:"rate_on,omitzero"`
	Jobs              *int           `json:"jobs" validate:"omitempty,max=10000000"`
	AnnualOutput      *domain.Yuan   `json:"annual_output" validate:"omitempty,max=1000000000000000"`
	AnnualTax         *domain.Yuan   `json:"annual_tax" validate:"omitempty,max=1000000000000000"`
	YearPlans         []yearPlan     `json:"year_plans" validate:"max=50,dive" description:"money that is to be in place in each year"`
	KeyLevels         []keyLevel     `json:"key_levels" validate:"max=50,dive"`
	Horizon           string         `json:"horizon" validate:"omitempty,oneof=near far follow"`
	HighTech          bool           `json:"high_tech"`
	HighTechBasis     string         `json:"high_tech_basis" text:"reason" validate:"max=500"`
	PlannedStart      domain.Date    `json:"planned_start,omitzero"`
	PlannedCompletion domain.Date    `json:"planned_completion,omitzero"`
	PlannedProduction domain.Date    `json:"planned_production,omitzero"`
	ResponsibleUnitID domain.ID      `json:"responsible_unit_id,omitempty"`
	AttractingUnitID  domain.ID      `json:"attracting_unit_id,omitempty"`
	Channel           string         `json:"channel" validate:"max=20"`
	ClientID          domain.ID      `json:"client_id,omitempty"`
	CompanyName       string         `json:"company_name" text:"name" validate:"max=200"`
	CompanyCode       string         `json:"company_code" text:"credit_code" validate:"max=30"`
	CodeOverride      string         `json:"code_override" text:"override" validate:"max=300"`
	LeaderIDs         []domain.ID    `json:"leader_ids" validate:"max=20"`
	Dossier           []dossierEntry `json:"dossier" validate:"max=50,dive"`
}

type keyLevel struct {
	Year  int    `json:"year" validate:"required,min=1990,max=2100"`
	Level string `json:"level" validate:"required,oneof=national province city county"`
}

type yearPlan struct {
	Year   int         `json:"year" validate:"required,min=1990,max=2100"`
	Amount domain.Yuan `json:"amount" validate:"min=0,max=1000000000000000"`
}

type dossierEntry struct {
	Item string      `json:"item" validate:"required,max=40"`
	On   domain.Date `json:"on,omitzero"`
}

func (f projectFacts) facts() library.ProjectFacts {
	out := library.ProjectFacts{Code: f.Code, Name: f.Name, Content: f.Content, Purpose: f.Purpose, Kind: f.Kind, Industry: f.Industry,
		Chain:        f.Chain,
		Construction: f.Construction, HostUnitID: f.HostUnitID, Site: f.Site, TotalInvestment: f.TotalInvestment,
		FixedInvestment: f.FixedInvestment,
		ContractAmount:  f.ContractAmount, FundsReported: f.FundsReported, Currency: domain.Currency(f.Currency), RateOn: f.RateOn, Jobs: f.Jobs,
		AnnualOutput: f.AnnualOutput, AnnualTax: f.AnnualTax,
		Horizon: f.Horizon, HighTech: f.HighTech, HighTechBasis: f.HighTechBasis, PlannedStart: f.PlannedStart,
		PlannedCompletion: f.PlannedCompletion,
		PlannedProduction: f.PlannedProduction, ResponsibleUnitID: f.ResponsibleUnitID, AttractingUnitID: f.AttractingUnitID,
		Channel:  library.Channel(f.Channel),
		ClientID: f.ClientID, CompanyName: f.CompanyName, CompanyCode: library.NormalCreditCode(f.CompanyCode), CodeOverride: f.CodeOverride}
	if f.LandMu != nil {
		mu := library.Mu(math.Round(*f.LandMu * 100))
		out.Land = &mu
	}
	if f.Rate != nil {
		out.RateMicro = int64(math.Round(*f.Rate * domain.RateScale))
	}
	for _, y := range f.YearPlans {
		out.YearPlans = append(out.YearPlans, library.YearPlan{Year: y.Year, Amount: y.Amount})
	}
	for _, k := range f.KeyLevels {
		out.KeyLevels = append(out.KeyLevels, library.KeyLevel{Year: k.Year, Level: k.Level})
	}
	return out
}

func (f projectFacts) dossier() library.Dossier {
	d := library.Dossier{}
	for _, e := range f.Dossier {
		d[library.DossierItem(e.Item)] = e.On
	}
	return d
}

type projectOut struct {
	ID domain.ID `json:"id" required:"true"`
	projectFacts
	IndustryName    string            `json:"industry_name" required:"true"`
	HostUnit        string            `json:"host_unit" required:"true"`
	ResponsibleUnit string            `json:"responsible_unit" required:"true"`
	AttractingUnit  string            `json:"attracting_unit" required:"true"`
	ClientName      string            `json:"client_name" required:"true"`
	LeadID          domain.ID         `json:"lead_id,omitempty"`
	Stage           string            `json:"stage" required:"true"`
	StageSince      domain.EventDay   `json:"stage_since,omitzero"`
	Denied          string            `json:"denied" required:"true" description:"the first stage that was claimed and that verifiers do not recognise, or empty; stage is before it"`
	Status          string            `json:"status" required:"true"`
	StatusReason    string            `json:"status_reason" required:"true"`
	StatusSince     domain.EventDay   `json:"status_since,omitzero"`
	ReviewOn        domain.Date       `json:"review_on,omitzero"`
	Reached         map[string]string `json:"reached" required:"true" description:"the day of each stage that has an event of its own, as well as it is known: 2025-03-05, 2025-03, 2025-Q1, 2025-H1, 2025, or ≤ 2025-03-05 for by that day"`
	DaysLeft        map[string]int    `json:"days_left" required:"true" description:"working days left until the planned day of STARTED, COMPLETED, IN_PRODUCTION, below 0 how many are past; absent where it is not waited for"`
	EndedOn         domain.EventDay   `json:"ended_on,omitzero"`
	SizeTier        string            `json:"size_tier" required:"true"`
	Completeness    int               `json:"completeness" required:"true"`
	DossierList     []dossierNeed     `json:"dossier_list" required:"true"`
	Leaders         []assignmentOut   `json:"leaders" required:"true"`
	CreatedAt       time.Time         `json:"created_at" required:"true"`
	UpdatedAt       time.Time         `json:"updated_at" required:"true"`
	Version         int               `json:"version" required:"true"`
}

func (p projectOut) RecordVersion() int { return p.Version }

type dossierNeed struct {
	Item   string      `json:"item" required:"true"`
	Weight int         `json:"weight" required:"true"`
	On     domain.Date `json:"on,omitzero"`
}

type assignmentOut struct {
	PersonID domain.ID   `json:"person_id" required:"true"`
	Name     string      `json:"name" required:"true"`
	FromOn   domain.Date `json:"from_on" required:"true"`
	ToOn     domain.Date `json:"to_on,omitzero"`
}

func assignmentFrom(a library.Assignment) assignmentOut {
	return assignmentOut{PersonID: a.PersonID, Name: a.PersonName, FromOn: a.FromOn, ToOn: a.ToOn}
}

func projectFactsFrom(p library.Project) projectFacts {
	f := projectFacts{Code: p.Code, Name: p.Name, Content: p.Content, Purpose: p.Purpose, Kind: p.Kind, Industry: p.Industry, Chain: p.Chain,
		Construction: p.Construction, HostUnitID: p.HostUnitID, Site: p.Site, TotalInvestment: p.TotalInvestment,
		FixedInvestment: p.FixedInvestment,
		ContractAmount:  p.ContractAmount, FundsReported: p.FundsReported, Currency: string(p.Currency), RateOn: p.RateOn, Jobs: p.Jobs,
		AnnualOutput: p.AnnualOutput, AnnualTax: p.AnnualTax,
		YearPlans: []yearPlan{}, KeyLevels: []keyLevel{}, Horizon: p.Horizon, HighTech: p.HighTech, HighTechBasis: p.HighTechBasis,
		PlannedStart:      p.PlannedStart,
		PlannedCompletion: p.PlannedCompletion, PlannedProduction: p.PlannedProduction, ResponsibleUnitID: p.ResponsibleUnitID,
		AttractingUnitID: p.AttractingUnitID, Channel: string(p.Channel), ClientID: p.ClientID, CompanyName: p.CompanyName,
		CompanyCode: string(p.CompanyCode), CodeOverride: p.CodeOverride, LeaderIDs: []domain.ID{}, Dossier: []dossierEntry{}}
	if p.Land != nil {
		mu := float64(*p.Land) / 100
		f.LandMu = &mu
	}
	if p.RateMicro > 0 {
		rate := float64(p.RateMicro) / domain.RateScale
		f.Rate = &rate
	}
	for _, y := range p.YearPlans {
		f.YearPlans = append(f.YearPlans, yearPlan{y.Year, y.Amount})
	}
	for _, k := range p.KeyLevels {
		f.KeyLevels = append(f.KeyLevels, keyLevel{k.Year, k.Level})
	}
	for _, a := range p.Leaders {
		if a.ToOn.IsZero() {
			f.LeaderIDs = append(f.LeaderIDs, a.PersonID)
		}
	}
	for _, r := range library.DossierList(p.Kind) {
		if on := p.Dossier[r.Item]; !on.IsZero() {
			f.Dossier = append(f.Dossier, dossierEntry{string(r.Item), on})
		}
	}
	return f
}

// ProjectFrom returns a project as it is served.
func ProjectFrom(v library.ProjectView) projectOut {
	p := v.Project
	out := projectOut{ID: p.ID, projectFacts: projectFactsFrom(p), IndustryName: industryName(p.Industry), HostUnit: v.HostUnit,
		ResponsibleUnit: v.ResponsibleUnit, AttractingUnit: v.AttractingUnit,
		ClientName: v.ClientName, LeadID: p.LeadID, Stage: string(p.Stage), StageSince: p.StageSince, Denied: string(p.Denied),
		Status:       string(p.Status),
		StatusReason: p.StatusReason,
		StatusSince:  p.StatusSince, ReviewOn: p.ReviewOn, Reached: map[string]string{}, DaysLeft: map[string]int{}, EndedOn: p.EndedOn,
		SizeTier:     p.SizeTier(),
		Completeness: p.Dossier.Completeness(p.Kind), DossierList: []dossierNeed{}, Leaders: kit.Each(p.Leaders, assignmentFrom),
		CreatedAt: p.CreatedAt, UpdatedAt: p.UpdatedAt, Version: p.Version}
	for stage, on := range p.Reached {
		out.Reached[string(stage)] = on.String()
	}
	for stage, n := range v.WorkingDaysLeft {
		out.DaysLeft[string(stage)] = n
	}
	for _, r := range library.DossierList(p.Kind) {
		out.DossierList = append(out.DossierList, dossierNeed{string(r.Item), r.Weight, p.Dossier[r.Item]})
	}
	return out
}

type projectCreate struct {
	ID domain.ID `json:"id"`
	projectFacts
}

// CreateProject adds a project.
func (a *API) CreateProject(ctx context.Context, actor domain.Actor, in projectCreate) (projectOut, error) {
	v, err := a.Projects.Add(ctx, actor, library.NewProject{ID: in.ID, Facts: in.facts(), Leaders: in.LeaderIDs, Dossier: in.dossier()})
	return ProjectFrom(v), err
}

// GetProject serves one project.
func (a *API) GetProject(ctx context.Context, actor domain.Actor, in kit.ByID) (projectOut, error) {
	v, err := a.Projects.Get(ctx, actor, in.ID)
	return ProjectFrom(v), err
}

type projectUpdate struct {
	kit.ByID
	kit.Versioned
	projectFacts
}

// UpdateProject changes a project's facts, leaders and dossier over the version read.
func (a *API) UpdateProject(ctx context.Context, actor domain.Actor, in projectUpdate) (projectOut, error) {
	v, err := a.Projects.Revise(ctx, actor, in.ID, in.Version(), in.facts(), in.LeaderIDs, in.dossier())
	return ProjectFrom(v), err
}

type projectReplan struct {
	kit.ByID
	kit.Versioned
	Start      *domain.Date `json:"planned_start" description:"a day left out stays as it is"`
	Completion *domain.Date `json:"planned_completion"`
	Production *domain.Date `json:"planned_production"`
}

// ReplanProject changes a project's planned days over the version read.
func (a *API) ReplanProject(ctx context.Context, actor domain.Actor, in projectReplan) (projectOut, error) {
	v, err := a.Projects.Replan(ctx, actor, in.ID, in.Version(),
		library.Plan{Start: in.Start, Completion: in.Completion, Production: in.Production})
	return ProjectFrom(v), err
}
