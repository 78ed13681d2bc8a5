package library

import (
	"errors"

	"gorm.io/gorm"

	"sangu/domain/library"
)

// lit narrows projects to those that show some lights today. The filter must have
// been resolved by WithLights: one that names lights alone fails rather than
// showing more.
func (s *ProjectStore) lit(q *gorm.DB, f library.ProjectFilter) *gorm.DB {
	if len(f.Lights) == 0 {
		return q
	}
	if f.Lit == nil {
		_ = q.AddError(errors.New("filter by light: the lights were not looked up"))
		return q
	}
	also, ids := s.db.Dialect.OneOf("p.id", f.Lit.Also)
	if len(f.Lit.Ranks) == 0 {
		return q.Where(also, ids)
	}
	changed, less := s.db.Dialect.OneOf("p.id", f.Lit.Changed)
	return q.Where("(p.id IN (SELECT t.project_id FROM totals_shares AS t WHERE t.rank IN ?) AND NOT "+changed+" OR "+also+")", f.Lit.Ranks,
		less, ids)
}
