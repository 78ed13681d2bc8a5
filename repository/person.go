package repository

import (
	"context"
	"strings"
	"time"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/org"
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

func (r personRow) entity() org.Person {
	p := org.Person{ID: r.ID, Name: r.Name, PasswordHash: r.PasswordHash, WorkPhone: r.WorkPhone, WorkEmail: r.WorkEmail,
		Language: r.Language, FailedSignIns: r.FailedSignIns, LockedUntil: instant(r.LockedUntil), DisabledAt: instant(r.DisabledAt),
		MustChange: r.MustChange, Version: r.Version, CreatedAt: r.CreatedAt.UTC()}
	if r.Login != nil {
		p.Login = *r.Login
	}
	return p
}

// columns are a person's mutable columns.
func personColumns(p org.Person) map[string]any {
	return map[string]any{"name": p.Name, "login": text(p.Login), "password_hash": p.PasswordHash, "work_phone": p.WorkPhone,
		"work_email": p.WorkEmail, "language": p.Language, "failed_sign_ins": p.FailedSignIns, "locked_until": moment(p.LockedUntil),
		"disabled_at": moment(p.DisabledAt), "must_change": p.MustChange}
}

func personConflicts() map[string]error {
	taken := domain.InvalidField("login", "person.login_taken")
	return map[string]error{"people_login": taken, "people.login": taken}
}

// Person implements org.PersonStore.
func (s *PersonStore) Person(ctx context.Context, id domain.ID) (org.Person, error) {
	var r personRow
	err := one(s.db.read(ctx).Where("id = ?", id), &r, "person")
	return r.entity(), err
}

// PersonByLogin implements org.PersonStore.
func (s *PersonStore) PersonByLogin(ctx context.Context, login string) (org.Person, error) {
	var r personRow
	err := one(s.db.read(ctx).Where("login = ?", login), &r, "person")
	return r.entity(), err
}

type personListRow struct {
	Row personRow `gorm:"embedded"`
	Keyed
}

// People implements org.PersonStore.
func (s *PersonStore) People(ctx context.Context, f org.PersonFilter, p domain.Page, on domain.Date) (domain.Slice[org.PersonView], error) {
	q := s.db.read(ctx).Table("people AS p").Where("p.withdrawn_at IS NULL")
	if text := strings.TrimSpace(f.Query); text != "" {
		q = q.Where(s.db.dialect.contains("p.name")+" OR "+s.db.dialect.contains("COALESCE(p.login, '')"), text, strings.ToLower(text))
	}
	if f.Name != "" {
		q = q.Where("p.name = ?", f.Name)
	}
	held := s.db.read(ctx).Table("posts").Select("1").Where("posts.person_id = p.id AND from_on <= ? AND (to_on IS NULL OR to_on >= ?)", date(on), date(on))
	if !f.UnitID.IsZero() {
		q = q.Where("EXISTS (?)", held.Session(&gorm.Session{}).Where("unit_id = ?", f.UnitID))
	}
	if f.Role != "" {
		q = q.Where("EXISTS (?)", held.Session(&gorm.Session{}).Where("role = ?", f.Role))
	}
	if f.Leader {
		q = q.Where("EXISTS (?)", held.Session(&gorm.Session{}).Where("role IN ?", []org.Role{org.CountyLeader, org.PrincipalLeader}))
	}
	rows, page, err := pageOf[personListRow](q, "p", "p.*", sorts{"name": byText + "p.name", "created_at": "p.created_at"}, "name", p)
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
	return slice(rows, page, func(r personListRow) org.PersonView {
		v := org.PersonView{Person: r.Row.entity()}
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
	row := personRow{ID: p.ID, Name: p.Name, Login: text(p.Login), PasswordHash: p.PasswordHash, WorkPhone: p.WorkPhone, WorkEmail: p.WorkEmail,
		Language: p.Language, FailedSignIns: p.FailedSignIns, LockedUntil: moment(p.LockedUntil), DisabledAt: moment(p.DisabledAt),
		MustChange: p.MustChange, Version: p.Version, CreatedAt: p.CreatedAt}
	if err := s.db.insert(ctx, &row, personConflicts()); err != nil {
		return err
	}
	return s.db.index(ctx, "person", p.ID, p.Name)
}

// SavePerson implements org.PersonStore.
func (s *PersonStore) SavePerson(ctx context.Context, p org.Person) error {
	if err := s.db.update(ctx, "people", p.ID, p.Version, personColumns(p), personConflicts()); err != nil {
		return err
	}
	if err := s.db.nextEpoch(ctx); err != nil {
		return err
	}
	return s.db.index(ctx, "person", p.ID, p.Name)
}

// AnyPerson implements org.ProfileStore.
func (s *PersonStore) AnyPerson(ctx context.Context) (bool, error) {
	var n int64
	err := s.db.read(ctx).Table("(?) AS one", s.db.read(ctx).Table("people").Select("1").Limit(1)).Count(&n).Error
	return n > 0, err
}

// PersonStore stores the person records of one database.
type PersonStore struct{ db *DB }

// NewPersonStore returns the store over db.
func NewPersonStore(db *DB) *PersonStore { return &PersonStore{db: db} }
