package library

import (
	"context"
	"fmt"
	"time"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/repository/sqlkit"
)

// ProjectRow is a row of projects; amounts are in 元 of the row's currency, areas in
// hundredths of 亩.
type ProjectRow struct {
	ID                   domain.ID
	Code                 string
	Name                 string
	NameKey              string
	Content              string
	Purpose              string
	Kind                 string
	Industry             string
	Section              string
	Chain                string
	Construction         string
	HostUnitID           sqlkit.Ref
	Site                 string
	Land                 *int64
	TotalInvestment      *int64
	FixedInvestment      *int64
	ContractAmount       *int64
	FundsReported        *int64
	Currency             string
	RateMicro            int64
	RateOn               sqlkit.Date
	Jobs                 *int
	AnnualOutput         *int64
	AnnualTax            *int64
	YearPlans            sqlkit.Document[[]StoredYearPlan]
	KeyLevels            sqlkit.Document[[]StoredKeyLevel]
	KeyLevel             string
	Horizon              string
	HighTech             bool
	HighTechBasis        string
	PlannedStart         sqlkit.Date
	PlannedCompletion    sqlkit.Date
	PlannedProduction    sqlkit.Date
	ResponsibleUnitID    sqlkit.Ref
	AttractingUnitID     sqlkit.Ref
	Channel              string
	ClientID             sqlkit.Ref
	CompanyName          string
	CompanyCode          string
	CodeOverride         string
	LeadID               sqlkit.Ref
	Dossier              sqlkit.Document[map[string]string]
	Completeness         int
	Stage                string
	StageRank            int
	StageSince           sqlkit.Date
	StageSincePrecision  string
	DeniedStage          string
	Status               string
	StatusReason         string
	StatusSince          sqlkit.Date
	StatusSincePrecision string
	ReviewOn             sqlkit.Date
	Reached              sqlkit.Document[map[string]string]
	EndedOn              sqlkit.Date
	EndedPrecision       string
	SignedAmount         *int64
	CreatedBy            sqlkit.Ref
	CreatedAt            time.Time
	UpdatedAt            time.Time
	Version              int
}

// TableName implements schema.Tabler.
func (ProjectRow) TableName() string { return "projects" }

// Entity returns the project that the row stores.
func (r ProjectRow) Entity() library.Project {
	return library.Project{
		ID: r.ID, LeadID: domain.ID(r.LeadID),
		ProjectFacts: library.ProjectFacts{
			Code: r.Code, Name: r.Name, Content: r.Content, Purpose: r.Purpose, Kind: r.Kind, Industry: r.Industry, Chain: r.Chain,
			Construction: r.Construction, HostUnitID: domain.ID(r.HostUnitID), Site: r.Site, Land: sqlkit.Amount[library.Mu](r.Land),
			TotalInvestment: sqlkit.Amount[domain.Yuan](r.TotalInvestment), FixedInvestment: sqlkit.Amount[domain.Yuan](r.FixedInvestment),
			ContractAmount: sqlkit.Amount[domain.Yuan](r.ContractAmount), FundsReported: sqlkit.Amount[domain.Yuan](r.FundsReported),
			Currency: domain.Currency(r.Currency), RateMicro: r.RateMicro, RateOn: domain.Date(r.RateOn),
			Jobs: r.Jobs, AnnualOutput: sqlkit.Amount[domain.Yuan](r.AnnualOutput), AnnualTax: sqlkit.Amount[domain.Yuan](r.AnnualTax),
			YearPlans: sqlkit.EachOf(r.YearPlans.V, StoredYearPlan.Entity), KeyLevels: sqlkit.EachOf(r.KeyLevels.V, StoredKeyLevel.Entity),
			Horizon: r.Horizon, HighTech: r.HighTech, HighTechBasis: r.HighTechBasis, PlannedStart: domain.Date(r.PlannedStart),
			PlannedCompletion: domain.Date(r.PlannedCompletion), PlannedProduction: domain.Date(r.PlannedProduction),
			ResponsibleUnitID: domain.ID(r.ResponsibleUnitID), AttractingUnitID: domain.ID(r.AttractingUnitID), Channel: library.Channel(r.Channel),
			ClientID: domain.ID(r.ClientID), CompanyName: r.CompanyName, CompanyCode: library.CreditCode(r.CompanyCode),
			CodeOverride: r.CodeOverride,
		},
		Stage: library.Stage(r.Stage), StageSince: sqlkit.EventDay(r.StageSince, r.StageSincePrecision),
		Denied: library.Stage(r.DeniedStage), Status: library.Status(r.Status), StatusReason: r.StatusReason,
		StatusSince: sqlkit.EventDay(r.StatusSince, r.StatusSincePrecision), ReviewOn: domain.Date(r.ReviewOn),
		Reached:      sqlkit.EventDays[library.Stage](r.Reached.V),
		EndedOn:      sqlkit.EventDay(r.EndedOn, r.EndedPrecision),
		SignedAmount: sqlkit.Amount[domain.Yuan](r.SignedAmount), Dossier: library.Dossier(sqlkit.Days[library.DossierItem](r.Dossier.V)),
		CreatedBy: domain.ID(r.CreatedBy), CreatedAt: r.CreatedAt.UTC(), UpdatedAt: r.UpdatedAt.UTC(), Version: r.Version,
	}
}

// projectColumns returns the columns of a project's own facts, without its stage and
// status.
func projectColumns(p library.Project) map[string]any {
	industry, _ := library.IndustryByCode(p.Industry)
	return map[string]any{
		"code": p.Code, "name": p.Name, "name_key": library.NameKey(p.Name), "content": p.Content, "purpose": p.Purpose, "kind": p.Kind,
		"industry": p.Industry, "section": industry.Section, "chain": p.Chain, "construction": p.Construction,
		"host_unit_id": sqlkit.Ref(p.HostUnitID),
		"site":         p.Site, "land": (*int64)(p.Land), "total_investment": (*int64)(p.TotalInvestment),
		"fixed_investment": (*int64)(p.FixedInvestment),
		"contract_amount":  (*int64)(p.ContractAmount), "funds_reported": (*int64)(p.FundsReported), "currency": currency(p.Currency),
		"rate_micro": p.RateMicro, "rate_on": sqlkit.Date(p.RateOn), "jobs": p.Jobs,
		"annual_output": (*int64)(p.AnnualOutput), "annual_tax": (*int64)(p.AnnualTax),
		"year_plans": sqlkit.Document[[]StoredYearPlan]{V: sqlkit.EachOf(p.YearPlans, StoreYearPlan)},
		"key_levels": sqlkit.Document[[]StoredKeyLevel]{V: sqlkit.EachOf(p.KeyLevels, StoreKeyLevel)},
		"key_level":  highest(p.KeyLevels), "horizon": p.Horizon, "high_tech": p.HighTech, "high_tech_basis": p.HighTechBasis,
		"planned_start": sqlkit.Date(p.PlannedStart), "planned_completion": sqlkit.Date(p.PlannedCompletion),
		"planned_production":  sqlkit.Date(p.PlannedProduction),
		"responsible_unit_id": sqlkit.Ref(p.ResponsibleUnitID), "attracting_unit_id": sqlkit.Ref(p.AttractingUnitID),
		"channel":   string(p.Channel),
		"client_id": sqlkit.Ref(p.ClientID), "company_name": p.CompanyName, "company_code": string(p.CompanyCode),
		"code_override": p.CodeOverride,
		"dossier":       sqlkit.Document[map[string]string]{V: sqlkit.DayTexts(p.Dossier)}, "completeness": p.Dossier.Completeness(p.Kind),
		"updated_at": p.UpdatedAt,
	}
}

func projectConflicts() map[string]error {
	taken := domain.InvalidField("code", "project.code_taken")
	return map[string]error{"projects_code": taken, "projects.code": taken}
}

// Project implements library.ProjectStore.
func (s *ProjectStore) Project(ctx context.Context, actor domain.Actor, id domain.ID) (library.Project, error) {
	var r ProjectRow
	q := sqlkit.InScope(s.db.Read(ctx).Table("projects AS p").Select("p.*").Where("p.id = ?", id), actor, domain.SubjectProject, "p")
	if err := sqlkit.Take(q, &r, domain.SubjectProject); err != nil {
		return library.Project{}, err
	}
	p := r.Entity()
	var err error
	p.Leaders, err = NewAssignmentStore(s.db).Assignments(ctx, domain.Ref{Kind: domain.SubjectProject, ID: id})
	return p, err
}

// AddProject implements library.ProjectStore.
func (s *ProjectStore) AddProject(ctx context.Context, p library.Project) error {
	columns := projectColumns(p)
	for name, value := range map[string]any{"id": p.ID, "lead_id": sqlkit.Ref(p.LeadID), "status": string(p.Status),
		"status_since":           sqlkit.LastDay(p.StatusSince),
		"status_since_precision": sqlkit.Precision(p.StatusSince),
		"reached":                sqlkit.Document[map[string]string]{V: sqlkit.EventDayTexts(p.Reached)}, "created_by": sqlkit.Ref(p.CreatedBy),
		"created_at": p.CreatedAt, "version": p.Version} {
		columns[name] = value
	}
	if err := s.db.Translate(s.db.Write(ctx).Table("projects").Create(columns).Error, projectConflicts()); err != nil {
		return err
	}
	return s.db.Index(ctx, domain.SubjectProject, p.ID, p.Name, p.Code, p.CompanyName, string(p.CompanyCode))
}

// SaveProject implements library.ProjectStore.
func (s *ProjectStore) SaveProject(ctx context.Context, p library.Project) error {
	if err := s.db.Update(ctx, "projects", p.ID, p.Version, projectColumns(p), projectConflicts()); err != nil {
		return err
	}
	return s.db.Index(ctx, domain.SubjectProject, p.ID, p.Name, p.Code, p.CompanyName, string(p.CompanyCode))
}

// NextCode implements library.ProjectStore: one after the year's highest, as "2026-00007".
func (s *ProjectStore) NextCode(ctx context.Context, year int) (string, error) {
	var last *string
	prefix := fmt.Sprintf("%04d-", year)
	err := s.db.Write(ctx).Table("projects").Select("max(code)").Where("code LIKE ? AND length(code) = ?", prefix+"%", len(prefix)+5).
		Scan(&last).Error
	n := 0
	if last != nil {
		if _, scanErr := fmt.Sscanf((*last)[len(prefix):], "%d", &n); scanErr != nil {
			n = 0 // a code of another form that fell into the pattern
		}
	}
	return fmt.Sprintf("%s%05d", prefix, n+1), err
}

func currency(c domain.Currency) string {
	if c == "" {
		return string(domain.CNY)
	}
	return string(c)
}

// highest returns the highest level of the project, for filters.
func highest(levels []library.KeyLevel) string {
	best, year := "", 0
	for _, name := range library.KeyLevelNames() {
		for _, l := range levels {
			if l.Level == name && (best == "" || l.Year > year) {
				best, year = name, l.Year
			}
		}
	}
	return best
}
