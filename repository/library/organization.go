package library

import (
	"context"
	"errors"
	"time"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/repository/sqlkit"
)

type organizationRow struct {
	ID                domain.ID
	Name              string
	FirmKey           string
	CreditCode        *string
	CodeOverride      string
	RegisteredCapital int64
	Version           int
	CreatedAt         time.Time
}

func (organizationRow) TableName() string { return "organizations" }

func (r organizationRow) Entity() library.Organization {
	o := library.Organization{ID: r.ID, Name: r.Name, CodeOverride: r.CodeOverride, RegisteredCapital: domain.Yuan(r.RegisteredCapital),
		Version: r.Version, CreatedAt: r.CreatedAt.UTC()}
	if r.CreditCode != nil {
		o.CreditCode = library.CreditCode(*r.CreditCode)
	}
	return o
}

func organizationConflicts() map[string]error {
	taken := domain.InvalidField("credit_code", "organization.code_taken")
	return map[string]error{"organizations_code": taken, "organizations.credit_code": taken}
}

// Organization implements library.OrganizationStore.
func (s *OrganizationStore) Organization(ctx context.Context, code library.CreditCode, name string) (library.Organization, bool, error) {
	var r organizationRow
	find := func(q *gorm.DB) (library.Organization, bool, error) {
		err := q.Order("created_at, id").Take(&r).Error
		if errors.Is(err, gorm.ErrRecordNotFound) {
			return library.Organization{}, false, nil
		}
		return r.Entity(), err == nil, err
	}
	if code != "" {
		if o, ok, err := find(s.db.Read(ctx).Where("credit_code = ?", string(code))); ok || err != nil {
			return o, ok, err
		}
		return find(s.db.Read(ctx).Where("name = ? AND credit_code IS NULL", name))
	}
	return find(s.db.Read(ctx).Where("name = ?", name))
}

// OrganizationByID implements library.OrganizationStore.
func (s *OrganizationStore) OrganizationByID(ctx context.Context, id domain.ID) (library.Organization, error) {
	var r organizationRow
	err := sqlkit.Take(s.db.Read(ctx).Where("id = ?", id), &r, domain.SubjectOrganization)
	return r.Entity(), err
}

// AddOrganization implements library.OrganizationStore.
func (s *OrganizationStore) AddOrganization(ctx context.Context, o library.Organization) error {
	row := organizationRow{ID: o.ID, Name: o.Name, FirmKey: library.FirmKey(o.Name), CreditCode: sqlkit.Text(string(o.CreditCode)),
		CodeOverride: o.CodeOverride, RegisteredCapital: int64(o.RegisteredCapital), Version: o.Version, CreatedAt: o.CreatedAt}
	return s.db.Insert(ctx, &row, organizationConflicts())
}

// SaveOrganization implements library.OrganizationStore.
func (s *OrganizationStore) SaveOrganization(ctx context.Context, o library.Organization) error {
	return s.db.Update(ctx, "organizations", o.ID, o.Version, map[string]any{
		"name": o.Name, "firm_key": library.FirmKey(o.Name), "credit_code": sqlkit.Text(string(o.CreditCode)), "code_override": o.CodeOverride,
		"registered_capital": int64(o.RegisteredCapital),
	}, organizationConflicts())
}

// OrganizationStore stores the organisations behind clients and enterprises.
type OrganizationStore struct{ db *sqlkit.DB }

// NewOrganizationStore returns the store over db.
func NewOrganizationStore(db *sqlkit.DB) *OrganizationStore { return &OrganizationStore{db: db} }
