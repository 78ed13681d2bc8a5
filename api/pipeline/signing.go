package pipeline

import (
	"context"
	"time"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/pipeline"
)

type signingEventOut struct {
	ID          domain.ID       `json:"id" required:"true"`
	Kind        string          `json:"kind" required:"true"`
	SignedOn    domain.EventDay `json:"signed_on" required:"true"`
	Amount      domain.Yuan     `json:"amount" required:"true" description:"元"`
	Counterpart string          `json:"counterpart" required:"true"`
	Occasion    string          `json:"occasion" required:"true"`
	Exclusions  []string        `json:"exclusions" required:"true"`
	Note        string          `json:"note" required:"true"`
	Holds       bool            `json:"holds" required:"true"`
	ByName      string          `json:"by_name" required:"true"`
	RecordedAt  time.Time       `json:"recorded_at" required:"true"`
}

type signingsOut struct {
	Items   []signingEventOut `json:"items" required:"true"`
	Counted domain.Yuan       `json:"counted" required:"true" description:"the money that counts: the first signing and increments, 元"`
}

func (a *API) signingsFrom(all []pipeline.SigningEvent) signingsOut {
	holds := map[domain.ID]bool{}
	for _, e := range pipeline.EffectiveSignings(all) {
		holds[e.ID] = true
	}
	out := signingsOut{Items: []signingEventOut{}, Counted: pipeline.CountedAmount(all, domain.Today(a.Pipeline.Clock), nil)}
	for _, e := range all {
		out.Items = append(out.Items, signingEventOut{ID: e.ID, Kind: string(e.Kind), SignedOn: e.SignedOn, Amount: e.Amount,
			Counterpart: e.Counterpart, Occasion: e.Occasion, Exclusions: append([]string{}, e.Exclusions...), Note: e.Note, Holds: holds[e.ID],
			ByName: e.ByName, RecordedAt: e.RecordedAt})
	}
	return out
}

// ListSignings returns a project's signings.
func (a *API) ListSignings(ctx context.Context, actor domain.Actor, in kit.ByID) (signingsOut, error) {
	all, err := a.Pipeline.Signings(ctx, actor, in.ID)
	return a.signingsFrom(all), err
}

type signingIn struct {
	Project     domain.ID       `path:"id" required:"true"`
	ID          domain.ID       `json:"id"`
	Kind        string          `json:"kind" validate:"required,oneof=FIRST UPGRADE INCREMENT REPLACED"`
	SignedOn    domain.EventDay `json:"signed_on" validate:"required"`
	Amount      domain.Yuan     `json:"amount" validate:"min=0,max=1000000000000000"`
	Counterpart string          `json:"counterpart" text:"name" validate:"max=200"`
	Occasion    string          `json:"occasion" text:"name" validate:"max=200"`
	Exclusions  []string        `json:"exclusions" validate:"max=9,dive,max=40"`
	Note        string          `json:"note" text:"remark" validate:"max=2000"`
	Corrects    domain.ID       `json:"corrects"`
	Void        bool            `json:"void"`
}

// RecordSigning records a signing.
func (a *API) RecordSigning(ctx context.Context, actor domain.Actor, in signingIn) (signingsOut, error) {
	all, err := a.Pipeline.Sign(ctx, actor, pipeline.SigningEvent{ID: in.ID, ProjectID: in.Project, Kind: pipeline.SigningKind(in.Kind),
		SignedOn: in.SignedOn, Amount: in.Amount,
		Counterpart: in.Counterpart, Occasion: in.Occasion, Exclusions: in.Exclusions, Note: in.Note, Corrects: in.Corrects, Void: in.Void})
	return a.signingsFrom(all), err
}

type exclusionIn struct {
	Project    domain.ID `path:"id" required:"true"`
	Signing    domain.ID `path:"signing" required:"true"`
	ID         domain.ID `json:"id"`
	Exclusions []string  `json:"exclusions" validate:"max=9,dive,max=40" description:"all that hold; none takes every tick off"`
	Note       string    `json:"note" text:"remark" validate:"required,max=2000" description:"why"`
}

// ExcludeSigning sets why a signing is left out.
func (a *API) ExcludeSigning(ctx context.Context, actor domain.Actor, in exclusionIn) (signingsOut, error) {
	all, err := a.Pipeline.Exclude(ctx, actor, pipeline.Exclusion{ID: in.ID, ProjectID: in.Project, SigningID: in.Signing,
		Exclusions: in.Exclusions, Note: in.Note})
	return a.signingsFrom(all), err
}

type shareWire struct {
	UnitID domain.ID `json:"unit_id" validate:"required"`
	Share  int       `json:"share" validate:"min=1,max=10000" description:"hundredths of a percent; all add up to 10000"`
}

type splitOut struct {
	FromOn     domain.Date `json:"from_on" required:"true"`
	Basis      string      `json:"basis" required:"true"`
	Shares     []shareWire `json:"shares" required:"true"`
	ByName     string      `json:"by_name" required:"true"`
	RecordedAt time.Time   `json:"recorded_at" required:"true"`
}

type splitsOut struct {
	Items []splitOut `json:"items" required:"true" description:"oldest first; the last whose day has come holds"`
}

func splitsFrom(all []pipeline.CreditSplit) splitsOut {
	return splitsOut{kit.Each(all, func(c pipeline.CreditSplit) splitOut {
		return splitOut{FromOn: c.FromOn, Basis: c.Basis, Shares: kit.Each(c.Shares,
			func(s pipeline.CreditShare) shareWire { return shareWire{s.UnitID, s.Share} }), ByName: c.ByName, RecordedAt: c.RecordedAt}
	})}
}

// ListCreditSplits returns a project's splits.
func (a *API) ListCreditSplits(ctx context.Context, actor domain.Actor, in kit.ByID) (splitsOut, error) {
	all, err := a.Pipeline.Splits(ctx, actor, in.ID)
	return splitsFrom(all), err
}

type splitIn struct {
	Project domain.ID   `path:"id" required:"true"`
	FromOn  domain.Date `json:"from_on,omitzero"`
	Basis   string      `json:"basis" text:"reason" validate:"required,max=500"`
	Shares  []shareWire `json:"shares" validate:"required,max=20,dive"`
}

// SplitCredit records how a project's figures are shared among units.
func (a *API) SplitCredit(ctx context.Context, actor domain.Actor, in splitIn) (splitsOut, error) {
	c := pipeline.CreditSplit{ProjectID: in.Project, FromOn: in.FromOn, Basis: in.Basis}
	for _, s := range in.Shares {
		c.Shares = append(c.Shares, pipeline.CreditShare{UnitID: s.UnitID, Share: s.Share})
	}
	all, err := a.Pipeline.Split(ctx, actor, c)
	return splitsFrom(all), err
}
