package reporting

import (
	"context"
	"fmt"
	"sangu/domain"
	"sangu/domain/pipeline"
	"sangu/domain/reporting"
	librarystore "sangu/repository/library"
	pipelinestore "sangu/repository/pipeline"
	"sangu/repository/sqlkit"
	"time"

	"gorm.io/gorm"
)

// FundMonths implements reporting.FundReportStore.
func (s *FundReportStore) FundMonths(ctx context.Context, actor domain.Actor, f reporting.ReportFilter,
	until domain.Date, credit reporting.Credit) (reporting.Totals, error) {
	var rows []struct {
		UnitID             domain.ID
		Month              string
		N                  int64
		Reported, Verified int64
	}
	unit := "p.responsible_unit_id"
	if credit != reporting.CreditResponsible {
		unit = "COALESCE(p.attracting_unit_id, p.responsible_unit_id)"
	}
	inner := librarystore.NewProjectStore(s.db).ProjectsWhere(ctx, actor, f.Projects).Joins("JOIN fund_entries AS e ON e.project_id = p.id").
		Where("e.paid_on <= ? AND NOT e.void AND NOT EXISTS (SELECT 1 FROM fund_entries AS c WHERE c.corrects = e.id)", sqlkit.Date(until)).
		Select(unit + " AS unit_id, substr(CAST(e.paid_on AS text), 1, 7) AS month, e.amount, " + pipelinestore.LatestVerified +
			" AS verified")
	err := s.db.Read(ctx).Table("(?) AS e", inner).
		Select(`unit_id, month, count(*) AS n, CAST(sum(amount) AS bigint) AS reported, CAST(COALESCE(sum(verified), 0) AS bigint) AS verified`).
		Group("unit_id, month").Scan(&rows).Error
	out := reporting.Totals{}
	for _, r := range rows {
		first, parseErr := domain.ParseDate(r.Month + "-01")
		if parseErr != nil {
			return nil, fmt.Errorf("month %q of money in place: %w", r.Month, parseErr)
		}
		out.Add(reporting.FundsKey(r.UnitID), reporting.MonthBucket(first),
			reporting.Sum{N: r.N, Confirmed: r.Verified, Amount: r.Reported})
	}
	if err != nil {
		return nil, err
	}
	return out, s.addUnverified(ctx, actor, f, until, out)
}

// addUnverified adds the money that no verifier has looked at, by the day
// reported.
func (s *FundReportStore) addUnverified(ctx context.Context, actor domain.Actor, f reporting.ReportFilter, until domain.Date,
	to reporting.Totals) error {
	var rows []struct {
		ReportedAt time.Time
		Amount     int64
	}
	err := librarystore.NewProjectStore(s.db).ProjectsWhere(ctx, actor, f.Projects).Joins("JOIN fund_entries AS e ON e.project_id = p.id").
		Where("e.paid_on <= ? AND NOT e.void AND NOT EXISTS (SELECT 1 FROM fund_entries AS c WHERE c.corrects = e.id) AND "+unverified,
			sqlkit.Date(until)).
		Select("e.reported_at, e.amount").Scan(&rows).Error
	for _, r := range rows {
		to.AddUnverified(domain.DateOf(r.ReportedAt), domain.Yuan(r.Amount))
	}
	return err
}

// unverified is SQL that is true of an entry e that no verifier has looked at.
const unverified = "NOT EXISTS (SELECT 1 FROM fund_verdicts AS v WHERE v.entry_id = e.id)"

// effectiveFunds returns a query of the entries asked for that no later one corrects.
func (s *FundReportStore) effectiveFunds(
	ctx context.Context,
	actor domain.Actor,
	f reporting.ReportFilter,
	q reporting.FundQuery,
) *gorm.DB {
	entries := librarystore.NewProjectStore(s.db).ProjectsWhere(ctx, actor, f.Projects).
		Joins("JOIN fund_entries AS e ON e.project_id = p.id JOIN units AS u ON u.id = p.responsible_unit_id").
		Where("e.paid_on <= ? AND NOT e.void AND NOT EXISTS (SELECT 1 FROM fund_entries AS c WHERE c.corrects = e.id)", sqlkit.Date(q.To)).
		Select("e.id, p.id AS project_id, p.name AS project, u.name AS unit, e.category, e.voucher, e.paid_on, e.amount, e.outside, " +
			"e.outside_bp, " + pipelinestore.LatestVerified + " AS verified")
	if !q.From.IsZero() {
		entries = entries.Where("e.paid_on >= ?", sqlkit.Date(q.From))
	}
	if !q.UnverifiedBy.IsZero() {
		entries = entries.Where(unverified+" AND e.reported_at < ?", q.UnverifiedBy.AddDays(1).Start())
	}
	return s.db.Read(ctx).Table("(?) AS e", entries)
}

// outsideAmount is SQL for the outside part of what is verified, rounded half up
// as FundEntry.OutsideAmount does, without a product that overflows.
const outsideAmount = "(verified / 10000 * outside_bp + (verified % 10000 * outside_bp + 5000) / 10000)"

// FundSums implements reporting.FundReportStore.
func (s *FundReportStore) FundSums(ctx context.Context, actor domain.Actor, f reporting.ReportFilter,
	q reporting.FundQuery) (pipeline.FundSums, error) {
	var sum struct {
		Entries, Waiting            int
		Reported, Verified, Outside int64
	}
	err := s.effectiveFunds(ctx, actor, f, q).
		Select(`count(*) AS entries, count(CASE WHEN verified IS NULL THEN 1 END) AS waiting, CAST(COALESCE(sum(amount), 0) AS bigint) AS
			reported,
		CAST(COALESCE(sum(verified), 0) AS bigint) AS verified, CAST(COALESCE(sum(` + outsideAmount + `), 0) AS bigint) AS outside`).
		Scan(&sum).
		Error
	return pipeline.FundSums{Reported: domain.Yuan(sum.Reported), Verified: domain.Yuan(sum.Verified), Outside: domain.Yuan(sum.Outside),
		Entries: sum.Entries, Waiting: sum.Waiting}, err
}

// FundRows implements reporting.FundReportStore.
func (s *FundReportStore) FundRows(ctx context.Context, actor domain.Actor, f reporting.ReportFilter, q reporting.FundQuery,
	most int) ([]reporting.FundRow, error) {
	var rows []struct {
		ProjectID                                 domain.ID
		Project, Unit, Category, Voucher, Outside string
		PaidOn                                    sqlkit.Date
		Amount, OutsideSum                        int64
		Verified                                  *int64
	}
	err := s.effectiveFunds(ctx, actor, f, q).Select("*, COALESCE(" + outsideAmount + ", 0) AS outside_sum").Order("paid_on DESC, id DESC").
		Limit(most).Scan(&rows).Error
	out := make([]reporting.FundRow, len(rows))
	for i, r := range rows {
		out[i] = reporting.FundRow{ProjectID: r.ProjectID, Project: r.Project, Unit: r.Unit, Category: r.Category, Voucher: r.Voucher,
			PaidOn: domain.Date(r.PaidOn), Amount: domain.Yuan(r.Amount),
			Verified: sqlkit.Amount[domain.Yuan](r.Verified), Outside: r.Outside, OutsideAmount: domain.Yuan(r.OutsideSum)}
	}
	return out, err
}

// FundReportStore reads money in place for reports.
type FundReportStore struct{ db *sqlkit.DB }

// NewFundReportStore returns the store over db.
func NewFundReportStore(db *sqlkit.DB) *FundReportStore { return &FundReportStore{db: db} }
