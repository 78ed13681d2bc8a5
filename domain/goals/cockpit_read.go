package goals

import (
	"context"
	"slices"

	"sangu/domain"
	"sangu/domain/reporting"
)

// input reads the stored totals and adds what marked projects contribute by now. ok is
// false where too many are changed, or lights were not yet judged today.
func (k *TotalsProjection) input(ctx context.Context, on domain.Date) (cockpitInput, bool, error) {
	key, err := k.key(ctx)
	if err != nil {
		return cockpitInput{}, false, err
	}
	const tries = 3 // an update between two reads is noticed by its number
	for range tries {
		number, judged, err := k.store.Progress(ctx)
		if err != nil || judged != key {
			return cockpitInput{}, false, err
		}
		dirty, err := k.store.DirtyProjects(ctx, mostDirty+1)
		if err != nil || len(dirty) > mostDirty {
			return cockpitInput{}, false, err
		}
		out, err := k.read(ctx, number, projectIDs(dirty), key, on)
		if err != nil {
			return cockpitInput{}, false, err
		}
		if again, _, err := k.store.Progress(ctx); err != nil || again == number {
			return out, err == nil, err
		}
	}
	return cockpitInput{}, false, nil
}

func (k *TotalsProjection) read(ctx context.Context, number int, changed []domain.ID, key string, on domain.Date) (cockpitInput, error) {
	base, err := k.store.Totals(ctx, number)
	if err != nil {
		return cockpitInput{}, err
	}
	had, now, err := k.contributions(ctx, changed)
	if err != nil {
		return cockpitInput{}, err
	}
	totals := base.With(totalsOf(had), totalsOf(now))
	rules, err := k.store.Colours(ctx)
	if err != nil {
		return cockpitInput{}, err
	}
	worst, err := k.store.WorstLights(ctx, FrontLights+len(changed))
	if err != nil {
		return cockpitInput{}, err
	}
	worstKey, err := k.store.WorstKeyLights(ctx, FrontLights+len(changed))
	if err != nil {
		return cockpitInput{}, err
	}
	cases, err := k.cases(ctx, slices.Compact(slices.Sorted(slices.Values(slices.Concat(worst, worstKey, changed)))))
	if err != nil {
		return cockpitInput{}, err
	}
	lights, keys := LightsOf(cases, on, rules), LightsOf(onKeyLists(cases), on, rules)
	lights.Counts = counts(totals, func(c Colour) reporting.TotalKey { return lightTotal(key, c) })
	keys.Counts = counts(totals, func(c Colour) reporting.TotalKey { return keyLightTotal(key, c) })
	return cockpitInput{totals, lights, keys}, nil
}

// counts returns how many lights of each colour there are.
func counts(totals reporting.Totals, line func(Colour) reporting.TotalKey) map[Colour]int {
	out := map[Colour]int{}
	for _, c := range colours() {
		if n := totals[line(c)][0].N; n > 0 {
			out[c] = int(n)
		}
	}
	return out
}
