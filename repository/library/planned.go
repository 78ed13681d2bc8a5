package library

import (
	"context"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/repository/sqlkit"
)

type plannedRow struct {
	ProjectID               domain.ID
	Name, Kind, Stage, Unit string
	PlannedOn               sqlkit.Date
	Met                     bool
}

// PlannedDays implements library.ProjectReader. A project that has ended has none any more.
func (s *ProjectStore) PlannedDays(ctx context.Context, actor domain.Actor, f library.ProjectFilter, from,
	to domain.Date) ([]library.PlannedDay, error) {
	var out []library.PlannedDay
	for _, d := range []struct {
		kind, column string
		met          library.Stage
	}{{"start", "p.planned_start", library.Started}, {"completion", "p.planned_completion", library.Completed},
		{"production", "p.planned_production", library.InProduction}} {
		var rows []plannedRow
		err := s.ProjectsWhere(ctx, actor, f).Joins("JOIN units AS u ON u.id = p.responsible_unit_id").
			Where("p.status NOT IN ?", []string{string(library.Lost), string(library.Terminated), string(library.Exited)}).
			Where(d.column+" >= ? AND "+d.column+" <= ?", sqlkit.Date(from), sqlkit.Date(to)).
			Select("p.id AS project_id, p.name, '"+d.kind+"' AS kind, p.stage, u.name AS unit, "+d.column+
				" AS planned_on, p.stage_rank >= ? AS met", d.met.Rank()).
			Order(d.column + ", p.id").Scan(&rows).Error
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			out = append(out, library.PlannedDay{ProjectID: r.ProjectID, Name: r.Name, Kind: r.Kind, On: domain.Date(r.PlannedOn),
				Stage: library.Stage(r.Stage), Unit: r.Unit, Met: r.Met})
		}
	}
	return out, nil
}
