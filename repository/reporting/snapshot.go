package reporting

import (
	"context"
	"time"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/reporting"
	librarystore "sangu/repository/library"
	"sangu/repository/sqlkit"
)

// countedRow is a project as reports count it.
type countedRow struct {
	ID, Code, Name                                       string
	Kind, Section, Chain, Channel, Horizon, KeyLevel     string
	HighTech                                             bool
	TotalInvestment, ContractAmount                      *int64
	FundsReported, FundsEntered, FundsVerified           int64
	SignedAmount                                         *int64
	ResponsibleUnitID, AttractingUnitID, HostUnitID      sqlkit.Ref
	ResponsibleUnit, AttractingUnit                      string
	ClientID                                             sqlkit.Ref
	PlannedStart, PlannedCompletion                      sqlkit.Date
	UpdatedAt                                            time.Time
	Completeness                                         int
	FromReferral                                         bool
	Stage, Status, DeniedStage                           string
	Reached                                              sqlkit.Document[map[string]string]
	EndedOn                                              sqlkit.Date
	EndedPrecision                                       string
	SignedConfirmed, StartedConfirmed, ProducedConfirmed bool
	Version                                              int
}

const countedColumns = `CAST(p.id AS text) AS id, p.code, p.name, p.kind, p.section, p.chain, p.channel, p.horizon, p.key_level,
	p.high_tech, p.total_investment, p.contract_amount,
	COALESCE(p.funds_reported, 0) AS funds_reported, p.funds_entered, p.funds_verified, p.signed_amount, p.responsible_unit_id,
		p.attracting_unit_id, p.host_unit_id,
	u.name AS responsible_unit, COALESCE(t.name, '') AS attracting_unit, p.client_id, p.planned_start, p.planned_completion,
		p.updated_at, p.completeness,
	EXISTS (SELECT 1 FROM leads AS l WHERE l.id = p.lead_id AND l.referrer_id IS NOT NULL) AS from_referral,
	p.stage, p.status, p.denied_stage, p.reached, p.ended_on, p.ended_precision, p.signed_confirmed, p.started_confirmed, p.produced_confirmed, p.version`

const countedJoins = "JOIN units AS u ON u.id = p.responsible_unit_id LEFT JOIN units AS t ON t.id = p.attracting_unit_id"

// facts returns what reports count the project by.
func (r countedRow) facts() reporting.CountedFacts {
	return reporting.CountedFacts{Code: r.Code, Name: r.Name, Kind: r.Kind, Section: r.Section, Chain: r.Chain, Channel: r.Channel,
		Horizon: r.Horizon, KeyLevel: r.KeyLevel,
		HighTech: r.HighTech, TotalInvestment: sqlkit.Amount[domain.Yuan](r.TotalInvestment),
		ContractAmount: sqlkit.Amount[domain.Yuan](r.ContractAmount), FundsReported: domain.Yuan(r.FundsReported),
		ResponsibleUnitID: domain.ID(r.ResponsibleUnitID), ResponsibleUnit: r.ResponsibleUnit, AttractingUnitID: domain.ID(r.AttractingUnitID),
		AttractingUnit: r.AttractingUnit,
		HostUnitID:     domain.ID(r.HostUnitID), ClientID: domain.ID(r.ClientID), PlannedStart: domain.Date(r.PlannedStart),
		PlannedCompletion: domain.Date(r.PlannedCompletion), Completeness: r.Completeness, FromReferral: r.FromReferral}
}

// CurrentSnapshots implements reporting.SnapshotStore.
func (s *HistoryStore) CurrentSnapshots(
	ctx context.Context,
	actor domain.Actor,
	f reporting.ReportFilter,
) ([]reporting.ProjectSnapshot, error) {
	var rows []countedRow
	if err := librarystore.NewProjectStore(s.db).ProjectsWhere(ctx, actor, f.Projects).Joins(countedJoins).Select(countedColumns).
		Order("p.id").Scan(&rows).Error; err != nil {
		return nil, err
	}
	leaders, err := s.presentLeaders(ctx, f.Projects.IDs...)
	if err != nil {
		return nil, err
	}
	lights, err := s.monthlyLights(ctx, time.Time{}, func(q *gorm.DB) *gorm.DB { return sqlkit.WhereIn(q, "project_id", f.Projects.IDs) })
	if err != nil {
		return nil, err
	}
	out := make([]reporting.ProjectSnapshot, len(rows))
	for i, r := range rows {
		c := reporting.ProjectSnapshot{ProjectID: domain.ID(r.ID), CountedFacts: r.facts(), Stage: library.Stage(r.Stage),
			Status: library.Status(r.Status), Denied: library.Stage(r.DeniedStage), Reached: sqlkit.EventDays[library.Stage](r.Reached.V),
			EndedOn: sqlkit.EventDay(r.EndedOn, r.EndedPrecision), FundsEntered: domain.Yuan(r.FundsEntered),
			FundsVerified: domain.Yuan(r.FundsVerified),
			UpdatedOn:     domain.DateOf(r.UpdatedAt),
			Confirmed: map[library.Stage]bool{library.Signed: r.SignedConfirmed, library.Started: r.StartedConfirmed,
				library.InProduction: r.ProducedConfirmed}}
		c.MonthlyLights = lights.of(c.ProjectID)
		if r.SignedAmount != nil {
			c.SignedAmount = domain.Yuan(*r.SignedAmount)
		}
		for _, l := range leaders[c.ProjectID] {
			c.Leaders, c.LeaderNames = append(c.Leaders, l.ID), append(c.LeaderNames, l.Name)
		}
		out[i] = c
	}
	return out, nil
}

// Named is a person with the name.
type Named struct {
	ID   domain.ID
	Name string
}

// presentLeaders returns the present leaders of projects, of all where none are
// named.
func (s *HistoryStore) presentLeaders(ctx context.Context, projects ...domain.ID) (map[domain.ID][]Named, error) {
	var rows []struct {
		SubjectID domain.ID
		ID        domain.ID
		Name      string
	}
	q := s.db.Read(ctx).Table("assignments AS a").Joins("JOIN people AS p ON p.id = a.person_id").Select("a.subject_id, p.id, p.name").
		Where("a.subject_kind = 'project' AND a.to_on IS NULL")
	err := sqlkit.WhereIn(q, "a.subject_id", projects).Order("a.from_on, a.id").Scan(&rows).Error
	out := map[domain.ID][]Named{}
	for _, r := range rows {
		out[r.SubjectID] = append(out[r.SubjectID], Named{r.ID, r.Name})
	}
	return out, err
}
