package recruit

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"sangu/domain"
	"sangu/domain/calendar"
)

// EntryKind is the kind of a line of the calendar.
type EntryKind string

// The kinds of entry: visits, what has to be followed up, and the days that
// projects are held to.
const (
	VisitEntry      EntryKind = "visit"
	StepEntry       EntryKind = "follow_up"
	LeadEntry       EntryKind = "lead"
	StartEntry      EntryKind = "planned_start"
	CompletionEntry EntryKind = "planned_completion"
	ProductionEntry EntryKind = "planned_production"
	ReviewEntry     EntryKind = "review" // 复查 of a suspended project
)

// EntryKinds lists them.
func EntryKinds() []EntryKind {
	return []EntryKind{VisitEntry, StepEntry, LeadEntry, StartEntry, CompletionEntry, ProductionEntry, ReviewEntry}
}

// EntryState is the state of an entry on the day it is looked at.
type EntryState string

// The states of an entry.
const (
	EntryOpen    EntryState = "open"
	EntryDone    EntryState = "done"
	EntryOverdue EntryState = "overdue" // its day is past and it is not done
)

// Entry is one line of the calendar: a day that a record names.
type Entry struct {
	Kind    EntryKind
	ID      domain.ID  // of the record that holds the day
	Subject domain.Ref // the page that it opens
	On      domain.Date
	At      string // HH:MM, or "" for the whole day
	Title   string
	About   string
	Place   string
	Owner   string
	State   EntryState
	// Movable is true where the actor may give the entry another day.
	Movable bool
	Version int
}

// MaxAgendaDays is how many days are read at once, MaxAgendaEntries how many entries of
// a kind.
const (
	MaxAgendaDays    = 92
	MaxAgendaEntries = 1000
)

// AgendaFilter narrows the calendar; no kinds are all kinds.
type AgendaFilter struct {
	From, To domain.Date
	Kinds    []EntryKind
	Mine     bool // the actor's own: owned, led, or assigned
}

// Has reports whether a kind is asked for.
func (f AgendaFilter) Has(k EntryKind) bool { return len(f.Kinds) == 0 || slices.Contains(f.Kinds, k) }

// Check returns a KindInvalid error unless both days are there and in order, fewer
// than most days apart, and every kind is one there is.
func (f AgendaFilter) Check(most int) error {
	var c domain.Check
	c.That(!f.From.IsZero(), "from", "input.required")
	c.That(!f.To.IsZero(), "to", "input.required")
	for _, k := range f.Kinds {
		c.That(slices.Contains(EntryKinds(), k), "kinds", "input.enum", "allowed", EntryKinds())
	}
	if err := c.Err(); err != nil {
		return err
	}
	c.That(!f.To.Before(f.From), "to", "input.date_order")
	c.That(f.To.DaysSince(f.From) < most, "to", "calendar.too_long", "max", most)
	return c.Err()
}

// Agenda is a stretch of the calendar.
type Agenda struct {
	Today domain.Date
	Days  []calendar.Day
	// UnannouncedYears are years whose holidays were not announced yet: their days
	// are known by the day of the week alone.
	UnannouncedYears []int
	Entries          []Entry
	Capped           bool
}

// AgendaStore reads entries within the actor's scope, at most MaxAgendaEntries+1 of
// a kind, open or done.
type AgendaStore interface {
	Entries(ctx context.Context, actor domain.Actor, f AgendaFilter, kind EntryKind) ([]Entry, error)
}

// Agendas is the service of 日程.
type Agendas struct {
	store AgendaStore
	Days  calendar.Calendar
	Clock domain.Clock
}

// NewAgendas returns s, the service, with its store filled in.
func NewAgendas(store AgendaStore, s *Agendas) *Agendas {
	s.store = store
	return s
}

// Between returns the days and entries of a filter, by day and hour. It returns a
// KindInvalid error as AgendaFilter.Check does, for at most MaxAgendaDays.
func (s *Agendas) Between(ctx context.Context, actor domain.Actor, f AgendaFilter) (Agenda, error) {
	if err := f.Check(MaxAgendaDays); err != nil {
		return Agenda{}, err
	}
	a := Agenda{Today: domain.Today(s.Clock), Days: s.Days.Between(f.From, f.To), UnannouncedYears: s.Days.Unknown(f.From, f.To)}
	var err error
	a.Entries, a.Capped, err = s.entries(ctx, actor, f, a.Today)
	return a, err
}

// The stretch that a subscribed calendar holds, in days before and after today.
const (
	feedBefore = 30
	feedAfter  = 365
)

// Feed returns what a subscribed calendar holds: the visits from 30 days ago to
// 365 days ahead, and of everything else what is not done.
func (s *Agendas) Feed(ctx context.Context, actor domain.Actor, mine bool) ([]Entry, error) {
	today := domain.Today(s.Clock)
	all, _, err := s.entries(ctx, actor, AgendaFilter{From: today.AddDays(-feedBefore), To: today.AddDays(feedAfter), Mine: mine}, today)
	return slices.DeleteFunc(all, func(e Entry) bool { return e.Kind != VisitEntry && e.State == EntryDone }), err
}

func (s *Agendas) entries(ctx context.Context, actor domain.Actor, f AgendaFilter, today domain.Date) (out []Entry, capped bool,
	err error) {
	for _, kind := range EntryKinds() {
		if !f.Has(kind) {
			continue
		}
		found, err := s.store.Entries(ctx, actor, f, kind)
		if err != nil {
			return nil, false, err
		}
		if len(found) > MaxAgendaEntries {
			found, capped = found[:MaxAgendaEntries], true
		}
		out = append(out, found...)
	}
	for i, e := range out {
		if e.State == EntryOpen && e.On.Before(today) {
			out[i].State = EntryOverdue
		}
	}
	slices.SortStableFunc(out, func(a, b Entry) int {
		return cmp.Or(a.On.Compare(b.On), strings.Compare(a.At, b.At), cmp.Compare(a.ID, b.ID))
	})
	return out, capped, nil
}
