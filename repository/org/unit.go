package org

import (
	"context"
	"time"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/repository/sqlkit"
)

type unitRow struct {
	ID           domain.ID
	ParentID     sqlkit.Ref
	Name         string
	Kind         string
	DivisionCode string
	Path         string
	Position     int
	RetiredOn    sqlkit.Date
	Version      int
	CreatedAt    time.Time
}

func (unitRow) TableName() string { return "units" }

func (r unitRow) Entity() org.Unit {
	return org.Unit{ID: r.ID, ParentID: domain.ID(r.ParentID), Name: r.Name, Kind: org.UnitKind(r.Kind), DivisionCode: r.DivisionCode,
		Path: r.Path, Position: r.Position, RetiredOn: domain.Date(r.RetiredOn), Version: r.Version, CreatedAt: r.CreatedAt.UTC()}
}

func unitRowOf(u org.Unit) unitRow {
	return unitRow{ID: u.ID, ParentID: sqlkit.Ref(u.ParentID), Name: u.Name, Kind: string(u.Kind), DivisionCode: u.DivisionCode,
		Path: u.Path, Position: u.Position, RetiredOn: sqlkit.Date(u.RetiredOn), Version: u.Version, CreatedAt: u.CreatedAt}
}

func unitConflicts() map[string]error {
	same := domain.InvalidField("name", "unit.name_taken")
	return map[string]error{"units_name_parent": same}
}

// Unit implements org.UnitStore.
func (s *UnitStore) Unit(ctx context.Context, id domain.ID) (org.Unit, error) {
	var r unitRow
	err := sqlkit.Take(s.db.Read(ctx).Where("id = ?", id), &r, domain.SubjectUnit)
	return r.Entity(), err
}

// Units implements org.UnitStore. A parent's path is a prefix of its
// children's, so the depth of the path puts parents first.
func (s *UnitStore) Units(ctx context.Context) ([]org.Unit, error) {
	var rows []unitRow
	if err := s.db.Read(ctx).Where("withdrawn_at IS NULL").Order("length(path), position, created_at, id").Find(&rows).Error; err != nil {
		return nil, err
	}
	out := make([]org.Unit, len(rows))
	for i, r := range rows {
		out[i] = r.Entity()
	}
	return out, nil
}

// AddUnit implements org.UnitStore.
func (s *UnitStore) AddUnit(ctx context.Context, u org.Unit) error {
	row := unitRowOf(u)
	if err := s.db.Insert(ctx, &row, unitConflicts()); err != nil {
		return err
	}
	return s.db.NextEpoch(ctx)
}

// SaveUnit implements org.UnitStore.
func (s *UnitStore) SaveUnit(ctx context.Context, u org.Unit, oldPath string) error {
	err := s.db.Update(ctx, "units", u.ID, u.Version, map[string]any{
		"parent_id": sqlkit.Ref(u.ParentID), "name": u.Name, "kind": string(u.Kind), "division_code": u.DivisionCode,
		"path": u.Path, "position": u.Position, "retired_on": sqlkit.Date(u.RetiredOn),
	}, unitConflicts())
	if err != nil {
		return err
	}
	if err := s.db.NextEpoch(ctx); err != nil || u.Path == oldPath {
		return err
	}
	moved := gorm.Expr("? || substr(path, ?)", u.Path, len(oldPath)+1)
	return s.db.Write(ctx).Table("units").Where("path LIKE ? AND id <> ?", oldPath+"%", u.ID).Update("path", moved).Error
}

// UnitNames returns the names of all units by their IDs; it implements
// reporting.ReportStore and pipeline.SplitStore.
func (s *UnitStore) UnitNames(ctx context.Context) (map[domain.ID]string, error) {
	var rows []struct {
		ID   domain.ID
		Name string
	}
	err := s.db.Read(ctx).Table("units").Select("id, name").Scan(&rows).Error
	out := map[domain.ID]string{}
	for _, r := range rows {
		out[r.ID] = r.Name
	}
	return out, err
}

// UnitStore keeps the tree of units of one database.
type UnitStore struct{ db *sqlkit.DB }

// NewUnitStore returns the store over db.
func NewUnitStore(db *sqlkit.DB) *UnitStore { return &UnitStore{db: db} }
