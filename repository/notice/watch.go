package notice

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/repository/sqlkit"
)

type watchRow struct {
	PersonID    domain.ID `gorm:"primaryKey"`
	SubjectKind string    `gorm:"primaryKey"`
	SubjectID   domain.ID `gorm:"primaryKey"`
	Watching    bool
	At          time.Time
}

func (watchRow) TableName() string { return "watches" }

// WatchChoice implements notice.WatchStore.
func (s *WatchStore) WatchChoice(ctx context.Context, person domain.ID, subject domain.Ref) (watching, known bool, err error) {
	var r watchRow
	err = s.db.Read(ctx).Where("person_id = ? AND subject_kind = ? AND subject_id = ?", person, subject.Kind, subject.ID).Take(&r).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return false, false, nil
	}
	return r.Watching, err == nil, err
}

// SaveWatchChoice implements notice.WatchStore.
func (s *WatchStore) SaveWatchChoice(ctx context.Context, person domain.ID, subject domain.Ref, watching bool, at time.Time) error {
	return s.db.Write(ctx).Save(&watchRow{PersonID: person, SubjectKind: subject.Kind, SubjectID: subject.ID, Watching: watching, At: at}).
		Error
}

// Owners implements notice.WatchStore: by the columns that make a row somebody's
// in holdings.
func (s *WatchStore) Owners(ctx context.Context, subject domain.Ref) ([]domain.ID, error) {
	h := sqlkit.Holdings(subject.Kind)
	if h.Table == "" {
		return nil, nil
	}
	columns := h.Owners
	if subject.Kind == domain.SubjectVisit {
		columns = append(columns, "leader_id")
	}
	var parts []string
	args := map[string]any{"id": subject.ID, "kind": subject.Kind}
	for _, c := range columns {
		parts = append(parts, "SELECT "+c+" AS id FROM "+h.Table+" WHERE id = @id AND "+c+" IS NOT NULL")
	}
	parts = append(parts, "SELECT person_id FROM assignments WHERE subject_kind = @kind AND subject_id = @id AND to_on IS NULL")
	var ids []domain.ID
	err := s.db.Read(ctx).Raw(strings.Join(parts, " UNION "), args).Scan(&ids).Error
	return ids, err
}

// Followers implements notice.DispatchStore: those whose record it is unless they
// stopped, and those who asked to.
func (s *WatchStore) Followers(ctx context.Context, subject domain.Ref) ([]domain.ID, error) {
	out, err := s.Owners(ctx, subject)
	if err != nil {
		return nil, err
	}
	var said []watchRow
	if err := s.db.Read(ctx).Where("subject_kind = ? AND subject_id = ?", subject.Kind, subject.ID).Find(&said).Error; err != nil {
		return nil, err
	}
	for _, w := range said {
		i := slices.Index(out, w.PersonID)
		switch {
		case w.Watching && i < 0:
			out = append(out, w.PersonID)
		case !w.Watching && i >= 0:
			out = slices.Delete(out, i, i+1)
		}
	}
	slices.Sort(out)
	return out, nil
}

// PeopleNamed implements notice.AudienceStore.
func (s *WatchStore) PeopleNamed(ctx context.Context, query string, most int) ([]domain.ID, error) {
	var ids []domain.ID
	err := s.db.Read(ctx).Table("people AS p").Where("p.id IN (?) AND p.login IS NOT NULL AND p.disabled_at IS NULL",
		s.db.Found(ctx, domain.SubjectPerson, query)).
		Order("p.name, p.id").Limit(most).Pluck("p.id", &ids).Error
	return ids, err
}

// WatchedBy narrows rows of a kind to those that the person follows, where that
// is asked.
func WatchedBy(q *gorm.DB, asked bool, person domain.ID, kind, alias string) *gorm.DB {
	if !asked {
		return q
	}
	h := sqlkit.Holdings(kind)
	own := []string{"EXISTS (SELECT 1 FROM assignments AS wa WHERE wa.subject_kind = '" + kind + "' AND wa.subject_id = " + alias +
		".id AND wa.person_id = @me AND wa.to_on IS NULL)"}
	columns := h.Owners
	if kind == "visit" {
		columns = append(columns, "leader_id")
	}
	for _, c := range columns {
		own = append(own, alias+"."+c+" = @me")
	}
	said := "SELECT 1 FROM watches AS w WHERE w.person_id = @me AND w.subject_kind = '" + kind + "' AND w.subject_id = " + alias + ".id AND "
	return q.Where("(EXISTS ("+said+"w.watching) OR ("+strings.Join(own, " OR ")+") AND NOT EXISTS ("+said+"NOT w.watching))",
		map[string]any{"me": person})
}

// WatchStore keeps who follows what in one database.
type WatchStore struct{ db *sqlkit.DB }

// NewWatchStore returns the store over db.
func NewWatchStore(db *sqlkit.DB) *WatchStore { return &WatchStore{db: db} }
