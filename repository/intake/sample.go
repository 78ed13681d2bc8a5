package intake

import (
	"context"
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/intake"
	"sangu/domain/org"
	"sangu/repository/sqlkit"
)

type sampleRow struct {
	One      int
	Run      domain.ID
	State    string
	County   string
	Done     int
	Total    int
	ByName   string
	BeatAt   time.Time
	LoadedAt *time.Time
}

func (sampleRow) TableName() string { return "sample" }

// Sample implements intake.SampleStore; without one it is empty.
func (s *SampleStore) Sample(ctx context.Context) (intake.Sample, error) {
	var r sampleRow
	err := s.db.Read(ctx).Take(&r).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return intake.Sample{}, nil
	}
	return intake.Sample{Run: r.Run, State: intake.SampleState(r.State), County: r.County, Done: r.Done, Total: r.Total, ByName: r.ByName,
		HeartbeatAt: r.BeatAt.UTC(), LoadedAt: sqlkit.Instant(r.LoadedAt)}, err
}

// ClaimSample implements intake.SampleStore.
func (s *SampleStore) ClaimSample(ctx context.Context, n intake.Sample) (bool, error) {
	res := s.db.Write(ctx).Exec("INSERT INTO sample (one, run, state, county, by_name, beat_at) VALUES (1, ?, ?, ?, ?, ?) ON CONFLICT "+
		"(one) DO NOTHING", n.Run, string(n.State), n.County, n.ByName, n.HeartbeatAt)
	return res.RowsAffected > 0, res.Error
}

// Heartbeat implements intake.SampleStore; done below 0 leaves it as it is.
func (s *SampleStore) Heartbeat(ctx context.Context, run domain.ID, done, total int, at time.Time) (bool, error) {
	set := map[string]any{"beat_at": at}
	if done >= 0 {
		set["done"], set["total"] = done, total
	}
	res := s.db.Write(ctx).Table("sample").Where("run = ? AND state = ?", run, string(intake.SampleLoading)).Updates(set)
	return res.RowsAffected > 0, res.Error
}

// AddSampleRow implements intake.SampleStore.
func (s *SampleStore) AddSampleRow(ctx context.Context, r intake.SampleRow) error {
	return s.db.Write(ctx).Exec("INSERT INTO sample_rows (subject_kind, subject_id, title) VALUES (?, ?, ?) ON CONFLICT (subject_kind, "+
		"subject_id) DO NOTHING", r.Subject.Kind, r.Subject.ID, r.Title).Error
}

// FinishSample implements intake.SampleStore.
func (s *SampleStore) FinishSample(ctx context.Context, run domain.ID, at time.Time) error {
	for kind, table := range sampleTables() {
		err := s.db.Write(ctx).Exec("UPDATE sample_rows SET version = (SELECT t.version FROM "+table+
			" AS t WHERE t.id = sample_rows.subject_id) WHERE subject_kind = ? AND EXISTS (SELECT 1 FROM "+table+
			" AS t WHERE t.id = sample_rows.subject_id)", kind).Error
		if err != nil {
			return fmt.Errorf("note versions of %ss: %w", kind, err)
		}
	}
	return s.db.Write(ctx).Table("sample").Where("run = ?", run).
		Updates(map[string]any{"state": string(intake.SampleLoaded), "loaded_at": at}).Error
}

// sampleTables are the tables of the records that a sample has, by kind.
func sampleTables() map[string]string {
	all := map[string]string{"unit": "units", "person": "people", "view": "views"}
	for kind, table := range versionedTables() {
		all[kind] = table
	}
	return all
}

// NoRecords implements intake.SampleStore.
func (s *SampleStore) NoRecords(ctx context.Context) (bool, error) {
	for _, table := range []string{"projects WHERE withdrawn_at IS NULL", "clients", "enterprises", "leads", "visits"} {
		var n int64
		if err := s.db.Read(ctx).Raw("SELECT count(*) FROM (SELECT 1 FROM " + table + " LIMIT 1) AS one").Scan(&n).Error; err != nil || n > 0 {
			return false, err
		}
	}
	return true, nil
}

// UnitsNamed implements intake.SampleStore.
func (s *SampleStore) UnitsNamed(ctx context.Context, names []string) ([]string, error) {
	var out []string
	err := s.db.Read(ctx).Table("units").Where("name IN ? AND withdrawn_at IS NULL", names).Order("name").Pluck("name", &out).Error
	return out, err
}

// SetupCounts implements intake.FillingStore.
func (s *SampleStore) SetupCounts(ctx context.Context, on domain.Date) (intake.SetupCounts, error) {
	var f intake.SetupCounts
	count := func(into *int, from string, args ...any) error {
		return s.db.Read(ctx).Raw("SELECT count(*) FROM "+from, args...).Scan(into).Error
	}
	own := func(kind string) string {
		return " NOT IN (SELECT subject_id FROM sample_rows WHERE subject_kind = '" + kind + "')"
	}
	const held = "posts WHERE role = ? AND from_on <= ? AND (to_on IS NULL OR to_on >= ?) AND person_id"
	var projects, clients, enterprises, people int
	err := errors.Join(
		count(&f.Units, "units WHERE parent_id IS NOT NULL AND withdrawn_at IS NULL AND id"+own("unit")),
		count(&people, "people WHERE withdrawn_at IS NULL AND id"+own("person")),
		count(&f.SecurityAdmins, held+own("person"), string(org.SecurityAdmin), sqlkit.Date(on), sqlkit.Date(on)),
		count(&f.OfficeAdmins, held+own("person"), string(org.OfficeAdmin), sqlkit.Date(on), sqlkit.Date(on)),
		count(&projects, "projects WHERE withdrawn_at IS NULL AND id"+own("project")),
		count(&clients, "clients WHERE id"+own("client")),
		count(&enterprises, "enterprises WHERE id"+own("enterprise")),
		count(&f.Leads, "leads WHERE id"+own("lead")))
	f.People, f.Records = max(0, people-1), projects+clients+enterprises
	return f, err
}

// SampleStore keeps the sample county of one database.
type SampleStore struct{ db *sqlkit.DB }

// NewSampleStore returns the store over db.
func NewSampleStore(db *sqlkit.DB) *SampleStore { return &SampleStore{db: db} }
