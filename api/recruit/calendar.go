package recruit

import (
	"context"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/calendar"
	"sangu/domain/recruit"
)

type calendarIn struct {
	From  domain.Date `query:"from" validate:"required" required:"true"`
	To    domain.Date `query:"to" validate:"required" required:"true" description:"at most 92 days in all"`
	Kinds []string    `query:"kinds" validate:"max=10,dive,max=20" description:"visit, follow_up, lead, planned_start, planned_completion, planned_production, review; none is all"`
	Mine  bool        `query:"mine" description:"the reader's own: owned, led, or assigned"`
}

type dayOut struct {
	On      domain.Date `json:"on" required:"true"`
	Kind    string      `json:"kind" required:"true" description:"workday, weekend, holiday 休, makeup 班: a weekend day that is worked"`
	Holiday string      `json:"holiday" required:"true" description:"new_year, spring, qingming, labour, dragon_boat, mid_autumn, national, national_mid; empty on other days"`
	Known   bool        `json:"known" required:"true" description:"false where the year's holidays were not announced: kind is then by the day of the week"`
}

func dayFrom(d calendar.Day) dayOut {
	return dayOut{On: d.On, Kind: string(d.Kind), Holiday: d.Holiday, Known: d.Known}
}

type entryOut struct {
	Kind        string      `json:"kind" required:"true"`
	ID          domain.ID   `json:"id" required:"true" description:"of the record that holds the day"`
	SubjectKind string      `json:"subject_kind" required:"true" description:"with subject_id, the page that it opens"`
	SubjectID   domain.ID   `json:"subject_id" required:"true"`
	On          domain.Date `json:"on" required:"true"`
	At          string      `json:"at" required:"true" description:"HH:MM, or empty for the whole day"`
	Title       string      `json:"title" required:"true"`
	About       string      `json:"about" required:"true"`
	Place       string      `json:"place" required:"true"`
	Owner       string      `json:"owner" required:"true"`
	State       string      `json:"state" required:"true" description:"open, done or overdue"`
	Movable     bool        `json:"movable" required:"true" description:"whether the reader may give it another day"`
	Version     int         `json:"version" required:"true"`
}

func entryFrom(e recruit.Entry) entryOut {
	return entryOut{Kind: string(e.Kind), ID: e.ID, SubjectKind: e.Subject.Kind, SubjectID: e.Subject.ID, On: e.On, At: e.At, Title: e.Title,
		About: e.About, Place: e.Place, Owner: e.Owner, State: string(e.State), Movable: e.Movable, Version: e.Version}
}

type calendarOut struct {
	Today        domain.Date `json:"today" required:"true"`
	Days         []dayOut    `json:"days" required:"true"`
	UnknownYears []int       `json:"unknown_years" required:"true" description:"years whose holidays were not announced"`
	Items        []entryOut  `json:"items" required:"true"`
	Capped       bool        `json:"capped" required:"true" description:"true when there is more than the thousand of a kind that is given"`
}

func (a *API) GetCalendar(ctx context.Context, actor domain.Actor, in calendarIn) (calendarOut, error) {
	g, err := a.Agendas.Between(ctx, actor, recruit.AgendaFilter{From: in.From, To: in.To, Kinds: kit.Words[recruit.EntryKind](in.Kinds),
		Mine: in.Mine})
	return calendarOut{Today: g.Today, Days: kit.Each(g.Days, dayFrom), UnknownYears: append([]int{}, g.UnannouncedYears...),
		Items: kit.Each(g.Entries, entryFrom), Capped: g.Capped}, err
}
