package recruit

import (
	"context"
	"time"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/recruit"
	"sangu/repository/sqlkit"
)

type followUpRow struct {
	ID          domain.ID
	SubjectKind string
	SubjectID   domain.ID
	Title       string
	About       string
	OwnerID     domain.ID
	UnitID      sqlkit.Ref
	DueOn       sqlkit.Date
	DoneAt      *time.Time
	Version     int
}

func (followUpRow) TableName() string { return "follow_ups" }

func (r followUpRow) Entity() recruit.FollowUp {
	return recruit.FollowUp{ID: r.ID, Subject: domain.Ref{Kind: r.SubjectKind, ID: r.SubjectID}, Title: r.Title, About: r.About,
		OwnerID: r.OwnerID,
		UnitID:  domain.ID(r.UnitID), DueOn: domain.Date(r.DueOn), DoneAt: sqlkit.Instant(r.DoneAt), Version: r.Version}
}

// FollowUp implements recruit.VisitStore.
func (s *FollowUpStore) FollowUp(ctx context.Context, id domain.ID) (recruit.FollowUp, error) {
	var r followUpRow
	err := sqlkit.Take(s.db.Read(ctx).Where("id = ?", id), &r, domain.SubjectFollowUp)
	return r.Entity(), err
}

// FollowUps implements recruit.VisitStore.
func (s *FollowUpStore) FollowUps(ctx context.Context, person domain.ID, from, to domain.Date, doneToo bool) ([]recruit.FollowUp, error) {
	q := s.db.Read(ctx).Where("owner_id = ? AND subject_id NOT IN (SELECT id FROM recycle_bin)", person)
	if !from.IsZero() {
		q = q.Where("due_on >= ?", sqlkit.Date(from))
	}
	if !to.IsZero() {
		q = q.Where("due_on <= ?", sqlkit.Date(to))
	}
	if !doneToo {
		q = q.Where("done_at IS NULL")
	}
	return s.followUps(q.Limit(domain.MaxPage))
}

func (s *FollowUpStore) followUps(q *gorm.DB) ([]recruit.FollowUp, error) {
	var rows []followUpRow
	err := q.Order("due_on, id").Find(&rows).Error
	out := make([]recruit.FollowUp, len(rows))
	for i, r := range rows {
		out[i] = r.Entity()
	}
	return out, err
}

// AddFollowUp implements recruit.VisitStore.
func (s *FollowUpStore) AddFollowUp(ctx context.Context, f recruit.FollowUp) error {
	row := followUpRow{ID: f.ID, SubjectKind: f.Subject.Kind, SubjectID: f.Subject.ID, Title: f.Title, About: f.About, OwnerID: f.OwnerID,
		UnitID: sqlkit.Ref(f.UnitID), DueOn: sqlkit.Date(f.DueOn), DoneAt: sqlkit.Moment(f.DoneAt), Version: f.Version}
	return s.db.Insert(ctx, &row, nil)
}

// SaveFollowUp implements recruit.VisitStore.
func (s *FollowUpStore) SaveFollowUp(ctx context.Context, f recruit.FollowUp) error {
	return s.db.Update(ctx, "follow_ups", f.ID, f.Version,
		map[string]any{"title": f.Title, "due_on": sqlkit.Date(f.DueOn), "owner_id": f.OwnerID, "done_at": sqlkit.Moment(f.DoneAt)}, nil)
}

// RemoveOpenFollowUps implements recruit.VisitStore.
func (s *FollowUpStore) RemoveOpenFollowUps(ctx context.Context, subject domain.Ref) error {
	return s.db.Write(ctx).Where("subject_kind = ? AND subject_id = ? AND done_at IS NULL", subject.Kind, subject.ID).Delete(&followUpRow{}).
		Error
}

// FollowUpStore keeps the follow-ups of one database.
type FollowUpStore struct{ db *sqlkit.DB }

// NewFollowUpStore returns the store over db.
func NewFollowUpStore(db *sqlkit.DB) *FollowUpStore { return &FollowUpStore{db: db} }
