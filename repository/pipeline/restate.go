package pipeline

import (
	"context"

	"sangu/domain"
)

type restateRow struct {
	ProjectID domain.ID `gorm:"primaryKey"`
}

func (restateRow) TableName() string { return "projects_to_restate" }

// ProjectsToRestate implements pipeline.RestateStore.
func (s *CurrentStateStore) ProjectsToRestate(ctx context.Context, most int) ([]domain.ID, error) {
	var ids []domain.ID
	err := s.db.Read(ctx).Model(&restateRow{}).
		Where("EXISTS (SELECT 1 FROM projects AS p WHERE p.id = project_id AND p.withdrawn_at IS NULL)").
		Order("project_id").Limit(most).Pluck("project_id", &ids).Error
	return ids, err
}

// Restated implements pipeline.RestateStore.
func (s *CurrentStateStore) Restated(ctx context.Context, project domain.ID) error {
	return s.db.Write(ctx).Where("project_id = ?", project).Delete(&restateRow{}).Error
}
