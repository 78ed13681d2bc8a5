package intake

import (
	"context"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/intake"
)

type sampleOut struct {
	State  string `json:"state" required:"true" enum:",loading,loaded" description:"empty without a sample"`
	County string `json:"county" required:"true"`
	Done   int    `json:"done" required:"true"`
	Total  int    `json:"total" required:"true" description:"0 until the steps are counted"`
	ByName string `json:"by_name" required:"true"`
}

func sampleFrom(s intake.Sample) sampleOut {
	return sampleOut{State: string(s.State), County: s.County, Done: s.Done, Total: s.Total, ByName: s.ByName}
}

func (a *API) GetSample(ctx context.Context, _ domain.Actor, _ struct{}) (sampleOut, error) {
	s, err := a.Samples.Get(ctx)
	return sampleFrom(s), err
}

func (a *API) LoadSample(ctx context.Context, actor domain.Actor, _ struct{}) (sampleOut, error) {
	s, err := a.Samples.Load(ctx, actor)
	return sampleFrom(s), err
}

type sampleRowOut struct {
	Kind  string    `json:"kind" required:"true"`
	ID    domain.ID `json:"id" required:"true"`
	Title string    `json:"title" required:"true"`
}

type sampleRowsOut struct {
	Items []sampleRowOut `json:"items" required:"true"`
}

func (a *API) ListChangedSample(ctx context.Context, actor domain.Actor, _ struct{}) (sampleRowsOut, error) {
	rows, err := a.Samples.Changed(ctx, actor)
	return sampleRowsOut{kit.Each(rows, func(r intake.SampleRow) sampleRowOut {
		return sampleRowOut{r.Subject.Kind, r.Subject.ID, r.Title}
	})}, err
}

type sampleRemoval struct {
	Confirm string `query:"confirm" description:"the sample county's name, as typed"`
	Force   bool   `query:"force" description:"records that somebody changed go too"`
}

func (a *API) RemoveSample(ctx context.Context, actor domain.Actor, in sampleRemoval) (kit.NoContent, error) {
	return kit.NoContent{}, a.Samples.Remove(ctx, actor, in.Confirm, in.Force)
}
