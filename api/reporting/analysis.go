package reporting

import (
	"cmp"
	"context"

	"sangu/api/kit"
	libraryapi "sangu/api/library"
	"sangu/domain"
	"sangu/domain/reporting"
)

type analysisIn struct {
	libraryapi.ProjectFilter
	ReportQuery
	Cohorts string  `query:"cohorts" validate:"omitempty,oneof=month quarter"`
	Compare string  `query:"compare" validate:"omitempty,oneof=unit chain channel led referral size"`
	Months  float64 `query:"months" validate:"omitempty,min=1,max=60" description:"horizon of the comparison, 9 unless said"`
}

type pathOut struct {
	Stage      string   `json:"stage" required:"true"`
	Reached    TallyOut `json:"reached" required:"true"`
	Now        TallyOut `json:"now" required:"true"`
	OfBefore   RateOut  `json:"of_before" required:"true"`
	N          int      `json:"n" required:"true" description:"projects watched at this step"`
	Inexact    int      `json:"inexact" required:"true" description:"of n, those whose days are known within a range only"`
	Quarter    *int     `json:"quarter_days" required:"true" description:"days after which a quarter had gone on; null where not reached or too few"`
	Median     *int     `json:"median_days" required:"true"`
	Three      *int     `json:"three_quarter_days" required:"true"`
	MedianFrom *int     `json:"median_from" required:"true" description:"the fewest days that the median may be by what is known of the days; median_days where all are exact"`
	MedianTo   *int     `json:"median_to" required:"true" description:"the most; null where it may never be reached"`
}

func pathFrom(p reporting.PathStep) pathOut {
	out := pathOut{Stage: string(p.Stage), Reached: tallyFrom(p.Reached), Now: tallyFrom(p.Now), OfBefore: RateFrom(p.OfBefore), N: p.N,
		Inexact: p.Inexact, Quarter: quantileDays(p.Quarter), Median: quantileDays(p.Median), Three: quantileDays(p.ThreeQuar)}
	if p.Median != nil {
		out.MedianFrom, out.MedianTo = &p.Median.From, p.Median.To
	}
	return out
}

// quantileDays returns the days of a quantile, or nil.
func quantileDays(q *reporting.Quantile) *int {
	if q == nil {
		return nil
	}
	return &q.Days
}

type cohortCell struct {
	Months  float64  `json:"months" required:"true"`
	Started *int     `json:"started" required:"true" description:"null until the whole batch has been watched that long"`
	Unsure  int      `json:"unsure" required:"true" description:"started too, and their days do not say whether by then"`
	Lower   *float64 `json:"lower" required:"true" description:"95 % interval of the share, by Wilson"`
	Upper   *float64 `json:"upper" required:"true"`
}

type cohortOut struct {
	Key        string       `json:"key" required:"true"`
	Signed     TallyOut     `json:"signed" required:"true"`
	StartedBy  []cohortCell `json:"started_by" required:"true"`
	Started    int          `json:"started" required:"true"`
	Terminated int          `json:"terminated" required:"true"`
	Waiting    int          `json:"waiting" required:"true"`
	Rate       RateOut      `json:"rate" required:"true"`
}

func cohortFrom(c reporting.Cohort) cohortOut {
	cells := kit.Each(c.StartedBy, func(x reporting.CohortCell) cohortCell {
		if !x.Known {
			return cohortCell{Months: x.Months}
		}
		return cohortCell{Months: x.Months, Started: &x.Count, Unsure: x.Unsure, Lower: &x.Lower, Upper: &x.Upper}
	})
	return cohortOut{Key: c.Key, Signed: tallyFrom(c.Signed), StartedBy: cells, Started: c.Started, Terminated: c.Terminated,
		Waiting: c.Waiting, Rate: RateFrom(c.Rate)}
}

type comparedOut struct {
	Key     string   `json:"key" required:"true"`
	Name    string   `json:"name" required:"true"`
	N       int      `json:"n" required:"true"`
	Started int      `json:"started" required:"true"`
	Share   *float64 `json:"share" required:"true" description:"had started by the horizon; null where it is not estimated"`
	Why     string   `json:"why" required:"true" description:"why there is no estimate: few, or short where nobody was watched so long"`
	Lower   *float64 `json:"lower" required:"true"`
	Upper   *float64 `json:"upper" required:"true"`
	Inexact int      `json:"inexact" required:"true" description:"of n, those whose days are known within a range only"`
	Few     bool     `json:"indicative" required:"true" description:"fewer than five were watched so long"`
	Shrunk  float64  `json:"shrunk" required:"true" description:"the plain share drawn towards the county's"`
}

type comparisonOut struct {
	By        string        `json:"by" required:"true"`
	Months    float64       `json:"months" required:"true"`
	Groups    []comparedOut `json:"groups" required:"true"`
	Tested    bool          `json:"tested" required:"true"`
	ChiSq     float64       `json:"chi_squared" required:"true"`
	DF        int           `json:"degrees" required:"true"`
	P         float64       `json:"p" required:"true"`
	Midpoints int           `json:"midpoints" required:"true" description:"waits that the test had to put at the middle of their range"`
	Overlap   bool          `json:"overlap" required:"true"`
}

func comparisonFrom(c reporting.Comparison) comparisonOut {
	return comparisonOut{By: string(c.By), Months: c.Months, Groups: kit.Each(c.Groups, func(g reporting.Compared) comparedOut {
		out := comparedOut{
			Key:     g.Key,
			Name:    g.Name,
			N:       g.N,
			Started: g.Started,
			Why:     g.Why,
			Inexact: g.Inexact,
			Few:     g.Indicative,
			Shrunk:  g.Shrunk,
		}
		if g.Known {
			out.Share = &g.Share
			if g.Lower < g.Upper {
				out.Lower, out.Upper = &g.Lower, &g.Upper
			}
		}
		return out
	}), Tested: c.Tested, ChiSq: c.ChiSq, DF: c.DF, P: c.P, Midpoints: c.Midpoints, Overlap: c.Overlap}
}

type outlookOut struct {
	To                domain.Date `json:"to" required:"true"`
	StartedSoFar      int         `json:"started_so_far" required:"true"`
	Known             bool        `json:"known" required:"true"`
	Expected          float64     `json:"expected" required:"true"`
	Low               int         `json:"low" required:"true" description:"the shortest range that holds eight chances in ten"`
	High              int         `json:"high" required:"true"`
	Waiting           int         `json:"waiting" required:"true"`
	WithoutLike       int         `json:"without_like" required:"true" description:"have waited longer than any that is known; not counted"`
	Target            *int        `json:"target" required:"true"`
	TargetProbability *float64    `json:"chance_of_target" required:"true"`
}

func outlookFrom(o reporting.Outlook) outlookOut {
	return outlookOut{To: o.To, StartedSoFar: o.StartedSoFar, Known: o.Known, Expected: o.Expected, Low: o.Low, High: o.High,
		Waiting: o.Waiting, WithoutLike: o.WithoutLike, Target: o.Target, TargetProbability: o.TargetProbability}
}

type moneyOutlookOut struct {
	SoFar    domain.Yuan  `json:"so_far" required:"true"`
	Expected *domain.Yuan `json:"expected" required:"true" description:"by the year's end; null where fewer than six full months are known"`
	Low      *domain.Yuan `json:"low" required:"true" description:"low to high holds eight chances in ten"`
	High     *domain.Yuan `json:"high" required:"true"`
	Months   int          `json:"months" required:"true" description:"full months that it goes by"`
}

// FundsOutlookOut is the wire form of an outlook on money in place.
type FundsOutlookOut struct {
	To       domain.Date     `json:"to" required:"true"`
	Reported moneyOutlookOut `json:"reported" required:"true"`
	Verified moneyOutlookOut `json:"verified" required:"true"`
	Target   *domain.Yuan    `json:"target" required:"true"`
}

// FundsOutlookFrom returns the wire form of an outlook on money in place.
func FundsOutlookFrom(o reporting.FundsOutlook) FundsOutlookOut {
	one := func(m reporting.MoneyOutlook) moneyOutlookOut {
		out := moneyOutlookOut{SoFar: m.SoFar, Months: m.Months}
		if m.Known {
			out.Expected, out.Low, out.High = &m.Expected, &m.Low, &m.High
		}
		return out
	}
	return FundsOutlookOut{To: o.To, Reported: one(o.Reported), Verified: one(o.Verified), Target: o.Target}
}

type waitRateOut struct {
	Key        string   `json:"key" required:"true"`
	Months     float64  `json:"months" required:"true"`
	N          int      `json:"n" required:"true"`
	Inexact    int      `json:"inexact" required:"true" description:"of n, those whose days are known within a range only"`
	Share      *float64 `json:"share" required:"true"`
	Lower      *float64 `json:"lower" required:"true"`
	Upper      *float64 `json:"upper" required:"true"`
	Indicative bool     `json:"indicative" required:"true"`
	Why        string   `json:"why" required:"true" description:"why there is no estimate: few, short or money"`
}

func waitRateFrom(r reporting.WaitRate) waitRateOut {
	out := waitRateOut{
		Key:        r.Key,
		Months:     r.Months,
		N:          r.N,
		Inexact:    r.Inexact,
		Lower:      r.Lower,
		Upper:      r.Upper,
		Indicative: r.Indicative,
		Why:        r.Why,
	}
	if r.Why == "" {
		out.Share = &r.Share
	}
	return out
}

type analysisOut struct {
	BasisOut
	Scope   ScopeOut        `json:"scope" required:"true"`
	Rates   []waitRateOut   `json:"rates" required:"true" description:"the rule's rates, allowing for what has not had time and for what ended"`
	Path    []pathOut       `json:"path" required:"true"`
	Cohorts []cohortOut     `json:"cohorts" required:"true"`
	Compare comparisonOut   `json:"compare" required:"true"`
	Outlook outlookOut      `json:"outlook" required:"true"`
	Money   FundsOutlookOut `json:"funds_outlook" required:"true"`
}

// GetAnalysis returns the conversion in full; the horizon of the comparison is 9
// months unless one is given.
func (a *API) GetAnalysis(ctx context.Context, actor domain.Actor, in analysisIn) (analysisOut, error) {
	q := reporting.AnalysisQuery{Cohorts: reporting.Grouping(cmp.Or(in.Cohorts, string(reporting.ByQuarter))),
		Compare: reporting.Grouping(in.Compare), Months: in.Months}
	if q.Months == 0 {
		q.Months = 9
	}
	r, err := a.Reports.Analyse(ctx, actor, in.Over(in.ProjectFilter), q)
	return analysisOut{BasisOut: BasisFrom(r.Basis), Scope: ScopeFrom(r.Scope), Rates: kit.Each(r.Rates, waitRateFrom),
		Path: kit.Each(r.Path, pathFrom), Cohorts: kit.Each(r.Cohorts, cohortFrom), Compare: comparisonFrom(r.Compare),
		Outlook: outlookFrom(r.Outlook), Money: FundsOutlookFrom(r.Money)}, err
}
