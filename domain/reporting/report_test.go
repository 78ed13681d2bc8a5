package reporting_test

import (
	"math"
	"testing"

	"sangu/domain"
	"sangu/domain/reporting"
)

func TestTheRatesOfXuchang2017ComeOut(t *testing.T) {
	t.Parallel()
	s := reporting.Signing{Signed: reporting.Tally{Count: 247, Amount: 1077 * domain.Yi}, Fulfilling: reporting.Tally{Count: 244},
		Started: reporting.Tally{Count: 222}, Funds: 400 * domain.Yi, FundsVerified: 370 * domain.Yi}
	rates := s.Rates()
	for i, want := range map[int]float64{0: 98.785, 1: 89.879} {
		if got := rates[i].Count.Value * 100; math.Abs(got-want) > 5e-4 {
			t.Errorf("%s = %.3f %%, want %.3f %%", rates[i].Key, got, want)
		}
	}
	if got := rates[3].Amount.Value * 100; math.Abs(got-34.355) > 5e-4 {
		t.Errorf("funds = %.3f %%, want 34.355 %%", got)
	}
	if got := rates[3].Claimed.Value * 100; math.Abs(got-37.140) > 5e-4 {
		t.Errorf("funds as reported = %.3f %%, want 37.140 %%", got)
	}
}

func TestARateOfNothingIsNoRate(t *testing.T) {
	t.Parallel()
	if r := reporting.RateOf(0, 0); r.Known {
		t.Errorf("0 of 0 is %v, want no rate", r)
	}
}
