package library

import (
	"context"
	"time"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/library"
	noticestore "sangu/repository/notice"
	"sangu/repository/sqlkit"
)

type enterpriseRow struct {
	ID             domain.ID
	OrganizationID domain.ID
	HostUnitID     sqlkit.Ref
	UnitID         sqlkit.Ref
	Industry       string
	AboveScale     bool
	Products       string
	Upstream       string
	Downstream     string
	State          string
	StateSince     sqlkit.Date
	Requests       string
	CreatedBy      sqlkit.Ref
	CreatedAt      time.Time
	UpdatedAt      time.Time
	Version        int
}

func (enterpriseRow) TableName() string { return "enterprises" }

type enterpriseBodyRow struct {
	Row               enterpriseRow `gorm:"embedded"`
	Name              string
	CreditCode        *string
	CodeOverride      string
	RegisteredCapital int64
}

func (b enterpriseBodyRow) Entity() library.Enterprise {
	r := b.Row
	return library.Enterprise{ID: r.ID, OrganizationID: r.OrganizationID, CreatedBy: domain.ID(r.CreatedBy), CreatedAt: r.CreatedAt.UTC(),
		UpdatedAt: r.UpdatedAt.UTC(), Version: r.Version,
		EnterpriseFacts: library.EnterpriseFacts{OrganizationFacts: organizationFacts(b.Name, b.CreditCode, b.CodeOverride,
			b.RegisteredCapital), HostUnitID: domain.ID(r.HostUnitID), UnitID: domain.ID(r.UnitID),
			Industry: r.Industry, AboveScale: r.AboveScale, Products: r.Products, Upstream: r.Upstream, Downstream: r.Downstream,
			State: library.OperatingState(r.State), StateSince: domain.Date(r.StateSince), Requests: r.Requests}}
}

func enterpriseConflicts() map[string]error {
	there := domain.Conflict("enterprise.exists")
	return map[string]error{"enterprises_organization": there, "enterprises.organization_id": there}
}

// Enterprise implements library.EnterpriseStore.
func (s *EnterpriseStore) Enterprise(ctx context.Context, actor domain.Actor, id domain.ID) (library.Enterprise, error) {
	var b enterpriseBodyRow
	q := s.db.Read(ctx).Table("enterprises AS e").Joins("JOIN organizations AS o ON o.id = e.organization_id").
		Select("e.*, o.name, o.credit_code, o.code_override, o.registered_capital").Where("e.id = ?", id)
	if err := sqlkit.Take(sqlkit.InScope(q, actor, domain.SubjectEnterprise, "e"), &b, domain.SubjectEnterprise); err != nil {
		return library.Enterprise{}, err
	}
	e := b.Entity()
	var err error
	e.Leaders, err = NewAssignmentStore(s.db).Assignments(ctx, domain.Ref{Kind: domain.SubjectEnterprise, ID: id})
	return e, err
}

// AddEnterprise implements library.EnterpriseStore.
func (s *EnterpriseStore) AddEnterprise(ctx context.Context, e library.Enterprise) error {
	row := enterpriseRow{ID: e.ID, OrganizationID: e.OrganizationID, HostUnitID: sqlkit.Ref(e.HostUnitID), UnitID: sqlkit.Ref(e.UnitID),
		Industry: e.Industry, AboveScale: e.AboveScale, Products: e.Products, Upstream: e.Upstream, Downstream: e.Downstream,
		State: string(e.State), StateSince: sqlkit.Date(e.StateSince), Requests: e.Requests, CreatedBy: sqlkit.Ref(e.CreatedBy),
		CreatedAt: e.CreatedAt, UpdatedAt: e.UpdatedAt, Version: e.Version}
	if err := s.db.Insert(ctx, &row, enterpriseConflicts()); err != nil {
		return err
	}
	return s.db.Index(ctx, domain.SubjectEnterprise, e.ID, e.Name, string(e.CreditCode))
}

// SaveEnterprise implements library.EnterpriseStore.
func (s *EnterpriseStore) SaveEnterprise(ctx context.Context, e library.Enterprise) error {
	err := s.db.Update(ctx, "enterprises", e.ID, e.Version, map[string]any{
		"host_unit_id": sqlkit.Ref(e.HostUnitID), "unit_id": sqlkit.Ref(e.UnitID), "industry": e.Industry, "above_scale": e.AboveScale,
		"products": e.Products,
		"upstream": e.Upstream, "downstream": e.Downstream, "state": string(e.State), "state_since": sqlkit.Date(e.StateSince),
		"requests": e.Requests, "updated_at": e.UpdatedAt,
	}, enterpriseConflicts())
	if err != nil {
		return err
	}
	return s.db.Index(ctx, domain.SubjectEnterprise, e.ID, e.Name, string(e.CreditCode))
}

// EnterpriseView implements library.EnterpriseReader.
func (s *EnterpriseStore) EnterpriseView(ctx context.Context, actor domain.Actor, id domain.ID) (library.EnterpriseView, error) {
	e, err := s.Enterprise(ctx, actor, id)
	if err != nil {
		return library.EnterpriseView{}, err
	}
	var names struct{ HostUnit, UnitName string }
	err = s.db.Read(ctx).Table("enterprises AS e").Joins("LEFT JOIN units AS h ON h.id = e.host_unit_id LEFT JOIN units AS u ON u.id = "+
		"e.unit_id").
		Select("COALESCE(h.name, '') AS host_unit, COALESCE(u.name, '') AS unit_name").Where("e.id = ?", id).Scan(&names).Error
	return library.EnterpriseView{Enterprise: e, HostUnit: names.HostUnit, UnitName: names.UnitName}, err
}

type enterpriseItemRow struct {
	ID         domain.ID
	Name       string
	CreditCode *string
	Industry   string
	HostUnit   string
	AboveScale bool
	State      string
	StateSince sqlkit.Date
	Products   string
	Requests   string
	UpdatedAt  time.Time
	Version    int
	sqlkit.Keyed
}

// Enterprises implements library.EnterpriseReader.
func (s *EnterpriseStore) Enterprises(ctx context.Context, actor domain.Actor, f library.EnterpriseFilter,
	p domain.Page) (domain.Slice[library.EnterpriseItem], error) {
	q := s.enterprisesWhere(ctx, actor, f)
	rows, page, err := sqlkit.PageOfJoined[enterpriseItemRow](q, "e",
		`e.id, o.name, o.credit_code, e.industry, COALESCE(h.name, '') AS host_unit, e.above_scale, e.state,
		e.state_since, e.products, e.requests, e.updated_at, e.version`, "LEFT JOIN units AS h ON h.id = e.host_unit_id",
		sqlkit.Sorts{"updated_at": "e.updated_at", "name": sqlkit.ByText + "o.name", "state": sqlkit.ByText + "e.state"}, "-updated_at", p)
	if err != nil {
		return domain.Slice[library.EnterpriseItem]{}, err
	}
	ids := make([]domain.ID, len(rows))
	for i, r := range rows {
		ids[i] = r.ID
	}
	leaders, err := NewProjectStore(s.db).leaderNames(ctx, domain.SubjectEnterprise, ids)
	if err != nil {
		return domain.Slice[library.EnterpriseItem]{}, err
	}
	return sqlkit.SliceOf(rows, page, func(r enterpriseItemRow) library.EnterpriseItem {
		return library.EnterpriseItem{ID: r.ID, Name: r.Name, CreditCode: organizationFacts("", r.CreditCode, "", 0).CreditCode,
			Industry: r.Industry, HostUnit: r.HostUnit,
			AboveScale: r.AboveScale, State: library.OperatingState(r.State), StateSince: domain.Date(r.StateSince), Products: r.Products,
			Leaders:  leaders[r.ID],
			Requests: r.Requests, UpdatedOn: domain.DateOf(r.UpdatedAt), Version: r.Version}
	}), nil
}

// enterprisesWhere is the scoped and filtered query that the list, its groups
// and batches share.
func (s *EnterpriseStore) enterprisesWhere(ctx context.Context, actor domain.Actor, f library.EnterpriseFilter) *gorm.DB {
	q := sqlkit.InScope(s.db.Read(ctx).Table("enterprises AS e").Joins("JOIN organizations AS o ON o.id = e.organization_id"), actor,
		domain.SubjectEnterprise, "e")
	if f.Query != "" {
		q = q.Where("e.id IN (?)", s.db.Found(ctx, domain.SubjectEnterprise, f.Query))
	}
	q = sqlkit.WhereIn(q, "e.state", f.States)
	q = sqlkit.WhereEq(q, "e.host_unit_id", f.HostUnitID)
	if f.AboveScale != nil {
		q = q.Where("e.above_scale = ?", *f.AboveScale)
	}
	if !f.LeaderID.IsZero() {
		q = q.Where("EXISTS (SELECT 1 FROM assignments AS a WHERE a.subject_kind = 'enterprise' AND a.subject_id = e.id AND a.person_id = ? "+
			"AND a.to_on IS NULL)", f.LeaderID)
	}
	q = sqlkit.FromImport(q, f.ImportID, domain.SubjectEnterprise, "e")
	q = sqlkit.WhereEq(q, "e.unit_id", f.UnitID)
	q = sqlkit.WhereIn(q, "e.industry", f.Industries)
	q = sqlkit.WhereMissing(q, f.Without, map[string]string{library.WithoutHost: "e.host_unit_id IS NULL",
		library.WithoutUnit: "e.unit_id IS NULL", library.WithoutIndustry: "e.industry = ''"})
	q = noticestore.WatchedBy(q, f.Watched, actor.PersonID, domain.SubjectEnterprise, "e")
	return q
}

// EnterpriseGroups implements library.EnterpriseReader.
func (s *EnterpriseStore) EnterpriseGroups(ctx context.Context, actor domain.Actor, f library.EnterpriseFilter,
	by library.GroupBy) ([]library.Group, error) {
	g := ByWord("e.state")
	switch by {
	case library.ByIndustry:
		g = ByWord("e.industry")
	case library.ByHost:
		g = ByUnit("e.host_unit_id")
	case library.ByUnit:
		g = ByUnit("e.unit_id")
	default:
		// What is not named here is dealt with after the switch.
	}
	return GroupsOf(s.enterprisesWhere(ctx, actor, f), g, NoSum)
}

// EnterpriseStore stores enterprises.
type EnterpriseStore struct{ db *sqlkit.DB }

// NewEnterpriseStore returns the store over db.
func NewEnterpriseStore(db *sqlkit.DB) *EnterpriseStore { return &EnterpriseStore{db: db} }
