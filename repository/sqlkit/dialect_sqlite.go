package sqlkit

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"gorm.io/driver/sqlite"
	"gorm.io/gorm"
	sqlite3 "modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"sangu/domain"
)

// sqliteDSN: immediate transactions, or parallel writers fail with "locked";
// WAL, so that readers never wait for the writer.
const sqliteDSN = "file:%s?_pragma=journal_mode(WAL)&_pragma=busy_timeout(10000)&_pragma=synchronous(NORMAL)" +
	"&_pragma=foreign_keys(1)&_pragma=cache_size(-32000)&_pragma=temp_store(2)&_txlock=immediate&_time_format=sqlite"

// openSQLite opens one writing connection and a few reading ones: a single big
// pool costs this driver a factor of four under mixed load (backend.md §1).
func (db *DB) openSQLite(dir string) error {
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return err
	}
	dsn := fmt.Sprintf(sqliteDSN, filepath.Join(dir, "sangu.db"))
	open := func(conns int) (*gorm.DB, error) {
		g, err := gorm.Open(&sqlite.Dialector{DriverName: "sqlite", DSN: dsn}, settings(true))
		if err != nil {
			return nil, err
		}
		s, err := g.DB()
		if err != nil {
			return nil, err
		}
		s.SetMaxOpenConns(conns)
		s.SetMaxIdleConns(conns)
		return g, nil
	}
	var err error
	if db.writer, err = open(1); err != nil {
		return err
	}
	if db.reader, err = open(max(2, runtime.NumCPU())); err != nil {
		return err
	}
	db.Dialect = sqliteDialect{}
	return nil
}

type sqliteDialect struct{}

func (sqliteDialect) Name() string { return "sqlite" }

func (sqliteDialect) UniqueViolation(err error) (string, bool) {
	e, ok := errors.AsType[*sqlite3.Error](err)
	if !ok || (e.Code() != lib.SQLITE_CONSTRAINT_UNIQUE && e.Code() != lib.SQLITE_CONSTRAINT_PRIMARYKEY) {
		return "", false
	}
	// "constraint failed: UNIQUE constraint failed: people.login (2067)", or
	// "index 'name'" for an index over an expression. SQLite tells the place in
	// no other way.
	_, rest, _ := strings.Cut(e.Error(), "UNIQUE constraint failed: ")
	rest, _, _ = strings.Cut(rest, " (")
	rest = strings.TrimSuffix(strings.TrimPrefix(rest, "index '"), "'")
	return rest, true
}

func (sqliteDialect) ForeignKeyViolation(err error) bool {
	e, ok := errors.AsType[*sqlite3.Error](err)
	return ok && e.Code() == lib.SQLITE_CONSTRAINT_FOREIGNKEY
}

func (sqliteDialect) Match(q *gorm.DB, tokens []uint32) *gorm.DB {
	words := make([]string, len(tokens))
	for i, t := range tokens {
		words[i] = gramWord(t)
	}
	return q.Where("d.rowid IN (SELECT rowid FROM search_grams WHERE search_grams MATCH ?)", strings.Join(words, " AND "))
}

func (sqliteDialect) SaveGrams(tx *gorm.DB, rowID int64, tokens []uint32) error {
	words := make([]string, len(tokens))
	for i, t := range tokens {
		words[i] = gramWord(t)
	}
	if err := tx.Exec("DELETE FROM search_grams WHERE rowid = ?", rowID).Error; err != nil {
		return err
	}
	return tx.Exec("INSERT INTO search_grams (rowid, t) VALUES (?, ?)", rowID, strings.Join(words, " ")).Error
}

func (sqliteDialect) Contains(column string) string { return "instr(" + column + ", ?) > 0" }

func (sqliteDialect) DaysBetween(from, to string) string {
	return "CAST(julianday(" + to + ") - julianday(" + from + ") AS integer)"
}

func (sqliteDialect) OneOf(column string, ids []domain.ID) (string, any) {
	list, _ := json.Marshal(append([]domain.ID{}, ids...)) // texts always encode
	return column + " IN (SELECT value FROM json_each(?))", string(list)
}

func (sqliteDialect) DateOf(parameter string) string { return parameter }

func gramWord(t uint32) string { return fmt.Sprintf("g%08x", t) }
