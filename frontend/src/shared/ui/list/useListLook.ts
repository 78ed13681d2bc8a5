import { useState } from 'react';
import { type Layout, plain, sameLayout } from './layout';
import { useMemory } from './memory';
import { sameTerms } from './terms';
import type { Column, ListName } from './types';
import { useViews } from './views';

/** useListLook puts together how a list is shown: by the active view, else by what is remembered of the person, else as declared. */
export function useListLook<T>(key: string, list: ListName | undefined, columns: Column<T>[], viewId: string | undefined) {
  const { memory, pending, save } = useMemory(key);
  const views = useViews(list);
  // Columns changed on a view wait here until they are saved in it.
  const [draft, setDraft] = useState<{ view: string; layout: Layout }>();
  const active = views.views.find((v) => v.id === viewId);
  const own = memory.layout ?? plain(columns);
  const saved = active?.columns ?? own;
  const layout = draft && draft.view === active?.id ? draft.layout : saved;
  return {
    views,
    active,
    layout,
    density: memory.density ?? ('comfortable' as const),
    standard: views.views.find((v) => v.id === memory.view),
    pending: pending || (memory.view !== undefined && views.pending),
    setLayout: (l: Layout) => (active ? setDraft({ view: active.id, layout: l }) : save({ layout: l })),
    setDensity: (density: 'compact' | 'comfortable') => save({ density }),
    setStandard: (view: string | undefined) => save({ view }),
    forget: () => setDraft(undefined),
    /** changed says that terms or columns differ from the active view. */
    changed: (terms: Record<string, string>) =>
      active !== undefined && (!sameTerms(terms, active.terms) || !sameLayout(columns, layout, saved)),
  };
}
