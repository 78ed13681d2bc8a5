package recruit

import (
	"context"
	"strings"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
	"sangu/domain/pipeline"
)

// Conversion is the client and the project that a lead is turned into.
type Conversion struct {
	ProjectID domain.ID
	// ClientID is a client of the library; without one a client is made of the
	// lead's company.
	ClientID domain.ID
	Client   library.ClientFacts
	Project  library.ProjectFacts
	Leaders  []domain.ID
}

// Convert makes a client and a project of a lead over the version read, and keeps
// the link. The lead's contact becomes one of the client. The project begins as a lead on the day it was reported, or as
// qualified on the day it was found valid. It returns an error as Lead.Convert,
// and as adding a client and a project do.
func (s *Leads) Convert(ctx context.Context, actor domain.Actor, id domain.ID, version int, n Conversion) (LeadView, error) {
	return s.change(ctx, actor, id, version, org.LeadWrite, "lead.convert", func(ctx context.Context, l *Lead) error {
		client, err := s.clientOf(ctx, actor, *l, n)
		if err != nil {
			return err
		}
		if err := s.carryContact(ctx, actor, *l, client); err != nil {
			return err
		}
		facts := n.Project
		facts.ClientID = client
		facts.Name, facts.Channel = orText(facts.Name, l.Subject), library.Channel(orText(string(facts.Channel), string(l.Channel)))
		facts.Industry = orText(facts.Industry, l.Industry)
		if facts.TotalInvestment == nil {
			facts.TotalInvestment = l.Amount
		}
		if facts.AttractingUnitID.IsZero() {
			facts.AttractingUnitID = l.UnitID
		}
		p, err := s.Projects.AddWithin(ctx, actor, library.NewProject{ID: n.ProjectID, Facts: facts, Leaders: n.Leaders, LeadID: l.ID})
		if err != nil {
			return err
		}
		if p.LeadID != l.ID {
			return domain.Conflict("record.id_taken")
		}
		began := pipeline.Move{Code: pipeline.Code(library.Lead), OccurredOn: domain.OnDay(l.ReportedOn)}
		if l.State == Valid {
			began = pipeline.Move{Code: pipeline.Code(library.Qualified), OccurredOn: domain.OnDay(l.AssessedOn), Note: l.Verdict}
		}
		if err := s.Pipeline.MoveWithin(ctx, actor, p, began, "person"); err != nil {
			return err
		}
		return l.Convert(client, p.ID)
	})
}

// clientOf returns the client that a conversion names, the one of the company that
// is in the library already, or a new one.
func (s *Leads) clientOf(ctx context.Context, actor domain.Actor, l Lead, n Conversion) (domain.ID, error) {
	if !n.ClientID.IsZero() {
		c, err := s.Clients.Get(ctx, actor, n.ClientID)
		return c.ID, err
	}
	f := n.Client
	f.Name = orText(f.Name, l.Company)
	if _, id, _, err := s.Clients.Named(ctx, f.CreditCode, f.Name); err != nil || !id.IsZero() {
		return id, err
	}
	c, err := s.Clients.AddWithin(ctx, actor, "", f)
	return c.ID, err
}

func orText(a, b string) string {
	if strings.TrimSpace(a) != "" {
		return a
	}
	return b
}
