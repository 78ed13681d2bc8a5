// Package repository has guards, clauses and mappers.
package repository

import (
	"county/domain"
	"county/domain/pool"
	"county/gorm"
)

type visitRow struct {
	State, Place string
	Version      int
}

func (r visitRow) entity() pool.Visit {
	return pool.Visit{State: r.State, Place: r.Place, Version: r.Version}
}

func columns(v pool.Visit) map[string]any {
	return map[string]any{"state": v.State, "place": v.Place}
}

func inScope(q *gorm.DB, r domain.Reach) *gorm.DB {
	if len(r.Units) == 0 {
		return q.Where("1 = 0")
	}
	return q.Where("unit IN ?", r.Units)
}

// Visits lists what the reach holds.
func Visits(r domain.Reach) *gorm.DB { return inScope(&gorm.DB{}, r) }

// Save writes over a version, which the fixture holds to be 3.
func Save(v pool.Visit) (*gorm.DB, error) {
	if v.Version != stored().Version {
		return nil, domain.Stale(nil)
	}
	return (&gorm.DB{}).Where("id = 1 AND version = ?", v.Version), nil
}

func stored() pool.Visit { return visitRow{"planned", "Beijing", 3}.entity() }
