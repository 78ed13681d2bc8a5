package library

import (
	"context"
	"errors"
	"strings"
	"time"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/library"
	"sangu/internal/messages"
)

// mostShown is how many changes and how many skipped rows an answer lists; the
// counts are whole.
const mostShown = 200

// BatchSelection says which rows a batch is for: those ticked, or all that the
// filter in the query has.
type BatchSelection struct {
	Rows []batchPick `json:"rows" validate:"max=2000,dive" description:"the rows ticked, with the versions read"`
	All  bool        `json:"all" description:"instead of rows: all that the filter in the query has, at most 2,000"`
	AsOf *time.Time  `json:"as_of" description:"as_of of the preview: rows of the filter changed since are skipped as stale"`
}

type batchPick struct {
	ID      domain.ID `json:"id" validate:"required"`
	Version int       `json:"version" validate:"min=1"`
}

// BatchRequest is a batch as a list's request asks for it.
type BatchRequest struct {
	Kind string // kind of subject
	Rows library.Selection
	Set  library.Edit
}

// BatchHandler answers the batches of every list; the lists differ in their
// requests alone.
type BatchHandler struct {
	Batches *library.Batches
	Texts   *messages.Catalogue
}

// Preview answers what the batch would change and skip.
func (h BatchHandler) Preview(ctx context.Context, actor domain.Actor, r BatchRequest) (BatchOut, error) {
	o, err := h.Batches.Preview(ctx, actor, r.Kind, r.Rows, r.Set)
	return h.answer(actor, o), err
}

// Apply makes the batch and answers what it changed and skipped; the same ID again
// is answered as the first time.
func (h BatchHandler) Apply(ctx context.Context, actor domain.Actor, id domain.ID, r BatchRequest) (BatchOut, error) {
	o, err := h.Batches.Apply(ctx, actor, id, r.Kind, r.Rows, r.Set)
	return h.answer(actor, o), err
}

func (a *API) batches() BatchHandler { return BatchHandler{Batches: a.Batches, Texts: a.Messages} }

// Selection returns the domain's selection; list reads one page of the filter.
func Selection[T any](s BatchSelection, list func(domain.Page) (domain.Slice[T], error), id func(T) domain.ID) library.Selection {
	sel := library.Selection{}
	for _, r := range s.Rows {
		sel.Rows = append(sel.Rows, library.Picked{ID: r.ID, Version: r.Version})
	}
	if !s.All {
		return sel
	}
	sel.All = func(_ context.Context, p domain.Page) ([]domain.ID, string, error) {
		page, err := list(p)
		return kit.Each(page.Items, id), page.Next, err
	}
	if s.AsOf != nil {
		sel.AsOf = s.AsOf.UTC()
	}
	return sel
}

// EditOf puts what is set and what is cleared into one edit; empty texts set nothing.
func EditOf(set map[string]string, emptied []string) library.Edit {
	e := library.Edit{}
	for field, value := range set {
		if value != "" {
			e[field] = value
		}
	}
	for _, field := range emptied {
		e[field] = ""
	}
	return e
}

// BatchOut is what a batch does, or did, with the counts of all rows.
type BatchOut struct {
	ID      domain.ID     `json:"id,omitempty" description:"names the batch to undo; absent in a preview"`
	AsOf    time.Time     `json:"as_of" required:"true"`
	Changed int           `json:"changed" required:"true"`
	Passed  int           `json:"passed" required:"true" description:"how many rows were passed over"`
	Changes []batchChange `json:"changes" required:"true" description:"the first 200"`
	Skipped []batchSkip   `json:"skipped" required:"true" description:"the first 200"`
}

type batchChange struct {
	ID     domain.ID    `json:"id" required:"true"`
	Title  string       `json:"title" required:"true"`
	Fields []batchField `json:"fields" required:"true"`
}

// batchField is one field before and after: names of units and people, and the
// words of vocabularies as they are.
type batchField struct {
	Field  string `json:"field" required:"true"`
	Before string `json:"before" required:"true"`
	After  string `json:"after" required:"true"`
}

type batchSkip struct {
	ID      domain.ID `json:"id" required:"true"`
	Title   string    `json:"title" required:"true" description:"empty where the row is out of scope"`
	Reason  string    `json:"reason" required:"true" enum:"out_of_scope,out_of_reach,stale,invalid,unchanged"`
	Message string    `json:"message" required:"true" description:"which rule refuses, where one does"`
}

func (h BatchHandler) answer(actor domain.Actor, o library.Outcome) BatchOut {
	out := BatchOut{ID: o.ID, AsOf: o.At, Changed: len(o.Changes), Passed: len(o.Skipped), Changes: []batchChange{}, Skipped: []batchSkip{}}
	for _, c := range o.Changes[:min(len(o.Changes), mostShown)] {
		change := batchChange{c.ID, c.Title, []batchField{}}
		for _, field := range h.Batches.Fields() {
			if after, ok := c.After[field]; ok {
				change.Fields = append(change.Fields, batchField{field, named(c.Before[field], o.Names), named(after, o.Names)})
			}
		}
		out.Changes = append(out.Changes, change)
	}
	for _, s := range o.Skipped[:min(len(o.Skipped), mostShown)] {
		out.Skipped = append(out.Skipped, batchSkip{ID: s.ID, Title: s.Title, Reason: string(s.Reason),
			Message: faultText(h.Texts, actor, s.Err)})
	}
	return out
}

// named returns the names for IDs, and other texts as they are.
func named(text string, names map[domain.ID]string) string {
	parts := strings.Split(text, ",")
	for i, p := range parts {
		name, ok := names[domain.ID(p)]
		if !ok {
			return text
		}
		parts[i] = name
	}
	return strings.Join(parts, "、")
}

// faultText puts a record's own fault into the actor's language.
func faultText(texts *messages.Catalogue, actor domain.Actor, err error) string {
	e, ok := errors.AsType[*domain.Error](err)
	if !ok {
		return ""
	}
	if len(e.Fields) == 0 {
		return texts.Text(actor.Lang, e.Code, e.Params)
	}
	var lines []string
	for _, f := range e.Fields {
		lines = append(lines, f.Path+": "+texts.Text(actor.Lang, f.Code, f.Params))
	}
	return strings.Join(lines, "; ")
}

// UndoBatch undoes one's own batch within a day.
func (a *API) UndoBatch(ctx context.Context, actor domain.Actor, in kit.ByID) (BatchOut, error) {
	o, err := a.Batches.Undo(ctx, actor, in.ID)
	return a.batches().answer(actor, o), err
}
