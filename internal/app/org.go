package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"sangu/domain"
	"sangu/domain/org"
)

// rosterFile is the form of a file of units and people.
type rosterFile struct {
	County       string `json:"county"`
	DivisionCode string `json:"division_code"`
	Units        []struct {
		Name   string `json:"name"`
		Kind   string `json:"kind"`
		Parent string `json:"parent"`
	} `json:"units"`
	Leaders []struct {
		Name string `json:"name"`
		Post string `json:"post"`
		Rank string `json:"rank"`
	} `json:"leaders"`
	Clerks []string `json:"clerks"`
}

func orgCommand(ctx context.Context, env environment, args []string) error {
	f := flags(env, "org load")
	database := where(f, env.getenv)
	words, err := parse(f, args)
	if err != nil {
		return err
	}
	if len(words) != 2 || words[0] != "load" {
		return errors.New("usage: sangu org load FILE [--data DIR | --database URL]")
	}
	b, err := os.ReadFile(words[1])
	if err != nil {
		return err
	}
	a, err := New(ctx, Options{Database: *database, Log: env.log})
	if err != nil {
		return err
	}
	defer a.Close()
	done, err := a.LoadRoster(ctx, b)
	if err != nil {
		return err
	}
	fmt.Fprintf(env.out, "units: %d added, people: %d added\n", done.Units, done.People)
	return nil
}

// LoadRoster reads a file of units and people and adds what is not there yet.
func (a *App) LoadRoster(ctx context.Context, file []byte) (org.Loaded, error) {
	roster, err := readRoster(file)
	if err != nil {
		return org.Loaded{}, err
	}
	return a.Services.Setup.Load(ctx, rosterActor(), roster)
}

func rosterActor() domain.Actor {
	return domain.RunAs("system.org_load", org.UnitManage, org.PersonManage, org.RoleGrant)
}

func readRoster(file []byte) (org.Roster, error) {
	var r rosterFile
	if err := json.Unmarshal(file, &r); err != nil {
		return org.Roster{}, fmt.Errorf("read roster: %w", err)
	}
	roster := org.Roster{County: r.County, DivisionCode: r.DivisionCode, Clerks: r.Clerks}
	for _, u := range r.Units {
		roster.Units = append(roster.Units, org.RosterUnit{Name: u.Name, Kind: org.UnitKind(u.Kind), Parent: u.Parent})
	}
	for _, l := range r.Leaders {
		roster.Leaders = append(roster.Leaders, org.RosterLeader{Name: l.Name, Post: l.Post, Rank: l.Rank})
	}
	return roster, nil
}
