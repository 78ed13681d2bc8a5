package org

import (
	"context"
	"fmt"

	"sangu/domain"
)

// Roster is the units and people of a place as a file lists them, for loading into
// an empty or half-filled product.
type Roster struct {
	County       string
	DivisionCode string
	Units        []RosterUnit
	Leaders      []RosterLeader
	Clerks       []string
	// AlwaysNew makes every person of the roster a new one, even where somebody of
	// the same name is there already: the people of a sample are its own.
	AlwaysNew bool
}

// RosterUnit is one unit, its parent by name.
type RosterUnit struct {
	Name   string
	Kind   UnitKind
	Parent string
}

// RosterLeader is one leader: rank principal or county.
type RosterLeader struct {
	Name string
	Post string
	Rank string
}

// Loaded is how many units and people the loading of a roster added.
type Loaded struct{ Units, People int }

// Load adds those units and people of the roster that are not there yet, by name,
// in one unit of work: the same roster again adds nothing. Clerks get no post,
// since the file does not name their unit; nobody gets a login. It returns a
// KindInvalid error of "units[i].parent" where a parent is not known.
func (s *Setup) Load(ctx context.Context, actor domain.Actor, r Roster) (done Loaded, err error) {
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		units, err := s.loadUnits(ctx, actor, r, &done)
		if err != nil {
			return err
		}
		profile, err := s.store.Profile(ctx)
		if err != nil {
			return err
		}
		if profile.CountyName == "" {
			profile.CountyName, profile.DivisionCode = r.County, r.DivisionCode
			if err := s.store.SaveProfile(ctx, profile); err != nil {
				return err
			}
		}
		return s.loadPeople(ctx, actor, r, units[r.County], &done)
	})
	return done, err
}

func (s *Setup) loadUnits(ctx context.Context, actor domain.Actor, r Roster, done *Loaded) (map[string]domain.ID, error) {
	all, err := s.Units.store.Units(ctx)
	if err != nil {
		return nil, err
	}
	byName := map[string]domain.ID{}
	for _, u := range all {
		byName[u.Name] = u.ID
	}
	for i, n := range r.Units {
		if _, there := byName[n.Name]; there {
			continue
		}
		parent, ok := byName[n.Parent]
		if n.Parent != "" && !ok {
			return nil, domain.InvalidField(fmt.Sprintf("units[%d].parent", i), "unit.parent_unknown")
		}
		f := UnitFacts{ParentID: parent, Name: n.Name, Kind: n.Kind, Position: i}
		if n.Kind == County {
			f.DivisionCode = r.DivisionCode
		}
		u, err := s.Units.add(ctx, actor, "", f)
		if err != nil {
			return nil, fmt.Errorf("load unit %s: %w", n.Name, err)
		}
		byName[u.Name] = u.ID
		done.Units++
	}
	return byName, nil
}

func (s *Setup) loadPeople(ctx context.Context, actor domain.Actor, r Roster, county domain.ID, done *Loaded) error {
	add := func(name, title string, role Role) error {
		there, err := s.People.store.People(ctx, PersonFilter{Name: name}, domain.Page{Limit: 1}, domain.Today(s.People.Clock))
		if err != nil || len(there.Items) > 0 && !r.AlwaysNew {
			return err
		}
		v, err := s.People.add(ctx, actor, NewPerson{Name: name}, "")
		if err != nil {
			return fmt.Errorf("load person %s: %w", name, err)
		}
		done.People++
		if role == "" {
			return nil
		}
		_, err = s.People.appoint(ctx, actor, NewPost{PersonID: v.ID, UnitID: county, Role: role, Title: title, Main: true})
		return err
	}
	for _, l := range r.Leaders {
		role := CountyLeader
		if l.Rank == "principal" {
			role = PrincipalLeader
		}
		if err := add(l.Name, l.Post, role); err != nil {
			return err
		}
	}
	for _, name := range r.Clerks {
		if err := add(name, "", ""); err != nil {
			return err
		}
	}
	return nil
}
