package library

import (
	"errors"

	"gorm.io/gorm"

	"sangu/domain/library"
)

// whereLight narrows projects to those that show some lights today. The filter must
// have passed WithLights: one that names lights alone fails rather than show more.
func (s *ProjectStore) whereLight(q *gorm.DB, f library.ProjectFilter) *gorm.DB {
	if len(f.Lights) == 0 {
		return q
	}
	if f.LightSelection == nil {
		_ = q.AddError(errors.New("filter by light: the lights were not looked up"))
		return q
	}
	also, ids := s.db.Dialect.OneOf("p.id", f.LightSelection.Also)
	if len(f.LightSelection.Ranks) == 0 {
		return q.Where(also, ids)
	}
	changed, less := s.db.Dialect.OneOf("p.id", f.LightSelection.Changed)
	return q.Where("(p.id IN (SELECT t.project_id FROM totals_shares AS t WHERE t.rank IN ?) AND NOT "+changed+" OR "+also+")",
		f.LightSelection.Ranks, less, ids)
}
