package library

import (
	"context"
	"time"

	"sangu/domain"
	"sangu/domain/notice"
	"sangu/domain/org"
)

// TimelineEntry is one line on a record's page.
type TimelineEntry struct {
	ID         domain.ID
	At         time.Time
	OccurredOn domain.EventDay
	Action     string
	ActorID    domain.ID
	ActorName  string
	Source     domain.Ref
	Title      string
	Details    map[string]any
	// Changes are the fields that a change of the record changed.
	Changes []FieldChange
}

// TimelineFilter narrows a record's timeline; empty fields do not narrow.
type TimelineFilter struct {
	Actions []string
	Kind    TimelineKind
}

// TimelineStore reads timelines; the journal writes them.
type TimelineStore interface {
	// Timeline returns one page of a record's lines, newest first; no actions means all.
	Timeline(ctx context.Context, subject domain.Ref, actions []string, p domain.Page) (domain.Slice[TimelineEntry], error)
	// ActionCounts returns the number of a timeline's lines by their action.
	ActionCounts(ctx context.Context, subject domain.Ref) (map[string]int, error)
	// NamesOf returns the names of units, people and clients by their IDs.
	NamesOf(ctx context.Context, ids []domain.ID) (map[domain.ID]string, error)
	ReachStore
}

// Timelines is the service of what happened to records.
type Timelines struct {
	Work    domain.Work
	store   TimelineStore
	Journal domain.Journal
	// Audience says who may be mentioned on a record.
	Audience *notice.Audience
}

// NewTimelines returns s, the service, with its store filled in.
func NewTimelines(store TimelineStore, s *Timelines) *Timelines {
	s.store = store
	return s
}

// List returns one page of a record's timeline, newest first. It returns a KindNotFound
// error if the actor does not see the record.
func (s *Timelines) List(ctx context.Context, actor domain.Actor, subject domain.Ref, f TimelineFilter,
	p domain.Page) (page domain.Slice[TimelineEntry], err error) {
	if err := s.requireSeen(ctx, actor, subject); err != nil {
		return page, err
	}
	if f.Kind != "" {
		if f.Actions, err = s.actionsOf(ctx, subject, f.Kind); err != nil || len(f.Actions) == 0 {
			return page, err
		}
	}
	if page, err = s.store.Timeline(ctx, subject, f.Actions, p); err != nil {
		return page, err
	}
	var ids []domain.ID
	for i, e := range page.Items {
		page.Items[i].Changes = fieldChanges(e.Details)
		delete(e.Details, "changes")
		ids = append(ids, idsIn(page.Items[i].Changes)...)
	}
	names, err := s.store.NamesOf(ctx, ids)
	for i, e := range page.Items {
		page.Items[i].Changes = withNames(e.Changes, names)
	}
	return page, err
}

// Counts returns the number of lines of each kind on a record's timeline. It returns a
// KindNotFound error if the actor does not see the record.
func (s *Timelines) Counts(ctx context.Context, actor domain.Actor, subject domain.Ref) (map[TimelineKind]int, error) {
	if err := s.requireSeen(ctx, actor, subject); err != nil {
		return nil, err
	}
	byAction, err := s.store.ActionCounts(ctx, subject)
	out := map[TimelineKind]int{}
	for action, n := range byAction {
		out[KindOfAction(action)] += n
	}
	return out, err
}

// requireSeen returns a KindNotFound error if the actor does not see the record.
func (s *Timelines) requireSeen(ctx context.Context, actor domain.Actor, subject domain.Ref) error {
	read, _ := rights(subject.Kind)
	if ok, err := s.store.Within(ctx, actor, read, subject); err != nil || !ok {
		return orNotFound(err, subject.Kind)
	}
	return nil
}

// actionsOf returns those actions of a timeline that are of a kind.
func (s *Timelines) actionsOf(ctx context.Context, subject domain.Ref, kind TimelineKind) ([]string, error) {
	byAction, err := s.store.ActionCounts(ctx, subject)
	var out []string
	for action := range byAction {
		if KindOfAction(action) == kind {
			out = append(out, action)
		}
	}
	return out, err
}

// Note writes a line of progress on a record and notifies the people it mentions. It
// returns a KindInvalid error without a text, or if somebody mentioned does not see the
// record, and a KindNotFound error if the actor does not see it.
func (s *Timelines) Note(ctx context.Context, actor domain.Actor, subject domain.Ref, kind, text string, on domain.Date,
	mentions []domain.ID) error {
	if text == "" {
		return domain.InvalidField("text", "input.required")
	}
	return s.Work.Do(ctx, func(ctx context.Context) error {
		if err := s.requireSeen(ctx, actor, subject); err != nil {
			return err
		}
		people, err := s.Audience.Resolve(ctx, []domain.Ref{subject}, mentions)
		if err != nil {
			return err
		}
		details := map[string]any{"text": text}
		return s.Journal.Record(ctx, actor, domain.Change{Action: "note." + kind, Subject: subject, OccurredOn: domain.OnDay(on),
			Details: details, Tell: notice.AddMentions(details, people)})
	})
}

// Mentionable returns people who may be mentioned on a record, by part of a name.
func (s *Timelines) Mentionable(ctx context.Context, actor domain.Actor, subject domain.Ref, query string) ([]notice.Mention, error) {
	return s.Audience.Suggest(ctx, actor, subject, query)
}

// LedgerNote is what a ledger says of a project's progress or problems.
type LedgerNote struct {
	// ID names the line by what it says of which project.
	ID      domain.ID
	Project Project
	Kind    string // "progress" or "problem"
	Text    string
	On      domain.Date
}

// NoteLedgerWithin writes a ledger's line on a project's page inside a running
// unit of work. It returns a KindForbidden error where the actor may not change
// the project.
func (s *Timelines) NoteLedgerWithin(ctx context.Context, actor domain.Actor, n LedgerNote) error {
	if n.Text == "" {
		return domain.InvalidField("text", "input.required")
	}
	if err := actor.Require(org.ProjectWrite); err != nil {
		return err
	}
	page := domain.Ref{Kind: domain.SubjectProject, ID: n.Project.ID}
	ok, err := s.store.Within(ctx, actor, org.ProjectWrite, page)
	if err != nil {
		return err
	}
	if !ok {
		return domain.Forbidden("actor.out_of_reach")
	}
	return s.Journal.Record(
		ctx,
		actor,
		domain.Change{Action: "note." + n.Kind, Subject: domain.Ref{Kind: "note", ID: n.ID}, Title: n.Project.Name,
			UnitID: n.Project.ResponsibleUnitID, OccurredOn: domain.OnDay(n.On), Links: []domain.Ref{page}, Details: map[string]any{"text": n.Text}},
	)
}
