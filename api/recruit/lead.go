package recruit

import (
	"context"
	"time"

	"sangu/api/kit"
	libraryapi "sangu/api/library"
	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
	"sangu/domain/recruit"
)

// leadFacts are the fields of a lead; company, subject and channel are required.
type leadFacts struct {
	Company      string       `json:"company" text:"name" validate:"required,max=200"`
	Subject      string       `json:"subject" text:"line" validate:"required,max=500"`
	Channel      string       `json:"channel" validate:"required,oneof=professional leader doorstep referral stationed event intermediary online self"`
	Amount       *domain.Yuan `json:"amount" validate:"omitempty,max=1000000000000000"`
	Industry     string       `json:"industry" validate:"max=3"`
	ContactName  string       `json:"contact_name" text:"person" validate:"max=100"`
	ContactPhone string       `json:"contact_phone" text:"phone" validate:"max=40" description:"given masked; sent back as given it stays"`
	Note         string       `json:"note" text:"content" validate:"max=4000"`
	ReferrerKind string       `json:"referrer_kind" validate:"omitempty,oneof=enterprise client person"`
	ReferrerID   domain.ID    `json:"referrer_id,omitempty"`
	ReferrerName string       `json:"referrer_name" text:"name" validate:"max=200"`
	OwnerID      domain.ID    `json:"owner_id,omitempty"`
	NextOn       domain.Date  `json:"next_on,omitzero"`
	NextAction   string       `json:"next_action" text:"line" validate:"max=500"`
}

func (f leadFacts) facts() recruit.LeadFacts {
	return recruit.LeadFacts{Company: f.Company, Subject: f.Subject, Channel: library.Channel(f.Channel), Amount: f.Amount,
		Industry:    f.Industry,
		ContactName: f.ContactName, ContactPhone: f.ContactPhone, Note: f.Note, ReferrerKind: f.ReferrerKind, ReferrerID: f.ReferrerID,
		ReferrerName: f.ReferrerName, OwnerID: f.OwnerID, NextOn: f.NextOn, NextAction: f.NextAction}
}

type leadOut struct {
	ID domain.ID `json:"id" required:"true"`
	leadFacts
	OwnerName   string      `json:"owner_name" required:"true"`
	UnitID      domain.ID   `json:"unit_id,omitempty"`
	UnitName    string      `json:"unit_name" required:"true"`
	Referrer    string      `json:"referrer" required:"true"`
	ReportedOn  domain.Date `json:"reported_on" required:"true"`
	ReceivedAt  time.Time   `json:"received_at" required:"true"`
	State       string      `json:"state" required:"true"`
	Verdict     string      `json:"verdict" required:"true"`
	AssessedOn  domain.Date `json:"assessed_on,omitzero"`
	ClientID    domain.ID   `json:"client_id,omitempty"`
	ClientName  string      `json:"client_name" required:"true"`
	ProjectID   domain.ID   `json:"project_id,omitempty"`
	ProjectName string      `json:"project_name" required:"true"`
	NextLeft    *int        `json:"next_left,omitempty" description:"as in the list"`
	UpdatedAt   time.Time   `json:"updated_at" required:"true"`
	Version     int         `json:"version" required:"true"`
}

func (l leadOut) RecordVersion() int { return l.Version }

// LeadFrom returns a lead as the API shows it.
func LeadFrom(v recruit.LeadView) leadOut {
	l := v.Lead
	return leadOut{ID: l.ID, leadFacts: leadFacts{Company: l.Company, Subject: l.Subject, Channel: string(l.Channel), Amount: l.Amount,
		Industry: l.Industry, ContactName: l.ContactName, ContactPhone: org.MaskedPhone(l.ContactPhone), Note: l.Note,
		ReferrerKind: l.ReferrerKind, ReferrerID: l.ReferrerID, ReferrerName: l.ReferrerName, OwnerID: l.OwnerID, NextOn: l.NextOn,
		NextAction: l.NextAction}, OwnerName: v.OwnerName, UnitID: l.UnitID, UnitName: v.UnitName,
		Referrer: v.Referrer, ReportedOn: l.ReportedOn, ReceivedAt: l.ReceivedAt, State: string(l.State), Verdict: l.Verdict,
		AssessedOn: l.AssessedOn,
		ClientID:   l.ClientID, ClientName: v.ClientName, ProjectID: l.ProjectID, ProjectName: v.ProjectName, NextLeft: v.NextWorkingDays,
		UpdatedAt: l.UpdatedAt, Version: l.Version}
}

// leadFilter narrows leads, in lists, exports and batches alike.
type leadFilter struct {
	Query    string      `query:"q" validate:"max=100"`
	States   []string    `query:"state" validate:"max=10,dive,max=20"`
	Channels []string    `query:"channel" validate:"max=10,dive,max=20"`
	OwnerID  domain.ID   `query:"owner_id"`
	UnitID   domain.ID   `query:"unit_id"`
	DueBy    domain.Date `query:"due_by"`
	ImportID domain.ID   `query:"import_id" description:"made by this import"`
	Without  []string    `query:"without" validate:"max=5,dive,oneof=owner unit" description:"has none of these"`
	Watched  bool        `query:"watched" description:"those that one follows"`
}

type leadsIn struct {
	kit.PageQuery
	leadFilter
}

func (in leadFilter) Filter() recruit.LeadFilter {
	return recruit.LeadFilter{Query: in.Query, States: kit.Words[recruit.LeadState](in.States),
		Channels: kit.Words[library.Channel](in.Channels), OwnerID: in.OwnerID, UnitID: in.UnitID, DueBy: in.DueBy, Without: in.Without,
		Watched: in.Watched, ImportID: in.ImportID}
}

type leadItem struct {
	ID         domain.ID    `json:"id" required:"true"`
	Company    string       `json:"company" required:"true"`
	Subject    string       `json:"subject" required:"true"`
	Channel    string       `json:"channel" required:"true"`
	Amount     *domain.Yuan `json:"amount" required:"true"`
	State      string       `json:"state" required:"true"`
	OwnerName  string       `json:"owner_name" required:"true"`
	UnitName   string       `json:"unit_name" required:"true"`
	Referrer   string       `json:"referrer" required:"true"`
	ReportedOn domain.Date  `json:"reported_on" required:"true"`
	NextOn     domain.Date  `json:"next_on,omitzero"`
	NextLeft   *int         `json:"next_left,omitempty" description:"working days left until the next follow-up, below 0 how many are past; absent where none is waited for"`
	UpdatedOn  domain.Date  `json:"updated_on" required:"true"`
	Version    int          `json:"version" required:"true"`
}

func leadItemFrom(l recruit.LeadItem) leadItem {
	return leadItem{ID: l.ID, Company: l.Company, Subject: l.Subject, Channel: string(l.Channel), Amount: l.Amount, State: string(l.State),
		OwnerName: l.OwnerName, UnitName: l.UnitName, Referrer: l.Referrer, ReportedOn: l.ReportedOn, NextOn: l.NextOn,
		NextLeft:  l.NextWorkingDays,
		UpdatedOn: l.UpdatedOn, Version: l.Version}
}

func (a *API) ListLeads(ctx context.Context, actor domain.Actor, in leadsIn) (kit.ListOf[leadItem], error) {
	s, err := a.Leads.List(ctx, actor, in.Filter(), in.Page())
	return kit.ListFrom(s, leadItemFrom), err
}

func (a *API) GetLead(ctx context.Context, actor domain.Actor, in kit.ByID) (leadOut, error) {
	v, err := a.Leads.Get(ctx, actor, in.ID)
	return LeadFrom(v), err
}

type leadCreate struct {
	ID domain.ID `json:"id"`
	leadFacts
}

func (a *API) CreateLead(ctx context.Context, actor domain.Actor, in leadCreate) (leadOut, error) {
	v, err := a.Leads.Log(ctx, actor, in.ID, in.facts())
	return LeadFrom(v), err
}

type leadUpdate struct {
	kit.ByID
	kit.Versioned
	leadFacts
}

func (a *API) UpdateLead(ctx context.Context, actor domain.Actor, in leadUpdate) (leadOut, error) {
	v, err := a.Leads.Revise(ctx, actor, in.ID, in.Version(), in.facts())
	return LeadFrom(v), err
}

func (a *API) RevealLeadPhone(ctx context.Context, actor domain.Actor, in kit.ByID) (libraryapi.PhoneOut, error) {
	phone, err := a.Leads.Phone(ctx, actor, in.ID)
	return libraryapi.PhoneOut{Phone: phone}, err
}

type leadAssess struct {
	kit.ByID
	kit.Versioned
	Valid   bool   `json:"valid"`
	Verdict string `json:"verdict" text:"note" validate:"required,max=1000"`
}

func (a *API) AssessLead(ctx context.Context, actor domain.Actor, in leadAssess) (leadOut, error) {
	v, err := a.Leads.Assess(ctx, actor, in.ID, in.Version(), in.Valid, in.Verdict)
	return LeadFrom(v), err
}

type leadConvert struct {
	Lead domain.ID `path:"id" required:"true"`
	kit.Versioned
	ProjectID         domain.ID    `json:"project_id"`
	ClientID          domain.ID    `json:"client_id" description:"a client of the library; without it one is made of the lead's company"`
	CreditCode        string       `json:"credit_code" text:"credit_code" validate:"max=30"`
	CodeOverride      string       `json:"code_override" text:"override" validate:"max=300"`
	InvestorClass     string       `json:"investor_class" validate:"max=40"`
	ProjectName       string       `json:"project_name" text:"name" validate:"max=200"`
	Kind              string       `json:"kind" validate:"max=20"`
	Industry          string       `json:"industry" validate:"max=3"`
	TotalInvestment   *domain.Yuan `json:"total_investment"`
	ResponsibleUnitID domain.ID    `json:"responsible_unit_id"`
	HostUnitID        domain.ID    `json:"host_unit_id"`
	LeaderIDs         []domain.ID  `json:"leader_ids" validate:"max=20"`
}

func (a *API) ConvertLead(ctx context.Context, actor domain.Actor, in leadConvert) (leadOut, error) {
	v, err := a.Leads.Convert(ctx, actor, in.Lead, in.Version(), recruit.Conversion{ProjectID: in.ProjectID, ClientID: in.ClientID,
		Client: library.ClientFacts{OrganizationFacts: library.OrganizationFacts{CreditCode: library.NormalCreditCode(in.CreditCode),
			CodeOverride: in.CodeOverride}, InvestorClass: in.InvestorClass},
		Project: library.ProjectFacts{Name: in.ProjectName, Kind: in.Kind, Industry: in.Industry, TotalInvestment: in.TotalInvestment,
			ResponsibleUnitID: in.ResponsibleUnitID, HostUnitID: in.HostUnitID}, Leaders: in.LeaderIDs})
	return LeadFrom(v), err
}

func (a *API) ReopenLead(ctx context.Context, actor domain.Actor, in reopenIn) (leadOut, error) {
	l, err := a.Leads.Reopen(ctx, actor, in.ID, in.Version())
	return LeadFrom(l), err
}

type leadPostpone struct {
	kit.ByID
	kit.Versioned
	NextOn domain.Date `json:"next_on" validate:"required"`
}

func (a *API) PostponeLead(ctx context.Context, actor domain.Actor, in leadPostpone) (leadOut, error) {
	v, err := a.Leads.Postpone(ctx, actor, in.ID, in.Version(), in.NextOn)
	return LeadFrom(v), err
}
