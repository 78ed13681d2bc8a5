package calendar

import "sangu/domain"

// Year is one edition of the State Council's notice on a year's holidays: the
// only source of which days are off and which weekends are worked 调休.
type Year struct {
	Number int
	// Noticed is the day of the notice; the zero Date where none is known.
	Noticed domain.Date
	Off     []Rest
	// Makeup are weekend days that are worked in exchange.
	Makeup []domain.Date
}

// Rest is a run of days off, both ends included.
type Rest struct {
	Holiday  string
	From, To domain.Date
}

// The holidays, as codes whose texts the catalogues hold.
const (
	NewYear     = "new_year"     // 元旦
	Spring      = "spring"       // 春节
	Qingming    = "qingming"     // 清明节
	Labour      = "labour"       // 劳动节
	DragonBoat  = "dragon_boat"  // 端午节
	MidAutumn   = "mid_autumn"   // 中秋节
	National    = "national"     // 国庆节
	NationalMid = "national_mid" // 国庆节、中秋节 in one run
)

// Announced reports whether the year's notice is known.
func (y Year) Announced() bool { return !y.Noticed.IsZero() }

// Years is the table, oldest first. A new notice is a new entry here; nothing
// else knows a date. A year without a notice is in it to say so.
func Years() []Year {
	rest := func(holiday, from, to string) Rest {
		return Rest{holiday, domain.MustDate(from), domain.MustDate(to)}
	}
	days := func(all ...string) (out []domain.Date) {
		for _, d := range all {
			out = append(out, domain.MustDate(d))
		}
		return out
	}
	return []Year{
		{Number: 2024, Noticed: domain.MustDate("2023-10-25"), Off: []Rest{
			rest(NewYear, "2024-01-01", "2024-01-01"), rest(Spring, "2024-02-10", "2024-02-17"), rest(Qingming, "2024-04-04", "2024-04-06"),
			rest(Labour, "2024-05-01", "2024-05-05"), rest(DragonBoat, "2024-06-10", "2024-06-10"), rest(MidAutumn, "2024-09-15", "2024-09-17"),
			rest(National, "2024-10-01", "2024-10-07"),
		}, Makeup: days("2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29", "2024-10-12")},
		{Number: 2025, Noticed: domain.MustDate("2024-11-12"), Off: []Rest{
			rest(NewYear, "2025-01-01", "2025-01-01"), rest(Spring, "2025-01-28", "2025-02-04"), rest(Qingming, "2025-04-04", "2025-04-06"),
			rest(Labour, "2025-05-01", "2025-05-05"), rest(DragonBoat, "2025-05-31", "2025-06-02"), rest(NationalMid, "2025-10-01", "2025-10-08"),
		}, Makeup: days("2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11")},
		{Number: 2026, Noticed: domain.MustDate("2025-11-04"), Off: []Rest{
			rest(NewYear, "2026-01-01", "2026-01-03"), rest(Spring, "2026-02-15", "2026-02-23"), rest(Qingming, "2026-04-04", "2026-04-06"),
			rest(Labour, "2026-05-01", "2026-05-05"), rest(DragonBoat, "2026-06-19", "2026-06-21"), rest(MidAutumn, "2026-09-25", "2026-09-27"),
			rest(National, "2026-10-01", "2026-10-07"),
		}, Makeup: days("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10")},
		{Number: 2027},
	}
}
