package repository

import (
	"gorm.io/gorm"

	"sangu/domain"
)

// dialect holds every difference between the two databases.
type dialect interface {
	name() string
	// uniqueViolation gives the constraint's or index's name, "table.column" on
	// SQLite where it gives no more.
	uniqueViolation(err error) (string, bool)
	foreignKeyViolation(err error) bool
	// match narrows q to search documents whose grams hold all tokens.
	match(q *gorm.DB, tokens []uint32) *gorm.DB
	// saveGrams stores a search document's tokens under its row number.
	saveGrams(tx *gorm.DB, rowID int64, tokens []uint32) error
	// contains is a condition "column holds the text", exact and case-sensitive.
	contains(column string) string
	// daysBetween is the number of days from one date expression to another.
	daysBetween(from, to string) string
	// oneOf is a condition "column is one of the IDs" with its one parameter,
	// however many they are.
	oneOf(column string, ids []domain.ID) (condition string, parameter any)
	// dateOf makes a parameter a date where its type would not be known.
	dateOf(parameter string) string
}

// collation makes a text ordered by its code points, as SQLite orders by itself.
func collation(q *gorm.DB) string {
	if q.Name() == "postgres" {
		return ` COLLATE "C"`
	}
	return ""
}
