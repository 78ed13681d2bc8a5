package repository

import (
	"context"
	"time"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/recruit"
)

type leadRow struct {
	ID           domain.ID
	Company      string
	Subject      string
	Channel      string
	Amount       *int64
	Industry     string
	ContactName  string
	ContactPhone string
	Note         string
	ReferrerKind string
	ReferrerID   ref
	ReferrerName string
	OwnerID      ref
	NextOn       date
	NextAction   string
	UnitID       ref
	ReportedOn   date
	ReceivedAt   time.Time
	State        string
	Verdict      string
	AssessedBy   ref
	AssessedOn   date
	ClientID     ref
	ProjectID    ref
	CreatedBy    ref
	UpdatedAt    time.Time
	Version      int
}

func (leadRow) TableName() string { return "leads" }

func (r leadRow) entity() recruit.Lead {
	return recruit.Lead{ID: r.ID,
		LeadFacts: recruit.LeadFacts{Company: r.Company, Subject: r.Subject, Channel: library.Channel(r.Channel), Amount: amount[domain.Yuan](r.Amount), Industry: r.Industry,
			ContactName: r.ContactName, ContactPhone: r.ContactPhone, Note: r.Note, ReferrerKind: r.ReferrerKind, ReferrerID: domain.ID(r.ReferrerID),
			ReferrerName: r.ReferrerName, OwnerID: domain.ID(r.OwnerID), NextOn: domain.Date(r.NextOn), NextAction: r.NextAction},
		UnitID: domain.ID(r.UnitID), ReportedOn: domain.Date(r.ReportedOn), ReceivedAt: r.ReceivedAt.UTC(), State: recruit.LeadState(r.State), Verdict: r.Verdict,
		AssessedBy: domain.ID(r.AssessedBy), AssessedOn: domain.Date(r.AssessedOn), ClientID: domain.ID(r.ClientID), ProjectID: domain.ID(r.ProjectID),
		CreatedBy: domain.ID(r.CreatedBy), UpdatedAt: r.UpdatedAt.UTC(), Version: r.Version}
}

// Lead implements recruit.LeadStore.
func (s *LeadStore) Lead(ctx context.Context, actor domain.Actor, id domain.ID) (recruit.Lead, error) {
	var r leadRow
	q := inScope(s.db.read(ctx).Table("leads AS l").Select("l.*").Where("l.id = ?", id), actor, "lead", "l")
	err := one(q, &r, "lead")
	return r.entity(), err
}

// LeadView implements recruit.LeadStore.
func (s *LeadStore) LeadView(ctx context.Context, actor domain.Actor, id domain.ID) (recruit.LeadView, error) {
	l, err := s.Lead(ctx, actor, id)
	if err != nil {
		return recruit.LeadView{}, err
	}
	var names struct{ OwnerName, UnitName, ClientName, ProjectName, Referrer string }
	err = s.db.read(ctx).Table("leads AS l").Where("l.id = ?", id).
		Joins(`LEFT JOIN people AS p ON p.id = l.owner_id LEFT JOIN units AS u ON u.id = l.unit_id LEFT JOIN clients AS c ON c.id = l.client_id
			LEFT JOIN organizations AS o ON o.id = c.organization_id LEFT JOIN projects AS j ON j.id = l.project_id AND j.withdrawn_at IS NULL` + referrerJoins).
		Select(`COALESCE(p.name, '') AS owner_name, COALESCE(u.name, '') AS unit_name, COALESCE(o.name, '') AS client_name, COALESCE(j.name, '') AS project_name, ` + referrerName).
		Scan(&names).Error
	if names.ProjectName == "" {
		l.ProjectID = "" // taken away: there is nothing to open
	}
	return recruit.LeadView{Lead: l, OwnerName: names.OwnerName, UnitName: names.UnitName, Referrer: names.Referrer,
		ClientName: names.ClientName, ProjectName: names.ProjectName}, err
}

// The referrer is a client, an enterprise or a person of the libraries, or a
// bare name.
const (
	referrerJoins = ` LEFT JOIN clients AS rc ON rc.id = l.referrer_id AND l.referrer_kind = 'client' LEFT JOIN enterprises AS re ON re.id = l.referrer_id AND l.referrer_kind = 'enterprise'
		LEFT JOIN organizations AS ro ON ro.id = COALESCE(rc.organization_id, re.organization_id) LEFT JOIN people AS rp ON rp.id = l.referrer_id AND l.referrer_kind = 'person'`
	referrerName = `COALESCE(ro.name, rp.name, l.referrer_name) AS referrer`
)

// AddLead implements recruit.LeadStore.
func (s *LeadStore) AddLead(ctx context.Context, l recruit.Lead) error {
	row := leadRow{l.ID, l.Company, l.Subject, string(l.Channel), (*int64)(l.Amount), l.Industry, l.ContactName, l.ContactPhone, l.Note, l.ReferrerKind,
		ref(l.ReferrerID), l.ReferrerName, ref(l.OwnerID), date(l.NextOn), l.NextAction, ref(l.UnitID), date(l.ReportedOn), l.ReceivedAt, string(l.State),
		l.Verdict, ref(l.AssessedBy), date(l.AssessedOn), ref(l.ClientID), ref(l.ProjectID), ref(l.CreatedBy), l.UpdatedAt, l.Version}
	if err := s.db.insert(ctx, &row, nil); err != nil {
		return err
	}
	return s.db.index(ctx, "lead", l.ID, l.Company, l.Subject)
}

// SaveLead implements recruit.LeadStore.
func (s *LeadStore) SaveLead(ctx context.Context, l recruit.Lead) error {
	err := s.db.update(ctx, "leads", l.ID, l.Version, map[string]any{
		"company": l.Company, "subject": l.Subject, "channel": string(l.Channel), "amount": (*int64)(l.Amount), "industry": l.Industry,
		"contact_name": l.ContactName, "contact_phone": l.ContactPhone, "note": l.Note, "referrer_kind": l.ReferrerKind, "referrer_id": ref(l.ReferrerID),
		"referrer_name": l.ReferrerName, "owner_id": ref(l.OwnerID), "next_on": date(l.NextOn), "next_action": l.NextAction, "state": string(l.State),
		"verdict": l.Verdict, "assessed_by": ref(l.AssessedBy), "assessed_on": date(l.AssessedOn), "client_id": ref(l.ClientID), "project_id": ref(l.ProjectID),
		"updated_at": l.UpdatedAt,
	}, nil)
	if err != nil {
		return err
	}
	return s.db.index(ctx, "lead", l.ID, l.Company, l.Subject)
}

type leadItemRow struct {
	ID         domain.ID
	Company    string
	Subject    string
	Channel    string
	Amount     *int64
	State      string
	OwnerName  string
	UnitName   string
	Referrer   string
	ReportedOn date
	NextOn     date
	NextAction string
	UpdatedAt  time.Time
	Version    int
	Keyed
}

// Leads implements recruit.LeadStore.
func (s *LeadStore) Leads(ctx context.Context, actor domain.Actor, f recruit.LeadFilter, p domain.Page) (domain.Slice[recruit.LeadItem], error) {
	q := s.leadsWhere(ctx, actor, f)
	rows, page, err := pageOfJoined[leadItemRow](q, "l", `l.id, l.company, l.subject, l.channel, l.amount, l.state, COALESCE(p.name, '') AS owner_name,
		COALESCE(u.name, '') AS unit_name, `+referrerName+`, l.reported_on, l.next_on, l.next_action, l.updated_at, l.version`,
		"LEFT JOIN people AS p ON p.id = l.owner_id LEFT JOIN units AS u ON u.id = l.unit_id"+referrerJoins,
		sorts{"reported_on": byDay + "l.reported_on", "received_at": "l.received_at", "updated_at": "l.updated_at", "company": byText + "l.company", "amount": "COALESCE(l.amount, -1)",
			"next_on": "COALESCE(CAST(l.next_on AS text), '9999')"}, "-reported_on", p)
	if err != nil {
		return domain.Slice[recruit.LeadItem]{}, err
	}
	return slice(rows, page, func(r leadItemRow) recruit.LeadItem {
		return recruit.LeadItem{ID: r.ID, Company: r.Company, Subject: r.Subject, Channel: library.Channel(r.Channel), Amount: amount[domain.Yuan](r.Amount),
			State: recruit.LeadState(r.State), OwnerName: r.OwnerName, UnitName: r.UnitName, Referrer: r.Referrer, ReportedOn: domain.Date(r.ReportedOn),
			NextOn: domain.Date(r.NextOn), NextAction: r.NextAction, UpdatedOn: domain.DateOf(r.UpdatedAt), Version: r.Version}
	}), nil
}

// leadsWhere is the scoped and filtered query that the list, its groups and
// batches share.
func (s *LeadStore) leadsWhere(ctx context.Context, actor domain.Actor, f recruit.LeadFilter) *gorm.DB {
	q := inScope(s.db.read(ctx).Table("leads AS l"), actor, "lead", "l")
	if f.Query != "" {
		q = q.Where("l.id IN (?)", s.db.found(ctx, "lead", f.Query))
	}
	q = among(q, "l.state", f.States)
	q = among(q, "l.channel", f.Channels)
	q = equal(q, "l.owner_id", f.OwnerID)
	q = equal(q, "l.unit_id", f.UnitID)
	q = broughtBy(q, f.ImportID, "lead", "l")
	if !f.DueBy.IsZero() {
		q = q.Where("l.next_on <= ?", date(f.DueBy))
	}
	q = lackingAll(q, f.Without, map[string]string{library.WithoutOwner: "l.owner_id IS NULL", library.WithoutUnit: "l.unit_id IS NULL"})
	q = watchedBy(q, f.Watched, actor.PersonID, "lead", "l")
	return q
}

// LeadGroups implements recruit.LeadStore.
func (s *LeadStore) LeadGroups(ctx context.Context, actor domain.Actor, f recruit.LeadFilter, by library.GroupBy) ([]library.Group, error) {
	g := grouping{key: "l.state", name: "''", order: largest}
	switch by {
	case library.ByUnit:
		g = byUnit("l.unit_id")
	case library.ByOwner:
		g = byPerson("l.owner_id")
	}
	return groupsOf(s.leadsWhere(ctx, actor, f), g, "l.amount")
}

// LeadStore stores the lead records of one database.
type LeadStore struct{ db *DB }

// NewLeadStore returns the store over db.
func NewLeadStore(db *DB) *LeadStore { return &LeadStore{db: db} }
