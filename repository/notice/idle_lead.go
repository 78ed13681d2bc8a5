package notice

import (
	"context"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/notice"
	"sangu/repository/sqlkit"
)

// IdleLeadRow is a lead with the last day on which something happened on it.
type IdleLeadRow struct {
	ID               domain.ID
	Company, Subject string
	Since            sqlkit.Date
}

// IdleLeads returns, as a query, a person's open and valid leads among q, alias l,
// on which nothing happened after a day. A lead's last day is the latest of its
// timeline, or else the day it was reported; desk and notices count from it alike.
func IdleLeads(ctx context.Context, db *sqlkit.DB, q *gorm.DB, person domain.ID, by domain.Date) *gorm.DB {
	own := q.Where("l.owner_id = ? AND l.state IN ('open', 'valid') AND l.withdrawn_at IS NULL", person).
		Select(`l.id, l.company, l.subject, COALESCE((SELECT max(t.occurred_on) FROM timeline AS t WHERE t.subject_kind = 'lead' AND
			t.subject_id = l.id), l.reported_on) AS since`)
	return db.Read(ctx).Table("(?) AS i", own).Where("i.since <= ?", sqlkit.Date(by))
}

// IdleLeads implements notice.DigestStore. The day of each is its last day, so
// that one idle time makes one notice, whatever the person chooses meanwhile.
func (s *DispatchStore) IdleLeads(ctx context.Context, person domain.ID, by, today domain.Date) ([]notice.Due, error) {
	var rows []IdleLeadRow
	err := IdleLeads(ctx, s.db, s.db.Read(ctx).Table("leads AS l"), person, by).Order("i.since DESC, i.id").Limit(maxDue).Scan(&rows).Error
	return sqlkit.Mapped(rows, func(r IdleLeadRow) notice.Due {
		since := domain.Date(r.Since)
		return notice.Due{Kind: notice.LeadIdle, CauseID: r.ID, On: since, Subject: domain.Ref{Kind: domain.SubjectLead, ID: r.ID},
			Title:   r.Company,
			Details: map[string]any{"about": r.Subject, "since": since.String(), "days": today.DaysSince(since)}}
	}), err
}
