import { useState } from 'react';
import { type Layout, plain, sameLayout } from './layout';
import { useListPreferences } from './listPreferences';
import { sameTerms } from './terms';
import type { Column, Density, ListName } from './types';
import { useViews, type View } from './views';

type Draft = { view: string; layout: Layout; density: Density };

/** useListLook returns how a list is shown: by the active view, else by what is remembered of the person, else as declared. */
export function useListLook<T>(key: string, list: ListName | undefined, columns: Column<T>[], viewId: string | undefined) {
  const { preferences, pending, save } = useListPreferences(key);
  const views = useViews(list);
  // What is changed on a view waits here until it is saved in it.
  const [draft, setDraft] = useState<Draft>();
  const active = views.views.find((v) => v.id === viewId);
  const saved = active?.columns ?? preferences.layout ?? plain(columns);
  const savedDensity = densityOf(active) ?? preferences.density ?? 'comfortable';
  const own = draft && draft.view === active?.id ? draft : undefined;
  const layout = own?.layout ?? saved;
  const density = own?.density ?? savedDensity;
  return {
    views,
    active,
    layout,
    density,
    standard: views.views.find((v) => v.id === preferences.view),
    pending: pending || (preferences.view !== undefined && views.pending),
    setLayout: (l: Layout) => (active ? setDraft({ view: active.id, layout: l, density }) : save({ layout: l })),
    setDensity: (d: Density) => (active ? setDraft({ view: active.id, layout, density: d }) : save({ density: d })),
    setStandard: (view: string | undefined) => save({ view }),
    forget: () => setDraft(undefined),
    /** changed reports whether terms, columns or density differ from the active view. */
    changed: (terms: Record<string, string>) =>
      active !== undefined && (!sameTerms(terms, active.terms) || !sameLayout(columns, layout, saved) || density !== savedDensity),
  };
}

function densityOf(v?: View): Density | undefined {
  const d = v?.columns?.density;
  return d === 'compact' || d === 'comfortable' ? d : undefined;
}
