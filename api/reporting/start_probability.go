package reporting

import (
	"context"

	"sangu/api/kit"
	libraryapi "sangu/api/library"
	"sangu/domain"
	"sangu/domain/reporting"
)

type projectStartProbabilityIn struct {
	ProjectID domain.ID   `query:"project_id" validate:"required"`
	By        domain.Date `query:"by" validate:"required"`
}

type projectStartProbabilityOut struct {
	By       domain.Date `json:"by" required:"true"`
	WaitDays int         `json:"wait_days" required:"true"`
	N        int         `json:"n" required:"true"`
	P        *float64    `json:"p" required:"true" description:"null where nothing alike is known"`
}

// GetStartProbability returns the probability of one project to start by a day.
func (a *API) GetStartProbability(
	ctx context.Context,
	actor domain.Actor,
	in projectStartProbabilityIn,
) (projectStartProbabilityOut, error) {
	c, err := a.Reports.StartProbabilityOf(ctx, actor, in.ProjectID, in.By)
	out := projectStartProbabilityOut{By: c.By, WaitDays: c.WaitDays, N: c.N}
	if c.Known {
		out.P = &c.P
	}
	return out, err
}

type startProbabilitiesIn struct {
	libraryapi.ProjectFilter
	ReportQuery
	By domain.Date `query:"by" description:"31 December unless said"`
}

type startProbabilityOut struct {
	ProjectSnapshotOut
	WaitDays int      `json:"wait_days" required:"true"`
	P        *float64 `json:"p" required:"true" description:"the chance to start by the day; null where nothing alike is known"`
}

type startProbabilitiesOut struct {
	BasisOut
	By       domain.Date           `json:"by" required:"true"`
	Known    bool                  `json:"known" required:"true"`
	Expected float64               `json:"expected" required:"true" description:"the sum of the chances"`
	Items    []startProbabilityOut `json:"items" required:"true" description:"the likeliest first"`
}

// ListStartProbabilities returns the probabilities behind an outlook.
func (a *API) ListStartProbabilities(ctx context.Context, actor domain.Actor, in startProbabilitiesIn) (startProbabilitiesOut, error) {
	h, err := a.Reports.StartProbabilities(ctx, actor, in.Over(in.ProjectFilter), in.By)
	return startProbabilitiesOut{BasisOut: BasisFrom(h.Basis), By: h.By, Known: h.Known, Expected: h.Expected,
		Items: kit.Each(h.Items, func(x reporting.StartProbability) startProbabilityOut {
			out := startProbabilityOut{ProjectSnapshotOut: ProjectSnapshotFrom(x.ProjectSnapshot), WaitDays: x.WaitDays}
			if x.Known {
				out.P = &x.P
			}
			return out
		})}, err
}
