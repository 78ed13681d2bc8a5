package scenario

import (
	"context"
	"fmt"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/recruit"
)

type leadDeed struct {
	Company      string      `json:"company"`
	Subject      string      `json:"subject"`
	Channel      string      `json:"channel"`
	Wan          domain.Yuan `json:"wan"`
	Industry     string      `json:"industry"`
	ContactName  string      `json:"contact"`
	ContactPhone string      `json:"phone"`
	Note         string      `json:"note"`
	Referrer     string      `json:"referrer"`
	ReferrerKind string      `json:"referrer_kind"`
	Next         *Day        `json:"next"`
	Action       string      `json:"action"`
}

// leadName names a lead by the key of the step that made it, or as the ledger
// does.
type leadName struct {
	Lead    string `json:"lead"`
	Company string `json:"company"`
	Subject string `json:"subject"`
}

type assessDeed struct {
	leadName
	Valid   bool   `json:"valid"`
	Verdict string `json:"verdict"`
}

type followDeed struct {
	leadName
	Next   *Day   `json:"next"`
	Action string `json:"action"`
}

type convertDeed struct {
	leadName
	Name    string   `json:"name"`
	Kind    string   `json:"kind"`
	Content string   `json:"content"`
	Host    string   `json:"host"`
	Unit    string   `json:"unit"`
	Leaders []string `json:"leaders"`
	Plan    *Day     `json:"plan"`
}

func (p *runner) lead(ctx context.Context, who domain.Actor, key string, d leadDeed) error {
	f := recruit.LeadFacts{Company: d.Company, Subject: d.Subject, Channel: library.Channel(d.Channel), Industry: d.Industry,
		ContactName:  d.ContactName,
		ContactPhone: d.ContactPhone, Note: d.Note, ReferrerKind: d.ReferrerKind, ReferrerName: d.Referrer, NextOn: p.date(d.Next),
		NextAction: d.Action}
	if d.Wan > 0 {
		amount := d.Wan * domain.Wan
		f.Amount = &amount
	}
	v, err := p.Leads.Log(ctx, who, "", f)
	p.made[key] = v.ID
	return err
}

func (p *runner) leadOf(ctx context.Context, who domain.Actor, n leadName) (recruit.LeadView, error) {
	id, ok := p.made[n.Lead]
	if n.Lead == "" {
		var err error
		if id, ok, err = p.Finder.FindLead(ctx, n.Company, n.Subject); err != nil {
			return recruit.LeadView{}, err
		}
	}
	if !ok {
		return recruit.LeadView{}, fmt.Errorf("no lead %s%s %s", n.Lead, n.Company, n.Subject)
	}
	return p.Leads.Get(ctx, who, id)
}

func (p *runner) assess(ctx context.Context, who domain.Actor, d assessDeed) error {
	l, err := p.leadOf(ctx, who, d.leadName)
	if err != nil {
		return err
	}
	_, err = p.Leads.Assess(ctx, who, l.ID, l.Version, d.Valid, d.Verdict)
	return err
}

func (p *runner) follow(ctx context.Context, who domain.Actor, d followDeed) error {
	l, err := p.leadOf(ctx, who, d.leadName)
	if err != nil {
		return err
	}
	f := l.LeadFacts
	f.NextOn, f.NextAction = p.date(d.Next), d.Action
	_, err = p.Leads.Revise(ctx, who, l.ID, l.Version, f)
	return err
}

func (p *runner) convert(ctx context.Context, who domain.Actor, d convertDeed) error {
	l, err := p.leadOf(ctx, who, d.leadName)
	if err != nil {
		return err
	}
	n := recruit.Conversion{Project: library.ProjectFacts{Name: d.Name, Kind: d.Kind, Content: d.Content, PlannedStart: p.date(d.Plan)}}
	if n.Project.ResponsibleUnitID, err = p.unit(d.Unit); err != nil {
		return err
	}
	if n.Project.HostUnitID, err = p.unit(d.Host); err != nil {
		return err
	}
	for _, name := range d.Leaders {
		id, err := p.person(name)
		if err != nil {
			return err
		}
		n.Leaders = append(n.Leaders, id)
	}
	_, err = p.Leads.Convert(ctx, who, l.ID, l.Version, n)
	return err
}
