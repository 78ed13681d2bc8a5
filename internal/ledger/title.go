package ledger

import (
	"strings"

	"sangu/domain"
	"sangu/domain/library"
)

// about reads what title rows say: the day it stands for, its year, of which the
// sheet's name may speak too, and the money unit.
func about(g Grid, before int) (asOf domain.Date, year int, unit Magnitude) {
	for r := 0; r < min(before, len(g.Rows)); r++ {
		for _, text := range g.Rows[r] {
			s := library.Halfwidth(text)
			if d, ok := dateIn(s); ok && asOf.IsZero() {
				asOf = d
			}
			if d, ok := monthIn(s); ok && asOf.IsZero() {
				asOf = d
			}
			if year == 0 {
				year = yearIn(s)
			}
			if i := strings.Index(s, "单位:"); i >= 0 && unit == 0 {
				for _, part := range strings.Split(s, "单位:")[1:] {
					word, _, _ := strings.Cut(strings.TrimSpace(part), " ")
					if mag, _, ok := unitIn(word); ok && len([]rune(word)) <= 6 {
						unit = mag
					}
				}
			}
		}
	}
	if !asOf.IsZero() {
		year = asOf.Year()
	}
	if year == 0 {
		year = yearIn(g.Name)
	}
	return asOf, year, unit
}
