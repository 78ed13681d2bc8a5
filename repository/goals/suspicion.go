package goals

import (
	"context"
	"time"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/goals"
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
	s := goals.Suspicion{ID: r.ID, Anomaly: goals.Anomaly{ProjectID: r.ProjectID, Kind: r.Kind, Key: r.Key, Facts: r.Evidence.V},
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
		ON CONFLICT (project_id, kind, key) DO NOTHING`, x.ID, x.Anomaly.ProjectID, x.Anomaly.Kind, x.Anomaly.Key,
			sqlkit.Document[map[string]any]{V: x.Anomaly.Facts}, sqlkit.Date(x.FoundOn), x.State)
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
		map[string]any{"state": x.State, "evidence": sqlkit.Document[map[string]any]{V: x.Anomaly.Facts}, "found_on": sqlkit.Date(x.FoundOn),
			"answer": x.Answer, "answered_by": x.AnsweredBy, "answered_at": at(x.AnsweredAt),
			"verdict": x.Verdict, "closed_by": x.ClosedBy, "closed_at": at(x.ClosedAt)}, nil)
}

// SuspicionsByKey implements goals.SuspicionStore.
func (s *SuspicionStore) SuspicionsByKey(ctx context.Context) (map[goals.AnomalyKey]goals.Suspicion, error) {
	var rows []suspicionRow
	err := s.db.Read(ctx).Find(&rows).Error
	out := map[goals.AnomalyKey]goals.Suspicion{}
	for _, r := range rows {
		out[goals.AnomalyKey{ProjectID: r.ProjectID, Kind: r.Kind, Key: r.Key}] = suspicionViewRow{Row: r}.Entity()
	}
	return out, err
}

// SeenProjects implements goals.SuspicionStore.
func (s *SuspicionStore) SeenProjects(ctx context.Context, actor domain.Actor, projects []domain.ID) (seen []domain.ID, err error) {
	err = sqlkit.InScope(s.db.Read(ctx).Table("projects AS p").Where("p.id IN ?", projects), actor, domain.SubjectProject, "p").
		Pluck("p.id", &seen).Error
	return seen, err
}

// SuspicionStore stores suspicions.
type SuspicionStore struct{ db *sqlkit.DB }

// NewSuspicionStore returns the store over db.
func NewSuspicionStore(db *sqlkit.DB) *SuspicionStore { return &SuspicionStore{db: db} }
