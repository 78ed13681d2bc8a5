package reporting

import (
	"context"
	"reflect"
	"slices"
	"time"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/pipeline"
	"sangu/domain/reporting"
	pipelinestore "sangu/repository/pipeline"
	"sangu/repository/sqlkit"
)

// RecordFacts implements library.ProjectFactsStore: it writes what reports count the project by,
// where that differs from the last version kept.
func (s *HistoryStore) RecordFacts(ctx context.Context, project domain.ID) error {
	return s.keepFacts(ctx, project, s.db.Clock.Now())
}

// RecordMissingFacts implements library.ProjectFactsStore: of projects that were stored before
// facts were kept, what is stored now is taken to have been known from the first.
func (s *HistoryStore) RecordMissingFacts(ctx context.Context, most int) (n int, err error) {
	var rows []struct {
		ID        domain.ID
		CreatedAt time.Time
	}
	err = s.db.Read(ctx).Table("projects AS p").Select("p.id, p.created_at").
		Where("NOT EXISTS (SELECT 1 FROM project_facts AS f WHERE f.project_id = p.id)").
		Order("p.id").Limit(most).Scan(&rows).Error
	if err != nil {
		return 0, err
	}
	for _, r := range rows {
		if err := s.keepFacts(ctx, r.ID, r.CreatedAt); err != nil {
			return 0, err
		}
	}
	return len(rows), nil
}

// keepFacts stores what reports count the project by as known from an instant on,
// where it differs from the last version stored.
func (s *HistoryStore) keepFacts(ctx context.Context, project domain.ID, at time.Time) error {
	var r countedRow
	err := s.db.Read(ctx).Table("projects AS p").Joins(countedJoins).Select(countedColumns).Where("p.id = ?", project).Take(&r).Error
	if err != nil {
		return err
	}
	facts := r.facts()
	leaders, err := s.presentLeaders(ctx, project)
	if err != nil {
		return err
	}
	for _, l := range leaders[project] {
		facts.Leaders, facts.LeaderNames = append(facts.Leaders, l.ID), append(facts.LeaderNames, l.Name)
	}
	var last factsRow
	err = s.db.Read(ctx).Where("project_id = ?", project).Order("version DESC").Limit(1).Find(&last).Error
	if err != nil || last.Version > 0 && reflect.DeepEqual(last.Facts.V.Entity(), facts) {
		return err
	}
	row := factsRow{ProjectID: project, Version: r.Version, RecordedAt: at,
		Facts: sqlkit.Document[StoredCountedFacts]{V: StoreCountedFacts(facts)}}
	return s.db.Insert(ctx, &row, nil)
}

type factsRow struct {
	ProjectID  domain.ID
	Version    int
	RecordedAt time.Time
	Facts      sqlkit.Document[StoredCountedFacts]
}

func (factsRow) TableName() string { return "project_facts" }

// Histories implements reporting.SnapshotStore. Scope is asked of the project as
// it is now: rights are never of the past.
func (s *HistoryStore) Histories(ctx context.Context, actor domain.Actor, asOf time.Time, only ...domain.ID) ([]reporting.ProjectHistory,
	error) {
	visible := func() *gorm.DB {
		return sqlkit.WhereIn(
			sqlkit.InScope(s.db.Read(ctx).Table("projects AS p").Select("p.id"), actor, domain.SubjectProject, "p"),
			"p.id",
			only,
		)
	}
	var facts []factsRow
	err := s.db.Read(ctx).Where("project_id IN (?) AND recorded_at <= ?", visible(), asOf).Order("project_id, version").Find(&facts).Error
	if err != nil {
		return nil, err
	}
	at := map[domain.ID]int{}
	var out []reporting.ProjectHistory
	for _, f := range facts {
		i, ok := at[f.ProjectID]
		if !ok {
			i = len(out)
			at[f.ProjectID] = i
			out = append(out, reporting.ProjectHistory{ProjectID: f.ProjectID})
		}
		out[i].Facts = f.Facts.V.Entity()
	}
	lights, err := s.monthlyLights(ctx, asOf, func(q *gorm.DB) *gorm.DB { return q.Where("project_id IN (?)", visible()) })
	if err != nil {
		return nil, err
	}
	for i := range out {
		out[i].MonthlyLights = lights.of(out[i].ProjectID)
	}
	known := func(column string) *gorm.DB {
		return s.db.Read(ctx).Where("project_id IN (?) AND "+column+" <= ?", visible(), asOf).Order(column + ", id")
	}
	if err := gather(known("recorded_at"), at, pipelinestore.StageEventRow.Entity, func(e pipeline.Event) domain.ID { return e.ProjectID },
		func(i int, e pipeline.Event) { out[i].Events = append(out[i].Events, e) }); err != nil {
		return nil, err
	}
	if err := gather(known("decided_at"), at, pipelinestore.VerdictRow.Entity, func(v pipeline.Verdict) domain.ID { return v.ProjectID },
		func(i int, v pipeline.Verdict) { out[i].Verdicts = append(out[i].Verdicts, v) }); err != nil {
		return nil, err
	}
	if err := gather(known("recorded_at"), at, pipelinestore.SigningEventRow.Entity,
		func(e pipeline.SigningEvent) domain.ID { return e.ProjectID },
		func(i int, e pipeline.SigningEvent) { out[i].Signings = append(out[i].Signings, e) }); err != nil {
		return nil, err
	}
	if err := gather(known("recorded_at"), at, pipelinestore.SplitRow.Entity, func(c pipeline.CreditSplit) domain.ID { return c.ProjectID },
		func(i int, c pipeline.CreditSplit) { out[i].Splits = append(out[i].Splits, c) }); err != nil {
		return nil, err
	}
	if err := gather(known("reported_at"), at, pipelinestore.FundRow.Entity, func(e pipeline.FundEntry) domain.ID { return e.ProjectID },
		func(i int, e pipeline.FundEntry) { out[i].Funds = append(out[i].Funds, e) }); err != nil {
		return nil, err
	}
	return out, gather(known("decided_at"), at, pipelinestore.FundVerdictRow.Entity,
		func(v pipeline.FundVerdict) domain.ID { return v.ProjectID }, func(i int, v pipeline.FundVerdict) {
			k := slices.IndexFunc(out[i].Funds, func(e pipeline.FundEntry) bool { return e.ID == v.EntryID })
			if k >= 0 {
				out[i].Funds[k].Verdicts = append(out[i].Funds[k].Verdicts, v)
			}
		})
}

// LastChanges implements reporting.SnapshotStore.
func (s *HistoryStore) LastChanges(ctx context.Context, projects []domain.ID, asOf time.Time) (map[domain.ID]time.Time, error) {
	var rows []struct {
		SubjectID domain.ID
		At        time.Time
	}
	err := s.db.Read(ctx).Table("audit AS a").Select("a.subject_id, a.at").
		Where("a.subject_kind = 'project' AND a.subject_id IN ? AND a.at <= ?", projects, asOf).
		Where("NOT EXISTS (SELECT 1 FROM audit AS l WHERE l.subject_kind = a.subject_kind AND l.subject_id = a.subject_id AND l.at > a.at AND "+
			"l.at <= ?)", asOf).Scan(&rows).Error
	out := map[domain.ID]time.Time{}
	for _, r := range rows {
		out[r.SubjectID] = r.At
	}
	return out, err
}

// gather reads rows of one table and hands each to its project's history.
func gather[R, T any](q *gorm.DB, at map[domain.ID]int, to func(R) T, project func(T) domain.ID, take func(int, T)) error {
	var rows []R
	if err := q.Find(&rows).Error; err != nil {
		return err
	}
	for _, r := range rows {
		v := to(r)
		if i, ok := at[project(v)]; ok {
			take(i, v)
		}
	}
	return nil
}

// monthlyLights returns the lights of earlier months, or nil where no rule looks
// back on them.
func (s *HistoryStore) monthlyLights(ctx context.Context, asOf time.Time, narrow func(*gorm.DB) *gorm.DB) (monthlyLights, error) {
	needed, err := s.looksBack(ctx)
	if err != nil || !needed {
		return nil, err
	}
	return readMonthlyLights(ctx, s.db, asOf, narrow)
}

// HistoryStore stores what reports count projects by, and reads all that was known
// of them at an instant.
type HistoryStore struct {
	db        *sqlkit.DB
	looksBack func(context.Context) (bool, error)
}

// NewHistoryStore returns the store over db. looksBack reports whether the rules
// of the lights need the lights of earlier months.
func NewHistoryStore(db *sqlkit.DB, looksBack func(context.Context) (bool, error)) *HistoryStore {
	return &HistoryStore{db: db, looksBack: looksBack}
}
