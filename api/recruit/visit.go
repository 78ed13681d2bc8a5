package recruit

import (
	"context"
	"time"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/recruit"
)

type visitFacts struct {
	Way           string      `json:"way" validate:"required,oneof=out in"`
	On            domain.Date `json:"on" validate:"required"`
	StartsAt      string      `json:"starts_at" validate:"max=5" description:"HH:MM"`
	Company       string      `json:"company" text:"name" validate:"required,max=200"`
	Place         string      `json:"place" text:"name" validate:"max=200"`
	LeaderID      domain.ID   `json:"leader_id,omitempty"`
	Party         []string    `json:"party" text:"person" validate:"max=50,dive,max=100"`
	Met           string      `json:"met" text:"line" validate:"max=500"`
	Purpose       string      `json:"purpose" text:"remark" validate:"max=2000"`
	OwnerID       domain.ID   `json:"owner_id,omitempty"`
	LeadIDs       []domain.ID `json:"lead_ids" validate:"max=50"`
	ClientIDs     []domain.ID `json:"client_ids" validate:"max=50"`
	ProjectIDs    []domain.ID `json:"project_ids" validate:"max=50" description:"offer projects taken along"`
	EnterpriseIDs []domain.ID `json:"enterprise_ids" validate:"max=50"`
}

func (f visitFacts) facts() recruit.VisitFacts {
	return recruit.VisitFacts{Way: f.Way, On: f.On, StartsAt: f.StartsAt, Company: f.Company, Place: f.Place, LeaderID: f.LeaderID,
		Party: f.Party, Met: f.Met,
		Purpose: f.Purpose, OwnerID: f.OwnerID, Leads: f.LeadIDs, Clients: f.ClientIDs, Projects: f.ProjectIDs, Enterprises: f.EnterpriseIDs}
}

type linkOut struct {
	Kind string    `json:"kind" required:"true"`
	ID   domain.ID `json:"id" required:"true"`
	Name string    `json:"name" required:"true"`
}

type followUpOut struct {
	ID        domain.ID   `json:"id" required:"true"`
	Kind      string      `json:"kind" required:"true"`
	SubjectID domain.ID   `json:"subject_id" required:"true"`
	Title     string      `json:"title" required:"true"`
	About     string      `json:"about" required:"true"`
	OwnerID   domain.ID   `json:"owner_id" required:"true"`
	DueOn     domain.Date `json:"due_on" required:"true"`
	Left      *int        `json:"left,omitempty" description:"of an open step on a visit's page: working days left until it is due, below 0 how many are past"`
	DoneAt    *time.Time  `json:"done_at,omitempty"`
	Version   int         `json:"version" required:"true"`
}

func (f followUpOut) RecordVersion() int { return f.Version }

// FollowUpFrom returns a follow-up as the API shows it.
func FollowUpFrom(f recruit.FollowUp) followUpOut {
	out := followUpOut{ID: f.ID, Kind: f.Subject.Kind, SubjectID: f.Subject.ID, Title: f.Title, About: f.About, OwnerID: f.OwnerID,
		DueOn: f.DueOn, Left: f.Left, DoneAt: nil, Version: f.Version}
	if !f.DoneAt.IsZero() {
		out.DoneAt = &f.DoneAt
	}
	return out
}

type visitOut struct {
	ID domain.ID `json:"id" required:"true"`
	visitFacts
	LeaderName string        `json:"leader_name" required:"true"`
	OwnerName  string        `json:"owner_name" required:"true"`
	UnitName   string        `json:"unit_name" required:"true"`
	State      string        `json:"state" required:"true"`
	Outcome    string        `json:"outcome" required:"true"`
	Summary    string        `json:"summary" required:"true"`
	Reason     string        `json:"reason" required:"true"`
	Links      []linkOut     `json:"links" required:"true"`
	Steps      []followUpOut `json:"steps" required:"true"`
	UpdatedAt  time.Time     `json:"updated_at" required:"true"`
	Version    int           `json:"version" required:"true"`
}

func (v visitOut) RecordVersion() int { return v.Version }

// VisitFrom returns a visit as the API shows it.
func VisitFrom(w recruit.VisitView) visitOut {
	v := w.Visit
	return visitOut{ID: v.ID, visitFacts: visitFacts{Way: v.Way, On: v.On, StartsAt: v.StartsAt, Company: v.Company, Place: v.Place,
		LeaderID: v.LeaderID, Party: append([]string{}, v.Party...), Met: v.Met, Purpose: v.Purpose, OwnerID: v.OwnerID,
		LeadIDs: append([]domain.ID{}, v.Leads...), ClientIDs: append([]domain.ID{}, v.Clients...),
		ProjectIDs: append([]domain.ID{}, v.Projects...), EnterpriseIDs: append([]domain.ID{}, v.Enterprises...)},
		LeaderName: w.LeaderName, OwnerName: w.OwnerName, UnitName: w.UnitName, State: string(v.State), Outcome: v.Outcome, Summary: v.Summary,
		Reason: v.Reason,
		Links:  kit.Each(w.Linked, func(l recruit.Linked) linkOut { return linkOut{l.Kind, l.ID, l.Name} }),
		Steps:  kit.Each(v.Steps, FollowUpFrom), UpdatedAt: v.UpdatedAt, Version: v.Version}
}

// visitFilter narrows visits, in lists, exports and batches alike.
type visitFilter struct {
	Query    string      `query:"q" validate:"max=100"`
	States   []string    `query:"state" validate:"max=10,dive,max=20"`
	Way      string      `query:"way" validate:"omitempty,oneof=out in"`
	From     domain.Date `query:"from"`
	To       domain.Date `query:"to"`
	LeaderID domain.ID   `query:"leader_id"`
	OwnerID  domain.ID   `query:"owner_id"`
	UnitID   domain.ID   `query:"unit_id"`
	Mine     bool        `query:"mine"`
	Watched  bool        `query:"watched" description:"those that one follows"`
	Without  []string    `query:"without" validate:"max=5,dive,oneof=leader owner unit" description:"has none of these"`
	ImportID domain.ID   `query:"import_id" description:"made by this import"`
	Kind     string      `query:"subject_kind" validate:"omitempty,oneof=lead client project enterprise"`
	Subject  domain.ID   `query:"subject_id"`
}

type visitsIn struct {
	kit.PageQuery
	visitFilter
}

func (in visitFilter) Filter() recruit.VisitFilter {
	return recruit.VisitFilter{Query: in.Query, States: kit.Words[recruit.VisitState](in.States), Way: in.Way, From: in.From, To: in.To,
		LeaderID: in.LeaderID,
		OwnerID:  in.OwnerID, UnitID: in.UnitID, Mine: in.Mine, Watched: in.Watched, ImportID: in.ImportID, Without: in.Without,
		Subject: domain.Ref{Kind: in.Kind, ID: in.Subject}}
}

type visitItem struct {
	ID         domain.ID   `json:"id" required:"true"`
	On         domain.Date `json:"on" required:"true"`
	StartsAt   string      `json:"starts_at" required:"true"`
	Way        string      `json:"way" required:"true"`
	Company    string      `json:"company" required:"true"`
	Place      string      `json:"place" required:"true"`
	LeaderName string      `json:"leader_name" required:"true"`
	OwnerName  string      `json:"owner_name" required:"true"`
	UnitName   string      `json:"unit_name" required:"true"`
	Met        string      `json:"met" required:"true"`
	State      string      `json:"state" required:"true"`
	Outcome    string      `json:"outcome" required:"true"`
	Calls      int         `json:"calls" required:"true" description:"visits at this client's door led by a leader, up to this one"`
	Version    int         `json:"version" required:"true"`
}

func visitItemFrom(v recruit.VisitItem) visitItem {
	return visitItem{ID: v.ID, On: v.On, StartsAt: v.StartsAt, Way: v.Way, Company: v.Company, Place: v.Place, LeaderName: v.LeaderName,
		OwnerName: v.OwnerName, UnitName: v.UnitName, Met: v.Met, State: string(v.State), Outcome: v.Outcome, Calls: v.Calls, Version: v.Version}
}

func (a *API) ListVisits(ctx context.Context, actor domain.Actor, in visitsIn) (kit.ListOf[visitItem], error) {
	s, err := a.Visits.List(ctx, actor, in.Filter(), in.Page())
	return kit.ListFrom(s, visitItemFrom), err
}

func (a *API) GetVisit(ctx context.Context, actor domain.Actor, in kit.ByID) (visitOut, error) {
	v, err := a.Visits.Get(ctx, actor, in.ID)
	return VisitFrom(v), err
}

type visitCreate struct {
	ID domain.ID `json:"id"`
	visitFacts
	Mentions []domain.ID `json:"mentions" validate:"max=20" description:"people named in the purpose as @name"`
}

func (a *API) CreateVisit(ctx context.Context, actor domain.Actor, in visitCreate) (visitOut, error) {
	v, err := a.Visits.Schedule(ctx, actor, in.ID, in.facts(), in.Mentions)
	return VisitFrom(v), err
}

type visitUpdate struct {
	kit.ByID
	kit.Versioned
	visitFacts
}

func (a *API) UpdateVisit(ctx context.Context, actor domain.Actor, in visitUpdate) (visitOut, error) {
	v, err := a.Visits.Revise(ctx, actor, in.ID, in.Version(), in.facts())
	return VisitFrom(v), err
}

type stepIn struct {
	Title   string      `json:"title" text:"line" validate:"required,max=300"`
	DueOn   domain.Date `json:"due_on" validate:"required"`
	OwnerID domain.ID   `json:"owner_id"`
}

type visitComplete struct {
	kit.ByID
	kit.Versioned
	Outcome  string      `json:"outcome" validate:"required,oneof=none intent agreement"`
	Summary  string      `json:"summary" text:"content" validate:"required,max=4000"`
	Met      string      `json:"met" text:"line" validate:"max=500"`
	Steps    []stepIn    `json:"steps" validate:"max=20,dive"`
	Mentions []domain.ID `json:"mentions" validate:"max=20" description:"people named in the summary as @name"`
}

func (a *API) CompleteVisit(ctx context.Context, actor domain.Actor, in visitComplete) (visitOut, error) {
	r := recruit.Result{Outcome: in.Outcome, Summary: in.Summary, Met: in.Met, Mentions: in.Mentions}
	for _, s := range in.Steps {
		r.Steps = append(r.Steps, recruit.FollowUp{Title: s.Title, DueOn: s.DueOn, OwnerID: s.OwnerID})
	}
	v, err := a.Visits.Complete(ctx, actor, in.ID, in.Version(), r)
	return VisitFrom(v), err
}

type visitCancel struct {
	kit.ByID
	kit.Versioned
	Reason string `json:"reason" text:"reason" validate:"required,max=500"`
}

func (a *API) CancelVisit(ctx context.Context, actor domain.Actor, in visitCancel) (visitOut, error) {
	v, err := a.Visits.Cancel(ctx, actor, in.ID, in.Version(), in.Reason)
	return VisitFrom(v), err
}

type stepFinish struct {
	kit.ByID
	Done bool `json:"done"`
}

func (a *API) CompleteFollowUp(ctx context.Context, actor domain.Actor, in stepFinish) (followUpOut, error) {
	f, err := a.Visits.FinishFollowUp(ctx, actor, in.ID, in.Done)
	return FollowUpFrom(f), err
}

type reopenIn struct {
	kit.ByID
	kit.Versioned
}

func (a *API) ReopenVisit(ctx context.Context, actor domain.Actor, in reopenIn) (visitOut, error) {
	v, err := a.Visits.Reopen(ctx, actor, in.ID, in.Version())
	return VisitFrom(v), err
}

type visitMove struct {
	kit.ByID
	kit.Versioned
	On       domain.Date `json:"on" validate:"required"`
	StartsAt *string     `json:"starts_at" validate:"omitempty,max=5" description:"HH:MM; without it the hour stays"`
}

func (a *API) RescheduleVisit(ctx context.Context, actor domain.Actor, in visitMove) (visitOut, error) {
	v, err := a.Visits.Reschedule(ctx, actor, in.ID, in.Version(), in.On, in.StartsAt)
	return VisitFrom(v), err
}
