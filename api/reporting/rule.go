package reporting

import (
	"context"
	"time"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/reporting"
)

type presetWire struct {
	Key         string `json:"key" validate:"required,max=40"`
	Numerator   string `json:"numerator_stage" validate:"max=20" description:"empty for money in place"`
	Denominator string `json:"denominator_stage" validate:"required,max=20"`
}

type ruleFacts struct {
	Name          string       `json:"name" text:"title" validate:"required,max=100"`
	Threshold     domain.Yuan  `json:"threshold" required:"true" validate:"min=0" description:"元; smaller projects are left out"`
	WindowMonths  int          `json:"window_months" required:"true" validate:"min=0,max=600" description:"signings of so many months up to the cut-off; 0 all"`
	Excluded      []string     `json:"excluded" required:"true" validate:"max=9,dive,max=40"`
	ConfirmedOnly bool         `json:"confirmed_only" required:"true"`
	Credit        string       `json:"credit" validate:"required,oneof=responsible attracting split"`
	Rates         []presetWire `json:"rates" validate:"required,max=12,dive"`
}

// RuleOut is the wire form of a counting rule.
type RuleOut struct {
	Version int `json:"version" required:"true"`
	ruleFacts
	PublishedAt time.Time `json:"published_at" required:"true"`
	ByName      string    `json:"by_name" required:"true"`
}

// RuleFrom returns the wire form of a counting rule.
func RuleFrom(r reporting.CountingRule) RuleOut {
	return RuleOut{Version: r.Version, ruleFacts: ruleFacts{Name: r.Name, Threshold: r.Threshold, WindowMonths: r.WindowMonths,
		Excluded: append([]string{}, r.Excluded...), ConfirmedOnly: r.ConfirmedOnly, Credit: string(r.Credit),
		Rates: kit.Each(r.Rates, func(p reporting.Preset) presetWire {
			return presetWire{p.Key, string(p.Numerator), string(p.Denominator)}
		})}, PublishedAt: r.PublishedAt, ByName: r.ByName}
}

// ruleName names a counting rule as papers print it: the standard one, or by its number.
func (a *API) ruleName(actor domain.Actor, version int) string {
	if version == 0 {
		return a.Messages.Text(actor.Lang, "rule.standard", nil)
	}
	return a.Messages.Text(actor.Lang, "rule.numbered", domain.Params{"version": version})
}

type rulesOut struct {
	Items []RuleOut `json:"items" required:"true" description:"newest first; the first one holds"`
}

// ListCountingRules returns every rule, the newest first.
func (a *API) ListCountingRules(ctx context.Context, _ domain.Actor, _ struct{}) (rulesOut, error) {
	rules, err := a.Reports.Rules(ctx)
	return rulesOut{kit.Each(rules, RuleFrom)}, err
}

// PublishCountingRule puts a rule in force.
func (a *API) PublishCountingRule(ctx context.Context, actor domain.Actor, in ruleFacts) (RuleOut, error) {
	r := reporting.CountingRule{Name: in.Name, Threshold: in.Threshold, WindowMonths: in.WindowMonths, Excluded: in.Excluded,
		ConfirmedOnly: in.ConfirmedOnly, Credit: reporting.Credit(in.Credit)}
	for _, p := range in.Rates {
		r.Rates = append(r.Rates, reporting.Preset{Key: p.Key, Numerator: library.Stage(p.Numerator), Denominator: library.Stage(p.Denominator)})
	}
	r, err := a.Reports.PublishRule(ctx, actor, r)
	return RuleFrom(r), err
}
