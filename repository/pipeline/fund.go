package pipeline

import (
	"context"
	"time"

	"sangu/domain"
	"sangu/domain/pipeline"
	"sangu/repository/sqlkit"
)

// FundRow is the stored form of a fund entry.
type FundRow struct {
	ID         domain.ID
	ProjectID  domain.ID
	Category   string
	Amount     int64
	PaidOn     sqlkit.Date
	Voucher    string
	Outside    string
	OutsideBp  int
	Evidence   sqlkit.List
	Note       string
	Corrects   sqlkit.Ref
	Void       bool
	ReportedAt time.Time
	ReportedBy sqlkit.Ref
	ByName     string
	UnitID     sqlkit.Ref
}

// TableName implements schema.Tabler.
func (FundRow) TableName() string { return "fund_entries" }

// Entity returns the entry that the row stores, without its verdicts.
func (r FundRow) Entity() pipeline.FundEntry {
	e := pipeline.FundEntry{ID: r.ID, ProjectID: r.ProjectID, Category: r.Category, Amount: domain.Yuan(r.Amount),
		PaidOn: domain.Date(r.PaidOn), Voucher: r.Voucher,
		Outside: r.Outside, OutsideShare: r.OutsideBp, Note: r.Note, Corrects: domain.ID(r.Corrects), Void: r.Void,
		ReportedAt: r.ReportedAt.UTC(),
		ReportedBy: domain.ID(r.ReportedBy), ByName: r.ByName, UnitID: domain.ID(r.UnitID)}
	for _, id := range r.Evidence {
		e.Evidence = append(e.Evidence, domain.ID(id))
	}
	return e
}

// FundVerdictRow is the stored form of a verdict on a fund entry.
type FundVerdictRow struct {
	ID        domain.ID
	EntryID   domain.ID
	ProjectID domain.ID
	Amount    int64
	Note      string
	Supports  sqlkit.Document[[]StoredSupport]
	DecidedBy domain.ID
	ByName    string
	UnitID    sqlkit.Ref
	DecidedAt time.Time
}

// TableName implements schema.Tabler.
func (FundVerdictRow) TableName() string { return "fund_verdicts" }

// Entity returns the verdict that the row stores.
func (r FundVerdictRow) Entity() pipeline.FundVerdict {
	return pipeline.FundVerdict{ID: r.ID, EntryID: r.EntryID, ProjectID: r.ProjectID, Amount: domain.Yuan(r.Amount), Note: r.Note,
		Supports: sqlkit.EachOf(r.Supports.V, StoredSupport.Entity), By: r.DecidedBy, ByName: r.ByName,
		UnitID: domain.ID(r.UnitID), At: r.DecidedAt.UTC()}
}

// Funds implements pipeline.FundStore.
func (s *FundStore) Funds(ctx context.Context, project domain.ID) ([]pipeline.FundEntry, error) {
	var rows []FundRow
	if err := s.db.Read(ctx).Where("project_id = ?", project).Order("reported_at, id").Find(&rows).Error; err != nil {
		return nil, err
	}
	var verdicts []FundVerdictRow
	err := s.db.Read(ctx).Where("project_id = ?", project).Order("decided_at, id").Find(&verdicts).Error
	return WithVerdicts(rows, verdicts), err
}

// WithVerdicts returns the entries of rows, each with its verdicts in the order
// given.
func WithVerdicts(rows []FundRow, verdicts []FundVerdictRow) []pipeline.FundEntry {
	out, at := make([]pipeline.FundEntry, len(rows)), map[domain.ID]int{}
	for i, r := range rows {
		out[i] = r.Entity()
		at[r.ID] = i
	}
	for _, v := range verdicts {
		if i, ok := at[v.EntryID]; ok {
			out[i].Verdicts = append(out[i].Verdicts, v.Entity())
		}
	}
	return out
}

// AddFund implements pipeline.FundStore. The voucher's number moves from the entry
// that is corrected to the one that corrects it.
func (s *FundStore) AddFund(ctx context.Context, e pipeline.FundEntry) error {
	evidence := sqlkit.List{}
	for _, id := range e.Evidence {
		evidence = append(evidence, string(id))
	}
	row := FundRow{ID: e.ID, ProjectID: e.ProjectID, Category: e.Category, Amount: int64(e.Amount), PaidOn: sqlkit.Date(e.PaidOn),
		Voucher: e.Voucher, Outside: e.Outside, OutsideBp: e.OutsideShare, Evidence: evidence, Note: e.Note, Corrects: sqlkit.Ref(e.Corrects),
		Void:       e.Void,
		ReportedAt: e.ReportedAt, ReportedBy: sqlkit.Ref(e.ReportedBy), ByName: e.ByName, UnitID: sqlkit.Ref(e.UnitID)}
	if err := s.db.Insert(ctx, &row, nil); err != nil {
		return err
	}
	tx := s.db.Write(ctx)
	if !e.Corrects.IsZero() {
		if err := tx.Exec("DELETE FROM fund_vouchers WHERE entry_id = ?", e.Corrects).Error; err != nil {
			return err
		}
	}
	if e.Void {
		return nil
	}
	taken := domain.InvalidField("voucher", "fund.voucher_twice")
	err := s.db.Write(ctx).Table("fund_vouchers").Create(map[string]any{"voucher_key": pipeline.VoucherKey(e.Voucher), "entry_id": e.ID}).Error
	return s.db.Translate(err, map[string]error{"fund_vouchers_pkey": taken, "fund_vouchers.voucher_key": taken})
}

// AddFundVerdict implements pipeline.FundStore.
func (s *FundStore) AddFundVerdict(ctx context.Context, v pipeline.FundVerdict) error {
	row := FundVerdictRow{ID: v.ID, EntryID: v.EntryID, ProjectID: v.ProjectID, Amount: int64(v.Amount), Note: v.Note,
		Supports:  sqlkit.Document[[]StoredSupport]{V: sqlkit.EachOf(v.Supports, StoreSupport)},
		DecidedBy: v.By,
		ByName:    v.ByName, UnitID: sqlkit.Ref(v.UnitID), DecidedAt: v.At}
	return s.db.Insert(ctx, &row, nil)
}

// FundProject implements pipeline.FundStore.
func (s *FundStore) FundProject(ctx context.Context, entry domain.ID) (domain.ID, error) {
	var r FundRow
	err := sqlkit.Take(s.db.Read(ctx).Select("project_id").Where("id = ?", entry), &r, domain.SubjectFund)
	return r.ProjectID, err
}

// LatestVerified is SQL for the amount, in 元, of the last verdict on an entry e;
// NULL where there is none.
const LatestVerified = "(SELECT v.amount FROM fund_verdicts AS v WHERE v.entry_id = e.id ORDER BY v.decided_at DESC, v.id DESC LIMIT 1)"

// FundStore stores fund entries, their vouchers and verdicts.
type FundStore struct{ db *sqlkit.DB }

// NewFundStore returns the store over db.
func NewFundStore(db *sqlkit.DB) *FundStore { return &FundStore{db: db} }
