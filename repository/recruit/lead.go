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
	ReferrerID   sqlkit.Ref
	ReferrerName string
	OwnerID      sqlkit.Ref
	NextOn       sqlkit.Date
	NextAction   string
	UnitID       sqlkit.Ref
	ReportedOn   sqlkit.Date
	ReceivedAt   time.Time
	State        string
	Verdict      string
	AssessedBy   sqlkit.Ref
	AssessedOn   sqlkit.Date
	ClientID     sqlkit.Ref
	ProjectID    sqlkit.Ref
	CreatedBy    sqlkit.Ref
	UpdatedAt    time.Time
	Version      int
}

func (leadRow) TableName() string { return "leads" }

func (r leadRow) Entity() recruit.Lead {
	return recruit.Lead{ID: r.ID,
		LeadFacts: recruit.LeadFacts{Company: r.Company, Subject: r.Subject, Channel: library.Channel(r.Channel),
			Amount: sqlkit.Amount[domain.Yuan](r.Amount), Industry: r.Industry,
			ContactName: r.ContactName, ContactPhone: r.ContactPhone, Note: r.Note, ReferrerKind: r.ReferrerKind,
			ReferrerID:   domain.ID(r.ReferrerID),
			ReferrerName: r.ReferrerName, OwnerID: domain.ID(r.OwnerID), NextOn: domain.Date(r.NextOn), NextAction: r.NextAction},
		UnitID: domain.ID(r.UnitID), ReportedOn: domain.Date(r.ReportedOn), ReceivedAt: r.ReceivedAt.UTC(), State: recruit.LeadState(r.State),
		Verdict:    r.Verdict,
		AssessedBy: domain.ID(r.AssessedBy), AssessedOn: domain.Date(r.AssessedOn), ClientID: domain.ID(r.ClientID),
		ProjectID: domain.ID(r.ProjectID),
		CreatedBy: domain.ID(r.CreatedBy), UpdatedAt: r.UpdatedAt.UTC(), Version: r.Version}
}

// Lead implements recruit.LeadStore.
func (s *LeadStore) Lead(ctx context.Context, actor domain.Actor, id domain.ID) (recruit.Lead, error) {
	var r leadRow
	q := sqlkit.InScope(s.db.Read(ctx).Table("leads AS l").Select("l.*").Where("l.id = ?", id), actor, domain.SubjectLead, "l")
	err := sqlkit.Take(q, &r, domain.SubjectLead)
	return r.Entity(), err
}

// LeadView implements recruit.LeadStore.
func (s *LeadStore) LeadView(ctx context.Context, actor domain.Actor, id domain.ID) (recruit.LeadView, error) {
	l, err := s.Lead(ctx, actor, id)
	if err != nil {
		return recruit.LeadView{}, err
	}
	var names struct{ OwnerName, UnitName, ClientName, ProjectName, Referrer string }
	err = s.db.Read(ctx).Table("leads AS l").Where("l.id = ?", id).
		Joins(`LEFT JOIN people AS p ON p.id = l.owner_id LEFT JOIN units AS u ON u.id = l.unit_id LEFT JOIN clients AS c ON c.id = l.client_id
			LEFT JOIN organizations AS o ON o.id = c.organization_id LEFT JOIN projects AS j ON j.id = l.project_id AND j.withdrawn_at IS NULL` +
			referrerJoins).
		Select(`COALESCE(p.name, '') AS owner_name, COALESCE(u.name, '') AS unit_name, COALESCE(o.name, '') AS client_name,
			COALESCE(j.name, '') AS project_name, ` + referrerName).
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
	referrerJoins = ` LEFT JOIN clients AS rc ON rc.id = l.referrer_id AND l.referrer_kind = 'client' LEFT JOIN enterprises AS re ON
		re.id = l.referrer_id AND l.referrer_kind = 'enterprise'
		LEFT JOIN organizations AS ro ON ro.id = COALESCE(rc.organization_id, re.organization_id) LEFT JOIN people AS rp ON rp.id =
			l.referrer_id AND l.referrer_kind = 'person'`
	referrerName = `COALESCE(ro.name, rp.name, l.referrer_name) AS referrer`
)

// AddLead implements recruit.LeadStore.
func (s *LeadStore) AddLead(ctx context.Context, l recruit.Lead) error {
	row := leadRow{ID: l.ID, Company: l.Company, Subject: l.Subject, Channel: string(l.Channel), Amount: (*int64)(l.Amount),
		Industry: l.Industry, ContactName: l.ContactName, ContactPhone: l.ContactPhone, Note: l.Note, ReferrerKind: l.ReferrerKind,
		ReferrerID: sqlkit.Ref(l.ReferrerID), ReferrerName: l.ReferrerName, OwnerID: sqlkit.Ref(l.OwnerID), NextOn: sqlkit.Date(l.NextOn),
		NextAction: l.NextAction, UnitID: sqlkit.Ref(l.UnitID), ReportedOn: sqlkit.Date(l.ReportedOn), ReceivedAt: l.ReceivedAt,
		State:   string(l.State),
		Verdict: l.Verdict, AssessedBy: sqlkit.Ref(l.AssessedBy), AssessedOn: sqlkit.Date(l.AssessedOn), ClientID: sqlkit.Ref(l.ClientID),
		ProjectID: sqlkit.Ref(l.ProjectID), CreatedBy: sqlkit.Ref(l.CreatedBy), UpdatedAt: l.UpdatedAt, Version: l.Version}
	if err := s.db.Insert(ctx, &row, nil); err != nil {
		return err
	}
	return s.db.Index(ctx, domain.SubjectLead, l.ID, l.Company, l.Subject)
}

// SaveLead implements recruit.LeadStore.
func (s *LeadStore) SaveLead(ctx context.Context, l recruit.Lead) error {
	err := s.db.Update(ctx, "leads", l.ID, l.Version, map[string]any{
		"company": l.Company, "subject": l.Subject, "channel": string(l.Channel), "amount": (*int64)(l.Amount), "industry": l.Industry,
		"contact_name": l.ContactName, "contact_phone": l.ContactPhone, "note": l.Note, "referrer_kind": l.ReferrerKind,
		"referrer_id":   sqlkit.Ref(l.ReferrerID),
		"referrer_name": l.ReferrerName, "owner_id": sqlkit.Ref(l.OwnerID), "next_on": sqlkit.Date(l.NextOn), "next_action": l.NextAction,
		"state":   string(l.State),
		"verdict": l.Verdict, "assessed_by": sqlkit.Ref(l.AssessedBy), "assessed_on": sqlkit.Date(l.AssessedOn),
		"client_id": sqlkit.Ref(l.ClientID), "project_id": sqlkit.Ref(l.ProjectID),
		"updated_at": l.UpdatedAt,
	}, nil)
	if err != nil {
		return err
	}
	return s.db.Index(ctx, domain.SubjectLead, l.ID, l.Company, l.Subject)
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
	ReportedOn sqlkit.Date
	NextOn     sqlkit.Date
	NextAction string
	UpdatedAt  time.Time
	Version    int
	sqlkit.Keyed
}

// Leads implements recruit.LeadStore.
func (s *LeadStore) Leads(ctx context.Context, actor domain.Actor, f recruit.LeadFilter, p domain.Page) (domain.Slice[recruit.LeadItem],
	error) {
	q := s.leadsWhere(ctx, actor, f)
	rows, page, err := sqlkit.PageOfJoined[leadItemRow](q, "l",
		`l.id, l.company, l.subject, l.channel, l.amount, l.state, COALESCE(p.name, '') AS owner_name,
		COALESCE(u.name, '') AS unit_name, `+referrerName+`, l.reported_on, l.next_on, l.next_action, l.updated_at, l.version`,
		"LEFT JOIN people AS p ON p.id = l.owner_id LEFT JOIN units AS u ON u.id = l.unit_id"+referrerJoins,
		sqlkit.Sorts{"reported_on": sqlkit.ByDay + "l.reported_on", "received_at": "l.received_at", "updated_at": "l.updated_at",
			"company": sqlkit.ByText + "l.company", "amount": "COALESCE(l.amount, -1)",
			"next_on": "COALESCE(CAST(l.next_on AS text), '9999')"}, "-reported_on", p)
	if err != nil {
		return domain.Slice[recruit.LeadItem]{}, err
	}
	return sqlkit.SliceOf(rows, page, func(r leadItemRow) recruit.LeadItem {
		return recruit.LeadItem{ID: r.ID, Company: r.Company, Subject: r.Subject, Channel: library.Channel(r.Channel),
			Amount: sqlkit.Amount[domain.Yuan](r.Amount),
			State:  recruit.LeadState(r.State), OwnerName: r.OwnerName, UnitName: r.UnitName, Referrer: r.Referrer,
			ReportedOn: domain.Date(r.ReportedOn),
			NextOn:     domain.Date(r.NextOn), NextAction: r.NextAction, UpdatedOn: domain.DateOf(r.UpdatedAt), Version: r.Version}
	}), nil
}

// leadsWhere is the scoped and filtered query that the list, its groups and
// batches share.
func (s *LeadStore) leadsWhere(ctx context.Context, actor domain.Actor, f recruit.LeadFilter) *gorm.DB {
	q := sqlkit.InScope(s.db.Read(ctx).Table("leads AS l"), actor, domain.SubjectLead, "l")
	if f.Query != "" {
		q = q.Where("l.id IN (?)", s.db.Found(ctx, domain.SubjectLead, f.Query))
	}
	q = sqlkit.WhereIn(q, "l.state", f.States)
	q = sqlkit.WhereIn(q, "l.channel", f.Channels)
	q = sqlkit.WhereEq(q, "l.owner_id", f.OwnerID)
	q = sqlkit.WhereEq(q, "l.unit_id", f.UnitID)
	q = sqlkit.FromImport(q, f.ImportID, domain.SubjectLead, "l")
	if !f.DueBy.IsZero() {
		q = q.Where("l.next_on <= ?", sqlkit.Date(f.DueBy))
	}
	q = sqlkit.WhereMissing(q, f.Without, map[string]string{library.WithoutOwner: "l.owner_id IS NULL",
		library.WithoutUnit: "l.unit_id IS NULL"})
	q = noticestore.WatchedBy(q, f.Watched, actor.PersonID, domain.SubjectLead, "l")
	return q
}

// LeadGroups implements recruit.LeadStore.
func (s *LeadStore) LeadGroups(ctx context.Context, actor domain.Actor, f recruit.LeadFilter, by library.GroupBy) ([]library.Group, error) {
	g := librarystore.Grouping{Key: "l.state", Name: "''", Order: librarystore.Largest}
	switch by {
	case library.ByUnit:
		g = librarystore.ByUnit("l.unit_id")
	case library.ByOwner:
		g = librarystore.ByPerson("l.owner_id")
	default:
		// What is not named here is dealt with after the switch.
	}
	return librarystore.GroupsOf(s.leadsWhere(ctx, actor, f), g, "l.amount")
}

// LeadStore keeps the leads of one database.
type LeadStore struct{ db *sqlkit.DB }

// NewLeadStore returns the store over db.
func NewLeadStore(db *sqlkit.DB) *LeadStore { return &LeadStore{db: db} }
