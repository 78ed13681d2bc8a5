package org

import (
	"context"

	"sangu/domain"
	"sangu/domain/org"
)

// preferenceOut is one preference; value is empty where none was set.
type preferenceOut struct {
	Key   string `json:"key" required:"true"`
	Value string `json:"value" required:"true" description:"the screen's own text"`
}

type preferenceKey struct {
	Key string `path:"key" required:"true" validate:"max=64"`
}

func (a *API) GetPreference(ctx context.Context, actor domain.Actor, in preferenceKey) (preferenceOut, error) {
	p, err := a.Preferences.Get(ctx, actor, in.Key)
	return preferenceFrom(p), err
}

type preferenceIn struct {
	preferenceKey
	Value string `json:"value" validate:"max=8192"`
}

func (a *API) UpdatePreference(ctx context.Context, actor domain.Actor, in preferenceIn) (preferenceOut, error) {
	p, err := a.Preferences.Set(ctx, actor, in.Key, in.Value)
	return preferenceFrom(p), err
}

func preferenceFrom(p org.Preference) preferenceOut { return preferenceOut{p.Key, p.Value} }
