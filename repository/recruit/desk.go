package recruit

import (
	"context"
	"time"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/recruit"
	librarystore "sangu/repository/library"
	noticestore "sangu/repository/notice"
	"sangu/repository/sqlkit"
)

// StepsDone implements recruit.DeskStore.
func (s *DeskStore) StepsDone(ctx context.Context, person domain.ID, since time.Time) ([]recruit.FollowUp, error) {
	return NewFollowUpStore(s.db).followUps(s.db.Read(ctx).Where("owner_id = ? AND done_at >= ?", person, since.UTC()).Limit(domain.MaxPage))
}

// VisitContacts implements recruit.DeskStore.
func (s *DeskStore) VisitContacts(ctx context.Context, actor domain.Actor, visits []domain.ID) (map[domain.ID]recruit.VisitContact, error) {
	out := map[domain.ID]recruit.VisitContact{}
	if len(visits) == 0 {
		return out, nil
	}
	db := s.db.Read(ctx)
	leads := sqlkit.InScope(db.Table("visit_links AS k").Joins("JOIN leads AS l ON l.id = k.subject_id"), actor, domain.SubjectLead, "l").
		Where("k.subject_kind = 'lead' AND k.visit_id IN ?", visits).Order("l.id").
		Select("k.visit_id, l.contact_name AS name, l.contact_phone AS phone, 1 = 0 AS client")
	clients := sqlkit.InScope(db.Table("("+librarystore.VisitsOfClients("", "")+") AS k").
		Joins("JOIN clients AS c ON c.id = k.client_id LEFT JOIN contacts AS t ON t.client_id = c.id AND t.work_phone <> ''"), actor, "client",
		"c").
		Where("k.visit_id IN ?", visits).Order("t.id DESC").
		Select("k.visit_id, COALESCE(t.name, '') AS name, COALESCE(t.work_phone, '') AS phone, 1 = 1 AS client")
	// The contact at the client wins over what the lead said, the first over later ones.
	for _, q := range []*gorm.DB{leads, clients} {
		var rows []struct {
			VisitID     domain.ID
			Name, Phone string
			Client      bool
		}
		if err := q.Scan(&rows).Error; err != nil {
			return nil, err
		}
		for _, r := range rows {
			h := out[r.VisitID]
			h.Client = h.Client || r.Client
			if r.Phone != "" {
				h.Name, h.Phone = r.Name, r.Phone
			}
			out[r.VisitID] = h
		}
	}
	return out, nil
}

// LeadFunnel implements recruit.DeskStore.
func (s *DeskStore) LeadFunnel(ctx context.Context, actor domain.Actor, own recruit.OwnLeads, since domain.Date) (recruit.LeadFunnel,
	error) {
	q := sqlkit.InScope(s.db.Read(ctx).Table("leads AS l"), actor, domain.SubjectLead, "l").Where("l.reported_on >= ?", sqlkit.Date(since))
	if len(own.Units) > 0 {
		q = q.Where("l.unit_id IN ?", own.Units)
	} else {
		q = q.Where("l.owner_id = ?", own.PersonID)
	}
	var r struct{ Leads, Valid, Negotiating, Intended, Signed, Started int }
	err := q.Joins("LEFT JOIN projects AS p ON p.id = l.project_id AND p.withdrawn_at IS NULL").
		Select(`count(*) AS leads, count(CASE WHEN l.state IN ('valid', 'converted') THEN 1 END) AS valid, count(CASE WHEN p.stage_rank
			>= ? THEN 1 END) AS negotiating,
			count(CASE WHEN p.stage_rank >= ? THEN 1 END) AS intended, count(CASE WHEN p.stage_rank >= ? THEN 1 END) AS signed, count(CASE
				WHEN p.stage_rank >= ? THEN 1 END) AS started`,
			library.Negotiating.Rank(), library.Intent.Rank(), library.Signed.Rank(), library.Started.Rank()).Scan(&r).Error
	return recruit.LeadFunnel{Leads: r.Leads, Valid: r.Valid, Negotiating: r.Negotiating, Intended: r.Intended, Signed: r.Signed,
		Started: r.Started}, err
}

// IdleLeads implements recruit.DeskStore.
func (s *DeskStore) IdleLeads(ctx context.Context, actor domain.Actor, by domain.Date, most int) ([]recruit.IdleLead, error) {
	var rows []noticestore.IdleLeadRow
	seen := sqlkit.InScope(s.db.Read(ctx).Table("leads AS l"), actor, domain.SubjectLead, "l")
	err := noticestore.IdleLeads(ctx, s.db, seen, actor.PersonID, by).Order("i.since, i.id").Limit(most).Scan(&rows).Error
	return sqlkit.Mapped(rows, func(r noticestore.IdleLeadRow) recruit.IdleLead {
		return recruit.IdleLead{ID: r.ID, Company: r.Company, Subject: r.Subject, Since: domain.Date(r.Since)}
	}), err
}

// DeskStore reads what desks show, from one database.
type DeskStore struct{ db *sqlkit.DB }

// NewDeskStore returns the store over db.
func NewDeskStore(db *sqlkit.DB) *DeskStore { return &DeskStore{db: db} }
