package domain_test

import (
	"testing"

	"pgregory.net/rapid"

	"sangu/domain"
)

func anyDate(t *rapid.T) domain.Date {
	d, ok := domain.NewDate(rapid.IntRange(1950, 2100).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month"), rapid.IntRange(1,
		28).Draw(t, "day"))
	if !ok {
		t.Fatal("no such day")
	}
	return d
}

func anyEventDay(t *rapid.T) domain.EventDay {
	d := anyDate(t)
	whole := []domain.EventDay{
		domain.OnDay(d), domain.InMonth(d.Year(), d.Month()), domain.InQuarter(d.Year(), (d.Month()+2)/3),
		domain.InHalf(d.Year(), (d.Month()+5)/6), domain.InYear(d.Year()), domain.By(d), {},
	}[rapid.IntRange(0, 6).Draw(t, "precision")]
	if known, ok := whole.NotAfter(d); ok && rapid.Bool().Draw(t, "reported then") {
		return known
	}
	return whole
}

// A report of 2026-06-10 that something happened in 2026 says that it happened by
// that day: it is shown as 2026, and counts from 10 June on.
func TestWhatWasReportedHadHappenedByTheDayOfTheReport(t *testing.T) {
	t.Parallel()
	report := domain.MustDate("2026-06-10")
	for _, c := range []struct {
		said          domain.EventDay
		shown, latest string
		ok            bool
	}{
		{domain.InYear(2026), "2026", "2026-06-10", true},
		{domain.InHalf(2026, 1), "2026-H1", "2026-06-10", true},
		{domain.InQuarter(2026, 2), "2026-Q2", "2026-06-10", true},
		{domain.InMonth(2026, 6), "2026-06", "2026-06-10", true},
		{domain.InMonth(2026, 5), "2026-05", "2026-05-31", true},
		{domain.By(domain.MustDate("2026-09-30")), "≤ 2026-06-10", "2026-06-10", true},
		{domain.InMonth(2026, 7), "2026-07", "2026-07-31", false},
		{domain.OnDay(domain.MustDate("2026-06-11")), "2026-06-11", "2026-06-11", false},
		{domain.OnDay(report), "2026-06-10", "2026-06-10", true},
		{domain.EventDay{}, "", "", true},
	} {
		got, ok := c.said.NotAfter(report)
		if ok != c.ok || got.String() != c.shown || got.Latest().String() != c.latest {
			t.Errorf("%s reported on %s is %s, by %s (%v)", c.said, report, got, got.Latest(), ok)
		}
	}
}

func TestAnEventDayIsReadBackAsItIsShown(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		e := anyEventDay(t)
		text, err := e.MarshalText()
		if err != nil {
			t.Fatal(err)
		}
		var back domain.EventDay
		if err := back.UnmarshalText(text); err != nil || back != e || !e.Valid() {
			t.Fatalf("%q came back as %q: %v", text, back, err)
		}
	})
}

func TestAnEventDaySpansFromItsFirstDayToItsLast(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		e, d := anyEventDay(t), anyDate(t)
		if e.IsZero() {
			if e.Contains(d) {
				t.Fatalf("nothing contains %s", d)
			}
			return
		}
		first, last := e.Earliest(), e.Latest()
		if first.After(last) || !e.Contains(last) || e.Contains(last.AddDays(1)) {
			t.Fatalf("%s spans %s to %s", e, first, last)
		}
		if !first.IsZero() && (!e.Contains(first) || e.Contains(first.AddDays(-1))) {
			t.Fatalf("%s begins on %s", e, first)
		}
		day, exact := e.Exact()
		if exact != (e.Precision() == domain.ExactDay) || exact && (day != first || day != last) {
			t.Fatalf("%s is exact: %v", e, exact)
		}
	})
}

func TestTheOrderOfEventDaysIsTotalAndBeforeMeansForCertain(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := anyEventDay(t), anyEventDay(t), anyEventDay(t)
		if a.Compare(b) != -b.Compare(a) || (a.Compare(b) == 0) != (a == b) {
			t.Fatalf("%s and %s compare as %d and %d", a, b, a.Compare(b), b.Compare(a))
		}
		if a.Compare(b) <= 0 && b.Compare(c) <= 0 && a.Compare(c) > 0 {
			t.Fatalf("%s, %s, %s run in a circle", a, b, c)
		}
		if a.Before(b) && (b.Before(a) || a.Compare(b) >= 0 || !b.After(a)) {
			t.Fatalf("%s is before %s and not", a, b)
		}
		if d := anyDate(t); a.Before(b) && a.Contains(d) && b.Contains(d) {
			t.Fatalf("%s is before %s, and both may be %s", a, b, d)
		}
	})
}

func TestADayIsKnownNoBetterThanItIsSaid(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"2025年3月": "2025-03", "2025.3": "2025-03", "2025-03": "2025-03", "2025年3月底": "2025-03", "2025年3月中旬": "2025-03", "3月": "2026-03",
		"3月份":   "2026-03",
		"2025年": "2025", "2025": "2025", "2025年度": "2025", "2025年底": "2025", "年底": "2026", "2025年初": "2025",
		"2025年上半年": "2025-H1", "下半年": "2026-H2", "三季度": "2026-Q3", "2025年第四季度": "2025-Q4", "2025年2季度末": "2025-Q2", "2025Q3": "2025-Q3",
		"9月底前已开工": "≤ 2026-09-30", "2026年9月30日前": "≤ 2026-09-30", "截至2025年底前": "≤ 2025-12-31", "上半年前已投产": "≤ 2026-06-30",
		"2025年3月5日": "2025-03-05", "2025-3-5": "2025-03-05", "3月5日": "2026-03-05", "2024年2月29日": "2024-02-29",
	} {
		if e, ok := domain.SaidDay(text, 2026); !ok || e.String() != want {
			t.Errorf("%s is read as %q (%v), want %s", text, e, ok, want)
		}
	}
	for _, text := range []string{"", "前", "尽快", "2025年2月30日", "13月", "五季度", "3", "31", "1888年", "2025年13月", "近期"} {
		if e, ok := domain.SaidDay(text, 2026); ok {
			t.Errorf("%q is read as %s", text, e)
		}
	}
	for _, text := range []string{"3月5日", "三季度", "下半年", "年底"} {
		if e, ok := domain.SaidDay(text, 0); ok {
			t.Errorf("%q is read as %s without a year", text, e)
		}
	}
}

func TestATextThatShowsNoDayIsRefused(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"2025-Q5", "2025-H3", "2025-13", "2025-02-30", "≤", "≤ 2025-02-30", "≤ 2025", "Q1", "0000", "2025年",
		"<= 2025-01-01"} {
		var e domain.EventDay
		if err := e.UnmarshalText([]byte(text)); !domain.IsKind(err, domain.KindInvalid) || !e.IsZero() {
			t.Errorf("%q is taken for %q: %v", text, e, err)
		}
	}
}
