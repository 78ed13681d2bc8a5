package reporting

import (
	"context"
	"time"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/reporting"
	"sangu/repository/sqlkit"
)

// monthlyLights are the months of each project, none for one of which nothing was
// kept, and nil where no rule looks back.
type monthlyLights map[domain.ID][]reporting.MonthlyLight

// of returns the months of a project.
func (l monthlyLights) of(id domain.ID) []reporting.MonthlyLight {
	if l == nil {
		return nil
	}
	return append([]reporting.MonthlyLight{}, l[id]...)
}

// readMonthlyLights returns the lights of the months before, the latest last, as they were
// kept by an instant (zero for now).
func readMonthlyLights(ctx context.Context, db *sqlkit.DB, asOf time.Time, narrow func(*gorm.DB) *gorm.DB) (monthlyLights, error) {
	now := db.Clock.Now()
	if asOf.IsZero() {
		asOf = now
	}
	since := domain.DateOf(asOf).AddDays(-31 * lookBack)
	this, _ := domain.NewDate(domain.DateOf(asOf).Year(), domain.DateOf(asOf).Month(), 1)
	var rows []LightMonthRow
	q := db.Read(ctx).Where("month >= ? AND month < ? AND kept_at <= ?", sqlkit.Date(since), sqlkit.Date(this), asOf)
	if err := narrow(q).Order("project_id, month").Find(&rows).Error; err != nil {
		return nil, err
	}
	out := monthlyLights{}
	for _, r := range rows {
		out[r.ProjectID] = append(out[r.ProjectID], reporting.MonthlyLight{ProjectID: r.ProjectID, Month: domain.Date(r.Month),
			Colour: r.Colour, Measured: r.Measured.V})
	}
	return out, nil
}

// LightMonthRow is the stored form of a project's light at the end of a month.
type LightMonthRow struct {
	ProjectID domain.ID   `gorm:"primaryKey"`
	Month     sqlkit.Date `gorm:"primaryKey"`
	Colour    string
	Measured  sqlkit.Document[map[string]float64]
	KeptAt    time.Time
}

// TableName implements schema.Tabler.
func (LightMonthRow) TableName() string { return "light_months" }

// lookBack is how many months rules may look back on, at most.
const lookBack = 24
