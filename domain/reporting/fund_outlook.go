package reporting

import (
	"math"

	"sangu/domain"
)

// MoneyOutlook is what may be in place by the year's end, in 元: what is there, and
// what the remaining months bring if they go on like the last twelve.
type MoneyOutlook struct {
	SoFar     domain.Yuan
	Expected  domain.Yuan
	Low, High domain.Yuan // with a probability of 80 %
	Months    int         // full months that it goes by
	Known     bool        // false below LeastMonths
}

// FundsOutlook is the outlook on money in place, as reported and as verified.
type FundsOutlook struct {
	To                 domain.Date
	Reported, Verified MoneyOutlook
	Target             *domain.Yuan
}

// LeastMonths is how many full months an outlook on money needs.
const LeastMonths = 6

// mostMonths is how many full months back it looks.
const mostMonths = 12

// students are the 90 % points of Student's t for 5 to 11 degrees of freedom, so
// that low to high holds 80 % (any table of the distribution).
var students = [...]float64{1.476, 1.440, 1.415, 1.397, 1.383, 1.372, 1.363}

// FundsOutlookOf estimates money in place from sums by month (MonthBucket). The
// remaining months are expected to bring the mean of the full months before, from
// the first with any money on; the range is the prediction interval for a sum of m
// further months, mean·m ± t·s·√(m + m²/n).
func FundsOutlookOf(months map[int]Sum, until domain.Date, target *domain.Yuan) FundsOutlook {
	end, _ := domain.NewDate(until.Year(), 12, 31)
	return FundsOutlook{To: end, Target: target,
		Reported: moneyOutlook(months, until, end, func(s Sum) int64 { return s.Amount }),
		Verified: moneyOutlook(months, until, end, func(s Sum) int64 { return s.Confirmed })}
}

func moneyOutlook(months map[int]Sum, until, end domain.Date, pick func(Sum) int64) MoneyOutlook {
	now := MonthBucket(until)
	var o MoneyOutlook
	for m := now - now%12; m <= now; m++ {
		o.SoFar += domain.Yuan(pick(months[m]))
	}
	var behind []float64
	for m := now - mostMonths; m < now; m++ {
		if x := pick(months[m]); x != 0 || len(behind) > 0 {
			behind = append(behind, float64(x))
		}
	}
	if o.Months = len(behind); o.Months < LeastMonths {
		return o
	}
	n, left := float64(o.Months), float64(end.DaysSince(until))/DaysPerMonth
	mean, square := 0.0, 0.0
	for _, x := range behind {
		mean += x / n
	}
	for _, x := range behind {
		square += (x - mean) * (x - mean)
	}
	half := students[o.Months-LeastMonths] * math.Sqrt(square/(n-1)) * math.Sqrt(left+left*left/n)
	more := func(x float64) domain.Yuan { return o.SoFar + domain.Yuan(math.Round(max(0, x))) }
	o.Known, o.Expected, o.Low, o.High = true, more(mean*left), more(mean*left-half), more(mean*left+half)
	return o
}
