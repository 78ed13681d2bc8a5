package sqlkit

import (
	"errors"
	"runtime"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
	"gorm.io/driver/postgres"
	"gorm.io/gorm"

	"sangu/domain"
)

func (db *DB) openPostgres(url string) error {
	g, err := gorm.Open(postgres.New(postgres.Config{DSN: url}), settings(false))
	if err != nil {
		return err
	}
	s, err := g.DB()
	if err != nil {
		return err
	}
	conns := 8 + 4*runtime.NumCPU()
	s.SetMaxOpenConns(conns)
	s.SetMaxIdleConns(conns)
	db.writer, db.reader, db.Dialect = g, g, postgresDialect{}
	return nil
}

type postgresDialect struct{}

func (postgresDialect) Name() string { return "postgres" }

func (postgresDialect) UniqueViolation(err error) (string, bool) {
	e, ok := errors.AsType[*pgconn.PgError](err)
	if !ok || e.Code != "23505" {
		return "", false
	}
	return e.ConstraintName, true
}

func (postgresDialect) ForeignKeyViolation(err error) bool {
	e, ok := errors.AsType[*pgconn.PgError](err)
	return ok && e.Code == "23503"
}

func (postgresDialect) Match(q *gorm.DB, tokens []uint32) *gorm.DB {
	return q.Where("d.grams @> ?::int4[]", gramArray(tokens))
}

func (postgresDialect) SaveGrams(tx *gorm.DB, rowID int64, tokens []uint32) error {
	return tx.Exec("UPDATE search_docs SET grams = ?::int4[] WHERE row_id = ?", gramArray(tokens), rowID).Error
}

func (postgresDialect) Contains(column string) string { return "strpos(" + column + ", ?) > 0" }

func (postgresDialect) DaysBetween(from, to string) string {
	return "((" + to + ") - " + from + ")"
}

func (postgresDialect) OneOf(column string, ids []domain.ID) (string, any) {
	texts := make([]string, len(ids))
	for i, id := range ids {
		texts[i] = string(id)
	}
	return column + " = ANY(CAST(? AS uuid[]))", "{" + strings.Join(texts, ",") + "}"
}

func (postgresDialect) DateOf(parameter string) string { return "CAST(" + parameter + " AS date)" }

func gramArray(tokens []uint32) string {
	var b strings.Builder
	b.WriteByte('{')
	for i, t := range tokens {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(strconv.FormatInt(int64(int32(t)), 10))
	}
	b.WriteByte('}')
	return b.String()
}
