package sqlkit

import (
	"sangu/domain"

	"gorm.io/gorm"
)

// FromImport narrows q to the records of a kind that an import made or changed; a
// project also to those on which money or lines were written. The zero ID does not
// narrow.
func FromImport(q *gorm.DB, id domain.ID, kind, alias string) *gorm.DB {
	if id.IsZero() {
		return q
	}
	return q.Where("("+alias+".id IN (SELECT subject_id FROM import_effects WHERE import_id = ? AND subject_kind = ?) OR "+
		alias+".id IN (SELECT parent_id FROM import_effects WHERE import_id = ? AND parent_id IS NOT NULL AND 'project' = ?))", id, kind, id,
		kind)
}

// WhereIn narrows to a set of values; an empty set does not narrow.
func WhereIn[T any](q *gorm.DB, column string, values []T) *gorm.DB {
	if len(values) == 0 {
		return q
	}
	return q.Where(column+" IN ?", values)
}

// WhereEq narrows to one value; the zero value does not narrow.
func WhereEq[T comparable](q *gorm.DB, column string, value T) *gorm.DB {
	var zero T
	if value == zero {
		return q
	}
	return q.Where(column+" = ?", value)
}

// WhereMissing narrows q to rows that lack each of the names; conditions holds for
// each name the condition that a row lacks it.
func WhereMissing(q *gorm.DB, names []string, said map[string]string) *gorm.DB {
	for _, name := range names {
		q = q.Where(said[name])
	}
	return q
}

// Mapped returns rows turned into entities.
func Mapped[R, T any](rows []R, to func(R) T) []T {
	out := make([]T, len(rows))
	for i, r := range rows {
		out[i] = to(r)
	}
	return out
}
