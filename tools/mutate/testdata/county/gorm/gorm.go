// Package gorm stands for the library: a query is its conditions.
package gorm

// DB is a query.
type DB struct{ Conditions []string }

// Where adds a condition.
func (db *DB) Where(condition any, args ...any) *DB {
	return &DB{append(append([]string{}, db.Conditions...), condition.(string))}
}
