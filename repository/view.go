package repository

import (
	"context"
	"time"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/org"
)

type viewRow struct {
	ID        domain.ID
	List      string
	OwnerID   domain.ID
	Name      string
	Shared    bool
	Terms     document[map[string]string]
	Columns   document[*storedColumns]
	Version   int
	UpdatedAt time.Time
}

func (viewRow) TableName() string { return "views" }

type viewNamedRow struct {
	Row       viewRow `gorm:"embedded"`
	OwnerName string
}

func (n viewNamedRow) entity() org.View {
	r := n.Row
	return org.View{ID: r.ID, List: r.List, OwnerID: r.OwnerID, OwnerName: n.OwnerName, Version: r.Version, UpdatedAt: r.UpdatedAt.UTC(),
		ViewFacts: org.ViewFacts{Name: r.Name, Shared: r.Shared, Terms: r.Terms.V, Columns: eachPointer(r.Columns.V, storedColumns.entity)}}
}

func viewConflicts() map[string]error {
	taken := domain.InvalidField("name", "view.name_taken")
	return map[string]error{"views_name": taken, "views.owner_id, views.list, views.name": taken, "views.owner_id": taken}
}

func (s *ViewStore) named(ctx context.Context) *gorm.DB {
	return s.db.read(ctx).Table("views AS v").Joins("JOIN people AS p ON p.id = v.owner_id").Select("v.*, p.name AS owner_name").Where("v.withdrawn_at IS NULL")
}

// Views implements org.ViewStore.
func (s *ViewStore) Views(ctx context.Context, list string, person domain.ID) ([]org.View, error) {
	var rows []viewNamedRow
	err := s.named(ctx).Where("v.list = ? AND (v.shared OR v.owner_id = ?)", list, person).Order("v.id").Scan(&rows).Error
	return mapped(rows, viewNamedRow.entity), err
}

// View implements org.ViewStore.
func (s *ViewStore) View(ctx context.Context, id domain.ID) (org.View, error) {
	var r viewNamedRow
	err := one(s.named(ctx).Where("v.id = ?", id), &r, "view")
	return r.entity(), err
}

// AddView implements org.ViewStore.
func (s *ViewStore) AddView(ctx context.Context, v org.View) error {
	row := viewRow{v.ID, v.List, v.OwnerID, v.Name, v.Shared, document[map[string]string]{v.Terms}, document[*storedColumns]{eachPointer(v.Columns, storeColumns)}, v.Version, v.UpdatedAt}
	return s.db.insert(ctx, &row, viewConflicts())
}

// SaveView implements org.ViewStore.
func (s *ViewStore) SaveView(ctx context.Context, v org.View) error {
	return s.db.update(ctx, "views", v.ID, v.Version, map[string]any{"name": v.Name, "shared": v.Shared, "terms": document[map[string]string]{v.Terms},
		"columns": document[*storedColumns]{eachPointer(v.Columns, storeColumns)}, "updated_at": v.UpdatedAt}, viewConflicts())
}

// RemoveView implements org.ViewStore.
func (s *ViewStore) RemoveView(ctx context.Context, w domain.Withdrawn, version int) error {
	if err := s.db.update(ctx, "views", w.ID, version, map[string]any{"withdrawn_at": w.At}, nil); err != nil {
		return err
	}
	return s.db.binned(ctx, w)
}

// ViewStore stores the view records of one database.
type ViewStore struct{ db *DB }

// NewViewStore returns the store over db.
func NewViewStore(db *DB) *ViewStore { return &ViewStore{db: db} }
