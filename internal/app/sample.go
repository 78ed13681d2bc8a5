package app

import (
	"context"
	"fmt"
	"strings"

	"sangu/demo"
	"sangu/domain"
	"sangu/domain/intake"
	"sangu/domain/org"
	"sangu/internal/importer"
	"sangu/internal/scenario"
)

// sampleCounty is the demonstration county as a sample in somebody's own
// product: under the own county in the tree, and without sign-ins.
type sampleCounty struct {
	app    *App
	roster org.Roster
	story  scenario.Story
}

func newSampleCounty(a *App) (*sampleCounty, error) {
	roster, err := readRoster(demo.Units)
	if err != nil {
		return nil, err
	}
	story, err := scenario.Read(demo.Scenario)
	if err != nil {
		return nil, err
	}
	return &sampleCounty{app: a, roster: roster, story: story.Within(roster.County)}, nil
}

// County implements intake.SampleSource.
func (s *sampleCounty) County() string { return s.roster.County }

// Units implements intake.SampleSource.
func (s *sampleCounty) Units() []string {
	var out []string
	for _, u := range s.roster.Units {
		if u.Name != s.roster.County {
			out = append(out, u.Name)
		}
	}
	return out
}

// Load implements intake.SampleSource.
func (s *sampleCounty) Load(ctx context.Context, made func(ctx context.Context, r intake.SampleRow) error,
	tell func(done, total int) error) error {
	people := map[string]domain.ID{}
	p := s.app.replay(s.story, func(ctx context.Context, c domain.Change) error {
		if c.Action == "person.create" {
			people[c.Title] = c.Subject.ID
		}
		if strings.HasSuffix(c.Action, ".create") || c.Action == "visit.schedule" {
			return made(ctx, intake.SampleRow{Subject: c.Subject, Title: c.Title})
		}
		return nil
	})
	p.lookups = own{Lookups: p.lookups, people: people}
	p.Importer = importer.New(p.lookups, p.Importer)
	roster, err := s.under(ctx)
	if err != nil {
		return err
	}
	if _, err := p.Setup.Load(ctx, rosterActor(), roster); err != nil {
		return fmt.Errorf("load the sample's units: %w", err)
	}
	return p.live(ctx, s.story, tell)
}

// own finds people of the sample alone: one of the county's own who has the
// same name is somebody else.
type own struct {
	importer.Lookups
	people map[string]domain.ID
}

// PeopleByName implements importer.Lookups and scenario.Finder.
func (o own) PeopleByName(context.Context) (map[string]domain.ID, error) { return o.people, nil }

// under returns the roster with its county below the top of the tree, unless it
// is called as the top is.
func (s *sampleCounty) under(ctx context.Context) (org.Roster, error) {
	units, err := s.app.Services.Units.All(ctx)
	r := s.roster
	r.AlwaysNew = true
	if err != nil || len(units) == 0 {
		return r, err
	}
	r.Units = append([]org.RosterUnit{}, r.Units...)
	for i, u := range r.Units {
		if u.Name == r.County && units[0].Name != r.County {
			r.Units[i].Parent = units[0].Name
		}
	}
	return r, nil
}
