package scenario

import (
	"context"
	"fmt"

	"sangu/domain"
	"sangu/domain/recruit"
)

type visitDeed struct {
	Way      string   `json:"way"`
	On       Day      `json:"on"`
	Starts   string   `json:"starts"`
	Company  string   `json:"company"`
	Place    string   `json:"place"`
	Leader   string   `json:"leader"`
	Party    []string `json:"party"`
	Met      string   `json:"met"`
	Purpose  string   `json:"purpose"`
	Projects []string `json:"projects"`
	Leads    []string `json:"leads"`
}

type completeDeed struct {
	Visit   string `json:"visit"`
	Outcome string `json:"outcome"`
	Summary string `json:"summary"`
	Met     string `json:"met"`
	Next    []struct {
		Title string `json:"title"`
		Owner string `json:"owner"`
		Due   Day    `json:"due"`
	} `json:"next"`
}

type cancelDeed struct {
	Visit  string `json:"visit"`
	Reason string `json:"reason"`
}

type finishDeed struct {
	Visit string `json:"visit"`
	Title string `json:"title"`
}

// visit plans a visit; it also belongs to the clients of its projects.
func (p *runner) visit(ctx context.Context, who domain.Actor, key string, d visitDeed) error {
	f := recruit.VisitFacts{Way: d.Way, On: d.On.From(p.today), StartsAt: d.Starts, Company: d.Company, Place: d.Place, Party: d.Party,
		Met: d.Met, Purpose: d.Purpose}
	var err error
	if f.LeaderID, err = p.person(d.Leader); err != nil {
		return err
	}
	for _, name := range d.Projects {
		x, err := p.project(ctx, who, name)
		if err != nil {
			return err
		}
		f.Projects = append(f.Projects, x.ID)
		if !x.ClientID.IsZero() {
			f.Clients = append(f.Clients, x.ClientID)
		}
	}
	for _, name := range d.Leads {
		f.Leads = append(f.Leads, p.made[name])
	}
	v, err := p.Visits.Schedule(ctx, who, "", f, nil)
	p.made[key] = v.ID
	return err
}

func (p *runner) visitOf(ctx context.Context, who domain.Actor, key string) (recruit.VisitView, error) {
	id, ok := p.made[key]
	if !ok {
		return recruit.VisitView{}, fmt.Errorf("no visit %s", key)
	}
	return p.Visits.Get(ctx, who, id)
}

func (p *runner) complete(ctx context.Context, who domain.Actor, d completeDeed) error {
	v, err := p.visitOf(ctx, who, d.Visit)
	if err != nil {
		return err
	}
	r := recruit.Result{Outcome: d.Outcome, Summary: d.Summary, Met: d.Met}
	for _, n := range d.Next {
		owner, err := p.person(n.Owner)
		if err != nil {
			return err
		}
		r.Steps = append(r.Steps, recruit.FollowUp{Title: n.Title, OwnerID: owner, DueOn: n.Due.From(p.today)})
	}
	_, err = p.Visits.Complete(ctx, who, v.ID, v.Version, r)
	return err
}

func (p *runner) cancel(ctx context.Context, who domain.Actor, d cancelDeed) error {
	v, err := p.visitOf(ctx, who, d.Visit)
	if err != nil {
		return err
	}
	_, err = p.Visits.Cancel(ctx, who, v.ID, v.Version, d.Reason)
	return err
}

func (p *runner) finish(ctx context.Context, who domain.Actor, d finishDeed) error {
	v, err := p.visitOf(ctx, who, d.Visit)
	if err != nil {
		return err
	}
	for _, f := range v.Steps {
		if f.Title == d.Title {
			_, err := p.Visits.FinishFollowUp(ctx, who, f.ID, true)
			return err
		}
	}
	return fmt.Errorf("no step %s", d.Title)
}
