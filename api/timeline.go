package api

import (
	"context"
	"time"

	"sangu/domain"
	"sangu/domain/notice"
	"sangu/domain/pool"
)

type timelineIn struct {
	pageQuery
	subjectIn
	Actions []string `query:"action" validate:"max=20,dive,max=40"`
}

type timelineEntry struct {
	ID         domain.ID      `json:"id" required:"true"`
	At         time.Time      `json:"at" required:"true"`
	OccurredOn domain.Date    `json:"occurred_on" required:"true"`
	Action     string         `json:"action" required:"true"`
	ActorName  string         `json:"actor_name" required:"true"`
	SourceKind string         `json:"source_kind" required:"true"`
	SourceID   domain.ID      `json:"source_id" required:"true"`
	Title      string         `json:"title" required:"true"`
	Details    map[string]any `json:"details" required:"true"`
}

func timelineFrom(e pool.TimelineEntry) timelineEntry {
	return timelineEntry{e.ID, e.At, e.OccurredOn, e.Action, e.ActorName, e.Source.Kind, e.Source.ID, e.Title, e.Details}
}

func (a *API) timeline(ctx context.Context, actor domain.Actor, in timelineIn) (listOf[timelineEntry], error) {
	s, err := a.Timelines.List(ctx, actor, in.ref(), in.Actions, in.page())
	return listFrom(s, timelineFrom), err
}

type noteIn struct {
	SubjectKind string      `json:"subject_kind" validate:"required,oneof=project client enterprise lead visit"`
	SubjectID   domain.ID   `json:"subject_id" validate:"required"`
	Kind        string      `json:"kind" validate:"required,oneof=progress phone problem"`
	Text        string      `json:"text" validate:"required,max=4000"`
	OccurredOn  domain.Date `json:"occurred_on,omitzero"`
	Mentions    []domain.ID `json:"mentions" validate:"max=20" description:"people named in the text as @name; each must see the record"`
}

func (a *API) addNote(ctx context.Context, actor domain.Actor, in noteIn) (nothing, error) {
	return nothing{}, a.Timelines.Note(ctx, actor, domain.Ref{Kind: in.SubjectKind, ID: in.SubjectID}, in.Kind, in.Text, in.OccurredOn, in.Mentions)
}

type mentionableIn struct {
	subjectIn
	Query string `query:"q" validate:"max=40" description:"part of a name, its pinyin or initials"`
}

type mentionableOut struct {
	Items []named `json:"items" required:"true"`
}

func (a *API) mentionable(ctx context.Context, actor domain.Actor, in mentionableIn) (mentionableOut, error) {
	people, err := a.Timelines.Mentionable(ctx, actor, in.ref(), in.Query)
	return mentionableOut{each(people, func(m notice.Mention) named { return named{m.PersonID, m.Name} })}, err
}
