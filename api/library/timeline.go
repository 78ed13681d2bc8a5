package library

import (
	"context"
	"time"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/notice"
)

type timelineIn struct {
	kit.PageQuery
	subjectIn
	Actions []string `query:"action" validate:"max=20,dive,max=40"`
	Kind    string   `query:"kind" validate:"omitempty,oneof=visit stage file progress change fund problem"`
}

type fieldChangeOut struct {
	Field  string `json:"field" required:"true" description:"the field's name in the record's own form"`
	Before any    `json:"before" required:"true" description:"text, number or truth value; null where there was none or it is not told"`
	After  any    `json:"after" required:"true"`
}

type timelineEntry struct {
	ID         domain.ID        `json:"id" required:"true"`
	At         time.Time        `json:"at" required:"true"`
	OccurredOn domain.EventDay  `json:"occurred_on" required:"true"`
	Action     string           `json:"action" required:"true"`
	ActorName  string           `json:"actor_name" required:"true"`
	SourceKind string           `json:"source_kind" required:"true"`
	SourceID   domain.ID        `json:"source_id" required:"true"`
	Title      string           `json:"title" required:"true"`
	Details    map[string]any   `json:"details" required:"true"`
	Changes    []fieldChangeOut `json:"changes" required:"true" description:"what differs, names for IDs and phones masked"`
}

// formNames are the fields that a record's form names otherwise than the audit.
func formNames() map[string]string {
	return map[string]string{"land": "land_mu", "leaders": "leader_ids", "leads": "lead_ids", "clients": "client_ids",
		"projects": "project_ids", "enterprises": "enterprise_ids"}
}

func fieldChangeFrom(c library.FieldChange) fieldChangeOut {
	name := c.Field
	if n, ok := formNames()[name]; ok {
		name = n
	}
	return fieldChangeOut{name, c.Before, c.After}
}

func timelineFrom(e library.TimelineEntry) timelineEntry {
	return timelineEntry{ID: e.ID, At: e.At, OccurredOn: e.OccurredOn, Action: e.Action, ActorName: e.ActorName, SourceKind: e.Source.Kind,
		SourceID: e.Source.ID, Title: e.Title, Details: e.Details, Changes: kit.Each(e.Changes, fieldChangeFrom)}
}

// ListTimeline serves one page of a record's timeline.
func (a *API) ListTimeline(ctx context.Context, actor domain.Actor, in timelineIn) (kit.ListOf[timelineEntry], error) {
	s, err := a.Timelines.List(ctx, actor, in.ref(), library.TimelineFilter{Actions: in.Actions, Kind: library.TimelineKind(in.Kind)},
		in.Page())
	return kit.ListFrom(s, timelineFrom), err
}

type timelineCountsOut struct {
	All   int            `json:"all" required:"true"`
	Kinds map[string]int `json:"kinds" required:"true" description:"by visit, stage, file, progress, change, fund, problem"`
}

// CountTimeline serves how many lines of each kind a record's timeline has.
func (a *API) CountTimeline(ctx context.Context, actor domain.Actor, in subjectIn) (timelineCountsOut, error) {
	counts, err := a.Timelines.Counts(ctx, actor, in.ref())
	out := timelineCountsOut{Kinds: map[string]int{}}
	for kind, n := range counts {
		out.Kinds[string(kind)] = n
		out.All += n
	}
	return out, err
}

type noteIn struct {
	SubjectKind string      `json:"subject_kind" validate:"required,oneof=project client enterprise lead visit"`
	SubjectID   domain.ID   `json:"subject_id" validate:"required"`
	Kind        string      `json:"kind" validate:"required,oneof=progress phone problem"`
	Text        string      `json:"text" text:"content" validate:"required,max=4000"`
	OccurredOn  domain.Date `json:"occurred_on,omitzero"`
	Mentions    []domain.ID `json:"mentions" validate:"max=20" description:"people named in the text as @name; each must see the record"`
}

// AddNote writes a line of progress on a record.
func (a *API) AddNote(ctx context.Context, actor domain.Actor, in noteIn) (kit.NoContent, error) {
	return kit.NoContent{}, a.Timelines.Note(ctx, actor, domain.Ref{Kind: in.SubjectKind, ID: in.SubjectID}, in.Kind, in.Text, in.OccurredOn,
		in.Mentions)
}

type mentionableIn struct {
	subjectIn
	Query string `query:"q" validate:"max=40" description:"part of a name, its pinyin or initials"`
}

type mentionableOut struct {
	Items []kit.Named `json:"items" required:"true"`
}

// ListMentionable serves people who may be mentioned on a record.
func (a *API) ListMentionable(ctx context.Context, actor domain.Actor, in mentionableIn) (mentionableOut, error) {
	people, err := a.Timelines.Mentionable(ctx, actor, in.ref(), in.Query)
	return mentionableOut{kit.Each(people, func(m notice.Mention) kit.Named { return kit.Named{ID: m.PersonID, Name: m.Name} })}, err
}
