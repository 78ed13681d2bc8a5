package goals

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/goals"
	"sangu/domain/reporting"
	pipelinestore "sangu/repository/pipeline"
	"sangu/repository/sqlkit"
)

const keepingSetting = "totals"

type Keeping struct {
	Judged string `json:"judged"`
}

// Kept implements goals.TotalsStore.
func (s *TotalsStore) Kept(ctx context.Context) (int, string, error) {
	var r struct {
		Version int
		Value   sqlkit.Document[Keeping]
	}
	err := s.db.Read(ctx).Table("settings").Select("version, value").Where("name = ?", keepingSetting).Take(&r).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		err = nil
	}
	return r.Version, r.Value.V.Judged, err
}

// NextKeeping implements goals.TotalsStore.
func (s *TotalsStore) NextKeeping(ctx context.Context, judged string) error {
	return sqlkit.WriteSetting(ctx, s.db, keepingSetting, Keeping{judged})
}

type markRow struct {
	ID        int64
	ProjectID domain.ID
}

// Marks implements goals.TotalsStore.
func (s *TotalsStore) Marks(ctx context.Context, most int) ([]goals.DirtyProject, error) {
	return marks(s.db.Read(ctx).Order("id").Limit(most))
}

// MarksOf implements goals.TotalsStore.
func (s *TotalsStore) MarksOf(ctx context.Context, projects []domain.ID) ([]goals.DirtyProject, error) {
	return marks(s.db.Read(ctx).Where("project_id IN ?", projects))
}

func marks(q *gorm.DB) ([]goals.DirtyProject, error) {
	var rows []markRow
	err := q.Table("totals_marks").Select("id, project_id").Scan(&rows).Error
	out := make([]goals.DirtyProject, len(rows))
	for i, r := range rows {
		out[i] = goals.DirtyProject(r)
	}
	return out, err
}

// Totals implements goals.TotalsStore.
func (s *TotalsStore) Totals(ctx context.Context, number int) (reporting.Totals, error) {
	s.kept.mu.Lock()
	defer s.kept.mu.Unlock()
	if s.kept.totals != nil && s.kept.number == number {
		return s.kept.totals, nil
	}
	rows, err := s.db.Read(ctx).Raw("SELECT measure, bucket, n, confirmed, amount FROM totals_cells").Rows()
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	t := reporting.Totals{}
	for rows.Next() {
		var measure string
		var bucket int
		var sum reporting.Sum
		if err := rows.Scan(&measure, &bucket, &sum.N, &sum.Confirmed, &sum.Amount); err != nil {
			return nil, err
		}
		key, err := RestoreTotalKey(measure)
		if err != nil {
			return nil, err
		}
		t.Add(key, bucket, sum)
	}
	s.kept.number, s.kept.totals = number, t
	return t, rows.Err()
}

type shareRow struct {
	ProjectID domain.ID
	Cells     string
	Rank      int
	Wan       int64
}

// Shares implements goals.TotalsStore.
func (s *TotalsStore) Shares(ctx context.Context, ids []domain.ID) ([]goals.Contribution, error) {
	var rows []shareRow
	err := s.db.Read(ctx).Table("totals_shares").Where("project_id IN ?", ids).Scan(&rows).Error
	if err != nil {
		return nil, err
	}
	out := make([]goals.Contribution, len(rows))
	for i, r := range rows {
		cells, err := readCells(r.Cells)
		if err != nil {
			return nil, fmt.Errorf("share of project %s: %w", r.ProjectID, err)
		}
		out[i] = goals.Contribution{ProjectID: r.ProjectID, Totals: cells, Rank: r.Rank, Wan: r.Wan}
	}
	return out, nil
}

// Ranks implements goals.TotalsStore.
func (s *TotalsStore) Ranks(ctx context.Context, ids []domain.ID) (map[domain.ID]int, error) {
	var rows []shareRow
	err := s.db.Read(ctx).Table("totals_shares").Select("project_id, rank").Where("project_id IN ?", ids).Scan(&rows).Error
	out := make(map[domain.ID]int, len(rows))
	for _, r := range rows {
		out[r.ProjectID] = r.Rank
	}
	return out, err
}

// Keep implements goals.TotalsStore.
func (s *TotalsStore) Keep(ctx context.Context, add reporting.Totals, shares []goals.Contribution, done []goals.DirtyProject) error {
	if err := s.addCells(ctx, add); err != nil {
		return err
	}
	const batch = 500
	for part := range slices.Chunk(shares, batch) {
		var values []string
		var args []any
		for _, x := range part {
			values = append(values, "(?, ?, ?, ?)")
			args = append(args, x.ProjectID, writeCells(x.Totals), x.Rank, x.Wan)
		}
		err := s.db.Write(ctx).Exec("INSERT INTO totals_shares (project_id, cells, rank, wan) VALUES "+strings.Join(values, ", ")+
			" ON CONFLICT (project_id) DO UPDATE SET cells = excluded.cells, rank = excluded.rank, wan = excluded.wan", args...).Error
		if err != nil {
			return err
		}
	}
	ids := make([]int64, len(done))
	for i, m := range done {
		ids[i] = m.ID
	}
	if len(ids) == 0 {
		return nil
	}
	return s.db.Write(ctx).Exec("DELETE FROM totals_marks WHERE id IN ?", ids).Error
}

type cell struct {
	measure string
	bucket  int
	sum     reporting.Sum
}

// cellsOf lists what is not nothing, in one order: two keepers lock alike.
func cellsOf(t reporting.Totals) []cell {
	var out []cell
	for key, buckets := range t {
		measure := StoreTotalKey(key)
		for bucket, sum := range buckets {
			if sum != (reporting.Sum{}) {
				out = append(out, cell{measure, bucket, sum})
			}
		}
	}
	slices.SortFunc(out, func(a, b cell) int {
		return cmp.Or(cmp.Compare(a.measure, b.measure), cmp.Compare(a.bucket, b.bucket))
	})
	return out
}

func (s *TotalsStore) addCells(ctx context.Context, add reporting.Totals) error {
	const batch = 2000
	for part := range slices.Chunk(cellsOf(add), batch) {
		var values []string
		var args []any
		for _, c := range part {
			values = append(values, "(?, ?, ?, ?, ?)")
			args = append(args, c.measure, c.bucket, c.sum.N, c.sum.Confirmed, c.sum.Amount)
		}
		err := s.db.Write(ctx).Exec("INSERT INTO totals_cells (measure, bucket, n, confirmed, amount) VALUES "+strings.Join(values, ", ")+
			` ON CONFLICT (measure, bucket) DO UPDATE SET n = totals_cells.n + excluded.n, confirmed = totals_cells.confirmed + excluded.confirmed, amount = totals_cells.amount + excluded.amount`, args...).Error
		if err != nil {
			return err
		}
	}
	return s.db.Write(ctx).Exec("DELETE FROM totals_cells WHERE measure LIKE 'light.%' AND n = 0").Error
}

// writeCells and readCells keep a share as lines of "measure bucket n confirmed amount".
func writeCells(t reporting.Totals) string {
	var b strings.Builder
	for _, c := range cellsOf(t) {
		fmt.Fprintf(&b, "%s %d %d %d %d\n", c.measure, c.bucket, c.sum.N, c.sum.Confirmed, c.sum.Amount)
	}
	return b.String()
}

func readCells(text string) (reporting.Totals, error) {
	t := reporting.Totals{}
	for line := range strings.Lines(text) {
		var c cell
		if _, err := fmt.Sscanf(line, "%s %d %d %d %d", &c.measure, &c.bucket, &c.sum.N, &c.sum.Confirmed, &c.sum.Amount); err != nil {
			return nil, err
		}
		key, err := RestoreTotalKey(c.measure)
		if err != nil {
			return nil, err
		}
		t.Add(key, c.bucket, c.sum)
	}
	return t, nil
}

// Worst implements goals.TotalsStore.
func (s *TotalsStore) Worst(ctx context.Context, most int) ([]domain.ID, error) {
	var ids []domain.ID
	err := s.db.Read(ctx).Table("totals_shares").Where("rank >= 0").Order("rank, wan DESC, project_id").Limit(most).
		Pluck("project_id", &ids).Error
	return ids, err
}

// WorstKey implements goals.TotalsStore. The few on the lists come first and their
// shares after, by project: a cross join and a rank that is no column of an index
// hold SQLite to it, which by itself walks all shares.
func (s *TotalsStore) WorstKey(ctx context.Context, most int) ([]domain.ID, error) {
	var ids []domain.ID
	err := s.db.Read(ctx).Table("projects AS p").Joins("CROSS JOIN totals_shares AS t").
		Where("t.project_id = p.id AND p.key_level <> '' AND t.rank + 0 >= 0").
		Order("t.rank, t.wan DESC, t.project_id").Limit(most).Pluck("t.project_id", &ids).Error
	return ids, err
}

// ProjectsAfter implements goals.TotalsStore.
func (s *TotalsStore) ProjectsAfter(ctx context.Context, id domain.ID, most int) ([]domain.ID, error) {
	var ids []domain.ID
	q := s.db.Read(ctx).Table("projects").Order("id").Limit(most)
	if !id.IsZero() {
		q = q.Where("id > ?", id)
	}
	err := q.Pluck("id", &ids).Error
	return ids, err
}

// AddFunds implements goals.TotalsStore.
func (s *TotalsStore) AddFunds(ctx context.Context, shares []goals.Contribution) error {
	if len(shares) == 0 {
		return nil
	}
	at := map[domain.ID]int{}
	ids := make([]domain.ID, len(shares))
	for i, x := range shares {
		at[x.ProjectID], ids[i] = i, x.ProjectID
	}
	var rows []struct {
		ProjectID, UnitID domain.ID
		PaidOn            sqlkit.Date
		Amount            int64
		Verified          *int64
		ReportedAt        time.Time
	}
	err := s.db.Read(ctx).Table("fund_entries AS e").Joins("JOIN projects AS p ON p.id = e.project_id").
		Where("e.project_id IN ? AND NOT e.void AND NOT EXISTS (SELECT 1 FROM fund_entries AS c WHERE c.corrects = e.id)", ids).
		Select("e.project_id, p.responsible_unit_id AS unit_id, e.paid_on, e.amount, e.reported_at, " + pipelinestore.LatestVerified +
			" AS verified").Scan(&rows).Error
	for _, r := range rows {
		sum := reporting.Sum{N: 1, Amount: r.Amount}
		if r.Verified != nil {
			sum.Confirmed = *r.Verified
		} else {
			shares[at[r.ProjectID]].Totals.AddUnverified(domain.DateOf(r.ReportedAt), domain.Yuan(r.Amount))
		}
		shares[at[r.ProjectID]].Totals.Add(reporting.FundsKey(r.UnitID), reporting.MonthBucket(domain.Date(r.PaidOn)), sum)
	}
	return err
}

// keptTotals holds the totals of the last keeping that was read: they change
// only with the number.
type keptTotals struct {
	mu     sync.Mutex
	number int
	totals reporting.Totals
}

// TotalsStore stores the totals of the front page and each project's part of them.
type TotalsStore struct {
	db   *sqlkit.DB
	kept *keptTotals
}

// NewTotalsStore returns the store over db.
func NewTotalsStore(db *sqlkit.DB) *TotalsStore { return &TotalsStore{db: db, kept: &keptTotals{}} }
