package goals

import (
	"context"

	"sangu/api/kit"
	libraryapi "sangu/api/library"
	reportingapi "sangu/api/reporting"
	"sangu/domain"
	"sangu/domain/goals"
)

type deductWire struct {
	Indicator string  `json:"indicator" validate:"required,max=40"`
	PerUnit   float64 `json:"per_unit" validate:"min=0"`
}

type scoreItemWire struct {
	Name      string       `json:"name" validate:"required,max=100"`
	Method    string       `json:"method" validate:"required,oneof=proportional weighted step efficacy pace rate deduction"`
	Points    float64      `json:"points" required:"true" validate:"min=0,max=1000"`
	Indicator string       `json:"indicator" required:"true" validate:"max=40"`
	Second    string       `json:"second" required:"true" validate:"max=40" description:"the amount that goes with a number, for weighted"`
	Cap       float64      `json:"cap" required:"true" validate:"min=0,max=10" description:"the most that is given, as a share of the points; 0 is 1"`
	PerUnit   float64      `json:"per_unit" required:"true" validate:"min=0" description:"what one missing costs, for step"`
	Faults    []deductWire `json:"faults" required:"true" validate:"max=10,dive"`
}

type schemeWire struct {
	Name  string          `json:"name" validate:"required,max=100"`
	Veto  string          `json:"veto" required:"true" validate:"max=40" description:"the fault that makes a score nothing; empty for none"`
	Items []scoreItemWire `json:"items" validate:"required,max=40,dive"`
}

func scoreItemFrom(i goals.ScoreItem) scoreItemWire {
	return scoreItemWire{Name: i.Name, Method: string(i.Method), Points: i.Points, Indicator: i.Indicator, Second: i.Second, Cap: i.Cap,
		PerUnit: i.PerUnit,
		Faults:  kit.Each(i.Faults, func(d goals.Deduct) deductWire { return deductWire(d) })}
}

func schemeFrom(s goals.Scheme) schemeWire {
	return schemeWire{s.Name, s.Veto, kit.Each(s.Items, scoreItemFrom)}
}

func (a *API) GetScoreScheme(ctx context.Context, _ domain.Actor, _ struct{}) (schemeWire, error) {
	s, err := a.Portfolios.Scheme(ctx)
	return schemeFrom(s), err
}

func (a *API) UpdateScoreScheme(ctx context.Context, actor domain.Actor, in schemeWire) (schemeWire, error) {
	s := goals.Scheme{Name: in.Name, Veto: in.Veto}
	for _, i := range in.Items {
		item := goals.ScoreItem{Name: i.Name, Method: goals.Method(i.Method), Points: i.Points, Indicator: i.Indicator, Second: i.Second,
			Cap: i.Cap, PerUnit: i.PerUnit}
		for _, f := range i.Faults {
			item.Faults = append(item.Faults, goals.Deduct(f))
		}
		s.Items = append(s.Items, item)
	}
	s, err := a.Portfolios.SetScheme(ctx, actor, s)
	return schemeFrom(s), err
}

type achievedOut struct {
	Actual float64  `json:"actual" required:"true" description:"a number, 元, or a rate from 0 to 1"`
	Target *float64 `json:"target" required:"true"`
}

func achievedFrom(a goals.Achieved) achievedOut {
	out := achievedOut{Actual: a.Actual}
	if a.Target > 0 {
		out.Target = &a.Target
	}
	return out
}

type scoredOut struct {
	Name   string      `json:"name" required:"true"`
	Points *float64    `json:"points" required:"true" description:"null where there is nothing to score by"`
	First  achievedOut `json:"first" required:"true"`
	Second achievedOut `json:"second" required:"true"`
	Faults []float64   `json:"faults" required:"true" description:"how many of each fault of the item"`
}

type unitScoreOut struct {
	UnitID domain.ID   `json:"unit_id" required:"true"`
	Name   string      `json:"name" required:"true"`
	Points float64     `json:"points" required:"true"`
	Most   float64     `json:"most" required:"true" description:"the points of the items that could be scored"`
	Vetoed bool        `json:"vetoed" required:"true"`
	All    int         `json:"projects" required:"true" description:"how many projects the unit answers for"`
	Seen   int         `json:"seen" required:"true" description:"how many of them the reader may open"`
	Items  []scoredOut `json:"items" required:"true"`
}

type assessmentOut struct {
	On     domain.Date          `json:"on" required:"true"`
	Year   int                  `json:"year" required:"true"`
	Rule   reportingapi.RuleOut `json:"rule" required:"true"`
	Scheme schemeWire           `json:"scheme" required:"true"`
	Units  []unitScoreOut       `json:"units" required:"true" description:"the best first"`
}

func (a *API) GetScores(ctx context.Context, actor domain.Actor, in reportingapi.ReportQuery) (assessmentOut, error) {
	x, err := a.Portfolios.Assess(ctx, actor, in.Over(libraryapi.ProjectFilter{}))
	return assessmentOut{On: x.On, Year: x.Year, Rule: reportingapi.RuleFrom(x.Rule), Scheme: schemeFrom(x.Scheme),
		Units: kit.Each(x.Units, func(u goals.UnitScore) unitScoreOut {
			return unitScoreOut{UnitID: u.UnitID, Name: u.Name, Points: u.Points, Most: u.Most, Vetoed: u.Vetoed, All: u.Projects, Seen: u.Seen,
				Items: kit.Each(u.Items, func(s goals.Scored) scoredOut {
					out := scoredOut{Name: s.Item.Name, First: achievedFrom(s.First), Second: achievedFrom(s.Second),
						Faults: append([]float64{}, s.Faults...)}
					if s.Known {
						out.Points = &s.Points
					}
					return out
				})}
		})}, err
}
