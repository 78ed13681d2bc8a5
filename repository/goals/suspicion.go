package goals

import (
	"context"
	"time"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/goals"
	librarystore "sangu/repository/library"
	pipelinestore "sangu/repository/pipeline"
	reportingstore "sangu/repository/reporting"
	"sangu/repository/sqlkit"
)

type suspicionRow struct {
	ID         domain.ID
	ProjectID  domain.ID
	Kind       string
	Key        string
	Evidence   sqlkit.Document[map[string]any]
	FoundOn    sqlkit.Date
	State      string
	Answer     string
	AnsweredBy string
	AnsweredAt *time.Time
	Verdict    string
	ClosedBy   string
	ClosedAt   *time.Time
	Version    int
}

func (suspicionRow) TableName() string { return "suspicions" }

type suspicionViewRow struct {
	Row                   suspicionRow `gorm:"embedded"`
	ProjectName, UnitName string
	UnitID                domain.ID
	TotalInvestment       *int64
}

func (v suspicionViewRow) Entity() goals.Suspicion {
	r := v.Row
	s := goals.Suspicion{ID: r.ID, Oddity: goals.Anomaly{ProjectID: r.ProjectID, Kind: r.Kind, Key: r.Key, Facts: r.Evidence.V},
		ProjectName: v.ProjectName, UnitID: v.UnitID, UnitName: v.UnitName,
		FoundOn: domain.Date(r.FoundOn), State: r.State, Answer: r.Answer, AnsweredBy: r.AnsweredBy, Verdict: r.Verdict, ClosedBy: r.ClosedBy,
		Version: r.Version}
	if v.TotalInvestment != nil {
		s.Amount = domain.Yuan(*v.TotalInvestment)
	}
	if r.AnsweredAt != nil {
		s.AnsweredAt = r.AnsweredAt.UTC()
	}
	if r.ClosedAt != nil {
		s.ClosedAt = r.ClosedAt.UTC()
	}
	return s
}

func (s *SuspicionStore) suspicions(ctx context.Context, actor domain.Actor) *gorm.DB {
	return sqlkit.InScope(s.db.Read(ctx).Table("suspicions AS s").
		Joins("JOIN projects AS p ON p.id = s.project_id JOIN units AS u ON u.id = p.responsible_unit_id"), actor, domain.SubjectProject, "p").
		Select("s.*, p.name AS project_name, p.total_investment, u.name AS unit_name, u.id AS unit_id")
}

// Suspicions implements goals.SuspicionStore.
func (s *SuspicionStore) Suspicions(ctx context.Context, actor domain.Actor, state, kind string) ([]goals.Suspicion, error) {
	var rows []suspicionViewRow
	q := sqlkit.WhereEq(sqlkit.WhereEq(s.suspicions(ctx, actor), "s.state", state), "s.kind", kind)
	err := q.Order("s.found_on DESC, s.id DESC").Limit(500).Scan(&rows).Error
	return sqlkit.Mapped(rows, suspicionViewRow.Entity), err
}

// Suspicion implements goals.SuspicionStore.
func (s *SuspicionStore) Suspicion(ctx context.Context, actor domain.Actor, id domain.ID) (goals.Suspicion, error) {
	var r suspicionViewRow
	err := sqlkit.Take(s.suspicions(ctx, actor).Where("s.id = ?", id), &r, domain.SubjectSuspicion)
	return r.Entity(), err
}

// AddSuspicion implements goals.SuspicionStore.
func (s *SuspicionStore) AddSuspicion(ctx context.Context, x goals.Suspicion) (bool, error) {
	res := s.db.Write(ctx).
		Exec(`INSERT INTO suspicions (id, project_id, kind, key, evidence, found_on, state, version) VALUES (?, ?, ?, ?, ?, ?, ?, 1)
		ON CONFLICT (project_id, kind, key) DO NOTHING`, x.ID, x.Oddity.ProjectID, x.Oddity.Kind, x.Oddity.Key,
			sqlkit.Document[map[string]any]{V: x.Oddity.Facts}, sqlkit.Date(x.FoundOn), x.State)
	return res.RowsAffected > 0, res.Error
}

// SaveSuspicion implements goals.SuspicionStore.
func (s *SuspicionStore) SaveSuspicion(ctx context.Context, x goals.Suspicion) error {
	at := func(t time.Time) *time.Time {
		if t.IsZero() {
			return nil
		}
		return &t
	}
	return s.db.Update(ctx, "suspicions", x.ID, x.Version,
		map[string]any{"state": x.State, "evidence": sqlkit.Document[map[string]any]{V: x.Oddity.Facts}, "found_on": sqlkit.Date(x.FoundOn),
			"answer": x.Answer, "answered_by": x.AnsweredBy, "answered_at": at(x.AnsweredAt),
			"verdict": x.Verdict, "closed_by": x.ClosedBy, "closed_at": at(x.ClosedAt)}, nil)
}

// HeldSuspicions implements goals.SuspicionStore.
func (s *SuspicionStore) HeldSuspicions(ctx context.Context) (map[goals.AnomalyKey]goals.Suspicion, error) {
	var rows []suspicionRow
	err := s.db.Read(ctx).Find(&rows).Error
	out := map[goals.AnomalyKey]goals.Suspicion{}
	for _, r := range rows {
		out[goals.AnomalyKey{ProjectID: r.ProjectID, Kind: r.Kind, Key: r.Key}] = suspicionViewRow{Row: r}.Entity()
	}
	return out, err
}

// LastScan implements goals.SuspicionStore.
func (s *SuspicionStore) LastScan(ctx context.Context) (domain.Date, error) {
	text, err := sqlkit.ReadSetting[string](ctx, s.db, "suspicions_scanned")
	if err != nil || text == "" {
		return domain.Date{}, err
	}
	return domain.ParseDate(text)
}

// Scanned implements goals.SuspicionStore.
func (s *SuspicionStore) Scanned(ctx context.Context, on domain.Date) error {
	return sqlkit.WriteSetting(ctx, s.db, "suspicions_scanned", on.String())
}

// SeenProjects implements goals.SuspicionStore.
func (s *SuspicionStore) SeenProjects(ctx context.Context, actor domain.Actor, projects []domain.ID) (seen []domain.ID, err error) {
	err = sqlkit.InScope(s.db.Read(ctx).Table("projects AS p").Where("p.id IN ?", projects), actor, domain.SubjectProject, "p").Pluck("p.id", &seen).Error
	return seen, err
}

// Material implements goals.SuspicionStore.
func (s *SuspicionStore) Material(ctx context.Context) (goals.CheckInput, error) {
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
	m.Taken = sqlkit.Mapped(taken, pipelinestore.StageEventRow.Entity)
	return m, err
}

// capitals gives what each project's company, or else its investor, is registered with.
func (s *SuspicionStore) capitals(ctx context.Context) (map[domain.ID]domain.Yuan, error) {
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

// SuspicionStore stores the suspicion records of one database.
type SuspicionStore struct{ db *sqlkit.DB }

// NewSuspicionStore returns the store over db.
func NewSuspicionStore(db *sqlkit.DB) *SuspicionStore { return &SuspicionStore{db: db} }
