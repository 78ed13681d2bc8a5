package goals

import (
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

const progressSetting = "totals"

// Keeping is the stored progress of the projection.
type Keeping struct {
	Judged string `json:"judged"`
}

// Progress implements goals.TotalsStore.
func (s *TotalsStore) Progress(ctx context.Context) (int, string, error) {
	var r struct {
		Version int
		Value   sqlkit.Document[Keeping]
	}
	err := s.db.Read(ctx).Table("settings").Select("version, value").Where("name = ?", progressSetting).Take(&r).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		err = nil
	}
	return r.Version, r.Value.V.Judged, err
}

// Advance implements goals.TotalsStore.
func (s *TotalsStore) Advance(ctx context.Context, judged string) error {
	return sqlkit.WriteSetting(ctx, s.db, progressSetting, Keeping{judged})
}

type dirtyRow struct {
	ID        int64
	ProjectID domain.ID
}

// DirtyProjects implements goals.TotalsStore.
func (s *TotalsStore) DirtyProjects(ctx context.Context, most int) ([]goals.DirtyProject, error) {
	return dirtyProjects(s.db.Read(ctx).Order("id").Limit(most))
}

// DirtyAmong implements goals.TotalsStore.
func (s *TotalsStore) DirtyAmong(ctx context.Context, projects []domain.ID) ([]goals.DirtyProject, error) {
	return dirtyProjects(s.db.Read(ctx).Where("project_id IN ?", projects))
}

func dirtyProjects(q *gorm.DB) ([]goals.DirtyProject, error) {
	var rows []dirtyRow
	err := q.Table("totals_marks").Select("id, project_id").Scan(&rows).Error
	out := make([]goals.DirtyProject, len(rows))
	for i, r := range rows {
		out[i] = goals.DirtyProject(r)
	}
	return out, err
}

// Totals implements goals.TotalsStore.
func (s *TotalsStore) Totals(ctx context.Context, number int) (reporting.Totals, error) {
	s.cache.mu.Lock()
	defer s.cache.mu.Unlock()
	if s.cache.totals != nil && s.cache.number == number {
		return s.cache.totals, nil
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
	s.cache.number, s.cache.totals = number, t
	return t, rows.Err()
}

type contributionRow struct {
	ProjectID domain.ID
	Cells     string
	Rank      int
	Wan       int64
}

// Contributions implements goals.TotalsStore.
func (s *TotalsStore) Contributions(ctx context.Context, ids []domain.ID) ([]goals.Contribution, error) {
	var rows []contributionRow
	err := s.db.Read(ctx).Table("totals_shares").Where("project_id IN ?", ids).Scan(&rows).Error
	if err != nil {
		return nil, err
	}
	out := make([]goals.Contribution, len(rows))
	for i, r := range rows {
		cells, err := readCells(r.Cells)
		if err != nil {
			return nil, fmt.Errorf("contribution of project %s: %w", r.ProjectID, err)
		}
		out[i] = goals.Contribution{ProjectID: r.ProjectID, Totals: cells, Rank: r.Rank, Wan: r.Wan}
	}
	return out, nil
}

// Ranks implements goals.TotalsStore.
func (s *TotalsStore) Ranks(ctx context.Context, ids []domain.ID) (map[domain.ID]int, error) {
	var rows []contributionRow
	err := s.db.Read(ctx).Table("totals_shares").Select("project_id, rank").Where("project_id IN ?", ids).Scan(&rows).Error
	out := make(map[domain.ID]int, len(rows))
	for _, r := range rows {
		out[r.ProjectID] = r.Rank
	}
	return out, err
}

// Apply implements goals.TotalsStore.
func (s *TotalsStore) Apply(ctx context.Context, add reporting.Totals, now []goals.Contribution, done []goals.DirtyProject) error {
	if err := s.addCells(ctx, add); err != nil {
		return err
	}
	const batch = 500
	for part := range slices.Chunk(now, batch) {
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

// WorstLights implements goals.TotalsStore.
func (s *TotalsStore) WorstLights(ctx context.Context, most int) ([]domain.ID, error) {
	var ids []domain.ID
	err := s.db.Read(ctx).Table("totals_shares").Where("rank >= 0").Order("rank, wan DESC, project_id").Limit(most).
		Pluck("project_id", &ids).Error
	return ids, err
}

// WorstKeyLights implements goals.TotalsStore. The few on the lists come first and their
// contributions after, by project: a cross join and a rank that is no column of an index
// hold SQLite to it, which by itself walks all contributions.
func (s *TotalsStore) WorstKeyLights(ctx context.Context, most int) ([]domain.ID, error) {
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
func (s *TotalsStore) AddFunds(ctx context.Context, to []goals.Contribution) error {
	if len(to) == 0 {
		return nil
	}
	at := map[domain.ID]int{}
	ids := make([]domain.ID, len(to))
	for i, x := range to {
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
			to[at[r.ProjectID]].Totals.AddUnverified(domain.DateOf(r.ReportedAt), domain.Yuan(r.Amount))
		}
		to[at[r.ProjectID]].Totals.Add(reporting.FundsKey(r.UnitID), reporting.MonthBucket(domain.Date(r.PaidOn)), sum)
	}
	return err
}

// cachedTotals holds the totals of the last update that was read: they change only with
// its number.
type cachedTotals struct {
	mu     sync.Mutex
	number int
	totals reporting.Totals
}

// TotalsStore stores the totals of the front page and each project's part of them.
type TotalsStore struct {
	db    *sqlkit.DB
	cache *cachedTotals
}

// NewTotalsStore returns the store over db.
func NewTotalsStore(db *sqlkit.DB) *TotalsStore { return &TotalsStore{db: db, cache: &cachedTotals{}} }
