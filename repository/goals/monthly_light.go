package goals

import (
	"context"

	"gorm.io/gorm/clause"

	"sangu/domain/reporting"
	reportingstore "sangu/repository/reporting"
	"sangu/repository/sqlkit"
)

// SaveMonthlyLights implements goals.TotalsStore.
func (s *MonthlyLightStore) SaveMonthlyLights(ctx context.Context, months []reporting.MonthlyLight) error {
	if len(months) == 0 {
		return nil
	}
	rows := make([]reportingstore.LightMonthRow, len(months))
	for i, m := range months {
		rows[i] = reportingstore.LightMonthRow{ProjectID: m.ProjectID, Month: sqlkit.Date(m.Month), Colour: m.Colour,
			Measured: sqlkit.Document[map[string]float64]{V: m.Measured}, KeptAt: s.db.Clock.Now()}
	}
	return s.db.Write(ctx).Clauses(clause.OnConflict{Columns: []clause.Column{{Name: "project_id"}, {Name: "month"}},
		DoUpdates: clause.AssignmentColumns([]string{"colour", "measured", "kept_at"})}).CreateInBatches(rows, 200).Error
}

// MonthlyLightStore stores the lights that projects showed, by month.
type MonthlyLightStore struct{ db *sqlkit.DB }

// NewMonthlyLightStore returns the store over db.
func NewMonthlyLightStore(db *sqlkit.DB) *MonthlyLightStore { return &MonthlyLightStore{db: db} }
