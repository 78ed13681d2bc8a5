package goals

import (
	"context"

	"sangu/api/kit"
	libraryapi "sangu/api/library"
	reportingapi "sangu/api/reporting"
	"sangu/domain"
	"sangu/domain/goals"
)

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
	x, err := a.Scoring.Assess(ctx, actor, in.Over(libraryapi.ProjectFilter{}))
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
