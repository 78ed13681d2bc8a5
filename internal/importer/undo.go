package importer

import (
	"context"
	"fmt"
	"slices"

	"sangu/domain"
	"sangu/domain/intake"
	"sangu/domain/pipeline"
)

// Undo takes back all that an import wrote, in one unit of work: what it made
// goes, what it changed is as before. Where somebody changed any of it since,
// nothing is undone and each such record is named.
func (im *Importer) Undo(ctx context.Context, actor domain.Actor, id domain.ID, version int) (intake.Import, error) {
	return im.change(ctx, actor, id, version, "import.undo", func(ctx context.Context, i *intake.Import) error {
		if err := i.Undo(im.Clock.Now()); err != nil {
			return err
		}
		changed, err := im.Keep.ChangedSince(ctx, *i)
		if err != nil {
			return err
		}
		if len(changed) > 0 {
			return changedSince(changed)
		}
		many := actor
		many.Bulk = true
		did, err := im.Keep.Effects(ctx, i.ID, "")
		if err != nil {
			return err
		}
		made := map[domain.Ref]bool{}
		for _, e := range did {
			made[e.Subject] = made[e.Subject] || e.Outcome == intake.Created
		}
		for _, e := range did {
			if err := im.restore(ctx, many, *i, e, made[e.Subject]); err != nil {
				return fmt.Errorf("undo %s row %d: %w", e.Sheet, e.Row, err)
			}
		}
		return im.Keep.Withdraw(ctx, i.ID, i.UndoneAt)
	})
}

func changedSince(changed []intake.Effect) error {
	e := domain.Conflict("import.changed_since").With("n", len(changed))
	for _, c := range changed {
		e.Fields = append(e.Fields, domain.Field(fmt.Sprintf("%s!%d", c.Sheet, c.Row), "import.changed", "title", c.Title))
	}
	return e
}

// restore takes back one effect on a record that stays; made says that the
// import made the record, which goes as a whole.
func (im *Importer) restore(ctx context.Context, actor domain.Actor, i intake.Import, e intake.Effect, made bool) error {
	if e.Subject.Kind == domain.SubjectFund {
		return im.Pipeline.ReportFundWithin(ctx, actor, pipeline.FundEntry{ProjectID: e.ParentID, Corrects: e.Subject.ID, Void: true, Note: i.FileName})
	}
	if made || e.Outcome != intake.Updated {
		return nil
	}
	if err := im.voidEvents(ctx, actor, i, e); err != nil {
		return err
	}
	was, id := e.Before, e.Subject.ID
	switch {
	case was.Project != nil:
		p, err := im.Projects.Store.Project(ctx, actor, id)
		if err != nil {
			return err
		}
		_, err = im.Projects.ReviseWithin(ctx, actor, id, 0, *was.Project, was.Leaders, p.Dossier)
		return err
	case was.Client != nil:
		return im.Clients.ReviseWithin(ctx, actor, id, 0, *was.Client)
	case was.Enterprise != nil:
		return im.Enterprises.ReviseWithin(ctx, actor, id, 0, *was.Enterprise, was.Leaders)
	case was.Organization != nil:
		o, err := im.Clients.Organizations.OrganizationByID(ctx, id)
		if err != nil {
			return err
		}
		before := o
		o.Name, o.CreditCode, o.CodeOverride = was.Organization.Name, was.Organization.CreditCode, was.Organization.CodeOverride
		if err := im.Clients.Organizations.SaveOrganization(ctx, o); err != nil {
			return err
		}
		return im.Journal.Record(ctx, actor, domain.Change{Action: "organization.update", Subject: e.Subject, Title: o.Name, Before: before, After: o, Quiet: true})
	}
	return nil
}

// voidEvents takes stage events back, last first, by events that correct them:
// what was reported stays to be read.
func (im *Importer) voidEvents(ctx context.Context, actor domain.Actor, i intake.Import, e intake.Effect) error {
	for _, event := range slices.Backward(e.Events) {
		p, err := im.Projects.Store.Project(ctx, actor, e.Subject.ID)
		if err != nil {
			return err
		}
		if err := im.Pipeline.MoveWithin(ctx, actor, p, pipeline.Move{Corrects: event, Void: true, Note: i.FileName}, "ledger"); err != nil {
			return err
		}
	}
	return nil
}
