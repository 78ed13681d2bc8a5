package goals

import (
	"context"
	libraryapi "sangu/api/library"
	reportingapi "sangu/api/reporting"
	"sangu/domain"
	"sangu/domain/goals"
)

type lightOut struct {
	reportingapi.ProjectSnapshotOut
	Colour   string             `json:"colour" required:"true" description:"red, yellow, blue, green or none for no data"`
	Reason   string             `json:"reason" required:"true"`
	Measured map[string]float64 `json:"measured" required:"true"`
	Unknown  []string           `json:"unknown" required:"true" description:"the measures for want of which there is no data"`
}

func lightFrom(x goals.ProjectLight) lightOut {
	return lightOut{ProjectSnapshotOut: reportingapi.ProjectSnapshotFrom(x.Case), Colour: string(x.Light.Colour), Reason: x.Light.Reason,
		Measured: x.Light.Measured, Unknown: append([]string{}, x.Light.Unknown...)}
}

type lightsOut struct {
	reportingapi.BasisOut
	On      domain.Date    `json:"on" required:"true"`
	Colours coloursWire    `json:"colours" required:"true" description:"the rules that lights are judged by"`
	Counts  map[string]int `json:"counts" required:"true"`
	Items   []lightOut     `json:"items" required:"true" description:"the worst first, 200 at most"`
}

const mostLights = 200

func lightsFrom(l goals.Lights, most int) lightsOut {
	out := lightsOut{BasisOut: reportingapi.BasisFrom(l.Basis), On: l.On, Colours: coloursFrom(l.Colours), Counts: map[string]int{},
		Items: []lightOut{}}
	for c, n := range l.Counts {
		out.Counts[string(c)] = n
	}
	for _, x := range l.Items[:min(most, len(l.Items))] {
		out.Items = append(out.Items, lightFrom(x))
	}
	return out
}

type lightsIn struct {
	libraryapi.ProjectFilter
	reportingapi.ReportQuery
	Colour     string `query:"colour" validate:"omitempty,oneof=red yellow blue green none" description:"these alone"`
	OnKeyLists bool   `query:"on_key_lists" description:"projects on lists of key projects alone"`
}

func (a *API) ListLights(ctx context.Context, actor domain.Actor, in lightsIn) (lightsOut, error) {
	l, err := a.Lights.Lights(ctx, actor, in.Over(in.ProjectFilter),
		goals.LightQuery{Colour: goals.Colour(in.Colour), OnKeyLists: in.OnKeyLists})
	return lightsFrom(l, mostLights), err
}
