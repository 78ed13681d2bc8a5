package org

import (
	"context"
	"time"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/repository/sqlkit"
)

type viewRow struct {
	ID        domain.ID
	List      string
	OwnerID   domain.ID
	Name      string
	Shared    bool
	Terms     sqlkit.Document[map[string]string]
	Columns   sqlkit.Document[*StoredColumns]
	Version   int
	UpdatedAt time.Time
}

func (viewRow) TableName() string { return "views" }

type viewNamedRow struct {
	Row       viewRow `gorm:"embedded"`
	OwnerName string
}

func (n viewNamedRow) Entity() org.View {
	r := n.Row
	return org.View{ID: r.ID, List: r.List, OwnerID: r.OwnerID, OwnerName: n.OwnerName, Version: r.Version, UpdatedAt: r.UpdatedAt.UTC(),
		ViewFacts: org.ViewFacts{Name: r.Name, Shared: r.Shared, Terms: r.Terms.V,
			Columns: sqlkit.EachPointer(r.Columns.V, StoredColumns.Entity)}}
}

func viewConflicts() map[string]error {
	taken := domain.InvalidField("name", "view.name_taken")
	return map[string]error{"views_name": taken, "views.owner_id, views.list, views.name": taken, "views.owner_id": taken}
}

func (s *ViewStore) named(ctx context.Context) *gorm.DB {
	return s.db.Read(ctx).Table("views AS v").Joins("JOIN people AS p ON p.id = v.owner_id").Select("v.*, p.name AS owner_name").
		Where("v.withdrawn_at IS NULL")
}

// Views implements org.ViewStore.
func (s *ViewStore) Views(ctx context.Context, list string, person domain.ID) ([]org.View, error) {
	var rows []viewNamedRow
	err := s.named(ctx).Where("v.list = ? AND (v.shared OR v.owner_id = ?)", list, person).Order("v.id").Scan(&rows).Error
	return sqlkit.Mapped(rows, viewNamedRow.Entity), err
}

// View implements org.ViewStore.
func (s *ViewStore) View(ctx context.Context, id domain.ID) (org.View, error) {
	var r viewNamedRow
	err := sqlkit.Take(s.named(ctx).Where("v.id = ?", id), &r, domain.SubjectView)
	return r.Entity(), err
}

// AddView implements org.ViewStore.
func (s *ViewStore) AddView(ctx context.Context, v org.View) error {
	row := viewRow{ID: v.ID, List: v.List, OwnerID: v.OwnerID, Name: v.Name, Shared: v.Shared,
		Terms:   sqlkit.Document[map[string]string]{V: v.Terms},
		Columns: sqlkit.Document[*StoredColumns]{V: sqlkit.EachPointer(v.Columns, StoreColumns)}, Version: v.Version, UpdatedAt: v.UpdatedAt}
	return s.db.Insert(ctx, &row, viewConflicts())
}

// SaveView implements org.ViewStore.
func (s *ViewStore) SaveView(ctx context.Context, v org.View) error {
	return s.db.Update(ctx, "views", v.ID, v.Version, map[string]any{"name": v.Name, "shared": v.Shared,
		"terms":   sqlkit.Document[map[string]string]{V: v.Terms},
		"columns": sqlkit.Document[*StoredColumns]{V: sqlkit.EachPointer(v.Columns, StoreColumns)}, "updated_at": v.UpdatedAt}, viewConflicts())
}

// RemoveView implements org.ViewStore.
func (s *ViewStore) RemoveView(ctx context.Context, w domain.Withdrawn, version int) error {
	if err := s.db.Update(ctx, "views", w.ID, version, map[string]any{"withdrawn_at": w.At}, nil); err != nil {
		return err
	}
	return s.db.Binned(ctx, w)
}

// ViewStore keeps the saved views of one database.
type ViewStore struct{ db *sqlkit.DB }

// NewViewStore returns the store over db.
func NewViewStore(db *sqlkit.DB) *ViewStore { return &ViewStore{db: db} }
