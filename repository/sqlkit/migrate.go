package sqlkit

import (
	"context"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/database"
	"github.com/pressly/goose/v3/lock"

	"sangu/repository/migrations"
)

// migrate applies the dialect's migrations that are not applied yet. On
// PostgreSQL a session lock lets several nodes start at once.
func (db *DB) migrate(ctx context.Context) error {
	files, err := fs.Sub(migrations.Files, db.Dialect.Name())
	if err != nil {
		return err
	}
	pool, err := db.writer.DB()
	if err != nil {
		return err
	}
	dialect, options := database.DialectSQLite3, []goose.ProviderOption(nil)
	if db.Dialect.Name() == "postgres" {
		dialect = database.DialectPostgres
		locker, err := lock.NewPostgresSessionLocker()
		if err != nil {
			return err
		}
		options = append(options, goose.WithSessionLocker(locker))
	}
	p, err := goose.NewProvider(dialect, pool, files, options...)
	if err != nil {
		return err
	}
	if _, err := p.Up(ctx); err != nil {
		return fmt.Errorf("apply migrations: %w", err)
	}
	return nil
}
