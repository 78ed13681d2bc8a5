package goals

import (
	"context"
	"slices"

	"sangu/domain"
	"sangu/domain/reporting"
)

// front reads what was kept and adds what is marked. ok is false where too much
// has changed since, or lights were not yet judged today.
func (k *TotalsProjection) front(ctx context.Context, on domain.Date) (front, bool, error) {
	key, err := k.key(ctx)
	if err != nil {
		return front{}, false, err
	}
	const tries = 3 // a keeping between two reads is seen by its number
	for range tries {
		number, judged, err := k.Store.Kept(ctx)
		if err != nil || judged != key {
			return front{}, false, err
		}
		marks, err := k.Store.Marks(ctx, mostMarks+1)
		if err != nil || len(marks) > mostMarks {
			return front{}, false, err
		}
		out, err := k.read(ctx, number, projectsOf(marks), key, on)
		if err != nil {
			return front{}, false, err
		}
		if again, _, err := k.Store.Kept(ctx); err != nil || again == number {
			return out, err == nil, err
		}
	}
	return front{}, false, nil
}

func (k *TotalsProjection) read(ctx context.Context, number int, marked []domain.ID, key string, on domain.Date) (front, error) {
	base, err := k.Store.Totals(ctx, number)
	if err != nil {
		return front{}, err
	}
	had, now, err := k.shares(ctx, marked)
	if err != nil {
		return front{}, err
	}
	totals := base.With(totalsOf(had), totalsOf(now))
	rules, err := k.Store.Colours(ctx)
	if err != nil {
		return front{}, err
	}
	worst, err := k.Store.Worst(ctx, FrontLights+len(marked))
	if err != nil {
		return front{}, err
	}
	worstKey, err := k.Store.WorstKey(ctx, FrontLights+len(marked))
	if err != nil {
		return front{}, err
	}
	cases, err := k.cases(ctx, slices.Compact(slices.Sorted(slices.Values(slices.Concat(worst, worstKey, marked)))))
	if err != nil {
		return front{}, err
	}
	lights, keys := LightsOf(cases, on, rules), LightsOf(onKeyLists(cases), on, rules)
	lights.Counts = counts(totals, func(c Colour) reporting.TotalKey { return lightTotal(key, c) })
	keys.Counts = counts(totals, func(c Colour) reporting.TotalKey { return keyLightTotal(key, c) })
	return front{totals, lights, keys}, nil
}

// counts reads how many lights of each colour there are.
func counts(totals reporting.Totals, line func(Colour) reporting.TotalKey) map[Colour]int {
	out := map[Colour]int{}
	for _, c := range colours() {
		if n := totals[line(c)][0].N; n > 0 {
			out[c] = int(n)
		}
	}
	return out
}
