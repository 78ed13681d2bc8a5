package importer

import (
	"sangu/domain"
	"sangu/domain/intake"
	"sangu/domain/library"
	"sangu/domain/pipeline"
)

// effects returns what changes did, one a record.
func effects(changes []domain.Change) []intake.Effect {
	var out []intake.Effect
	at := map[domain.Ref]int{}
	of := func(c domain.Change, first intake.Outcome) *intake.Effect {
		i, ok := at[c.Subject]
		if !ok {
			i = len(out)
			at[c.Subject] = i
			out = append(out, intake.Effect{Subject: c.Subject, Title: c.Title, Outcome: first})
		}
		return &out[i]
	}
	for _, c := range changes {
		switch c.Action {
		case "project.create", "client.create", "enterprise.create", "lead.create", "visit.schedule", "organization.create":
			of(c, intake.Created)
		case "project.update", "client.update", "enterprise.update", "organization.update":
			if e := of(c, intake.Updated); e.Outcome == intake.Updated && e.Before.Empty() {
				e.Before = before(c.Before)
			}
		case "stage.move":
			if event, ok := c.After.(pipeline.Event); ok {
				e := of(c, intake.Updated)
				e.Events = append(e.Events, event.ID)
			}
		case "fund.report":
			of(c, intake.Updated)
			if entry, ok := c.After.(pipeline.FundEntry); ok {
				out = append(
					out,
					intake.Effect{
						Subject:  domain.Ref{Kind: domain.SubjectFund, ID: entry.ID},
						ParentID: c.Subject.ID,
						Title:    c.Title,
						Outcome:  intake.Created,
					},
				)
			}
		case "note.problem", "note.progress":
			if c.Subject.Kind == "note" {
				of(c, intake.Created).ParentID = c.Links[0].ID
			}
		}
	}
	return out
}

// before keeps the facts of an entity as it was.
func before(entity any) intake.Before {
	switch e := entity.(type) {
	case library.Project:
		return intake.Before{Project: &e.ProjectFacts, Leaders: presentOf(e.Leaders)}
	case library.Client:
		return intake.Before{Client: &e.ClientFacts}
	case library.Enterprise:
		return intake.Before{Enterprise: &e.EnterpriseFacts, Leaders: presentOf(e.Leaders)}
	case library.Organization:
		return intake.Before{Organization: &library.OrganizationFacts{Name: e.Name, CreditCode: e.CreditCode, CodeOverride: e.CodeOverride}}
	}
	return intake.Before{}
}

func presentOf(all []library.Assignment) []domain.ID {
	var out []domain.ID
	for _, a := range all {
		if a.ToOn.IsZero() {
			out = append(out, a.PersonID)
		}
	}
	return out
}
