package repository

import (
	"context"
	"errors"

	"gorm.io/gorm"

	"sangu/domain"
)

// lightsOf gives the lights of a page's projects.
func (s *Libraries) lightsOf(ctx context.Context, projects []domain.ID) (map[domain.ID]string, error) {
	if s.Lights == nil {
		return nil, nil
	}
	return s.Lights.LightsOf(ctx, projects)
}

// lit narrows projects to some lights of today. A filter that cannot be answered
// fails rather than showing more.
func (s *Libraries) lit(q *gorm.DB, colours []string) *gorm.DB {
	if len(colours) == 0 {
		return q
	}
	if s.Lights == nil {
		_ = q.AddError(errors.New("filter by light: nobody judges lights"))
		return q
	}
	l, err := s.Lights.Lit(q.Statement.Context, colours)
	if err != nil {
		_ = q.AddError(err)
		return q
	}
	also, ids := s.db.dialect.oneOf("p.id", l.Also)
	if len(l.Ranks) == 0 {
		return q.Where(also, ids)
	}
	changed, less := s.db.dialect.oneOf("p.id", l.Changed)
	return q.Where("(p.id IN (SELECT t.project_id FROM totals_shares AS t WHERE t.rank IN ?) AND NOT "+changed+" OR "+also+")", l.Ranks, less, ids)
}
