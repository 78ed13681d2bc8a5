package goals

import (
	"context"
	"slices"

	"sangu/domain"
	"sangu/domain/library"
)

// colours are in the order of ranks, the worst first.
func colours() []Colour { return []Colour{Red, Yellow, Blue, NoData, Green} }

// LightsOf implements library.Lights: what was kept for today, and judged anew where
// a project changed since or the day is another one. LightsOf(Lights) says the same.
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
		// Marks first: a share that is read after them is at least as new.
		marks, err := k.Store.MarksOf(ctx, projects)
		if err != nil {
			return nil, err
		}
		ranks, err := k.Store.Ranks(ctx, projects)
		if err != nil {
			return nil, err
		}
		open = projectsOf(marks)
		for _, id := range projects {
			rank, kept := ranks[id]
			switch {
			case slices.Contains(open, id):
			case !kept:
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
	marks, err := k.Store.Marks(ctx, mostMarks+1)
	if err != nil {
		return out, err
	}
	if today && len(marks) <= mostMarks {
		for rank, c := range colours() {
			if slices.Contains(asked, string(c)) {
				out.Ranks = append(out.Ranks, rank)
			}
		}
		if out.Changed = projectsOf(marks); len(out.Changed) == 0 {
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
	_, judged, err := k.Store.Kept(ctx)
	return judged == key, err
}

// judged gives the lights of projects, of all where none is named.
func (k *TotalsProjection) judged(ctx context.Context, projects ...domain.ID) (map[domain.ID]Colour, error) {
	cases, err := k.cases(ctx, projects)
	if err != nil {
		return nil, err
	}
	rules, err := k.Store.Colours(ctx)
	if err != nil {
		return nil, err
	}
	out := map[domain.ID]Colour{}
	for _, l := range LightsOf(cases, domain.Today(k.Clock), rules).Items {
		out[l.Case.ProjectID] = l.Light.Colour
	}
	return out, nil
}
