package repository

import (
	"context"
	"time"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/pool"
	"sangu/domain/recruit"
)

// StepsDone implements recruit.DeskStore.
func (s *Recruiting) StepsDone(ctx context.Context, person domain.ID, since time.Time) ([]recruit.FollowUp, error) {
	return s.followUps(s.db.read(ctx).Where("owner_id = ? AND done_at >= ?", person, since.UTC()).Limit(domain.MaxPage))
}

// Contacts implements recruit.DeskStore.
func (s *Recruiting) Contacts(ctx context.Context, actor domain.Actor, visits []domain.ID) (map[domain.ID][2]string, error) {
	out := map[domain.ID][2]string{}
	if len(visits) == 0 {
		return out, nil
	}
	db := s.db.read(ctx)
	atLead := inScope(db.Table("visit_links AS k").Joins("JOIN leads AS l ON l.id = k.subject_id"), actor, "lead", "l").
		Where("k.subject_kind = 'lead' AND k.visit_id IN ? AND l.contact_phone <> ''", visits).
		Order("l.id").Select("k.visit_id, l.contact_name AS name, l.contact_phone AS phone")
	atClient := inScope(db.Table("visit_links AS k").Joins("JOIN clients AS c ON c.id = k.subject_id JOIN contacts AS t ON t.client_id = c.id"), actor, "client", "c").
		Where("k.subject_kind = 'client' AND k.visit_id IN ? AND t.work_phone <> ''", visits).
		Order("t.id DESC").Select("k.visit_id, t.name, t.work_phone AS phone")
	// The contact at the client wins over what the lead said, the first over later ones.
	for _, q := range []*gorm.DB{atLead, atClient} {
		var rows []struct {
			VisitID     domain.ID
			Name, Phone string
		}
		if err := q.Scan(&rows).Error; err != nil {
			return nil, err
		}
		for _, r := range rows {
			out[r.VisitID] = [2]string{r.Name, r.Phone}
		}
	}
	return out, nil
}

// IdleLeads implements recruit.DeskStore.
func (s *Recruiting) IdleLeads(ctx context.Context, actor domain.Actor, touchedBy domain.Date, most int) ([]recruit.IdleLead, error) {
	var rows []struct {
		ID               domain.ID
		Company, Subject string
		Since            date
	}
	mine := inScope(s.db.read(ctx).Table("leads AS l"), actor, "lead", "l").Where("l.owner_id = ? AND l.state IN ('open', 'valid')", actor.PersonID).
		Select(`l.id, l.company, l.subject, COALESCE((SELECT max(t.occurred_on) FROM timeline AS t WHERE t.subject_kind = 'lead' AND t.subject_id = l.id), l.reported_on) AS since`)
	err := s.db.read(ctx).Table("(?) AS i", mine).Where("i.since <= ?", date(touchedBy)).Order("i.since, i.id").Limit(most).Scan(&rows).Error
	out := make([]recruit.IdleLead, len(rows))
	for i, r := range rows {
		out[i] = recruit.IdleLead{ID: r.ID, Company: r.Company, Subject: r.Subject, Since: domain.Date(r.Since)}
	}
	return out, err
}

// LeadWay implements recruit.DeskStore.
func (s *Recruiting) LeadWay(ctx context.Context, actor domain.Actor, own recruit.OwnLeads, since domain.Date) (recruit.LeadWay, error) {
	q := inScope(s.db.read(ctx).Table("leads AS l"), actor, "lead", "l").Where("l.reported_on >= ?", date(since))
	if len(own.Units) > 0 {
		q = q.Where("l.unit_id IN ?", own.Units)
	} else {
		q = q.Where("l.owner_id = ?", own.PersonID)
	}
	var r struct{ Leads, Valid, Negotiating, Intended, Signed, Started int }
	err := q.Joins("LEFT JOIN projects AS p ON p.id = l.project_id AND p.withdrawn_at IS NULL").
		Select(`count(*) AS leads, count(CASE WHEN l.state IN ('valid', 'converted') THEN 1 END) AS valid, count(CASE WHEN p.stage_rank >= ? THEN 1 END) AS negotiating,
			count(CASE WHEN p.stage_rank >= ? THEN 1 END) AS intended, count(CASE WHEN p.stage_rank >= ? THEN 1 END) AS signed, count(CASE WHEN p.stage_rank >= ? THEN 1 END) AS started`,
			pool.Negotiating.Rank(), pool.Intent.Rank(), pool.Signed.Rank(), pool.Started.Rank()).Scan(&r).Error
	return recruit.LeadWay{Leads: r.Leads, Valid: r.Valid, Negotiating: r.Negotiating, Intended: r.Intended, Signed: r.Signed, Started: r.Started}, err
}
