package notice

import (
	"context"
	"time"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/notice"
)

type noticesIn struct {
	kit.PageQuery
	Unread bool `query:"unread" description:"only those not read yet"`
}

type noticeOut struct {
	ID          domain.ID      `json:"id" required:"true"`
	Kind        string         `json:"kind" required:"true"`
	SubjectKind string         `json:"subject_kind" required:"true"`
	SubjectID   domain.ID      `json:"subject_id" required:"true"`
	Title       string         `json:"title" required:"true" description:"the record's name when it was told"`
	ActorName   string         `json:"actor_name" required:"true" description:"empty where a day came"`
	Details     map[string]any `json:"details" required:"true"`
	On          domain.Date    `json:"on" required:"true"`
	At          time.Time      `json:"at" required:"true"`
	Read        bool           `json:"read" required:"true"`
}

func noticeFrom(n notice.Notice) noticeOut {
	return noticeOut{ID: n.ID, Kind: string(n.Kind), SubjectKind: n.Subject.Kind, SubjectID: n.Subject.ID, Title: n.Title,
		ActorName: n.ActorName, Details: n.Details, On: n.On, At: n.ShowsAt, Read: !n.ReadAt.IsZero()}
}

func (a *API) ListNotices(ctx context.Context, actor domain.Actor, in noticesIn) (kit.ListOf[noticeOut], error) {
	s, err := a.Notices.List(ctx, actor, in.Unread, in.Page())
	return kit.ListFrom(s, noticeFrom), err
}

type unreadOut struct {
	Count  int  `json:"count" required:"true" description:"up to 99"`
	Capped bool `json:"capped" required:"true" description:"true where there are more"`
}

func (a *API) CountUnreadNotices(ctx context.Context, actor domain.Actor, _ struct{}) (unreadOut, error) {
	n, err := a.Notices.Unread(ctx, actor)
	return unreadOut{min(n, notice.MaxUnread-1), n == notice.MaxUnread}, err
}

func (a *API) ReadNotice(ctx context.Context, actor domain.Actor, in kit.ByID) (kit.NoContent, error) {
	return kit.NoContent{}, a.Notices.MarkRead(ctx, actor, in.ID)
}

func (a *API) ReadAllNotices(ctx context.Context, actor domain.Actor, _ struct{}) (kit.NoContent, error) {
	return kit.NoContent{}, a.Notices.MarkAllRead(ctx, actor)
}

// noticeChoice is what a person wants to be notified of.
type noticeChoice struct {
	Off       []string `json:"off" required:"true" validate:"max=40,dive,max=40" description:"kinds not wanted"`
	EarlyDays int      `json:"early_days" required:"true" description:"days ahead a step that falls due is told of"`
	IdleDays  int      `json:"idle_days" required:"true" description:"days without a word after which a lead is told of"`
	DigestAt  string   `json:"digest_at" required:"true" description:"HH:MM from which what is due is told, once a day"`
	QuietFrom string   `json:"quiet_from" required:"true" description:"HH:MM; empty for no quiet hours"`
	QuietTo   string   `json:"quiet_to" required:"true"`
	Where     []string `json:"where,omitempty" validate:"max=5" description:"where a notice shows besides the bell: corner, desktop"`
}

type noticeSettingsOut struct {
	noticeChoice
	Kinds []string `json:"kinds" required:"true" description:"every kind there is"`
}

func noticeSettingsFrom(s notice.Settings) noticeSettingsOut {
	return noticeSettingsOut{noticeChoice{Off: kit.Each(s.Off, func(k notice.Kind) string { return string(k) }), EarlyDays: s.EarlyDays,
		IdleDays: s.IdleDays, DigestAt: s.DigestAt, QuietFrom: s.QuietFrom, QuietTo: s.QuietTo,
		Where: kit.Each(s.Where, func(p notice.Place) string { return string(p) })},
		kit.Each(notice.Kinds(), func(k notice.Kind) string { return string(k) })}
}

func (a *API) GetNoticeSettings(ctx context.Context, actor domain.Actor, _ struct{}) (noticeSettingsOut, error) {
	s, err := a.Notices.Settings(ctx, actor)
	return noticeSettingsFrom(s), err
}

func (a *API) UpdateNoticeSettings(ctx context.Context, actor domain.Actor, in noticeChoice) (noticeSettingsOut, error) {
	s, err := a.Notices.UpdateSettings(ctx, actor, notice.Settings{Off: kit.Words[notice.Kind](in.Off), EarlyDays: in.EarlyDays,
		IdleDays: in.IdleDays,
		DigestAt: in.DigestAt, QuietFrom: in.QuietFrom, QuietTo: in.QuietTo, Where: kit.Words[notice.Place](in.Where)})
	return noticeSettingsFrom(s), err
}
