package notice

import "sangu/domain"

// IdleAfter is after how many days without a word a lead is reminded of, where
// its person chose no other (domain.md §5.7).
const IdleAfter = 15

// IdleBy is the one rule of idleness: a lead is idle on a day when more than so
// many days have gone by since something last happened on it. It gives the last
// such day; what was touched after it is not idle.
func IdleBy(today domain.Date, after int) domain.Date { return today.AddDays(-after - 1) }
