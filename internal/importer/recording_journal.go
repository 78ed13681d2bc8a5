package importer

import (
	"context"

	"sangu/domain"
)

// recordingJournal is a journal that also tells what was recorded: by it an
// import knows what each row did, and a preview what it would do.
type recordingJournal struct {
	domain.Journal
	// discard keeps nothing: a preview's rows are taken back anyway.
	discard bool
	changes []domain.Change
}

// Record implements domain.Journal.
func (j *recordingJournal) Record(ctx context.Context, actor domain.Actor, c domain.Change) error {
	j.changes = append(j.changes, c)
	if j.discard {
		return nil
	}
	return j.Journal.Record(ctx, actor, c)
}

// under returns the importer with the services that write rows recording to j,
// which passes on to the journal that they had.
func (im *Importer) under(j *recordingJournal) *Importer {
	j.Journal = im.Projects.Journal
	c, projects, clients, enterprises := *im, *im.Projects, *im.Clients, *im.Enterprises
	timelines, line, leads, visits := *im.Timelines, *im.Pipeline, *im.Leads, *im.Visits
	projects.Journal, clients.Journal, enterprises.Journal, timelines.Journal = j, j, j, j
	line.Journal, leads.Journal, visits.Journal = j, j, j
	c.Projects, c.Clients, c.Enterprises, c.Timelines = &projects, &clients, &enterprises, &timelines
	c.Pipeline, c.Leads, c.Visits = &line, &leads, &visits
	return &c
}
