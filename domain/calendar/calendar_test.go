package calendar_test

import (
	"slices"
	"testing"

	"sangu/domain"
	"sangu/domain/calendar"
)

func worked(c calendar.Calendar, from, to string) (n int) {
	for _, d := range c.Between(domain.MustDate(from), domain.MustDate(to)) {
		if d.Kind.Worked() {
			n++
		}
	}
	return n
}

func TestAYearHasAsManyWorkingDaysAsItsNoticeGives(t *testing.T) {
	t.Parallel()
	c := calendar.New(calendar.Years())
	for year, want := range map[string]int{"2024": 251, "2025": 248, "2026": 248} {
		if n := worked(c, year+"-01-01", year+"-12-31"); n != want {
			t.Errorf("%s has %d working days, want %d", year, n, want)
		}
	}
	var months []int
	for m := 1; m <= 12; m++ {
		first, _ := domain.NewDate(2026, m, 1)
		last := first.AddDays(27)
		for last.AddDays(1).Month() == m {
			last = last.AddDays(1)
		}
		months = append(months, worked(c, first.String(), last.String()))
	}
	if want := []int{21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23}; !slices.Equal(months, want) {
		t.Errorf("months of 2026 have %v working days, want %v", months, want)
	}
}

func TestADayIsWhatTheNoticeMakesIt(t *testing.T) {
	t.Parallel()
	c := calendar.New(calendar.Years())
	for on, want := range map[string]calendar.Day{
		"2026-10-10": {Kind: calendar.Makeup, Known: true},
		"2026-10-01": {Kind: calendar.Holiday, Holiday: calendar.National, Known: true},
		"2026-02-15": {Kind: calendar.Holiday, Holiday: calendar.Spring, Known: true},
		"2026-02-14": {Kind: calendar.Makeup, Known: true},
		"2025-10-06": {Kind: calendar.Holiday, Holiday: calendar.NationalMid, Known: true},
		"2024-09-14": {Kind: calendar.Makeup, Known: true},
		"2026-11-28": {Kind: calendar.Weekend, Known: true},
		"2026-11-24": {Kind: calendar.Workday, Known: true},
		"2027-10-01": {Kind: calendar.Workday},
		"2027-01-02": {Kind: calendar.Weekend},
	} {
		want.On = domain.MustDate(on)
		if got := c.On(want.On); got != want {
			t.Errorf("%s is %+v, want %+v", on, got, want)
		}
	}
}

func TestAYearWithoutANoticeIsSaidToBeUnknown(t *testing.T) {
	t.Parallel()
	c := calendar.New(calendar.Years())
	if got := c.Unknown(domain.MustDate("2026-12-28"), domain.MustDate("2027-01-10")); !slices.Equal(got, []int{2027}) {
		t.Errorf("unknown years %v, want 2027", got)
	}
	if got := c.Unknown(domain.MustDate("2024-01-01"), domain.MustDate("2026-12-31")); len(got) != 0 {
		t.Errorf("unknown years %v, want none", got)
	}
	if got := c.Unknown(domain.MustDate("2023-12-31"), domain.MustDate("2024-01-01")); !slices.Equal(got, []int{2023}) {
		t.Errorf("unknown years %v, want 2023", got)
	}
}

func TestWorkingDaysAreCountedOverHolidaysAndMakeupDays(t *testing.T) {
	t.Parallel()
	c := calendar.New(calendar.Years())
	for _, v := range []struct {
		from string
		n    int
		want string
	}{
		{"2026-02-13", 1, "2026-02-14"}, {"2026-02-13", 5, "2026-02-27"}, {"2026-09-24", 1, "2026-09-28"}, {"2026-09-30", 1, "2026-10-08"},
		{"2026-04-30", 3, "2026-05-08"}, {"2025-09-30", 1, "2025-10-09"}, {"2026-01-01", 3, "2026-01-06"},
	} {
		if got := c.Add(domain.MustDate(v.from), v.n); got != domain.MustDate(v.want) {
			t.Errorf("%s and %d working days is %s, want %s", v.from, v.n, got, v.want)
		}
		if n := c.Worked(domain.MustDate(v.from), domain.MustDate(v.want)); n != v.n {
			t.Errorf("from %s to %s lie %d working days, want %d", v.from, v.want, n, v.n)
		}
	}
}

func TestWorkingDaysBetweenTwoDaysAreThoseAfterTheFirst(t *testing.T) {
	t.Parallel()
	c := calendar.New(calendar.Years())
	for _, v := range []struct {
		from, to string
		n        int
	}{{"2026-09-30", "2026-10-08", 1}, {"2026-10-08", "2026-09-30", -1}, {"2026-09-26", "2026-09-26", 0}, {"2026-02-13", "2026-02-27", 5}} {
		if got := c.Worked(domain.MustDate(v.from), domain.MustDate(v.to)); got != v.n {
			t.Errorf("from %s to %s: %d, want %d", v.from, v.to, got, v.n)
		}
		if back := c.Back(domain.MustDate(v.to), max(0, v.n)); v.n >= 0 && c.Worked(back, domain.MustDate(v.to)) != v.n {
			t.Errorf("%d working days back from %s is %s", v.n, v.to, back)
		}
	}
}

func TestEveryNoticeIsSound(t *testing.T) {
	t.Parallel()
	for _, y := range calendar.Years() {
		seen := map[domain.Date]bool{}
		for _, r := range y.Off {
			for d := r.From; !d.After(r.To); d = d.AddDays(1) {
				if seen[d] {
					t.Errorf("%s is off twice", d)
				}
				seen[d] = true
			}
		}
		for _, d := range y.Makeup {
			if w := int(d.Weekday()); seen[d] || w != 0 && w != 6 {
				t.Errorf("%s is worked in exchange and is no free weekend day", d)
			}
		}
		if !y.Announced() && len(y.Off)+len(y.Makeup) > 0 {
			t.Errorf("%d has days but no notice", y.Number)
		}
	}
}
