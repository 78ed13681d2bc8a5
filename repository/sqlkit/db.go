// Package sqlkit keeps the product's data in SQLite or PostgreSQL. It turns
// rows into entities and back, applies the actor's scope, and is the only place
// that knows SQL. One file a subject, named as in domain and api.
package sqlkit

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"

	"gorm.io/gorm"
	"gorm.io/gorm/logger"

	"sangu/domain"
)

// Options tell where the data lives.
type Options struct {
	// URL is a PostgreSQL address, postgres://…; empty means SQLite in Dir.
	URL string
	// Dir is the folder of the SQLite file. It is made when missing.
	Dir string
	// Clock stamps what is recorded; nil means the machine's clock.
	Clock domain.Clock
	// IDs names what is recorded; nil means UUIDv7.
	IDs domain.IDs
}

// DB is an open, migrated database. It is the product's unit of work.
type DB struct {
	writer  *gorm.DB
	reader  *gorm.DB
	Dialect dialect
	Clock   domain.Clock
	IDs     domain.IDs
}

// Open opens the database and brings its schema up to date.
func Open(ctx context.Context, o Options) (*DB, error) {
	db := &DB{Clock: o.Clock, IDs: o.IDs}
	if db.Clock == nil {
		db.Clock = domain.SystemClock{}
	}
	if db.IDs == nil {
		db.IDs = domain.UUIDs{}
	}
	var err error
	if o.URL != "" {
		err = db.openPostgres(o.URL)
	} else {
		err = db.openSQLite(o.Dir)
	}
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	if err := db.migrate(ctx); err != nil {
		_ = db.Close()
		return nil, fmt.Errorf("migrate database: %w", err)
	}
	return db, nil
}

// On returns the same database on another clock, for what is recorded as of past
// days that are played again.
func (db *DB) On(clock domain.Clock) *DB {
	other := *db
	other.Clock = clock
	return &other
}

// Close ends all connections.
func (db *DB) Close() error {
	var errs []error
	for _, g := range []*gorm.DB{db.reader, db.writer} {
		if g == nil {
			continue
		}
		s, err := g.DB()
		if err == nil {
			err = s.Close()
		}
		errs = append(errs, err)
		if db.reader == db.writer {
			break
		}
	}
	return errors.Join(errs...)
}

// Ready returns a KindUnavailable error unless the database answers.
func (db *DB) Ready(ctx context.Context) error {
	s, err := db.reader.DB()
	if err == nil {
		err = s.PingContext(ctx)
	}
	if err != nil {
		return domain.Unavailable("database.away", err)
	}
	return nil
}

type unitKey struct{}

// Do runs fn in one transaction; see domain.Work.
func (db *DB) Do(ctx context.Context, fn func(context.Context) error) error {
	if ctx.Value(unitKey{}) != nil {
		return errors.New("units of work do not nest")
	}
	return db.writer.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		return fn(context.WithValue(ctx, unitKey{}, tx))
	})
}

// Read returns the running unit's transaction, or else a reading connection.
func (db *DB) Read(ctx context.Context) *gorm.DB {
	if tx, ok := ctx.Value(unitKey{}).(*gorm.DB); ok {
		return tx.WithContext(ctx)
	}
	return db.reader.WithContext(ctx)
}

// Write returns the running unit's transaction. Outside a unit of work, which is a
// programmer's error, every statement on what it returns fails.
func (db *DB) Write(ctx context.Context) *gorm.DB {
	if tx, ok := ctx.Value(unitKey{}).(*gorm.DB); ok {
		return tx.WithContext(ctx)
	}
	none := db.reader.Session(&gorm.Session{NewDB: true, Context: ctx})
	_ = none.AddError(errors.New("write outside a unit of work"))
	return none
}

func settings(prepare bool) *gorm.Config {
	return &gorm.Config{
		SkipDefaultTransaction: true,
		PrepareStmt:            prepare,
		Logger:                 logger.Discard,
	}
}

// Insert adds one row. Where a unique constraint refuses it, Insert returns the
// error that conflicts holds for the constraint's name, or a KindConflict one.
func (db *DB) Insert(ctx context.Context, row any, conflicts map[string]error) error {
	return db.Translate(db.Write(ctx).Create(row).Error, conflicts)
}

// Update writes the named columns of a row over the version the caller read, and
// raises the version. It returns a KindStale error where there is no row of that
// version.
func (db *DB) Update(ctx context.Context, table string, id domain.ID, version int, columns map[string]any,
	conflicts map[string]error) error {
	columns["version"] = version + 1
	res := db.Write(ctx).Table(table).Where("id = ? AND version = ?", id, version).Updates(columns)
	if res.Error != nil {
		return db.Translate(res.Error, conflicts)
	}
	if res.RowsAffected == 0 {
		return domain.Stale(nil)
	}
	return nil
}

// Translate returns a database's own error as one of the domain's: that of
// conflicts or KindConflict for a unique constraint, KindInvalid for a foreign
// key, KindUnavailable for a closed connection, else err itself.
func (db *DB) Translate(err error, conflicts map[string]error) error {
	if err == nil {
		return nil
	}
	if name, ok := db.Dialect.UniqueViolation(err); ok {
		for key, as := range conflicts {
			if key == name {
				return as
			}
		}
		return fmt.Errorf("%w (%w)", domain.Conflict("record.exists"), err)
	}
	if db.Dialect.ForeignKeyViolation(err) {
		return fmt.Errorf("%w (%w)", domain.Invalid("record.reference_missing"), err)
	}
	if errors.Is(err, sql.ErrConnDone) {
		return domain.Unavailable("database.away", err)
	}
	return err
}

// Take reads a single row into out. It returns a KindNotFound error for the
// subject where there is none.
func Take(q *gorm.DB, out any, subject string) error {
	err := q.Take(out).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return domain.NotFound(subject)
	}
	return err
}

// LogPool logs the state of the connection pools; it is called once, at start.
func (db *DB) LogPool(log *slog.Logger) {
	if s, err := db.writer.DB(); err == nil {
		log.Info("database open", "dialect", db.Dialect.Name(), "writers", s.Stats().MaxOpenConnections)
	}
}

// Exec runs one statement in a unit of its own: for tests of what the schema
// itself refuses.
func (db *DB) Exec(ctx context.Context, statement string) error {
	return db.Do(ctx, func(ctx context.Context) error { return db.Write(ctx).Exec(statement).Error })
}
