package recruit

import (
	"context"
	"time"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/recruit"
)

type taskOut struct {
	Kind      string      `json:"kind" required:"true" enum:"follow_up,lead" description:"a step is ticked off, a lead is followed up on its page"`
	ID        domain.ID   `json:"id" required:"true"`
	Subject   string      `json:"subject_kind" required:"true" description:"the page it opens"`
	SubjectID domain.ID   `json:"subject_id" required:"true"`
	Title     string      `json:"title" required:"true" description:"empty for a lead whose next action nobody named"`
	Matter    string      `json:"matter" required:"true" description:"what the lead is about"`
	About     string      `json:"about" required:"true"`
	DueOn     domain.Date `json:"due_on" required:"true"`
	Late      int         `json:"late" required:"true" description:"working days overdue; 0 also where no office was open since"`
	DoneAt    *time.Time  `json:"done_at,omitempty"`
}

func taskFrom(t recruit.Task) taskOut {
	out := taskOut{Kind: string(t.Kind), ID: t.ID, Subject: t.Subject.Kind, SubjectID: t.Subject.ID, Title: t.Title, Matter: t.Matter,
		About: t.About, DueOn: t.DueOn, Late: t.Late, DoneAt: nil}
	if !t.DoneAt.IsZero() {
		out.DoneAt = &t.DoneAt
	}
	return out
}

type tripOut struct {
	visitItem
	ContactName  string `json:"contact_name" required:"true"`
	ContactPhone string `json:"contact_phone" required:"true" description:"of the client or lead that the visit belongs to, or empty"`
	Call         int    `json:"call" required:"true" description:"which call of leaders at this client's door it is, the planned one counted; 0 where it is none"`
}

type deskOut struct {
	Today   domain.Date `json:"today" required:"true"`
	Overdue []taskOut   `json:"overdue" required:"true"`
	Due     []taskOut   `json:"due" required:"true"`
	Done    []taskOut   `json:"done" required:"true" description:"steps finished today"`
	Week    int         `json:"week" required:"true" description:"further tasks due within seven days"`
	Visits  []tripOut   `json:"visits" required:"true"`
}

func (a *API) GetDesk(ctx context.Context, actor domain.Actor, _ struct{}) (deskOut, error) {
	d, err := a.Desks.Desk(ctx, actor)
	return deskOut{Today: d.Today, Overdue: kit.Each(d.Overdue, taskFrom), Due: kit.Each(d.Due, taskFrom), Done: kit.Each(d.Done, taskFrom),
		Week: d.Week, Visits: kit.Each(d.Visits, func(t recruit.DeskVisit) tripOut {
			return tripOut{visitItem: visitItemFrom(t.VisitItem), ContactName: t.VisitContact.Name, ContactPhone: t.VisitContact.Phone, Call: t.Call}
		})}, err
}

type idleLeadOut struct {
	ID        domain.ID   `json:"id" required:"true"`
	Company   string      `json:"company" required:"true"`
	Subject   string      `json:"subject" required:"true"`
	Since     domain.Date `json:"since" required:"true" description:"the last day that something happened on it"`
	Days      int         `json:"days" required:"true"`
	ReleaseOn domain.Date `json:"release_on" required:"true" description:"the day on which it ought to be released; the product only reminds"`
}

type leadWayOut struct {
	Since       domain.Date `json:"since" required:"true"`
	Unit        bool        `json:"unit" required:"true" description:"the leads of the unit and not of the person alone"`
	Leads       int         `json:"leads" required:"true"`
	Valid       int         `json:"valid" required:"true"`
	Negotiating int         `json:"negotiating" required:"true"`
	Intended    int         `json:"intended" required:"true"`
	Signed      int         `json:"signed" required:"true"`
	Started     int         `json:"started" required:"true"`
}

type leadDeskOut struct {
	Today     domain.Date   `json:"today" required:"true"`
	Reminder  int           `json:"reminder_days" required:"true"`
	Release   int           `json:"release_days" required:"true"`
	Idle      []idleLeadOut `json:"idle" required:"true"`
	IdleCount int           `json:"idle_count" required:"true"`
	Way       *leadWayOut   `json:"way,omitempty" description:"how far the leads reported this year have come; absent for who works on none"`
}

func (a *API) GetLeadDesk(ctx context.Context, actor domain.Actor, _ struct{}) (leadDeskOut, error) {
	d, err := a.Desks.LeadDesk(ctx, actor)
	out := leadDeskOut{Today: d.Today, Reminder: recruit.IdleReminderDays, Release: recruit.IdleReleaseDays,
		Idle: kit.Each(d.Idle, func(l recruit.IdleLead) idleLeadOut {
			return idleLeadOut{ID: l.ID, Company: l.Company, Subject: l.Subject, Since: l.Since, Days: l.Days(d.Today), ReleaseOn: l.ReleaseOn()}
		}), IdleCount: d.IdleCount, Way: nil}
	if w := d.Funnel; w != nil {
		out.Way = &leadWayOut{Since: w.Since, Unit: w.Unit, Leads: w.Leads, Valid: w.Valid, Negotiating: w.Negotiating, Intended: w.Intended,
			Signed: w.Signed, Started: w.Started}
	}
	return out, err
}
