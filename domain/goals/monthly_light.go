package goals

import (
	"context"
	"slices"

	"sangu/domain"
	"sangu/domain/library"
)

// colours returns the colours in the order of ranks, the worst first.
func colours() []Colour { return []Colour{Red, Yellow, Blue, NoData, Green} }

// LightsOf implements library.Lights: the stored light where it was judged today and the project
// has not changed since, and else a light judged now. The function LightsOf agrees.
func (k *TotalsProjection) LightsOf(ctx context.Context, projects []domain.ID) (map[domain.ID]string, error) {
	out := map[domain.ID]string{}
	if len(projects) == 0 {
		return out, nil
	}
	open := projects
	today, err := k.today(ctx)
	if err != nil {
		return nil, err
	}
	if today {
		// Marks first: a contribution that is read after them is at least as new.
		dirty, err := k.store.DirtyAmong(ctx, projects)
		if err != nil {
			return nil, err
		}
		ranks, err := k.store.Ranks(ctx, projects)
		if err != nil {
			return nil, err
		}
		open = projectIDs(dirty)
		for _, id := range projects {
			rank, stored := ranks[id]
			switch {
			case slices.Contains(open, id):
			case !stored:
				open = append(open, id)
			case rank >= 0:
				out[id] = string(colours()[rank])
			}
		}
	}
	if len(open) == 0 {
		return out, nil
	}
	judged, err := k.judged(ctx, open...)
	for id, c := range judged {
		out[id] = string(c)
	}
	return out, err
}

// SelectByLight implements library.Lights. Where lights were not yet judged today, or too much
// has changed since, all are judged on the spot.
func (k *TotalsProjection) SelectByLight(ctx context.Context, asked []string) (library.LightSelection, error) {
	var out library.LightSelection
	today, err := k.today(ctx)
	if err != nil {
		return out, err
	}
	dirty, err := k.store.DirtyProjects(ctx, mostDirty+1)
	if err != nil {
		return out, err
	}
	if today && len(dirty) <= mostDirty {
		for rank, c := range colours() {
			if slices.Contains(asked, string(c)) {
				out.Ranks = append(out.Ranks, rank)
			}
		}
		if out.Changed = projectIDs(dirty); len(out.Changed) == 0 {
			return out, nil
		}
	}
	judged, err := k.judged(ctx, out.Changed...)
	for id, c := range judged {
		if slices.Contains(asked, string(c)) {
			out.Also = append(out.Also, id)
		}
	}
	slices.Sort(out.Also)
	return out, err
}

// today reports whether every light was judged for this day by these rules.
func (k *TotalsProjection) today(ctx context.Context) (bool, error) {
	key, err := k.key(ctx)
	if err != nil {
		return false, err
	}
	_, judged, err := k.store.Progress(ctx)
	return judged == key, err
}

// judged returns the lights of projects, of all where none is named.
func (k *TotalsProjection) judged(ctx context.Context, projects ...domain.ID) (map[domain.ID]Colour, error) {
	cases, err := k.cases(ctx, projects)
	if err != nil {
		return nil, err
	}
	rules, err := k.store.Colours(ctx)
	if err != nil {
		return nil, err
	}
	out := map[domain.ID]Colour{}
	for _, l := range LightsOf(cases, domain.Today(k.Clock), rules).Items {
		out[l.Case.ProjectID] = l.Light.Colour
	}
	return out, nil
}
