package sqlkit

import (
	"gorm.io/gorm"

	"sangu/domain"
)

// dialect is every difference between the two databases.
type dialect interface {
	Name() string
	// UniqueViolation returns the constraint's or index's name, "table.column" on
	// SQLite where it gives no more.
	UniqueViolation(err error) (string, bool)
	ForeignKeyViolation(err error) bool
	// Match narrows q to search documents whose grams hold all tokens.
	Match(q *gorm.DB, tokens []uint32) *gorm.DB
	// SaveGrams stores a search document's tokens under its row number.
	SaveGrams(tx *gorm.DB, rowID int64, tokens []uint32) error
	// Contains is a condition "column holds the text", exact and case-sensitive.
	Contains(column string) string
	// DaysBetween is the number of days from one date expression to another.
	DaysBetween(from, to string) string
	// OneOf is a condition "column is one of the IDs" with its one parameter,
	// however many they are.
	OneOf(column string, ids []domain.ID) (condition string, parameter any)
	// DateOf makes a parameter a date where its type would not be known.
	DateOf(parameter string) string
}

// collation makes a text ordered by its code points, as SQLite orders by itself.
func collation(q *gorm.DB) string {
	if q.Name() == "postgres" {
		return ` COLLATE "C"`
	}
	return ""
}
