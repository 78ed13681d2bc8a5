package notice

import (
	"context"

	"sangu/api/kit"
	"sangu/domain"
)

// onRecord names a record in the path.
type onRecord struct {
	Kind string    `path:"kind" required:"true" validate:"oneof=project client enterprise lead visit"`
	ID   domain.ID `path:"id" required:"true"`
}

func (in onRecord) ref() domain.Ref { return domain.Ref{Kind: in.Kind, ID: in.ID} }

type watchOut struct {
	Watching bool `json:"watching" required:"true"`
	Own      bool `json:"own" required:"true" description:"followed of itself, as owner, maker or leader"`
}

func (a *API) GetWatch(ctx context.Context, actor domain.Actor, in onRecord) (watchOut, error) {
	w, err := a.Watches.Get(ctx, actor, in.ref())
	return watchOut{w.Watching, w.Own}, err
}

func (a *API) Follow(ctx context.Context, actor domain.Actor, in onRecord) (kit.NoContent, error) {
	return kit.NoContent{}, a.Watches.Set(ctx, actor, in.ref(), true)
}

func (a *API) Unfollow(ctx context.Context, actor domain.Actor, in onRecord) (kit.NoContent, error) {
	return kit.NoContent{}, a.Watches.Set(ctx, actor, in.ref(), false)
}
