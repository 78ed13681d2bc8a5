// Package goals stores lights, totals, suspicions, schemes and assessments.
package goals

import (
	"context"
	"time"

	"sangu/domain"
	"sangu/domain/goals"
	librarystore "sangu/repository/library"
	pipelinestore "sangu/repository/pipeline"
	reportingstore "sangu/repository/reporting"
	"sangu/repository/sqlkit"
)

// LastRun implements goals.CheckStore.
func (s *CheckStore) LastRun(ctx context.Context) (domain.Date, error) {
	text, err := sqlkit.ReadSetting[string](ctx, s.db, "suspicions_scanned")
	if err != nil || text == "" {
		return domain.Date{}, err
	}
	return domain.ParseDate(text)
}

// SaveLastRun implements goals.CheckStore.
func (s *CheckStore) SaveLastRun(ctx context.Context, on domain.Date) error {
	return sqlkit.WriteSetting(ctx, s.db, "suspicions_scanned", on.String())
}

// CheckInput implements goals.CheckStore.
func (s *CheckStore) CheckInput(ctx context.Context) (goals.CheckInput, error) {
	var m goals.CheckInput
	var files []struct {
		ID         domain.ID
		SubjectID  domain.ID
		Kind, Name string
		Sha256     string
		DatedOn    sqlkit.Date
		TakenOn    sqlkit.Date
		Latitude   *float64
		Longitude  *float64
		UploadedAt time.Time
	}
	err := s.db.Read(ctx).Table("attachments").Select("id, subject_id, kind, name, sha256, dated_on, taken_on, latitude, longitude, " +
		"uploaded_at").Where("subject_kind = 'project' AND removed_at IS NULL AND subject_id NOT IN (SELECT id FROM projects WHERE " +
		"withdrawn_at IS NOT NULL)").
		Order("uploaded_at, id").Scan(&files).Error
	if err != nil {
		return m, err
	}
	for _, f := range files {
		m.Evidence = append(m.Evidence, goals.Evidence{ID: f.ID, ProjectID: f.SubjectID, Kind: f.Kind, Name: f.Name, SHA256: f.Sha256,
			DatedOn: domain.Date(f.DatedOn), Photo: librarystore.Photo(f.TakenOn, f.Latitude, f.Longitude), UploadedOn: domain.DateOf(f.UploadedAt)})
	}
	if m.Capital, err = s.capitals(ctx); err != nil {
		return m, err
	}
	var funds []pipelinestore.FundRow
	if err := s.db.Read(ctx).Where("project_id NOT IN (SELECT id FROM projects WHERE withdrawn_at IS NOT NULL)").Order("reported_at, id").
		Find(&funds).Error; err != nil {
		return m, err
	}
	var verdicts []pipelinestore.FundVerdictRow
	if err := s.db.Read(ctx).Order("decided_at, id").Find(&verdicts).Error; err != nil {
		return m, err
	}
	m.Funds = pipelinestore.WithVerdicts(funds, verdicts)
	if m.Bulletins, err = reportingstore.NewBulletinStore(s.db).Bulletins(ctx); err != nil {
		return m, err
	}
	var taken []pipelinestore.StageEventRow
	err = s.db.Read(ctx).Where("corrects IS NOT NULL AND project_id NOT IN (SELECT id FROM projects WHERE withdrawn_at IS NOT NULL)").
		Order("recorded_at, id").Find(&taken).Error
	m.Corrected = sqlkit.Mapped(taken, pipelinestore.StageEventRow.Entity)
	return m, err
}

// capitals returns what each project's company, or else its investor, is registered with.
func (s *CheckStore) capitals(ctx context.Context) (map[domain.ID]domain.Yuan, error) {
	var rows []struct {
		ID      domain.ID
		Capital int64
	}
	err := s.db.Read(ctx).Table("projects AS p").
		Joins(`LEFT JOIN organizations AS own ON own.credit_code = p.company_code AND p.company_code <> ''
		LEFT JOIN clients AS c ON c.id = p.client_id LEFT JOIN organizations AS o ON o.id = c.organization_id`).
		Select("p.id, CASE WHEN own.registered_capital > 0 THEN own.registered_capital ELSE o.registered_capital END AS capital").
		Where("own.registered_capital > 0 OR o.registered_capital > 0").Scan(&rows).Error
	out := map[domain.ID]domain.Yuan{}
	for _, r := range rows {
		out[r.ID] = domain.Yuan(r.Capital)
	}
	return out, err
}

// CheckStore reads what the checks look at, and stores when they ran.
type CheckStore struct{ db *sqlkit.DB }

// NewCheckStore returns the store over db.
func NewCheckStore(db *sqlkit.DB) *CheckStore { return &CheckStore{db: db} }
