package library

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"sangu/domain"
)

// Mu is an area in hundredths of 亩; 1 亩 is 666.67 m².
type Mu int64

// Size tiers by total investment: A from 10 亿元, B from 1 亿元, C below.
const (
	tierA = 10 * domain.Yi
	tierB = 1 * domain.Yi
)

// ProjectFacts is what is recorded of a project. Amounts are in whole units of its
// Currency, and nil where they are not known: unknown is not zero.
type ProjectFacts struct {
	Code              string
	Name              string
	Content           string // 建设内容及规模
	Purpose           string // 强县、富民、基础
	Kind              string // 工业、农业、服务业、文旅、基础设施、其他
	Industry          string // GB/T 4754 division, two digits
	Chain             string // 产业链
	Construction      string // 新建、续建、改扩建、技改、单纯购置
	HostUnitID        domain.ID
	Site              string
	Land              *Mu
	TotalInvestment   *domain.Yuan
	FixedInvestment   *domain.Yuan
	ContractAmount    *domain.Yuan
	FundsReported     *domain.Yuan // 累计到位资金 as reported, not verified
	Currency          domain.Currency
	RateMicro         int64 // 元 per unit of the currency in millionths; 0 for CNY
	RateOn            domain.Date
	Jobs              *int
	AnnualOutput      *domain.Yuan
	AnnualTax         *domain.Yuan
	YearPlans         []YearPlan // 年度计划投资
	KeyLevels         []KeyLevel
	Horizon           string // 近期、远期、后续
	HighTech          bool
	HighTechBasis     string
	PlannedStart      domain.Date
	PlannedCompletion domain.Date
	PlannedProduction domain.Date
	ResponsibleUnitID domain.ID
	AttractingUnitID  domain.ID
	Channel           Channel
	ClientID          domain.ID
	CompanyName       string // project company 项目公司
	CompanyCode       CreditCode
	CodeOverride      string // why a company code failing its check is right
}

// KeyLevel is an entry in a year's list of key projects 重点项目清单.
type KeyLevel struct {
	Year  int
	Level string // national, province, city, county
}

// YearPlan is the investment planned for one year 年度计划投资, in the project's
// currency.
type YearPlan struct {
	Year   int
	Amount domain.Yuan
}

// WithYearPlan returns the plans, by year, with one year's amount replaced or added.
func WithYearPlan(plans []YearPlan, year int, amount domain.Yuan) []YearPlan {
	out := slices.DeleteFunc(slices.Clone(plans), func(p YearPlan) bool { return p.Year == year })
	out = append(out, YearPlan{year, amount})
	slices.SortFunc(out, func(a, b YearPlan) int { return a.Year - b.Year })
	return out
}

// Project is an entry of 招商项目库.
type Project struct {
	ID domain.ID
	ProjectFacts
	LeadID domain.ID
	// Stage, Status and the dates that stages were reached are set by the
	// pipeline from its events, and by nothing else.
	Stage        Stage
	StageSince   domain.EventDay
	Status       Status
	StatusReason string
	StatusSince  domain.EventDay
	ReviewOn     domain.Date
	Reached      map[Stage]domain.EventDay
	EndedOn      domain.EventDay
	SignedAmount *domain.Yuan // as counted at signing, in CNY
	Dossier      Dossier
	Leaders      []Assignment
	CreatedBy    domain.ID
	CreatedAt    time.Time
	UpdatedAt    time.Time
	Version      int
	// Denied is the first stage that was claimed and that verifiers do not recognise
	// 未认定; "" where there is none. Neither it nor what is above it is reached.
	Denied Stage
}

// purposes, constructions and horizons list the vocabularies; the empty word is unknown.
func purposes() []string { return []string{"", "strong_county", "prosperous", "infrastructure"} }

// PurchaseOnly is 单纯购置: equipment is bought and nothing is built.
const PurchaseOnly = "purchase"

func constructions() []string {
	return []string{"", "new", "continued", "expansion", "upgrade", PurchaseOnly}
}
func horizons() []string { return []string{"", "near", "far", "follow"} }

// ProjectKinds lists 工业、农业、服务业、文旅、基础设施、其他.
func ProjectKinds() []string {
	return []string{"industry", "agriculture", "service", "tourism", "infrastructure", "other"}
}

// KeyLevelNames lists the levels of key-project lists, highest first.
func KeyLevelNames() []string { return []string{"national", "province", "city", "county"} }

// SizeTier returns the size tier A, B or C by total investment in 元, or "" where that is
// unknown.
func (f ProjectFacts) SizeTier() string {
	switch {
	case f.TotalInvestment == nil:
		return ""
	case f.inYuan(*f.TotalInvestment) >= tierA:
		return "A"
	case f.inYuan(*f.TotalInvestment) >= tierB:
		return "B"
	}
	return "C"
}

// ContractYuan returns the contract amount in 元, or nil where it is unknown.
func (f ProjectFacts) ContractYuan() *domain.Yuan {
	if f.ContractAmount == nil {
		return nil
	}
	y := f.inYuan(*f.ContractAmount)
	return &y
}

func (f ProjectFacts) inYuan(amount domain.Yuan) domain.Yuan {
	return domain.Money{Amount: int64(amount), Currency: f.Currency}.InYuan(f.RateMicro)
}

// Check returns a KindInvalid error that names every rule the facts break, in the order
// of the form.
func (f ProjectFacts) Check() error {
	var c domain.Check
	c.That(strings.TrimSpace(f.Name) != "", "name", "input.required")
	c.That(!f.ResponsibleUnitID.IsZero(), "responsible_unit_id", "input.required")
	c.That(slices.Contains(purposes(), f.Purpose), "purpose", "input.enum", "allowed", purposes()[1:])
	c.That(f.Kind == "" || slices.Contains(ProjectKinds(), f.Kind), "kind", "input.enum", "allowed", ProjectKinds())
	c.That(slices.Contains(constructions(), f.Construction), "construction", "input.enum", "allowed", constructions()[1:])
	c.That(slices.Contains(horizons(), f.Horizon), "horizon", "input.enum", "allowed", horizons()[1:])
	c.That(f.Channel == "" || f.Channel.Known(), "channel", "input.enum", "allowed", Channels())
	if f.Industry != "" {
		_, ok := IndustryByCode(f.Industry)
		c.That(ok, "industry", "project.industry_unknown")
	}
	for _, a := range []struct {
		path   string
		amount *domain.Yuan
	}{{"total_investment", f.TotalInvestment}, {"fixed_investment", f.FixedInvestment}, {"contract_amount", f.ContractAmount},
		{"funds_reported", f.FundsReported}, {"annual_output", f.AnnualOutput}, {"annual_tax", f.AnnualTax}} {
		c.That(a.amount == nil || *a.amount >= 0, a.path, "input.negative")
	}
	c.That(f.Land == nil || *f.Land >= 0, "land_mu", "input.negative")
	c.That(f.Jobs == nil || *f.Jobs >= 0, "jobs", "input.negative")
	foreign := f.Currency != "" && f.Currency != domain.CNY
	c.That(!foreign || f.RateMicro > 0, "rate", "project.rate_required")
	c.That(!f.HighTech || strings.TrimSpace(f.HighTechBasis) != "", "high_tech_basis", "project.high_tech_basis")
	c.That(ordered(f.PlannedStart, f.PlannedCompletion), "planned_completion", "input.date_order")
	c.That(ordered(f.PlannedCompletion, f.PlannedProduction), "planned_production", "input.date_order")
	for _, k := range f.KeyLevels {
		c.That(slices.Contains(KeyLevelNames(), k.Level) && k.Year >= 1990 && k.Year <= 2100, "key_levels", "project.key_level")
	}
	planned := map[int]bool{}
	for i, y := range f.YearPlans {
		at := fmt.Sprintf("year_plans[%d].", i)
		c.That(y.Year >= 1990 && y.Year <= 2100, at+"year", "input.range", "min", 1990, "max", 2100)
		c.That(!planned[y.Year], at+"year", "project.year_twice")
		c.That(y.Amount >= 0, at+"amount", "input.negative")
		planned[y.Year] = true
	}
	if f.CompanyCode != "" {
		c.Add("", codeFault("company_code", f.CompanyCode, f.CodeOverride))
	}
	return c.Err()
}

// codeFault returns a KindInvalid error at the path if the code is malformed, or if its
// check character is wrong and no reason for that is recorded.
func codeFault(path string, code CreditCode, override string) error {
	if err := code.CheckForm(); err != nil {
		e, ok := errors.AsType[*domain.Error](err)
		if !ok {
			return err
		}
		return domain.Invalid(e.Code, domain.FieldError{Path: path, Code: e.Fields[0].Code, Params: e.Fields[0].Params})
	}
	if !code.Verified() && strings.TrimSpace(override) == "" {
		return domain.InvalidField(path, "credit_code.check", "want", string(code.CheckCharacter()))
	}
	return nil
}

// ordered reports whether two days are in order; an unknown day is in any order.
func ordered(a, b domain.Date) bool { return a.IsZero() || b.IsZero() || !b.Before(a) }

// Channel is how a lead or project was attracted 招商方式.
type Channel string

// The channels (domain.md §10, column 31).
const (
	Professional Channel = "professional" // 专业招商
	LeaderLed    Channel = "leader"       // 领导招商
	Doorstep     Channel = "doorstep"     // 上门招商
	ByReferral   Channel = "referral"     // 以商招商
	Stationed    Channel = "stationed"    // 驻点招商
	Event        Channel = "event"        // 节会招商
	Intermediary Channel = "intermediary" // 中介
	Online       Channel = "online"       // 网络
	SelfCame     Channel = "self"         // 自荐
)

// Channels lists every channel.
func Channels() []Channel {
	return []Channel{Professional, LeaderLed, Doorstep, ByReferral, Stationed, Event, Intermediary, Online, SelfCame}
}

// IsReferral reports whether the channel is 以商招商: an investor who is here brought
// the next one. It is the one definition of a referral, in every report, filter and
// export. A referrer who is recorded on a lead makes no referral by itself: whoever
// made the introduction may be an intermediary or a county leader, and ledgers name
// the way (domain.md §10, column 31) for projects that no lead stands behind.
func (c Channel) IsReferral() bool { return c == ByReferral }

// Known reports whether there is such a channel.
func (c Channel) Known() bool { return slices.Contains(Channels(), c) }
