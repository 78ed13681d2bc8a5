package pool

import (
	"context"
	"time"

	"sangu/domain"
	"sangu/domain/notice"
)

// TimelineEntry is one line on a record's page.
type TimelineEntry struct {
	ID         domain.ID
	At         time.Time
	OccurredOn domain.Date
	Action     string
	ActorID    domain.ID
	ActorName  string
	Source     domain.Ref
	Title      string
	Details    map[string]any
}

// TimelineStore reads timelines; the journal writes them.
type TimelineStore interface {
	Timeline(ctx context.Context, subject domain.Ref, actions []string, p domain.Page) (domain.Slice[TimelineEntry], error)
	Within(ctx context.Context, actor domain.Actor, right domain.Right, subject domain.Ref) (bool, error)
}

// Timelines is the service of what happened to records.
type Timelines struct {
	Work    domain.Work
	Store   TimelineStore
	Journal domain.Journal
	// Audience says who may be mentioned on a record.
	Audience *notice.Audience
}

// List gives one page of a record's timeline, newest first, to somebody who
// sees the record.
func (s *Timelines) List(ctx context.Context, actor domain.Actor, subject domain.Ref, actions []string, p domain.Page) (domain.Slice[TimelineEntry], error) {
	read, _ := rights(subject.Kind)
	if ok, err := s.Store.Within(ctx, actor, read, subject); err != nil || !ok {
		return domain.Slice[TimelineEntry]{}, notFound(err, subject.Kind)
	}
	return s.Store.Timeline(ctx, subject, actions, p)
}

// Note writes a line of progress on a record, and tells the people it mentions.
func (s *Timelines) Note(ctx context.Context, actor domain.Actor, subject domain.Ref, kind, text string, on domain.Date, mentions []domain.ID) error {
	read, _ := rights(subject.Kind)
	if text == "" {
		return domain.InvalidField("text", "input.required")
	}
	return s.Work.Do(ctx, func(ctx context.Context) error {
		if ok, err := s.Store.Within(ctx, actor, read, subject); err != nil || !ok {
			return notFound(err, subject.Kind)
		}
		people, err := s.Audience.Check(ctx, subject, mentions)
		if err != nil {
			return err
		}
		details := map[string]any{"text": text}
		return s.Journal.Record(ctx, actor, domain.Change{Action: "note." + kind, Subject: subject, OccurredOn: on, Details: details, Tell: notice.Named(details, people)})
	})
}

// Mentionable offers people who may be mentioned on a record, by part of a name.
func (s *Timelines) Mentionable(ctx context.Context, actor domain.Actor, subject domain.Ref, query string) ([]notice.Mention, error) {
	return s.Audience.Offer(ctx, actor, subject, query)
}
