package recruit

import (
	"sangu/domain"
	"sangu/domain/calendar"
)

// workingDaysUntil returns the number of working days from today to the day
// something is due: below 0 where that day is past, and 0 too where no office was
// open since. It returns nil where no day is set or nothing is waited for.
func workingDaysUntil(days calendar.Calendar, today, due domain.Date, waited bool) *int {
	if due.IsZero() || !waited {
		return nil
	}
	n := days.Worked(today, due)
	return &n
}
