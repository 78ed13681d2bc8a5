package repository

import (
	"context"
	"errors"
	"time"

	"sangu/domain"
	"sangu/domain/intake"
)

type importRow struct {
	ID             domain.ID
	FileName       string
	State          string
	Sheets         document[map[string]storedSheet]
	AcceptWarnings bool
	Total          int
	Done           int
	Created        int
	Updated        int
	Unchanged      int
	Refused        int
	UnitID         ref
	PersonID       ref
	ByName         string
	CreatedAt      time.Time
	WrittenAt      *time.Time
	UndoneAt       *time.Time
	Version        int
}

func (importRow) TableName() string { return "imports" }

func (r importRow) entity() intake.Import {
	return intake.Import{ID: r.ID, FileName: r.FileName, State: intake.State(r.State), Sheets: eachValue(r.Sheets.V, storedSheet.entity), AcceptWarnings: r.AcceptWarnings, Total: r.Total, Done: r.Done,
		Created: r.Created, Updated: r.Updated, Unchanged: r.Unchanged, Refused: r.Refused, UnitID: domain.ID(r.UnitID), PersonID: domain.ID(r.PersonID), ByName: r.ByName,
		CreatedAt: r.CreatedAt.UTC(), WrittenAt: instant(r.WrittenAt), UndoneAt: instant(r.UndoneAt), Version: r.Version}
}

// AddImport implements intake.Store.
func (s *ImportStore) AddImport(ctx context.Context, i intake.Import, file []byte) error {
	row := importRow{ID: i.ID, FileName: i.FileName, State: string(i.State), Sheets: document[map[string]storedSheet]{eachValue(i.Sheets, storeSheet)}, UnitID: ref(i.UnitID), PersonID: ref(i.PersonID),
		ByName: i.ByName, CreatedAt: i.CreatedAt, Version: i.Version}
	if err := s.db.insert(ctx, &row, nil); err != nil {
		return err
	}
	return s.db.write(ctx).Exec("INSERT INTO import_files (import_id, bytes) VALUES (?, ?)", i.ID, file).Error
}

// Import implements intake.Store.
func (s *ImportStore) Import(ctx context.Context, actor domain.Actor, id domain.ID) (intake.Import, error) {
	var r importRow
	err := one(inScope(s.db.read(ctx).Table("imports AS i").Select("i.*").Where("i.id = ?", id), actor, "import", "i"), &r, "import")
	return r.entity(), err
}

// Imports implements intake.Store.
func (s *ImportStore) Imports(ctx context.Context, actor domain.Actor, limit int) ([]intake.Import, error) {
	var rows []importRow
	err := inScope(s.db.read(ctx).Table("imports AS i").Select("i.*"), actor, "import", "i").Order("i.created_at DESC, i.id DESC").Limit(limit).Scan(&rows).Error
	return mapped(rows, importRow.entity), err
}

// File implements intake.Store.
func (s *ImportStore) File(ctx context.Context, id domain.ID) ([]byte, error) {
	var r struct{ Bytes []byte }
	err := one(s.db.read(ctx).Table("import_files").Select("bytes").Where("import_id = ?", id), &r, "import")
	return r.Bytes, err
}

// SaveImport implements intake.Store.
func (s *ImportStore) SaveImport(ctx context.Context, i intake.Import) error {
	return s.db.update(ctx, "imports", i.ID, i.Version, map[string]any{"state": string(i.State), "sheets": document[map[string]storedSheet]{eachValue(i.Sheets, storeSheet)},
		"accept_warnings": i.AcceptWarnings, "total": i.Total, "written_at": moment(i.WrittenAt), "undone_at": moment(i.UndoneAt)}, nil)
}

// Unfinished implements intake.Store.
func (s *ImportStore) Unfinished(ctx context.Context) ([]intake.Import, error) {
	var rows []importRow
	err := s.db.read(ctx).Where("state = ?", string(intake.Writing)).Order("created_at, id").Find(&rows).Error
	return mapped(rows, importRow.entity), err
}

// Claim implements intake.Store. The row stays locked until the unit of work
// ends, so of two that write the same import one finds it moved.
func (s *ImportStore) Claim(ctx context.Context, id domain.ID, from, to int) (bool, error) {
	res := s.db.write(ctx).Table("imports").Where("id = ? AND state = ? AND done = ?", id, string(intake.Writing), from).Updates(map[string]any{"done": to})
	return res.RowsAffected == 1, res.Error
}

// Advance implements intake.Store.
func (s *ImportStore) Advance(ctx context.Context, id domain.ID, p intake.Progress, end time.Time) error {
	tx := s.db.write(ctx)
	err := tx.Exec("UPDATE imports SET created = created + ?, updated = updated + ?, unchanged = unchanged + ?, refused = refused + ? WHERE id = ?",
		p.Created, p.Updated, p.Unchanged, p.Refused, id).Error
	if err != nil || end.IsZero() {
		return err
	}
	return tx.Exec("UPDATE imports SET state = ?, written_at = ?, version = version + 1 WHERE id = ?", string(intake.Written), end, id).Error
}

// Try implements intake.Store by a savepoint.
func (s *ImportStore) Try(ctx context.Context, fn func(ctx context.Context) error) error {
	tx := s.db.write(ctx)
	if err := tx.Exec("SAVEPOINT ledger_row").Error; err != nil {
		return err
	}
	err := fn(ctx)
	if err != nil {
		if back := tx.Exec("ROLLBACK TO SAVEPOINT ledger_row").Error; back != nil {
			return errors.Join(err, back)
		}
	}
	if end := tx.Exec("RELEASE SAVEPOINT ledger_row").Error; end != nil {
		return errors.Join(err, end)
	}
	return err
}

// ImportStore stores the import records of one database.
type ImportStore struct{ db *DB }

// NewImportStore returns the store over db.
func NewImportStore(db *DB) *ImportStore { return &ImportStore{db: db} }
