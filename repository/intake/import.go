// Package intake stores imports, their effects and the sample county.
package intake

import (
	"context"
	"errors"
	"time"

	"sangu/domain"
	"sangu/domain/intake"
	"sangu/repository/sqlkit"
)

type importRow struct {
	ID             domain.ID
	FileName       string
	State          string
	Sheets         sqlkit.Document[map[string]StoredSheet]
	AcceptWarnings bool
	Total          int
	Done           int
	Created        int
	Updated        int
	Unchanged      int
	Refused        int
	UnitID         sqlkit.Ref
	PersonID       sqlkit.Ref
	ByName         string
	CreatedAt      time.Time
	WrittenAt      *time.Time
	UndoneAt       *time.Time
	Version        int
}

func (importRow) TableName() string { return "imports" }

func (r importRow) Entity() intake.Import {
	return intake.Import{ID: r.ID, FileName: r.FileName, State: intake.State(r.State),
		Sheets: sqlkit.EachValue(r.Sheets.V, StoredSheet.Entity), AcceptWarnings: r.AcceptWarnings, Total: r.Total, Done: r.Done,
		Created: r.Created, Updated: r.Updated, Unchanged: r.Unchanged, Refused: r.Refused, UnitID: domain.ID(r.UnitID),
		PersonID: domain.ID(r.PersonID), ByName: r.ByName,
		CreatedAt: r.CreatedAt.UTC(), WrittenAt: sqlkit.Instant(r.WrittenAt), UndoneAt: sqlkit.Instant(r.UndoneAt), Version: r.Version}
}

// AddImport implements intake.ImportStore.
func (s *ImportStore) AddImport(ctx context.Context, i intake.Import, file []byte) error {
	row := importRow{ID: i.ID, FileName: i.FileName, State: string(i.State),
		Sheets: sqlkit.Document[map[string]StoredSheet]{V: sqlkit.EachValue(i.Sheets, StoreSheet)}, UnitID: sqlkit.Ref(i.UnitID),
		PersonID: sqlkit.Ref(i.PersonID),
		ByName:   i.ByName, CreatedAt: i.CreatedAt, Version: i.Version}
	if err := s.db.Insert(ctx, &row, nil); err != nil {
		return err
	}
	return s.db.Write(ctx).Exec("INSERT INTO import_files (import_id, bytes) VALUES (?, ?)", i.ID, file).Error
}

// Import implements intake.ImportStore.
func (s *ImportStore) Import(ctx context.Context, actor domain.Actor, id domain.ID) (intake.Import, error) {
	var r importRow
	err := sqlkit.Take(sqlkit.InScope(s.db.Read(ctx).Table("imports AS i").Select("i.*").Where("i.id = ?", id), actor, domain.SubjectImport,
		"i"), &r,
		"import")
	return r.Entity(), err
}

// Imports implements intake.ImportStore.
func (s *ImportStore) Imports(ctx context.Context, actor domain.Actor, limit int) ([]intake.Import, error) {
	var rows []importRow
	err := sqlkit.InScope(s.db.Read(ctx).Table("imports AS i").Select("i.*"), actor, domain.SubjectImport, "i").
		Order("i.created_at DESC, i.id DESC").
		Limit(limit).Scan(&rows).Error
	return sqlkit.Mapped(rows, importRow.Entity), err
}

// File implements intake.ImportStore.
func (s *ImportStore) File(ctx context.Context, id domain.ID) ([]byte, error) {
	var r struct{ Bytes []byte }
	err := sqlkit.Take(s.db.Read(ctx).Table("import_files").Select("bytes").Where("import_id = ?", id), &r, domain.SubjectImport)
	return r.Bytes, err
}

// SaveImport implements intake.ImportStore.
func (s *ImportStore) SaveImport(ctx context.Context, i intake.Import) error {
	return s.db.Update(ctx, "imports", i.ID, i.Version, map[string]any{"state": string(i.State),
		"sheets":          sqlkit.Document[map[string]StoredSheet]{V: sqlkit.EachValue(i.Sheets, StoreSheet)},
		"accept_warnings": i.AcceptWarnings, "total": i.Total, "written_at": sqlkit.Moment(i.WrittenAt),
		"undone_at": sqlkit.Moment(i.UndoneAt)}, nil)
}

// Unfinished implements intake.ImportStore.
func (s *ImportStore) Unfinished(ctx context.Context) ([]intake.Import, error) {
	var rows []importRow
	err := s.db.Read(ctx).Where("state = ?", string(intake.Writing)).Order("created_at, id").Find(&rows).Error
	return sqlkit.Mapped(rows, importRow.Entity), err
}

// Claim implements intake.ImportStore. The row stays locked until the unit of work
// ends, so of two that write the same import one finds it moved.
func (s *ImportStore) Claim(ctx context.Context, id domain.ID, from, to int) (bool, error) {
	res := s.db.Write(ctx).Table("imports").Where("id = ? AND state = ? AND done = ?", id, string(intake.Writing), from).
		Updates(map[string]any{"done": to})
	return res.RowsAffected == 1, res.Error
}

// Advance implements intake.ImportStore.
func (s *ImportStore) Advance(ctx context.Context, id domain.ID, p intake.Progress, end time.Time) error {
	tx := s.db.Write(ctx)
	err := tx.Exec("UPDATE imports SET created = created + ?, updated = updated + ?, unchanged = unchanged + ?, refused = refused + ? "+
		"WHERE id = ?",
		p.Created, p.Updated, p.Unchanged, p.Refused, id).Error
	if err != nil || end.IsZero() {
		return err
	}
	return tx.Exec("UPDATE imports SET state = ?, written_at = ?, version = version + 1 WHERE id = ?", string(intake.Written), end, id).Error
}

// Try implements intake.ImportStore by a savepoint.
func (s *ImportStore) Try(ctx context.Context, fn func(ctx context.Context) error) error {
	tx := s.db.Write(ctx)
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

// ImportStore keeps the imports of one database and what they did.
type ImportStore struct{ db *sqlkit.DB }

// NewImportStore returns the store over db.
func NewImportStore(db *sqlkit.DB) *ImportStore { return &ImportStore{db: db} }
