package goals

import (
	"context"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/goals"
	"sangu/domain/library"
	"sangu/domain/pipeline"
	librarystore "sangu/repository/library"
	pipelinestore "sangu/repository/pipeline"
	"sangu/repository/sqlkit"
)

// responsible narrows to the projects that the person is responsible for and that go on.
func (s *ResponsibleProjectsStore) responsible(ctx context.Context, actor domain.Actor, c goals.ResponsibleProjects) *gorm.DB {
	q := librarystore.NewProjectStore(s.db).ProjectsWhere(ctx, actor, library.ProjectFilter{Going: true}).
		Joins("LEFT JOIN totals_shares AS k ON k.project_id = p.id")
	led := "EXISTS (SELECT 1 FROM assignments AS a WHERE a.subject_kind = 'project' AND a.subject_id = p.id AND a.person_id = ? AND " +
		"a.to_on IS NULL)"
	if len(c.Units) == 0 {
		return q.Where(led, c.PersonID)
	}
	return q.Where("(p.responsible_unit_id IN ? OR "+led+")", c.Units, c.PersonID)
}

// WorstResponsible implements goals.ResponsibleProjectsStore.
func (s *ResponsibleProjectsStore) WorstResponsible(ctx context.Context, actor domain.Actor, c goals.ResponsibleProjects,
	most int) ([]domain.ID, error) {
	const unjudged = 3 // beside those without data
	var ids []domain.ID
	err := s.responsible(ctx, actor, c).Where("p.stage_rank < ?", library.InProduction.Rank()).
		Order(gorm.Expr("COALESCE(CASE WHEN k.rank >= 0 THEN k.rank END, ?), COALESCE(k.wan, 0) DESC, p.id", unjudged)).Limit(most).
		Pluck("p.id", &ids).Error
	return ids, err
}

// ResponsibleSums implements goals.ResponsibleProjectsStore.
func (s *ResponsibleProjectsStore) ResponsibleSums(ctx context.Context, actor domain.Actor,
	c goals.ResponsibleProjects) (goals.ResponsibleSums, error) {
	var r goals.ResponsibleSums
	err := s.responsible(ctx, actor, c).
		Select(`count(*) AS projects, count(CASE WHEN p.stage_rank >= ? THEN 1 END) AS started, count(CASE WHEN k.rank = 0 THEN 1 END) AS red,
		CAST(COALESCE(sum(p.funds_verified), 0) AS bigint) AS verified`, library.Started.Rank()).Scan(&r).Error
	return r, err
}

// HeldBy implements goals.ResponsibleProjectsStore.
func (s *ResponsibleProjectsStore) HeldBy(ctx context.Context, actor domain.Actor,
	projects []domain.ID) (map[domain.ID]pipeline.EvidenceOnFile, error) {
	out := map[domain.ID]pipeline.EvidenceOnFile{}
	var rows []librarystore.ProjectRow
	err := librarystore.NewProjectStore(s.db).ProjectsWhere(ctx, actor, library.ProjectFilter{IDs: projects}).Select("p.*").Scan(&rows).Error
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		out[r.ID] = pipeline.EvidenceOnFile{Project: r.Entity()}
	}
	return pipelinestore.NewEvidenceStore(s.db).FillEvidence(ctx, out)
}

// ResponsibleProjectsStore reads the projects that a person is responsible for.
type ResponsibleProjectsStore struct{ db *sqlkit.DB }

// NewResponsibleProjectsStore returns the store over db.
func NewResponsibleProjectsStore(db *sqlkit.DB) *ResponsibleProjectsStore {
	return &ResponsibleProjectsStore{db: db}
}
