package repository

import (
	"context"

	"gorm.io/gorm/clause"

	"sangu/domain/reporting"
)

// KeepMonths implements goals.KeeperStore.
func (s *MonthlyLightStore) KeepMonths(ctx context.Context, months []reporting.MonthlyLight) error {
	if len(months) == 0 {
		return nil
	}
	rows := make([]lightMonthRow, len(months))
	for i, m := range months {
		rows[i] = lightMonthRow{m.ProjectID, date(m.Month), m.Colour, document[map[string]float64]{m.Measured}, s.db.clock.Now()}
	}
	return s.db.write(ctx).Clauses(clause.OnConflict{Columns: []clause.Column{{Name: "project_id"}, {Name: "month"}},
		DoUpdates: clause.AssignmentColumns([]string{"colour", "measured", "kept_at"})}).CreateInBatches(rows, 200).Error
}

// MonthlyLightStore stores the monthlylight records of one database.
type MonthlyLightStore struct{ db *DB }

// NewMonthlyLightStore returns the store over db.
func NewMonthlyLightStore(db *DB) *MonthlyLightStore { return &MonthlyLightStore{db: db} }
