package library

import (
	"context"
	"time"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/repository/sqlkit"
)

type batchRow struct {
	ID       domain.ID
	Kind     string
	MadeBy   domain.ID
	MadeAt   time.Time
	Edit     sqlkit.Document[library.Edit]
	UndoneAt *time.Time
	Passed   int
	PutBack  int
}

func (batchRow) TableName() string { return "batches" }

type batchLineRow struct {
	BatchID   domain.ID
	Position  int
	SubjectID domain.ID
	Title     string
	Version   int
	Before    sqlkit.Document[library.Edit]
	After     sqlkit.Document[library.Edit]
}

func (batchLineRow) TableName() string { return "batch_rows" }

func (r batchLineRow) Entity() library.BatchChange {
	return library.BatchChange{ID: r.SubjectID, Title: r.Title, Version: r.Version, Before: r.Before.V, After: r.After.V}
}

// Batch implements library.BatchStore.
func (s *BatchStore) Batch(ctx context.Context, id domain.ID) (library.Batch, error) {
	var r batchRow
	if err := sqlkit.Take(s.db.Read(ctx).Where("id = ?", id), &r, domain.SubjectBatch); err != nil {
		return library.Batch{}, err
	}
	var lines []batchLineRow
	err := s.db.Read(ctx).Where("batch_id = ?", id).Order("position").Find(&lines).Error
	return library.Batch{ID: r.ID, Kind: r.Kind, MadeBy: r.MadeBy, MadeAt: r.MadeAt.UTC(), Set: r.Edit.V, UndoneAt: sqlkit.Instant(r.UndoneAt),
		Rows: sqlkit.Mapped(lines, batchLineRow.Entity)}, err
}

// AddBatch implements library.BatchStore.
func (s *BatchStore) AddBatch(ctx context.Context, b library.Batch) error {
	row := batchRow{ID: b.ID, Kind: b.Kind, MadeBy: b.MadeBy, MadeAt: b.MadeAt, Edit: sqlkit.Document[library.Edit]{V: b.Set}}
	return s.db.Insert(ctx, &row, nil)
}

// AddBatchRows implements library.BatchStore.
func (s *BatchStore) AddBatchRows(ctx context.Context, batch domain.ID, from int, rows []library.BatchChange, passed int) error {
	if passed > 0 {
		if err := s.db.Write(ctx).Table("batches").Where("id = ?", batch).Update("passed", gorm.Expr("passed + ?", passed)).Error; err != nil {
			return err
		}
	}
	if len(rows) == 0 {
		return nil
	}
	lines := make([]batchLineRow, len(rows))
	for i, c := range rows {
		lines[i] = batchLineRow{BatchID: batch, Position: from + i, SubjectID: c.ID, Title: c.Title, Version: c.Version,
			Before: sqlkit.Document[library.Edit]{V: c.Before}, After: sqlkit.Document[library.Edit]{V: c.After}}
	}
	return s.db.Insert(ctx, &lines, nil)
}

// MarkUndone implements library.BatchStore.
func (s *BatchStore) MarkUndone(ctx context.Context, b library.Batch) error {
	res := s.db.Write(ctx).Table("batches").Where("id = ? AND undone_at IS NULL", b.ID).Update("undone_at", b.UndoneAt)
	if res.Error == nil && res.RowsAffected == 0 {
		return domain.Conflict("batch.undone")
	}
	return res.Error
}

// RecordRestored implements library.BatchStore.
func (s *BatchStore) RecordRestored(ctx context.Context, batch domain.ID, n int) error {
	return s.db.Write(ctx).Table("batches").Where("id = ?", batch).Update("put_back", n).Error
}

// RecentBatches implements library.BatchStore.
func (s *BatchStore) RecentBatches(ctx context.Context, person domain.ID, most int) ([]library.MadeBatch, error) {
	var rows []struct {
		Row     batchRow `gorm:"embedded"`
		Changed int
	}
	err := s.db.Read(ctx).Table("batches AS b").Where("b.made_by = ?", person).Order("b.made_at DESC, b.id DESC").Limit(most).
		Select("b.*, (SELECT count(*) FROM batch_rows AS r WHERE r.batch_id = b.id) AS changed").Scan(&rows).Error
	out := make([]library.MadeBatch, len(rows))
	for i, r := range rows {
		out[i] = library.MadeBatch{ID: r.Row.ID, Kind: r.Row.Kind, MadeAt: r.Row.MadeAt.UTC(), Set: r.Row.Edit.V, Changed: r.Changed,
			Skipped: r.Row.Passed, Restored: r.Row.PutBack, UndoneAt: sqlkit.Instant(r.Row.UndoneAt)}
	}
	return out, err
}

// Names implements library.BatchStore.
func (s *BatchStore) Names(ctx context.Context, kind string, ids []domain.ID) (map[domain.ID]string, error) {
	out := map[domain.ID]string{}
	if len(ids) == 0 {
		return out, nil
	}
	var rows []struct {
		ID   domain.ID
		Name string
	}
	table := map[string]string{domain.SubjectUnit: "units", domain.SubjectPerson: "people"}[kind]
	err := s.db.Read(ctx).Table(table).Select("id, name").Where("id IN ?", ids).Scan(&rows).Error
	for _, r := range rows {
		out[r.ID] = r.Name
	}
	return out, err
}

// BatchStore stores batches and what they changed.
type BatchStore struct{ db *sqlkit.DB }

// NewBatchStore returns the store over db.
func NewBatchStore(db *sqlkit.DB) *BatchStore { return &BatchStore{db: db} }
