package library

import (
	"context"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/library"
)

type searchIn struct {
	Query string   `query:"q" validate:"required,max=100" required:"true" description:"part of a name, a credit code's beginning, pinyin or initials"`
	Kinds []string `query:"kind" validate:"max=5,dive,oneof=project client enterprise lead person"`
	Limit int      `query:"limit" validate:"omitempty,min=1,max=50" description:"records of each kind, 8 unless told"`
}

type hitOut struct {
	Kind  string    `json:"kind" required:"true"`
	ID    domain.ID `json:"id" required:"true"`
	Title string    `json:"title" required:"true"`
	Note  string    `json:"note" required:"true"`
}

type searchOut struct {
	Items []hitOut `json:"items" required:"true"`
}

// SearchRecords serves records found by name, code, pinyin or initials.
func (a *API) SearchRecords(ctx context.Context, actor domain.Actor, in searchIn) (searchOut, error) {
	limit := in.Limit
	if limit == 0 {
		limit = 8
	}
	hits, err := a.Search.Find(ctx, actor, in.Query, in.Kinds, limit)
	return searchOut{kit.Each(hits, func(h library.Hit) hitOut { return hitOut{Kind: h.Kind, ID: h.ID, Title: h.Title, Note: h.Note} })}, err
}
