package library

import (
	"context"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/library"
)

type duplicatesIn struct {
	Kind       string `query:"kind" required:"true" validate:"required,oneof=project client enterprise lead"`
	Name       string `query:"name" validate:"max=200"`
	CreditCode string `query:"credit_code" validate:"max=30"`
	Phone      string `query:"phone" validate:"max=30"`
}

type twinOut struct {
	ID    domain.ID `json:"id" required:"true" description:"empty where the reader does not see the record"`
	Title string    `json:"title" required:"true" description:"masked where the reader does not see the record"`
	Unit  string    `json:"unit" required:"true"`
	By    string    `json:"by" required:"true" enum:"credit_code,name,phone"`
}

type duplicatesOut struct {
	Items []twinOut `json:"items" required:"true" description:"5 at most"`
}

// FindDuplicates serves records that may be the one being typed.
func (a *API) FindDuplicates(ctx context.Context, actor domain.Actor, in duplicatesIn) (duplicatesOut, error) {
	candidates, err := a.Duplicates.Find(ctx, actor, library.DuplicateQuery{Kind: in.Kind, Name: in.Name,
		CreditCode: library.NormalCreditCode(in.CreditCode), Phone: in.Phone})
	return duplicatesOut{kit.Each(candidates, func(t library.DuplicateCandidate) twinOut {
		return twinOut{ID: t.ID, Title: t.Title, Unit: t.Unit, By: t.By}
	})}, err
}
