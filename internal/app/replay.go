package app

import (
	"context"
	"fmt"
	"time"

	"sangu/demo"
	"sangu/domain"
	"sangu/internal/importer"
	"sangu/internal/scenario"
	"sangu/repository/sqlkit"
)

// replay is the product's services on a clock that runs through the weeks before
// today, by which a story is played.
type replay struct {
	Services
	clock   *scenario.Clock
	lookups importer.Lookups
}

// replay begins where the story does, but not before the day to which the
// county's workbook goes: a ledger tells of no day to come. watch, where there
// is one, is told of each change within its unit of work.
func (a *App) replay(story scenario.Story, watch func(ctx context.Context, c domain.Change) error) replay {
	first := domain.Today(a.Clock).AddDays(-story.FirstDay).Start().Add(8 * time.Hour)
	if ledger := domain.MustDate(demo.WorkbookDay).Start().Add(8 * time.Hour); first.Before(ledger) {
		first = ledger
	}
	clock := scenario.NewClock(first, a.Clock)
	db := a.DB.On(clock)
	journal := watched{Journal: sqlkit.NewJournal(db), watch: watch}
	return replay{Services: services(parts{db: db, clock: clock, ids: a.ids, passwords: a.passwords, journal: journal, log: a.Log}),
		clock: clock, lookups: lookups(db)}
}

// watched is a journal that also tells somebody of what was recorded.
type watched struct {
	domain.Journal
	watch func(ctx context.Context, c domain.Change) error
}

// Record implements domain.Journal.
func (w watched) Record(ctx context.Context, actor domain.Actor, c domain.Change) error {
	if w.watch != nil {
		if err := w.watch(ctx, c); err != nil {
			return err
		}
	}
	return w.Journal.Record(ctx, actor, c)
}

// live imports the county's workbook and plays the story.
func (p replay) live(ctx context.Context, story scenario.Story, tell func(done, all int) error) error {
	if _, err := p.Importer.Import(ctx, systemImport(), "county-ledger-2026.xlsx", demo.Workbook,
		importer.Options{AcceptWarnings: true}); err != nil {
		return fmt.Errorf("import the county's workbook: %w", err)
	}
	s := p.Services
	with := scenario.Services{Clock: p.clock, Finder: p.lookups, Units: s.Units, People: s.People, Sessions: s.Sessions, Views: s.Views,
		Projects: s.Projects, Clients: s.Clients,
		Attachments: s.Attachments, Timelines: s.Timelines, Pipeline: s.Pipeline, Reports: s.Reports, Suspicions: s.Suspicions, Leads: s.Leads,
		Visits: s.Visits}
	if err := scenario.Run(ctx, with, story, tell); err != nil {
		return fmt.Errorf("play the county's story: %w", err)
	}
	return nil
}
