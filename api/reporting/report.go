package reporting

import (
	"cmp"
	"context"
	"strings"
	"time"

	"sangu/api/kit"
	libraryapi "sangu/api/library"
	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/reporting"
)

// TallyOut is a number of projects and their amount.
type TallyOut struct {
	Count  int         `json:"count" required:"true"`
	Amount domain.Yuan `json:"amount" required:"true" description:"元"`
}

func tallyFrom(t reporting.Tally) TallyOut { return TallyOut{t.Count, t.Amount} }

// BasisOut is what every report prints beside its figures.
type BasisOut struct {
	Until domain.Date `json:"until" required:"true" description:"the cut-off"`
	AsOf  time.Time   `json:"as_of" required:"true" description:"up to when things were known"`
	Rule  RuleOut     `json:"rule" required:"true"`
}

// BasisFrom returns the wire form of what a report is counted by.
func BasisFrom(b reporting.Basis) BasisOut { return BasisOut{b.Until, b.AsOf, RuleFrom(b.Rule)} }

type funnelOut struct {
	BasisOut
	Stages []funnelStage `json:"stages" required:"true"`
	Over   TallyOut      `json:"over" required:"true" description:"lost, terminated or exited"`
}

type funnelStage struct {
	Stage   string   `json:"stage" required:"true"`
	Reached TallyOut `json:"reached" required:"true" description:"has come at least this far"`
	Now     TallyOut `json:"now" required:"true" description:"stands here and goes on"`
	Denied  TallyOut `json:"denied" required:"true" description:"goes on, and this is the first stage that was claimed and that verifiers do not recognise; reached does not count it"`
}

type funnelIn struct {
	libraryapi.ProjectFilter
	ReportQuery
}

// GetFunnel counts projects by how far they have come.
func (a *API) GetFunnel(ctx context.Context, actor domain.Actor, in funnelIn) (funnelOut, error) {
	f, err := a.Reports.Funnel(ctx, actor, in.Over(in.ProjectFilter))
	out := funnelOut{BasisOut: BasisFrom(f.Basis), Over: tallyFrom(f.Over), Stages: []funnelStage{}}
	for _, s := range f.Stages {
		out.Stages = append(out.Stages, funnelStage{Stage: string(s.Stage), Reached: tallyFrom(s.Reached),
			Now: tallyFrom(s.Now), Denied: tallyFrom(s.Denied)})
	}
	return out, err
}

type conversionIn struct {
	libraryapi.ProjectFilter
	By string `query:"by" validate:"omitempty,oneof=all unit leader chain channel month quarter led referral size"`
	ReportQuery
}

// ReportQuery is what every report takes: the cut-off, what was known when, and
// the counting rule.
type ReportQuery struct {
	Until domain.Date `query:"effective" description:"the cut-off: what had happened by then; today unless said"`
	AsOf  domain.Date `query:"as_of" description:"as known at the end of this day; as known now unless said"`
	Rule  *int        `query:"rule" validate:"omitempty,min=0" description:"version of the counting rule; the one that holds unless said"`
	Late  bool        `query:"late_entry" description:"watch each project from the day its signing was recorded"`
}

// Over returns the filter of a report over some projects.
func (q ReportQuery) Over(f libraryapi.ProjectFilter) reporting.ReportFilter {
	out := reporting.ReportFilter{Projects: f.Filter(), Until: q.Until, Rule: -1, LateEntry: q.Late}
	if q.Rule != nil {
		out.Rule = *q.Rule
	}
	if !q.AsOf.IsZero() {
		out.AsOf = reporting.AsOf(q.AsOf)
	}
	return out
}

// RateOut is the wire form of a rate.
type RateOut struct {
	Numerator   int64    `json:"numerator" required:"true"`
	Denominator int64    `json:"denominator" required:"true"`
	Value       *float64 `json:"value" required:"true" description:"null where the denominator is zero"`
}

// RateFrom returns the wire form of a rate.
func RateFrom(r reporting.Rate) RateOut {
	out := RateOut{Numerator: r.Numerator, Denominator: r.Denominator}
	if r.Known {
		out.Value = &r.Value
	}
	return out
}

type presetOut struct {
	Key         string  `json:"key" required:"true"`
	Numerator   string  `json:"numerator_stage" required:"true"`
	Denominator string  `json:"denominator_stage" required:"true"`
	Count       RateOut `json:"count" required:"true"`
	Amount      RateOut `json:"amount" required:"true" description:"of money in place: as verified"`
	Claimed     RateOut `json:"claimed" required:"true" description:"of money in place: as reported"`
}

type signingOut struct {
	Key               string      `json:"key" required:"true"`
	Name              string      `json:"name" required:"true"`
	Signed            TallyOut    `json:"signed" required:"true"`
	Fulfilling        TallyOut    `json:"fulfilling" required:"true"`
	Started           TallyOut    `json:"started" required:"true"`
	InProduction      TallyOut    `json:"in_production" required:"true"`
	Terminated        TallyOut    `json:"terminated" required:"true"`
	Funds             domain.Yuan `json:"funds" required:"true"`
	FundsVerified     domain.Yuan `json:"funds_verified" required:"true"`
	SignedConfirmed   TallyOut    `json:"signed_confirmed" required:"true" description:"confirmed by verifiers, apart from what is claimed"`
	StartedConfirmed  TallyOut    `json:"started_confirmed" required:"true"`
	ProducedConfirmed TallyOut    `json:"produced_confirmed" required:"true"`
	Rates             []presetOut `json:"rates" required:"true"`
	Shrunk            *float64    `json:"shrunk" required:"true" description:"the share that started, drawn towards the whole's; null below ten"`
}

func signingFrom(s reporting.Signing, rule reporting.CountingRule) signingOut {
	out := signingOut{Key: s.Key, Name: s.Name, Signed: tallyFrom(s.Signed), Fulfilling: tallyFrom(s.Fulfilling),
		Started: tallyFrom(s.Started), InProduction: tallyFrom(s.InProduction), Terminated: tallyFrom(s.Terminated), Funds: s.Funds,
		FundsVerified: s.FundsVerified, SignedConfirmed: tallyFrom(s.SignedConfirmed), StartedConfirmed: tallyFrom(s.StartedConfirmed),
		ProducedConfirmed: tallyFrom(s.ProducedConfirmed), Rates: []presetOut{}, Shrunk: nil}
	if s.Enough() {
		out.Shrunk = &s.Shrunk
	}
	for _, r := range s.RatesBy(rule.Rates) {
		out.Rates = append(out.Rates, presetOut{Key: r.Key, Numerator: string(r.Preset.Numerator), Denominator: string(r.Preset.Denominator),
			Count: RateFrom(r.Count), Amount: RateFrom(r.Amount), Claimed: RateFrom(r.Claimed)})
	}
	return out
}

type curvePoint struct {
	Months       float64  `json:"months" required:"true"`
	AtRisk       int      `json:"at_risk" required:"true"`
	Waiting      float64  `json:"waiting" required:"true"`
	Started      float64  `json:"started" required:"true"`
	Lower        *float64 `json:"lower" required:"true"`
	Upper        *float64 `json:"upper" required:"true"`
	Terminated   float64  `json:"terminated" required:"true"`
	BandLower    *float64 `json:"band_lower" required:"true" description:"started, were all inexact days as late as they may be; null where all days are exact"`
	BandUpper    *float64 `json:"band_upper" required:"true" description:"started, were they as early as they may be"`
	StartedCount int      `json:"started_count" required:"true" description:"how many had started by then"`
	EndedCount   int      `json:"ended_count" required:"true"`
	Indicative   bool     `json:"indicative" required:"true" description:"fewer than five were still waiting"`
}

func curvePointFrom(p reporting.CurvePoint) curvePoint {
	return curvePoint{Months: p.Months, AtRisk: p.AtRisk, Waiting: p.Waiting, Started: p.Started, Lower: p.Lower, Upper: p.Upper,
		Terminated: p.Terminated, BandLower: p.BandLower, BandUpper: p.BandUpper, StartedCount: p.StartedCount, EndedCount: p.EndedCount,
		Indicative: p.Indicative}
}

// CurveOut is the wire form of a waiting curve.
type CurveOut struct {
	N          int          `json:"n" required:"true"`
	Started    int          `json:"started" required:"true"`
	Terminated int          `json:"terminated" required:"true"`
	Waiting    int          `json:"waiting" required:"true"`
	Exact      int          `json:"exact" required:"true" description:"waits known to the day"`
	Inexact    int          `json:"inexact" required:"true" description:"waits known within a range; the curve is then the estimate of Turnbull (1976) in a band; lower and upper hold the 95 % intervals of both edges"`
	Unbounded  int          `json:"unbounded" required:"true" description:"waits of which nothing tells how early they began; not in the curve"`
	WaitingNew int          `json:"waiting_new" required:"true" description:"of those waiting, signed less than six months ago"`
	Longest    float64      `json:"longest" required:"true" description:"months, the longest that anybody was watched"`
	Points     []curvePoint `json:"points" required:"true" description:"empty where fewer than ten were signed"`
	AtMonths   []curvePoint `json:"at_months" required:"true"`
	Reading    *curvePoint  `json:"reading,omitempty" description:"at 15 months, or at the furthest of 3, 6, 9 and 12 to which anybody was watched; absent where there is none"`
}

// CurveFrom returns the wire form of a waiting curve.
func CurveFrom(c reporting.Curve) CurveOut {
	out := CurveOut{N: c.N, Started: c.Started, Terminated: c.Terminated, Waiting: c.Waiting, Exact: c.Exact,
		Inexact: c.Inexact, Unbounded: c.Unbounded, WaitingNew: c.WaitingNew, Longest: c.Longest,
		Points: kit.Each(c.Points, curvePointFrom), AtMonths: kit.Each(c.AtMonths, curvePointFrom), Reading: nil}
	if c.Reading != nil {
		reading := curvePointFrom(*c.Reading)
		out.Reading = &reading
	}
	return out
}

type conversionOut struct {
	BasisOut
	Scope  ScopeOut     `json:"scope" required:"true"`
	By     string       `json:"by" required:"true"`
	Total  signingOut   `json:"total" required:"true"`
	Groups []signingOut `json:"groups" required:"true"`
	Curve  CurveOut     `json:"curve" required:"true"`
}

// GetConversion counts signings and how far they had come by the cut-off.
func (a *API) GetConversion(ctx context.Context, actor domain.Actor, in conversionIn) (conversionOut, error) {
	by := reporting.Grouping(cmp.Or(in.By, string(reporting.ByAll)))
	c, err := a.Reports.Conversion(ctx, actor, in.Over(in.ProjectFilter), by)
	group := func(s reporting.Signing) signingOut { return signingFrom(s, c.Rule) }
	return conversionOut{BasisOut: BasisFrom(c.Basis), Scope: ScopeFrom(c.Scope), By: string(c.By), Total: group(c.Total),
		Groups: kit.Each(c.Groups, group), Curve: CurveFrom(c.Curve)}, err
}

type rowsIn struct {
	libraryapi.ProjectFilter
	ReportQuery
	By     string  `query:"by" validate:"omitempty,oneof=all unit leader chain channel month quarter led referral size"`
	Key    string  `query:"key" validate:"max=100" description:"the group's key"`
	Figure string  `query:"figure" validate:"required,max=40" description:"signed, signed_confirmed, fulfilling, started, started_confirmed, in_production, produced_confirmed, terminated, waiting, waiting_new, started_by, ended_by, at_risk, reached, path, standing or denied"`
	Months float64 `query:"months" validate:"omitempty,min=0,max=600" description:"after signing, of started_by, ended_by and at_risk"`
	Stage  string  `query:"of_stage" validate:"max=20" description:"of reached, path, standing and denied"`
}

// ProjectSnapshotOut is a project as a report counts it.
type ProjectSnapshotOut struct {
	ID              domain.ID       `json:"id" required:"true"`
	Code            string          `json:"code" required:"true"`
	Name            string          `json:"name" required:"true"`
	Stage           string          `json:"stage" required:"true"`
	Status          string          `json:"status" required:"true"`
	ResponsibleUnit string          `json:"responsible_unit" required:"true"`
	Leaders         string          `json:"leaders" required:"true"`
	SignedOn        domain.EventDay `json:"signed_on,omitzero"`
	StartedOn       domain.EventDay `json:"started_on,omitzero"`
	SignedAmount    domain.Yuan     `json:"signed_amount" required:"true"`
	TotalInvestment *domain.Yuan    `json:"total_investment" required:"true"`
	FundsReported   domain.Yuan     `json:"funds_reported" required:"true"`
	FundsVerified   domain.Yuan     `json:"funds_verified" required:"true"`
}

// ProjectSnapshotFrom returns the wire form of a snapshot.
func ProjectSnapshotFrom(c reporting.ProjectSnapshot) ProjectSnapshotOut {
	return ProjectSnapshotOut{ID: c.ProjectID, Code: c.Code, Name: c.Name, Stage: string(c.Stage), Status: string(c.Status),
		ResponsibleUnit: c.ResponsibleUnit, Leaders: strings.Join(c.LeaderNames, "、"), SignedOn: c.SignedOn(),
		StartedOn:    c.By(library.Started, reporting.CountingRule{}),
		SignedAmount: c.SignedAmount, TotalInvestment: c.TotalInvestment, FundsReported: c.FundsClaimed(), FundsVerified: c.FundsVerified}
}

type rowOut struct {
	ProjectSnapshotOut
	WaitDays *int     `json:"wait_days" required:"true" description:"from the signing to the start or the end, or to the cut-off; null where it was not signed or nothing tells how early"`
	WaitMost *int     `json:"wait_most" required:"true" description:"above wait_days where a day is not known exactly: the wait is between the two"`
	WaitEnd  string   `json:"wait_end" required:"true" description:"started, ended or waiting; empty where it was not signed"`
	Counted  TallyOut `json:"counted" required:"true" description:"what the row adds to the figure: a share where credit is split"`
}

func rowFrom(r reporting.ProjectRow, b reporting.Basis) rowOut {
	out := rowOut{ProjectSnapshotOut: ProjectSnapshotFrom(r.ProjectSnapshot), Counted: tallyFrom(r.Counted)}
	if on := r.SignedOn(); !on.IsZero() && !on.Latest().After(b.Until) {
		w := r.Wait(b.Until, b.Rule)
		out.WaitEnd = w.End()
		if least, most, known := w.Range(); known {
			out.WaitDays, out.WaitMost = &least, &most
		}
	}
	return out
}

type rowsOut struct {
	BasisOut
	Items  []rowOut    `json:"items" required:"true"`
	Count  int         `json:"count" required:"true" description:"the figure"`
	Amount domain.Yuan `json:"amount" required:"true"`
}

// ListReportRows returns the projects behind one figure.
func (a *API) ListReportRows(ctx context.Context, actor domain.Actor, in rowsIn) (rowsOut, error) {
	rows, err := a.Reports.Rows(ctx, actor, in.Over(in.ProjectFilter),
		reporting.RowsQuery{By: reporting.Grouping(cmp.Or(in.By, string(reporting.ByAll))), Key: in.Key, Figure: in.Figure,
			Months: in.Months, Stage: library.Stage(in.Stage)})
	return rowsOut{BasisOut: BasisFrom(rows.Basis), Items: kit.Each(rows.Items,
		func(r reporting.ProjectRow) rowOut { return rowFrom(r, rows.Basis) }), Count: rows.Sum.Count, Amount: rows.Sum.Amount}, err
}
