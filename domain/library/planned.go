package library

import (
	"context"

	"sangu/domain"
)

// PlannedDay is a day that a project is held to: its start, completion or
// production. Met says that the project has come that far.
type PlannedDay struct {
	ProjectID domain.ID
	Name      string
	Kind      string // start, completion, production
	On        domain.Date
	Stage     Stage
	Unit      string // responsible
	Met       bool
}

// mostPlannedSpan is how many days are read at once: six weeks of a month's page.
const mostPlannedSpan = 62

// PlannedDays returns the planned days of a filter, from one day to another, of
// projects that go on.
func (s *Projects) PlannedDays(ctx context.Context, actor domain.Actor, f ProjectFilter, from, to domain.Date) ([]PlannedDay, error) {
	var c domain.Check
	c.That(!from.IsZero(), "from", "input.required")
	c.That(!to.IsZero(), "to", "input.required")
	if err := c.Err(); err != nil {
		return nil, err
	}
	c.That(!to.Before(from), "to", "input.date_order")
	c.That(to.DaysSince(from) < mostPlannedSpan, "to", "calendar.too_long", "max", mostPlannedSpan)
	if err := c.Err(); err != nil {
		return nil, err
	}
	f, err := f.WithLights(ctx, s.Lights)
	if err != nil {
		return nil, err
	}
	return s.Reader.PlannedDays(ctx, actor, f, from, to)
}
