package repository

import (
	"context"

	"sangu/domain"
	"sangu/domain/pool"
)

type plannedRow struct {
	ProjectID               domain.ID
	Name, Kind, Stage, Unit string
	PlannedOn               date
	Met                     bool
}

// PlannedDays implements pool.ProjectReader. What is over is held to no day any more.
func (s *Libraries) PlannedDays(ctx context.Context, actor domain.Actor, f pool.ProjectFilter, from, to domain.Date) ([]pool.PlannedDay, error) {
	var out []pool.PlannedDay
	for _, d := range []struct {
		kind, column string
		met          pool.Stage
	}{{"start", "p.planned_start", pool.Started}, {"completion", "p.planned_completion", pool.Completed}, {"production", "p.planned_production", pool.InProduction}} {
		var rows []plannedRow
		err := s.projectsWhere(ctx, actor, f).Joins("JOIN units AS u ON u.id = p.responsible_unit_id").
			Where("p.status NOT IN ?", []string{string(pool.Lost), string(pool.Terminated), string(pool.Exited)}).
			Where(d.column+" >= ? AND "+d.column+" <= ?", date(from), date(to)).
			Select("p.id AS project_id, p.name, '"+d.kind+"' AS kind, p.stage, u.name AS unit, "+d.column+" AS planned_on, p.stage_rank >= ? AS met", d.met.Rank()).
			Order(d.column + ", p.id").Scan(&rows).Error
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			out = append(out, pool.PlannedDay{ProjectID: r.ProjectID, Name: r.Name, Kind: r.Kind, On: domain.Date(r.PlannedOn), Stage: pool.Stage(r.Stage), Unit: r.Unit, Met: r.Met})
		}
	}
	return out, nil
}
