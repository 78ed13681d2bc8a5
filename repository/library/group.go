package library

import (
	"context"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/repository/sqlkit"
)

// Grouping says how rows are grouped: by which column, and under which names.
type Grouping struct {
	Key, Name string
	joins     string
	args      []any
	Order     string
}

type groupRow struct {
	GroupKey, Name string
	Count          int
	Total          int64
}

// GroupsOf counts and sums the rows of a query by group.
func GroupsOf(q *gorm.DB, by Grouping, sum string) ([]library.Group, error) {
	var rows []groupRow
	if by.joins != "" {
		q = q.Joins(by.joins, by.args...)
	}
	err := q.Select("COALESCE(CAST(" + by.Key + " AS text), '') AS group_key, COALESCE(min(" + by.Name +
		"), '') AS name, count(*) AS count, CAST(COALESCE(sum(" + sum + "), 0) AS bigint) AS total").
		Group(by.Key).Order(by.Order).Scan(&rows).Error
	return sqlkit.Mapped(rows, func(r groupRow) library.Group {
		return library.Group{Key: r.GroupKey, Name: r.Name, Count: r.Count, Total: domain.Yuan(r.Total)}
	}), err
}

// ByUnit groups rows by a column of units, under their names.
func ByUnit(column string) Grouping {
	return Grouping{Key: column, Name: "g.name", joins: "LEFT JOIN units AS g ON g.id = " + column, Order: Largest}
}

// ByPerson groups rows by a column of people, under their names.
func ByPerson(column string) Grouping {
	return Grouping{Key: column, Name: "g.name", joins: "LEFT JOIN people AS g ON g.id = " + column, Order: Largest}
}

// ByWord groups rows by a column of words; an empty one is none.
func ByWord(column string) Grouping { return Grouping{Key: column, Name: "''", Order: Largest} }

// NoSum is the sum of rows that have no amount.
const NoSum = "0"

// Largest orders groups by their total, largest first.
const Largest = "total DESC, count DESC, group_key"

// ProjectGroups implements library.ProjectReader.
func (s *ProjectStore) ProjectGroups(ctx context.Context, actor domain.Actor, f library.ProjectFilter,
	by library.GroupBy) ([]library.Group, error) {
	return GroupsOf(s.ProjectsWhere(ctx, actor, f), projectGrouping(f, by), inYuan)
}

func projectGrouping(f library.ProjectFilter, by library.GroupBy) Grouping {
	switch by {
	case library.ByUnit:
		return ByUnit("p.responsible_unit_id")
	case library.ByHost:
		return ByUnit("p.host_unit_id")
	case library.ByKind:
		return ByWord("p.kind")
	case library.ByLeader:
		g := Grouping{Key: "b.person_id", Name: "g.name", Order: Largest,
			joins: "LEFT JOIN assignments AS b ON b.subject_kind = 'project' AND b.subject_id = p.id AND b.to_on IS NULL LEFT JOIN people AS g " +
				"ON g.id = b.person_id"}
		if !f.LeaderID.IsZero() {
			// A list of one leader's projects is not grouped by their other leaders.
			g.joins = "JOIN assignments AS b ON b.subject_kind = 'project' AND b.subject_id = p.id AND b.to_on IS NULL AND b.person_id = ? LEFT " +
				"JOIN people AS g ON g.id = b.person_id"
			g.args = []any{f.LeaderID}
		}
		return g
	default:
		// What is not named here is dealt with after the switch.
	}
	return Grouping{Key: "p.stage", Name: "''", Order: "min(p.stage_rank)"}
}

// CountProjects implements library.ProjectReader.
func (s *ProjectStore) CountProjects(ctx context.Context, actor domain.Actor, f library.ProjectFilter) (int, bool, error) {
	return sqlkit.Count(s.ProjectsWhere(ctx, actor, f), false)
}
