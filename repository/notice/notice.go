package notice

import (
	"context"
	"errors"
	"strings"
	"time"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/notice"
	"sangu/repository/sqlkit"
)

type noticeRow struct {
	ID          domain.ID
	PersonID    domain.ID
	Kind        string
	CauseID     domain.ID
	OnDay       sqlkit.Date
	SubjectKind string
	SubjectID   domain.ID
	Title       string
	ActorName   string
	Details     sqlkit.Document[map[string]any]
	ShowsAt     time.Time
	ReadAt      *time.Time
}

func (noticeRow) TableName() string { return "notices" }

type noticeItemRow struct {
	Row noticeRow `gorm:"embedded"`
	sqlkit.Keyed
}

func (r noticeRow) Entity() notice.Notice {
	return notice.Notice{ID: r.ID, PersonID: r.PersonID, Kind: notice.Kind(r.Kind), CauseID: r.CauseID, On: domain.Date(r.OnDay),
		Subject: domain.Ref{Kind: r.SubjectKind, ID: r.SubjectID},
		Title:   r.Title, ActorName: r.ActorName, Details: r.Details.V, ShowsAt: r.ShowsAt.UTC(), ReadAt: sqlkit.Instant(r.ReadAt)}
}

// shown narrows to the actor's notices that show, on records that the actor
// sees today.
func (s *NoticeStore) shown(ctx context.Context, actor domain.Actor, unread bool, now time.Time) *gorm.DB {
	q := s.db.Read(ctx).Table("notices AS n").Where("n.person_id = ? AND n.shows_at <= ?", actor.PersonID, now)
	if unread {
		q = q.Where("n.read_at IS NULL")
	}
	ways, args := []string{"n.subject_kind NOT IN ?"}, []any{notice.Followable()}
	for _, kind := range notice.Followable() {
		ways = append(ways, "n.subject_kind = '"+kind+"' AND EXISTS (?)")
		args = append(args, sqlkit.InScope(s.db.Read(ctx).Table(sqlkit.Holdings(kind).Table+" AS x").Select("1").Where("x.id = n.subject_id"),
			actor, kind, "x"))
	}
	return q.Where("("+strings.Join(ways, " OR ")+")", args...)
}

// Notices implements notice.NoticeStore.
func (s *NoticeStore) Notices(ctx context.Context, actor domain.Actor, unread bool, now time.Time,
	p domain.Page) (domain.Slice[notice.Notice], error) {
	rows, page, err := sqlkit.PageOf[noticeItemRow](s.shown(ctx, actor, unread, now), "n", "n.*", sqlkit.Sorts{"shows_at": "n.shows_at"},
		"-shows_at", p)
	if err != nil {
		return domain.Slice[notice.Notice]{}, err
	}
	return sqlkit.SliceOf(rows, page, func(r noticeItemRow) notice.Notice { return r.Row.Entity() }), nil
}

// Unread implements notice.NoticeStore.
func (s *NoticeStore) Unread(ctx context.Context, actor domain.Actor, now time.Time) (int, error) {
	var n int64
	err := s.db.Read(ctx).Table("(?) AS u", s.shown(ctx, actor, true, now).Select("1").Limit(notice.MaxUnread)).Count(&n).Error
	return int(n), err
}

// MarkNoticeRead implements notice.NoticeStore.
func (s *NoticeStore) MarkNoticeRead(ctx context.Context, person, id domain.ID, at time.Time) (bool, error) {
	res := s.db.Write(ctx).Table("notices").Where("id = ? AND person_id = ?", id, person).
		Update("read_at", gorm.Expr("COALESCE(read_at, ?)", at))
	return res.RowsAffected > 0, res.Error
}

// MarkAllNoticesRead implements notice.NoticeStore.
func (s *NoticeStore) MarkAllNoticesRead(ctx context.Context, person domain.ID, at time.Time) error {
	return s.db.Write(ctx).Table("notices").Where("person_id = ? AND read_at IS NULL AND shows_at <= ?", person, at).Update("read_at", at).
		Error
}

type noticeSettingsRow struct {
	PersonID domain.ID `gorm:"primaryKey"`
	DigestAt string
	Chosen   sqlkit.Document[StoredSettings]
}

func (noticeSettingsRow) TableName() string { return "notice_settings" }

// NoticeSettings implements notice.NoticeStore; the standard until the person chose.
func (s *NoticeStore) NoticeSettings(ctx context.Context, person domain.ID) (notice.Settings, error) {
	var r noticeSettingsRow
	err := s.db.Read(ctx).Where("person_id = ?", person).Take(&r).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return notice.DefaultSettings(), nil
	}
	return r.Chosen.V.Entity(), err
}

// SaveNoticeSettings implements notice.NoticeStore.
func (s *NoticeStore) SaveNoticeSettings(ctx context.Context, person domain.ID, n notice.Settings) error {
	return s.db.Write(ctx).Save(&noticeSettingsRow{person, n.DigestAt, sqlkit.Document[StoredSettings]{V: StoreSettings(n)}}).Error
}

// NoticeStore keeps the notices of one database, and what each person wants of them.
type NoticeStore struct{ db *sqlkit.DB }

// NewNoticeStore returns the store over db.
func NewNoticeStore(db *sqlkit.DB) *NoticeStore { return &NoticeStore{db: db} }
