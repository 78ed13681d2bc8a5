package intake

import (
	"context"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/intake"
)

type firstStepOut struct {
	Key   string `json:"key" required:"true" enum:"units,people,roles,import,lead"`
	Done  bool   `json:"done" required:"true"`
	Count int    `json:"count" required:"true" description:"records that are there, the sample's not counted"`
	Mine  bool   `json:"mine" required:"true" description:"whether one may do it oneself"`
	By    string `json:"by" required:"true" description:"the role that does it"`
}

type onboardingOut struct {
	Steps         []firstStepOut `json:"steps" required:"true"`
	Open          bool           `json:"open" required:"true" description:"something is left, for somebody who is led through it"`
	NeedsSecurity bool           `json:"needs_security" required:"true" description:"no security administrator yet"`
	Sample        sampleOut      `json:"sample" required:"true"`
	MayLoad       bool           `json:"may_load" required:"true"`
	MayRemove     bool           `json:"may_remove" required:"true"`
}

func (a *API) GetOnboarding(ctx context.Context, actor domain.Actor, _ struct{}) (onboardingOut, error) {
	o, err := a.Onboardings.Get(ctx, actor)
	return onboardingOut{Steps: kit.Each(o.Steps, func(s intake.FirstStep) firstStepOut {
		return firstStepOut{Key: s.Key, Done: s.Done, Count: s.Count, Mine: s.Mine, By: string(s.By)}
	}), Open: o.Open, NeedsSecurity: o.NeedsSecurity, Sample: sampleFrom(o.Sample), MayLoad: o.MayLoad, MayRemove: o.MayRemove}, err
}
