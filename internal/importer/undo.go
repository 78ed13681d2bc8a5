package importer

import (
	"context"
	"slices"

	"sangu/domain"
	"sangu/domain/intake"
	"sangu/domain/pipeline"
)

// Undo takes back all that an import wrote, in one unit of work: what it made
// goes, what it changed is as before. Where somebody changed any of it since,
// nothing is undone and each such record is named.
func (im *Importer) Undo(ctx context.Context, actor domain.Actor, id domain.ID, version int) (intake.Import, error) {
	return im.Imports.Undo(ctx, actor, id, version, im.restore)
}

// restore takes back one effect on a record that stays; made says that the
// import made the record, which goes as a whole.
func (im *Importer) restore(ctx context.Context, actor domain.Actor, i intake.Import, e intake.Effect, made bool) error {
	if e.Subject.Kind == domain.SubjectFund {
		return im.Pipeline.ReportFundWithin(
			ctx,
			actor,
			pipeline.FundEntry{ProjectID: e.ParentID, Corrects: e.Subject.ID, Void: true, Note: i.FileName},
		)
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
		p, err := im.Projects.Project(ctx, actor, id)
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
		return im.Clients.RestoreOrganizationWithin(ctx, actor, id, *was.Organization)
	}
	return nil
}

// voidEvents takes stage events back, last first, by events that correct them:
// what was reported stays to be read.
func (im *Importer) voidEvents(ctx context.Context, actor domain.Actor, i intake.Import, e intake.Effect) error {
	for _, event := range slices.Backward(e.Events) {
		m := pipeline.Move{Corrects: event, Void: true, Note: i.FileName}
		if err := im.Pipeline.MoveByLedgerWithin(ctx, actor, e.Subject.ID, m); err != nil {
			return err
		}
	}
	return nil
}
