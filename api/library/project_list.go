package library

import (
	"context"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/library"
)

// ProjectFilter narrows projects, in lists, reports and exports alike.
type ProjectFilter struct {
	Query         string       `query:"q" validate:"max=100" description:"part of name or code, pinyin or initials"`
	Stages        []string     `query:"stage" validate:"max=20,dive,max=20"`
	Statuses      []string     `query:"status" validate:"max=10,dive,max=20"`
	Kinds         []string     `query:"kind" validate:"max=10,dive,max=20"`
	Sections      []string     `query:"section" validate:"max=20,dive,len=1"`
	UnitID        domain.ID    `query:"unit_id" description:"responsible unit"`
	Attracting    domain.ID    `query:"attracting_unit_id"`
	HostUnitID    domain.ID    `query:"host_unit_id"`
	LeaderID      domain.ID    `query:"leader_id"`
	ClientID      domain.ID    `query:"client_id"`
	Channels      []string     `query:"channel" validate:"max=10,dive,max=20"`
	Chain         string       `query:"chain" validate:"max=100"`
	Horizon       string       `query:"horizon" validate:"max=20"`
	KeyLevels     []string     `query:"key_level" validate:"max=10,dive,max=20" description:"the highest key-project list that it is on"`
	MinInvestment *domain.Yuan `query:"min_investment"`
	Below         *domain.Yuan `query:"below_investment"`
	Industrial    *bool        `query:"industrial" description:"GB/T 4754 sections B, C, D; by kind where no industry is known"`
	HighTech      *bool        `query:"high_tech"`
	SignedFrom    domain.Date  `query:"signed_from"`
	SignedTo      domain.Date  `query:"signed_to"`
	StartedFrom   domain.Date  `query:"started_from" description:"had come to the start on this day or later"`
	ProducedFrom  domain.Date  `query:"produced_from"`
	Going         bool         `query:"going" description:"not lost, terminated or exited"`
	Reached       string       `query:"reached" validate:"max=20" description:"has come at least as far as this stage"`
	NotReached    string       `query:"not_reached" validate:"max=20"`
	IDs           []domain.ID  `query:"id" validate:"max=1000"`
	Confirmed     string       `query:"confirmed" validate:"omitempty,oneof=SIGNED STARTED IN_PRODUCTION" description:"the stage that verifiers confirmed"`
	Denied        bool         `query:"denied" description:"a stage was claimed that verifiers do not recognise"`
	ShouldBegin   domain.Date  `query:"should_have_begun" description:"planned start before this day and not started"`
	StaleBefore   domain.Date  `query:"stale_before" description:"not changed since this day"`
	Evidence      []string     `query:"evidence" validate:"max=10,dive,max=40" description:"holds each of these kinds of attachment"`
	Watched       bool         `query:"watched" description:"those that one follows"`
	OneSheet      bool         `query:"one_sheet" description:"一张纸: a dossier below 30 of 100 and no attachment"`
	Mine          bool         `query:"mine" description:"led or put in by oneself"`
	Without       []string     `query:"without" validate:"max=5,dive,oneof=leader host kind" description:"has none of these"`
	ImportID      domain.ID    `query:"import_id" description:"made or changed by this import"`
	Lights        []string     `query:"light" validate:"max=5,dive,oneof=red yellow blue green none" description:"shows one of these lights today; what produces or is over shows none of them"`
}

// Filter returns the filter as the services take it.
func (f ProjectFilter) Filter() library.ProjectFilter {
	return library.ProjectFilter{
		Query:            f.Query,
		Stages:           stagesOf(f.Stages),
		Statuses:         kit.Words[library.Status](f.Statuses),
		Kinds:            f.Kinds,
		Sections:         f.Sections,
		UnitID:           f.UnitID,
		AttractingUnitID: f.Attracting,
		HostUnitID:       f.HostUnitID,
		LeaderID:         f.LeaderID,
		ClientID:         f.ClientID,
		Channels:         kit.Words[library.Channel](f.Channels),
		Chain:            f.Chain,
		Horizon:          f.Horizon,
		KeyLevels:        f.KeyLevels,
		MinInvestment:    f.MinInvestment,
		BelowInvestment:  f.Below,
		Industrial:       f.Industrial,
		HighTech:         f.HighTech,
		SignedFrom:       f.SignedFrom,
		SignedTo:         f.SignedTo,
		StartedFrom:      f.StartedFrom,
		ProducedFrom:     f.ProducedFrom,
		Going:            f.Going,
		Reached:          library.Stage(f.Reached),
		NotReached:       library.Stage(f.NotReached),
		IDs:              f.IDs,
		Confirmed:        library.Stage(f.Confirmed),
		Denied:           f.Denied,
		ShouldHaveBegun:  f.ShouldBegin,
		StaleBefore:      f.StaleBefore,
		Evidence:         f.Evidence,
		OneSheet:         f.OneSheet,
		Mine:             f.Mine,
		Without:          f.Without,
		Lights:           f.Lights,
		Watched:          f.Watched,
		ImportID:         f.ImportID,
	}
}

type projectItem struct {
	ID              domain.ID       `json:"id" required:"true"`
	Code            string          `json:"code" required:"true"`
	Name            string          `json:"name" required:"true"`
	Kind            string          `json:"kind" required:"true"`
	Industry        string          `json:"industry" required:"true"`
	Chain           string          `json:"chain" required:"true"`
	TotalInvestment *domain.Yuan    `json:"total_investment" required:"true"`
	Stage           string          `json:"stage" required:"true"`
	StageSince      domain.EventDay `json:"stage_since,omitzero"`
	Denied          string          `json:"denied" required:"true" description:"the first stage that was claimed and that verifiers do not recognise, or empty; stage is before it"`
	Status          string          `json:"status" required:"true"`
	HostUnit        string          `json:"host_unit" required:"true"`
	ResponsibleUnit string          `json:"responsible_unit" required:"true"`
	Leaders         string          `json:"leaders" required:"true"`
	ClientName      string          `json:"client_name" required:"true"`
	SignedOn        domain.EventDay `json:"signed_on,omitzero"`
	StartedOn       domain.EventDay `json:"started_on,omitzero"`
	PlannedStart    domain.Date     `json:"planned_start,omitzero"`
	Completeness    int             `json:"completeness" required:"true"`
	UpdatedOn       domain.Date     `json:"updated_on" required:"true"`
	Light           string          `json:"light" required:"true" description:"red, yellow, blue, green, none for no data; empty where it produces or is over"`
	StartLeft       *int            `json:"start_left,omitempty" description:"working days left until the planned start, below 0 how many are past; absent where it is not waited for"`
	Version         int             `json:"version" required:"true"`
}

func projectItemFrom(p library.ProjectItem) projectItem {
	return projectItem{ID: p.ID, Code: p.Code, Name: p.Name, Kind: p.Kind, Industry: p.Industry, Chain: p.Chain,
		TotalInvestment: p.TotalInvestment, Stage: string(p.Stage), StageSince: p.StageSince,
		Denied: string(p.Denied), Status: string(p.Status), HostUnit: p.HostUnit,
		ResponsibleUnit: p.ResponsibleUnit, Leaders: p.Leaders, ClientName: p.ClientName, SignedOn: p.SignedOn, StartedOn: p.StartedOn,
		PlannedStart: p.PlannedStart, Completeness: p.Completeness, UpdatedOn: p.UpdatedOn, Light: p.Light, StartLeft: p.WorkingDaysToStart,
		Version: p.Version}
}

type projectsIn struct {
	kit.PageQuery
	ProjectFilter
}

// ListProjects serves one page of projects.
func (a *API) ListProjects(ctx context.Context, actor domain.Actor, in projectsIn) (kit.ListOf[projectItem], error) {
	s, err := a.Projects.List(ctx, actor, in.Filter(), in.Page())
	return kit.ListFrom(s, projectItemFrom), err
}

type projectTotalsOut struct {
	Count           int         `json:"count" required:"true"`
	TotalInvestment domain.Yuan `json:"total_investment" required:"true" description:"元, other currencies at each project's own rate"`
	Unknown         int         `json:"unknown" required:"true" description:"projects whose total investment nobody has said"`
}

// GetProjectTotals serves the sums of a filter.
func (a *API) GetProjectTotals(ctx context.Context, actor domain.Actor, in ProjectFilter) (projectTotalsOut, error) {
	t, err := a.Projects.Totals(ctx, actor, in.Filter())
	return projectTotalsOut{t.Count, t.TotalInvestment, t.Unknown}, err
}
