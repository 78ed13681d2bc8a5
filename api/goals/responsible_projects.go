package goals

import (
	"context"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/goals"
	"sangu/domain/pipeline"
)

type missingOut struct {
	Key   string   `json:"key" required:"true" description:"field.client_id, evidence.contract, visit or any"`
	AnyOf []string `json:"any_of" required:"true"`
}

type actionItemOut struct {
	ID        domain.ID          `json:"id" required:"true"`
	Name      string             `json:"name" required:"true"`
	Unit      string             `json:"unit" required:"true"`
	Stage     string             `json:"stage" required:"true"`
	Colour    string             `json:"colour" required:"true" description:"red, yellow, blue, green or none for no data"`
	Reason    string             `json:"reason" required:"true"`
	Measured  map[string]float64 `json:"measured" required:"true"`
	Next      string             `json:"next" required:"true" description:"the following stage, empty at the end"`
	Missing   []missingOut       `json:"missing" required:"true" description:"what the next stage still asks for"`
	UpdatedOn domain.Date        `json:"updated_on,omitzero"`
}

type responsibleDeskOut struct {
	On       domain.Date     `json:"on" required:"true"`
	Led      bool            `json:"led" required:"true" description:"the projects that the person leads, and not a unit's"`
	Projects int             `json:"projects" required:"true"`
	Started  int             `json:"started" required:"true"`
	Red      int             `json:"red" required:"true" description:"by the lights as they were last kept"`
	Verified domain.Yuan     `json:"verified" required:"true" description:"money in place that was verified"`
	Items    []actionItemOut `json:"items" required:"true" description:"the worst lights first, few of them"`
}

func actionItemFrom(p goals.ActionItem) actionItemOut {
	c := p.Case
	return actionItemOut{ID: c.ProjectID, Name: c.Name, Unit: c.ResponsibleUnit, Stage: string(c.Stage), Colour: string(p.Light.Colour),
		Reason: p.Light.Reason, Measured: p.Light.Measured, Next: string(p.Next),
		Missing:   kit.Each(p.Missing, func(r pipeline.Requirement) missingOut { return missingOut{r.Key(), append([]string{}, r.AnyOf...)} }),
		UpdatedOn: c.UpdatedOn}
}

func (a *API) GetResponsibleProjects(ctx context.Context, actor domain.Actor, _ struct{}) (responsibleDeskOut, error) {
	d, err := a.ResponsibleProjects.Desk(ctx, actor)
	return responsibleDeskOut{On: d.On, Led: d.Led, Projects: d.Sums.Projects, Started: d.Sums.Started, Red: d.Sums.Red,
		Verified: d.Sums.Verified, Items: kit.Each(d.Items, actionItemFrom)}, err
}
