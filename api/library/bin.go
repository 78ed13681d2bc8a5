package library

import (
	"context"
	"time"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/library"
)

type withdrawIn struct {
	kit.ByID
	kit.Versioned
	Reason string `query:"reason" validate:"required,max=500" required:"true" description:"why it is taken away"`
}

// Withdraw returns the operation that takes a record of the kind away.
func (a *API) Withdraw(kind string) func(context.Context, domain.Actor, withdrawIn) (kit.NoContent, error) {
	return func(ctx context.Context, actor domain.Actor, in withdrawIn) (kit.NoContent, error) {
		return kit.NoContent{}, a.Bin.Withdraw(ctx, actor, domain.Ref{Kind: kind, ID: in.ID}, in.Version(), in.Reason)
	}
}

type binIn struct {
	kit.PageQuery
	Kinds []string `query:"kind" validate:"max=10,dive,max=20"`
}

type binItem struct {
	ID          domain.ID `json:"id" required:"true"`
	Kind        string    `json:"kind" required:"true"`
	Title       string    `json:"title" required:"true"`
	ParentKind  string    `json:"parent_kind" required:"true" description:"the record that it belongs to, as a contact to its client"`
	ParentID    domain.ID `json:"parent_id,omitempty"`
	Reason      string    `json:"reason" required:"true"`
	ByName      string    `json:"by_name" required:"true"`
	At          time.Time `json:"at" required:"true"`
	PurgeableAt time.Time `json:"purgeable_at" required:"true"`
	Purgeable   bool      `json:"purgeable" required:"true" description:"a project never is"`
}

func (a *API) binItemFrom(w domain.Withdrawn) binItem {
	until := w.At.Add(library.BinRetention)
	return binItem{ID: w.ID, Kind: w.Kind, Title: w.Title, ParentKind: w.Parent.Kind, ParentID: w.Parent.ID, Reason: w.Reason,
		ByName: w.ByName, At: w.At, PurgeableAt: until, Purgeable: w.Kind != domain.SubjectProject && !a.Bin.Clock.Now().Before(until)}
}

// ListWithdrawn serves one page of what one may put back.
func (a *API) ListWithdrawn(ctx context.Context, actor domain.Actor, in binIn) (kit.ListOf[binItem], error) {
	s, err := a.Bin.List(ctx, actor, in.Kinds, in.Page())
	return kit.ListFrom(s, a.binItemFrom), err
}

// RestoreRecord puts a record back.
func (a *API) RestoreRecord(ctx context.Context, actor domain.Actor, in kit.ByID) (binItem, error) {
	w, err := a.Bin.Restore(ctx, actor, in.ID)
	return a.binItemFrom(w), err
}

// PurgeRecord removes a record for good.
func (a *API) PurgeRecord(ctx context.Context, actor domain.Actor, in kit.ByID) (kit.NoContent, error) {
	return kit.NoContent{}, a.Bin.Purge(ctx, actor, in.ID)
}
