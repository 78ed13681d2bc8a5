// Package notice stores notices, who follows what, and what is still to be told.
package notice

import (
	"context"
	"time"

	"gorm.io/gorm/clause"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/notice"
	"sangu/repository/sqlkit"
)

// DispatchStore reads what notices are made of, and adds notices, in one database.
type DispatchStore struct{ db *sqlkit.DB }

// NewDispatchStore returns the store over db.
func NewDispatchStore(db *sqlkit.DB) *DispatchStore { return &DispatchStore{db: db} }

// Pending implements notice.OutboxStore.
func (s *DispatchStore) Pending(ctx context.Context, most int) ([]notice.OutboxEvent, error) {
	var rows []sqlkit.OutboxRow
	err := s.db.Read(ctx).Where("untold").Order("id").Limit(most).Find(&rows).Error
	return sqlkit.Mapped(rows, func(r sqlkit.OutboxRow) notice.OutboxEvent {
		return notice.OutboxEvent{ID: r.ID, At: r.At.UTC(), Action: r.Action,
			Subject: domain.Ref{Kind: r.SubjectKind, ID: domain.ID(r.SubjectID)}, Title: r.Title,
			ActorID: domain.ID(r.ActorID), ActorName: r.ActorName, Details: r.Details.V,
			Tell: sqlkit.EachOf(r.Tell.V, sqlkit.StoredRecipient.Entity)}
	}), err
}

// MarkDispatched implements notice.OutboxStore.
func (s *DispatchStore) MarkDispatched(ctx context.Context, ids []domain.ID) error {
	return s.db.Write(ctx).Table("outbox").Where("id IN ?", ids).Updates(map[string]any{"untold": false}).Error
}

// Holders implements notice.RecipientStore.
func (s *DispatchStore) Holders(ctx context.Context, t domain.Recipient, on domain.Date) ([]domain.ID, error) {
	q := s.db.Read(ctx).Table("posts AS o").Joins("JOIN people AS p ON p.id = o.person_id").Distinct("o.person_id").
		Where("o.role IN ? AND o.from_on <= ? AND (o.to_on IS NULL OR o.to_on >= ?) AND p.login IS NOT NULL AND p.disabled_at IS NULL", t.Roles,
			sqlkit.Date(on), sqlkit.Date(on))
	q = sqlkit.WhereEq(q, "o.unit_id", t.UnitID)
	if len(t.Except) > 0 {
		q = q.Where("o.unit_id NOT IN ?", t.Except)
	}
	var ids []domain.ID
	err := q.Order("o.person_id").Scan(&ids).Error
	return ids, err
}

// noticeBatch is how many rows one statement adds: SQLite bounds parameters.
const noticeBatch = 500

// AddNotices implements notice.OutboxStore. Each person who gets a notice gets an
// outbox row too, by which an open screen counts again.
func (s *DispatchStore) AddNotices(ctx context.Context, all []notice.Notice) (int, error) {
	if len(all) == 0 {
		return 0, nil
	}
	rows := sqlkit.Mapped(all, func(n notice.Notice) noticeRow {
		if n.Details == nil {
			n.Details = map[string]any{}
		}
		return noticeRow{ID: n.ID, PersonID: n.PersonID, Kind: string(n.Kind), CauseID: n.CauseID, OnDay: sqlkit.Date(n.On),
			SubjectKind: n.Subject.Kind, SubjectID: n.Subject.ID, Title: n.Title, ActorName: n.ActorName,
			Details: sqlkit.Document[map[string]any]{V: n.Details}, ShowsAt: n.ShowsAt.UTC().Truncate(time.Microsecond),
			ReadAt: sqlkit.Moment(n.ReadAt)}
	})
	res := s.db.Write(ctx).Clauses(clause.OnConflict{Columns: []clause.Column{{Name: "person_id"}, {Name: "kind"}, {Name: "cause_id"},
		{Name: "on_day"}}, DoNothing: true}).
		CreateInBatches(&rows, noticeBatch)
	if res.Error != nil || res.RowsAffected == 0 {
		return 0, res.Error
	}
	told := map[domain.ID]bool{}
	var out []sqlkit.OutboxRow
	for _, n := range all {
		if !told[n.PersonID] {
			told[n.PersonID] = true
			out = append(out, sqlkit.NewOutboxRow(s.db.IDs.New(), s.db.Clock.Now(), domain.Actor{},
				domain.Change{Action: "notice.made", Subject: domain.Ref{Kind: "notice", ID: n.PersonID}}))
		}
	}
	return int(res.RowsAffected), s.db.Write(ctx).CreateInBatches(&out, noticeBatch).Error
}

// AwaitingDigest implements notice.DigestStore.
func (s *DispatchStore) AwaitingDigest(ctx context.Context, on domain.Date, by string, most int) ([]domain.ID, error) {
	var ids []domain.ID
	err := s.db.Read(ctx).Table("people AS p").Joins("LEFT JOIN notice_rounds AS r ON r.person_id = p.id LEFT JOIN notice_settings AS s ON "+
		"s.person_id = p.id").
		Where("p.login IS NOT NULL AND p.disabled_at IS NULL AND (r.on_day IS NULL OR r.on_day < ?) AND COALESCE(s.digest_at, ?) <= ?",
			sqlkit.Date(on), notice.DefaultSettings().DigestAt, by).
		Order("p.id").Limit(most).Pluck("p.id", &ids).Error
	return ids, err
}

// ClaimDigest implements notice.DigestStore.
func (s *DispatchStore) ClaimDigest(ctx context.Context, person domain.ID, on domain.Date) (bool, error) {
	res := s.db.Write(ctx).Exec(`INSERT INTO notice_rounds (person_id, on_day) VALUES (?, ?)
		ON CONFLICT (person_id) DO UPDATE SET on_day = excluded.on_day WHERE notice_rounds.on_day < excluded.on_day`, person, sqlkit.Date(on))
	return res.RowsAffected > 0, res.Error
}

// maxDue bounds the notices of a kind that one person gets in a day.
const maxDue = 100

type dueRow struct {
	ID          domain.ID
	SubjectKind string
	SubjectID   domain.ID
	Title       string
	About       string
	OnDay       sqlkit.Date
}

// DueSteps implements notice.DigestStore: follow-ups, and leads' next steps.
func (s *DispatchStore) DueSteps(ctx context.Context, person domain.ID, until, today domain.Date) ([]notice.Due, error) {
	var rows, leads []dueRow
	err := s.db.Read(ctx).Table("follow_ups AS f").Select("f.id, f.subject_kind, f.subject_id, f.about AS title, f.title AS about, "+
		"f.due_on AS on_day").
		Where("f.owner_id = ? AND f.subject_id NOT IN (SELECT id FROM recycle_bin) AND f.done_at IS NULL AND f.due_on <= ?", person,
			sqlkit.Date(until)).Order("f.due_on DESC, f.id").Limit(maxDue).Scan(&rows).Error
	if err != nil {
		return nil, err
	}
	err = s.db.Read(ctx).Table("leads AS l").Select("l.id, 'lead' AS subject_kind, l.id AS subject_id, l.company AS title, CASE WHEN "+
		"l.next_action <> '' THEN l.next_action ELSE l.subject END AS about, l.next_on AS on_day").
		Where("l.owner_id = ? AND l.state IN ('open', 'valid') AND l.next_on <= ?", person, sqlkit.Date(until)).Order("l.next_on DESC, l.id").
		Limit(maxDue).Scan(&leads).Error
	return sqlkit.Mapped(append(rows, leads...), func(r dueRow) notice.Due {
		kind := notice.StepDue
		if domain.Date(r.OnDay).Before(today) {
			kind = notice.StepOverdue
		}
		return r.due(kind, domain.Date(r.OnDay))
	}), err
}

func (r dueRow) due(kind notice.Kind, on domain.Date) notice.Due {
	return notice.Due{Kind: kind, CauseID: r.ID, On: on, Subject: domain.Ref{Kind: r.SubjectKind, ID: r.SubjectID}, Title: r.Title,
		Details: map[string]any{"about": r.About, "on": on.String()}}
}

// OverdueStarts implements notice.DigestStore: once for each planned day.
func (s *DispatchStore) OverdueStarts(ctx context.Context, person domain.ID, heads []domain.ID, today domain.Date) ([]notice.Due, error) {
	q := s.db.Read(ctx).Table("projects AS p").Select("p.id, 'project' AS subject_kind, p.id AS subject_id, p.name AS title, "+
		"p.planned_start AS on_day").
		Where("p.planned_start < ? AND p.stage_rank < ? AND p.status = ? AND p.withdrawn_at IS NULL", sqlkit.Date(today),
			library.Started.Rank(), string(library.Active))
	mine := s.db.Read(ctx).Where("EXISTS (SELECT 1 FROM assignments AS a WHERE a.subject_kind = 'project' AND a.subject_id = p.id AND "+
		"a.person_id = ? AND a.to_on IS NULL)", person)
	if len(heads) > 0 {
		mine = mine.Or("p.responsible_unit_id IN ?", heads)
	}
	var rows []dueRow
	err := q.Where(mine).Order("p.planned_start DESC, p.id").Limit(maxDue).Scan(&rows).Error
	return sqlkit.Mapped(rows, func(r dueRow) notice.Due { return r.due(notice.ShouldHaveBegun, domain.Date(r.OnDay)) }), err
}
