package reporting

import (
	"math"
	"testing"

	"sangu/domain"
)

func TestMoneyToTheYearsEndFollowsTheMonthsBehind(t *testing.T) {
	t.Parallel()
	on := domain.MustDate("2026-09-30")
	now := MonthBucket(on)
	months := map[int]Sum{}
	for i := 1; i <= 12; i++ {
		months[now-i] = Sum{N: 1, Amount: 30_000_000, Confirmed: 20_000_000}
	}
	o := FundsOutlookOf(months, on, nil)
	// 92 days are left, 3.0226 months, and every month brought the same.
	if o.Reported.SoFar != 240_000_000 || o.Reported.Expected != 240_000_000+90_677_618 || o.Reported.Low != o.Reported.Expected ||
		o.Reported.High != o.Reported.Expected {
		t.Errorf("reported %+v", o.Reported)
	}
	months[now-1] = Sum{N: 1, Amount: 60_000_000, Confirmed: 0}
	o = FundsOutlookOf(months, on, nil)
	if r := o.Reported; !r.Known || r.Low >= r.Expected || math.Abs(float64(r.High-2*r.Expected+r.Low)) > 1 {
		t.Errorf("with one month of more money %+v", r)
	}
	for i := LeastMonths; i <= 12; i++ {
		delete(months, now-i)
	}
	if o = FundsOutlookOf(months, on, nil); o.Reported.Known || o.Reported.Months != LeastMonths-1 {
		t.Errorf("five months are too few to go by: %+v", o.Reported)
	}
}
