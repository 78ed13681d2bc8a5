package notice

import "sangu/domain"

// DefaultIdleDays is the number of days without a word after which the owner of a
// lead is reminded of it, where the owner chose no other (domain.md §5.7).
const DefaultIdleDays = 15

// IdleCutoff returns the last day on which something may have happened on a lead
// that is idle today: more than after days have gone by since then. A lead that
// was touched later is not idle. This is the one rule of idleness.
func IdleCutoff(today domain.Date, after int) domain.Date { return today.AddDays(-after - 1) }
