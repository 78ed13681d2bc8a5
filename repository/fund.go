package repository

import (
	"context"
	"fmt"
	"time"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/pipeline"
	"sangu/domain/reporting"
)

type fundRow struct {
	ID         domain.ID
	ProjectID  domain.ID
	Category   string
	Amount     int64
	PaidOn     date
	Voucher    string
	Outside    string
	OutsideBp  int
	Evidence   list
	Note       string
	Corrects   ref
	Void       bool
	ReportedAt time.Time
	ReportedBy ref
	ByName     string
	UnitID     ref
}

func (fundRow) TableName() string { return "fund_entries" }

func (r fundRow) entity() pipeline.FundEntry {
	e := pipeline.FundEntry{ID: r.ID, ProjectID: r.ProjectID, Category: r.Category, Amount: domain.Yuan(r.Amount), PaidOn: domain.Date(r.PaidOn), Voucher: r.Voucher,
		Outside: r.Outside, OutsideShare: r.OutsideBp, Note: r.Note, Corrects: domain.ID(r.Corrects), Void: r.Void, ReportedAt: r.ReportedAt.UTC(),
		ReportedBy: domain.ID(r.ReportedBy), ByName: r.ByName, UnitID: domain.ID(r.UnitID)}
	for _, id := range r.Evidence {
		e.Evidence = append(e.Evidence, domain.ID(id))
	}
	return e
}

type fundVerdictRow struct {
	ID        domain.ID
	EntryID   domain.ID
	ProjectID domain.ID
	Amount    int64
	Note      string
	DecidedBy domain.ID
	ByName    string
	UnitID    ref
	DecidedAt time.Time
}

func (fundVerdictRow) TableName() string { return "fund_verdicts" }

func (r fundVerdictRow) entity() pipeline.FundVerdict {
	return pipeline.FundVerdict{ID: r.ID, EntryID: r.EntryID, ProjectID: r.ProjectID, Amount: domain.Yuan(r.Amount), Note: r.Note, By: r.DecidedBy, ByName: r.ByName,
		UnitID: domain.ID(r.UnitID), At: r.DecidedAt.UTC()}
}

// Funds implements pipeline.Store: as reported, each with its verdicts.
func (s *Libraries) Funds(ctx context.Context, project domain.ID) ([]pipeline.FundEntry, error) {
	var rows []fundRow
	if err := s.db.read(ctx).Where("project_id = ?", project).Order("reported_at, id").Find(&rows).Error; err != nil {
		return nil, err
	}
	var verdicts []fundVerdictRow
	err := s.db.read(ctx).Where("project_id = ?", project).Order("decided_at, id").Find(&verdicts).Error
	return withVerdicts(rows, verdicts), err
}

func withVerdicts(rows []fundRow, verdicts []fundVerdictRow) []pipeline.FundEntry {
	out, at := make([]pipeline.FundEntry, len(rows)), map[domain.ID]int{}
	for i, r := range rows {
		out[i] = r.entity()
		at[r.ID] = i
	}
	for _, v := range verdicts {
		if i, ok := at[v.EntryID]; ok {
			out[i].Verdicts = append(out[i].Verdicts, v.entity())
		}
	}
	return out
}

// AddFund implements pipeline.Store. The voucher's number moves from the entry
// that is corrected; one that stands elsewhere is refused with where it stands.
func (s *Libraries) AddFund(ctx context.Context, e pipeline.FundEntry) error {
	evidence := list{}
	for _, id := range e.Evidence {
		evidence = append(evidence, string(id))
	}
	row := fundRow{e.ID, e.ProjectID, e.Category, int64(e.Amount), date(e.PaidOn), e.Voucher, e.Outside, e.OutsideShare, evidence, e.Note, ref(e.Corrects), e.Void,
		e.ReportedAt, ref(e.ReportedBy), e.ByName, ref(e.UnitID)}
	if err := s.db.insert(ctx, &row, nil); err != nil {
		return err
	}
	tx := s.db.write(ctx)
	if !e.Corrects.IsZero() {
		if err := tx.Exec("DELETE FROM fund_vouchers WHERE entry_id = ?", e.Corrects).Error; err != nil {
			return err
		}
	}
	if e.Void {
		return nil
	}
	taken := domain.InvalidField("voucher", "fund.voucher_twice")
	err := s.db.write(ctx).Table("fund_vouchers").Create(map[string]any{"voucher_key": pipeline.VoucherKey(e.Voucher), "entry_id": e.ID}).Error
	return s.db.translate(err, map[string]error{"fund_vouchers_pkey": taken, "fund_vouchers.voucher_key": taken})
}

// AddFundVerdict implements pipeline.Store.
func (s *Libraries) AddFundVerdict(ctx context.Context, v pipeline.FundVerdict) error {
	row := fundVerdictRow{v.ID, v.EntryID, v.ProjectID, int64(v.Amount), v.Note, v.By, v.ByName, ref(v.UnitID), v.At}
	return s.db.insert(ctx, &row, nil)
}

// FundProject implements pipeline.Store.
func (s *Libraries) FundProject(ctx context.Context, entry domain.ID) (domain.ID, error) {
	var r fundRow
	err := one(s.db.read(ctx).Select("project_id").Where("id = ?", entry), &r, "fund")
	return r.ProjectID, err
}

// SaveFunds implements pipeline.Store.
func (s *Libraries) SaveFunds(ctx context.Context, p library.Project, reported, verified domain.Yuan) error {
	return s.db.update(ctx, "projects", p.ID, p.Version, map[string]any{"funds_entered": int64(reported), "funds_verified": int64(verified), "updated_at": s.db.clock.Now()}, nil)
}

// AttachmentIDs implements pipeline.Store.
func (s *Libraries) AttachmentIDs(ctx context.Context, project domain.ID) ([]domain.ID, error) {
	var ids []domain.ID
	err := s.db.read(ctx).Table("attachments").Where("subject_kind = 'project' AND subject_id = ? AND removed_at IS NULL", project).Pluck("id", &ids).Error
	return ids, err
}

// latestVerified is what the last verdict on an entry e found.
const latestVerified = "(SELECT v.amount FROM fund_verdicts AS v WHERE v.entry_id = e.id ORDER BY v.decided_at DESC, v.id DESC LIMIT 1)"

// FundMonths implements pipeline.Keep.
func (s *Libraries) FundMonths(ctx context.Context, actor domain.Actor, f reporting.ReportFilter, until domain.Date) (reporting.Totals, error) {
	var rows []struct {
		UnitID             domain.ID
		Month              string
		N                  int64
		Reported, Verified int64
	}
	inner := s.projectsWhere(ctx, actor, f.Projects).Joins("JOIN fund_entries AS e ON e.project_id = p.id").
		Where("e.paid_on <= ? AND NOT e.void AND NOT EXISTS (SELECT 1 FROM fund_entries AS c WHERE c.corrects = e.id)", date(until)).
		Select("p.responsible_unit_id AS unit_id, substr(CAST(e.paid_on AS text), 1, 7) AS month, e.amount, " + latestVerified + " AS verified")
	err := s.db.read(ctx).Table("(?) AS e", inner).Select(`unit_id, month, count(*) AS n, CAST(sum(amount) AS bigint) AS reported, CAST(COALESCE(sum(verified), 0) AS bigint) AS verified`).
		Group("unit_id, month").Scan(&rows).Error
	out := reporting.Totals{}
	for _, r := range rows {
		first, parseErr := domain.ParseDate(r.Month + "-01")
		if parseErr != nil {
			return nil, fmt.Errorf("month %q of money in place: %w", r.Month, parseErr)
		}
		out.Add(reporting.FundsMeasure(r.UnitID), reporting.MonthBucket(first), reporting.Sum{N: r.N, Confirmed: r.Verified, Amount: r.Reported})
	}
	if err != nil {
		return nil, err
	}
	return out, s.addUnseen(ctx, actor, f, until, out)
}

// addUnseen adds what of the money no verifier has looked at, by the day reported.
func (s *Libraries) addUnseen(ctx context.Context, actor domain.Actor, f reporting.ReportFilter, until domain.Date, to reporting.Totals) error {
	var rows []struct {
		ReportedAt time.Time
		Amount     int64
	}
	err := s.projectsWhere(ctx, actor, f.Projects).Joins("JOIN fund_entries AS e ON e.project_id = p.id").
		Where("e.paid_on <= ? AND NOT e.void AND NOT EXISTS (SELECT 1 FROM fund_entries AS c WHERE c.corrects = e.id) AND "+unseen, date(until)).
		Select("e.reported_at, e.amount").Scan(&rows).Error
	for _, r := range rows {
		to.AddUnverified(domain.DateOf(r.ReportedAt), domain.Yuan(r.Amount))
	}
	return err
}

// unseen holds of an entry e that no verifier has looked at.
const unseen = "NOT EXISTS (SELECT 1 FROM fund_verdicts AS v WHERE v.entry_id = e.id)"

// fundsHeld are the entries asked for that hold.
func (s *Libraries) fundsHeld(ctx context.Context, actor domain.Actor, f reporting.ReportFilter, q reporting.FundQuery) *gorm.DB {
	held := s.projectsWhere(ctx, actor, f.Projects).Joins("JOIN fund_entries AS e ON e.project_id = p.id JOIN units AS u ON u.id = p.responsible_unit_id").
		Where("e.paid_on <= ? AND NOT e.void AND NOT EXISTS (SELECT 1 FROM fund_entries AS c WHERE c.corrects = e.id)", date(q.To)).
		Select("e.id, p.id AS project_id, p.name AS project, u.name AS unit, e.category, e.voucher, e.paid_on, e.amount, e.outside, e.outside_bp, " + latestVerified + " AS verified")
	if !q.From.IsZero() {
		held = held.Where("e.paid_on >= ?", date(q.From))
	}
	if !q.UnseenBy.IsZero() {
		held = held.Where(unseen+" AND e.reported_at < ?", q.UnseenBy.AddDays(1).Start())
	}
	return s.db.read(ctx).Table("(?) AS e", held)
}

// outsideAmount rounds half up, as FundEntry.OutsideAmount does, without a
// product that overflows.
const outsideAmount = "(verified / 10000 * outside_bp + (verified % 10000 * outside_bp + 5000) / 10000)"

// FundSums implements pipeline.Keep.
func (s *Libraries) FundSums(ctx context.Context, actor domain.Actor, f reporting.ReportFilter, q reporting.FundQuery) (pipeline.FundSums, error) {
	var sum struct {
		Entries, Waiting            int
		Reported, Verified, Outside int64
	}
	err := s.fundsHeld(ctx, actor, f, q).Select(`count(*) AS entries, count(CASE WHEN verified IS NULL THEN 1 END) AS waiting, CAST(COALESCE(sum(amount), 0) AS bigint) AS reported,
		CAST(COALESCE(sum(verified), 0) AS bigint) AS verified, CAST(COALESCE(sum(` + outsideAmount + `), 0) AS bigint) AS outside`).Scan(&sum).Error
	return pipeline.FundSums{Reported: domain.Yuan(sum.Reported), Verified: domain.Yuan(sum.Verified), Outside: domain.Yuan(sum.Outside), Entries: sum.Entries, Waiting: sum.Waiting}, err
}

// FundRows implements pipeline.Keep.
func (s *Libraries) FundRows(ctx context.Context, actor domain.Actor, f reporting.ReportFilter, q reporting.FundQuery, most int) ([]reporting.FundRow, error) {
	var rows []struct {
		ProjectID                                 domain.ID
		Project, Unit, Category, Voucher, Outside string
		PaidOn                                    date
		Amount, OutsideSum                        int64
		Verified                                  *int64
	}
	err := s.fundsHeld(ctx, actor, f, q).Select("*, COALESCE(" + outsideAmount + ", 0) AS outside_sum").Order("paid_on DESC, id DESC").Limit(most).Scan(&rows).Error
	out := make([]reporting.FundRow, len(rows))
	for i, r := range rows {
		out[i] = reporting.FundRow{ProjectID: r.ProjectID, Project: r.Project, Unit: r.Unit, Category: r.Category, Voucher: r.Voucher, PaidOn: domain.Date(r.PaidOn), Amount: domain.Yuan(r.Amount),
			Verified: amount[domain.Yuan](r.Verified), Outside: r.Outside, OutsideAmount: domain.Yuan(r.OutsideSum)}
	}
	return out, err
}
