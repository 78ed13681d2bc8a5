package library

import (
	"context"
	"errors"
	"time"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/library"
	noticestore "sangu/repository/notice"
	"sangu/repository/sqlkit"
)

type clientRow struct {
	ID             domain.ID
	OrganizationID domain.ID
	InvestorClass  string
	Tiers          sqlkit.List
	OriginCode     string
	OriginName     string
	Strength       string
	Terms          string
	Needs          string
	KeyAccount     bool
	OwnerID        sqlkit.Ref
	UnitID         sqlkit.Ref
	CreatedBy      sqlkit.Ref
	CreatedAt      time.Time
	UpdatedAt      time.Time
	Version        int
}

func (clientRow) TableName() string { return "clients" }

// clientBodyRow is a client with the organisation behind it.
type clientBodyRow struct {
	Row               clientRow `gorm:"embedded"`
	Name              string
	CreditCode        *string
	CodeOverride      string
	RegisteredCapital int64
}

func (b clientBodyRow) Entity() library.Client {
	r := b.Row
	c := library.Client{ID: r.ID, OrganizationID: r.OrganizationID, CreatedBy: domain.ID(r.CreatedBy), CreatedAt: r.CreatedAt.UTC(),
		UpdatedAt: r.UpdatedAt.UTC(), Version: r.Version,
		ClientFacts: library.ClientFacts{OrganizationFacts: organizationFacts(b.Name, b.CreditCode, b.CodeOverride, b.RegisteredCapital),
			InvestorClass: r.InvestorClass, Tiers: r.Tiers,
			OriginCode: r.OriginCode, OriginName: r.OriginName, Strength: r.Strength, Terms: r.Terms, Needs: r.Needs, KeyAccount: r.KeyAccount,
			OwnerID: domain.ID(r.OwnerID), UnitID: domain.ID(r.UnitID)}}
	return c
}

func organizationFacts(name string, code *string, override string, capital int64) library.OrganizationFacts {
	f := library.OrganizationFacts{Name: name, CodeOverride: override, RegisteredCapital: domain.Yuan(capital)}
	if code != nil {
		f.CreditCode = library.CreditCode(*code)
	}
	return f
}

func clientConflicts() map[string]error {
	there := domain.Conflict("client.exists")
	return map[string]error{"clients_organization": there, "clients.organization_id": there}
}

// Client implements library.ClientStore.
func (s *ClientStore) Client(ctx context.Context, actor domain.Actor, id domain.ID) (library.Client, error) {
	var b clientBodyRow
	q := s.db.Read(ctx).Table("clients AS c").Joins("JOIN organizations AS o ON o.id = c.organization_id").
		Select("c.*, o.name, o.credit_code, o.code_override, o.registered_capital").Where("c.id = ?", id)
	if err := sqlkit.Take(sqlkit.InScope(q, actor, domain.SubjectClient, "c"), &b, domain.SubjectClient); err != nil {
		return library.Client{}, err
	}
	c := b.Entity()
	var err error
	if c.Contacts, err = NewContactStore(s.db).contacts(ctx, id); err != nil {
		return library.Client{}, err
	}
	c.Calls, err = s.calls(ctx, id)
	return c, err
}

// calls counts the done visits at a client's door led by a leader 三顾 (R60).
func (s *ClientStore) calls(ctx context.Context, client domain.ID) (int, error) {
	var n int64
	err := s.db.Read(ctx).Table("visits AS v").Joins("JOIN ("+VisitsOfClients("", "@client")+") AS k ON k.visit_id = v.id",
		map[string]any{"client": client}).Where(AtTheDoor).Count(&n).Error
	return int(n), err
}

// ClientOf implements library.ClientReader.
func (s *ClientStore) ClientOf(ctx context.Context, organization domain.ID) (domain.ID, bool, error) {
	var r clientRow
	err := s.db.Read(ctx).Select("id").Where("organization_id = ? AND withdrawn_at IS NULL", organization).Take(&r).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return "", false, nil
	}
	return r.ID, err == nil, err
}

// AddClient implements library.ClientStore.
func (s *ClientStore) AddClient(ctx context.Context, c library.Client) error {
	row := clientRow{ID: c.ID, OrganizationID: c.OrganizationID, InvestorClass: c.InvestorClass, Tiers: c.Tiers, OriginCode: c.OriginCode,
		OriginName: c.OriginName, Strength: c.Strength, Terms: c.Terms, Needs: c.Needs, KeyAccount: c.KeyAccount,
		OwnerID: sqlkit.Ref(c.OwnerID), UnitID: sqlkit.Ref(c.UnitID), CreatedBy: sqlkit.Ref(c.CreatedBy), CreatedAt: c.CreatedAt,
		UpdatedAt: c.UpdatedAt, Version: c.Version}
	if err := s.db.Insert(ctx, &row, clientConflicts()); err != nil {
		return err
	}
	return s.indexClient(ctx, c)
}

// SaveClient implements library.ClientStore.
func (s *ClientStore) SaveClient(ctx context.Context, c library.Client) error {
	err := s.db.Update(ctx, "clients", c.ID, c.Version, map[string]any{
		"investor_class": c.InvestorClass, "tiers": sqlkit.List(c.Tiers), "origin_code": c.OriginCode, "origin_name": c.OriginName,
		"strength": c.Strength,
		"terms":    c.Terms, "needs": c.Needs, "key_account": c.KeyAccount, "owner_id": sqlkit.Ref(c.OwnerID), "unit_id": sqlkit.Ref(c.UnitID),
		"updated_at": c.UpdatedAt,
	}, clientConflicts())
	if err != nil {
		return err
	}
	return s.indexClient(ctx, c)
}

func (s *ClientStore) indexClient(ctx context.Context, c library.Client) error {
	return s.db.Index(ctx, domain.SubjectClient, c.ID, c.Name, string(c.CreditCode))
}

// ClientView implements library.ClientReader.
func (s *ClientStore) ClientView(ctx context.Context, actor domain.Actor, id domain.ID) (library.ClientView, error) {
	c, err := s.Client(ctx, actor, id)
	if err != nil {
		return library.ClientView{}, err
	}
	var names struct{ OwnerName, UnitName string }
	err = s.db.Read(ctx).Table("clients AS c").Joins("LEFT JOIN people AS p ON p.id = c.owner_id LEFT JOIN units AS u ON u.id = c.unit_id").
		Select("COALESCE(p.name, '') AS owner_name, COALESCE(u.name, '') AS unit_name").Where("c.id = ?", id).Scan(&names).Error
	return library.ClientView{Client: c, OwnerName: names.OwnerName, UnitName: names.UnitName}, err
}

type clientItemRow struct {
	ID            domain.ID
	Name          string
	CreditCode    *string
	InvestorClass string
	OriginName    string
	KeyAccount    bool
	OwnerName     string
	UnitName      string
	Projects      int
	Calls         int
	LastVisitOn   sqlkit.Date
	UpdatedAt     time.Time
	Version       int
	sqlkit.Keyed
}

// Clients implements library.ClientReader.
func (s *ClientStore) Clients(ctx context.Context, actor domain.Actor, f library.ClientFilter,
	p domain.Page) (domain.Slice[library.ClientItem], error) {
	q := s.clientsWhere(ctx, actor, f)
	columns := `c.id, o.name, o.credit_code, c.investor_class, c.origin_name, c.key_account,
		COALESCE(w.name, '') AS owner_name, COALESCE(u.name, '') AS unit_name,
		(SELECT count(*) FROM projects AS j WHERE j.client_id = c.id AND j.withdrawn_at IS NULL) AS projects,
		(SELECT count(*) FROM visits AS v WHERE v.id IN (SELECT k.visit_id FROM (` + VisitsOfClients("", "c.id") + `) AS k)
			AND ` + AtTheDoor + `) AS calls,
		(SELECT max(v.visit_on) FROM visits AS v WHERE v.id IN (SELECT k.visit_id FROM (` + VisitsOfClients("", "c.id") + `) AS k)
			AND v.state = 'done' AND v.withdrawn_at IS NULL) AS last_visit_on,
		c.updated_at, c.version`
	rows, page, err := sqlkit.PageOfJoined[clientItemRow](q, "c", columns,
		"LEFT JOIN people AS w ON w.id = c.owner_id LEFT JOIN units AS u ON u.id = c.unit_id",
		sqlkit.Sorts{"updated_at": "c.updated_at", "name": sqlkit.ByText + "o.name"}, "-updated_at", p)
	if err != nil {
		return domain.Slice[library.ClientItem]{}, err
	}
	return sqlkit.SliceOf(rows, page, func(r clientItemRow) library.ClientItem {
		return library.ClientItem{ID: r.ID, Name: r.Name, CreditCode: organizationFacts("", r.CreditCode, "", 0).CreditCode,
			InvestorClass: r.InvestorClass,
			OriginName:    r.OriginName, KeyAccount: r.KeyAccount, OwnerName: r.OwnerName, UnitName: r.UnitName, Projects: r.Projects,
			Calls:       r.Calls,
			LastVisitOn: domain.Date(r.LastVisitOn), UpdatedOn: domain.DateOf(r.UpdatedAt), Version: r.Version}
	}), nil
}

// clientsWhere is the scoped and filtered query that the list, its groups and
// batches share.
func (s *ClientStore) clientsWhere(ctx context.Context, actor domain.Actor, f library.ClientFilter) *gorm.DB {
	q := sqlkit.InScope(s.db.Read(ctx).Table("clients AS c").Joins("JOIN organizations AS o ON o.id = c.organization_id"), actor,
		domain.SubjectClient, "c")
	if f.Query != "" {
		q = q.Where("c.id IN (?)", s.db.Found(ctx, domain.SubjectClient, f.Query))
	}
	q = sqlkit.WhereIn(q, "c.investor_class", f.Classes)
	q = sqlkit.WhereEq(q, "c.owner_id", f.OwnerID)
	q = sqlkit.WhereEq(q, "c.unit_id", f.UnitID)
	q = sqlkit.WhereEq(q, "c.key_account", f.KeyAccount)
	q = sqlkit.WhereMissing(q, f.Without, map[string]string{library.WithoutOwner: "c.owner_id IS NULL",
		library.WithoutUnit: "c.unit_id IS NULL", library.WithoutClass: "c.investor_class = ''"})
	q = sqlkit.FromImport(q, f.ImportID, domain.SubjectClient, "c")
	q = noticestore.WatchedBy(q, f.Watched, actor.PersonID, domain.SubjectClient, "c")
	return q
}

// ClientGroups implements library.ClientReader.
func (s *ClientStore) ClientGroups(ctx context.Context, actor domain.Actor, f library.ClientFilter, by library.GroupBy) ([]library.Group,
	error) {
	g := ByWord("c.investor_class")
	switch by {
	case library.ByUnit:
		g = ByUnit("c.unit_id")
	case library.ByOwner:
		g = ByPerson("c.owner_id")
	default:
		// What is not named here is dealt with after the switch.
	}
	return GroupsOf(s.clientsWhere(ctx, actor, f), g, NoSum)
}

// ClientStore stores clients.
type ClientStore struct{ db *sqlkit.DB }

// NewClientStore returns the store over db.
func NewClientStore(db *sqlkit.DB) *ClientStore { return &ClientStore{db: db} }
