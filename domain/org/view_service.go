package org

import (
	"context"
	"fmt"
	"strings"

	"sangu/domain"
)

// ViewStore keeps saved views. Views returns the person's own and the shared ones
// of a list.
type ViewStore interface {
	Views(ctx context.Context, list string, person domain.ID) ([]View, error)
	View(ctx context.Context, id domain.ID) (View, error)
	AddView(ctx context.Context, v View) error
	SaveView(ctx context.Context, v View) error
	RemoveView(ctx context.Context, w domain.Withdrawn, version int) error
}

// Views is the service of saved views.
type Views struct {
	Work    domain.Work
	store   ViewStore
	Journal domain.Journal
	Clock   domain.Clock
	IDs     domain.IDs
}

// NewViews returns s, the service, with its store filled in.
func NewViews(store ViewStore, s *Views) *Views {
	s.store = store
	return s
}

// List returns the views of a list that the actor sees.
func (s *Views) List(ctx context.Context, actor domain.Actor, list string) ([]View, error) {
	if err := requireList(actor, list); err != nil {
		return nil, err
	}
	views, err := s.store.Views(ctx, list, actor.PersonID)
	return SortViews(views, actor.PersonID), err
}

// requireList returns a KindInvalid error where there is no such list, and a
// KindForbidden one unless the actor reads it.
func requireList(actor domain.Actor, list string) error {
	right, ok := Lists()[list]
	if !ok {
		return domain.InvalidField("list", "input.enum", "allowed", "projects, clients, enterprises, leads, visits")
	}
	return actor.Require(right)
}

// Save adds a view of the actor. The same ID again returns the first result. It
// returns a KindInvalid error where a rule is broken or the name is taken, and
// KindConflict where the ID is another person's or the actor has too many views.
func (s *Views) Save(ctx context.Context, actor domain.Actor, id domain.ID, list string, f ViewFacts) (v View, err error) {
	if err := requireList(actor, list); err != nil {
		return View{}, err
	}
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		if id.IsZero() {
			id = s.IDs.New()
		} else if v, err = s.store.View(ctx, id); err == nil && v.OwnerID == actor.PersonID {
			return nil
		} else if err == nil {
			return domain.Conflict("record.id_taken")
		} else if !domain.IsKind(err, domain.KindNotFound) {
			return err
		}
		all, err := s.store.Views(ctx, list, actor.PersonID)
		if err != nil {
			return err
		}
		own := 0
		for _, w := range all {
			if w.OwnerID == actor.PersonID {
				own++
			}
		}
		if own >= maxViews {
			return orTooMany(nil, "view.too_many", maxViews)
		}
		v = View{ID: id, List: list, OwnerID: actor.PersonID, OwnerName: actor.Name, Version: 1, UpdatedAt: s.Clock.Now()}
		if err := v.apply(actor, f); err != nil {
			return err
		}
		if err := s.store.AddView(ctx, v); err != nil {
			return fmt.Errorf("add view: %w", err)
		}
		return s.Journal.Record(ctx, actor, domain.Change{Action: "view.create", Subject: domain.Ref{Kind: domain.SubjectView, ID: id},
			Title: v.Name,
			After: v, Quiet: true})
	})
	return v, err
}

// apply gives the view new facts. It returns a KindInvalid error where they break
// a rule, or where an actor shares who may not.
func (v *View) apply(actor domain.Actor, f ViewFacts) error {
	f.Name = strings.TrimSpace(f.Name)
	if err := f.Check(); err != nil {
		return err
	}
	if f.Shared && !v.Shared && !MayShare(actor) {
		return domain.InvalidField("shared", "view.may_not_share")
	}
	v.ViewFacts = f
	return nil
}

// Revise changes a view over the version read. It returns an error as CanChange
// and apply do, and KindStale.
func (s *Views) Revise(ctx context.Context, actor domain.Actor, id domain.ID, version int, f ViewFacts) (v View, err error) {
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		before, err := s.changeable(ctx, actor, id, version)
		if err != nil {
			return err
		}
		v = before
		if err := v.apply(actor, f); err != nil {
			return err
		}
		v.UpdatedAt = s.Clock.Now()
		if err := s.store.SaveView(ctx, v); err != nil {
			return fmt.Errorf("save view %s: %w", id, err)
		}
		v.Version++
		before.UpdatedAt, before.Version = v.UpdatedAt, v.Version
		return s.Journal.Record(ctx, actor, domain.Change{Action: "view.update", Subject: domain.Ref{Kind: domain.SubjectView, ID: id},
			Title:  v.Name,
			Before: before, After: v, Quiet: true})
	})
	return v, err
}

// Remove takes a view away, over the version read.
func (s *Views) Remove(ctx context.Context, actor domain.Actor, id domain.ID, version int) error {
	return s.Work.Do(ctx, func(ctx context.Context) error {
		v, err := s.changeable(ctx, actor, id, version)
		if err != nil {
			return err
		}
		w := domain.Withdrawn{Ref: domain.Ref{Kind: domain.SubjectView, ID: id}, Title: v.Name, By: actor.PersonID, ByName: actor.Name,
			At: s.Clock.Now()}
		if err := s.store.RemoveView(ctx, w, version); err != nil {
			return fmt.Errorf("remove view %s: %w", id, err)
		}
		return s.Journal.Record(ctx, actor, domain.Change{Action: "view.remove", Subject: domain.Ref{Kind: domain.SubjectView, ID: id},
			Title:  v.Name,
			Before: v, Quiet: true})
	})
}

// changeable returns a view of the version read that the actor may change, or an
// error as CanChange does, or KindStale.
func (s *Views) changeable(ctx context.Context, actor domain.Actor, id domain.ID, version int) (View, error) {
	v, err := s.store.View(ctx, id)
	if err != nil {
		return View{}, err
	}
	if err := v.CanChange(actor); err != nil {
		return View{}, err
	}
	if v.Version != version {
		return View{}, domain.Stale(v)
	}
	return v, nil
}
