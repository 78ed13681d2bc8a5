package scenario

import (
	"context"
	"fmt"
	"slices"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/pipeline"
)

type planDeed struct {
	Projects   []string `json:"projects"`
	Start      *Day     `json:"start"`
	Completion *Day     `json:"completion"`
}

// companyDeed is the project's company, once it is registered.
type companyDeed struct {
	Project string `json:"project"`
	Name    string `json:"name"`
	Code    string `json:"code"`
}

type moveDeed struct {
	Project string `json:"project"`
	To      string `json:"to"`
	On      Day    `json:"on"`
	Note    string `json:"note"`
}

// judgeDeed is a verifier's verdict on the claim of one stage, the same on all
// projects named.
type judgeDeed struct {
	Projects []string `json:"projects"`
	Stage    string   `json:"stage"`
	Agrees   bool     `json:"agrees"`
	Note     string   `json:"note"`
}

type signDeed struct {
	Project  string      `json:"project"`
	Kind     string      `json:"kind"`
	On       Day         `json:"on"`
	Wan      domain.Yuan `json:"wan"`
	Occasion string      `json:"occasion"`
	Note     string      `json:"note"`
}

type splitDeed struct {
	Project string `json:"project"`
	Basis   string `json:"basis"`
	Shares  []struct {
		Unit    string `json:"unit"`
		Percent int    `json:"percent"`
	} `json:"shares"`
}

func (p *runner) plan(ctx context.Context, who domain.Actor, d planDeed) error {
	for _, name := range d.Projects {
		x, err := p.project(ctx, who, name)
		if err != nil {
			return err
		}
		var n library.Plan
		if d.Start != nil {
			on := d.Start.From(p.today)
			n.Start = &on
		}
		if d.Completion != nil {
			on := d.Completion.From(p.today)
			n.Completion = &on
		}
		if _, err := p.Projects.Replan(ctx, who, x.ID, x.Version, n); err != nil {
			return fmt.Errorf("plan %s: %w", name, err)
		}
	}
	return nil
}

func (p *runner) company(ctx context.Context, who domain.Actor, d companyDeed) error {
	x, err := p.project(ctx, who, d.Project)
	if err != nil {
		return err
	}
	f := x.ProjectFacts
	f.CompanyName, f.CompanyCode = d.Name, library.CreditCode(d.Code)
	var leaders []domain.ID
	for _, a := range x.Leaders {
		if a.ToOn.IsZero() {
			leaders = append(leaders, a.PersonID)
		}
	}
	_, err = p.Projects.Revise(ctx, who, x.ID, x.Version, f, leaders, x.Dossier)
	return err
}

func (p *runner) move(ctx context.Context, who domain.Actor, d moveDeed) error {
	x, err := p.project(ctx, who, d.Project)
	if err != nil {
		return err
	}
	on := domain.OnDay(d.On.From(p.today))
	if on.Before(x.StageSince) {
		// The ledger told of the stage before as of a later day.
		on = domain.OnDay(x.StageSince.Latest())
	}
	_, err = p.Pipeline.Move(ctx, who, x.ID, x.Version, pipeline.Move{Code: pipeline.Code(d.To), OccurredOn: on, Note: d.Note})
	return err
}

func (p *runner) judge(ctx context.Context, who domain.Actor, d judgeDeed) error {
	for _, name := range d.Projects {
		x, err := p.project(ctx, who, name)
		if err != nil {
			return err
		}
		h, err := p.Pipeline.History(ctx, who, x.ID)
		if err != nil {
			return err
		}
		standing := pipeline.EffectiveEvents(h.Events)
		i := slices.IndexFunc(standing, func(e pipeline.Event) bool { return string(e.Code) == d.Stage })
		if i < 0 {
			return fmt.Errorf("%s never claimed %s", name, d.Stage)
		}
		if _, err := p.Pipeline.Confirm(ctx, who, pipeline.Verdict{EventID: standing[i].ID, Agrees: d.Agrees, Note: d.Note}); err != nil {
			return fmt.Errorf("judge %s: %w", name, err)
		}
	}
	return nil
}

func (p *runner) sign(ctx context.Context, who domain.Actor, d signDeed) error {
	x, err := p.project(ctx, who, d.Project)
	if err != nil {
		return err
	}
	_, err = p.Pipeline.Sign(ctx, who, pipeline.SigningEvent{ProjectID: x.ID, Kind: pipeline.SigningKind(d.Kind),
		SignedOn: domain.OnDay(d.On.From(p.today)), Amount: d.Wan * domain.Wan,
		Occasion: d.Occasion, Note: d.Note})
	return err
}

func (p *runner) split(ctx context.Context, who domain.Actor, d splitDeed) error {
	x, err := p.project(ctx, who, d.Project)
	if err != nil {
		return err
	}
	c := pipeline.CreditSplit{ProjectID: x.ID, Basis: d.Basis}
	for _, s := range d.Shares {
		unit, err := p.unit(s.Unit)
		if err != nil {
			return err
		}
		c.Shares = append(c.Shares, pipeline.CreditShare{UnitID: unit, Share: s.Percent * 100})
	}
	_, err = p.Pipeline.Split(ctx, who, c)
	return err
}
