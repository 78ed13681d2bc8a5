package intake

import (
	"context"
	"errors"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/repository/sqlkit"
)

// idOf returns the id of the first row of q, if there is one.
func idOf(q *gorm.DB) (domain.ID, bool, error) {
	var r struct{ ID domain.ID }
	err := q.Select("id").Order("id").Take(&r).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return "", false, nil
	}
	return r.ID, err == nil, err
}

// FindProject finds a project by the key of its name, whoever may see it.
func (s *LookupStore) FindProject(ctx context.Context, nameKey string) (domain.ID, bool, error) {
	if nameKey == "" {
		return "", false, nil
	}
	return idOf(s.db.Read(ctx).Table("projects").Where("withdrawn_at IS NULL AND name_key = ?", nameKey))
}

// FindProjectByCode finds a project by the office's own code for it.
func (s *LookupStore) FindProjectByCode(ctx context.Context, code string) (domain.ID, bool, error) {
	if code == "" {
		return "", false, nil
	}
	return idOf(s.db.Read(ctx).Table("projects").Where("code = ? AND withdrawn_at IS NULL", code))
}

// FindLead finds a lead by company and subject.
func (s *LookupStore) FindLead(ctx context.Context, company, subject string) (domain.ID, bool, error) {
	return idOf(s.db.Read(ctx).Table("leads").Where("withdrawn_at IS NULL AND company = ? AND subject = ?", company, subject))
}

// FindVisit finds a visit by its day, company and leader.
func (s *LookupStore) FindVisit(ctx context.Context, on domain.Date, company string, leader domain.ID) (domain.ID, bool, error) {
	q := s.db.Read(ctx).Table("visits").Where("withdrawn_at IS NULL AND visit_on = ? AND company = ?", sqlkit.Date(on), company)
	if leader.IsZero() {
		return idOf(q.Where("leader_id IS NULL"))
	}
	return idOf(q.Where("leader_id = ?", leader))
}

// EnterpriseOf returns the enterprise made of an organisation.
func (s *LookupStore) EnterpriseOf(ctx context.Context, organization domain.ID) (domain.ID, bool, error) {
	return idOf(s.db.Read(ctx).Table("enterprises").Where("withdrawn_at IS NULL AND organization_id = ?", organization))
}

// PeopleByName returns everybody by name; a name that two share names neither.
func (s *LookupStore) PeopleByName(ctx context.Context) (map[string]domain.ID, error) {
	var rows []struct {
		ID   domain.ID
		Name string
	}
	err := s.db.Read(ctx).Table("people").Select("id, name").Where("withdrawn_at IS NULL").Scan(&rows).Error
	out, twice := map[string]domain.ID{}, map[string]bool{}
	for _, r := range rows {
		if _, there := out[r.Name]; there {
			twice[r.Name] = true
		}
		out[r.Name] = r.ID
	}
	for name := range twice {
		delete(out, name)
	}
	return out, err
}

// LookupStore finds records of one database by what ledgers call them.
type LookupStore struct{ db *sqlkit.DB }

// NewLookupStore returns the store over db.
func NewLookupStore(db *sqlkit.DB) *LookupStore { return &LookupStore{db: db} }
