package repository

import (
	"context"
	"time"

	"sangu/domain"
	"sangu/domain/pipeline"
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
func (s *FundStore) Funds(ctx context.Context, project domain.ID) ([]pipeline.FundEntry, error) {
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
func (s *FundStore) AddFund(ctx context.Context, e pipeline.FundEntry) error {
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
func (s *FundStore) AddFundVerdict(ctx context.Context, v pipeline.FundVerdict) error {
	row := fundVerdictRow{v.ID, v.EntryID, v.ProjectID, int64(v.Amount), v.Note, v.By, v.ByName, ref(v.UnitID), v.At}
	return s.db.insert(ctx, &row, nil)
}

// FundProject implements pipeline.Store.
func (s *FundStore) FundProject(ctx context.Context, entry domain.ID) (domain.ID, error) {
	var r fundRow
	err := one(s.db.read(ctx).Select("project_id").Where("id = ?", entry), &r, "fund")
	return r.ProjectID, err
}

// latestVerified is what the last verdict on an entry e found.
const latestVerified = "(SELECT v.amount FROM fund_verdicts AS v WHERE v.entry_id = e.id ORDER BY v.decided_at DESC, v.id DESC LIMIT 1)"

// FundStore stores the fund records of one database.
type FundStore struct{ db *DB }

// NewFundStore returns the store over db.
func NewFundStore(db *DB) *FundStore { return &FundStore{db: db} }
