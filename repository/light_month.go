package repository

import (
	"context"
	"time"

	"gorm.io/gorm/clause"

	"sangu/domain"
	"sangu/domain/reporting"
)

// lookBack is how many months rules may look back on, at most.
const lookBack = 24

type lightMonthRow struct {
	ProjectID domain.ID `gorm:"primaryKey"`
	Month     date      `gorm:"primaryKey"`
	Colour    string
	Measured  document[map[string]float64]
	KeptAt    time.Time
}

func (lightMonthRow) TableName() string { return "light_months" }

// KeepMonths implements goals.KeeperStore.
func (s *Libraries) KeepMonths(ctx context.Context, months []reporting.MonthlyLight) error {
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
