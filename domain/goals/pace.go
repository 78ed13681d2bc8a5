package goals

import (
	"context"
	"reflect"
	"slices"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/domain/pipeline"
	"sangu/domain/pool"
)

// aims are the year's targets that a front page may be held against: those of the
// whole only where all of it is seen, those of units where all of theirs is.
type aims struct {
	whole          bool
	funds, started *int64
	units          map[domain.ID]int64 // of money in place
}

// aims reads them. A part of the county beside the county's target would look
// worse than it is, and is beside none.
func (s *Portfolios) aims(ctx context.Context, actor domain.Actor, f pipeline.ReportFilter) (aims, error) {
	out := aims{units: map[domain.ID]int64{}}
	unit := f.Projects.UnitID
	if !reflect.ValueOf(f.Projects).IsZero() && !reflect.DeepEqual(f.Projects, pool.ProjectFilter{UnitID: unit}) {
		return out, nil
	}
	reach := actor.Reach(org.ProjectRead)
	targets, err := s.Reports.Targets.Targets(ctx, f.Until.Year())
	if err != nil {
		return out, err
	}
	for _, t := range targets {
		if t.Indicator == "funds" && !t.County && (unit.IsZero() || unit == t.UnitID) && (reach.All || slices.Contains(reach.Units, t.UnitID)) {
			out.units[t.UnitID] = t.Value
		}
	}
	if !unit.IsZero() || !reach.All {
		return out, nil
	}
	out.whole = true
	for indicator, to := range map[string]**int64{"funds": &out.funds, "started": &out.started} {
		if n, ok, err := s.Reports.Targets.Total(ctx, f.Until.Year(), indicator); err != nil {
			return out, err
		} else if ok {
			*to = &n
		}
	}
	return out, nil
}
