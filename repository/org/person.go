package org

import (
	"context"
	"strings"
	"time"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/repository/sqlkit"
)

type personRow struct {
	ID            domain.ID
	Name          string
	Login         *string
	PasswordHash  string
	WorkPhone     string
	WorkEmail     string
	Language      string
	FailedSignIns int
	LockedUntil   *time.Time
	DisabledAt    *time.Time
	MustChange    bool
	Version       int
	CreatedAt     time.Time
}

func (personRow) TableName() string { return "people" }

func (r personRow) Entity() org.Person {
	p := org.Person{ID: r.ID, Name: r.Name, PasswordHash: r.PasswordHash, WorkPhone: r.WorkPhone, WorkEmail: r.WorkEmail,
		Language: r.Language, FailedSignIns: r.FailedSignIns, LockedUntil: sqlkit.Instant(r.LockedUntil),
		DisabledAt:         sqlkit.Instant(r.DisabledAt),
		MustChangePassword: r.MustChange, Version: r.Version, CreatedAt: r.CreatedAt.UTC()}
	if r.Login != nil {
		p.Login = *r.Login
	}
	return p
}

// columns are a person's mutable columns.
func personColumns(p org.Person) map[string]any {
	return map[string]any{"name": p.Name, "login": sqlkit.Text(p.Login), "password_hash": p.PasswordHash, "work_phone": p.WorkPhone,
		"work_email": p.WorkEmail, "language": p.Language, "failed_sign_ins": p.FailedSignIns, "locked_until": sqlkit.Moment(p.LockedUntil),
		"disabled_at": sqlkit.Moment(p.DisabledAt), "must_change": p.MustChangePassword}
}

func personConflicts() map[string]error {
	taken := domain.InvalidField("login", "person.login_taken")
	return map[string]error{"people_login": taken, "people.login": taken}
}

// Person implements org.PersonStore.
func (s *PersonStore) Person(ctx context.Context, id domain.ID) (org.Person, error) {
	var r personRow
	err := sqlkit.Take(s.db.Read(ctx).Where("id = ?", id), &r, domain.SubjectPerson)
	return r.Entity(), err
}

// PersonByLogin implements org.PersonStore.
func (s *PersonStore) PersonByLogin(ctx context.Context, login string) (org.Person, error) {
	var r personRow
	err := sqlkit.Take(s.db.Read(ctx).Where("login = ?", login), &r, domain.SubjectPerson)
	return r.Entity(), err
}

type personListRow struct {
	Row personRow `gorm:"embedded"`
	sqlkit.Keyed
}

// People implements org.PersonStore.
func (s *PersonStore) People(ctx context.Context, f org.PersonFilter, p domain.Page, on domain.Date) (domain.Slice[org.PersonView], error) {
	q := s.db.Read(ctx).Table("people AS p").Where("p.withdrawn_at IS NULL")
	if text := strings.TrimSpace(f.Query); text != "" {
		q = q.Where(s.db.Dialect.Contains("p.name")+" OR "+s.db.Dialect.Contains("COALESCE(p.login, '')"), text, strings.ToLower(text))
	}
	if f.Name != "" {
		q = q.Where("p.name = ?", f.Name)
	}
	held := s.db.Read(ctx).Table("posts").Select("1").Where("posts.person_id = p.id AND from_on <= ? AND (to_on IS NULL OR to_on >= ?)",
		sqlkit.Date(on), sqlkit.Date(on))
	if !f.UnitID.IsZero() {
		q = q.Where("EXISTS (?)", held.Session(&gorm.Session{}).Where("unit_id = ?", f.UnitID))
	}
	if f.Role != "" {
		q = q.Where("EXISTS (?)", held.Session(&gorm.Session{}).Where("role = ?", f.Role))
	}
	if f.Leader {
		q = q.Where("EXISTS (?)", held.Session(&gorm.Session{}).Where("role IN ?", []org.Role{org.CountyLeader, org.PrincipalLeader}))
	}
	rows, page, err := sqlkit.PageOf[personListRow](q, "p", "p.*",
		sqlkit.Sorts{"name": sqlkit.ByText + "p.name", "created_at": "p.created_at"}, "name", p)
	if err != nil {
		return domain.Slice[org.PersonView]{}, err
	}
	ids := make([]domain.ID, len(rows))
	for i, r := range rows {
		ids[i] = r.Row.ID
	}
	posts, err := NewPostStore(s.db).posts(ctx, ids)
	if err != nil {
		return domain.Slice[org.PersonView]{}, err
	}
	return sqlkit.SliceOf(rows, page, func(r personListRow) org.PersonView {
		v := org.PersonView{Person: r.Row.Entity()}
		for _, post := range posts[r.Row.ID] {
			if post.HeldOn(on) {
				v.Posts = append(v.Posts, post)
			}
		}
		return v
	}), nil
}

// AddPerson implements org.PersonStore.
func (s *PersonStore) AddPerson(ctx context.Context, p org.Person) error {
	row := personRow{ID: p.ID, Name: p.Name, Login: sqlkit.Text(p.Login), PasswordHash: p.PasswordHash, WorkPhone: p.WorkPhone,
		WorkEmail: p.WorkEmail,
		Language:  p.Language, FailedSignIns: p.FailedSignIns, LockedUntil: sqlkit.Moment(p.LockedUntil), DisabledAt: sqlkit.Moment(p.DisabledAt),
		MustChange: p.MustChangePassword, Version: p.Version, CreatedAt: p.CreatedAt}
	if err := s.db.Insert(ctx, &row, personConflicts()); err != nil {
		return err
	}
	return s.db.Index(ctx, domain.SubjectPerson, p.ID, p.Name)
}

// SavePerson implements org.PersonStore.
func (s *PersonStore) SavePerson(ctx context.Context, p org.Person) error {
	if err := s.db.Update(ctx, "people", p.ID, p.Version, personColumns(p), personConflicts()); err != nil {
		return err
	}
	if err := s.db.NextEpoch(ctx); err != nil {
		return err
	}
	return s.db.Index(ctx, domain.SubjectPerson, p.ID, p.Name)
}

// AnyPerson implements org.ProfileStore.
func (s *PersonStore) AnyPerson(ctx context.Context) (bool, error) {
	var n int64
	err := s.db.Read(ctx).Table("(?) AS one", s.db.Read(ctx).Table("people").Select("1").Limit(1)).Count(&n).Error
	return n > 0, err
}

// PersonStore keeps the people of one database.
type PersonStore struct{ db *sqlkit.DB }

// NewPersonStore returns the store over db.
func NewPersonStore(db *sqlkit.DB) *PersonStore { return &PersonStore{db: db} }
