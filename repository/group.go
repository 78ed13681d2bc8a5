package repository

import (
	"context"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/library"
)

// grouping says how rows are put together: by which column, under whose names.
type grouping struct {
	key, name string
	joins     string
	args      []any
	order     string
}

type groupRow struct {
	GroupKey, Name string
	Count          int
	Total          int64
}

// groupsOf counts and sums rows by what they have alike.
func groupsOf(q *gorm.DB, by grouping, sum string) ([]library.Group, error) {
	var rows []groupRow
	if by.joins != "" {
		q = q.Joins(by.joins, by.args...)
	}
	err := q.Select("COALESCE(CAST(" + by.key + " AS text), '') AS group_key, COALESCE(min(" + by.name + "), '') AS name, count(*) AS count, CAST(COALESCE(sum(" + sum + "), 0) AS bigint) AS total").
		Group(by.key).Order(by.order).Scan(&rows).Error
	return mapped(rows, func(r groupRow) library.Group {
		return library.Group{Key: r.GroupKey, Name: r.Name, Count: r.Count, Total: domain.Yuan(r.Total)}
	}), err
}

// byUnit and byPerson group rows under the names of a column's units or people.
func byUnit(column string) grouping {
	return grouping{key: column, name: "g.name", joins: "LEFT JOIN units AS g ON g.id = " + column, order: largest}
}

func byPerson(column string) grouping {
	return grouping{key: column, name: "g.name", joins: "LEFT JOIN people AS g ON g.id = " + column, order: largest}
}

// byWord groups rows by a column of words; an empty one is none.
func byWord(column string) grouping { return grouping{key: column, name: "''", order: largest} }

// nothing is the sum of rows that have no amount.
const nothing = "0"

// largest orders groups by what they come to.
const largest = "total DESC, count DESC, group_key"

// ProjectGroups implements pool.ProjectReader.
func (s *ProjectStore) ProjectGroups(ctx context.Context, actor domain.Actor, f library.ProjectFilter, by library.GroupBy) ([]library.Group, error) {
	return groupsOf(s.projectsWhere(ctx, actor, f), projectGrouping(f, by), inYuan)
}

func projectGrouping(f library.ProjectFilter, by library.GroupBy) grouping {
	switch by {
	case library.ByUnit:
		return byUnit("p.responsible_unit_id")
	case library.ByHost:
		return byUnit("p.host_unit_id")
	case library.ByKind:
		return byWord("p.kind")
	case library.ByLeader:
		g := grouping{key: "b.person_id", name: "g.name", order: largest,
			joins: "LEFT JOIN assignments AS b ON b.subject_kind = 'project' AND b.subject_id = p.id AND b.to_on IS NULL LEFT JOIN people AS g ON g.id = b.person_id"}
		if !f.LeaderID.IsZero() {
			// Of one leader's projects the others who lead them are not asked for.
			g.joins = "JOIN assignments AS b ON b.subject_kind = 'project' AND b.subject_id = p.id AND b.to_on IS NULL AND b.person_id = ? LEFT JOIN people AS g ON g.id = b.person_id"
			g.args = []any{f.LeaderID}
		}
		return g
	}
	return grouping{key: "p.stage", name: "''", order: "min(p.stage_rank)"}
}

// CountProjects implements pool.ProjectReader.
func (s *ProjectStore) CountProjects(ctx context.Context, actor domain.Actor, f library.ProjectFilter) (int, bool, error) {
	return count(s.projectsWhere(ctx, actor, f), false)
}
