package goals

import (
	"context"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/goals"
)

type decisionOut struct {
	Kind      string         `json:"kind" required:"true" enum:"stage,fund,lead,suspicion_answer,suspicion_close"`
	ID        domain.ID      `json:"id" required:"true" description:"of the stage event, fund entry, lead or suspicion"`
	Version   int            `json:"version" required:"true" description:"of a lead or suspicion, for If-Match"`
	Subject   string         `json:"subject_kind" required:"true" enum:"project,lead"`
	SubjectID domain.ID      `json:"subject_id" required:"true"`
	Title     string         `json:"title" required:"true"`
	Unit      string         `json:"unit" required:"true"`
	By        string         `json:"by" required:"true" description:"who claimed, reported or answered"`
	On        domain.Date    `json:"on" required:"true"`
	What      string         `json:"what" required:"true" description:"the stage, category of money, channel, or check"`
	Amount    *domain.Yuan   `json:"amount,omitempty"`
	Voucher   string         `json:"voucher" required:"true"`
	Evidence  []domain.ID    `json:"evidence" required:"true" description:"the attachments that the unit named for the money"`
	Text      string         `json:"text" required:"true"`
	Facts     map[string]any `json:"facts" required:"true"`
}

func decisionFrom(d goals.Decision) decisionOut {
	out := decisionOut{Kind: string(d.Kind), ID: d.ID, Version: d.Version, Subject: d.Subject.Kind, SubjectID: d.Subject.ID, Title: d.Title,
		Unit: d.Unit, By: d.By, On: d.On, What: d.What, Amount: d.Amount, Voucher: d.Voucher,
		Evidence: append([]domain.ID{}, d.Evidence...), Text: d.Text, Facts: d.Facts}
	if out.Facts == nil {
		out.Facts = map[string]any{}
	}
	return out
}

type decisionGroupOut struct {
	Kind  string        `json:"kind" required:"true" enum:"stage,fund,lead,suspicion_answer,suspicion_close"`
	Items []decisionOut `json:"items" required:"true" description:"the first to have come first, 20 at most"`
	More  bool          `json:"more" required:"true" description:"others wait besides"`
}

type decisionsOut struct {
	Groups []decisionGroupOut `json:"groups" required:"true"`
}

func (a *API) ListDecisions(ctx context.Context, actor domain.Actor, _ struct{}) (decisionsOut, error) {
	groups, err := a.Decisions.Waiting(ctx, actor)
	return decisionsOut{kit.Each(groups, func(g goals.DecisionGroup) decisionGroupOut {
		return decisionGroupOut{string(g.Kind), kit.Each(g.Items, decisionFrom), g.More}
	})}, err
}
