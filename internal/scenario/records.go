package scenario

import (
	"context"
	"fmt"
	"slices"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
)

type noteDeed struct {
	Project string `json:"project"`
	Lead    string `json:"lead"`
	Kind    string `json:"kind"`
	Text    string `json:"text"`
}

// contactDeed is somebody at the client of a project.
type contactDeed struct {
	Project string `json:"project"`
	Name    string `json:"name"`
	Title   string `json:"title"`
	Phone   string `json:"phone"`
}

// profileDeed is what is known of clients 客商画像: class, ranks, where they come
// from (GB/T 2260), what they can do, ask and need. Empty leaves as it is.
type profileDeed struct {
	Clients    []string `json:"clients"`
	Class      string   `json:"class"`
	Tiers      []string `json:"tiers"`
	Origin     string   `json:"origin"`
	OriginCode string   `json:"origin_code"`
	Strength   string   `json:"strength"`
	Terms      string   `json:"terms"`
	Needs      string   `json:"needs"`
	Key        bool     `json:"key"`
}

// fileDeed attaches a paper or a picture that is made here. One that names
// Picture is the same file wherever it stands.
type fileDeed struct {
	Projects []string `json:"projects"`
	Kind     string   `json:"kind"`
	Name     string   `json:"name"`
	Lines    []string `json:"lines"`
	Picture  int      `json:"picture"`
	Dated    *Day     `json:"dated"`
}

type viewDeed struct {
	List   string            `json:"list"`
	Name   string            `json:"name"`
	Shared bool              `json:"shared"`
	Terms  map[string]string `json:"terms"`
}

func (p *runner) note(ctx context.Context, who domain.Actor, d noteDeed) error {
	subject := domain.Ref{Kind: domain.SubjectLead, ID: p.made[d.Lead]}
	if d.Project != "" {
		x, err := p.project(ctx, who, d.Project)
		if err != nil {
			return err
		}
		subject = domain.Ref{Kind: domain.SubjectProject, ID: x.ID}
	}
	kind := d.Kind
	if kind == "" {
		kind = "progress"
	}
	return p.Timelines.Note(ctx, who, subject, kind, d.Text, domain.Today(p.Clock), nil)
}

func (p *runner) contact(ctx context.Context, who domain.Actor, d contactDeed) error {
	x, err := p.project(ctx, who, d.Project)
	if err != nil {
		return err
	}
	_, err = p.Clients.AddContact(ctx, who, library.Contact{ClientID: x.ClientID, Name: d.Name, Title: d.Title, WorkPhone: d.Phone})
	return err
}

func (p *runner) profile(ctx context.Context, who domain.Actor, d profileDeed) error {
	for _, name := range d.Clients {
		found, err := p.Clients.List(ctx, who, library.ClientFilter{Query: name}, domain.Page{Limit: 20})
		if err != nil {
			return err
		}
		at := slices.IndexFunc(found.Items, func(c library.ClientItem) bool { return c.Name == name })
		if at < 0 {
			return fmt.Errorf("no client is called %s", name)
		}
		v, err := p.Clients.Get(ctx, who, found.Items[at].ID)
		if err != nil {
			return err
		}
		if _, err := p.Clients.Revise(ctx, who, v.ID, v.Version, d.over(v.ClientFacts)); err != nil {
			return fmt.Errorf("profile of %s: %w", name, err)
		}
	}
	return nil
}

func (d profileDeed) over(f library.ClientFacts) library.ClientFacts {
	for into, said := range map[*string]string{&f.InvestorClass: d.Class, &f.OriginName: d.Origin, &f.OriginCode: d.OriginCode,
		&f.Strength: d.Strength, &f.Terms: d.Terms, &f.Needs: d.Needs} {
		if said != "" {
			*into = said
		}
	}
	if len(d.Tiers) > 0 {
		f.Tiers = d.Tiers
	}
	f.KeyAccount = f.KeyAccount || d.Key
	return f
}

func (p *runner) file(ctx context.Context, who domain.Actor, d fileDeed) error {
	for i, name := range d.Projects {
		x, err := p.project(ctx, who, name)
		if err != nil {
			return err
		}
		n := library.NewAttachment{Subject: domain.Ref{Kind: domain.SubjectProject, ID: x.ID}, Kind: d.Kind, DatedOn: p.date(d.Dated)}
		if n.DatedOn.IsZero() {
			n.DatedOn = domain.Today(p.Clock)
		}
		if d.Picture > 0 {
			n.Name = d.Name + ".jpg"
			n.Body, err = picture(d.Picture)
		} else {
			n.Name = d.Name + ".pdf"
			n.Body = paper(append([]string{d.Name, x.Name, fmt.Sprintf("%s  No. %s-%02d", n.DatedOn, x.Code, i+1)}, d.Lines...))
		}
		if err != nil {
			return err
		}
		if _, err := p.Attachments.Attach(ctx, who, n); err != nil {
			return fmt.Errorf("attach %s to %s: %w", n.Name, name, err)
		}
	}
	return nil
}

func (p *runner) view(ctx context.Context, who domain.Actor, d viewDeed) error {
	_, err := p.Views.Save(ctx, who, "", d.List, org.ViewFacts{Name: d.Name, Shared: d.Shared, Terms: d.Terms})
	return err
}
